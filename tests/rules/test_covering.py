"""Which gap covers a lighter one, and which waits until figures are known; both stay in sight."""

import pytest

from tests.rules.builders import (
    UNKNOWN,
    Plain,
    covered_by,
    findings,
    fires,
    judged,
    mapped,
    moment,
    put_off_by,
    use,
    worth,
)
from workshop.domain.finding import FindingStatus

SILENCE = {"contacts_between": 1, "longest_silence_days": 61, "days_to_next": 40}
NO_REPEAT = {"orders_per_year": 6, **mapped(moment("b1"), moment("b4", cycle="repeat"))}
LOSING = {"first_order": 100, "margin": 50, "customers_new": 100, "hours_to_win": 0, "acquisition_spend": 5001}
UNKNOWN_FIGURES = {"hours_per_phase": UNKNOWN, "repeat_rate": UNKNOWN}
"""Two figures that G24 counts and that no sum about winning needs."""
NOT_ONE = {"model": "bonsing-mann"}


def passing_over(*phases: str) -> Plain:
    """A channel in every phase of Bonsing|Mann but these."""
    every = ("orientation", "selection", "transaction", "delivery", "customer_care", "in_between", "repeat_purchase")
    return {"channel_use": {"website": {phase: int(phase not in phases) for phase in every}}, **NOT_ONE}


@pytest.mark.parametrize(("rule", "answers"), [("G22", SILENCE), ("G23", NO_REPEAT)])
def test_keeping_that_is_passed_over_covers_the_silence_and_the_way_back(rule: str, answers: Plain) -> None:
    assert covered_by(rule, **answers, **use(website=(1, 1, 1, 0, 1))) == "G03"
    assert covered_by(rule, **answers, **use(website=(1, 1, 1, 1, 1))) == ""


def test_help_that_is_passed_over_covers_no_silence_between_purchases() -> None:
    assert covered_by("G22", **SILENCE, **passing_over("in_between")) == "G03"
    assert covered_by("G22", **SILENCE, **passing_over("customer_care")) == ""


def test_recommending_that_is_passed_over_covers_that_nobody_asks() -> None:
    assert covered_by("G02", asks_referral=0, **use(website=(1, 1, 1, 1, 0))) == "G03"
    assert covered_by("G02", asks_referral=0, **use(website=(1, 1, 1, 0, 1))) == ""


def test_silence_after_the_sale_covers_silence_between_purchases_only_when_there_is_no_contact() -> None:
    nothing_back = use(website=(2, 2, 2, 1, 1))

    assert covered_by("G22", contacts_between=0, **nothing_back) == "G01"
    assert covered_by("G22", **SILENCE, **nothing_back) == ""


def test_a_customer_who_costs_more_than_he_brings_covers_that_his_first_purchase_does() -> None:
    assert covered_by("G06", **worth(99, 100)) == "G07"
    assert covered_by("G06", **LOSING) == ""


def test_nothing_left_of_a_customer_covers_every_sum_about_winning_him() -> None:
    poor = {**LOSING, "margin": 0, "order_value": 100, "orders_per_year": 2, "repeat_rate": 40, "hours_care": 0}

    assert (covered_by("G06", **poor), covered_by("G07", **poor)) == ("G40", "G40")


def test_care_that_takes_the_whole_margin_covers_the_tight_ratio() -> None:
    thin = {**LOSING, "order_value": 100, "orders_per_year": 1, "repeat_rate": 60, "hours_care": 1, "hour_cost": 50}

    assert covered_by("G08", **thin) == "G40"
    assert covered_by("G08", **{**thin, "hours_care": 0}) == ""


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        ("G11", {"last_interview": "never"}),
        ("G25", {"messages": {"awareness": {"need": "none"}}}),
        ("G32", {"market": "b2c", "messages": {"awareness": {"need": "fears"}}}),
    ],
)
def test_no_customer_picture_covers_what_should_rest_on_it(rule: str, answers: Plain) -> None:
    known = {"personas": [{"name": "Ouders", "wishes": {"value": "Rust", "evidence": 3}}]}

    assert covered_by(rule, **answers, personas=[]) == "G09"
    assert covered_by(rule, **answers, **known) == ""


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        ("G05", {"hours_to_win": 9, "hours_to_deliver": 8}),
        ("G06", LOSING),
        ("G07", worth(99, 100)),
        ("G08", worth(200, 100)),
        ("G40", {"order_value": 100, "orders_per_year": 2, "margin": 0, "hours_care": 0}),
    ],
)
def test_unknown_figures_put_off_every_sum_about_winning(rule: str, answers: Plain) -> None:
    unknown = {"first_order": UNKNOWN} if rule == "G40" else {"hours_per_phase": UNKNOWN}
    other = {"margin": UNKNOWN} if rule == "G05" else {"repeat_rate": UNKNOWN}
    if answers.get("purchase_rhythm") == "once":
        other = {"order_value": UNKNOWN}

    assert fires(rule, **answers)
    assert put_off_by(rule, **{**answers, **unknown, **other}) == "G24"


def test_a_gap_that_is_put_off_covers_nothing_itself() -> None:
    unknown = {"hours_per_phase": UNKNOWN, "order_value": UNKNOWN}

    found = {one.id: one for one in judged(**worth(99, 100), **unknown).findings}

    assert (found["G06"].absorbed_by, found["G07"].absorbed_by) == ("G24", "G24")


def test_what_is_covered_stays_in_sight_with_its_evidence_but_without_a_priority() -> None:
    (found,) = findings("G06", **worth(99, 100))

    assert (found.status, found.priority) == (FindingStatus.ABSORBED, None)
    assert found.evidence
