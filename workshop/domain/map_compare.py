"""Two journey maps side by side: which touchpoints belong together, and what differs between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.domain.journey import Block
from workshop.domain.journey_map import Cycle, JourneyMap, Touchpoint

_OWN: Final = frozenset({"code", "map"})
"""Fields that differ between any two touchpoints and say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same moment on two maps; None where a map does not have it."""

    left: Touchpoint | None
    right: Touchpoint | None

    @property
    def one(self) -> Touchpoint:
        """Return the moment, of the left map where it is there."""
        found = self.left or self.right
        if found is None:
            raise ValueError("a pair has at least one side")
        return found


def pairs(left: JourneyMap, right: JourneyMap) -> tuple[Pair, ...]:
    """Put the moments of two maps side by side, in the order of the journey.

    Moments with the same name belong together, those of the same cycle before others.
    """
    spare = list(right.touchpoints)
    found = [Pair(one, _take(one, spare)) for one in left.touchpoints]
    found += [Pair(None, one) for one in spare]
    blocks = list(Block)
    return tuple(sorted(found, key=lambda one: (one.one.cycle is Cycle.REPEAT, blocks.index(one.one.block))))


def differing(pair: Pair, codes: Sequence[str]) -> tuple[str, ...]:
    """Return which of these fields differ, where both maps have the moment."""
    if pair.left is None or pair.right is None:
        return ()
    left, right = pair.left.item, pair.right.item
    return tuple(code for code in codes if code not in _OWN and left.get(code) != right.get(code))


def _take(one: Touchpoint, spare: list[Touchpoint]) -> Touchpoint | None:
    """Take the moment out of `spare` that is the same as this one."""
    alike = [other for other in spare if _said(other) == _said(one)]
    match = next((other for other in alike if other.cycle is one.cycle), next(iter(alike), None))
    if match is not None:
        spare.remove(match)
    return match


def _said(point: Touchpoint) -> str:
    return " ".join(point.name.casefold().split())


def count_of(found: Iterable[Pair], codes: Sequence[str]) -> int:
    """Count the moments that differ."""
    return sum(1 for one in found if one.left is None or one.right is None or differing(one, codes))
