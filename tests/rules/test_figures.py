"""Gaps in what a customer costs and brings in, and in knowing it."""

from decimal import Decimal

import pytest

from tests.rules.builders import (
    DROPPED,
    UNKNOWN,
    Plain,
    covered_by,
    findings,
    fires,
    severity,
    silent,
    use,
    waits_for,
    worth,
)

BOUGHT = {"first_order": 100, "margin": 50, "customers_new": 100, "hours_to_win": 0}
"""The first purchase of a customer leaves 50 euro."""
YEARLY = {"orders_per_year": 2, "order_value": 100, "hour_cost": 10}
FIGURES = {"hours_per_phase": {"purchase": 4}, "hours_to_win": 1, "hours_to_deliver": 2, "first_order": 10}
FIGURES |= {"orders_per_year": 2, "order_value": 10, "margin": 50, "repeat_rate": 40}
FLYER = {"channel": "flyer", "eur_per_month": 80, "hours_per_month": 0}


def without(*codes: str) -> Plain:
    """All figures are known but these."""
    return {**FIGURES, **dict.fromkeys(codes, UNKNOWN)}


def costing(**said: object) -> Plain:
    """A flyer in use, while the last ten customers came by word of mouth."""
    return {"channels": [{**FLYER, **said}], "last_ten": {"word_of_mouth": 10}}


# G05 Een klant vinden kost meer tijd dan het werk zelf


def test_g05_fires_when_winning_takes_longer_than_the_work() -> None:
    assert severity("G05", hours_to_win=9, hours_to_deliver=8) == 3


def test_g05_weighs_an_estimate_one_step_lighter() -> None:
    assert severity("G05", hours_to_win={"value": 9, "evidence": 1}, hours_to_deliver=8) == 2


def test_g05_is_silent_when_both_take_as_long() -> None:
    assert silent("G05", hours_to_win=8, hours_to_deliver=8)


def test_g05_waits_for_the_hours_of_either() -> None:
    assert waits_for("G05", hours_to_win=8) == {"hours_to_deliver"}
    assert waits_for("G05", hours_to_deliver=8) == {"hours_to_win"}


# G06 De eerste verkoop betaalt het werven niet terug


@pytest.mark.parametrize(("repeat_rate", "grave"), [(59, 3), (60, 2), (UNKNOWN, 3)])
def test_g06_fires_when_winning_costs_more_and_lighter_where_six_of_ten_stay(repeat_rate: object, grave: int) -> None:
    assert severity("G06", acquisition_spend=5001, repeat_rate=repeat_rate, **BOUGHT) == grave


def test_g06_is_silent_when_the_first_purchase_just_pays_for_it() -> None:
    assert silent("G06", acquisition_spend=5000, **BOUGHT)


def test_g06_waits_for_the_first_purchase_and_the_cost_of_winning() -> None:
    winning = {"customers_new", "acquisition_spend", "hours_to_win", "hour_cost"}

    assert waits_for("G06") == {"first_order", "margin"} | winning


# G07 Een klant levert minder op dan hij kost


def test_g07_fires_when_five_years_bring_less_than_winning_costs() -> None:
    assert severity("G07", **worth(99, 100)) == 4


def test_g07_is_silent_when_they_bring_as_much() -> None:
    assert silent("G07", **worth(100, 100))


def test_g07_waits_for_the_worth_of_a_customer() -> None:
    assert waits_for("G07", **{**worth(99, 100), "first_order": UNKNOWN}) == {"first_order"}


# G08 Er blijft weinig over per nieuwe klant


@pytest.mark.parametrize("value", [100, 299])
def test_g08_fires_from_one_up_to_three_euro_for_each_euro(value: int) -> None:
    assert severity("G08", **worth(value, 100)) == 2


@pytest.mark.parametrize("value", [99, 300])
def test_g08_is_silent_below_one_where_it_is_worse_and_from_three(value: int) -> None:
    assert silent("G08", **worth(value, 100))


def test_g08_waits_for_the_cost_of_winning() -> None:
    assert waits_for("G08", **{**worth(200, 100), "customers_new": UNKNOWN}) == {"customers_new"}


def test_g08_is_silent_when_winning_costs_nothing() -> None:
    assert silent("G08", **worth(200, 0))


# G24 Je kent een paar belangrijke cijfers nog niet


def test_g24_fires_at_two_unknown_figures() -> None:
    assert severity("G24", **without("hours_to_win", "first_order")) == 3


@pytest.mark.parametrize("one_of_two", ["orders_per_year", "order_value"])
def test_g24_counts_frequency_and_value_as_one_figure(one_of_two: str) -> None:
    assert fires("G24", **without(one_of_two, "margin"))
    assert silent("G24", **without("orders_per_year", "order_value"))


