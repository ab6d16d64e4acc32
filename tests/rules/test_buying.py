"""Gaps around choosing and buying: proof, a quick answer, the purchase itself, and why people drop out."""

import pytest

from tests.klantreis import bundle
from tests.rules.builders import DROPPED, UNKNOWN, Plain, fires, mapped, moment, severity, silent, use, waits_for

THERE = use(website=(2, 2, 2, 2, 2))
MANY = int(bundle().rules.values["high_abandonment"] * 100)
"""Percent of people who stop halfway, above which the purchase is too hard."""
SMOOTH = {"steps_to_buy": 5, "mobile_ok": True, "abandoned_share": {"value": MANY, "evidence": 3}}
SMOOTH |= {"welcome": 1, "payment_missing": False}
ASKED = {"lost_reasons": {"value": "Te duur", "evidence": 2}}
DECIDES = moment("b4", decision=True)


# G26 Wie twijfelt, vindt nog weinig houvast


def test_g26_fires_when_there_is_no_proof() -> None:
    assert severity("G26", proof=["none"], **THERE) == 3


def test_g26_fires_when_you_are_absent_where_customers_choose() -> None:
    assert fires("G26", proof=["reviews"], **use(website=(2, 0, 2, 2, 2)))


def test_g26_is_silent_with_proof_where_customers_choose() -> None:
    assert silent("G26", proof=["reviews"], **THERE)
    assert silent("G26", proof=["reviews"], **use(website=(2, 0, 2, 2, 2)), **mapped(moment("b3")))


def test_g26_waits_for_the_proof_and_the_channels() -> None:
    assert waits_for("G26") == {"proof", "channel_use"}
    assert waits_for("G26", proof=UNKNOWN, **THERE) == {"proof"}


# G27 Een aanvraag krijgt nog geen vlot vervolg


@pytest.mark.parametrize("slow", [{"reply_hours": 9}, {"follows_up": 1}, {"follows_up": 0}])
def test_g27_fires_after_a_working_day_or_when_quotes_are_seldom_followed(slow: Plain) -> None:
    assert severity("G27", **{"reply_hours": 8, "follows_up": 2, **slow}) == 3


def test_g27_is_silent_within_the_day_with_a_fixed_practice() -> None:
    assert silent("G27", reply_hours=8, follows_up=2)
    assert silent("G27", reply_hours=8, follows_up=DROPPED)


def test_g27_waits_for_the_hours_and_the_practice() -> None:
    assert waits_for("G27") == {"reply_hours", "follows_up"}


# G28 Rond het kopen is nog iets te winnen


@pytest.mark.parametrize(
    "hitch",
    [
        {"steps_to_buy": 6},
        {"mobile_ok": False},
        {"abandoned_share": {"value": MANY + 1, "evidence": 3}},
        {"welcome": 0},
        {"payment_missing": True},
    ],
)
def test_g28_fires_at_each_of_five_hitches(hitch: Plain) -> None:
    assert severity("G28", **{**SMOOTH, **hitch}) == 3


def test_g28_is_silent_without_a_hitch() -> None:
    assert silent("G28", **SMOOTH)


@pytest.mark.parametrize("evidence", [1, 2])
def test_g28_is_silent_about_an_abandoned_share_that_was_not_measured(evidence: int) -> None:
    assert silent("G28", **{**SMOOTH, "abandoned_share": {"value": MANY + 1, "evidence": evidence}})


def test_g28_weighs_an_estimate_one_step_lighter() -> None:
    assert severity("G28", **{**SMOOTH, "steps_to_buy": {"value": 6, "evidence": 1}}) == 2


def test_g28_waits_for_every_part_that_is_open() -> None:
    assert waits_for("G28") == {"steps_to_buy", "mobile_ok", "abandoned_share", "welcome", "payment_missing"}
    assert waits_for("G28", **{**SMOOTH, "abandoned_share": MANY + 1}) == {"abandoned_share"}


# G39 Je weet nog niet goed waarom mensen afhaken


@pytest.mark.parametrize("reasons", [UNKNOWN, {"value": "Te duur", "evidence": 1}, {"value": "?", "evidence": 0}])
def test_g39_fires_when_the_reasons_are_unknown_or_only_thought(reasons: object) -> None:
    assert severity("G39", lost_reasons=reasons) == 3


def test_g39_fires_when_no_decision_moment_says_who_drops_out() -> None:
    assert fires("G39", **ASKED, **mapped(DECIDES, moment("b1", drop_off=30)))


def test_g39_is_silent_when_customers_told_why_and_one_moment_says_how_many() -> None:
    assert silent("G39", **ASKED, **mapped(DECIDES, {**DECIDES, "drop_off": 30}))
    assert silent("G39", **ASKED, **mapped(moment("b1")))


def test_g39_waits_for_the_reasons_what_they_rest_on_and_the_map() -> None:
    assert waits_for("G39") == {"lost_reasons", "touchpoints"}
    assert waits_for("G39", lost_reasons="Te duur", **mapped(moment("b1"))) == {"lost_reasons"}
