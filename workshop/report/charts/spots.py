"""Where the spots of a chart stand and where their names fit, without ever writing one over another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from workshop.report.charts.chart import Chart
from workshop.report.charts.figures import known, named
from workshop.report.charts.measures import TITLE_ROOM, WIDTH, Scale, height_of, scale_of
from workshop.report.charts.xml import FONT_SIZE
from workshop.report.picture.lettering import ELLIPSIS, width_of, wrapped
from workshop.report.picture.shapes import Frame

RADIUS: Final = 4.5
LEADING: Final = FONT_SIZE * 1.2
_GAP: Final = 3.0
_SHORT: Final = 8
_BELOW: Final = 12.0
_FIGURE: Final = (6.0, 6.0)
_LEFT: Final = 58.0
_EDGE: Final = 2.0
_RIGHT: Final = 46.0
_TOP: Final = 26.0
_BOTTOM: Final = 34.0
_ROOMS: Final = ((96.0, 3), (120.0, 2), (72.0, 4), (62.0, 4), (110.0, 4), (180.0, 1), (96.0, 6), (60.0, 2), (60.0, 1))
"""Widths of a name to try, each with the lines it may then have."""


class Side(StrEnum):
    """Where a name stands, seen from its spot."""

    BELOW = "b"
    ABOVE = "t"
    RIGHT = "r"
    LEFT = "l"


@dataclass(frozen=True, slots=True)
class Label:
    """The names at one place in lines, on one side of it; `frame` is the room that they take."""

    side: Side
    lines: tuple[str, ...]
    frame: Frame


@dataclass(frozen=True, slots=True)
class Placed:
    """A place with a spot on it: the numbers of the spots there, where it is in points, and its label if one fits."""

    spots: tuple[int, ...]
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Plot:
    """The square between the axes, in points from the top left of the chart."""

    across: Scale
    up: Scale
    frame: Frame

    def at(self, across: Decimal, up: Decimal) -> tuple[float, float]:
        """Where a value stands."""
        left, top, right, bottom = self.frame
        return left + self.across.share(across) * (right - left), bottom - self.up.share(up) * (bottom - top)


def plot_of(chart: Chart, width: float = WIDTH) -> Plot:
    """The room of the spots, and the scales along it."""
    across = scale_of(chart.categories_axis, known(one.across for one in chart.spots), from_zero=False)
    up = scale_of(chart.values, known(one.up for one in chart.spots), from_zero=False)
    return Plot(across, up, (_LEFT, _TOP, width - _RIGHT, height_of(chart) - _BOTTOM))


def placed(chart: Chart, width: float = WIDTH) -> tuple[Placed, ...]:
    """All places with their labels; a place where no label fits stays bare: the table names it."""
    plot = plot_of(chart, width)
    places: dict[tuple[Decimal, Decimal], list[int]] = defaultdict(list)
    for number, spot in enumerate(chart.spots):
        places[spot.across, spot.up].append(number)
    points = {place: plot.at(*place) for place in places}
    taken = [_around(x, y, RADIUS) for x, y in points.values()]
    title = (0.0, 0.0, width_of(named(chart.values.title), FONT_SIZE), TITLE_ROOM)
    taken += [title, *_figures(plot)]
    bounds = (_EDGE, 0.0, width, plot.frame[3] + _BELOW)
    done = []
    for place, spots in places.items():
        label = _label([chart.spots[at].name for at in spots], points[place], bounds, taken)
        taken += [label.frame] if label else []
        done.append(Placed(tuple(spots), *points[place], label))
    return tuple(done)


def _label(names: Sequence[str], point: tuple[float, float], bounds: Frame, taken: Iterable[Frame]) -> Label | None:
    """The first way to write the names that fits: whole where that can be, else cut short."""
    ways = [_lines(names, room, most) for room, most in _ROOMS]
    for lines in sorted(filter(None, ways), key=_is_cut):
        for side in Side:
            frame = _frame(side, lines, point)
            if _inside(frame, bounds) and not any(_touch(frame, other) for other in taken):
                return Label(side, lines, frame)
    return None


def _is_cut(lines: Sequence[str]) -> bool:
    return any(line.endswith(ELLIPSIS) for line in lines)


def _figures(plot: Plot) -> list[Frame]:
    """Where the numbers of the axes stand."""
    (left, top, right, bottom), (wide, high) = plot.frame, _FIGURE
    across = [left + plot.across.share(one) * (right - left) for one in plot.across.marks]
    up = [bottom - plot.up.share(one) * (bottom - top) for one in plot.up.marks]
    below = [(x - wide, bottom + high, x + wide, bottom + 3 * high) for x in across]
    return below + [(left - 3 * wide, y - high, left - high, y + high) for y in up]


def _lines(names: Sequence[str], room: float, most: int) -> tuple[str, ...]:
    """The names in lines: short ones after one another, else each with a bullet; () without a line for each."""
    if len(names) > 1 and all(len(one) <= _SHORT for one in names):
        return wrapped(", ".join(map(named, names)), FONT_SIZE, room, most)
    each = most // len(names)
    if not each:
        return ()
    marked = [f"• {named(one)}" for one in names] if len(names) > 1 else [named(names[0])]
    return tuple(line for one in marked for line in wrapped(one, FONT_SIZE, room, each))


def _frame(side: Side, lines: Sequence[str], point: tuple[float, float]) -> Frame:
    x, y = point
    wide, high = max(width_of(line, FONT_SIZE) for line in lines), len(lines) * LEADING
    away = RADIUS + _GAP
    match side:
        case Side.BELOW:
            return x - wide / 2, y + away, x + wide / 2, y + away + high
        case Side.ABOVE:
            return x - wide / 2, y - away - high, x + wide / 2, y - away
        case Side.RIGHT:
            return x + away, y - high / 2, x + away + wide, y + high / 2
        case Side.LEFT:
            return x - away - wide, y - high / 2, x - away, y + high / 2


def _around(x: float, y: float, radius: float) -> Frame:
    return x - radius, y - radius, x + radius, y + radius


def _inside(frame: Frame, bounds: Frame) -> bool:
    return all(one >= other for one, other in zip(frame[:2], bounds[:2], strict=True)) and all(
        one <= other for one, other in zip(frame[2:], bounds[2:], strict=True)
    )


def _touch(one: Frame, other: Frame) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
