"""What a section brought, in words: scores before and after, gaps found, and sums that can be made now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from workshop.domain.changed import Changed, ScoreChange
from workshop.domain.figure import Figure
from workshop.domain.finding import Finding
from workshop.language.messages import Words
from workshop.report.chapters.economics import LEADING
from workshop.report.material import Material
from workshop.report.sums import SPECS, Spec, value_words
from workshop.web.board.reasons import mark_of
from workshop.web.board.scores import drawn_gauges, first_question, score_gauge, score_words

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A score before and after, and what happened to it."""

    name: str
    before: str
    after: str
    news: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores that moved, with a picture of them."""

    rows: tuple[ScoreRow, ...]
    picture: Markup


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure as it can be worked out now, and what is new about it."""

    name: str
    value: str
    news: str


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap with the name by which it is found on the result page."""

    title: str
    mark: str


class Telling:
    """Tells what changed between two materials of the same dossier."""

    def __init__(self, before: Material, after: Material, found: Changed) -> None:
        self.before = before
        self.after = after
        self.found = found
        self.words: Words = after.words

    @property
    def phases(self) -> Scores:
        """The scores of the phases that moved."""
        return self._scores(self.found.phases, {one.id: one.name for one in self.after.assessment.model.phases})

    @property
    def selftests(self) -> Scores:
        """The scores of the six questions that moved."""
        return self._scores(self.found.selftests, {one.id: one.text for one in self.after.questionnaire.selftests})

    @property
    def gaps_found(self) -> tuple[GapLine, ...]:
        """The gaps that these answers brought to light."""
        return tuple(GapLine(title, mark) for title, mark in _titles(self.after, self.found.found))

    @property
    def sums(self) -> tuple[Sum, ...]:
        """The figures to steer by that are known now, or known otherwise."""
        pairs = (
            (spec, *self.found.figures[spec.name]) for spec in SPECS if spec.name in LEADING & set(self.found.figures)
        )
        return tuple(self._sum(spec, old, new) for spec, old, new in pairs)

    @property
    def summary(self) -> str:
        """What these answers bring in a few short sentences; it says so when they give no score yet."""
        scores = len(self.found.phases) + len(self.found.selftests)
        counts = (("scores", scores), ("found", len(self.found.found)), ("sums", len(self.sums)))
        told = [self.words.plural(f"web.section_result.told.{what}", n) for what, n in counts if n]
        blank = [] if scores else [self.words("web.section_result.unscored")]
        return " ".join((*blank, *(told or [self.words("web.section_result.fitting")])))

    def _scores(self, changes: Iterable[ScoreChange], names: dict[str, str]) -> Scores:
        moved = [(names[one.id], one) for one in changes if one.id in names]
        rows = tuple(self._row(name, one) for name, one in moved)
        if not rows:
            return Scores((), NOTHING)
        bars = (score_gauge(first_question(name), one.after, self.after.voice, one.before) for name, one in moved)
        told = "; ".join(f"{row.name}: {row.after}" for row in rows)
        return Scores(rows, drawn_gauges(bars, self.words("web.section_result.picture"), told))

    def _row(self, name: str, change: ScoreChange) -> ScoreRow:
        voice = self.after.voice
        news = ", ".join(self.words(f"web.section_result.news.{one}") for one in _news(change))
        return ScoreRow(name, score_words(change.before, voice), score_words(change.after, voice), news)

    def _sum(self, spec: Spec, old: Figure, new: Figure) -> Sum:
        voice = self.after.voice
        was = self.words("web.section_result.was", value=value_words(spec, old, voice))
        news = self.words("web.section_result.new_sum") if old.value is None else was
        value = self.words("web.section_result.no_sum") if new.value is None else value_words(spec, new, voice)
        return Sum(self.words(f"report.figure.{spec.name}.name"), value, news)


def _news(change: ScoreChange) -> Iterator[str]:
    """What happened to a score: its number first, then how sure it is."""
    old, new = change.before.value, change.after.value
    if old is None or new is None:
        yield "known" if new is not None else "unknown" if old is None else "lost"
    elif old != new:
        yield "higher" if new > old else "lower"
    if change.before.certainty != change.after.certainty:
        yield "surer" if change.surer else "less_sure"


def _titles(material: Material, findings: tuple[Finding, ...]) -> Iterator[tuple[str, str]]:
    keys = {(one.id, one.phase) for one in findings}
    return ((gap.title.rstrip("."), mark_of(gap)) for gap in material.gaps if gap.key in keys)
