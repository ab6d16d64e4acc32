"""What if: the same sums with a retention that nobody knows yet, for a business without customers of a year ago."""

from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.economics import Economics
from workshop.domain.formulas import five_year_value

RETENTIONS = (Decimal("0.3"), Decimal("0.5"), Decimal("0.7"))
"""Shares of customers who stay in the three examples; a range to think in, no forecast."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Five-year value in euros at a retention of 0–1; `ratio` against the acquisition cost, None while unknown."""

    retention: Decimal
    clv5: Decimal
    ratio: Decimal | None


def starter_scenarios(sums: Economics) -> tuple[Scenario, ...]:
    """Return the three examples for a starter; none when retention is known, or the margin is not above zero."""
    margin, cost = sums.margin_per_year.value, sums.acquisition_cost.value
    if sums.retention.note != "starter" or sums.retention.value is not None or margin is None or margin <= 0:
        return ()
    values = [five_year_value(margin, one, sums.discount_rate) for one in RETENTIONS]
    return tuple(
        Scenario(one, value, value / cost if cost else None) for one, value in zip(RETENTIONS, values, strict=True)
    )
