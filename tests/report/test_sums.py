"""Sums in full: the printed arithmetic is the client's own and gives the printed result."""

import re
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

import pytest

from tests.report.builders import words
from tests.strategies import FIVE
from tests.sums import ADVISER, HIGH_END, KITCHENS, questionnaire, sums, survival
from workshop.domain.economics import FIGURE_NAMES, Economics
from workshop.domain.figure import Figure
from workshop.language.numbers import parse_number
from workshop.language.tongue import Language
from workshop.report.sums import SPECS, Spec, calculation, figure_of, filled_sum
from workshop.report.voice import Voice

BY_NAME = {spec.name: spec for spec in SPECS}
CASES: Mapping[str, Economics] = {
    "hairdresser": sums(hours_care=2, survival=survival(*HIGH_END)),
    "adviser": sums(ADVISER, largest_customer_share=40, hours_care=3),
    "kitchens": sums(KITCHENS),
    "fewer points": sums(customers_end=512),
    "few customers": sums(customers_start=8, customers_end=7, customers_new=2, acquisition_spend=400),
}


def voice(language: str = "nl") -> Voice:
    """A voice that needs no names of questions."""
    return Voice(words(language), questionnaire(), FIVE)


def printed_sum(name: str, economics: Economics) -> str:
    """The printed sum of a figure, with plain blanks."""
    return filled_sum(BY_NAME[name], figure_of(economics, name), voice()).replace("\u00a0", " ")


def hairdresser(name: str) -> str:
    """The printed sum of a figure of the hairdresser."""
    return printed_sum(name, CASES["hairdresser"])


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("acquisition_cost", "(€ 2.400,00 + 0,5 uur × 120 klanten × € 30,00) ÷ 120 klanten = € 35,00"),
        ("retention", "(420 klanten − 120 klanten) ÷ 400 klanten = 75 %"),
        ("margin_per_year", "€ 42,00 × 6 aankopen × 55 % = € 138,60"),
        ("first_margin", "€ 42,00 × 55 % = € 23,10"),
        ("payback_orders", "€ 35,00 ÷ € 23,10 = 1,5 aankopen"),
        ("clv5", "€ 138,60 + € 94,50 + € 64,43 + € 43,93 + € 29,95 = € 371,42"),
        ("clv5_to_cac", "€ 371,42 ÷ € 35,00 = € 10,61"),
        ("clv_excl", "€ 138,60 × 75 % ÷ (1 + 10 % − 75 %) = € 297,00"),
        ("clv_incl", "€ 138,60 × (1 + 10 %) ÷ (1 + 10 % − 75 %) = € 435,60"),
        ("retention_effect", "400 klanten × 5 % × € 138,60 = € 2.772,00"),
        ("allowable_acquisition_cost", "€ 371,42 ÷ 3 = € 123,81"),
        ("clv5_falling_churn", "€ 138,60 + € 107,19 + € 85,55 + € 69,75 + € 57,74 = € 458,82"),
        ("retention_for_extra_hour", "€ 297,00 × (1 + 10 %) ÷ (€ 108,60 + € 297,00) = 80,5 %"),
    ],
)
def test_the_hairdressers_sums(name: str, printed: str) -> None:
    assert hairdresser(name) == printed


def test_every_figure_of_the_domain_is_shown_somewhere() -> None:
    assert set(BY_NAME) == FIGURE_NAMES


def test_a_break_even_that_is_already_earned_prints_no_sum() -> None:
    assert hairdresser("break_even_retention") == ""


def test_a_first_year_that_does_not_pay_back_prints_its_break_even() -> None:
    figure = Figure(
        Decimal("0.55"),
        inputs={"acquisition_cost": Decimal(200), "margin_per_year": Decimal(100), "discount_rate": Decimal("0.10")},
    )

    printed = filled_sum(BY_NAME["break_even_retention"], figure, voice()).replace("\u00a0", " ")

    assert printed == "(€ 200,00 − € 100,00) × (1 + 10 %) ÷ € 200,00 = 55 %"


