"""Worked examples: each says what must come out, and the check says on which line it does not."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.questionnaires import spoken, tiny_copy, words
from workshop.content.catalog import Bundle
from workshop.content.lint import check
from workshop.content.mistake import render
from workshop.domain.assessment import Assessment, assess
from workshop.domain.response import Response
from workshop.language.tongue import Language

KLANTREIS = Path(__file__).parents[2] / "questionnaires" / "klantreis"


def assessed(bundle: Bundle, response: Response) -> Assessment:
    return assess(bundle.questionnaire, bundle.rules, response)


CASES = {
    "a rule that did not fire": ('"fired": ["G01"]', '"fired": ["G02"]', 12, "example.finding"),
    "a rule that fired": ('"not_fired": []', '"not_fired": ["G01"]', 12, "example.finding"),
    "a rule that is not waiting": ('"to_check": ["G02"]', '"to_check": ["G01"]', 12, "example.finding"),
    "a rule that does not exist": ('"fired": ["G01"]', '"fired": ["G011"]', 12, "example.unknown_rule ~ G01"),
    "an unknown outcome": ('"fired"', '"firedd"', 12, "example.unknown_key ~ fired"),
    "a list that is none": ('["G02"]', '"G02"', 12, "example.wrong_form"),
    "findings that are no object": ('{"fired"', '[], "note": {"fired"', 12, "example.wrong_form"),
    "a figure with another value": ('"clv5": null', '"clv5": 12.50', 13, "example.figure"),
    "a figure that does not exist": ('"clv5"', '"clv"', 13, "example.unknown_figure ~ clv5"),
    "a figure that is no number": ('"clv5": null', '"clv5": "veel"', 13, "example.wrong_form"),
    "an unknown expectation": ('"economics"', '"economy"', 13, "example.unknown_key ~ economics"),
    "an unknown choice": ('"b2b"', '"b2bb"', 7, "example.answer"),
    "an unknown question": ('"asks"', '"asked"', 9, "example.answer"),
    "another questionnaire": ('"questionnaire": "tiny"', '"questionnaire": "other"', 2, "example.answer"),
    "another language": ('"language": "en"', '"language": "de"', 3, "example.answer"),
    "text that is no JSON": ('"answers": {', '"answers" {', 6, "example.answer"),
}


@pytest.mark.parametrize(("old", "new", "line", "key"), CASES.values(), ids=CASES.keys())
def test_an_example_that_goes_wrong_is_named_on_its_line(
    old: str, new: str, line: int, key: str, tmp_path: Path
) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / "examples" / "bakery.json"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")

    mistakes = check(folder, assessed)

    assert ("bakery.json", line, key) in spoken(mistakes)
    assert all(render(one, words(language)) for one in mistakes for language in Language)


def test_a_mistake_of_a_whole_example_names_the_file(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "examples" / "bakery.json").write_text("[]", "utf-8")

    (mistake,) = check(folder, assessed)

    assert "'bakery.json'" in render(mistake, words(Language.NL))


def test_an_example_without_expectation_is_named(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / "examples" / "bakery.json"
    file.write_text('{"questionnaire": "tiny", "answers": {}}', "utf-8")

    assert spoken(check(folder, assessed)) == [("bakery.json", 1, "example.no_expectation")]


@pytest.mark.parametrize(("expected", "keys"), [("35.005", []), ("35.006", ["example.figure"])])
def test_half_a_cent_is_close_enough_and_more_is_not(expected: str, keys: list[str], tmp_path: Path) -> None:
    folder = copytree(KLANTREIS, tmp_path / "klantreis")
    file = folder / "examples" / "kapsalon.json"
    text = file.read_text("utf-8")
    assert '"acquisition_cost": 35.0' in text
    file.write_text(text.replace('"acquisition_cost": 35.0', f'"acquisition_cost": {expected}'), "utf-8")

    assert [key for _, _, key in spoken(check(folder, assessed))] == keys


def test_examples_are_only_read_when_nobody_can_assess(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / "examples" / "bakery.json"
    file.write_text(file.read_text("utf-8").replace('"fired": ["G01"]', '"fired": ["G02"]'), "utf-8")

    assert check(folder) == ()


def test_examples_wait_until_the_questionnaire_can_be_used(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / "questionnaire.md"
    file.write_text(file.read_text("utf-8").replace("type: date", "type: day"), "utf-8")

    assert [name for name, _, _ in spoken(check(folder, assessed))] == ["questionnaire.md"]


def test_an_example_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    (folder / "examples" / "old.json").write_bytes("{é}".encode("cp1252"))

    assert spoken(check(folder)) == [("old.json", 1, "not_utf8")]
