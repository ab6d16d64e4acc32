"""The lanes of a map: how high each must be, and the shapes that stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workshop.domain.journey import PhaseKind
from workshop.domain.journey_map import Cycle, Touchpoint
from workshop.report.map.columns import LEFT, ROOM, Column, Group, Strip
from workshop.report.map.view import CURVES, NOTHING, Entry, Lane, MapView
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import (
    BOLD,
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

PAD: Final = 6.0
DOWN: Final = 4.0
"""Room at the left and right of a text, and above and below it."""
SIGN: Final = 4.5
INDENT: Final = 14.0
LEAST: Final = 19.0
DOT: Final = 7.0
BESIDE: Final = 9.0
STEP: Final = 10.0
TAG: Final = 16.0
_TOP: Final = 9.0
_CURVE: Final = 2 * _TOP + 4 * STEP
_TALL: Final = frozenset({Lane.TOUCHPOINT, Lane.GOAL, Lane.PAINS, Lane.PLUSES, Lane.IDEA})


@dataclass(frozen=True, slots=True)
class Laned:
    """A lane with its height and how many lines its texts may take."""

    lane: Lane
    height: float
    lines: int


def laned(view: MapView, strip: Strip, most: int) -> tuple[Laned, ...]:
    """Each lane with the height it needs in this strip; tall lanes hold at most `most` lines, others two."""
    return tuple(_laned(view, strip, lane, most if lane in _TALL else min(2, most)) for lane in view.lanes)


def _laned(view: MapView, strip: Strip, lane: Lane, most: int) -> Laned:
    if lane in CURVES:
        return Laned(lane, _CURVE + (leading_of(Lettering.SOFT) if lane is Lane.EMOTIONAL else 0), 1)
    if lane is Lane.GAPS:
        return Laned(lane, max(LEAST, _gaps_height(view, strip)), 1)
    heights = [_cell_height(view, lane, column, most) for column in strip.columns]
    return Laned(lane, max(LEAST, *heights), most)


def _cell_height(view: MapView, lane: Lane, column: Column, most: int) -> float:
    return sum(one.height for one in cell(view, lane, column, 0, most) if isinstance(one, Text)) + 2 * DOWN


def cell(view: MapView, lane: Lane, column: Column, top: float, most: int) -> Iterator[Shape]:
    """What stands in a lane of text in one column."""
    if column.point is None:
        if lane is Lane.TOUCHPOINT:
            yield _text(Entry(view.words("map.nothing_here"), lettering=Lettering.SOFT), column, top, most)
        return
    entry = view.entry(lane, column.point)
    if entry == NOTHING:
        return
    if entry.form:
        yield Mark(entry.form, column.left + PAD + SIGN, top + DOWN + leading_of(entry.lettering) / 2, SIGN)
    shown = _text(entry, column, top, most)
    yield shown
    if lane is Lane.TOUCHPOINT:
        yield from _below(view, column, column.point, shown)


def _text(entry: Entry, column: Column, top: float, most: int) -> Text:
    indent = PAD + (INDENT if entry.form else 0)
    room = column.width - indent - PAD
    bold = entry.lettering in BOLD
    lines = wrapped(entry.words, size_of(entry.lettering), room, most, bold=bold)
    return Text(entry.lettering, column.left + indent, top + DOWN, room, lines)


def _below(view: MapView, column: Column, point: Touchpoint, above: Text) -> Iterator[Shape]:
    """How long a touchpoint lasts, and that it does not exist yet."""
    top = above.top + above.height - DOWN
    for said in (point.text("duration"), view.words("map.to_design") if point.to_design else ""):
        if said:
            yield _text(Entry(said, lettering=Lettering.SOFT), column, top, 1)
            top += leading_of(Lettering.SOFT)


def text_lane(view: MapView, strip: Strip, one: Laned, top: float) -> Iterator[Shape]:
    """A lane of texts; a touchpoint stands on a card."""
    for column in strip.columns:
        if one.lane is Lane.TOUCHPOINT and column.point:
            area = Area.TO_DESIGN if column.point.to_design else Area.TOUCHPOINT
            yield Box(area, column.left + 2, top + 2, column.width - 4, one.height - 4, 4)
        yield from cell(view, one.lane, column, top, one.lines)


def curve_lane(view: MapView, strip: Strip, one: Laned, top: float) -> Iterator[Shape]:
    """Expectation and experience as two lines with their figures; the word for the feeling below."""
    for value in (1, 3, 5):
        height = _height(top, value)
        yield Line(Stroke.GRID, ((LEFT, height), (strip.columns[-1].left + strip.columns[-1].width, height)))
    runs = ((Stroke.EXPECTED, -BESIDE), (Stroke.EXPERIENCED, BESIDE))
    for stroke, beside in runs:
        yield from _connected(strip, one.lane, stroke, beside, top)
    for column in strip.columns:
        for stroke, beside in runs:
            known = _value(column, one.lane, stroke)
            if known is not None:
                yield from _dot(stroke, column.middle + beside, _height(top, known), known)
        if one.lane is Lane.EMOTIONAL and column.point and column.point.text("emotion"):
            yield _feeling(view, column, column.point, top + one.height)


def _feeling(view: MapView, column: Column, point: Touchpoint, bottom: float) -> Text:
    word = view.chosen(point, "emotion").lower()
    room = column.width - 2 * PAD
    lines = wrapped(word, size_of(Lettering.SOFT), room, 1)
    top = bottom - leading_of(Lettering.SOFT) - 2
    return Text(Lettering.SOFT, column.left + PAD, top, room, lines, middle=True)


def _connected(strip: Strip, lane: Lane, stroke: Stroke, beside: float, top: float) -> Iterator[Line]:
    """The line through the known points; it stops where one is unknown and at the edge of a lane phase."""
    for before, after in pairwise(strip.columns):
        first, second = _value(before, lane, stroke), _value(after, lane, stroke)
        if first is None or second is None or _apart(before.group, after.group):
            continue
        ends = ((before.middle + beside, _height(top, first)), (after.middle + beside, _height(top, second)))
        yield Line(stroke, ends, smooth=True)


def _apart(one: Group, other: Group) -> bool:
    return one.kind is not other.kind or one.cycle is not other.cycle


def _value(column: Column, lane: Lane, stroke: Stroke) -> int | None:
    if column.point is None:
        return None
    feeling = CURVES[lane]
    return column.point.expected(feeling) if stroke is Stroke.EXPECTED else column.point.experienced(feeling)


def _height(top: float, value: int) -> float:
    return top + _TOP + (5 - min(max(value, 1), 5)) * STEP


def _dot(stroke: Stroke, x: float, y: float, value: int) -> Iterator[Shape]:
    full = stroke is Stroke.EXPERIENCED
    yield Mark(Form.DISC if full else Form.RING, x, y, DOT)
    lettering = Lettering.COUNT_FULL if full else Lettering.COUNT
    yield Text(lettering, x - DOT, y - leading_of(lettering) / 2, 2 * DOT, (str(value),), middle=True)


def gaps_lane(view: MapView, strip: Strip, top: float) -> Iterator[Shape]:
    """The numbers of the gaps at each touchpoint, and below them those of the whole phase."""
    rows = _most_rows(view, strip)
    for column in strip.columns:
        if column.point:
            yield from _tags(view.gaps_at(column.point), column, top)
    below = top + rows * (TAG + 2)
    for group, columns in strip.groups:
        said = _whole_phase(view, group, columns)
        if said:
            yield Text(Lettering.SOFT, columns[0].left + PAD, below + DOWN, len(columns) * columns[0].width, said)


def _gaps_height(view: MapView, strip: Strip) -> float:
    lines = max(len(_whole_phase(view, group, columns)) for group, columns in strip.groups)
    return _most_rows(view, strip) * (TAG + 2) + lines * leading_of(Lettering.SOFT) + 2 * DOWN


def _whole_phase(view: MapView, group: Group, columns: Sequence[Column]) -> tuple[str, ...]:
    phase = view.model.phase(group.phase)
    if phase is None or (group.cycle is Cycle.REPEAT and phase.kind is not PhaseKind.CYCLE):
        return ()
    gaps = view.gaps_in(phase.id)
    if not gaps:
        return ()
    said = view.words("map.whole_phase", gaps=", ".join(gaps))
    return wrapped(said, size_of(Lettering.SOFT), len(columns) * columns[0].width - 2 * PAD, 4)


def _most_rows(view: MapView, strip: Strip) -> int:
    return max((_rows(view.gaps_at(one.point), one) for one in strip.columns if one.point), default=0)


def _rows(gaps: Sequence[str], column: Column) -> int:
    return len({top for _, _, top in _places(gaps, column)})


def _tags(gaps: Sequence[str], column: Column, top: float) -> Iterator[Shape]:
    for gap, left, row in _places(gaps, column):
        width = _tag_width(gap)
        yield Box(Area.TAG, left, top + DOWN - 1 + row, width, TAG, 3)
        height = top + DOWN - 1 + row + (TAG - leading_of(Lettering.TAG)) / 2
        yield Text(Lettering.TAG, left, height, width, (gap,), middle=True)


def _places(gaps: Sequence[str], column: Column) -> Iterator[tuple[str, float, float]]:
    left, row = column.left + PAD, 0.0
    for gap in gaps:
        width = _tag_width(gap)
        if left > column.left + PAD and left + width > column.left + column.width - PAD:
            left, row = column.left + PAD, row + TAG + 2
        yield gap, left, row
        left += width + 3


def _tag_width(gap: str) -> float:
    return width_of(gap, size_of(Lettering.TAG), bold=True) + 8


def prompt(view: MapView, lane: Lane, top: float) -> Text:
    """The question of a lane, shown while the map is empty."""
    lines = wrapped(view.words(f"map.prompt.{lane}"), size_of(Lettering.SOFT), ROOM - 2 * PAD, 1)
    return Text(Lettering.SOFT, LEFT + PAD, top + DOWN, ROOM - 2 * PAD, lines)


def head(view: MapView, one: Laned, top: float) -> Iterator[Shape]:
    """The name of a lane at its left, with what the two lines of a curve are."""
    room = LEFT - 2 * PAD
    lines = wrapped(view.words(f"map.lane.{one.lane}"), size_of(Lettering.HEAD), room, 2, bold=True)
    name = Text(Lettering.HEAD, PAD, top + DOWN, room, lines)
    yield name
    if one.lane not in CURVES:
        return
    below = name.top + name.height + 3
    for form, said in ((Form.RING, "expected"), (Form.DISC, "experienced")):
        yield Mark(form, PAD + SIGN + 1, below + leading_of(Lettering.SOFT) / 2, SIGN)
        yield Text(Lettering.SOFT, PAD + INDENT + 2, below, room - INDENT - 20, (view.words(f"map.{said}"),))
        below += leading_of(Lettering.SOFT) + 2
    for value in (1, 5):
        height = _height(top, value) - leading_of(Lettering.SOFT) / 2
        yield Text(Lettering.SOFT, LEFT - 12, height, 10, (str(value),), middle=True)
