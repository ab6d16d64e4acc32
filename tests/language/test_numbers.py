"""Numbers: what people type is read as they mean it, and what we write can be read back."""

from decimal import ROUND_DOWN, Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language.errors import LanguageError
from workshop.language.numbers import (
    Measure,
    Misread,
    format_money,
    format_number,
    format_percent,
    format_quantity,
    measure_of,
    parse_number,
    say_number,
)
from workshop.language.tongue import Language

NL, EN = Language.NL, Language.EN

languages = st.sampled_from(Language)


def numbers(decimals: int = 6, whole_digits: int = 15) -> st.SearchStrategy[Decimal]:
    """Draw numbers with up to this many decimals and whole digits."""
    most = 10**whole_digits - 1
    return st.integers(0, decimals).flatmap(
        lambda places: st.decimals(-most, most, allow_nan=False, allow_infinity=False, places=places)
    )


def plain(value: Decimal) -> str:
    """Write a number without grouping, with a point."""
    return f"{value:f}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("1250", "1250"),
        ("1.250", "1250"),
        ("1,250", "1.25"),
        ("1.250,50", "1250.5"),
        ("1,250.50", "1250.5"),
        ("1 250,50", "1250.5"),
        ("1\u00a0250,50", "1250.5"),
        ("1\u202f250\u2009000", "1250000"),
        ("1'250", "1250"),
        ("1’250’000,5", "1250000.5"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("0.250", "0.25"),
        ("0,250", "0.25"),
        ("1250.500", "1250.5"),
        (",5", "0.5"),
        ("007", "7"),
        ("-12", "-12"),
        ("− 12", "-12"),
        ("–12", "-12"),
        ("+12", "12"),
        ("  12\t\r\n", "12"),
        ("€ 12", "12"),
        ("€12,00", "12"),
        ("-€ 12", "-12"),
        ("€ -12", "-12"),
        ("EUR 12", "12"),
        ("12 €", "12"),
        ("12 euro", "12"),
        ("12,-", "12"),
        ("€ 1.250,--", "1250"),
        ("€ 12.500,–", "12500"),
        ("75%", "75"),
        ("75 %", "75"),
        ("3,5u", "3.5"),
        ("3,5 uur", "3.5"),
        ("3,5 Uren", "3.5"),
        ("3.5 hours", "3.5"),
        ("½", "0.5"),
        ("2½", "2.5"),
        ("2 ½ uur", "2.5"),
        ("1 250¾", "1250.75"),
        ("-¼", "-0.25"),
        ("anderhalf", "1.5"),
        ("Anderhalf uur", "1.5"),
        ("een half uur", "0.5"),
        ("2u30", "2.5"),
        ("2 uur 30", "2.5"),
        ("2 uur en 15 min", "2.25"),
        ("1:30", "1.5"),
        ("0:20", "0.33"),
        ("2h45", "2.75"),
    ],
)
def test_a_dutch_reader_understands_each_usual_notation(typed: str, meant: str) -> None:
    assert parse_number(typed, NL) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1,250", "1250"), ("1.250", "1.25"), ("0,250", "0.25"), ("1250,5", "1250.5"), ("€1,250.-", "1250")],
)
def test_an_english_reader_groups_by_commas(typed: str, meant: str) -> None:
    assert parse_number(typed, EN) == Decimal(meant)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("typed", ["3.5", "3,5"])
