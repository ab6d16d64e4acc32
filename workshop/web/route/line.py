"""The journey line: a winding route with a stop per step, walked as far as there are answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

HEIGHT: Final = 20.0
_HIGH, _LOW = 5.0, 15.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A junction of the route; `state` is done, here or ahead."""

    x: float
    y: float
    state: str


@dataclass(frozen=True, slots=True)
class RouteLine:
    """The drawing as numbers: the whole way, the walked pieces, and the stops on it; 100 wide and 20 high."""

    way: str
    walked: tuple[str, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class _Bend:
    """One cubic bend between two stops."""

    points: tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

    def path(self) -> str:
        """Return the bend as SVG path data."""
        start, first, second, end = self.points
        return f"M{_at(start)}C{_at(first)} {_at(second)} {_at(end)}"

    def until(self, share: float) -> "_Bend":
        """Return the first part of the bend (De Casteljau)."""
        a, b, c, d = self.points
        ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
        abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
        return _Bend((a, ab, abc, _between(abc, bcd, share)))


def draw(shares: Sequence[float], here: int) -> RouteLine:
    """Draw a route with a bend and a stop per section, walked for its share of answers.

    A stop stands where its section ends; `here` counts from 0.
    """
    width = 96.0 / max(1, len(shares))
    spots = [(2.0 + width * index, _LOW if index % 2 == 0 else _HIGH) for index in range(len(shares) + 1)]
    bends = [_bend(start, end) for start, end in pairwise(spots)]
    walked = tuple(bend.until(share).path() for bend, share in zip(bends, shares, strict=True) if share > 0)
    stops = tuple(Stop(x, y, _state(index, shares, here)) for index, (x, y) in enumerate(spots[1:]))
    return RouteLine("".join(bend.path() for bend in bends), walked, stops)


def wind(stops: int) -> str:
    """Return the way past so many stops, each in the middle of its own column."""
    spots = [(100.0 * (index + 0.5) / stops, _LOW if index % 2 == 0 else _HIGH) for index in range(stops)]
    return "".join(_bend(start, end).path() for start, end in pairwise(spots))


def _state(index: int, shares: Sequence[float], here: int) -> str:
    if index == here:
        return "here"
    return "done" if shares[index] >= 1 else "ahead"


def _bend(start: tuple[float, float], end: tuple[float, float]) -> _Bend:
    middle = (start[0] + end[0]) / 2
    return _Bend((start, (middle, start[1]), (middle, end[1]), end))


def _between(a: tuple[float, float], b: tuple[float, float], share: float) -> tuple[float, float]:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
