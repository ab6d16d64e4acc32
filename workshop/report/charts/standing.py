"""Standing columns, and lines through points, as a picture: names below, numbers of the axis at the left."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, ChartKind, Role
from workshop.report.charts.figures import decimals_of, known, named, shown
from workshop.report.charts.frames import MOST_LINES, mark_shown, standing_frame, values_scale
from workshop.report.charts.looks import roles_of
from workshop.report.charts.measures import TITLE_ROOM, WIDTH, height_of, labels_fit, shows_scale, skip_of
from workshop.report.charts.pieces import STROKES, bar, centred, ended, key, line, mark, number, words
from workshop.report.picture.shapes import Lettering, Line, Shape, Stroke, leading_of

_BETWEEN: Final = 0.38
_MANY: Final = 16


def standing(chart: Chart, language: Language, width: float = WIDTH) -> tuple[float, tuple[Shape, ...]]:
    """The height and the shapes of a chart of columns or lines."""
    drawing = _Standing(chart, language, width)
    return drawing.height, tuple(drawing.shapes())


class _Standing:
    """Draws one chart: from `bottom` to `top` runs the axis of the numbers, each category has a column."""

    def __init__(self, chart: Chart, language: Language, width: float) -> None:
        self.chart = chart
        self.language = language
        self.width = width
        self.scale = values_scale(chart)
        self.labelled = labels_fit(chart, language, width)
        self.height = height_of(chart)
        self.left, self.top, _, self.bottom = standing_frame(chart, language, width)
        self.column = (width - self.left) / max(1, len(chart.categories))
        self.step = skip_of(chart, width)

    def shapes(self) -> Iterator[Shape]:
        """From back to front: grid, columns or lines, words."""
        yield from key(self.chart, self.width)
        yield from self._titles()
        yield from self._grid()
        for at, role in enumerate(roles_of(self.chart)):
            yield from self._columns(at, role) if self.chart.kind is ChartKind.COLUMNS else self._line(at, role)
        zero = self._y(0.0)
        yield line(Stroke.CHART_AXIS, (self.left, zero), (self.width, zero))
        yield from self._names()

    def _y(self, value: Decimal | float) -> float:
        return round(self.bottom - self.scale.share(value) * (self.bottom - self.top), 2)

    def _titles(self) -> Iterator[Shape]:
        if self.chart.values.title:
            yield words(Lettering.AXIS, 2, TITLE_ROOM / 2, named(self.chart.values.title))
        if self.chart.categories_axis.title:
            room = self.width - self.left
            title = self.chart.categories_axis.title
            yield centred(Lettering.AXIS, self.left + room / 2, self.height - TITLE_ROOM + 2, room, title)

    def _grid(self) -> Iterator[Shape]:
        for one in self.scale.marks if shows_scale(self.chart, labelled=self.labelled) else ():
            y = self._y(one)
            yield line(Stroke.CHART_GRID, (self.left, y), (self.width, y))
            yield ended(Lettering.AXIS, self.left - 5, y, mark_shown(self.chart, one, self.language))

    def _columns(self, at: int, role: Role) -> Iterator[Shape]:
        wide = self.column * (1 - _BETWEEN) / len(self.chart.series)
        for place, value in enumerate(self.chart.series[at].values):
            if value is None or not known((value,)):
                continue
            left = self.left + place * self.column + self.column * _BETWEEN / 2 + at * wide
            top, bottom = sorted((self._y(0.0), self._y(value)))
            alone_below = value < 0 and len(self.chart.series) == 1
            yield from bar(Role.COST if alone_below else role, (left, top, wide - 1.5, bottom - top))
            if self.labelled:
                beside = top - leading_of(Lettering.FIGURE) if value >= 0 else bottom + 1
                said = shown(value, self.chart.form, self.language, decimals_of(self.chart))
                yield number(Lettering.FIGURE, left + wide / 2, beside, said)

    def _line(self, at: int, role: Role) -> Iterator[Shape]:
        """Lines between neighbours that are both known; what is not known breaks the line."""
        points = [
            (self._middle(place), self._y(value)) if value is not None and known((value,)) else None
            for place, value in enumerate(self.chart.series[at].values)
        ]
        stretch: list[tuple[float, float]] = []
        for point in (*points, None):
            if point is not None:
                stretch.append(point)
                continue
            if len(stretch) > 1:
                yield Line(STROKES[role], tuple(stretch))
            stretch = []
        radius = 2.4 if len(points) > _MANY else 3.4
        yield from (mark(role, *point, radius) for point in points if point is not None)

    def _middle(self, place: int) -> float:
        return round(self.left + (place + 0.5) * self.column, 2)

    def _names(self) -> Iterator[Shape]:
        for place, name in enumerate(self.chart.categories):
            if place % self.step == 0:
                room = self.column * self.step - 4
                yield centred(Lettering.FIGURE, self._middle(place), self.bottom + 5, room, name, MOST_LINES)
