"""Verwacht en ervaren: what customers expect beside what they get at each touchpoint, practical and felt."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from workshop.domain.journey_map import Feeling, JourneyMap, MapKind, Touchpoint
from workshop.report.chapters.parts import cell
from workshop.report.charts.chart import Axis, Chart, ChartKind, Role, Series
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Material

SCALE: Final = (Decimal(1), Decimal(5))
LEAST: Final = 2
"""From so many touchpoints on there is something to compare."""
LONGEST_NAME: Final = 60
_KINDS: Final = {Feeling.FUNCTIONAL: ChartKind.COLUMNS, Feeling.EMOTIONAL: ChartKind.LINES}


def experience(material: Material) -> tuple[Block, ...]:
    """A chart of each side of the journey as it goes now, and one table; nothing while nobody said what they get."""
    found = next((one for one in material.assessment.reading.journey.maps if one.kind is MapKind.EXISTING), None)
    if found is None:
        return ()
    charts = tuple(chart for feeling in _KINDS for chart in _chart(material, found, feeling))
    if not charts:
        return ()
    return (
        Heading(2, material.words("chart.experience.title"), "journey-experience"),
        *charts,
        _table(material, found),
    )


def _chart(material: Material, found: JourneyMap, feeling: Feeling) -> tuple[Chart, ...]:
    """What was expected beside what was experienced; nothing with fewer than two touchpoints that say so."""
    words, points = material.words, found.touchpoints
    if sum(one.experienced(feeling) is not None for one in points) < LEAST:
        return ()
    expected, experienced = _values(one.expected(feeling) for one in points), _values(_experienced(points, feeling))
    series = (
        Series(words("chart.experience.expected"), expected, Role.OTHER),
        Series(words("chart.experience.experienced"), experienced),
    )
    chart = Chart(
        _KINDS[feeling],
        words(f"chart.experience.{feeling}.caption"),
        _conclusion(material, points, feeling),
        tuple(str(number) for number in range(1, len(points) + 1)),
        series,
        values=Axis("", *SCALE),
    )
    return (chart,)


def _experienced(points: Iterable[Touchpoint], feeling: Feeling) -> Iterable[int | None]:
    return (one.experienced(feeling) for one in points)


def _values(scores: Iterable[int | None]) -> tuple[Decimal | None, ...]:
    return tuple(None if one is None else Decimal(one) for one in scores)


def _conclusion(material: Material, points: tuple[Touchpoint, ...], feeling: Feeling) -> str:
    """Where the experience falls furthest short, or that it never does; for a feeling where it is lowest."""
    words = material.words
    short = [
        (expected - got, one, expected, got)
        for one in points
        if (expected := one.expected(feeling)) is not None and (got := one.experienced(feeling)) is not None
    ]
    worst = max(short, key=lambda found: found[0], default=None)
    if worst is None or worst[0] <= 0:
        return words(f"chart.experience.{feeling}.met")
    _, point, expected, got = worst
    return words(
        f"chart.experience.{feeling}.short", name=_brief(material, point), expected=str(expected), experienced=str(got)
    )


def _brief(material: Material, point: Touchpoint) -> str:
    """A name that fits in the alternative text of a chart."""
    name = point.name or material.words("map.nameless")
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _table(material: Material, found: JourneyMap) -> Table:
    words = material.words
    sides = [(feeling, side) for feeling in _KINDS for side in ("expected", "experienced")]
    columns = (
        Column(words("chart.experience.column.number"), ColumnKind.NUMBER, 2),
        Column(words("report.column.touchpoint"), width=13),
        *(Column(words(f"chart.experience.column.{feeling}.{side}"), ColumnKind.NUMBER, 5) for feeling, side in sides),
    )
    rows = tuple(_row(material, number, one) for number, one in enumerate(found.touchpoints, start=1))
    name = found.name or words("map.nameless")
    return Table(columns, rows, words("chart.experience.table", map=name), words("chart.experience.summary"))


def _row(material: Material, number: int, point: Touchpoint) -> tuple[Cell, ...]:
    scores = (score for one in _KINDS for score in (point.expected(one), point.experienced(one)))
    unknown = material.words("report.unknown_value")
    shown = (unknown if one is None else str(one) for one in scores)
    return (cell(str(number)), cell(point.name or material.words("map.nameless")), *map(cell, shown))
