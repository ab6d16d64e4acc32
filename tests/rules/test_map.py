"""Gaps on the map: measuring, decision moments, experiences, low feelings, handoffs, and the plan itself."""

from decimal import Decimal

import pytest

from tests.rules.builders import (
    KNOWN_CUSTOMER,
    Plain,
    findings,
    fires,
    mapped,
    moment,
    severity,
    silent,
    waits_for,
)

READY = {"decision": True, "channel": "website", "owner": "Sem"}
LEVEL = {"expected_functional": 4, "experienced_functional": 4}
ONE_SHORT = {"expected_functional": 4, "experienced_functional": 3}
TWO_SHORT = {"expected_emotional": 5, "experienced_emotional": 3}
ONE_GAP = {"goal": "why_not_buy", "hours_to_win": 9, "hours_to_deliver": 8, **KNOWN_CUSTOMER}


def measured(*said: bool) -> Plain:
    """A map with these moments, measured or not."""
    return mapped(*(moment("b1", measured=one) for one in said))


def handing(**said: object) -> Plain:
    """A map on which one moment is handed over, and the next is somebody else's."""
    return mapped(moment("b4", owner="Sem", **said), moment("b5", owner="Ali"))


def leads(transition: str) -> Plain:
    """How a customer comes from the purchase to the next phase."""
    return {"phase_checks": {"purchase": {"transition": transition}}}


# G12 Je meet nog weinig contactmomenten


def test_g12_fires_when_fewer_than_half_of_the_moments_are_measured() -> None:
    assert severity("G12", **measured(True, False, False)) == 2


def test_g12_is_graver_when_a_decision_moment_is_not_measured() -> None:
    assert severity("G12", **mapped(moment("b1", measured=False), moment("b4", measured=False, decision=True))) == 3


def test_g12_is_silent_at_half_of_the_moments() -> None:
    assert silent("G12", **measured(True, False))


@pytest.mark.parametrize(("day", "gap"), [("2025-11-22", False), ("2025-11-21", True)])
def test_g12_fires_when_the_measurement_is_more_than_a_year_old(day: str, gap: bool) -> None:
    assert fires("G12", **mapped(moment("b1", measured=True, measured_on=day))) is gap


def test_g12_is_silent_about_what_still_has_to_be_designed() -> None:
    planned = moment("b2", measured=False, status="to_design")

    assert silent("G12", **mapped(moment("b1", measured=True), planned, planned))


def test_g12_waits_for_a_map_and_for_what_is_measured_on_it() -> None:
    assert waits_for("G12") == {"touchpoints"}
    assert waits_for("G12", **mapped(moment("b1"))) == {"touchpoints"}


# G13 Een beslismoment is nog niet geregeld


def test_g13_fires_when_no_decision_moment_was_named() -> None:
    assert severity("G13", **mapped(moment("b1"))) == 4


@pytest.mark.parametrize("code", ["channel", "owner"])
def test_g13_fires_for_a_decision_moment_without_channel_or_owner(code: str) -> None:
    lacking = {one: said for one, said in READY.items() if one != code}

    assert fires("G13", **mapped(moment("b3", **READY), moment("b4", **lacking)))


@pytest.mark.parametrize("worse", [{"owner": "niemand"}, {"status": "to_design"}])
def test_g13_fires_for_a_decision_moment_that_nobody_owns_or_still_to_design(worse: Plain) -> None:
    assert fires("G13", **mapped(moment("b3", **READY), moment("b4", **{**READY, **worse})))


def test_g13_fires_when_the_only_moment_is_a_decision_that_does_not_exist_yet() -> None:
    assert fires("G13", **mapped(moment("b4", **READY, status="to_design")))


def test_g13_is_silent_when_every_decision_moment_is_ready() -> None:
    assert silent("G13", **mapped(moment("b1"), moment("b4", **READY)))


def test_g13_waits_for_a_map() -> None:
    assert waits_for("G13") == {"touchpoints"}


# G17 Een contactmoment blijft achter bij de verwachting


@pytest.mark.parametrize(("block", "more", "grave"), [("b2", {}, 3), ("b2", {"decision": True}, 4), ("b5", {}, 4)])
def test_g17_fires_at_two_points_and_graver_at_a_decision_or_delivery(block: str, more: Plain, grave: int) -> None:
    (found,) = findings("G17", **mapped(moment(block, **TWO_SHORT, **more)))

    assert (found.severity, found.touchpoints, found.shown["gap"].value) == (grave, ("t1",), Decimal(2))


def test_g17_fires_at_one_point_when_the_whole_phase_stays_a_point_behind() -> None:
    (found,) = findings("G17", **mapped(moment("b2", **ONE_SHORT), moment("b3", **ONE_SHORT)))

    assert found.touchpoints == ("t1", "t2")


def test_g17_is_silent_at_one_point_when_the_phase_makes_up_for_it() -> None:
    assert silent("G17", **mapped(moment("b2", **ONE_SHORT), moment("b3", **LEVEL)))


def test_g17_weighs_less_where_the_scores_are_an_own_estimate() -> None:
    behind = {"expected_functional": 5, "experienced_functional": 3}

    assert severity("G17", **mapped(moment("b1", **behind, basis="heard"))) == 3
    assert severity("G17", **mapped(moment("b1", **behind, basis="assumed"))) == 2


