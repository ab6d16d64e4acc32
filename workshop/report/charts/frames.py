"""Where the bars, columns and lines of a chart stand in it, in points from its top left; the same in every writer."""

from decimal import Decimal
from typing import Final

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, ChartKind
from workshop.report.charts.figures import known, named, shown
from workshop.report.charts.measures import (
    AXIS_ROOM,
    LEGEND_ROOM,
    TITLE_ROOM,
    WIDTH,
    Scale,
    height_of,
    labels_fit,
    names_room,
    scale_of,
    shows_scale,
    skip_of,
)
from workshop.report.charts.xml import FONT_SIZE
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import Frame

MOST_LINES: Final = 2
_LEADING: Final = FONT_SIZE * 1.2
_EDGE: Final = 4.0
_RIGHT: Final = 16.0


def lying_frame(chart: Chart, width: float = WIDTH) -> Frame:
    """The room of lying bars, right of names that keep to one line."""
    top = LEGEND_ROOM if len(chart.series) > 1 else _EDGE
    bottom = height_of(chart) - AXIS_ROOM - (TITLE_ROOM if chart.values.title else 0)
    return names_room(chart), top, width - _RIGHT, max(top + 1, bottom)


def standing_frame(chart: Chart, language: Language, width: float = WIDTH) -> Frame:
    """The room of columns or lines, above their names and right of the numbers of the axis where it shows them."""
    labelled = labels_fit(chart, language, width)
    left = 0.0
    if shows_scale(chart, labelled=labelled):
        left = max(width_of(mark_shown(chart, one, language), FONT_SIZE) for one in values_scale(chart).marks) + 8
    top = _head_room(chart) + (_LEADING if labelled else 6.0)
    names = _LEADING * _name_lines(chart, width - left) + 8
    return left, top, width, height_of(chart) - names - (TITLE_ROOM if chart.categories_axis.title else 0.0)


def values_scale(chart: Chart) -> Scale:
    """The scale of the numbers; bars and columns start at zero unless their axis says otherwise."""
    values = [one for series in chart.series for one in known((*series.values, *series.low, *series.high))]
    return scale_of(chart.values, values, from_zero=chart.kind is not ChartKind.LINES)


def mark_shown(chart: Chart, value: float, language: Language) -> str:
    """A number along an axis as a reader sees it."""
    return shown(Decimal(str(value)), chart.form, language, 0 if value == round(value) else 1)


def _head_room(chart: Chart) -> float:
    """The key to the series and the title of the numbers share the first line."""
    if len(chart.series) > 1:
        return LEGEND_ROOM
    return TITLE_ROOM if chart.values.title else 0.0


def _name_lines(chart: Chart, width: float) -> int:
    """How many lines the names below need."""
    step = skip_of(chart)
    room = width / max(1, len(chart.categories)) * step - 4
    shown_names = chart.categories[::step]
    return max((len(wrapped(named(one), FONT_SIZE, room, MOST_LINES)) for one in shown_names), default=1)
