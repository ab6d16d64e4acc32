"""What an answer can still be while a condition holds: a range of numbers, or a set of codes."""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers between two bounds; an open bound is itself left out. `points` is every value when they are few."""

    low: Decimal = -INFINITY
    high: Decimal = INFINITY
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    points: frozenset[Decimal] | None = None
    without: frozenset[Decimal] = frozenset()

    def meet(self, other: "Range") -> "Range":
        """Return the numbers that lie in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        points = self.points if other.points is None else other.points
        if self.points is not None and other.points is not None:
            points = self.points & other.points
        return Range(
            low,
            high,
            low_open,
            not high_closed,
            self.whole or other.whole,
            points,
            self.without | other.without,
        )

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and highest number, as far as they are known."""
        if self.points:
            return min(self.points), max(self.points)
        return self.low, self.high

    def holds(self, number: Decimal) -> bool:
        """Tell whether a number lies in this range."""
        above = number > self.low or (number == self.low and not self.low_open)
        below = number < self.high or (number == self.high and not self.high_open)
        return above and below and number not in self.without

    @property
    def empty(self) -> bool:
        """Tell whether certainly no number is left."""
        if self.points is not None:
            return not any(self.holds(point) for point in self.points)
        if self.low > self.high or (self.low == self.high and not self.holds(self.low)):
            return True
        return self.whole and self._no_whole_number()

    def _no_whole_number(self) -> bool:
        if not (self.low.is_finite() and self.high.is_finite()):
            return False
        first = self.low.to_integral_value(ROUND_CEILING)
        last = self.high.to_integral_value(ROUND_FLOOR)
        first += 1 if first == self.low and self.low_open else 0
        last -= 1 if last == self.high and self.high_open else 0
        if last - first > len(self.without):
            return False
        return all(not self.holds(first + step) for step in range(int(last - first) + 1))


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes that one answer can be; `among` None means any text at all."""

    among: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    def meet(self, other: "Codes") -> "Codes":
        """Return the codes that are in both."""
        among = self.among if other.among is None else other.among
        if self.among is not None and other.among is not None:
            among = self.among & other.among
        return Codes(among, self.without | other.without)

    @property
    def empty(self) -> bool:
        """Tell whether no code is left."""
        return self.among is not None and not self.among - self.without


@dataclass(frozen=True, slots=True)
class Ticked:
    """Codes that must and must not be among the ticked ones; `among` None means that anything can be ticked."""

    must: frozenset[str] = frozenset()
    must_not: frozenset[str] = frozenset()
    among: frozenset[str] | None = None

    def meet(self, other: "Ticked") -> "Ticked":
        """Return what both ask for."""
        merged = replace(self, must=self.must | other.must, must_not=self.must_not | other.must_not)
        return merged if other.among is None else replace(merged, among=other.among)

    @property
    def empty(self) -> bool:
        """Tell whether the two contradict each other."""
        return bool(self.must & self.must_not) or (self.among is not None and not self.must <= self.among)


@dataclass(frozen=True, slots=True)
class Truths:
    """Truth values that an answer can be."""

    among: frozenset[bool] = frozenset({True, False})

    def meet(self, other: "Truths") -> "Truths":
        """Return the truth values that are in both."""
        return Truths(self.among & other.among)

    @property
    def empty(self) -> bool:
        """Tell whether no truth value is left."""
        return not self.among


Domain = Range | Codes | Ticked | Truths


def meet(one: Domain, other: Domain) -> Domain | None:
    """Return what two domains share; None when they are of different kinds, so that nothing can be said."""
    match one, other:
        case Range(), Range():
            return one.meet(other)
        case Codes(), Codes():
            return one.meet(other)
        case Ticked(), Ticked():
            return one.meet(other)
        case Truths(), Truths():
            return one.meet(other)
    return None
