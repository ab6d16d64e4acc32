"""Gaps in knowing the customer and speaking to him: groups, evidence, texts, deciders, dream, goal, own walk."""

from decimal import Decimal

import pytest

from tests.rules.builders import (
    KNOWN_CUSTOMER,
    UNKNOWN,
    Plain,
    findings,
    fires,
    person,
    severity,
    silent,
    waits_for,
)

FRESH = {"last_interview": "this_month"}
COMPANIES = {"market": "b2b"}
CONSUMERS = {"market": "b2c"}
DREAM = {"dream": {"value": "Een rustig weekend", "evidence": 2}}


def says(phase: str = "awareness", **said: object) -> Plain:
    """A text or image in one phase, and a customer of whom something is known."""
    return {"messages": {phase: said}, **KNOWN_CUSTOMER}


def board(deciders: list[str], served: list[str] | None) -> Plain:
    """A company where these roles decide and these have an explanation of their own."""
    return person(3, deciders=deciders, **({} if served is None else {"served_roles": served}))


def brand(*visible: bool | None) -> Plain:
    """Channels on which one sees, or does not see, who the business is."""
    names = ("website", "flyer", "newsletter", "phone")
    shown = [{} if one is None else {"brand_visible": one} for one in visible]
    return {"channels": [{"channel": name, **one} for name, one in zip(names, shown, strict=False)]}


# G09 Je hebt nog geen klant voor ogen


@pytest.mark.parametrize("personas", [[], UNKNOWN, [{"name": "Ouders"}]])
def test_g09_fires_without_a_group_or_with_nothing_known_of_it(personas: object) -> None:
    assert severity("G09", personas=personas) == 4


def test_g09_waits_for_the_groups_while_only_later_sections_were_answered() -> None:
    assert waits_for("G09", order_value=10) == {"personas"}


def test_g09_is_silent_when_one_thing_is_known_of_one_group() -> None:
    assert silent("G09", **KNOWN_CUSTOMER)


def test_g09_waits_for_the_groups_while_they_still_lie_ahead() -> None:
    assert waits_for("G09", goal="other") == {"personas"}


# G10 Eén kaart gaat over meer klantgroepen


@pytest.mark.parametrize(("groups", "gap"), [("Ouders", False), ("Ouders; ", False), ("Ouders; Studenten", True)])
def test_g10_fires_from_the_second_group_on_one_map(groups: str, gap: bool) -> None:
    assert fires("G10", maps=[{"name": "Nu", "personas": groups}]) is gap


def test_g10_is_silent_when_every_group_has_a_map_of_its_own() -> None:
    assert silent("G10", maps=[{"name": "A", "personas": "Ouders"}, {"name": "B", "personas": "Studenten"}])


def test_g10_waits_for_the_maps() -> None:
    assert waits_for("G10") == {"maps"}


# G11 Je klantbeeld is nog weinig getoetst


@pytest.mark.parametrize(
    ("levels", "grave"), [((1, 0, 3), 2), ((1, 1, 1, 0, 2), 2), ((1, 1, 1, 1, 0, 3), 3), ((0, 0), 3)]
)
def test_g11_fires_above_half_and_graver_above_eight_tenths_of_estimates(levels: tuple[int, ...], grave: int) -> None:
    assert severity("G11", **person(*levels), **FRESH) == grave


@pytest.mark.parametrize("last", ["longer", "never"])
def test_g11_fires_when_no_customer_was_asked_for_a_year(last: str) -> None:
    assert severity("G11", **person(3), last_interview=last) == 2


def test_g11_counts_the_reasons_to_buy_and_not_to_buy() -> None:
    guess = {"value": "tekst", "evidence": 1}

    assert fires("G11", **person(3, buying_reasons=guess, drop_reasons=guess), **FRESH)


def test_g11_is_silent_at_half_and_after_a_talk_within_the_year() -> None:
    assert silent("G11", **person(1, 2), last_interview="under_year")


def test_g11_waits_for_the_talk_and_for_what_the_picture_rests_on() -> None:
    assert waits_for("G11", **person(3)) == {"last_interview"}
    assert waits_for("G11", **person(3, None), **FRESH) == {"personas"}


# G25 Een tekst of beeld doet nog niet genoeg


def test_g25_fires_for_a_text_before_the_purchase_that_plays_on_nothing() -> None:
    assert severity("G25", **says(need="none", five_seconds=5)) == 3
    assert fires("G25", **says("consideration", need="none", five_seconds=5))


def test_g25_is_silent_about_a_text_after_the_purchase_that_plays_on_nothing() -> None:
    both = {"awareness": {"need": "wishes", "five_seconds": 4}, "retention": {"need": "none"}}

    assert silent("G25", messages=both, **KNOWN_CUSTOMER)


