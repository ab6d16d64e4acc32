"""The rows of a map beside its lanes: bands, phases, the care phase, the way back and the second cycle."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from workshop.domain.journey import Block, PhaseKind
from workshop.domain.journey_map import STEPS, Cycle, MapKind, steps_with
from workshop.report.map.columns import LEFT, ROOM, WIDTH, Column, GroupKind, Strip, in_second
from workshop.report.map.lanes import DOWN, PAD, SIGN
from workshop.report.map.view import MapView
from workshop.report.picture.lettering import wrapped
from workshop.report.picture.shapes import (
    Area,
    Box,
    Form,
    Lettering,
    Line,
    Mark,
    Shape,
    Stroke,
    Text,
    leading_of,
    size_of,
)

BAND: Final = 18.0
CHIP: Final = 25.0
GAP: Final = 6.0
_AREAS: Final = {
    GroupKind.PHASE: Area.PHASE,
    GroupKind.LANE_PHASE: Area.LANE_PHASE,
    GroupKind.OUTSIDE: Area.OUTSIDE,
}

Row = tuple[float, tuple[Shape, ...]]
"""How high a row is, and what stands in it."""


def title(words: str, top: float) -> Row:
    """A line above a strip."""
    lines = wrapped(words, size_of(Lettering.TITLE), WIDTH, 1, bold=True)
    text = Text(Lettering.TITLE, 0, top, WIDTH, lines)
    return text.height + GAP, (text,)


def bands(view: MapView, strip: Strip, top: float) -> Row:
    """Before, at and after purchase, with how many touchpoints lie there in the whole cycle."""
    shapes: list[Shape] = []
    both = all(strip.holds(cycle) for cycle in Cycle)
    for (band, cycle), own in groupby(strip.columns, key=lambda one: (one.band, one.group.cycle)):
        columns = list(own)
        left, width = columns[0].left, columns[0].width * len(columns)
        words = view.words(f"map.band.{band}")
        if both and cycle is Cycle.REPEAT:
            words = view.words("map.band_repeat", band=words)
        said = view.words("map.band_count", band=words, n=str(_count(view, columns[0])))
        lines = wrapped(said, size_of(Lettering.SOFT), width - 4, 1)
        shapes.append(Box(Area.BAND, left + 1, top, width - 2, BAND))
        height = top + (BAND - leading_of(Lettering.SOFT)) / 2
        shapes.append(Text(Lettering.SOFT, left + 2, height, width - 4, lines, middle=True))
    return BAND + 2, tuple(shapes)


def _count(view: MapView, column: Column) -> int:
    second = column.group.cycle is Cycle.REPEAT
    points = (one for one in view.map.touchpoints if in_second(view, one) is second)
    return sum(Column(column.group, one, 0, 0).band is column.band for one in points)


def phases(strip: Strip, top: float) -> Row:
    """The names of the phases, each over its own columns."""
    names = []
    for group, columns in strip.groups:
        width = columns[0].width * len(columns)
        lines = wrapped(group.title, size_of(Lettering.PHASE), width - 2 * PAD, 2, bold=True)
        names.append((group, columns[0].left, width, lines))
    most = max(len(lines) for *_, lines in names)
    height = most * leading_of(Lettering.PHASE) + 2 * DOWN
    shapes: list[Shape] = []
    for group, left, width, lines in names:
        shapes.append(Box(_AREAS[group.kind], left + 1, top, width - 2, height, 3))
        under = top + (height - len(lines) * leading_of(Lettering.PHASE)) / 2
        shapes.append(Text(Lettering.PHASE, left + PAD, under, width - 2 * PAD, lines, middle=True))
    return height + 2, tuple(shapes)


def care(view: MapView, top: float) -> Row:
    """The phases that run under all others, as a bar across all columns."""
    height = 0.0
    shapes: list[Shape] = []
    for phase in view.model.phases:
        if phase.kind is not PhaseKind.LANE:
            continue
        names = [one.name for one in view.map.in_blocks(phase.blocks) if one.name]
        gaps = view.gaps_in(phase.id) if not names else ()
        under = view.words("map.runs_under")
        said = f"{under}: {' · '.join(names)}" if names else f"{under}, {view.words('map.nothing_here')}"
        said = f"{said} ({', '.join(gaps)})" if gaps else said
        room = ROOM - 2 * PAD
        text = Text(Lettering.BODY, LEFT + PAD, top + height + DOWN + 1, room, wrapped(said, 11, room, 2))
        name = wrapped(phase.name, size_of(Lettering.HEAD), LEFT - 2 * PAD, 2, bold=True)
        deep = max(text.height, len(name) * leading_of(Lettering.HEAD)) + 2 * DOWN
        shapes += [
            Box(Area.CARE, 0, top + height + 2, WIDTH, deep - 2, 4),
            Text(Lettering.HEAD, PAD, top + height + DOWN + 1, LEFT - 2 * PAD, name),
            text,
        ]
        height += deep + 2
    return height, tuple(shapes)


def way_back(view: MapView, strip: Strip, top: float) -> Row:
    """The arrow from recommending to attention: who recommends brings a new customer (source 002)."""
    start, end = view.model.phase_of(Block.RECOMMENDING), view.model.phase_of(Block.ATTENTION)
    if start is None or end is None or strip.cycle is Cycle.REPEAT:
        return 0.0, ()
    own = [one for one in strip.columns if one.group.cycle is Cycle.FIRST]
    last = next((one for one in reversed(own) if one.group.phase == start.id), None)
    if last is None:
        return 0.0, ()
    first = next((one for one in own if one.group.phase == end.id), None)
    low = top + 24
    points = [(last.middle, top + 2), (last.middle, low), (first.middle if first else LEFT, low)]
    points += [(first.middle, top + 2)] if first else []
    said = view.words("map.return", phase=end.name)
    left, right = (first.middle if first else LEFT) + 12, last.middle - 12
    if WIDTH - last.middle > right - left:
        left, right = last.middle + 12, WIDTH
    room = right - left
    lines = wrapped(said, size_of(Lettering.SOFT), room, 1)
    text = Text(Lettering.SOFT, left, low - leading_of(Lettering.SOFT) - 3, room, lines, middle=True)
    return 30.0, (Line(Stroke.RETURN, tuple(points), arrow=True), text)


def repeated(view: MapView) -> tuple[str, ...]:
    """The steps of the second cycle that are there; on a map of how it will be, those that are planned."""
    designing = view.map.kind is MapKind.DESIGN
    return tuple(steps_with(one for one in view.map.cycle(Cycle.REPEAT) if designing or not one.to_design))


def second_cycle(view: MapView, top: float) -> Row:
    """The second cycle in one line: how many of its six steps are there, and which (source 004)."""
    done = repeated(view)
    lines = wrapped(view.words("map.repeat.title", n=str(len(done))), 11, LEFT - 2 * PAD, 2, bold=True)
    shapes: list[Shape] = [Text(Lettering.HEAD, PAD, top + 4, LEFT - 2 * PAD, lines)]
    for at, step in enumerate(STEPS):
        shapes += _step(view, step, at, top + 3, here=step in done)
    return CHIP + 2 * GAP, tuple(shapes)


def _step(view: MapView, step: str, at: int, top: float, *, here: bool) -> Iterator[Shape]:
    wide = ROOM / len(STEPS)
    left, middle = LEFT + at * wide, top + CHIP / 2
    yield Box(Area.STEP if here else Area.STEP_OPEN, left + 2, top, wide - 4, CHIP, 12)
    yield Mark(Form.CHECK if here else Form.RING, left + 16, middle, SIGN)
    said = view.words(f"map.repeat.{'done' if here else 'open'}", step=view.words(f"map.repeat.{step}"))
    lines = wrapped(said, size_of(Lettering.SOFT), wide - 38, 1)
    yield Text(Lettering.SOFT, left + 28, middle - leading_of(Lettering.SOFT) / 2, wide - 38, lines)


def outside(view: MapView, top: float) -> Row:
    """The building blocks that the model leaves out, by name."""
    if not view.model.outside:
        return 0.0, ()
    names = view.words.join([view.words(f"block.{one}") for one in view.model.outside])
    said = view.words("map.outside_blocks", blocks=names)
    text = Text(Lettering.SOFT, 0, top + 2, WIDTH, wrapped(said, size_of(Lettering.SOFT), WIDTH, 2))
    return text.height + GAP, (text,)
