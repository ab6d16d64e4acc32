"""The words files: both languages are complete and hold what the code asks for."""

import pytest

from workshop import resources
from workshop.language.dates import parse_date
from workshop.language.messages import Words, missing_keys
from workshop.language.numbers import Misread, parse_number
from workshop.language.tongue import Language


def words_of(language: Language) -> Words:
    return Words.from_tables(language, resources.word_tables(language))


def test_dutch_and_english_hold_the_same_keys_and_placeholders() -> None:
    assert missing_keys(words_of(Language.NL), words_of(Language.EN)) == ()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("typed", ["", "x", "1.2.3", "1" * 16, "0,1234567"])
def test_each_number_that_is_refused_has_its_sentence(typed: str, language: Language) -> None:
    misread = parse_number(typed, language)

    assert isinstance(misread, Misread)
    assert words_of(language)(misread.key, **misread.values).endswith(".")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("typed", ["", "x", "1-1-26", "31-2-2026"])
def test_each_date_that_is_refused_has_its_sentence(typed: str, language: Language) -> None:
    misread = parse_date(typed, language)

    assert isinstance(misread, Misread)
    assert words_of(language)(misread.key, **misread.values).endswith(".")


@pytest.mark.parametrize(
    ("language", "text"), [(Language.NL, "mail, site en beurs"), (Language.EN, "mail, site and beurs")]
)
def test_items_are_joined_in_both_languages(language: Language, text: str) -> None:
    assert words_of(language).join(["mail", "site", "beurs"]) == text
