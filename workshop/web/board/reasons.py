"""Why each gap is there: the answers it rests on, each with a way to its question and back to the gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import request

from workshop.domain.finding import FindingStatus
from workshop.domain.questionnaire import Question
from workshop.report.chapters.gaps import given
from workshop.report.material import Gap, Material
from workshop.report.phrases import Filler
from workshop.web.board.panel import plain
from workshop.web.route.way_back import RESULT, SAVED, WayBack
from workshop.web.visit import Visit

MARK: Final = "gat-"
"""What the name of a gap begins with where its reasons stand; the report itself uses other names."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A question with the answer that was given, "" when it has none; `link` is "" when it is not asked now."""

    question: str
    said: str
    link: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A gap with the answers it rests on.

    `open` shows them unfolded, `still` says that it is still there after a change; `advice` names the heading in the
    findings with the whole advice.
    """

    mark: str
    title: str
    facts: str
    why: str
    step: str
    reasons: tuple[Reason, ...]
    advice: str = ""
    open: bool = False
    still: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A gap that was changed and is not there any more; `sure` is false when it can no longer be judged."""

    mark: str
    title: str
    sure: bool


def mark_of(gap: Gap) -> str:
    """Return the name of a gap where its reasons stand on the result page."""
    return gap.anchor.replace("gap-", MARK, 1)


def chains(visit: Visit, material: Material) -> tuple[Chain, ...]:
    """Return the gaps that are there, the priorities first."""
    gaps = {gap.key: gap for gap in (*material.top, *material.fired)}
    return tuple(_chain(visit, gap, advice=gap.link) for gap in gaps.values())


def to_check(visit: Visit, material: Material) -> tuple[Chain, ...]:
    """Return the gaps that cannot be judged yet, with the answers that are missing."""
    return tuple(_chain(visit, gap, advice="") for gap in material.with_status(FindingStatus.TO_CHECK))


def closed(material: Material) -> tuple[Closed, ...]:
    """Return the gap that the visitor just came back from when it is no longer there; never more than one."""
    mark = _came_for()
    if not mark or any(mark_of(gap) == mark for gap in material.fired):
        return ()
    unsure = [gap for gap in material.with_status(FindingStatus.TO_CHECK) if mark_of(gap) == mark]
    if unsure:
        return (Closed(mark, unsure[0].title.rstrip("."), sure=False),)
    return tuple(Closed(mark, title, sure=True) for title in _title_of(material, mark))


def _came_for() -> str:
    """Return the gap of which an answer was just saved."""
    asked = request.args
    return asked.get("gat", "") if asked.get("deed") == SAVED and asked.get("gat", "").startswith(MARK) else ""


def _title_of(material: Material, mark: str) -> Iterator[str]:
    """Give the title of a gap that was there a moment ago: that of its rule, without what is no longer known."""
    absorbed = [gap for gap in material.gaps if mark_of(gap) == mark]
    if absorbed:
        yield absorbed[0].title.rstrip(".")
        return
    rule = material.rules.gap(mark.removeprefix(MARK).split("-")[0])
    if rule is not None:
        yield Filler(material.voice, material.assessment.values).title(rule.title).rstrip(".")


def _chain(visit: Visit, gap: Gap, *, advice: str) -> Chain:
    mark = mark_of(gap)
    way = WayBack(RESULT, mark)
    questions = gap.material.questions(gap.finding.evidence)
    return Chain(
        mark,
        gap.title.rstrip("."),
        _facts(gap),
        plain(gap.why),
        plain(gap.first_step),
        tuple(_reason(visit, gap, question, way) for question in questions),
        advice,
        request.args.get("gat") == mark,
        _came_for() == mark,
    )


def _facts(gap: Gap) -> str:
    """Say by which number the map and the report know a gap, in which phase it lies and how grave it is."""
    grade = min(4, max(1, gap.finding.severity))
    severity = gap.material.words(f"report.severity.s{grade}")
    phase = gap.material.voice.phase(gap.finding.phase) if gap.finding.phase else ""
    return " · ".join(filter(None, (gap.finding.id, phase, severity)))


def _reason(visit: Visit, gap: Gap, question: Question, way: WayBack) -> Reason:
    answered = gap.material.assessment.response.get(question.code) is not None
    link = _on_map(visit, gap, way) if question.editor else ""
    return Reason(question.title, given(gap, question) if answered else "", link or way_to(visit, question, way))


def _on_map(visit: Visit, gap: Gap, way: WayBack) -> str:
    """Return the address of the first touchpoint that the gap is about, which leads back here; "" for none."""
    journey = gap.material.assessment.reading.journey
    found = (point for code in gap.finding.touchpoints if (point := journey.touchpoint(code)))
    point = next(found, None)
    if point is None:
        return ""
    return way.page("map_item.point", dossier_id=visit.id, code=point.map, point=point.code)


def way_to(visit: Visit, question: Question, way: WayBack) -> str:
    """Return the address of a question that leads back here after saving, "" when it is not asked now."""
    page = next((one for one in visit.route.pages if any(q.code == question.code for q in one.questions)), None)
    return f"{way.question(visit, page.code)}#{question.code}-vraag" if page else ""
