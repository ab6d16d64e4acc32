"""Clean text: what people paste is kept, as far as a report can hold it."""

import unicodedata
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language.text import MAX_TEXT, clean_text, file_stem

any_text = st.text(st.characters(exclude_categories=()))
hostile_text = st.text(alphabet="ae \t\n\r\v\f\x00\x1c\x85\u0301\u00a0\u2028\u2029\u202e\ufeff\ufffe\ud800\udc00")


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_each_line_end_becomes_one_line_end(line_end: str) -> None:
    assert clean_text(f"een{line_end}twee") == "een\ntwee"


@pytest.mark.parametrize(
    "dropped",
    [
        *("\x00", "\x07", "\x1f", "\x7f", "\x9f"),
        *("\ud800", "\udfff", "\ufffe", "\uffff", "\ufdd0", "\U0001ffff"),
        *("\u202a", "\u202e", "\u2066", "\u2069", "\ufeff"),
    ],
)
def test_what_a_report_cannot_hold_is_dropped(dropped: str) -> None:
    assert clean_text(f"kl{dropped}ant") == "klant"


@pytest.mark.parametrize(
    "kept",
    [
        "naam\tprijs",
        "👩‍👧 gezin",
        "👍🏽",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "שלום עולם",
        "مرحبا",
        "می‌خواهم",
        "<b>&amp;</b>",
        "€ 12,–",
        "𝒳",
        "日本語",
    ],
)
def test_ordinary_text_of_any_script_is_kept(kept: str) -> None:
    assert clean_text(kept) == kept


def test_letters_and_their_accents_are_composed() -> None:
    assert clean_text("cre\u0301me") == "cr\u00e9me"


def test_blanks_at_the_end_of_a_line_and_around_the_text_go() -> None:
    assert clean_text("\n  een \t\n  twee\u00a0\n\n") == "een\n  twee"


def test_two_blank_lines_stay_and_more_become_two() -> None:
    assert clean_text("een\n\n\ntwee\n \n\t\n\n\n\ndrie") == "een\n\n\ntwee\n\n\ndrie"


def test_a_long_text_is_never_cut_off() -> None:
    text = "a" * (MAX_TEXT + 1)

    assert clean_text(text) == text


@given(any_text | hostile_text)
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean_text(raw)

    assert clean_text(once) == once


@given(any_text | hostile_text)
def test_clean_text_passes_through_xml_unchanged(raw: str) -> None:
    text = clean_text(raw)

    read = ET.fromstring(f"<t>{escape(text)}</t>").text or ""

    assert read == text


@given(any_text | hostile_text)
def test_clean_text_is_composed_and_can_be_saved(raw: str) -> None:
    text = clean_text(raw)

    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("rapport", "Kapsalon Knip & Co", "2026-11-22"), "rapport-kapsalon-knip-co-2026-11-22"),
        (("rapport", "", "2026"), "rapport-2026"),
        (("rapport", "Café Ünø ☕", "x"), "rapport-cafe-un-x"),
        (("rapport", "../../etc/passwd\x00", "x"), "rapport-etc-passwd-x"),
        (("rapport", "ب" * 9, "x"), "rapport-x"),
        (("rapport", "a" * 90, "x"), f"rapport-{'a' * 40}-x"),
    ],
)
def test_a_file_name_says_what_it_is_in_letters_that_every_disk_takes(parts: tuple[str, ...], name: str) -> None:
    assert file_stem(*parts) == name
