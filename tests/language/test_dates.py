"""Dates: read in the notations people use here, written in full."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language.dates import MONTHS, format_date, months_between, parse_date
from workshop.language.numbers import Misread
from workshop.language.tongue import Language

languages = st.sampled_from(Language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "typed",
    [
        "21-11-2026",
        "21/11/2026",
        "21.11.2026",
        "21 - 11 - 2026",
        "2026-11-21",
        "21 november 2026",
        "21 November 2026",
        "21 nov 2026",
        "21 nov. 2026",
        "21-nov-2026",
        "November 21, 2026",
        "  21\u00a0november  2026 ",
    ],
)
def test_each_usual_notation_is_read(typed: str, language: Language) -> None:
    assert parse_date(typed, language) == date(2026, 11, 21)


@pytest.mark.parametrize("typed", ["1 maart 2026", "1 mrt 2026", "1 March 2026", "1 mar 2026", "1-3-2026"])
def test_a_date_survives_a_change_of_language(typed: str) -> None:
    read = {parse_date(typed, language) for language in Language}

    assert read == {date(2026, 3, 1)}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "date.empty"),
        (" \n", "date.empty"),
        ("morgen", "date.not_a_date"),
        ("21 brumaire 2026", "date.not_a_date"),
        ("21-11/2026", "date.not_a_date"),
        ("21-11", "date.not_a_date"),
        ("２１-11-2026", "date.not_a_date"),
        ("21-11-2026\x00", "date.not_a_date"),
        ("21-11-26", "date.short_year"),
        ("21 november 26", "date.short_year"),
        ("21-11-202", "date.short_year"),
        ("31-02-2026", "date.no_such_day"),
        ("29 februari 2026", "date.no_such_day"),
        ("11/21/2026", "date.no_such_day"),
        ("0-0-0000", "date.no_such_day"),
    ],
)
def test_what_is_no_clear_date_is_refused_with_its_reason(typed: str, key: str) -> None:
    assert parse_date(typed, Language.NL) == Misread(key)


@pytest.mark.parametrize(("name", "month"), [("mrt", 3), ("mei", 5), ("sept", 9), ("okt", 10), ("oct", 10)])
def test_a_short_month_name_is_read(name: str, month: int) -> None:
    assert parse_date(f"1 {name} 2026", Language.NL) == date(2026, month, 1)


def test_a_leap_day_is_read_in_a_leap_year() -> None:
    assert parse_date("29 februari 2028", Language.NL) == date(2028, 2, 29)


def test_a_date_is_written_in_full_in_its_language() -> None:
    day = date(2026, 3, 1)

    written = [format_date(day, language) for language in (Language.NL, Language.EN)]

    assert written == ["1 maart 2026", "1 March 2026"]


@pytest.mark.parametrize("language", Language)
def test_each_language_names_twelve_months(language: Language) -> None:
    assert len(set(MONTHS[language])) == 12


@given(st.dates(), languages, languages)
def test_a_written_date_reads_back_the_same_in_either_language(day: date, writer: Language, reader: Language) -> None:
    assert parse_date(format_date(day, writer), reader) == day


@given(st.text() | st.text(alphabet="0123456789-/. novmei,٣\x00\ud800"), languages)
def test_reading_never_raises_on_any_text(typed: str, language: Language) -> None:
    assert isinstance(parse_date(typed, language), date | Misread)


@pytest.mark.parametrize(
    ("early", "late", "months"),
    [
        (date(2026, 5, 22), date(2026, 11, 22), Decimal(6)),
        (date(2026, 5, 21), date(2026, 11, 22), 6 + Decimal(1) / 31),
        (date(2026, 1, 31), date(2026, 2, 28), Decimal(28) / 31),
        (date(2024, 2, 29), date(2025, 2, 28), 11 + Decimal(30) / 31),
        (date(2025, 11, 22), date(2026, 11, 22), Decimal(12)),
        (date(2026, 11, 22), date(2026, 5, 22), Decimal(-6)),
    ],
)
def test_months_are_calendar_months(early: date, late: date, months: Decimal) -> None:
    assert round(months_between(early, late), 9) == round(months, 9)


@given(st.dates(), st.dates())
def test_a_later_day_is_never_fewer_months_away(one: date, other: date) -> None:
    early, late = sorted((one, other))

    assert months_between(early, late) >= 0
    assert months_between(early, late) < (late.year - early.year) * 12 + late.month - early.month + 1
