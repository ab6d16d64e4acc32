"""Gaps after the purchase: aftercare, delivery, service, silence, buying again, warmth and reach."""

import pytest

from tests.rules.builders import (
    DROPPED,
    UNKNOWN,
    Plain,
    covered_by,
    findings,
    fires,
    five,
    mapped,
    moment,
    severity,
    silent,
    use,
    waits_for,
)

KEPT = {"contacts_between": 2, **use(newsletter=(0, 0, 0, 2, 0))}
"""Contact after the purchase, so that only the hours can be too few."""
SHARED = five(20, 20, 20, 20, 20)
WELL_SERVED = {"complaint_hours": 8, "solved_first_time": 90, **mapped(moment("b7"))}
WELL_DELIVERED = {"on_time_share": 95, "promised_days": 5, "real_days": 5, **mapped(moment("b5"))}
SATISFIED = {"expected_functional": 3, "experienced_functional": 3}
WARM = {"experienced_functional": 4, "experienced_emotional": 4}
FRESH = {"surprise": True, "surprise_since": "2026-01-01"}
ALL_STEPS = ("b1", "b3", "b4", "b5", "b7", "b8")


def again(*blocks: str) -> Plain:
    """A map on which a customer who comes back meets you in these blocks."""
    return mapped(moment("b1"), *(moment(block, cycle="repeat") for block in blocks))


# G01 Na de verkoop wordt het stil


def test_g01_fires_when_keeping_gets_less_than_half_of_its_hours_and_euros() -> None:
    assert fires("G01", hours_per_phase=five(41, 30, 20, 9, 0), eur_per_phase=five(41, 30, 20, 9, 0), **KEPT)


def test_g01_fires_on_the_hours_alone_when_no_euro_is_spent_at_all() -> None:
    assert fires("G01", hours_per_phase=five(41, 30, 20, 9, 0), eur_per_phase=five(0, 0, 0, 0, 0), **KEPT)


@pytest.mark.parametrize("phase", ["hours_per_phase", "eur_per_phase"])
def test_g01_is_silent_at_exactly_half_of_the_share(phase: str) -> None:
    little, half = five(41, 30, 20, 9, 0), five(40, 30, 20, 10, 0)
    shares = {"hours_per_phase": little, "eur_per_phase": little, phase: half}

    assert silent("G01", **shares, **KEPT)


def test_g01_fires_when_nothing_brings_a_customer_back() -> None:
    assert fires("G01", contacts_between=2, **use(website=(2, 2, 2, 0, 0)))


def test_g01_fires_when_a_customer_hears_nothing_between_two_purchases() -> None:
    assert fires("G01", **{**KEPT, "contacts_between": 0})


def test_g01_is_silent_when_a_contact_moment_stands_where_no_channel_is_used() -> None:
    fair = {"hours_per_phase": SHARED, "contacts_between": 1, **use(website=(2, 2, 2, 0, 0))}

    assert silent("G01", **fair, **mapped(moment("b8")))


def test_g01_is_silent_where_customers_buy_once_and_the_hours_are_shared() -> None:
    once = {"purchase_rhythm": "once", **use(website=(2, 2, 2, 0, 0))}

    assert silent("G01", hours_per_phase=SHARED, **once)


def test_g01_waits_for_hours_euros_use_and_contacts() -> None:
    assert waits_for("G01") == {"hours_per_phase", "eur_per_phase", "channel_use", "contacts_between"}
    assert waits_for("G01", hours_per_phase=SHARED, **{**KEPT, "contacts_between": UNKNOWN}) == {"contacts_between"}


# G02 Je vraagt tevreden klanten nog niet om hulp


def test_g02_fires_when_nobody_asks() -> None:
    assert fires("G02", asks_referral=0, **use(reviews=(0, 0, 0, 0, 2)))


def test_g02_fires_when_nothing_is_done_with_happy_customers() -> None:
    assert covered_by("G02", asks_referral=2, **use(website=(2, 2, 1, 1, 0))) == "G03"


def test_g02_is_silent_when_asking_happens_now_and_then() -> None:
    assert silent("G02", asks_referral=1, **use(reviews=(0, 0, 0, 0, 1)))


def test_g02_waits_for_the_channels_and_the_asking() -> None:
    assert waits_for("G02") == {"asks_referral", "channel_use"}
    assert waits_for("G02", asks_referral=2) == {"channel_use"}


# G20 De levering is niet altijd zoals de klant verwacht


@pytest.mark.parametrize(
    "worse",
    [
        {"on_time_share": 89},
        {"real_days": 6},
        mapped(moment("b5", expected_functional=4, experienced_functional=3)),
    ],
)
def test_g20_fires_when_late_or_later_than_promised_or_below_expectation(worse: dict[str, object]) -> None:
    assert fires("G20", **{**WELL_DELIVERED, **worse})


def test_g20_is_silent_at_nine_of_ten_on_the_promised_day_as_expected() -> None:
    fair = {**WELL_DELIVERED, "on_time_share": 90, **mapped(moment("b5", **SATISFIED))}

    assert silent("G20", **fair)


def test_g20_is_silent_about_a_delivery_that_is_better_than_expected() -> None:
    good = mapped(moment("b5", expected_functional=3, experienced_functional=5))

    assert silent("G20", **{**WELL_DELIVERED, **good})


def test_g20_weighs_an_estimate_one_step_lighter() -> None:
    sure, guess = ({"value": 80, "evidence": level} for level in (3, 1))

    assert severity("G20", on_time_share=sure) == 4
    assert severity("G20", on_time_share=guess) == 3


def test_g20_waits_for_the_days_and_the_experience() -> None:
    assert waits_for("G20", on_time_share=90) == {"promised_days", "real_days", "touchpoints"}


