"""The columns of a map: touchpoints grouped by phase, and how the groups are divided over strips of one page wide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from math import ceil
from typing import Final

from workshop.domain.journey import PhaseKind
from workshop.domain.journey_map import Cycle, Touchpoint
from workshop.report.map.view import Band, MapView, band_of

WIDTH: Final = 1120.0
LEFT: Final = 116.0
NARROWEST: Final = 100.0
WIDEST: Final = 201.0
ROOM: Final = WIDTH - LEFT
MOST: Final = int(ROOM // NARROWEST)
"""Columns that fit next to each other."""


class GroupKind(StrEnum):
    """What keeps columns together."""

    PHASE = "phase"
    LANE_PHASE = "lane-phase"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Group:
    """Touchpoints of one phase; none makes one empty column, so that a hole shows."""

    kind: GroupKind
    title: str
    phase: str
    band: Band
    points: tuple[Touchpoint, ...]
    cycle: Cycle = Cycle.FIRST

    @property
    def size(self) -> int:
        """How many columns it takes."""
        return max(1, len(self.points))


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `point` is None in a phase without touchpoints."""

    group: Group
    point: Touchpoint | None
    left: float
    width: float

    @property
    def middle(self) -> float:
        """The middle across."""
        return self.left + self.width / 2

    @property
    def band(self) -> Band:
        """The part of the journey seen from the purchase."""
        return band_of(self.point.block) if self.point else self.group.band


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the map that fits on the width of a page."""

    columns: tuple[Column, ...]
    last: bool

    @property
    def cycle(self) -> Cycle:
        """The cycle it lies in; a strip that holds both counts as the first."""
        return Cycle.FIRST if self.holds(Cycle.FIRST) else Cycle.REPEAT

    def holds(self, cycle: Cycle) -> bool:
        """Tell whether a column of this cycle stands in it."""
        return any(one.group.cycle is cycle for one in self.columns)

    @property
    def groups(self) -> tuple[tuple[Group, tuple[Column, ...]], ...]:
        """The columns by group."""
        return tuple((group, tuple(own)) for group, own in groupby(self.columns, key=lambda one: one.group))

    @property
    def points(self) -> tuple[Touchpoint, ...]:
        """The touchpoints in it."""
        return tuple(one.point for one in self.columns if one.point)


def in_second(view: MapView, point: Touchpoint) -> bool:
    """Tell whether a touchpoint lies in the second cycle, or in a phase that is drawn as one."""
    phase = view.model.phase_of(point.block)
    return point.cycle is Cycle.REPEAT or (phase is not None and phase.kind is PhaseKind.CYCLE)


def strips(view: MapView) -> tuple[Strip, ...]:
    """All strips, the second cycle after the first: beside it where that saves a strip; each as wide as a page."""
    first, second = tuple(_first(view)), tuple(_second(view))
    apart, together = [*_packed(first), *_packed(second)], _packed((*first, *second))
    parts = min(apart, together, key=lambda one: (len(one), _widest(one)))
    last = max(at for at, part in enumerate(parts) if any(one.cycle is Cycle.FIRST for one in part))
    return tuple(Strip(tuple(_columns(part)), last=at == last) for at, part in enumerate(parts))


def _first(view: MapView) -> Iterator[Group]:
    points = tuple(one for one in view.map.touchpoints if not in_second(view, one))
    by_phase = [(phase, tuple(one for one in points if one.block in phase.blocks)) for phase in view.model.phases]
    for phase, own in by_phase:
        if phase.kind is PhaseKind.COLUMN:
            yield Group(GroupKind.PHASE, phase.name, phase.id, band_of(phase.blocks[0]), own)
    for phase, own in by_phase:
        if phase.kind is PhaseKind.LANE and own:
            title = view.words("map.all_phases", phase=phase.name)
            yield Group(GroupKind.LANE_PHASE, title, phase.id, band_of(phase.blocks[0]), own)
    yield from _outside(view, points)


def _second(view: MapView) -> Iterator[Group]:
    yield from (replace(group, cycle=Cycle.REPEAT) for group in _repeated(view))


def _repeated(view: MapView) -> Iterator[Group]:
    points = tuple(one for one in view.map.touchpoints if in_second(view, one))
    for phase in view.model.phases:
        own = tuple(one for one in points if one.block in phase.blocks)
        if own:
            kind = GroupKind.LANE_PHASE if phase.kind is PhaseKind.LANE else GroupKind.PHASE
            yield Group(kind, phase.name, phase.id, band_of(phase.blocks[0]), own)
    yield from _outside(view, points)


def _outside(view: MapView, points: Iterable[Touchpoint]) -> Iterator[Group]:
    own = tuple(one for one in points if one.block in view.model.outside)
    if own:
        yield Group(GroupKind.OUTSIDE, view.words("map.outside"), "", band_of(own[0].block), own)


def _columns(groups: Sequence[Group]) -> Iterator[Column]:
    left, wide = LEFT, min(WIDEST, ROOM / _widest((groups,)))
    for group in groups:
        for point in group.points or (None,):
            yield Column(group, point, left, wide)
            left += wide


def _packed(groups: Sequence[Group]) -> list[list[Group]]:
    """Divide groups over as few strips as can be, as even as can be; a strip ends with a phase."""
    total = sum(group.size for group in groups)
    if not total:
        return []
    strips_needed = len(_filled(groups, MOST))
    even = (_filled(groups, most) for most in range(ceil(total / strips_needed), MOST + 1))
    return next(one for one in even if len(one) <= strips_needed)


def _widest(parts: Sequence[Sequence[Group]]) -> int:
    return max(sum(group.size for group in part) for part in parts)


def _filled(groups: Sequence[Group], most: int) -> list[list[Group]]:
    """Fill strips of so many columns one after another; a wide phase may take more."""
    found: list[list[Group]] = [[]]
    for group in groups:
        for piece in _pieces(group):
            used = sum(one.size for one in found[-1])
            if found[-1] and used + piece.size > most:
                found.append([])
            found[-1].append(piece)
    return found


def _pieces(group: Group) -> Iterator[Group]:
    """A group that is wider than a strip falls apart in even pieces."""
    if group.size <= MOST:
        yield group
        return
    count = ceil(group.size / MOST)
    step = ceil(group.size / count)
    for start in range(0, group.size, step):
        yield replace(group, points=group.points[start : start + step])
