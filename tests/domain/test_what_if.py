"""What if: trying out a number is answering the question with it; nothing else changes, and unknown stays unknown."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.klantreis import HAIRDRESSER, assessed, example
from tests.strategies import FIVE
from tests.sums import ADVISER, KITCHENS, UNKNOWN, questionnaire, response, sums
from workshop.domain.economics import FIGURE_NAMES, economics
from workshop.domain.reading import Reading
from workshop.domain.what_if import COUNTS, Knob, WhatIf, knobs, standing, try_out

CODES = (*COUNTS, "repeat_rate", "largest_customer_share", *(one.value for one in Knob if one is not Knob.RETENTION))
fractions = st.decimals(0, 1, places=3)
euros = st.decimals("0.01", 10_000, places=2)


def reading_of(base: Mapping[str, object] = HAIRDRESSER, /, **changes: object) -> Reading:
    return Reading(questionnaire(codes=CODES), FIVE, response(base, **changes))


def trying(wanted: Mapping[Knob, object], reading: Reading | None = None, *, same_costs: bool = True) -> WhatIf:
    found = reading or reading_of()
    numbers = {one: Decimal(str(value)) for one, value in wanted.items()}
    return try_out(found, economics(found), numbers, same_costs=same_costs)


def test_eighty_of_a_hundred_stay_at_the_hairdresser() -> None:
    """The same sum as the variation of the report: five points more."""
    found = trying({Knob.RETENTION: "0.8"})

    assert round(found.then.clv5.value or 0, 2) == Decimal("404.80")
    assert round(found.now.clv5.value or 0, 2) == Decimal("371.42")
    assert (found.then.retention.value, found.then.acquisition_cost) == (Decimal("0.8"), found.now.acquisition_cost)


def test_without_a_change_everything_is_the_same() -> None:
    reading = reading_of()
    same = {one: value for one in knobs(reading) if (value := standing(reading, one, economics(reading))) is not None}

    found = trying(same, reading)

    assert found.then is found.now
    assert (found.tried, found.assumed) == ({}, frozenset())


@pytest.mark.parametrize(
    ("knob", "value", "answer"),
    [
        (Knob.ORDERS_PER_YEAR, 7, 7),
        (Knob.MARGIN, "0.6", 60),
        (Knob.HOURS_TO_WIN, "0.25", 0.25),
        (Knob.HOUR_COST, 40, 40),
        (Knob.ACQUISITION_SPEND, 3000, 3000),
    ],
)
def test_a_number_tried_out_is_that_answer(knob: Knob, value: object, answer: float) -> None:
    assert trying({knob: value}).then == sums({**HAIRDRESSER, knob.value: answer})


@pytest.mark.parametrize("name", ["kapsalon", "adviseur", "restaurant"])
def test_a_number_tried_out_is_that_answer_in_the_whole_assessment(name: str) -> None:
    answers = example(name)
    before = assessed(answers)
    found = try_out(before.reading, before.economics, {Knob.HOURS_TO_WIN: Decimal(3), Knob.MARGIN: Decimal("0.4")})

    after = assessed({**answers, "hours_to_win": 3, "margin": 40})

    assert found.then == after.economics
    assert found.now == before.economics


def test_a_new_price_at_the_same_costs_leaves_the_difference() -> None:
    found = trying({Knob.ORDER_VALUE: 45})

    margins = [one.order_margin.value or Decimal(0) for one in (found.now, found.then)]
    assert margins == [Decimal("23.1"), Decimal("26.1")]


def test_a_new_price_may_take_the_costs_along() -> None:
    found = trying({Knob.ORDER_VALUE: 84}, same_costs=False)

    assert found.then.order_margin.value == Decimal("46.20")


def test_a_margin_tried_with_a_price_is_the_margin_at_the_price_of_now() -> None:
    found = trying({Knob.ORDER_VALUE: 84, Knob.MARGIN: "0.5"})

    assert found.then.order_margin.value == Decimal(63)


def test_who_buys_once_has_the_price_of_that_one_purchase() -> None:
    reading = reading_of(KITCHENS)
    found = trying({Knob.FIRST_ORDER: 9450, Knob.RETENTION: "0.9"}, reading)

    assert Knob.RETENTION not in knobs(reading)
    assert found.then.clv5.value == Decimal(3150)
    assert found.tried.keys() == {Knob.FIRST_ORDER}


def test_more_new_customers_leave_retention_as_it_is() -> None:
    found = trying({Knob.CUSTOMERS_NEW: 150})

    assert found.then.retention.value == found.now.retention.value
    assert found.then.acquisition_cash.value == Decimal(16)


def test_a_retention_may_be_assumed_where_nobody_knows_it() -> None:
    reading = reading_of(customers_end=UNKNOWN)
    found = trying({Knob.RETENTION: "0.75"}, reading)

    assert found.now.clv5.value is None
    assert found.then.clv5.value == sums(customers_end=None, repeat_rate=75).clv5.value
    assert found.assumed == {Knob.RETENTION}


def test_a_starter_may_assume_how_many_stay() -> None:
    before = assessed(example("starter"))
    found = try_out(before.reading, before.economics, {Knob.RETENTION: Decimal("0.5")})

    assert before.economics.retention.value is None
    assert found.then.retention.value == Decimal("0.5")
    assert found.then.clv5.value is not None


def test_counts_that_contradict_can_be_mended_by_trying() -> None:
    reading = reading_of(customers_end=600)

    assert trying({Knob.RETENTION: "0.75"}, reading).then.retention.value == Decimal("0.75")


def test_one_assumption_does_not_make_the_rest_known() -> None:
    found = trying({Knob.RETENTION: "0.8"}, reading_of({}))

    known = {name for name in FIGURE_NAMES if (one := found.then.figure(name)) and one.value is not None}
    assert known == {"retention"}
    assert "margin" in found.then.clv5.missing


def test_a_questionnaire_offers_only_what_it_asks() -> None:
    reading = Reading(questionnaire(codes=("margin", "hour_cost")), FIVE, response({}))

    assert knobs(reading) == (Knob.MARGIN, Knob.HOUR_COST)


@given(low=fractions, more=fractions, margin=fractions, base=st.sampled_from([HAIRDRESSER, ADVISER]))
def test_more_customers_who_stay_never_lower_the_value(
    low: Decimal, more: Decimal, margin: Decimal, base: Mapping[str, object]
) -> None:
    high = min(Decimal(1), low + more)
    values = [
        trying({Knob.RETENTION: one, Knob.MARGIN: margin}, reading_of(base)).then.clv5.value or Decimal(0)
        for one in (low, high)
    ]

    assert round(values[0], 20) <= round(values[1], 20)


@given(price=euros, margin=st.decimals(-1, 1, places=3))
def test_at_the_same_costs_each_euro_of_price_is_a_euro_of_margin(price: Decimal, margin: Decimal) -> None:
    reading = reading_of(margin=float(margin * 100))
    found = trying({Knob.ORDER_VALUE: price}, reading)

    now, then = (one.order_margin.value or Decimal(0) for one in (found.now, found.then))
    assert round(then - now, 9) == round(price - 42, 9)


@given(st.dictionaries(st.sampled_from([one for one in Knob if one is not Knob.MARGIN]), euros, max_size=4))
def test_a_knob_that_does_not_count_for_a_figure_leaves_it(wanted: dict[Knob, Decimal]) -> None:
    costs = {Knob.HOURS_TO_WIN, Knob.HOUR_COST, Knob.ACQUISITION_SPEND, Knob.CUSTOMERS_NEW}
    found = trying({one: value for one, value in wanted.items() if one in costs})

    assert found.then.clv5.value == found.now.clv5.value
    assert found.then.order_margin == found.now.order_margin
