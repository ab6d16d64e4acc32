"""Churn that falls: the longer a customer stays, the less likely he leaves (Fader & Hardie 2007, the sBG model)."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

Point = tuple[int, Decimal]
"""A year, from 1, and the share (0–1) of customers who began together and were still there after it."""
LEAST_YEARS = 2
"""Two parameters cannot be told from fewer than two years."""
_MOST_ALIKE = 1000.0
"""From this sum of alpha and beta on, all customers leave alike and churn no longer falls."""
_MOST_LOGIT = 12.0
_LOG_TOTALS = (math.log(0.01), math.log(100_000))
_CLOSE, _MOST_STEPS = 1e-7, 400

_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FallingChurn:
    """A fitted model: alpha and beta shape how chances to leave are spread over customers.

    `log_likelihood` is per customer: how well the model fits the answers, the nearer to zero the better.
    """

    alpha: Decimal
    beta: Decimal
    log_likelihood: float

    def retention(self, year: int) -> Decimal:
        """Return r(t) = (β + t − 1) / (α + β + t − 1): who were there a year before and still are, t from 1."""
        return (self.beta + year - 1) / (self.alpha + self.beta + year - 1)

    def survival(self, year: int) -> Decimal:
        """Return the share of customers that is still there after so many years; all of them after none."""
        share = Decimal(1)
        for one in range(1, year + 1):
            share *= self.retention(one)
        return share


def mistake(points: tuple[Point, ...]) -> str:
    """Return the note that says why shares make no curve, or "" when they do."""
    if len(points) < LEAST_YEARS:
        return "survival_too_few"
    years, shares = [year for year, _ in points], [share for _, share in points]
    once = len(set(years)) == len(years) and min(years) >= 1
    falling = shares == sorted(shares, reverse=True) and all(0 <= share <= 1 for share in shares)
    if not (once and falling):
        return "survival_wrong"
    return "nobody_left" if shares[-1] == 1 else ""


@lru_cache(maxsize=256)
def fit(points: tuple[Point, ...]) -> FallingChurn | None:
    """Fit alpha and beta by maximum likelihood; None when the customers of these answers do not leave less and less.

    The points are in order of year, without mistakes; years may be missing between them.
    """
    year, share = points[0]
    leaving = min(max(1 - float(share) ** (1 / year), 0.05), 0.95)
    start = (math.log(leaving / (1 - leaving)), math.log(2))
    alpha, beta = _parameters(_highest(lambda place: log_likelihood(points, *_parameters(place)), start))
    if alpha + beta > _MOST_ALIKE:
        return None
    found = Decimal(f"{alpha:.6g}"), Decimal(f"{beta:.6g}")
    return FallingChurn(*found, log_likelihood(points, alpha, beta))


def log_likelihood(points: tuple[Point, ...], alpha: float, beta: float) -> float:
    """Return the log-likelihood per customer: who left between two years weighs the chance to leave just then."""
    total, left, before, year = 0.0, 1.0, 1.0, 0
    for until, share in points:
        chance = 0.0
        while year < until:
            chance += left * alpha / (alpha + beta + year)
            left *= (beta + year) / (alpha + beta + year)
            year += 1
        gone = before - float(share)
        total += gone * math.log(chance) if gone > 0 else 0.0
        before = float(share)
    return total + (before * math.log(left) if before > 0 else 0.0)


def _parameters(place: _Place) -> tuple[float, float]:
    """Turn a place of the search (logit of the mean chance to leave, log of alpha + beta) into alpha and beta."""
    logit = min(max(place[0], -_MOST_LOGIT), _MOST_LOGIT)
    total = math.exp(min(max(place[1], _LOG_TOTALS[0]), _LOG_TOTALS[1]))
    mean = 1 / (1 + math.exp(-logit))
    return total * mean, total * (1 - mean)


def _highest(value: Callable[[_Place], float], start: _Place) -> _Place:
    """Find the highest place near a start with the simplex of Nelder and Mead (1965)."""
    x, y = start
    simplex = sorted((_valued(value, one) for one in (start, (x + 0.5, y), (x, y + 0.5))), reverse=True)
    for _ in range(_MOST_STEPS):
        best, middle, worst = simplex
        if max(math.dist(best[1], one[1]) for one in (middle, worst)) < _CLOSE:
            break
        centre = _between(best[1], middle[1], 0.5)
        tries = [_valued(value, _between(worst[1], centre, 2.0))]
        if tries[0][0] > best[0]:
            tries.append(_valued(value, _between(worst[1], centre, 3.0)))
        elif tries[0][0] <= middle[0]:
            tries.append(_valued(value, _between(worst[1], centre, 1.5 if tries[0][0] > worst[0] else 0.5)))
        found = max(tries)
        if found[0] > worst[0]:
            simplex = sorted((best, middle, found), reverse=True)
        else:
            nearer = (_valued(value, _between(best[1], one[1], 0.5)) for one in (middle, worst))
            simplex = sorted((best, *nearer), reverse=True)
    return simplex[0][1]


def _valued(value: Callable[[_Place], float], place: _Place) -> tuple[float, _Place]:
    return value(place), place


def _between(one: _Place, other: _Place, part: float) -> _Place:
    """Go from one place towards another: 0.5 is half-way, 2 as far again beyond it."""
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