def test_three_and_a_half_is_never_thirty_five(typed: str, language: Language) -> None:
    assert parse_number(typed, language) == Decimal("3.5")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "number.empty"),
        (" \u00a0\t", "number.empty"),
        ("€", "number.empty"),
        ("%", "number.empty"),
        ("NaN", "number.not_a_number"),
        ("sNaN", "number.not_a_number"),
        ("Infinity", "number.not_a_number"),
        ("-inf", "number.not_a_number"),
        ("1e3", "number.not_a_number"),
        ("1E+3", "number.not_a_number"),
        ("1_000", "number.not_a_number"),
        ("１２", "number.not_a_number"),
        ("١٢", "number.not_a_number"),
        ("²", "number.not_a_number"),
        ("2u5", "number.not_a_number"),
        ("2u75", "number.not_a_number"),
        ("2:5", "number.not_a_number"),
        ("1:30:00", "number.not_a_number"),
        ("2half", "number.not_a_number"),
        ("half5", "number.not_a_number"),
        ("drieëneenhalf", "number.not_a_number"),
        ("1½000", "number.not_a_number"),
        ("1.250½", "number.not_a_number"),
        ("½½", "number.grouping"),
        ("2½,50", "number.not_a_number"),
        ("10-12", "number.not_a_number"),
        ("12\x00", "number.not_a_number"),
        ("12\ud800", "number.not_a_number"),
        ("twaalf", "number.not_a_number"),
        ("12k", "number.not_a_number"),
        ("0x10", "number.not_a_number"),
        ("=1+1", "number.not_a_number"),
        ("--12", "number.not_a_number"),
        ("-€ -12", "number.not_a_number"),
        ("12-", "number.not_a_number"),
        ("-", "number.not_a_number"),
        ("uur", "number.not_a_number"),
        ("€ 12 %", "number.not_a_number"),
        ("5,", "number.not_a_number"),
        ("1..5", "number.not_a_number"),
        ("3\t500", "number.not_a_number"),
        ("3\n500", "number.not_a_number"),
        ("1.25.000", "number.grouping"),
        ("1,5,0", "number.grouping"),
        ("12 50", "number.grouping"),
        ("1234.567,5", "number.grouping"),
        ("0.250.000", "number.grouping"),
        ("1.250'000,5", "number.grouping"),
        ("1.250,500.5", "number.grouping"),
        ("1,5 250", "number.grouping"),
        ("1.000.000.000.000.000", "number.too_large"),
        ("9" * 100_000, "number.too_large"),
        ("0,1234567", "number.too_precise"),
    ],
)
def test_what_is_no_clear_number_is_refused_with_its_reason(typed: str, key: str) -> None:
    answer = parse_number(typed, NL)

    assert isinstance(answer, Misread)
    assert answer.key == key


def test_a_refusal_names_the_limit_it_holds_to() -> None:
    answer = parse_number("0,1234567", NL)

    assert answer == Misread("number.too_precise", {"most": "6"})


def test_a_refusal_cannot_be_changed() -> None:
    values = {"most": "6"}
    misread = Misread("number.too_precise", values)

    values["most"] = "7"

    assert misread.values == {"most": "6"}


@pytest.mark.parametrize("typed", ["0", "-0", "0,00", "-€ 0,-"])
def test_nothing_is_one_and_the_same_zero(typed: str) -> None:
    assert str(parse_number(typed, NL)) == "0"


@given(st.text(), languages)
def test_reading_never_raises_on_any_text(typed: str, language: Language) -> None:
    assert isinstance(parse_number(typed, language), Decimal | Misread)


@given(st.text(alphabet="0123456789.,'’ -−+€%eurohNaI_\u00a0\t\n\x00٣３\ud800"), languages)
def test_reading_never_raises_on_what_looks_like_a_number(typed: str, language: Language) -> None:
    answer = parse_number(typed, language)

    assert isinstance(answer, Misread) or (answer.is_finite() and abs(answer) < 10**15)


@given(numbers(), languages)
def test_a_written_number_reads_back_the_same(value: Decimal, language: Language) -> None:
    assert parse_number(format_number(value, language), language) == value


@given(numbers(), languages)
def test_written_money_reads_back_the_same(value: Decimal, language: Language) -> None:
    assert parse_number(format_money(value, language, decimals=6), language) == value


@given(numbers(decimals=6, whole_digits=12), languages)
def test_a_written_percentage_reads_back_as_a_number_of_percents(value: Decimal, language: Language) -> None:
    assert parse_number(format_percent(value, language), language) == value * 100


@given(numbers(decimals=2).map(abs), languages)
def test_the_notation_changes_nothing_about_the_meaning(value: Decimal, language: Language) -> None:
    dutch, english = f"{value:,.2f}".translate(str.maketrans(",.", ".,")), f"{value:,.2f}"
    bare = plain(value.quantize(Decimal("0.01")))
    notations = [
        dutch,
        english,
        bare,
        bare.replace(".", ","),
        f"€ {dutch}",
        f"  {english}\u00a0euro ",
        dutch.replace(".", " "),
        dutch.replace(".", "\u202f"),
        dutch.replace(".", "'"),
    ]

    read = {str(parse_number(notation, language)) for notation in notations}

    assert len(read) == 1
    assert Decimal(read.pop()) == value


