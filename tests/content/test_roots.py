"""Root causes: they come first, and what only follows from them is left out."""

from pathlib import Path

import pytest

from tests.questionnaires import Found, spoken, tiny_copy
from workshop.content.lint import check
from workshop.content.mistake import Mistake
from workshop.content.roots import in_order
from workshop.domain.assessment import assess


def checked(folder: Path) -> list[Found]:
    return spoken(check(folder, lambda bundle, response: assess(bundle.questionnaire, bundle.rules, response)))


def changed(place: Path, *changes: tuple[str, str, str]) -> Path:
    """Copy the tiny questionnaire and change texts in its files."""
    folder = tiny_copy(place)
    for name, old, new in changes:
        file = folder / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
    return folder


def test_base_files_come_before_translations_and_examples() -> None:
    names = (
        *("questionnaire.md", "phase-models.md", "channels.csv", "rules.md", "rule.md"),
        *("questionnaire.en.md", "phase-models.en.md", "rules.en.md", "examples/a.json", "examples/b.json"),
    )
    mistakes = [Mistake(Path("tiny", name), line, "missing_file") for name in names for line in (2, 10)]

    assert list(in_order(reversed(mistakes))) == mistakes


ONE_CAUSE = {
    "a question code that stands twice": (
        ("questionnaire.md", "{sales_forms}\ntype: choices", "{market}\ntype: choices"),
        ("questionnaire.md", 33, "duplicate_code"),
    ),
    "a later code that stands twice": (
        ("questionnaire.md", "{margin}\ntype: percent", "{hours}\ntype: percent"),
        ("questionnaire.md", 58, "duplicate_code"),
    ),
    "a choice code that stands twice": (
        ("questionnaire.md", "{both}", "{b2c}"),
        ("questionnaire.md", 29, "duplicate_code"),
    ),
    "a rule code that stands twice": (
        ("rules.md", "{G02}", "{G01}"),
        ("rules.md", 37, "duplicate_code"),
    ),
    "a head that is missing": (
        ("questionnaire.md", "---\nid: tiny", "id: tiny"),
        ("questionnaire.md", 1, "head_missing"),
    ),
    "a head of rules that is missing": (
        ("rules.md", "---\nid: tiny", "id: tiny"),
        ("rules.md", 1, "head_missing"),
    ),
    "a head without a language": (
        ("questionnaire.md", "language: nl\n", ""),
        ("questionnaire.md", 1, "head_key_missing"),
    ),
    "another id": (
        ("questionnaire.md", "id: tiny", "id: tinny"),
        ("questionnaire.md", 2, "id_is_not_folder"),
    ),
    "an unknown focus": (
        ("rules.md", "for each: phase", "for each: fase"),
        ("rules.md", 38, "unknown_word"),
    ),
    "an unknown kind of placeholder": (
        ("rules.md", "show part as percent", "show part as procent"),
        ("rules.md", 22, "unknown_word ~ percent"),
    ),
    "an extra placeholder that cannot be read": (
        ("rules.md", "hours / 100", "hours /"),
        ("rules.md", 22, "expression.syntax"),
    ),
    "a question without a code": (
        ("questionnaire.md", " {hours}", ""),
        ("questionnaire.md", 45, "missing_code"),
    ),
    "a section without a code": (
        ("questionnaire.md", " {business}", ""),
        ("questionnaire.md", 17, "missing_code"),
    ),
    "a rule without a code": (
        ("rules.md", "fase over {G02}", "fase over"),
        ("rules.md", 37, "missing_code"),
    ),
    "a choice without a code": (
        ("questionnaire.md", " {b2c}", ""),
        ("questionnaire.md", 28, "missing_code"),
    ),
    "choices below a blank line": (
        ("questionnaire.md", "past het advies beter.\n", "past het advies beter.\n\n"),
        ("questionnaire.md", 28, "choice_in_prose"),
    ),
    "one choice below a blank line": (
        ("questionnaire.md", "- Aan consumenten", "\n- Aan consumenten"),
        ("questionnaire.md", 29, "choice_in_prose"),
    ),
    "a blank line below a heading": (
        ("questionnaire.md", "{margin}\n", "{margin}\n\n"),
        ("questionnaire.md", 60, "key_in_prose"),
    ),
    "a misspelt key": (
        ("questionnaire.md", "why: Dan", "wy: Dan"),
        ("questionnaire.md", 26, "unknown_key ~ why"),
    ),
    "a channel without an id": (
        ("channels.csv", "website;", ";"),
        ("channels.csv", 2, "missing_code"),
    ),
    "a phase model without a code": (
        ("phase-models.md", " {two-phase}", ""),
        ("phase-models.md", 8, "missing_code"),
    ),
}


