"""Named spots on two axes as a picture."""

from collections.abc import Iterator

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, Role
from workshop.report.charts.figures import named
from workshop.report.charts.frames import mark_shown
from workshop.report.charts.measures import TITLE_ROOM, WIDTH, height_of
from workshop.report.charts.pieces import centred, ended, line, mark, number, words
from workshop.report.charts.spots import RADIUS, Label, Plot, Side, placed, plot_of
from workshop.report.picture.shapes import Area, Box, Lettering, Shape, Stroke, Text


def scattered(chart: Chart, language: Language, width: float = WIDTH) -> tuple[float, tuple[Shape, ...]]:
    """The height and the shapes of a chart of spots."""
    return height_of(chart), tuple(_shapes(chart, language, width))


def _shapes(chart: Chart, language: Language, width: float) -> Iterator[Shape]:
    plot = plot_of(chart, width)
    left, top, right, bottom = plot.frame
    yield words(Lettering.AXIS, 2, TITLE_ROOM / 2, named(chart.values.title))
    yield Box(Area.PLOT, left, top, right - left, bottom - top)
    middle, half = (left + right) / 2, (top + bottom) / 2
    yield line(Stroke.CHART_AXIS, (middle, top), (middle, bottom))
    yield line(Stroke.CHART_AXIS, (left, half), (right, half))
    yield from _figures(plot, chart, language)
    yield centred(Lettering.AXIS, middle, bottom + 20, right - left, chart.categories_axis.title)
    for place in placed(chart, width):
        yield mark(Role.MAIN, place.x, place.y, RADIUS)
        if place.label:
            yield from _label(place.label)


def _figures(plot: Plot, chart: Chart, language: Language) -> Iterator[Shape]:
    left, top, right, bottom = plot.frame
    for one in plot.across.marks:
        x = left + plot.across.share(one) * (right - left)
        yield number(Lettering.AXIS, x, bottom + 7, mark_shown(chart, one, language))
    for one in plot.up.marks:
        y = bottom - plot.up.share(one) * (bottom - top)
        yield ended(Lettering.AXIS, left - 9, y, mark_shown(chart, one, language))


def _label(label: Label) -> Iterator[Shape]:
    """The names of a spot, on the colour of the page so that no line runs through them."""
    left, top, right, bottom = label.frame
    yield Box(Area.PAGE, left - 1, top, right - left + 2, bottom - top)
    middle = label.side in (Side.BELOW, Side.ABOVE)
    yield Text(Lettering.FIGURE, left, top, right - left, label.lines, middle=middle)