def test_one_thousand_and_a_half_is_the_same_in_three_notations() -> None:
    read = {str(parse_number(typed, NL)) for typed in ("1.000,50", "1000,5", "€ 1.000,50")}

    assert read == {"1000.5"}


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        ("1250.5", None, "1.250,5", "1,250.5"),
        ("1250.50", None, "1.250,5", "1,250.5"),
        ("1E+3", None, "1.000", "1,000"),
        ("100", None, "100", "100"),
        ("0.0000001", None, "0,0000001", "0.0000001"),
        ("-0", None, "0", "0"),
        ("2.5", 0, "3", "3"),
        ("-2.5", 0, "-3", "-3"),
        ("1.005", 2, "1,01", "1.01"),
        ("-0.004", 2, "0,00", "0.00"),
        ("7", 2, "7,00", "7.00"),
    ],
)
def test_a_number_is_written_as_its_language_does(value: str, decimals: int | None, dutch: str, english: str) -> None:
    written = [format_number(Decimal(value), language, decimals) for language in (NL, EN)]

    assert written == [dutch, english]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("€ 25", Measure.MONEY),
        ("25 euro", Measure.MONEY),
        ("EUR 25", Measure.MONEY),
        ("50 %", Measure.PERCENT),
        ("3 uur", Measure.HOURS),
        ("2u30", Measure.HOURS),
        ("1:30", Measure.HOURS),
        ("2 hours", Measure.HOURS),
        ("half", None),
        ("anderhalve", None),
        ("2½", None),
        ("1.250,50", None),
    ],
)
def test_a_number_may_say_what_it_counts(typed: str, named: Measure | None) -> None:
    assert measure_of(typed) is named


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        ("1000", None, "1000", "1000"),
        ("1250.5", None, "1250,5", "1250.5"),
        ("1265", None, "1265", "1265"),
        ("9999.99", 2, "9999,99", "9999.99"),
        ("12500", None, "12\u202f500", "12\u202f500"),
        ("-1250000.5", 2, "-1\u202f250\u202f000,50", "-1\u202f250\u202f000.50"),
    ],
)
def test_a_number_is_said_back_with_no_mark_but_the_one_before_its_decimals(
    value: str, decimals: int | None, dutch: str, english: str
) -> None:
    assert [say_number(Decimal(value), language, decimals) for language in (NL, EN)] == [dutch, english]


@given(numbers(), languages)
def test_a_number_that_is_said_back_reads_back_the_same_in_both_languages(value: Decimal, language: Language) -> None:
    said = say_number(value.quantize(Decimal("0.01")), language)

    assert {parse_number(said, one) for one in Language} == {value.quantize(Decimal("0.01"))}


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        ("1647.5", 2, "€\u00a01.647,50", "€1,647.50"),
        ("-12", 2, "−€\u00a012,00", "−€12.00"),
        ("-0.001", 2, "€\u00a00,00", "€0.00"),
        ("1647.5", 0, "€\u00a01.648", "€1,648"),
    ],
)
def test_money_keeps_its_sign_in_front_and_on_one_line(value: str, decimals: int, dutch: str, english: str) -> None:
    written = [format_money(Decimal(value), language, decimals) for language in (NL, EN)]

    assert written == [dutch, english]


@pytest.mark.parametrize(
    ("fraction", "decimals", "dutch", "english"),
    [
        ("0.75", None, "75\u00a0%", "75%"),
        ("0.125", None, "12,5\u00a0%", "12.5%"),
        ("0.125", 0, "13\u00a0%", "13%"),
        ("0", None, "0\u00a0%", "0%"),
        ("1", 1, "100,0\u00a0%", "100.0%"),
    ],
)
def test_a_fraction_is_written_as_a_percentage(fraction: str, decimals: int | None, dutch: str, english: str) -> None:
    written = [format_percent(Decimal(fraction), language, decimals) for language in (NL, EN)]

    assert written == [dutch, english]


def test_a_quantity_stays_on_one_line_with_its_unit() -> None:
    assert format_quantity(Decimal("3.5"), "uur", NL) == "3,5\u00a0uur"


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity"])
def test_what_is_no_number_is_never_written_as_one(value: str) -> None:
    with pytest.raises(LanguageError, match="unknown"):
        format_number(Decimal(value), NL)


def test_a_sum_longer_than_anyone_types_is_still_written_in_full() -> None:
    value = Decimal("1234567890" * 4 + ".125")

    written = format_number(value, EN, 2).replace(",", "")

    assert written == "1234567890" * 4 + ".13"


def test_a_rough_decimal_context_of_the_caller_changes_nothing() -> None:
    value = Decimal("123456789012345.654321")

    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        written = format_number(value, NL)
        rounded = format_money(value, NL)
        percent = format_percent(value, NL)
        read = parse_number("-123.456.789.012.345,654321", NL)

    assert (written, rounded) == ("123.456.789.012.345,654321", "€\u00a0123.456.789.012.345,65")
    assert percent == "12.345.678.901.234.565,4321\u00a0%"
    assert read == -value


@given(numbers(decimals=6), st.integers(0, 6), languages)
def test_rounding_goes_half_up_and_never_further_than_half_a_unit(
    value: Decimal, decimals: int, language: Language
) -> None:
    read = parse_number(format_number(value, language, decimals), language)

    if isinstance(read, Misread):
        assert read.key == "number.too_large"  # 999.999.999.999.999,9 rounded up
    else:
        assert abs(read - value) <= Decimal(5).scaleb(-decimals - 1)
