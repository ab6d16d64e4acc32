"""A radar: scores round a centre; what is not known leaves a gap, it is never drawn as zero."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from workshop.report.charts.chart import Role
from workshop.report.charts.gauges import NARROW
from workshop.report.charts.pieces import line, mark, number
from workshop.report.picture.shapes import Lettering, Line, Picture, Point, Shape, Stroke

_RADIUS: Final = 68.0
_OUTSIDE: Final = 11.0
_TOP: Final = 12.0
_RINGS: Final = (0.25, 0.5, 0.75, 1.0)
_MIDDLE: Final = (NARROW / 2, _TOP + _RADIUS + 4)
LEAST: Final = 3
"""Fewer values than this make no radar."""


def radar(values: Sequence[float | None], title: str, description: str) -> Picture:
    """Values as shares 0–1, clockwise from the top, each with its number (from 1) outside; None has no point.

    Title and description are the alternative text.
    """
    height = _MIDDLE[1] + _RADIUS + _TOP + 6
    return Picture(title, description, NARROW, round(height, 1), tuple(_shapes(values)))


def _shapes(values: Sequence[float | None]) -> Iterator[Shape]:
    count = len(values)
    for ring in _RINGS:
        corners = tuple(_at(place, count, ring) for place in range(count + 1))
        yield Line(Stroke.CHART_AXIS if ring == 1 else Stroke.CHART_GRID, corners)
    for place, value in enumerate(values):
        stroke = Stroke.GRID if value is None else Stroke.CHART_GRID
        yield line(stroke, _MIDDLE, _at(place, count, 1))
        x, y = _at(place, count, 1 + _OUTSIDE / _RADIUS)
        yield number(Lettering.FIGURE, x, y - 5.5, f"{place + 1}" if value is not None else f"{place + 1} ?")
    points = [None if value is None else _at(place, count, value) for place, value in enumerate(values)]
    for one, other in zip(points, (*points[1:], *points[:1]), strict=True):
        if one is not None and other is not None:
            yield line(Stroke.LINE_MAIN, one, other)
    yield from (mark(Role.MAIN, *point, 3.2) for point in points if point is not None)


def _at(place: int, count: int, share: float) -> Point:
    turn = 2 * math.pi * place / count
    across, up = math.sin(turn) * share * _RADIUS, math.cos(turn) * share * _RADIUS
    return round(_MIDDLE[0] + across, 1), round(_MIDDLE[1] - up, 1)
