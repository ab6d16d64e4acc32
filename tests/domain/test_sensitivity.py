"""What if one thing were different: each variation is the same sum with one number changed."""

from decimal import Decimal

import pytest

from tests.sums import ADVISER, KITCHENS, UNKNOWN, sums
from workshop.domain.sensitivity import Change, Outlook, Sensitivity, sensitivity


def cents(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 2)


def found(outcome: Sensitivity, change: Change) -> list[tuple[Decimal, Decimal | None, Decimal | None]]:
    return [
        (one.step, cents(one.outlook.clv5), cents(one.outlook.cost))
        for one in outcome.variations
        if one.change is change
    ]


def test_the_hairdresser_today() -> None:
    now = sensitivity(sums()).now

    assert (cents(now.clv5), now.cost, cents(now.ratio)) == (Decimal("371.42"), Decimal(35), Decimal("10.61"))


def test_five_points_more_or_fewer_customers_stay() -> None:
    rows = found(sensitivity(sums()), Change.RETENTION)

    assert rows == [
        (Decimal("0.05"), Decimal("404.80"), Decimal(35)),
        (Decimal("-0.05"), Decimal("341.37"), Decimal(35)),
    ]


def test_a_changed_price_is_the_same_sum_on_another_answer() -> None:
    """€ 42 + 5 % at equal costs of € 18.90: margin € 25.20 per order."""
    rows = found(sensitivity(sums()), Change.PRICE)

    dearer = sums(order_value=Decimal("44.10"), margin=Decimal("25.2") / Decimal("44.1"))
    assert rows == [
        (Decimal("0.05"), cents(dearer.clv5.value), Decimal(35)),
        (Decimal("-0.05"), Decimal("337.65"), Decimal(35)),
    ]


def test_a_quarter_of_an_hour_fewer_or_more_to_win_a_customer() -> None:
    rows = found(sensitivity(sums()), Change.HOURS)

    assert rows == [
        (Decimal("-0.25"), Decimal("371.42"), Decimal("27.50")),
        (Decimal("0.25"), Decimal("371.42"), Decimal("42.50")),
    ]


def test_a_variation_is_set_beside_today() -> None:
    outcome = sensitivity(sums())
    more = outcome.variations[0].outlook.less(outcome.now)

    assert [cents(more[name]) for name in ("clv5", "cost", "ratio")] == [Decimal("33.38"), 0, Decimal("0.95")]


@pytest.mark.parametrize(
    ("end", "steps"), [(512, ["0.02", "-0.05"]), (520, ["-0.05"]), (124, ["0.05", "-0.01"]), (120, ["0.05"])]
)
def test_no_more_can_stay_than_all_and_no_fewer_than_none(end: int, steps: list[str]) -> None:
    outcome = sensitivity(sums(customers_end=end))

    assert [step for step, *_ in found(outcome, Change.RETENTION)] == [Decimal(one) for one in steps]


@pytest.mark.parametrize(("hours", "steps"), [(0.1, ["-0.1", "0.25"]), (0.25, ["-0.25", "0.25"])])
def test_no_fewer_hours_than_none(hours: float, steps: list[str]) -> None:
    outcome = sensitivity(sums(hours_to_win=hours))

    assert [step for step, *_ in found(outcome, Change.HOURS)] == [Decimal(one) for one in steps]


def test_hours_vary_only_when_hours_and_their_price_are_known() -> None:
    unknown = (sums(hours_to_win=0), sums(hour_cost=UNKNOWN), sums(hour_cost=0), sums(acquisition_spend=None))

    assert all(found(sensitivity(one), Change.HOURS) == [] for one in unknown)


def test_without_a_margin_only_the_hours_vary() -> None:
    outcome = sensitivity(sums(margin=UNKNOWN))

    assert {one.change for one in outcome.variations} == {Change.HOURS}
    assert outcome.now.ratio is None


def test_without_costs_the_value_varies_but_the_ratio_is_not_known() -> None:
    outcome = sensitivity(sums(acquisition_spend=None))

    assert {one.change for one in outcome.variations} == {Change.RETENTION, Change.PRICE}
    assert {one.outlook.ratio for one in outcome.variations} == {None}


def test_nothing_known_gives_nothing_to_vary() -> None:
    assert sensitivity(sums({})) == Sensitivity(Outlook(None, None), ())


def test_who_buys_once_varies_in_price_and_hours_only() -> None:
    outcome = sensitivity(sums(KITCHENS))

    assert found(outcome, Change.RETENTION) == []
    assert found(outcome, Change.PRICE) == [
        (Decimal("0.05"), Decimal(3150), Decimal(660)),
        (Decimal("-0.05"), Decimal(2250), Decimal(660)),
    ]
    assert [cost for *_, cost in found(outcome, Change.HOURS)] == [Decimal("648.75"), Decimal("671.25")]


def test_a_lower_price_may_leave_nothing() -> None:
    outcome = sensitivity(sums(margin=3))

    lower = next(one for one in outcome.variations if one.change is Change.PRICE and one.step < 0)
    assert lower.outlook.clv5 is not None
    assert (lower.outlook.clv5 < 0, lower.outlook.ratio) == (True, None)


def test_the_adviser_wins_most_by_keeping_customers() -> None:
    outcome = sensitivity(sums(ADVISER))

    assert found(outcome, Change.RETENTION) == [
        (Decimal("0.05"), Decimal("7323.75"), Decimal("1647.50")),
        (Decimal("-0.05"), Decimal("6323.63"), Decimal("1647.50")),
    ]
