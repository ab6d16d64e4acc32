"""The formulas of customer value against published numbers (docs/reference/scoring.md, 5)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.formulas import (
    break_even_retention,
    clv_excluding_first,
    clv_including_first,
    equal_value_retention,
    five_year_value,
    margin_multiple,
    margin_without,
    present_value,
    retention_elasticity,
    yearly_churn,
)

rates = st.integers(0, 100).map(lambda one: Decimal(one) / 100)
discounts = st.integers(1, 40).map(lambda one: Decimal(one) / 100)
margins = st.integers(1, 10_000_000).map(lambda one: Decimal(one) / 100)


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def test_the_subscription_case_of_the_darden_course() -> None:
    margin = Decimal("19.95") - Decimal("1.50") - Decimal("0.50")
    retention, discount = Decimal("0.995"), Decimal("0.01")

    assert margin == Decimal("17.95")
    assert cents(clv_including_first(margin, retention, discount)) == Decimal("1208.63")
    assert cents(clv_excluding_first(margin, retention, discount)) == Decimal("1190.68")
    assert round((1 + discount) / (1 + discount - retention), 2) == Decimal("67.33")


@pytest.mark.parametrize(
    ("retention", "multiples"),
    [
        ("0.6", ("1.20", "1.15", "1.11", "1.07")),
        ("0.7", ("1.75", "1.67", "1.59", "1.52")),
        ("0.8", ("2.67", "2.50", "2.35", "2.22")),
        ("0.9", ("4.50", "4.09", "3.75", "3.46")),
    ],
)
def test_the_margin_multiple_has_its_published_values(retention: str, multiples: tuple[str, ...]) -> None:
    rates_ = (Decimal("0.10"), Decimal("0.12"), Decimal("0.14"), Decimal("0.16"))

    found = tuple(cents(margin_multiple(Decimal(retention), rate)) for rate in rates_)

    assert found == tuple(Decimal(one) for one in multiples)


@pytest.mark.parametrize(
    ("retention", "multiples"),
    [
        ("0.8", ("2.500", "2.632", "2.778", "2.941", "3.125")),
        ("0.9", ("4.091", "4.455", "4.891", "5.422", "6.081")),
    ],
)
def test_the_margin_multiple_with_growth(retention: str, multiples: tuple[str, ...]) -> None:
    growths = (Decimal(0), Decimal("0.02"), Decimal("0.04"), Decimal("0.06"), Decimal("0.08"))

    found = tuple(round(margin_multiple(Decimal(retention), Decimal("0.12"), one), 3) for one in growths)

    assert found == tuple(Decimal(one) for one in multiples)


def test_the_credit_card_cash_flows_add_up() -> None:
    flows = tuple(Decimal(one) for one in (-51, 30, 42, 44, 49, 55))

    found = [cents(present_value(flows[: years + 1], Decimal("0.10"))) for years in range(1, 6)]

    assert found == [Decimal(one) for one in ("-23.73", "10.98", "44.04", "77.51", "111.66")]


@pytest.mark.parametrize(
    ("retention", "discount", "excluding", "including"),
    [("0", "0.1", 0, 100), ("1", "0.1", 1000, 1100), ("0.8", "0", 400, 500)],
)
def test_the_borders_of_the_endless_value(retention: str, discount: str, excluding: int, including: int) -> None:
    r, i = Decimal(retention), Decimal(discount)

    assert clv_excluding_first(Decimal(100), r, i) == excluding
    assert clv_including_first(Decimal(100), r, i) == including


def test_one_per_cent_more_retention_is_worth_more_than_one_per_cent() -> None:
    r, i, step = Decimal("0.8"), Decimal("0.1"), Decimal("0.000001")
    before, after = (clv_excluding_first(Decimal(100), one, i) for one in (r, r * (1 + step)))

    assert round(retention_elasticity(r, i), 2) == Decimal("3.67")
    assert round((after / before - 1) / step, 2) == Decimal("3.67")


def test_without_a_customer_of_average_size_the_average_stays() -> None:
    assert margin_without(Decimal(100), Decimal(5), Decimal("0.2")) == 100


def test_monthly_churn_is_not_just_multiplied() -> None:
    assert round(yearly_churn(Decimal("0.05")), 4) == Decimal("0.4596")


@given(margins, rates, discounts)
def test_the_first_margin_is_the_whole_difference(m: Decimal, r: Decimal, i: Decimal) -> None:
    difference = clv_including_first(m, r, i) - clv_excluding_first(m, r, i)

    assert abs(difference - m) < Decimal("0.000001")


@given(margins, rates, discounts)
def test_five_years_are_worth_less_than_for_ever(m: Decimal, r: Decimal, i: Decimal) -> None:
    assert m <= five_year_value(m, r, i) <= clv_including_first(m, r, i) + Decimal("0.000001")


@given(margins, margins, discounts)
def test_break_even_retention_earns_the_cost_back_exactly(m: Decimal, cost: Decimal, i: Decimal) -> None:
    r = break_even_retention(cost, m, i)

    if r == 0:
        assert cost <= m
    else:
        assert abs(clv_including_first(m, r, i) - cost) < Decimal("0.0001")


@given(margins, margins, st.integers(0, 99).map(lambda one: Decimal(one) / 100), discounts)
def test_equal_value_retention_keeps_the_value_equal(m: Decimal, left: Decimal, r: Decimal, i: Decimal) -> None:
    value = clv_excluding_first(m, r, i)

    needed = equal_value_retention(value, left, i)

    assert needed < 1 + i
    assert abs(clv_excluding_first(left, needed, i) - value) <= abs(value) * Decimal("0.000001")


@given(margins, rates, rates, discounts)
def test_more_loyal_customers_are_never_worth_less(m: Decimal, one: Decimal, other: Decimal, i: Decimal) -> None:
    low, high = sorted((one, other))

    assert five_year_value(m, low, i) <= five_year_value(m, high, i)
