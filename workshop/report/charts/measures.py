"""How large a chart is and how its axis is divided, in points; a page is as wide as its text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workshop.language.tongue import Language
from workshop.report.charts.chart import Axis, Chart, ChartKind
from workshop.report.charts.figures import decimals_of, known, named, shown
from workshop.report.charts.xml import FONT_SIZE
from workshop.report.picture.lettering import width_of

WIDTH: Final = 470.0
"""The width of the text on an upright page."""
TALLEST: Final = 560.0
_STANDING: Final = 106.0
_SPOTS: Final = 170.0
_RANGE_ROW: Final = 13.0
_MANY_ROWS: Final = 5
_LOW_ROW: Final = 10.0
_BAR: Final = 12.0
_BETWEEN: Final = 9.0
AXIS_ROOM: Final = 22.0
LEGEND_ROOM: Final = 20.0
TITLE_ROOM: Final = 16.0
_MOST_STEPS: Final = 5
_LEFT_ROOM: Final = 40.0
_LINE_ROOM: Final = 52.0
_MOST_NAME: Final = 150.0
_INSET: Final = 2.0


def height_of(chart: Chart) -> float:
    """How high a chart is: by the number of lying bars, else fixed by its kind."""
    match chart.kind:
        case ChartKind.RANGE | ChartKind.BARS:
            rows = len(chart.categories) * row_of(chart)
            return min(TALLEST, rows + AXIS_ROOM + _legend(chart) + _title(chart.values))
        case ChartKind.COLUMNS | ChartKind.LINES:
            return _STANDING + _legend(chart) + _title(chart.categories_axis)
        case ChartKind.SPOTS:
            return _SPOTS


def row_of(chart: Chart) -> float:
    """How high the room of one category is where bars lie."""
    if chart.kind is ChartKind.RANGE and len(chart.series) < 2:
        return _RANGE_ROW if len(chart.categories) <= _MANY_ROWS else _LOW_ROW
    return len(chart.series) * _BAR + _BETWEEN


def names_room(chart: Chart) -> float:
    """How wide the room for the names beside lying bars is."""
    widest = max((width_of(named(one), FONT_SIZE) for one in chart.categories), default=0.0)
    return _INSET + min(_MOST_NAME, widest) + 10


def shows_scale(chart: Chart, *, labelled: bool) -> bool:
    """Whether the axis of the numbers is drawn: not where each column says its own number on no fixed scale."""
    return not labelled or chart.values.least is not None


def _legend(chart: Chart) -> float:
    return LEGEND_ROOM if len(chart.series) > 1 else 0


def _title(axis: Axis) -> float:
    return TITLE_ROOM if axis.title else 0


def has_numbers(chart: Chart) -> bool:
    """Whether there is anything to draw."""
    return bool(chart.spots) or any(known(series.values) for series in chart.series)


def labels_fit(chart: Chart, language: Language, width: float = WIDTH) -> bool:
    """Whether a number beside each bar or column stays clear of its neighbours."""
    if chart.kind is ChartKind.BARS:
        return height_of(chart) < TALLEST
    if chart.kind is not ChartKind.COLUMNS:
        return False
    decimals = decimals_of(chart)
    said = [shown(one, chart.form, language, decimals) for series in chart.series for one in known(series.values)]
    widest = max((width_of(one, FONT_SIZE) for one in said), default=0.0)
    return widest + 2 <= (width - _LEFT_ROOM) / max(1, len(chart.categories)) / (len(chart.series) + 0.6)


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis and the step between its marks."""

    least: float
    most: float
    step: float

    @property
    def marks(self) -> tuple[float, ...]:
        """The places that get a number."""
        count = round((self.most - self.least) / self.step)
        return tuple(self.least + at * self.step for at in range(count + 1))

    def share(self, value: Decimal | float) -> float:
        """How far along the axis a value lies, from 0 to 1; what lies outside stands at the end."""
        return min(1.0, max(0.0, (float(value) - self.least) / (self.most - self.least)))


def scale_of(axis: Axis, values: Sequence[Decimal], *, from_zero: bool) -> Scale:
    """The scale of an axis: its own ends, else round ones that hold all values (and zero when asked)."""
    found = [float(one) for one in values] + ([0.0] if from_zero else []) or [0.0]
    least = min(found) if axis.least is None else float(axis.least)
    most = max(found) if axis.most is None else float(axis.most)
    most = most if most > least else least + max(1.0, abs(least))
    step = step_of(least, most)
    if axis.least is None:
        least = math.floor(least / step) * step
    if axis.most is None:
        most = math.ceil(most / step) * step
    return Scale(least, most, step)


def step_of(least: float, most: float) -> float:
    """A round step that divides a distance into five parts at most."""
    rough = (most - least) / _MOST_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    return next((times * power for times in (1, 2, 2.5, 5) if times * power >= rough * 0.999), 10 * power)


def skip_of(chart: Chart, width: float = WIDTH) -> int:
    """Show only each so-many-th name, where not all fit along the axis."""
    count = len(chart.categories)
    if chart.kind in (ChartKind.RANGE, ChartKind.BARS):
        return max(1, math.ceil(count * row_of(chart) / (TALLEST - AXIS_ROOM)))
    shortest = max((min(_LINE_ROOM, width_of(one, FONT_SIZE)) for one in chart.categories), default=0.0)
    return max(1, math.ceil(count * (shortest + 6) / (width - _LEFT_ROOM)))
