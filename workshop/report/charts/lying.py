"""Lying bars as a picture: names at the left, bars in the middle, numbers beside them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, ChartKind, Role, Series
from workshop.report.charts.figures import decimals_of, known, named, shown
from workshop.report.charts.frames import lying_frame, mark_shown, values_scale
from workshop.report.charts.looks import roles_of
from workshop.report.charts.measures import AXIS_ROOM, WIDTH, height_of, labels_fit, shows_scale, skip_of
from workshop.report.charts.pieces import bar, centred, key, line, lines, number, words
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import Lettering, Shape, Stroke, leading_of, size_of

_MOST_BESIDE: Final = 150.0
_SIZE: Final = size_of(Lettering.FIGURE)
_CAP: Final = 3.0
_INSET: Final = 2.0
_BETWEEN: Final = 0.3


def lying(chart: Chart, language: Language, width: float = WIDTH) -> tuple[float, tuple[Shape, ...]]:
    """The height and the shapes of a chart of lying bars."""
    return height_of(chart), tuple(_Lying(chart, language, width).shapes())


class _Lying:
    """Draws one chart: from `left` to `right` runs the axis, each category has a row."""

    def __init__(self, chart: Chart, language: Language, width: float) -> None:
        self.chart = chart
        self.language = language
        self.width = width
        self.decimals = decimals_of(chart)
        self.roles = roles_of(chart)
        self.scale = values_scale(chart)
        self.left, self.top, _, self.bottom = lying_frame(chart, width)
        beside = max((width_of(one, _SIZE) for one in self._all_shown()), default=0.0)
        self.labelled = beside <= _MOST_BESIDE and (chart.kind is ChartKind.RANGE or labels_fit(chart, language, width))
        self.right = width - 8 - (beside if self.labelled else 20.0)
        self.row = (self.bottom - self.top) / max(1, len(chart.categories))

    def shapes(self) -> Iterator[Shape]:
        """From back to front: grid, bars, words."""
        yield from key(self.chart, self.width)
        yield from self._grid()
        for at, (series, role) in enumerate(zip(self.chart.series, self.roles, strict=True)):
            for row, value in enumerate(series.values):
                if known((value,)):
                    yield from self._bar(series, role, at, row)
        zero = self._x(0.0)
        yield line(Stroke.CHART_AXIS, (zero, self.top), (zero, self.bottom))
        yield from self._names()

    def _x(self, value: Decimal | float) -> float:
        return round(self.left + self.scale.share(value) * (self.right - self.left), 2)

    def _grid(self) -> Iterator[Shape]:
        for one in self.scale.marks if shows_scale(self.chart, labelled=self.labelled) else ():
            x = self._x(one)
            yield line(Stroke.CHART_GRID, (x, self.top), (x, self.bottom))
            yield number(Lettering.AXIS, x, self.bottom + 5, mark_shown(self.chart, one, self.language))
        title = self.chart.values.title
        if title:
            room = self.right - self.left
            yield centred(Lettering.AXIS, self.left + room / 2, self.bottom + AXIS_ROOM - 2, room, title)

    def _bar(self, series: Series, role: Role, at: int, row: int) -> Iterator[Shape]:
        value = series.values[row] or Decimal(0)
        thick = self.row * (1 - _BETWEEN) / len(self.chart.series)
        top = self.top + row * self.row + self.row * _BETWEEN / 2 + at * thick
        start, end = sorted((self._x(0.0), self._x(value)))
        middle = top + thick / 2
        ranged = self.chart.kind is ChartKind.RANGE and bool(series.low and series.high)
        yield from bar(role, (start, top, end - start, thick - 1), ranged=self.chart.kind is ChartKind.RANGE)
        if ranged and series.low[row] < series.high[row]:
            yield from self._whisker(self._x(series.low[row]), self._x(series.high[row]), middle)
        if self.labelled:
            left = self.right + 6 if ranged else end + 4
            yield words(Lettering.FIGURE, left, middle, self._shown(series, row))

    @staticmethod
    def _whisker(low: float, high: float, middle: float) -> Iterator[Shape]:
        yield line(Stroke.WHISKER, (low, middle), (high, middle))
        for x in (low, high):
            yield line(Stroke.WHISKER, (x, middle - _CAP), (x, middle + _CAP))

    def _shown(self, series: Series, row: int) -> str:
        """A number, with its range where it has one: "48 (42–54)"."""
        value = series.values[row] or Decimal(0)
        said = shown(value, self.chart.form, self.language, self.decimals)
        if not (series.low and series.high and series.low[row] < series.high[row]):
            return said
        ends = (shown(one[row], self.chart.form, self.language, self.decimals) for one in (series.low, series.high))
        return f"{said} ({'–'.join(ends)})"

    def _all_shown(self) -> Iterator[str]:
        for series in self.chart.series:
            for row, value in enumerate(series.values):
                if known((value,)):
                    yield self._shown(series, row)

    def _names(self) -> Iterator[Shape]:
        most, step = max(1, int(self.row / leading_of(Lettering.FIGURE))), skip_of(self.chart, self.width)
        for row, name in enumerate(self.chart.categories):
            if row % step == 0:
                broken = wrapped(named(name), _SIZE, self.left - 9, most)
                yield lines(Lettering.FIGURE, _INSET, self.top + (row + 0.5) * self.row, broken)
