"""The table that says in words all that a map shows, a row per touchpoint."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from workshop.domain.finding import Finding
from workshop.domain.journey import PhaseModel
from workshop.domain.journey_map import Feeling, JourneyMap, Touchpoint
from workshop.domain.questionnaire import Questionnaire
from workshop.language import numbers
from workshop.language.messages import Words
from workshop.report.document import Cell, Column, Table
from workshop.report.map.columns import in_second
from workshop.report.map.view import MapView
from workshop.report.spans import Spans, bold, text

_COLUMNS: Final = (("lane.touchpoint", 12), ("table.experience", 10), ("table.about", 17), ("table.who", 12))


def map_table(
    journey_map: JourneyMap,
    model: PhaseModel,
    questionnaire: Questionnaire,
    words: Words,
    findings: Iterable[Finding],
) -> Table:
    """Say everything that the touchpoints of a map hold, in their order."""
    return table_of(MapView(journey_map, model, questionnaire, words, tuple(findings)))


def table_of(view: MapView, only: Iterable[Touchpoint] | None = None) -> Table:
    """The table of a map; with `only` just these touchpoints, under their own numbers."""
    teller = _Teller(view)
    columns = tuple(Column(view.words(f"map.{key}"), width=width) for key, width in _COLUMNS)
    shown = view.map.touchpoints if only is None else tuple(only)
    numbered = {point.code: number for number, point in enumerate(view.map.touchpoints, start=1)}
    rows = tuple(teller.row(point, numbered.get(point.code, 0)) for point in shown)
    caption = view.words("map.table.caption", name=view.name)
    return Table(columns, rows, caption, view.words("map.table.summary"))


class _Teller:
    """Tells of a touchpoint, a cell per column of the table."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.cells: tuple[Callable[[Touchpoint], Iterable[str]], ...] = (self._experience, self._about, self._who)

    def row(self, point: Touchpoint, number: int) -> tuple[Cell, ...]:
        """The cells of one touchpoint; a dash where nothing was said."""
        rest = (Cell(text("\n".join(filter(None, one(point))) or "–")) for one in self.cells)
        return (Cell(self._named(point, number)), *rest)

    def _say(self, key: str, /, **values: str) -> str:
        """A line of a cell; nothing when one of its values is not known."""
        return self.view.words(f"map.table.{key}", **values) if all(values.values()) else ""

    def _named(self, point: Touchpoint, number: int) -> Spans:
        """The number and the name, with the place of the touchpoint below it."""
        name = point.name or self.view.words("map.nameless")
        below = "\n".join(filter(None, self._place(point)))
        return (*bold(f"{number} {name}"), *text(f"\n{below}"))

    def _place(self, point: Touchpoint) -> Iterable[str]:
        key = "phase_repeat" if in_second(self.view, point) else "phase_first"
        phase = self._say(key, phase=self.view.phase_name(point.block))
        yield " · ".join(filter(None, (phase, self.view.channel_words(point))))
        begins = self._say("initiator", initiator=self.view.chosen(point, "initiator").lower())
        yield ", ".join(filter(None, (self.view.chosen(point, "ownership").lower(), begins, point.text("duration"))))
        yield self.view.words("map.to_design") if point.to_design else ""

    def _experience(self, point: Touchpoint) -> Iterable[str]:
        for feeling in Feeling:
            yield self._say(feeling.value, said=short_pair(self.view.words, point, feeling))
        yield ", ".join(filter(None, (self.view.chosen(point, code).lower() for code in ("emotion", "basis"))))

    def _about(self, point: Touchpoint) -> Iterable[str]:
        for code in ("want", "pain", "plus"):
            yield self._say(code, said=point.text(code).rstrip("."))
        if point.says("surprise"):
            since = self.view.date(point, "surprise_since")
            yield self._say("surprise_since", date=since) or self.view.words("map.table.surprise")
        yield self._decision(point)
        yield self._say("idea", idea=point.text("idea"))
        yield self._say("gaps", gaps=", ".join(self.view.gaps_at(point)))

    def _decision(self, point: Touchpoint) -> str:
        parts = [self.view.words("map.table.decision")] if point.is_decision else []
        parts.append(self._say("decisive", decisive=point.text("decisive")))
        share = point.share("drop_off")
        if share is not None:
            shown = numbers.format_percent(share.quantize(Decimal("0.001")), self.view.words.language)
            parts.append(self._say("drop_off", share=shown))
        said = "; ".join(filter(None, parts))
        return f"{said[:1].upper()}{said[1:]}"

    def _who(self, point: Touchpoint) -> Iterable[str]:
        yield self.view.person(point.owner)
        then = ": ".join(filter(None, (self.view.person(point.receiver), point.text("handoff_how"))))
        yield self._say("then", receiver=then)
        yield self._say("link", link=point.text("link"))
        yield self._measured(point)

    def _measured(self, point: Touchpoint) -> str:
        said = point.says("measured")
        what = ": ".join(filter(None, (point.text("measure"), point.text("measured_value"))))
        state = "" if said is None else self.view.words("map.measured" if said else "map.not_measured")
        day = f"({self.view.date(point, 'measured_on')})" if said and self.view.date(point, "measured_on") else ""
        return " ".join(filter(None, (f"{state}:" if state and what else state, what, day)))


def pair(words: Words, point: Touchpoint, feeling: Feeling) -> str:
    """What is expected and experienced: "verwacht 4, ervaren 2"; "" when neither is known."""
    return _paired(words, point, feeling, "pair")


def scored(words: Words, point: Touchpoint) -> str:
    """A touchpoint by name with its worst score: "Wachten op de doos: verwacht 4, ervaren 2"."""
    name = point.name or words("map.nameless")
    worst = max(reversed(Feeling), key=lambda one: (point.expected(one) or 0) - (point.experienced(one) or 0))
    said = pair(words, point, worst)
    return words("report.gaps.point", name=name, scores=said) if said else name


def short_pair(words: Words, point: Touchpoint, feeling: Feeling) -> str:
    """The same in a narrow column: "4 → 2"."""
    return _paired(words, point, feeling, "short_pair")


def _paired(words: Words, point: Touchpoint, feeling: Feeling, key: str) -> str:
    expected, experienced = point.expected(feeling), point.experienced(feeling)
    if expected is None and experienced is None:
        return ""
    unknown = words("map.table.unknown")
    shown = (unknown if one is None else str(one) for one in (expected, experienced))
    return words(f"map.table.{key}", **dict(zip(("expected", "experienced"), shown, strict=True)))
