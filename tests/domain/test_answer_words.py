"""The words for problems with answers: there is a sentence for every key, in both languages, and none too many."""

import re
import tomllib
from pathlib import Path

import pytest

from workshop.domain.answer import Status
from workshop.domain.dossier import Trouble
from workshop.domain.questionnaire import QuestionType
from workshop.language.messages import Words
from workshop.language.tongue import Language

ROOT = Path(__file__).parents[2]
ROOMS = ("cells", "contradictions", "entry", "plain", "plain_cells", "validity")
SOURCES = (
    *(ROOT / "workshop" / "domain" / f"{name}.py" for name in ROOMS),
    ROOT / "workshop" / "content" / "answers_file.py",
)
STATUSES = (Status.UNKNOWN, Status.NOT_APPLICABLE)
EXPECTED_BY_TYPE = (
    *(QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.SCALE, QuestionType.YES_NO),
    *(QuestionType.DIVISION, QuestionType.MATRIX, QuestionType.COUNT),
)


def words_of(language: Language) -> Words:
    path = ROOT / "templates" / "words" / language / "answer.toml"
    return Words.from_tables(language, tomllib.loads(path.read_text("utf-8")))


def keys_used() -> set[str]:
    source = "".join(path.read_text("utf-8") for path in SOURCES)
    written = set(re.findall(r'"(answer\.[a-z_]+)"', source))
    composed = {
        *(f"answer.{stem}_{status}" for stem in ("value_and", "without") for status in STATUSES),
        *(f"answer.expected_{kind}" for kind in EXPECTED_BY_TYPE),
    }
    return written | composed | {f"trouble.{trouble}" for trouble in Trouble}


@pytest.mark.parametrize("language", Language)
def test_each_problem_has_its_sentence_and_no_sentence_is_left_over(language: Language) -> None:
    assert set(words_of(language).texts) == keys_used()


@pytest.mark.parametrize("language", Language)
def test_sentences_have_at_most_fifteen_words_outside_their_examples(language: Language) -> None:
    for key, text in words_of(language).texts.items():
        plain = re.sub(r"(\[|\{\{).*?(\]|\}\})", "", text)
        for sentence in re.split(r"[.!?:](?:\s|$)", plain):
            assert len(sentence.split()) <= 15, (key, sentence)