def test_g17_names_the_gravest_moment_first() -> None:
    (found,) = findings("G17", **mapped(moment("b1", **TWO_SHORT), moment("b5", **TWO_SHORT)))

    assert (found.severity, found.touchpoints) == (4, ("t2", "t1"))


def test_g17_waits_for_a_map_and_for_both_scores() -> None:
    assert waits_for("G17") == {"touchpoints"}
    assert waits_for("G17", **mapped(moment("b2", expected_functional=5))) == {"touchpoints"}


# G18 Een vervelend moment krijgt nog geen oplossing


@pytest.mark.parametrize(("feeling", "gap"), [(1, True), (2, True), (3, False)])
def test_g18_fires_at_a_feeling_of_two_or_less_without_an_idea(feeling: int, gap: bool) -> None:
    assert fires("G18", **mapped(moment("b4", experienced_emotional=feeling))) is gap


@pytest.mark.parametrize("place", [0, 1])
def test_g18_is_silent_with_an_idea_here_or_at_the_next_moment(place: int) -> None:
    ideas: list[Plain] = [{}, {}]
    ideas[place] = {"idea": "Een kop koffie"}

    first, then = (moment(block, **idea) for block, idea in zip(("b4", "b5"), ideas, strict=True))

    assert silent("G18", **mapped({**first, "experienced_emotional": 2}, {**then, "experienced_emotional": 4}))


def test_g18_fires_when_the_idea_stands_two_moments_on_or_in_another_cycle() -> None:
    sad = moment("b4", experienced_emotional=2)
    far = moment("b6", idea="Een kop koffie")

    assert fires("G18", **mapped(sad, moment("b5"), far))
    assert fires("G18", **mapped(sad, {**far, "cycle": "repeat"}))


def test_g18_leaves_a_moment_to_g17_that_stays_two_points_behind() -> None:
    both = mapped(moment("b4", expected_emotional=4, experienced_emotional=2))
    one = mapped(moment("b4", expected_emotional=3, experienced_emotional=2))

    assert fires("G17", **both)
    assert silent("G18", **both)
    assert fires("G18", **one)


def test_g18_waits_for_a_map_and_for_the_feeling() -> None:
    assert waits_for("G18") == {"touchpoints"}
    assert waits_for("G18", **mapped(moment("b4"))) == {"touchpoints"}


# G19 Bij een overdracht is niet duidelijk wie het overneemt


@pytest.mark.parametrize("said", [{"handoff_to": "niemand"}, {"handoff_how": "Per mail"}])
def test_g19_fires_for_a_handoff_that_nobody_receives(said: Plain) -> None:
    assert severity("G19", team="small", **handing(**said), **leads("agreed")) == 3


def test_g19_fires_when_the_step_to_another_owner_is_left_to_chance() -> None:
    assert fires("G19", team="small", **handing(), **leads("chance"))
    assert silent("G19", team="alone", **handing(), **leads("chance"))


def test_g19_is_silent_about_chance_within_a_phase_or_when_the_receiver_is_named() -> None:
    same_phase = mapped(moment("b2", owner="Sem"), moment("b3", owner="Ali"))
    by_chance = {"phase_checks": {"consideration": {"transition": "chance"}}}

    assert silent("G19", team="small", **same_phase, **by_chance)
    assert silent("G19", team="small", **handing(handoff_to="Ali"), **leads("chance"))


def test_g19_fires_for_who_works_alone_at_a_partner_only() -> None:
    given = {"handoff_to": "niemand"}

    assert fires("G19", team="alone", **handing(ownership="partner", **given))
    assert silent("G19", team="alone", **handing(ownership="own", **given))


def test_g19_is_silent_when_somebody_receives_the_customer() -> None:
    assert silent("G19", team="small", **handing(handoff_to="Ali", handoff_how="Per mail"), **leads("agreed"))


def test_g19_waits_for_the_map_the_team_and_the_step() -> None:
    assert waits_for("G19") == {"touchpoints", "team"}
    assert waits_for("G19", **handing(handoff_to="niemand"), **leads("agreed")) == {"team"}
    assert waits_for("G19", team="small", **handing()) == {"phase_checks"}
    assert waits_for("G19", team="small", **handing(), phase_checks={"purchase": {"kpi": "x"}}) == {"phase_checks"}


def test_g19_does_not_wait_for_a_question_that_the_quick_scan_does_not_ask() -> None:
    assert silent("G19", team="small", length="quick", **handing())


# G35 Je plan kijkt maar van één kant; with fewer than two actions it does not apply, so it never waits


def test_g35_fires_when_every_action_is_about_one_moment() -> None:
    assert severity("G35", **ONE_GAP, reply_hours=20) == 1


def test_g35_is_silent_when_an_action_is_about_the_whole_journey() -> None:
    assert silent("G35", **ONE_GAP, reply_hours=20, walked=False)


def test_g35_does_not_apply_to_a_plan_of_one_action() -> None:
    assert silent("G35", **ONE_GAP)
    assert waits_for("G35", **ONE_GAP) == set()
