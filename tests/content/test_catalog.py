"""The catalogue of questionnaires: read once, read anew after a change, refused when it is faulty."""

import os
from pathlib import Path

import pytest

from tests.questionnaires import TINY, folder_of, questions, spoken, tiny_copy, words
from workshop.content.catalog import languages, load
from workshop.content.lint import check
from workshop.content.mistake import ContentError, Mistake, render
from workshop.domain.assessment import assess
from workshop.language.tongue import Language

KLANTREIS = Path(__file__).parents[2] / "questionnaires" / "klantreis"


def test_a_folder_is_read_once() -> None:
    assert load(TINY, "nl") is load(TINY, "nl")


def test_a_folder_is_read_anew_when_a_file_changes(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    before = load(folder, "nl")
    file = folder / "questionnaire.md"
    file.write_text(file.read_text("utf-8").replace("Aan wie verkoop je?", "Aan wie?"), "utf-8")

    assert before.questionnaire.questions[0].title == "Aan wie verkoop je?"
    assert load(folder, "nl").questionnaire.questions[0].title == "Aan wie?"


def test_a_change_that_keeps_the_size_is_seen_by_its_time(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    load(folder, "nl")
    file = folder / "rules.md"
    file.write_text(file.read_text("utf-8").replace("Doe het sneller.", "Doe het rapper."), "utf-8")
    os.utime(file, ns=(1, 1))

    assert load(folder, "nl").rules.gaps[0].advice == "Doe het rapper."


def test_the_own_language_comes_first() -> None:
    assert languages(TINY) == ("nl", "en")


def test_a_faulty_folder_is_refused_with_all_its_mistakes(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, questionnaire=questions("## Wie? {who}\ntype: choise\n\n## Wat? {what}\n"))

    with pytest.raises(ContentError) as caught:
        load(folder, "nl")

    assert spoken(caught.value.mistakes) == [
        ("questionnaire.md", 11, "unknown_word ~ choice"),
        ("questionnaire.md", 13, "missing_type"),
    ]
    assert "2 mistakes" in str(caught.value)


def test_a_condition_that_means_nothing_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, questionnaire=questions("## Wie? {who}\ntype: text\nask when: market\n"))

    with pytest.raises(ContentError):
        load(folder, "nl")


def test_a_mistake_in_a_translation_does_not_stop_the_work(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "questionnaire.en.md").write_text("nothing here", "utf-8")

    assert load(folder, "en").questionnaire.questions[0].title == "Aan wie verkoop je?"


def test_a_language_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(TINY, "fr")

    assert spoken(caught.value.mistakes) == [("questionnaire.md", 1, "unknown_language")]


def test_a_folder_without_files_names_what_is_missing(tmp_path: Path) -> None:
    assert spoken(check(tmp_path)) == [
        ("questionnaire.md", 1, "missing_file"),
        ("phase-models.md", 1, "missing_file"),
    ]


def test_something_that_cannot_be_read_as_a_file_is_named(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "rules.en.md").unlink()
    (folder / "rules.en.md").mkdir()

    mistakes = check(folder)

    assert ("rules.en.md", 1, "unreadable") in spoken(mistakes)
    assert all(render(mistake, words(Language.EN)) for mistake in mistakes)


def test_a_file_with_a_misspelt_name_is_named(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "rules.md").rename(folder / "rule.md")
    (folder / "rules.en.md").unlink()
    (folder / "README.md").write_text("Lees mij.")
    (folder / "examples" / "bakery.json").unlink()

    assert spoken(check(folder)) == [("rule.md", 1, "unknown_file ~ rules.md")]


def test_the_tiny_questionnaire_has_no_mistakes() -> None:
    assert check(TINY, lambda bundle, response: assess(bundle.questionnaire, bundle.rules, response)) == ()


@pytest.mark.parametrize("language", Language)
def test_the_klantreis_scan_reads_without_mistakes(language: Language) -> None:
    assert load(KLANTREIS, language).questionnaire.language == language


def test_the_klantreis_scan_passes_the_whole_check() -> None:
    mistakes = check(KLANTREIS, lambda bundle, response: assess(bundle.questionnaire, bundle.rules, response))

    assert [render(mistake, words(Language.NL), KLANTREIS) for mistake in mistakes] == []


def test_a_mistake_is_written_as_file_line_and_message() -> None:
    mistake = Mistake(Path("/q/tiny/rules.md"), 7, "unknown_key", {"key": "whenn", "near": "when"})

    assert render(mistake, words(Language.EN), Path("/q")) == (
        "tiny/rules.md:7: The key 'whenn' may not stand here. An explanation goes below a blank line. "
        "Did you mean 'when'?"
    )