@pytest.mark.parametrize(("change", "line"), ONE_CAUSE.values(), ids=ONE_CAUSE.keys())
def test_one_cause_gives_one_line(change: tuple[str, str, str], line: Found, tmp_path: Path) -> None:
    assert checked(changed(tmp_path, change)) == [line]


def test_a_question_that_was_renamed_is_told_where_the_old_name_stands_in_the_base_files(tmp_path: Path) -> None:
    folder = changed(tmp_path, ("questionnaire.md", "{asks}", "{review}"))

    assert checked(folder) == [
        ("rules.md", 17, "condition.unknown_name"),
        ("rules.md", 56, "condition.unknown_name"),
        ("rules.md", 59, "unknown_placeholder"),
    ]


def test_a_question_that_was_renamed_and_stands_in_texts_only_is_told_there(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        ("questionnaire.md", "{since}", "{started}"),
        ("rules.md", "Goed zo: {asks}.", "Goed zo: {since}."),
        ("rules.en.md", "Well done: {asks}.", "Well done: {since}."),
        ("examples/bakery.json", '"asks": 2', '"asks": 2, "since": "2020-01-01"'),
    )

    assert checked(folder) == [("rules.md", 59, "unknown_placeholder")]


RENAMED = {
    "a group that gives rows": (
        ("questionnaire.md", "{channels}", "{ways}"),
        [("questionnaire.md", 96, "unknown_row_source"), ("questionnaire.md", 104, "unknown_row_source")],
    ),
    "a phase model": (
        ("phase-models.md", "{two-phase}", "{simple}"),
        [("questionnaire.md", 6, "unknown_model")],
    ),
    "a rule": (
        ("rules.md", "{G02}", "{G12}"),
        [("rules.md", 17, "unknown_rule"), ("rules.md", 18, "unknown_rule")],
    ),
    "a channel": (
        ("channels.csv", "website;", "site;"),
        [("questionnaire.md", 97, "unknown_row")],
    ),
}


@pytest.mark.parametrize(("change", "lines"), RENAMED.values(), ids=RENAMED.keys())
def test_another_name_is_told_where_the_old_one_stands_first(
    change: tuple[str, str, str], lines: list[Found], tmp_path: Path
) -> None:
    found = checked(changed(tmp_path, change))

    assert [(name, line, key.split(" ~ ")[0]) for name, line, key in found] == lines


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "name",
    [
        *("questionnaire.md", "phase-models.md", "channels.csv", "rules.md", "examples/bakery.json"),
        *("questionnaire.en.md", "phase-models.en.md", "rules.en.md"),
    ],
)
def test_a_file_in_a_wrong_encoding_gives_one_line(name: str, encoding: str, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / name
    file.write_bytes(file.read_text("utf-8").encode(encoding))

    assert checked(folder) == [(file.name, 1, "not_utf8")]


@pytest.mark.parametrize("name", ["questionnaire.md", "phase-models.md"])
def test_a_file_that_is_missing_gives_one_line(name: str, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / name).unlink()

    assert checked(folder) == [(name, 1, "missing_file")]


@pytest.mark.parametrize("left", ["rules.en.md", "examples/bakery.json"])
def test_rules_that_are_missing_while_others_need_them_give_one_line(left: str, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    for name in {"rules.md", "rules.en.md", "examples/bakery.json"} - {left}:
        (folder / name).unlink()

    assert checked(folder) == [("rules.md", 1, "missing_rules")]


def test_rules_may_be_missing_when_nothing_needs_them(tmp_path: Path) -> None:
    folder = changed(
        tmp_path, ("examples/bakery.json", '{"fired": ["G01"], "not_fired": [], "to_check": ["G02"]}', "{}")
    )
    (folder / "rules.md").unlink()
    (folder / "rules.en.md").unlink()

    assert checked(folder) == []


def test_a_mistake_elsewhere_does_not_hide_one_that_does_not_follow_from_it(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        ("questionnaire.md", "between: 0 and 5000", "between: 0 tot 5000"),
        ("phase-models.en.md", "Everything after it.\n", ""),
        ("rules.md", "hours > 10", "hour > 10"),
        ("rules.en.md", "### Measure\nCount the hours.\n", ""),
    )

    assert checked(folder) == [
        ("questionnaire.md", 56, "bad_between"),
        ("rules.md", 11, "condition.unknown_name ~ hours"),
        ("phase-models.en.md", 16, "missing_translation.prose"),
        ("rules.en.md", 10, "missing_translation.heading"),
    ]