def test_g24_is_grave_when_hours_margin_and_customers_are_all_unknown() -> None:
    assert severity("G24", **without("hours_to_win", "margin"), customers_start=UNKNOWN) == 4


def test_g24_is_silent_at_one_unknown_figure() -> None:
    assert silent("G24", **without("margin"))


def test_g24_is_silent_about_the_customers_when_the_repeat_rate_is_known() -> None:
    assert silent("G24", **without("margin"), customers_start=UNKNOWN)


def test_g24_is_silent_about_what_does_not_apply() -> None:
    assert silent("G24", **{**without("margin"), "first_order": DROPPED})


def test_g24_waits_for_figures_that_were_left_open() -> None:
    said = {code: answer for code, answer in FIGURES.items() if code not in ("hours_to_win", "first_order")}

    assert waits_for("G24", **said) == {"hours_to_win", "first_order"}


# G40 Je legt toe op een klant


def test_g40_fires_when_a_year_leaves_nothing() -> None:
    assert severity("G40", **YEARLY, margin=0, hours_care=0) == 4
    assert fires("G40", **YEARLY, margin=-5, hours_care=0)


@pytest.mark.parametrize(("hours", "gap"), [(10, True), (9, False)])
def test_g40_fires_when_care_takes_the_whole_margin(hours: int, gap: bool) -> None:
    assert fires("G40", **YEARLY, margin=50, hours_care=hours) is gap


def test_g40_is_silent_when_something_is_left() -> None:
    assert silent("G40", **YEARLY, margin=50, hours_care=DROPPED)


def test_g40_waits_for_the_margin_and_the_hours_of_care() -> None:
    assert waits_for("G40") == {"orders_per_year", "order_value", "margin", "hours_care", "hour_cost"}
    assert waits_for("G40", **YEARLY, margin=50) == {"hours_care"}


# G41 Een kanaal kost je iets, maar brengt nog niets


def test_g41_fires_for_a_channel_that_costs_and_brings_none_of_ten() -> None:
    (found,) = findings("G41", **costing())

    assert (found.severity, found.foci, found.effect) == (3, (("flyer", ""),), Decimal(960))


def test_g41_fires_when_it_costs_hours_only() -> None:
    assert fires("G41", **costing(eur_per_month=0, hours_per_month=2))


def test_g41_is_silent_when_it_is_free_or_brought_someone() -> None:
    assert silent("G41", **costing(eur_per_month=0))
    assert silent("G41", **{**costing(), "last_ten": {"word_of_mouth": 9, "flyer": 1}})


def test_g41_is_silent_when_fewer_than_ten_were_counted() -> None:
    assert silent("G41", **{**costing(), "last_ten": {"word_of_mouth": 9}})


@pytest.mark.parametrize("job", ["sell", "deliver", "help", "bring_back", "spread"])
def test_g41_is_silent_about_a_channel_with_another_task_than_winning(job: str) -> None:
    early = use(flyer=(3, 0, 0, 0, 0))

    assert silent("G41", **costing(jobs=[job]), **early)
    assert fires("G41", **costing(jobs=[job, "stand_out"]), **early)


def test_g41_is_silent_about_a_channel_that_is_used_mostly_after_the_purchase() -> None:
    assert silent("G41", **costing(), **use(flyer=(1, 0, 0, 2, 0)))


def test_g41_waits_for_the_channels_their_cost_and_the_last_ten() -> None:
    assert waits_for("G41") == {"channels", "last_ten"}
    assert waits_for("G41", **costing(eur_per_month=UNKNOWN)) == {"channels"}


# E01 Wel kosten, nog geen nieuwe klanten


def test_e01_fires_when_money_brought_no_new_customer() -> None:
    (found,) = findings("E01", customers_new=0, acquisition_spend=600)

    assert (found.severity, found.effect) == (3, Decimal(600))


def test_e01_fires_on_the_euros_per_phase_up_to_the_purchase() -> None:
    assert fires("E01", customers_new=0, eur_per_phase={"awareness": 50, "consideration": 0, "purchase": 0})


def test_e01_is_silent_with_a_new_customer_or_without_spending() -> None:
    assert silent("E01", customers_new=1, acquisition_spend=600)
    assert silent("E01", customers_new=0, acquisition_spend=0)


def test_e01_waits_for_the_new_customers_and_the_spending() -> None:
    assert waits_for("E01") == {"customers_new", "acquisition_spend"}


# Who covers whom among the figures


def test_a_customer_who_never_pays_covers_that_his_first_purchase_does_not() -> None:
    assert covered_by("G06", **worth(99, 100)) == "G07"


def test_a_margin_of_nothing_covers_every_sum_about_winning() -> None:
    poor = {**BOUGHT, **YEARLY, "margin": 0, "hours_care": 0, "acquisition_spend": 5000, "repeat_rate": 40}

    assert {covered_by(rule, **poor) for rule in ("G06", "G07")} == {"G40"}
