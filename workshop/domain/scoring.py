"""Scores from 0 to 100 with a range and a certainty: unknown is never zero (docs/reference/scoring.md, 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

HUNDRED = Decimal(100)
CERTAINTY_FLOOR = Decimal(50)
"""A score is only shown when at least half of its weight is known (half rule for proration)."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score 0–100; `value` is None below 50 % certainty; low counts unknown parts as 0, high as 100.

    `certainty` 0–100: weight of the answered parts as a share of the weight of the parts that apply.
    """

    value: Decimal | None
    low: Decimal
    high: Decimal
    certainty: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    """One weighted part of a score: value 0–100, None when unknown; it does not count when it does not apply."""

    id: str
    weight: Decimal
    value: Decimal | None
    applies: bool = True


@dataclass(frozen=True, slots=True)
class PhaseScore:
    """Score of one phase with the seven indicators it is made of; `skipped` marks a phase known to be empty."""

    phase: str
    score: Score
    indicators: tuple[Indicator, ...]
    skipped: bool = False

    @property
    def applies(self) -> bool:
        """Tell whether this phase is part of the journey of this business at all."""
        return any(one.applies for one in self.indicators)


@dataclass(frozen=True, slots=True)
class SelfTestScore:
    """Score of one of the six questions of source 003, with the parts it is made of."""

    id: str
    score: Score
    parts: tuple[Indicator, ...]


NOTHING_KNOWN = Score(None, Decimal(0), HUNDRED, Decimal(0))


def weigh(parts: Iterable[Indicator]) -> Score:
    """Weigh indicators to a score: mean over the known ones, range over all that apply, certainty = known weight."""
    applying = [part for part in parts if part.applies]
    weight = sum((part.weight for part in applying), Decimal(0))
    if weight == 0:
        return NOTHING_KNOWN
    known = [(part.weight, part.value) for part in applying if part.value is not None]
    known_weight = sum((one for one, _ in known), Decimal(0))
    points = sum((one * value for one, value in known), Decimal(0))
    certainty = known_weight / weight * HUNDRED
    value = points / known_weight if known_weight and certainty >= CERTAINTY_FLOOR else None
    low = points / weight
    return Score(value, low, low + (weight - known_weight) / weight * HUNDRED, certainty)


def mean_score(scores: Sequence[Score]) -> Score:
    """Combine phase scores to a total: plain mean of those shown (source 000: equal attention).

    The range and the certainty are means over all phases, so a phase that we know little of widens the range;
    the range always holds the value. Below the certainty floor no number is given.
    """
    if not scores:
        return NOTHING_KNOWN
    count = len(scores)
    shown = [score.value for score in scores if score.value is not None]
    certainty = sum((score.certainty for score in scores), Decimal(0)) / count
    value = sum(shown, Decimal(0)) / len(shown) if shown and certainty >= CERTAINTY_FLOOR else None
    low = sum((score.low for score in scores), Decimal(0)) / count
    high = sum((score.high for score in scores), Decimal(0)) / count
    if value is not None:
        low, high = min(low, value), max(high, value)
    return Score(value, low, high, certainty)


def experience(experienced: Decimal, expected: Decimal) -> Decimal:
    """Score an experience 1–5 against its expectation 1–5: 0–100, and 12.5 points off per step it falls short."""
    points = (experienced - 1) / 4 * HUNDRED - Decimal("12.5") * max(Decimal(0), expected - experienced)
    return min(HUNDRED, max(Decimal(0), points))


def attention_score(share: Decimal, target: Decimal) -> Decimal:
    """Score a phase's share of attention (0–1) against its target share: 100 at or above the target."""
    return HUNDRED * min(Decimal(1), share / target) if target else HUNDRED


def channel_fit_score(used: Iterable[tuple[int, Decimal]]) -> Decimal | None:
    """Score use × fit: Σ level × fit / Σ level × 100 over (level 1–3, fit 0–1); None when nothing is used."""
    pairs = [(Decimal(level), fit) for level, fit in used if level > 0]
    total = sum((level for level, _ in pairs), Decimal(0))
    return sum((level * fit for level, fit in pairs), Decimal(0)) / total * HUNDRED if total else None


def balance_index(shares: Sequence[Decimal], targets: Sequence[Decimal]) -> Decimal:
    """Return 100 × (1 − ½ Σ|share − target| / (1 − smallest target)): 100 in balance, 0 all in one phase."""
    distance = sum((abs(share - target) for share, target in zip(shares, targets, strict=True)), Decimal(0))
    return max(Decimal(0), HUNDRED * (1 - distance / 2 / (1 - min(targets))))
