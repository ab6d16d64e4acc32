"""A heat map of channels by phase: how full a cell is says how heavily a channel is used, its pattern how it fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.report.charts.chart import Role
from workshop.report.charts.figures import named
from workshop.report.charts.pieces import bar, lines, number
from workshop.report.picture.lettering import wrapped
from workshop.report.picture.shapes import Area, Box, Lettering, Picture, Shape, leading_of, size_of

HEAVIEST: Final = 3
_NAMES: Final = 82.0
_WIDTH: Final = 188.0
"""Wide enough for the names of channels, and still readable on a phone."""
_HEAD: Final = 16.0
_ROW: Final = 25.0
_BIGGEST: Final = 20.0


@dataclass(frozen=True, slots=True)
class Spot:
    """The use of a channel in a phase: 0 (not) to 3 (heavily), None while it is not known."""

    level: int | None
    fits: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A channel with its use per phase."""

    name: str
    spots: tuple[Spot, ...]


def heat(rows: Sequence[Row], title: str, description: str) -> Picture:
    """The channels under one another, their phases numbered from 1; title and description are the alternative text."""
    shapes = (*_heads(rows), *(shape for at, row in enumerate(rows) for shape in _row(row, _HEAD + at * _ROW)))
    return Picture(title, description, _WIDTH, round(_HEAD + len(rows) * _ROW, 1), shapes)


def _heads(rows: Sequence[Row]) -> Iterator[Shape]:
    count = len(rows[0].spots) if rows else 0
    yield from (number(Lettering.FIGURE, _middle(at, count), 0, str(at + 1)) for at in range(count))


def _row(row: Row, top: float) -> Iterator[Shape]:
    most = int(_ROW // leading_of(Lettering.FIGURE))
    yield lines(
        Lettering.FIGURE, 0, top + _ROW / 2, wrapped(named(row.name), size_of(Lettering.FIGURE), _NAMES - 5, most)
    )
    for at, spot in enumerate(row.spots):
        yield from _spot(spot, _middle(at, len(row.spots)), top, _side(len(row.spots)))


def _spot(spot: Spot, middle: float, top: float, side: float) -> Iterator[Shape]:
    """A cell that fills from below; a question mark where the use is not known, nothing in it where there is none."""
    left, upper = middle - side / 2, top + (_ROW - side) / 2
    yield Box(Area.PLOT, left, upper, side, side)
    if spot.level is None:
        yield number(Lettering.FIGURE, middle, top + _ROW / 2 - 5.5, "?")
    elif spot.level:
        high = side * min(spot.level, HEAVIEST) / HEAVIEST
        yield from bar(Role.MAIN if spot.fits else Role.COST, (left, upper + side - high, side, high))


def _middle(at: int, count: int) -> float:
    return round(_NAMES + (_WIDTH - _NAMES) / count * (at + 0.5), 1)


def _side(count: int) -> float:
    return min(_BIGGEST, (_WIDTH - _NAMES) / count - 3)