def test_hours_without_a_price_print_the_euros_only() -> None:
    economics = sums(hour_cost=None)

    assert economics.acquisition_cost.value is None
    assert filled_sum(BY_NAME["acquisition_cash"], economics.acquisition_cash, voice()).endswith(
        "÷ 120\u00a0klanten = €\u00a020,00"
    )


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
@pytest.mark.parametrize("case", CASES)
def test_a_printed_sum_gives_its_printed_result(spec: Spec, case: str) -> None:
    figure = figure_of(CASES[case], spec.name)
    printed = filled_sum(spec, figure, voice())
    if not printed or "=" not in printed or spec.name == "spend":
        return

    sum_, _, result = printed.rpartition(" = ")

    assert abs(worked_out(sum_) - worked_out(result)) <= Decimal("0.06")


def worked_out(printed: str) -> Decimal:
    """Work out a printed sum as a reader with a calculator would."""
    plain = re.sub(r"[a-z]+|[€\u00a0]", "", printed).replace("%", "*P").replace("×", "*").replace("÷", "/")
    tokens = plain.replace("−", "-").split()
    rebuilt = []
    for token in tokens:
        core = token.strip("()").removesuffix("*P")
        number = parse_number(core, Language.NL) if core and core[0].isdigit() else core
        said = f"D('{number}')" if isinstance(number, Decimal) else core
        rebuilt.append(token.replace(core, said) if core else token)
    return Decimal(eval(" ".join(rebuilt), {"D": Decimal, "P": Decimal("0.01")}))  # our own printed sums


def test_every_note_of_the_domain_has_its_words() -> None:
    notes = {
        *("not_applicable", "contradiction", "starter", "from_phases", "no_new_customers", "nothing_spent"),
        *("hours_not_counted", "no_margin", "nobody_left", "no_acquisition_cost", "already_earned", "not_attainable"),
        *("one_off", "survival_too_few", "survival_wrong", "churn_not_falling", "one_customer"),
        *("hour_takes_all", "hour_never_pays"),
    }

    assert all(words(language).has(f"report.note.{note}") for note in notes for language in ("nl", "en"))


def test_an_unknown_figure_has_a_formula_but_no_sum() -> None:
    shown = calculation(BY_NAME["clv5"], Figure(None), voice())

    assert (shown.value, shown.sum) == ("–", "")
    assert shown.formula


def test_a_customer_who_buys_once_has_a_sum_of_one_purchase() -> None:
    assert printed_sum("clv5", CASES["kitchens"]) == "€ 9.000,00 × 30 % = € 2.700,00"
    assert printed_sum("payback_orders", CASES["kitchens"]) == "€ 660,00 ÷ € 2.700,00 = 0,2 aankopen"


def test_fewer_than_five_points_are_printed_as_they_are() -> None:
    assert printed_sum("retention_effect", CASES["fewer points"]) == "400 klanten × 2 % × € 138,60 = € 1.108,80"


def test_a_share_of_few_customers_has_no_decimals() -> None:
    assert printed_sum("retention", CASES["few customers"]) == "(7 klanten − 2 klanten) ÷ 8 klanten = 63 %"


def test_the_average_without_the_largest_customer_is_printed_in_full() -> None:
    assert printed_sum("margin_without_largest", CASES["adviser"]) == (
        "€ 3.780,00 × 18 klanten × (1 − 40 %) ÷ (18 klanten − 1) = € 2.401,41"
    )


def test_a_sum_says_where_its_formula_comes_from() -> None:
    spec = BY_NAME["clv5_falling_churn"]

    shown = calculation(spec, figure_of(CASES["hairdresser"], spec.name), voice(), ("Eerst dit.",))

    assert shown.notes == ("Eerst dit.", "Bron: Fader en Hardie (2007).")


def test_each_spec_has_its_words_in_both_languages() -> None:
    assert {one.name for one in fields(Spec)} == {"name", "kind", "variants"}
    for language in ("nl", "en"):
        for spec in SPECS:
            for key in ("name", "formula", *(variant for variant, _ in spec.variants)):
                assert words(language).has(f"report.figure.{spec.name}.{key}"), (language, spec.name, key)
