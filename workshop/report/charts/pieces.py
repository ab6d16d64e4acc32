"""Pieces of a drawn chart: bars with their pattern, marks, words, and the key to the series."""

from collections.abc import Iterator
from typing import Final

from workshop.report.charts.chart import Chart, ChartKind, Role
from workshop.report.charts.figures import named
from workshop.report.charts.looks import roles_of
from workshop.report.charts.measures import LEGEND_ROOM, WIDTH
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import (
    Area,
    Box,
    Form,
    Lettering,
    Line,
    Mark,
    Point,
    Shape,
    Stroke,
    Text,
    leading_of,
    size_of,
)

AREAS: Final = {Role.MAIN: Area.BAR_MAIN, Role.OTHER: Area.BAR_OTHER, Role.COST: Area.BAR_COST}
STROKES: Final = {Role.MAIN: Stroke.LINE_MAIN, Role.OTHER: Stroke.LINE_OTHER, Role.COST: Stroke.LINE_COST}
POINTS: Final = {Role.MAIN: Form.POINT_MAIN, Role.OTHER: Form.POINT_OTHER, Role.COST: Form.POINT_COST}
_HATCH_STEP: Final = 5.0
_KEY: Final = 18.0
_KEY_HIGH: Final = 8.0
_THINNEST: Final = 0.4


def line(stroke: Stroke, *points: Point) -> Line:
    """A line through points."""
    return Line(stroke, points)


def words(lettering: Lettering, left: float, middle: float, said: str) -> Text:
    """A line of text from `left`, its middle at this height."""
    return lines(lettering, left, middle, (said,))


def lines(lettering: Lettering, left: float, middle: float, said: tuple[str, ...]) -> Text:
    """Lines of text from `left`, together round this height."""
    top = middle - len(said) * leading_of(lettering) / 2
    widest = max((width_of(one, size_of(lettering)) for one in said), default=1.0)
    return Text(lettering, left, top, widest, said)


def ended(lettering: Lettering, right: float, middle: float, said: str) -> Text:
    """A line of text that ends at `right`."""
    return words(lettering, right - width_of(said, size_of(lettering)), middle, said)


def centred(lettering: Lettering, middle: float, top: float, room: float, said: str, most: int = 1) -> Text:
    """Text in the middle of a room, broken into at most so many lines."""
    broken = wrapped(named(said), size_of(lettering), room, most)
    return Text(lettering, middle - room / 2, top, room, broken, middle=True)


def number(lettering: Lettering, middle: float, top: float, said: str) -> Text:
    """A number round this place, on one line."""
    room = width_of(said, size_of(lettering)) + 2
    return Text(lettering, middle - room / 2, top, room, (said,), middle=True)


def bar(role: Role, frame: tuple[float, float, float, float], *, ranged: bool = False) -> Iterator[Shape]:
    """A bar from left and top, as wide and as high as asked, in the colour and the pattern of its role."""
    left, top, width, height = frame
    wide, high = max(width, _THINNEST), max(height, _THINNEST)
    area = Area.BAR_RANGE if ranged and role is Role.MAIN else AREAS[role]
    yield Box(area, left, top, wide, high)
    if area is Area.BAR_OTHER:
        yield from _slanted(left, top, wide, high)
    if area is Area.BAR_COST:
        yield from _level(left, top, wide, high)


def _slanted(left: float, top: float, width: float, height: float) -> Iterator[Line]:
    """Lines that rise to the right, cut off at the edges of a bar."""
    for at in range(1, int((width + height) / _HATCH_STEP) + 1):
        along = at * _HATCH_STEP
        start = (left, top + along) if along <= height else (left + along - height, top + height)
        end = (left + along, top) if along <= width else (left + width, top + along - width)
        yield Line(Stroke.HATCH_OTHER, (start, end))


def _level(left: float, top: float, width: float, height: float) -> Iterator[Line]:
    for at in range(1, int(height / _HATCH_STEP) + 1):
        down = top + at * _HATCH_STEP
        if down < top + height:
            yield Line(Stroke.HATCH_COST, ((left, down), (left + width, down)))


def mark(role: Role, x: float, y: float, radius: float) -> Mark:
    """A mark in the form and colour of a role."""
    return Mark(POINTS[role], x, y, radius)


def key(chart: Chart, width: float = WIDTH) -> Iterator[Shape]:
    """What each series looks like, above the chart; nothing for one series alone."""
    if len(chart.series) < 2:
        return
    room = width / len(chart.series) - _KEY - 20
    names = [wrapped(named(one.name), size_of(Lettering.FIGURE), room, 1) for one in chart.series]
    widths = [_KEY + 5 + width_of("".join(one), size_of(Lettering.FIGURE)) + 18 for one in names]
    left, middle = (width - sum(widths) + 18) / 2, LEGEND_ROOM / 2 - 3
    for role, name, wide in zip(roles_of(chart), names, widths, strict=True):
        yield from _sample(chart, role, left, middle)
        yield lines(Lettering.FIGURE, left + _KEY + 5, middle, name)
        left += wide


def _sample(chart: Chart, role: Role, left: float, middle: float) -> Iterator[Shape]:
    if chart.kind is ChartKind.LINES:
        yield line(STROKES[role], (left, middle), (left + _KEY, middle))
        yield mark(role, left + _KEY / 2, middle, 3)
    else:
        frame = (left, middle - _KEY_HIGH / 2, _KEY, _KEY_HIGH)
        yield from bar(role, frame, ranged=chart.kind is ChartKind.RANGE)
