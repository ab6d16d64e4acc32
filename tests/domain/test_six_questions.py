"""The six questions of source 003, each with a number worked out by hand on a whole session."""

from decimal import Decimal

import pytest

from tests.rules.builders import UNKNOWN, Plain, five, judged, person, use
from workshop.domain.scoring import Score

HOURS = {"value": five(45, 30, 15, 7, 3), "evidence": 2}
RATIO = {"first_order": {"value": 100, "evidence": 3}, "margin": {"value": 50, "evidence": 3}, "hours_to_win": 0}
CUSTOMERS = {"customers_start": {"value": 100, "evidence": 3}, "customers_end": {"value": 100, "evidence": 3}}
CUSTOMERS |= {"customers_new": {"value": 20, "evidence": 3}}
BOUGHT = {"orders_per_year": {"value": 2, "evidence": 3}, "order_value": {"value": 100, "evidence": 3}}
WORDS = {"need": "wishes", "five_seconds": 3, "call_to_action": True, "last_change": "under_year"}


def question(number: int, **answers: object) -> Score:
    return judged(**answers).selftests[number - 1].score


def test_knowing_customers() -> None:
    """60 × (3/6 × 2/3) + 20 × 75 % (under three months) + 20 × 60 % (4 talks: 50 + 1/2 × 25 = 62.5)."""
    score = question(1, **person(1, 2, 3), last_interview="under_3_months", interviews_count=4)

    assert score.value is not None
    assert round(score.value, 6) == Decimal("47.5")


@pytest.mark.parametrize(("talks", "points"), [(0, 0), (3, 50), (4, "62.5"), (5, 75), (10, 100), (25, 100)])
def test_the_number_of_talks_counts_by_a_line_with_corners(talks: int, points: object) -> None:
    parts = judged(interviews_count=talks).selftests[0].parts

    assert next(one.value for one in parts if one.id == "interviews_count") == Decimal(str(points))


def test_reaching_customers() -> None:
    """40 × 4/5 phases + 30 × evidence 2/3 + 15 (a reply within the day) + 15 × 1/3."""
    covered = use(website=(2, 2, 2, 0, 0), newsletter=(0, 0, 0, 1, 0))

    score = question(2, **covered, last_ten={"value": {"website": 10}, "evidence": 2}, reply_hours=8, consistency=1)

    assert score.value is not None
    assert round(score.value, 6) == 72
    assert score.certainty == 100


def test_a_reply_after_the_working_day_brings_nothing() -> None:
    parts = judged(reply_hours=9).selftests[1].parts

    assert next(one.value for one in parts if one.id == "response_time") == 0


def test_reaching_leaves_out_phases_that_do_not_apply() -> None:
    row = dict.fromkeys(("orientation", "selection", "transaction", "delivery", "customer_care"), 2)
    shown: Plain = {"channel_use": {"chat": row, "word_of_mouth": row}, "model": "bonsing-mann"}

    parts = judged(**shown, purchase_rhythm="once").selftests[1].parts

    assert next(one.value for one in parts if one.id == "phases_served") == 100


def test_texts_and_images() -> None:
    """The mean of 88 in three phases; two say nothing yet."""
    said = {phase: WORDS for phase in ("awareness", "consideration", "purchase")}

    assert question(3, messages=said).value == 88
    assert question(3, messages={"awareness": WORDS, "purchase": WORDS}).value is None


def test_time() -> None:
    """50 × (2/3 known × mean evidence 1.5/3) + 50 × a balance of 56.25."""
    score = question(4, hours_per_phase=HOURS, hours_to_win={"value": 3, "evidence": 1}, hours_to_deliver=UNKNOWN)

    assert score.value is not None
    assert round(score.value, 6) == round(Decimal(100) / 6 + Decimal("28.125"), 6)


def test_time_leaves_out_what_does_not_apply() -> None:
    parts = judged(hours_per_phase=HOURS, hours_to_win=UNKNOWN, hours_to_deliver={"status": "not_applicable"}).selftests

    known = next(one.value for one in parts[3].parts if one.id == "hours_known")
    assert known is not None
    assert round(known, 6) == round(Decimal(100) / 3, 6)


@pytest.mark.parametrize(("spend", "points"), [(0.2, 100), (2, 50), (8, 0)])
def test_revenue(spend: float, points: int) -> None:
    """60 × four figures known and measured + 40 × the points of the ratio: 3 or more, between, below 1."""
    costs = {"acquisition_spend": spend * 1000}

    score = question(5, **RATIO, **CUSTOMERS, **BOUGHT, **costs)

    assert score.value == 60 + Decimal(40) * points / 100


def test_revenue_asks_less_where_customers_buy_once() -> None:
    once = {"purchase_rhythm": "once", "order_value": BOUGHT["order_value"], "acquisition_spend": 20}

    assert question(5, **RATIO, **CUSTOMERS, **once).value == 100


def test_channels_and_phases() -> None:
    """Level × fit over all cells: (2 × 1 + 1 × 0.6 + 3 × 0.2) / 6."""
    rows = use(google_profile=(2, 0, 0, 0, 0), website=(1, 0, 0, 0, 0), flyer=(0, 3, 0, 0, 0))

    score = question(6, **rows)

    assert score.value is not None
    assert round(score.value, 6) == round(Decimal("3.2") / 6 * 100, 6)


def test_nothing_answered_is_no_score_and_no_zero() -> None:
    assert {one.score.value for one in judged().selftests} == {None}
