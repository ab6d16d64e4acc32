"""Variants: a business is asked only what applies to it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.klantreis import assessed, bundle, response
from workshop.domain.finding import FindingStatus
from workshop.domain.response import Length
from workshop.domain.route import visible


def asked(answers: Mapping[str, object], length: Length = Length.FULL) -> frozenset[str]:
    return visible(bundle().questionnaire, replace(response(answers), length=length))


B2B = {"personas.deciders", "personas.served_roles", "personas.lead_time_weeks", "largest_customer_share"}
B2C = {"personas.dream", "season_month"}


@pytest.mark.parametrize(
    ("market", "there", "not_there"),
    [("b2b", B2B, B2C), ("b2c", B2C, B2B), ("both", B2B | B2C, set())],
)
def test_the_market_decides_who_decides_and_who_dreams(market: str, there: set[str], not_there: set[str]) -> None:
    shown = asked({"market": market})

    assert there <= shown
    assert not not_there & shown


def test_who_works_alone_is_not_asked_who_takes_part() -> None:
    assert "involved" not in asked({"team": "alone"})
    assert "involved" in asked({"team": "small"})


def test_who_sells_once_is_not_asked_about_coming_back() -> None:
    repeat = {"contacts_between", "orders_per_year", "repeat_rate", "days_to_next", "winback", "survival"}

    assert not repeat & asked({"purchase_rhythm": "once"})
    assert repeat <= asked({"purchase_rhythm": "regular"})


def test_a_starter_is_not_asked_what_he_cannot_have() -> None:
    past = {"customers_start", "repeat_rate", "referral_share", "on_time_share", "leave_reasons", "period_start"}

    assert not past & asked({"business_age": "starting"})
    assert past <= asked({"business_age": "longer"})


def test_an_online_only_business_is_not_asked_about_the_neighbourhood() -> None:
    assert "profile_claimed" not in asked({"sales_forms": ["webshop"]})
    assert "profile_claimed" in asked({"sales_forms": ["webshop", "shop"]})


def test_the_quick_scan_asks_no_question_of_the_full_session() -> None:
    full = {one.code for one in bundle().questionnaire.questions if one.full}

    assert not full & asked({}, Length.QUICK)


def test_a_kitchen_shop_gets_no_gap_about_coming_back() -> None:
    found = assessed({"purchase_rhythm": "once", "market": "b2c", "contacts_between": 0}, "five-phase")

    about = {one.id for one in found.findings if one.status is not FindingStatus.ABSORBED}
    assert not about & {"G22", "G23"}
    assert "contacts_between" not in found.response.answers