# G21 De hulp bij vragen en klachten kan beter


@pytest.mark.parametrize("worse", [{"complaint_hours": 25}, {"solved_first_time": 69}, mapped(moment("b6"))])
def test_g21_fires_when_help_is_slow_or_incomplete_or_absent(worse: dict[str, object]) -> None:
    assert fires("G21", **{**WELL_SERVED, **worse})


def test_g21_is_silent_at_24_hours_and_seven_of_ten() -> None:
    assert silent("G21", **{**WELL_SERVED, "complaint_hours": 24, "solved_first_time": 70})


def test_g21_fires_when_help_still_has_to_be_designed() -> None:
    planned = mapped(moment("b6"), moment("b7", status="to_design"))

    assert fires("G21", **{**WELL_SERVED, **planned})


def test_g21_waits_for_the_complaints_and_the_map() -> None:
    assert waits_for("G21") == {"complaint_hours", "solved_first_time", "touchpoints"}
    assert waits_for("G21", **{**WELL_SERVED, "complaint_hours": UNKNOWN}) == {"complaint_hours"}


# G22 Tussen twee aankopen blijft het lang stil


def test_g22_fires_without_contact_or_after_one_and_a_half_times_the_usual_gap() -> None:
    assert fires("G22", contacts_between=1, longest_silence_days=61, days_to_next=40)
    assert covered_by("G22", contacts_between=0) == "G01"


def test_g22_is_silent_at_exactly_one_and_a_half_times_the_usual_gap() -> None:
    assert silent("G22", contacts_between=1, longest_silence_days=60, days_to_next=40)


def test_g22_waits_for_the_contacts_and_the_days() -> None:
    assert waits_for("G22") == {"contacts_between", "longest_silence_days", "days_to_next"}
    assert waits_for("G22", contacts_between=1, days_to_next=40) == {"longest_silence_days"}


def test_g22_is_silent_where_customers_buy_once_for_nothing_lies_between() -> None:
    assert silent("G22", purchase_rhythm="once")


# G23 Opnieuw kopen heeft nog geen eigen weg


@pytest.mark.parametrize("repeats", [{"orders_per_year": 1.1}, {"orders_per_year": 1, "sales_forms": ["subscription"]}])
def test_g23_fires_at_two_of_six_steps_when_buying_can_be_repeated(repeats: dict[str, object]) -> None:
    assert fires("G23", **again("b4", "b9", "b8"), **repeats)


def test_g23_is_silent_at_three_of_six_steps() -> None:
    assert silent("G23", orders_per_year=6, **again("b1", "b4", "b8"))


def test_g23_is_silent_when_a_customer_buys_once_a_year_or_once_in_all() -> None:
    few = again("b4")

    assert silent("G23", orders_per_year=1, sales_forms=["shop"], **few)
    assert silent("G23", purchase_rhythm="once", **few)


def test_g23_waits_for_the_map_and_for_how_often_a_customer_buys() -> None:
    assert waits_for("G23") == {"touchpoints", "orders_per_year", "sales_forms"}
    assert waits_for("G23", orders_per_year=6) == {"touchpoints"}


# G34 Je reis kan warmer of verrassender


def test_g34_fires_when_a_phase_works_but_leaves_the_customer_cold() -> None:
    cold = {"experienced_functional": 4, "experienced_emotional": 3}

    assert fires("G34", **mapped(moment("b4", **cold), moment("b6", **WARM, **FRESH)))


def test_g34_fires_without_any_surprise() -> None:
    assert fires("G34", **mapped(moment("b4", **WARM, surprise=False)))


def test_g34_fires_when_the_only_surprise_still_has_to_be_designed() -> None:
    planned = moment("b6", surprise=True, status="to_design")

    assert fires("G34", **mapped(moment("b4", **WARM, surprise=False), planned))


@pytest.mark.parametrize(("since", "worn"), [("2024-11-20", True), ("2024-11-23", False)])
def test_g34_fires_when_customers_who_return_know_the_surprise_for_over_two_years(since: str, worn: bool) -> None:
    old = mapped(moment("b4", **WARM, surprise=True, surprise_since=since))

    assert fires("G34", **old) is worn
    assert silent("G34", purchase_rhythm="once", **old)


def test_g34_is_silent_when_every_phase_feels_as_good_as_it_works() -> None:
    assert silent("G34", **mapped(moment("b4", **WARM, **FRESH)))


def test_g34_waits_for_the_map_and_for_what_stands_on_it() -> None:
    assert waits_for("G34") == {"touchpoints"}
    assert waits_for("G34", **mapped(moment("b4"))) == {"touchpoints"}


# G38 Klanten horen nog niet wat erbij past


def test_g38_fires_when_several_products_are_offered_now_and_then() -> None:
    assert fires("G38", follow_up_offer=1, several_products=True)


def test_g38_is_silent_from_a_fixed_practice_or_with_one_product() -> None:
    assert silent("G38", follow_up_offer=2, several_products=True)
    assert silent("G38", follow_up_offer=0, several_products=False)
    assert silent("G38", follow_up_offer=DROPPED, several_products=True)


def test_g38_waits_for_the_offer_and_the_products() -> None:
    assert waits_for("G38") == {"follow_up_offer", "several_products"}


# G42 Veel klanten kun je later niet bereiken


def test_g42_fires_below_half_of_the_customers() -> None:
    (found,) = findings("G42", reachable_share={"value": 49, "evidence": 3})

    assert (found.severity, found.ease) == (3, 4)


def test_g42_is_silent_at_half_of_the_customers() -> None:
    assert silent("G42", reachable_share=50)


def test_g42_waits_for_the_share() -> None:
    assert waits_for("G42") == {"reachable_share"}