@pytest.mark.parametrize(("right", "gap"), [(2, True), (3, False)])
def test_g25_fires_when_at_most_two_of_five_say_what_is_offered(right: int, gap: bool) -> None:
    assert fires("G25", **says(need="wishes", five_seconds=right)) is gap


def test_g25_is_silent_when_the_worst_text_is_understood() -> None:
    assert silent("G25", **says(need="fears", five_seconds=3))


def test_g25_waits_for_the_texts_and_for_the_test() -> None:
    assert waits_for("G25", **KNOWN_CUSTOMER) == {"messages"}
    assert waits_for("G25", **says(need="wishes")) == {"messages"}
    assert waits_for("G25", **says(need="wishes", five_seconds=UNKNOWN)) == {"messages"}


# G31 Niet iedereen die meebeslist, hoort van jou


@pytest.mark.parametrize("market", ["b2b", "both"])
def test_g31_fires_for_a_decider_or_payer_without_an_explanation(market: str) -> None:
    (found,) = findings("G31", market=market, **board(["user", "decider", "payer"], ["user"]))

    assert (found.severity, found.shown["unserved"].value) == (3, Decimal(2))


@pytest.mark.parametrize(
    ("deciders", "served"),
    [(["user", "decider"], ["decider"]), (["user", "it"], ["user"]), (["payer"], None)],
)
def test_g31_is_silent_when_all_who_sign_are_served_or_one_decides(deciders: list[str], served: list[str]) -> None:
    assert silent("G31", **COMPANIES, **board(deciders, served))


def test_g31_is_silent_when_customers_are_consumers() -> None:
    assert silent("G31", **CONSUMERS, **KNOWN_CUSTOMER)


def test_g31_waits_for_the_roles() -> None:
    assert waits_for("G31", **COMPANIES, **KNOWN_CUSTOMER) == {"personas"}
    assert waits_for("G31", **COMPANIES, **board(["user", "payer"], None)) == {"personas"}


# G32 De droom van je klant krijgt nog geen plek


@pytest.mark.parametrize("market", ["b2c", "both"])
def test_g32_fires_when_no_dream_was_written_down(market: str) -> None:
    found = findings("G32", market=market, **{**says(need="desires"), **person(3)})

    assert [one.severity for one in found] == [2]


def test_g32_fires_when_no_text_plays_on_a_desire() -> None:
    assert fires("G32", **CONSUMERS, **{**says(need="fears"), **person(3, **DREAM)})


def test_g32_is_silent_with_a_dream_and_a_text_that_plays_on_it() -> None:
    assert silent("G32", **CONSUMERS, **{**says(need="desires"), **person(3, **DREAM)})


def test_g32_is_silent_when_customers_are_companies() -> None:
    assert silent("G32", **COMPANIES, **says(need="fears"))


def test_g32_waits_for_the_dream_and_the_texts() -> None:
    assert waits_for("G32", **CONSUMERS, **KNOWN_CUSTOMER) == {"personas", "messages"}


# G33 Je verhaal is nog niet overal hetzelfde


@pytest.mark.parametrize("point", [0, 1])
def test_g33_fires_when_the_story_is_at_most_now_and_then_the_same(point: int) -> None:
    assert severity("G33", consistency=point, **brand(True, True)) == 2


def test_g33_fires_when_fewer_than_half_of_the_channels_show_the_brand() -> None:
    assert fires("G33", consistency=3, **brand(True, False, False))


def test_g33_is_silent_at_a_fixed_practice_and_half_of_the_channels() -> None:
    assert silent("G33", consistency=2, **brand(True, False, None))


def test_g33_waits_for_the_consistency_and_the_channels() -> None:
    assert waits_for("G33") == {"channels", "consistency"}
    assert waits_for("G33", consistency=3, **brand(None)) == {"channels"}


# G36 Je doel is nog niet gekozen


@pytest.mark.parametrize("said", [{"goal": UNKNOWN}, {"market": "b2c"}])
def test_g36_fires_when_the_goal_is_unknown_or_was_passed_over(said: Plain) -> None:
    assert severity("G36", **said) == 2


def test_g36_is_silent_with_a_goal() -> None:
    assert silent("G36", goal="why_not_buy")


def test_g36_waits_for_the_goal_before_anything_was_answered() -> None:
    assert waits_for("G36") == {"goal"}


# G37 Je hebt je eigen reis lang niet gelopen


@pytest.mark.parametrize("said", [{"walked": False}, {"walked": True, "walked_on": "2025-11-21"}])
def test_g37_fires_when_nobody_walked_it_for_a_year(said: Plain) -> None:
    assert severity("G37", **said) == 2


def test_g37_is_silent_within_a_year() -> None:
    assert silent("G37", walked=True, walked_on="2025-11-22")


def test_g37_waits_for_the_walk_and_for_its_day() -> None:
    assert waits_for("G37") == {"walked"}
    assert waits_for("G37", walked=True) == {"walked_on"}
