"""The words of `workshop check`: the same in both languages, and short enough to read."""

import re
from pathlib import Path

import pytest

from tests.questionnaires import words
from workshop.content.mistake import Mistake, render
from workshop.language.messages import Words, missing_keys
from workshop.language.tongue import Language

MOST_WORDS = 15


def check_words(language: Language) -> Words:
    texts = {key: text for key, text in words(language).texts.items() if key.startswith("check.")}
    return Words(language, texts)


def test_dutch_and_english_have_the_same_messages() -> None:
    assert missing_keys(check_words(Language.NL), check_words(Language.EN)) == ()


@pytest.mark.parametrize("language", Language)
def test_no_sentence_of_a_message_is_long(language: Language) -> None:
    sentences = [one for text in check_words(language).texts.values() for one in re.split(r"(?<=[.?;:])\s", text)]

    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (Language.NL, "Hier ontbreekt 'when:' (regel G05). Zet die regel direct onder de kop."),
        (Language.EN, "'when:' is missing here (rule G05). Put that line directly below the heading."),
    ],
)
def test_a_message_names_things_in_its_own_language(language: Language, message: str) -> None:
    mistake = Mistake(Path("rules.md"), 9, "missing_key", {"key": "when", "what": "rule", "code": "G05"})

    assert render(mistake, words(language)) == f"rules.md:9: {message}"
