"""Gaps in where the attention goes and in being found: phases, hours, channels, sides, one channel, the own map."""

import pytest

from tests.rules.builders import (
    PHASES,
    UNKNOWN,
    Plain,
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
from workshop.domain.finding import RootCause

LOCAL = {"sales_forms": ["shop"]}
FOUND = {"profile_claimed": True, "top_three": "yes", "reviews_count": 8, "last_review": "2026-11-01"}


def customers_use(channel: str, evidence: int | None, phase: str = "awareness") -> Plain:
    """Customers say in one phase where they look themselves."""
    said = [channel] if evidence is None else {"value": [channel], "evidence": evidence}
    return {"phase_checks": {phase: {"customer_channels": said}}}


# G03 Je slaat de fase {phase} over


@pytest.mark.parametrize(("place", "cause"), [(0, RootCause.ACQUISITION), (3, RootCause.RETENTION)])
def test_g03_fires_in_a_phase_without_any_channel(place: int, cause: RootCause) -> None:
    row = tuple(0 if index == place else 1 for index in range(5))

    (found,) = findings("G03", **use(website=row))

    assert (found.phase, found.severity, found.root_cause) == (PHASES[place], 4, cause)


def test_g03_fires_in_every_phase_that_is_passed_over() -> None:
    found = findings("G03", **use(website=(1, 0, 0, 1, 1)))

    assert {one.phase for one in found} == {"consideration", "purchase"}


def test_g03_is_silent_where_a_channel_or_a_contact_moment_is() -> None:
    assert silent("G03", **use(website=(1, 1, 1, 1, 0)), **mapped(moment("b10")))


def test_g03_fires_where_the_contact_moment_still_has_to_be_designed() -> None:
    planned = mapped(moment("b1"), moment("b10", status="to_design"))

    assert fires("G03", **use(website=(1, 1, 1, 1, 0)), **planned)


def test_g03_is_silent_about_coming_back_where_customers_buy_once() -> None:
    row = {"orientation": 1, "selection": 1, "transaction": 1, "delivery": 1, "customer_care": 1}
    shown = {"channel_use": {"website": {**row, "in_between": 0, "repeat_purchase": 0}}, "model": "bonsing-mann"}

    assert silent("G03", purchase_rhythm="once", **shown)
    assert len(findings("G03", **shown)) == 2


def test_g03_waits_for_the_channels_and_for_an_open_cell() -> None:
    assert waits_for("G03") == {"channel_use"}
    assert waits_for("G03", channel_use={"website": dict.fromkeys(PHASES[:4], 1)}) == {"channel_use"}


# G04 Je meeste tijd gaat naar nieuwe klanten


def test_g04_fires_at_three_quarters_of_the_hours() -> None:
    assert severity("G04", hours_per_phase=five(30, 30, 15, 25, 0)) == 3


def test_g04_is_silent_below_three_quarters() -> None:
    assert silent("G04", hours_per_phase=five(30, 30, 14, 26, 0))


def test_g04_weighs_an_estimate_one_step_lighter() -> None:
    assert severity("G04", hours_per_phase={"value": five(30, 30, 15, 25, 0), "evidence": 1}) == 2


def test_g04_waits_for_the_hours() -> None:
    assert waits_for("G04") == {"hours_per_phase"}


# G14 Je laat internet of echt contact liggen


OFFLINE_NINE = {"flyer": (3, 3, 3, 0, 0), "website": (1, 0, 0, 0, 0)}
OFFLINE_TEN = {"flyer": (3, 3, 3, 1, 0), "website": (1, 0, 0, 0, 0)}


def test_g14_fires_above_nine_tenths_on_one_side_while_customers_use_the_other() -> None:
    assert fires("G14", sales_forms=["advice"], **use(**OFFLINE_TEN), **customers_use("google_profile", 2))


def test_g14_is_silent_at_nine_tenths() -> None:
    assert silent("G14", sales_forms=["advice"], **use(**OFFLINE_NINE), **customers_use("google_profile", 2))


@pytest.mark.parametrize(("channel", "evidence"), [("google_profile", 1), ("phone", 3)])
def test_g14_is_silent_when_customers_were_not_heard_to_be_on_the_other_side(channel: str, evidence: int) -> None:
    assert silent("G14", sales_forms=["advice"], **use(**OFFLINE_TEN), **customers_use(channel, evidence))


@pytest.mark.parametrize("form", ["shop", "on_site", "hospitality"])
def test_g14_fires_for_a_local_business_that_is_not_online_before_the_purchase(form: str) -> None:
    offline = use(flyer=(2, 2, 2, 1, 1), newsletter=(0, 0, 0, 2, 0))

    assert fires("G14", sales_forms=[form], **offline, **customers_use("flyer", 3))


def test_g14_is_silent_when_a_contact_moment_online_comes_before_the_purchase() -> None:
    offline = use(flyer=(2, 2, 2, 1, 1), newsletter=(0, 0, 0, 2, 0))
    online = mapped(moment("b2", channel="website"))

    assert silent("G14", **LOCAL, **offline, **customers_use("flyer", 3), **online)


def test_g14_waits_for_the_channels_on_both_sides() -> None:
    assert waits_for("G14") == {"channel_use", "phase_checks", "sales_forms"}
    assert waits_for("G14", sales_forms=["advice"], **use(**OFFLINE_TEN)) == {"phase_checks"}


# G15 Een kanaal past niet goed bij de fase


@pytest.mark.parametrize(("row", "grave"), [((2, 2, 1, 1, 0), 2), ((2, 3, 1, 1, 0), 3)])
def test_g15_fires_from_firm_use_where_a_channel_suits_weakly(row: tuple[int, ...], grave: int) -> None:
    (found,) = findings("G15", **use(flyer=row))

    assert (found.severity, found.foci) == (grave, (("flyer", "consideration"),))


def test_g15_fires_where_a_channel_does_not_suit_at_all() -> None:
    assert fires("G15", **use(flyer=(0, 0, 0, 0, 2)))


def test_g15_is_silent_when_it_is_used_a_little_or_suits_fairly() -> None:
    assert silent("G15", **use(flyer=(3, 1, 1, 1, 1), website=(3, 3, 3, 3, 1)))


def test_g15_waits_for_the_use_of_channels() -> None:
    assert waits_for("G15") == {"channel_use"}
    assert waits_for("G15", channel_use=UNKNOWN) == {"channel_use"}


# G16 In de fase {phase} zit je klant op een andere plek


@pytest.mark.parametrize("evidence", [2, 3])
def test_g16_fires_where_customers_were_heard_to_be_and_you_are_not(evidence: int) -> None:
    (found,) = findings("G16", **use(flyer=(3, 0, 0, 0, 0)), **customers_use("google_profile", evidence))

    assert (found.phase, found.severity) == ("awareness", 3)


@pytest.mark.parametrize("evidence", [0, 1, None])
def test_g16_is_silent_about_where_customers_are_only_thought_to_be(evidence: int | None) -> None:
    assert silent("G16", **use(flyer=(3, 0, 0, 0, 0)), **customers_use("google_profile", evidence))


def test_g16_is_silent_when_you_share_one_of_their_channels() -> None:
    both = {"phase_checks": {"awareness": {"customer_channels": {"value": ["google_profile", "flyer"], "evidence": 3}}}}

    assert silent("G16", **use(flyer=(1, 0, 0, 0, 0)), **both)
    assert silent("G16", **use(phone=(1, 0, 0, 0, 0)), **both, **mapped(moment("b1", channel="flyer")))


def test_g16_waits_for_the_channels_of_customers_and_your_own() -> None:
    assert waits_for("G16") == {"phase_checks"}
    assert waits_for("G16", **customers_use("google_profile", 2)) == {"channel_use"}


def test_g16_waits_for_a_cell_that_was_left_open() -> None:
    open_cell = {"channel_use": {"google_profile": {"purchase": 1}}}

    assert waits_for("G16", **open_cell, **customers_use("google_profile", 2)) == {"channel_use"}


# G29 Op Google kun je in je buurt sterker staan


@pytest.mark.parametrize(
    "worse",
    [
        {"profile_claimed": False},
        {"top_three": "no"},
        {"reviews_count": 0, "last_review": UNKNOWN},
        {"last_review": "2026-05-21"},
    ],
)
def test_g29_fires_without_profile_place_review_or_a_review_of_half_a_year(worse: Plain) -> None:
    assert severity("G29", **{**LOCAL, **FOUND, **worse}) == 3


def test_g29_is_silent_with_a_review_of_under_six_months_or_a_place_that_was_not_checked() -> None:
    assert silent("G29", **LOCAL, **{**FOUND, "last_review": "2026-05-22"})
    assert silent("G29", **LOCAL, **{**FOUND, "top_three": "not_checked"})


def test_g29_waits_for_what_is_not_known_of_a_local_business() -> None:
    assert waits_for("G29", **LOCAL) == {"profile_claimed", "top_three", "reviews_count"}
    assert waits_for("G29", **LOCAL, **{**FOUND, "last_review": UNKNOWN}) == {"last_review"}


def test_g29_is_silent_for_a_business_without_a_place_to_visit() -> None:
    assert silent("G29", sales_forms=["webshop"])


# G30 Je leunt op één kanaal


@pytest.mark.parametrize(("most", "grave"), [(6, 2), (7, 2), (8, 3)])
def test_g30_fires_from_six_of_ten_and_graver_from_eight(most: int, grave: int) -> None:
    assert severity("G30", last_ten={"word_of_mouth": most, "website": 10 - most}) == grave


def test_g30_is_silent_at_five_of_ten_or_when_fewer_than_five_were_counted() -> None:
    assert silent("G30", last_ten={"word_of_mouth": 5, "website": 5})
    assert silent("G30", last_ten={"word_of_mouth": 4})
    assert fires("G30", last_ten={"word_of_mouth": 5})


def test_g30_waits_for_the_last_ten() -> None:
    assert waits_for("G30") == {"last_ten"}
