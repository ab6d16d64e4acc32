"""The sums on a client's own answers: both worked cases to the cent, and every edge where a figure cannot be known."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.klantreis import HAIRDRESSER, assessed, bundle, response
from tests.sums import ADVISER, HIGH_END, KITCHENS, NOT_APPLICABLE, UNKNOWN, sums, survival
from workshop.domain.assessment import assess
from workshop.domain.figure import ONE_OFF, Figure
from workshop.domain.finding import FindingStatus
from workshop.domain.scenarios import starter_scenarios

MODELS = ["four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev"]


def shown(figure: Figure, digits: int = 2) -> Decimal | None:
    return None if figure.value is None else round(figure.value, digits)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (HAIRDRESSER, ("0.75", "138.60", "35.00", "23.10", "1.52", "297.00", "435.60", "371.42")),
        (ADVISER, ("0.50", "3780.00", "1647.50", "3150.00", "0.52", "3150.00", "6930.00", "6795.53")),
    ],
)
def test_the_worked_cases_are_right_to_the_cent(answers: Mapping[str, object], expected: tuple[str, ...]) -> None:
    found = sums(answers)

    figures = (found.retention, found.margin_per_year, found.acquisition_cost, found.first_margin)
    values = (found.payback_orders, found.clv_excl, found.clv_incl, found.clv5)
    assert tuple(shown(one) for one in (*figures, *values)) == tuple(Decimal(one) for one in expected)


def test_five_points_more_loyal_customers_of_the_hairdresser() -> None:
    assert sums().retention_effect.value == Decimal("2772")


def test_the_ratio_of_the_endless_value_matches_the_study() -> None:
    for answers, ratio in ((HAIRDRESSER, "12.45"), (ADVISER, "4.21")):
        found = sums(answers)

        assert found.clv_incl.value is not None
        assert found.acquisition_cost.value is not None
        assert round(found.clv_incl.value / found.acquisition_cost.value, 2) == Decimal(ratio)


def test_spend_without_new_customers_has_no_cost_per_customer_but_is_a_finding() -> None:
    found = assessed({**HAIRDRESSER, "customers_new": 0, "customers_end": 380})

    assert found.economics.acquisition_cost == Figure(
        None,
        ("acquisition_spend", "customers_new"),
        (),
        "no_new_customers",
        {"spend": Decimal(2400), "customers_new": Decimal(0)},
    )
    assert "E01" in {one.id for one in found.findings if one.status is FindingStatus.FIRED}


def test_no_spend_and_no_new_customers_is_simply_nothing() -> None:
    found = sums(customers_new=0, customers_end=380, acquisition_spend=0)

    assert (found.acquisition_cost.value, found.acquisition_cost.note) == (None, "nothing_spent")


def test_a_starter_has_no_retention_yet() -> None:
    found = sums(customers_start=0, customers_end=120)

    assert (found.retention.value, found.retention.note) == (None, "starter")
    assert found.clv5.value is None


def test_a_starter_gets_three_examples_instead_of_a_figure() -> None:
    found = starter_scenarios(sums(customers_start=0, customers_end=120))

    assert [(one.retention, round(one.clv5, 2)) for one in found] == [
        (Decimal("0.3"), Decimal("190.29")),
        (Decimal("0.5"), Decimal("249.17")),
        (Decimal("0.7"), Decimal("341.37")),
    ]
    assert found[0].ratio == found[0].clv5 / 35


def test_nobody_else_gets_examples() -> None:
    assert starter_scenarios(sums()) == ()
    assert starter_scenarios(sums(customers_start=0, customers_end=120, repeat_rate=40)) == ()
    assert starter_scenarios(sums(customers_start=0, customers_end=120, margin=UNKNOWN)) == ()


def test_a_starter_may_know_the_repeat_rate() -> None:
    assert sums(customers_start=0, customers_end=120, repeat_rate=40).retention.value == Decimal("0.4")


def test_the_repeat_rate_stands_in_for_counted_customers() -> None:
    found = sums(customers_start=UNKNOWN, repeat_rate=40)

    assert found.retention == Figure(Decimal("0.4"), ("repeat_rate",), inputs={"repeat_rate": Decimal("0.4")})


def test_when_nobody_left_only_five_years_are_shown() -> None:
    found = sums(customers_end=520)

    assert found.retention.value == 1
    assert (found.clv_excl.value, found.clv_incl.value, found.clv5.note) == (None, None, "nobody_left")
    assert shown(found.clv5) == Decimal("577.94")


def test_without_a_margin_there_is_revenue_but_no_customer_value() -> None:
    found = sums(margin=UNKNOWN)

    assert found.revenue_per_year.value == 252
    assert (found.clv5.value, found.margin_per_year.missing) == (None, ("margin",))


@pytest.mark.parametrize("margin", [0, -10])
def test_without_profit_there_is_no_ratio(margin: int) -> None:
    found = assessed({**HAIRDRESSER, "margin": margin})

    assert (found.economics.clv5_to_cac.value, found.economics.clv5_to_cac.note) == (None, "no_margin")
    assert found.economics.break_even_retention.value is None
    assert "G40" in {one.id for one in found.findings if one.status is FindingStatus.FIRED}


def test_without_acquisition_cost_there_is_no_ratio() -> None:
    found = sums(acquisition_spend=0, hours_to_win=0)

    assert found.acquisition_cost.value == 0
    assert (found.clv5_to_cac.value, found.clv5_to_cac.note) == (None, "no_acquisition_cost")


def test_without_a_cost_per_hour_only_the_euros_are_known() -> None:
    found = sums(hour_cost=UNKNOWN)

    assert (found.acquisition_cost.value, found.acquisition_cost.note) == (None, "hours_not_counted")
    assert found.acquisition_cash.value == 20


def test_zero_hours_need_no_cost_per_hour() -> None:
    assert sums(hour_cost=UNKNOWN, hours_to_win=0).acquisition_cost.value == 20


@pytest.mark.parametrize("said", [None, {"status": "unknown"}])
def test_spend_follows_from_the_phases_up_to_purchase(said: object) -> None:
    euros = {"awareness": 100, "consideration": 60, "purchase": 40, "retention": 500, "advocacy": 10}

    answers = {**HAIRDRESSER, "acquisition_spend": said, "eur_per_phase": euros}
    found = assessed({code: value for code, value in answers.items() if value is not None}).economics

    assert found.spend.value == 2400
    assert found.acquisition_cost.value == 35


@pytest.mark.parametrize(
    ("model", "euros"),
    [
        ("four-phase", {"awareness": 100, "consideration": 50, "purchase": 50, "retention_advocacy": 30}),
        ("aida-plus", {"attention": 50, "interest": 50, "desire": 50, "action": 50, "retention": 9, "advocacy": 9}),
        ("gilev", {"discovery": 150, "onboarding": 50, "scaffolding": 30, "endgame": 0}),
        ("five-phase", {"b1": 50, "b2": 50, "b3": 50, "b4": 50, "b5": 50, "b6": 7}),
    ],
)
def test_spend_follows_the_phases_of_the_model_in_which_it_was_given(model: str, euros: dict[str, int]) -> None:
    answers = {**HAIRDRESSER, "eur_per_phase": euros}
    answers.pop("acquisition_spend")

    questionnaire, rules = bundle().questionnaire, bundle().rules
    found = [assess(questionnaire, rules, replace(response(answers, model), model=one)).economics for one in MODELS]

    assert {one.spend.value for one in found} == {Decimal(2400)}


def test_more_customers_can_stay_only_as_long_as_some_still_leave() -> None:
    assert sums(customers_end=512).retention_effect.value == 400 * Decimal("0.02") * Decimal("138.60")
    assert sums(customers_end=520).retention_effect.note == "nobody_left"


def test_an_unknown_phase_leaves_the_spend_unknown() -> None:
    answers = {**HAIRDRESSER, "eur_per_phase": {"awareness": 100}}
    answers.pop("acquisition_spend")

    assert assessed(answers).economics.spend.value is None


def test_break_even_retention_is_zero_when_the_first_year_pays() -> None:
    found = sums()

    assert found.break_even_retention.value == 0
    assert found.break_even_retention.note == "already_earned"


def test_break_even_retention_follows_the_formula() -> None:
    found = sums(acquisition_spend=24_000)

    cost, margin = Decimal(215), Decimal("138.60")
    assert found.break_even_retention.value == (cost - margin) * Decimal("1.1") / cost


def test_a_cost_that_no_loyalty_earns_back_is_said_so() -> None:
    found = sums(acquisition_spend=2_400_000)

    assert (found.break_even_retention.value, found.break_even_retention.note) == (None, "not_attainable")


def test_hours_of_care_come_off_the_margin() -> None:
    found = sums(hours_care=2)

    assert found.margin_after_care.value == Decimal("78.60")
    assert found.margin_after_care.codes == ("order_value", "orders_per_year", "margin", "hours_care", "hour_cost")


def test_nothing_answered_gives_no_figure_at_all() -> None:
    found = sums({})

    assert all(getattr(found, one).value is None for one in ("retention", "clv5", "acquisition_cost", "spend"))


def test_what_does_not_apply_is_not_missing() -> None:
    found = sums(margin=NOT_APPLICABLE)

    assert found.margin_per_year.note == "not_applicable"


def test_care_hours_that_do_not_apply_cost_nothing() -> None:
    found = sums(hours_care=NOT_APPLICABLE)

    assert (found.care_cost.value, found.margin_after_care.value) == (Decimal(0), Decimal("138.60"))


def test_the_hairdressers_first_purchase_does_not_pay_for_winning_him() -> None:
    found = next(one for one in assessed(HAIRDRESSER).findings if one.id == "G06")

    assert (found.status, found.severity) == (FindingStatus.FIRED, 2)


def test_fewer_customers_now_than_new_ones_is_a_contradiction() -> None:
    assert sums(customers_end=100).retention.note == "contradiction"


def test_more_customers_who_stayed_than_there_were_is_a_contradiction() -> None:
    assert (sums(customers_end=521).retention.value, sums(customers_end=521).retention.note) == (None, "contradiction")


def test_without_interest_a_customer_who_always_stays_has_no_endless_sum() -> None:
    found = sums(rate="0", customers_end=520)

    assert (found.clv_incl.value, found.clv_incl.note) == (None, "nobody_left")
    assert found.clv5.value == 5 * Decimal("138.60")


def test_a_cost_of_winning_that_does_not_apply_is_none() -> None:
    assert sums(acquisition_spend=NOT_APPLICABLE, hours_to_win=0).clv5_to_cac.note == "no_acquisition_cost"


def test_one_who_starts_has_no_customers_of_a_year_ago() -> None:
    found = sums(customers_start=None, business_age="starting")

    assert (found.retention.value, found.retention.note) == (None, "starter")
    assert (found.retention.codes, found.retention.missing) == (("business_age",), ("repeat_rate",))
    assert found.retention_effect.note == "starter"
    assert len(starter_scenarios(found)) == 3


def test_customers_that_were_counted_outweigh_a_start() -> None:
    assert sums(business_age="starting").retention.value == Decimal("0.75")
    assert sums(customers_start=None, business_age="longer").retention.note == "missing"


def test_a_customer_who_buys_once_is_worth_his_first_margin() -> None:
    found = sums(KITCHENS)

    assert (found.clv5.value, found.clv5.note) == (Decimal(2700), "one_off")
    assert found.acquisition_cost.value == 660
    assert shown(found.payback_orders) == Decimal("0.24")
    assert shown(found.clv5_to_cac) == Decimal("4.09")
    assert found.allowable_acquisition_cost.value == 900


@pytest.mark.parametrize(
    "name",
    [
        *("retention", "margin_per_year", "revenue_per_year", "payback_months", "clv_excl", "clv_incl"),
        *("break_even_retention", "retention_effect", "retention_for_extra_hour", "margin_after_care"),
        "clv5_falling_churn",
    ],
)
def test_a_figure_about_buying_again_does_not_apply_to_who_buys_once(name: str) -> None:
    """Even with the answers that it would need."""
    again: dict[str, object] = {"customers_start": 40, "orders_per_year": 1, "repeat_rate": 10, "hours_care": 1}

    found = sums({**KITCHENS, **again, "survival": survival(60, 50)})

    assert found.figure(name) == ONE_OFF


def test_the_first_margin_of_one_purchase_may_be_unknown() -> None:
    found = sums(KITCHENS, first_order=None)

    assert (found.clv5.value, found.clv5.missing, found.clv5.note) == (None, ("first_order",), "missing")


def test_one_more_hour_of_care_asks_for_more_customers_who_stay() -> None:
    found = sums().retention_for_extra_hour

    assert found.value == Decimal(297) * Decimal("1.1") / (Decimal("108.60") + 297)
    assert shown(found, 4) == Decimal("0.8055")
    assert {"hour_cost", "margin", "customers_start"} <= set(found.codes)


@pytest.mark.parametrize(
    ("hour_cost", "note"), [(138.60, "hour_takes_all"), (200, "hour_takes_all"), (120, "hour_never_pays")]
)
def test_an_hour_can_cost_more_than_loyalty_earns(hour_cost: float, note: str) -> None:
    found = sums(hour_cost=hour_cost).retention_for_extra_hour

    assert (found.value, found.note) == (None, note)


def test_an_extra_hour_without_a_margin_or_a_price_is_not_known() -> None:
    assert sums(margin=-5).retention_for_extra_hour.note == "no_margin"
    assert sums(hour_cost=UNKNOWN).retention_for_extra_hour.missing == ("hour_cost",)
    assert sums(customers_end=520).retention_for_extra_hour.note == "nobody_left"


def test_one_large_customer_is_taken_out_of_the_average() -> None:
    found = sums(ADVISER, largest_customer_share=40)

    assert found.margin_without_largest.value == Decimal(3780) * 18 * Decimal("0.6") / 17
    assert shown(found.margin_without_largest) == Decimal("2401.41")
    assert shown(found.clv5_without_largest) == Decimal("4317.16")


@pytest.mark.parametrize("share", [None, UNKNOWN, 0, 30])
def test_up_to_three_tenths_the_largest_customer_changes_nothing(share: object) -> None:
    found = sums(ADVISER, largest_customer_share=share)

    assert found.margin_without_largest == found.clv5_without_largest == Figure(None, note="no_large_customer")


def test_one_customer_leaves_no_others() -> None:
    found = sums(ADVISER, customers_start=1, customers_end=1, customers_new=0, largest_customer_share=100)

    assert (found.margin_without_largest.value, found.margin_without_largest.note) == (None, "one_customer")


def test_customers_who_leave_less_and_less_are_worth_more_in_the_end() -> None:
    found = sums(survival=survival(*HIGH_END))

    assert found.falling_churn is not None
    years = [Decimal("138.60") * found.falling_churn.survival(t) / Decimal("1.1") ** t for t in range(5)]
    assert shown(found.clv5_falling_churn) == round(sum(years, Decimal(0)), 2) == Decimal("458.82")


@pytest.mark.parametrize(
    ("shares", "note"),
    [
        ((), "no_survival"),
        ((80,), "survival_too_few"),
        ((80, 85), "survival_wrong"),
        ((100, 100), "nobody_left"),
        ((80, 50, 10), "churn_not_falling"),
    ],
)
def test_years_that_give_no_curve_say_why(shares: tuple[float, ...], note: str) -> None:
    found = sums(survival=survival(*shares))

    assert (found.clv5_falling_churn.value, found.clv5_falling_churn.note) == (None, note)
    assert found.falling_churn is None


def test_a_curve_needs_no_retention_but_it_does_need_a_margin() -> None:
    found = sums(survival=survival(80, 70, 65), customers_start=None)

    assert found.clv5.value is None
    assert found.clv5_falling_churn.value is not None
    assert sums(survival=survival(80, 70, 65), margin=None).clv5_falling_churn.missing == ("margin",)
