"""The generated reference of the language is what the code says, and its examples of answers can be read."""

import json
from pathlib import Path

import pytest

from scripts import language_reference
from scripts.language_words import ANSWERS, HEADINGS, KEYS, PLACEHOLDERS
from tests.questionnaires import TINY, folder_of
from workshop.content import answers_file
from workshop.content.catalog import load
from workshop.content.references import FOCUS_PLACEHOLDERS
from workshop.domain.facts import FACTS, FIGURES, meaning
from workshop.domain.questionnaire import QuestionType, Unit
from workshop.domain.response import Response

MESSAGES = "\n## Wat zeg je per fase? {messages}\ntype: per_phase\n\n### Wat? {message}\ntype: text\n"


def test_the_page_is_what_the_code_says() -> None:
    assert language_reference.FILE.read_text("utf-8") == language_reference.page()


def test_the_check_of_the_page_tells_whether_it_is_old(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(language_reference, "FILE", tmp_path / "keys.md")

    assert language_reference.main([]) == 0
    assert language_reference.main(["--check"]) == 0
    (tmp_path / "keys.md").write_text("oud", "utf-8")
    assert language_reference.main(["--check"]) == 1


def test_every_fact_says_what_it_means_and_every_figure_and_unit_stands_there() -> None:
    page = language_reference.page()

    assert [name for name in FACTS if not meaning(name)] == []
    assert [name for name in (*FACTS, *FIGURES, *Unit) if f"`{name}" not in page] == []


def test_no_key_is_explained_that_may_stand_nowhere() -> None:
    used = {heading.own.get(key, key) for heading in HEADINGS for key in heading.keys.all}

    assert KEYS.keys() - used == set()
    assert set(PLACEHOLDERS) == set(FOCUS_PLACEHOLDERS)


@pytest.mark.parametrize("kind", QuestionType)
def test_the_example_of_an_answer_can_be_read(kind: QuestionType, tmp_path: Path) -> None:
    text = (TINY / "questionnaire.md").read_text("utf-8") + MESSAGES
    models, channels = ((TINY / name).read_text("utf-8") for name in ("phase-models.md", "channels.csv"))
    folder = folder_of(tmp_path, questionnaire=text, models=models, channels=channels)
    bundle = load(folder, "nl")
    question = next(one for one in bundle.questionnaire.questions if one.type is kind)
    answers = {question.code: json.loads(ANSWERS[kind].example)}
    said = {"questionnaire": "tiny", "model": "two-phase", "answers": answers}

    found = answers_file.read(json.dumps(said), lambda *_: bundle)

    assert isinstance(found, Response), found
    assert found.known(question.code)
