"""Gauges: a name with its number, and below it a bar with its range; narrow enough for a phone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.report.charts.chart import Role
from workshop.report.charts.figures import named
from workshop.report.charts.pieces import bar, ended, line, lines, mark
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import Area, Box, Lettering, Picture, Shape, Stroke, leading_of, size_of

NARROW: Final = 180.0
"""The width of a picture that stays readable on the narrowest phone, in points."""
_MOST_LINES: Final = 3
_INSET: Final = 6.0
_BAR: Final = 9.0
_BETWEEN: Final = 9.0
_CAP: Final = 4.0
_SIZE: Final = size_of(Lettering.FIGURE)
_LEADING: Final = leading_of(Lettering.FIGURE)


@dataclass(frozen=True, slots=True)
class Gauge:
    """One thing measured: `said` is its number in words; `value` is None while it is not known, and has no bar then.

    `low` and `high` are the ends of its range and `mark` a place to compare with: all shares of the scale, 0–1.
    """

    name: str
    said: str
    value: float | None
    low: float | None = None
    high: float | None = None
    mark: float | None = None


def gauges(rows: Sequence[Gauge], title: str, description: str) -> Picture:
    """All gauges under one another; title and description are the alternative text."""
    shapes: list[Shape] = []
    top = 0.0
    for row in rows:
        names = wrapped(named(row.name), _SIZE, NARROW - width_of(row.said, _SIZE) - 20, _MOST_LINES)
        room = max(1, len(names)) * _LEADING
        shapes += _words(row, names, top, room)
        shapes += _bar(row, top + room + 3)
        top += room + 3 + _BAR + _BETWEEN
    return Picture(title, description, NARROW, round(top, 1), tuple(shapes))


def _words(row: Gauge, names: tuple[str, ...], top: float, room: float) -> Iterator[Shape]:
    yield lines(Lettering.FIGURE, _INSET, top + room / 2, names)
    yield ended(Lettering.FIGURE, NARROW - _INSET, top + room - _LEADING / 2, row.said)


def _bar(row: Gauge, top: float) -> Iterator[Shape]:
    """The scale as a frame, the bar in it, its range as a whisker on top, and the place to compare with."""
    middle = top + _BAR / 2
    yield Box(Area.PLOT, _x(0), top, _x(1) - _x(0), _BAR)
    if row.value is not None:
        yield from bar(Role.MAIN, (_x(0), top, _x(row.value) - _x(0), _BAR), ranged=True)
    if row.low is not None and row.high is not None and row.low < row.high:
        yield line(Stroke.WHISKER, (_x(row.low), middle), (_x(row.high), middle))
        for end in (_x(row.low), _x(row.high)):
            yield line(Stroke.WHISKER, (end, middle - _CAP), (end, middle + _CAP))
    if row.mark is not None:
        yield mark(Role.OTHER, _x(row.mark), middle, _CAP)


def _x(share: float) -> float:
    """Where a share of the scale stands."""
    return round(_INSET + min(1.0, max(0.0, share)) * (NARROW - 2 * _INSET), 1)
