"""Sums in full: the printed arithmetic is the client's own and gives the printed result."""

import re
from dataclasses import fields
from decimal import Decimal

import pytest

from tests import klantreis
from tests.report.builders import material, voice, words
from workshop.domain.economics import FIGURE_NAMES, Figure
from workshop.language.numbers import parse_number
from workshop.language.tongue import Language
from workshop.report.sums import SPECS, Spec, calculation, figure_of, filled_sum

BY_NAME = {spec.name: spec for spec in SPECS}


def hairdresser(name: str) -> str:
    """The printed sum of a figure of the hairdresser, with plain blanks."""
    economics = klantreis.assessed(klantreis.HAIRDRESSER).economics
    return filled_sum(BY_NAME[name], figure_of(economics, name), voice()).replace("\u00a0", " ")


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
    answers = {key: value for key, value in klantreis.HAIRDRESSER.items() if key != "hour_cost"}
    economics = klantreis.assessed(answers).economics

    assert economics.acquisition_cost.value is None
    assert filled_sum(BY_NAME["acquisition_cash"], economics.acquisition_cash, voice()).endswith(
        "÷ 120\u00a0klanten = €\u00a020,00"
    )


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
@pytest.mark.parametrize("example", ["kapsalon", "adviseur"])
def test_a_printed_sum_gives_its_printed_result(spec: Spec, example: str) -> None:
    figure = figure_of(material(example).assessment.economics, spec.name)
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
    }

    assert all(words(language).has(f"report.note.{note}") for note in notes for language in ("nl", "en"))


def test_an_unknown_figure_has_a_formula_but_no_sum() -> None:
    shown = calculation(BY_NAME["clv5"], Figure(None), voice())

    assert (shown.value, shown.sum) == ("–", "")
    assert shown.formula


def test_each_spec_has_its_words_in_both_languages() -> None:
    assert {one.name for one in fields(Spec)} == {"name", "kind", "variants"}
    for language in ("nl", "en"):
        for spec in SPECS:
            for key in ("name", "formula", *(variant for variant, _ in spec.variants)):
                assert words(language).has(f"report.figure.{spec.name}.{key}"), (language, spec.name, key)
