"""Who has hardly any customers yet is not told what he leaves undone for customers he does not have."""

import pytest

from tests.rules.builders import Plain, fires, five, silent, use

STARTING = {"business_age": "starting"}
GAPS: dict[str, Plain] = {
    "G01": {"contacts_between": 0},
    "G02": {"asks_referral": 0, **use(reviews=(0, 0, 0, 0, 2))},
    "G04": {"hours_per_phase": five(30, 30, 15, 25, 0)},
    "G22": {"contacts_between": 1, "longest_silence_days": 61, "days_to_next": 40},
    "G29": {"sales_forms": ["shop"], "profile_claimed": True, "top_three": "yes", "reviews_count": 0},
    "G39": {"lost_reasons": {"value": "Te duur", "evidence": 1}},
    "E01": {"customers_new": 0, "acquisition_spend": 600},
}
"""Gaps that ask for customers, each with answers by which it is there."""


@pytest.mark.parametrize("rule", GAPS)
def test_a_gap_that_asks_for_customers_is_not_held_against_a_starter(rule: str) -> None:
    assert fires(rule, **GAPS[rule])
    assert silent(rule, **GAPS[rule], **STARTING)
