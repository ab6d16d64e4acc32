"""A journey map as pictures: one per strip, each as wide as a page."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from workshop.domain.journey_map import Cycle
from workshop.report.map import lanes as map_lanes
from workshop.report.map import rows as map_rows
from workshop.report.map.columns import WIDTH, Strip, strips
from workshop.report.map.lanes import Laned, laned
from workshop.report.map.rows import Row
from workshop.report.map.view import CURVES, Lane, MapView
from workshop.report.picture.shapes import Area, Box, Line, Picture, Shape, Stroke

TALLEST: Final = 620.0
"""How high a strip may be so that it fits on a page beside its heading; longer texts are then cut off sooner."""
BESIDE_TITLE: Final = 590.0
"""The same for the first strip, under the title of the chapter."""
MOST_LINES: Final = (4, 3, 2)
MOST_TOLD: Final = 250
MOST_NAMED: Final = 60


def pictures(
    view: MapView, *, prompts: bool = False, table: str = "map.table_says", again: bool = True
) -> tuple[Picture, ...]:
    """Draw a map; `prompts` asks a question per lane while it is empty, `table` is the word for where the table is.

    Without `again` the row of steps of the second cycle is left out: for who sells once.
    """
    parts = strips(view)
    where = view.words(table)
    drawn = [
        _Drawing(view, strip, (at, len(parts)), where, prompts=prompts).picture()
        for at, strip in enumerate(parts, start=1)
    ]
    first = sum(one.cycle is Cycle.FIRST for one in parts)
    steps = (_second_cycle(view),) if again else ()
    return (*drawn[:first], *steps, *drawn[first:])


def _second_cycle(view: MapView) -> Picture:
    """The row of the second cycle, a picture of its own."""
    height, shapes = map_rows.second_cycle(view, 0)
    said = view.words("map.repeat.described", n=str(len(map_rows.repeated(view))), name=_short(view.name))
    return Picture(view.words("map.repeat.name"), said, WIDTH, height, shapes)


def _short(name: str) -> str:
    return name if len(name) <= MOST_NAMED else f"{name[: MOST_NAMED - 1]}…"


class _Drawing:
    """Draws one strip; `part` is which of how many, `where` says where the table with the same words stands."""

    def __init__(self, view: MapView, strip: Strip, part: tuple[int, int], where: str, *, prompts: bool) -> None:
        self.view = view
        self.where = where
        self.strip = strip
        self.part = part
        self.prompts = prompts and not view.map.touchpoints
        self.right = strip.columns[-1].left + strip.columns[-1].width

    def picture(self) -> Picture:
        """The strip, with its lanes as high as fits."""
        height, shapes = self._fitting()
        return Picture(self._title(), self._description(), WIDTH, height, tuple(shapes))

    def _fitting(self) -> tuple[float, list[Shape]]:
        for most in MOST_LINES:
            height, shapes = self._drawn(laned(self.view, self.strip, most))
            if height <= (BESIDE_TITLE if self.part[0] == 1 else TALLEST):
                break
        return height, shapes

    def _drawn(self, lanes: Sequence[Laned]) -> tuple[float, list[Shape]]:
        top, above = self._piled(0, self._above())
        begin, end = top, top + sum(one.height for one in lanes)
        back: list[Shape] = []
        front: list[Shape] = []
        for at, one in enumerate(lanes):
            if at % 2 == 0:
                back.append(Box(Area.STRIPE, 0, top, self.right, one.height))
            front += [*map_lanes.head(self.view, one, top), *self._lane(one, top)]
            top += one.height
        back += self._rules(begin, end)
        height, below = self._piled(end, self._below())
        return round(height, 1), [*above, *back, *front, *below]

    def _lane(self, one: Laned, top: float) -> Iterator[Shape]:
        if self.prompts:
            yield map_lanes.prompt(self.view, one.lane, top)
        elif one.lane in CURVES:
            yield from map_lanes.curve_lane(self.view, self.strip, one, top)
        elif one.lane is Lane.GAPS:
            yield from map_lanes.gaps_lane(self.view, self.strip, top)
        else:
            yield from map_lanes.text_lane(self.view, self.strip, one, top)

    def _rules(self, begin: float, end: float) -> Iterator[Shape]:
        """Thin lines between columns, firm ones between phases."""
        if self.prompts:
            return
        for _, columns in self.strip.groups:
            for at, column in enumerate(columns):
                stroke = Stroke.RULE if at else Stroke.PHASE_RULE
                yield Line(stroke, ((column.left, begin), (column.left, end)))
        yield Line(Stroke.PHASE_RULE, ((self.right, begin), (self.right, end)))

    def _piled(self, top: float, rows: Sequence[Callable[[float], Row]]) -> tuple[float, list[Shape]]:
        shapes: list[Shape] = []
        for row in rows:
            height, made = row(top)
            top += height
            shapes += made
        return top, shapes

    def _above(self) -> list[Callable[[float], Row]]:
        view, strip = self.view, self.strip
        rows: list[Callable[[float], Row]] = []
        if self.part[1] > 1:
            rows.append(lambda top: map_rows.title(self._part_title(), top))
        return [*rows, lambda top: map_rows.bands(view, strip, top), lambda top: map_rows.phases(strip, top)]

    def _below(self) -> list[Callable[[float], Row]]:
        view, strip = self.view, self.strip
        if strip.cycle is Cycle.REPEAT:
            return []
        rows: list[Callable[[float], Row]] = [lambda top: map_rows.care(view, top)]
        rows.append(lambda top: map_rows.way_back(view, strip, top))
        if strip.last:
            rows.append(lambda top: map_rows.outside(view, top))
        return rows

    def _part_title(self) -> str:
        part, whole = self.part
        first, repeat = (self._names(cycle) for cycle in Cycle)
        if first and repeat:
            return self.view.words("map.part_title_both", part=str(part), of=str(whole), phases=first, repeat=repeat)
        key = "map.part_title" if first else "map.part_title_repeat"
        return self.view.words(key, part=str(part), of=str(whole), phases=first or repeat)

    def _names(self, cycle: Cycle) -> str:
        return ", ".join(dict.fromkeys(group.title for group, _ in self.strip.groups if group.cycle is cycle))

    def _title(self) -> str:
        title = self.view.words("map.title", name=self.view.name)
        part, whole = self.part
        return f"{title}, {self.view.words('map.part', part=str(part), of=str(whole))}" if whole > 1 else title

    def _description(self) -> str:
        words, points = self.view.words, self.strip.points
        count = words.plural("map.touchpoints", len(points))
        decisions = words.plural("map.decisions", sum(one.is_decision for one in points))
        phases = ", ".join(dict.fromkeys(group.title for group, _ in self.strip.groups))
        said = words(
            "map.described", name=_short(self.view.name), touchpoints=count, decisions=decisions, phases=phases
        )
        room = MOST_TOLD - len(self.where) - 1
        return f"{said if len(said) <= room else f'{said[: room - 1]}…'} {self.where}"
