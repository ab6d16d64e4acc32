"""The published formulas of customer value, as plain functions on numbers (docs/reference/scoring.md, 5)."""

from decimal import Decimal

YEARS = 5
"""Years in the headline value: long enough to count loyalty, short enough to believe."""


def clv_excluding_first(margin: Decimal, retention: Decimal, discount: Decimal) -> Decimal:
    """CLV without the first margin: m · r / (1 + i − r). Margin in euros per period, r and i 0–1, r < 1 + i."""
    return margin * retention / (1 + discount - retention)


def clv_including_first(margin: Decimal, retention: Decimal, discount: Decimal) -> Decimal:
    """CLV with the first margin: m · (1 + i) / (1 + i − r), which is m more than without."""
    return margin * (1 + discount) / (1 + discount - retention)


def five_year_value(margin: Decimal, retention: Decimal, discount: Decimal) -> Decimal:
    """CLV5 = Σ t=0..4 of m · r^t / (1 + i)^t, the first margin included."""
    return present_value(tuple(margin * (retention**year if year else 1) for year in range(YEARS)), discount)


def break_even_retention(cost: Decimal, margin: Decimal, discount: Decimal) -> Decimal:
    """Retention r* at which a customer just earns back its cost: (CAC − m)(1 + i) / CAC, 0 when m already does."""
    return (cost - margin) * (1 + discount) / cost if cost > margin else Decimal(0)


def equal_value_retention(value: Decimal, margin: Decimal, discount: Decimal) -> Decimal:
    """Retention r* that keeps the CLV without the first margin at C when the margin becomes m': C(1 + i) / (m' + C)."""
    return value * (1 + discount) / (margin + value)


def margin_without(margin: Decimal, customers: Decimal, share: Decimal) -> Decimal:
    """Average margin of the others when one of E customers has a share s of it all: m · E · (1 − s) / (E − 1)."""
    return margin * customers * (1 - share) / (customers - 1)


def retention_elasticity(retention: Decimal, discount: Decimal) -> Decimal:
    """(1 + i) / (1 + i − r): percent more CLV without the first margin for one percent more retention."""
    return (1 + discount) / (1 + discount - retention)


def margin_multiple(retention: Decimal, discount: Decimal, growth: Decimal = Decimal(0)) -> Decimal:
    """r / (1 + i − r(1 + g)): how many yearly margins the future is worth (Gupta & Lehmann 2003)."""
    return retention / (1 + discount - retention * (1 + growth))


def yearly_churn(monthly: Decimal) -> Decimal:
    """Turn monthly churn into yearly churn: 1 − (1 − c)^12, which is less than 12 × c."""
    return 1 - (1 - monthly) ** 12


def present_value(flows: tuple[Decimal, ...], discount: Decimal) -> Decimal:
    """Net present value of yearly cash flows, the first one now."""
    return sum((flow / (1 + discount) ** year for year, flow in enumerate(flows)), Decimal(0))
