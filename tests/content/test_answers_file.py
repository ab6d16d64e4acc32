"""The answers file: read whole or not at all, every mistake named, and written so that it can be read back."""

import json
import tomllib
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.content.test_history_file import histories
from tests.content.test_trail_file import drafts
from tests.hands import any_changes
from tests.strategies import EVERY_TYPE, notes, responses
from workshop.bootstrap import said
from workshop.content.answers_file import OtherVersion, Whole, read, read_whole, write
from workshop.domain.answer import Answer, Problem
from workshop.domain.contradictions import contradictions
from workshop.domain.dossier import Draft, Trail
from workshop.domain.edit import Edit
from workshop.domain.hand import Change
from workshop.domain.note import Note, Session
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response
from workshop.language.messages import Words, missing_keys
from workshop.language.tongue import Address, Language

WORDS = Path(__file__).parents[2] / "templates" / "words"


@dataclass(frozen=True)
class Bundle:
    questionnaire: Questionnaire


def bundle_for(questionnaire_id: str, language: str) -> Bundle:
    if questionnaire_id == "dutch-only":
        return Bundle(replace(EVERY_TYPE, id="dutch-only"))
    if questionnaire_id != EVERY_TYPE.id:
        raise KeyError(questionnaire_id)
    return Bundle(replace(EVERY_TYPE, language=language))


def words_of(language: Language) -> Words:
    texts = [(WORDS / language / name).read_text("utf-8") for name in ("core.toml", "answer.toml", "sharing.toml")]
    return Words.from_tables(language, tomllib.loads("".join(texts)))


def file(**whole: object) -> str:
    return json.dumps({"questionnaire": "klantreis", "answers": {}, **whole})


def problems(text: str) -> list[tuple[str, str]]:
    found = read(text, bundle_for)
    assert isinstance(found, tuple), found
    for language in Language:
        for problem in found:
            assert words_of(language)(problem.key, **problem.values)
    return [(problem.where, problem.key) for problem in found]


@settings(max_examples=60)
@given(responses(EVERY_TYPE))
def test_what_is_written_is_read_back_the_same(response: Response) -> None:
    assume(not contradictions(EVERY_TYPE, response))

    assert read(write(response, EVERY_TYPE), bundle_for) == response


@settings(max_examples=20)
@given(responses(EVERY_TYPE))
def test_writing_again_what_was_read_gives_the_same_file(response: Response) -> None:
    written = write(response, EVERY_TYPE)
    assume(not contradictions(EVERY_TYPE, response))

    again = read(written, bundle_for)

    assert isinstance(again, Response)
    assert write(again, EVERY_TYPE) == written


@settings(max_examples=30)
@given(any_changes, notes(), st.sampled_from(Address), drafts, histories())
def test_a_whole_dossier_is_read_back_the_same(
    changes: tuple[Change, ...],
    told: tuple[Note, ...],
    address: Address,
    half_typed: dict[str, Draft],
    edits: tuple[Edit, ...],
) -> None:
    answers = {"hours": Answer(value=Decimal("12.5"))}
    spoken = Response("klantreis", "1", "five-phase", "nl", "Jansen", answers, address=address)

    trail = Trail("page_hours", half_typed, Session(90, "section_3"), edits)

    written = write(spoken, EVERY_TYPE, changes, told, trail)

    assert read_whole(written, bundle_for) == Whole(spoken, changes, told, trail)


def test_an_old_file_without_notes_or_trail_is_read_and_none_are_written_for_none() -> None:
    response = Response("klantreis", "1", "five-phase")

    assert read_whole(file(), bundle_for) == Whole(response)
    written = json.loads(write(response, EVERY_TYPE))
    assert written.keys() & {"notes", "page", "drafts", "session", "history"} == set()


def test_what_was_typed_for_a_question_that_is_gone_is_not_left_out_unseen() -> None:
    trail = Trail(drafts={"saturdays.s1.name": (("name", "x"),)})

    with pytest.raises(OtherVersion) as refused:
        write(Response("klantreis", "1", "five-phase"), EVERY_TYPE, trail=trail)

    assert refused.value.codes == ("saturdays",)


def test_every_mistake_in_the_trail_refuses_the_whole_file() -> None:
    wrong = file(page=3, drafts=[], session=[], history=[])

    assert [where for where, _ in problems(wrong)] == ["page", "drafts", "session", "history"]


def test_a_mistake_in_a_note_refuses_the_whole_file() -> None:
    assert problems(file(notes=[{"code": "n1", "kind": "quote", "text": "", "at": "2026-11-22T12:00:00Z"}])) == [
        ("notes.1.text", "note_file.text")
    ]


def test_a_small_file_takes_dutch_and_the_default_model() -> None:
    text = file(client={"name": " Fietsenmaker\nJansen "}, answers={"hours": 12.5}, expect={"note": "why"})

    answers = {"hours": Answer(value=Decimal("12.5"))}
    assert read(text, bundle_for) == Response("klantreis", "1", "five-phase", "nl", "Fietsenmaker Jansen", answers)


def test_a_form_of_address_travels_along_and_is_left_out_when_it_is_je() -> None:
    found = read(file(address="u"), bundle_for)

    assert isinstance(found, Response)
    assert found.address is Address.U
    assert '"address": "u"' in write(found, EVERY_TYPE)
    assert "address" not in write(replace(found, address=Address.JE), EVERY_TYPE)
    assert problems(file(address="U")) == problems(file(address=2)) == [("address", "answer.unknown")]


def test_a_file_from_notepad_with_a_byte_order_mark_is_read() -> None:
    assert isinstance(read("\ufeff" + file(), bundle_for), Response)


def test_a_decimal_stays_exact() -> None:
    found = read(file(answers={"order": 0.1}), bundle_for)

    assert isinstance(found, Response)
    assert found.answers["order"].value == Decimal("0.1")


def test_every_mistake_of_a_file_is_named_at_once() -> None:
    text = file(
        clint={},
        client={"nam": "x"},
        answers={"hourz": 1, "hours": 200, "market": "alwys", "personas": [{"name": 3}], "care": 2},
    )

    assert problems(text) == [
        ("clint", "answer.unknown_meant"),
        ("client.nam", "answer.unknown_meant"),
        ("answers.hourz", "answer.unknown_meant"),
        ("answers.hours", "answer.too_high"),
        ("answers.market", "answer.unknown_meant"),
        ("answers.personas.1.name", "answer.expected_text"),
    ]


def test_a_mistake_in_a_code_comes_with_the_code_that_was_meant() -> None:
    found = read(file(answers={"hourz": 1}), bundle_for)

    assert found == (Problem("answers.hourz", "answer.unknown_meant", {"given": "hourz", "meant": "hours"}),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("", "answer.not_json")),
        ("{", ("", "answer.not_json")),
        ("[1, 2]", ("", "answer.not_an_answers_file")),
        ('"text"', ("", "answer.not_an_answers_file")),
        ("[" * 200_000, ("", "answer.not_an_answers_file")),
        ("x" * 4_000_001, ("", "answer.file_too_long")),
        (file(language="fr"), ("language", "answer.unknown")),
        (file(language=3), ("language", "answer.unknown")),
        (file(questionnaire="other"), ("questionnaire", "answer.unknown_questionnaire")),
        (file(questionnaire=None), ("questionnaire", "answer.expected_questionnaire")),
        (file(questionnaire="dutch-only", language="en"), ("language", "answer.no_such_language")),
        (file(version="2"), ("version", "answer.other_version")),
        (file(version=2), ("version", "answer.other_version")),
        (file(version=True), ("version", "answer.other_version")),
        (file(version=[[1]]), ("version", "answer.other_version")),
        (file(model="five-phases"), ("model", "answer.unknown_meant")),
        (file(model=5), ("model", "answer.unknown")),
        (file(client="Jansen"), ("client", "answer.expected_client")),
        (file(client={"name": 3}), ("client.name", "answer.expected_text")),
        (file(client={"name": "x" * 201}), ("client.name", "answer.too_long")),
        (file(answers=[]), ("answers", "answer.expected_answers")),
        (file(answers={"growth": float("nan")}), ("answers.growth", "answer.expected_number")),
        (file(answers={"growth": float("inf")}), ("answers.growth", "answer.expected_number")),
        (file(answers={"last_ten": {"website": 11}}), ("answers.last_ten", "answer.counted_too_many")),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(text: str, expected: tuple[str, str]) -> None:
    assert problems(text) == [expected]


def test_a_number_of_ten_thousand_digits_is_refused_without_effort() -> None:
    text = f'{{"questionnaire": "klantreis", "answers": {{"growth": {"9" * 10_000}}}}}'

    assert problems(text) == [("answers.growth", "number.too_large")]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("1e9999999999999999999", "number.too_large"),
        ("-1E+9999999999999999999", "number.too_large"),
        ("1e-9999999999999999999", "number.too_precise"),
    ],
)
def test_a_number_that_no_computer_can_hold_gets_one_message_at_its_code(number: str, key: str) -> None:
    text = f'{{"questionnaire": "klantreis", "answers": {{"growth": {number}, "market": "alwys"}}}}'

    assert problems(text) == [("answers.growth", key), ("answers.market", "answer.unknown_meant")]


def test_a_group_without_items_is_an_answer() -> None:
    found = read(file(answers={"personas": []}), bundle_for)

    assert isinstance(found, Response)
    assert found.answers == {"personas": Answer(value=())}


def test_a_version_may_be_a_number() -> None:
    assert isinstance(read(file(version=1), bundle_for), Response)


@pytest.mark.parametrize("model", ["five-phases", 5])
def test_a_wrong_model_does_not_hide_the_mistakes_in_the_answers(model: object) -> None:
    text = file(model=model, answers={"hours_per_phase": {"awareness": 1, "attract": 2}, "hours": 200})

    assert [where for where, _ in problems(text)] == [
        "model",
        "answers.hours_per_phase.attract",
        "answers.hours",
    ]


def test_every_doubled_key_is_named_with_its_path_beside_the_other_mistakes() -> None:
    text = """{"questionnaire": "klantreis", "client": {"name": "a", "name": "b"}, "answers": {
        "hours": 1, "hours": 200, "hours": 200,
        "personas": [{"name": "a"}, {"name": "b", "name": "c"}],
        "channel_use": {"website": {"b1": 1, "b1": 1}}
    }, "answers": {"hours": 200, "hours": 200}}"""

    assert problems(text) == [
        ("client.name", "answer.key_twice"),
        ("answers.hours", "answer.key_twice"),
        ("answers.personas.2.name", "answer.key_twice"),
        ("answers.channel_use.website.b1", "answer.key_twice"),
        ("answers", "answer.key_twice"),
        ("answers.hours", "answer.too_high"),
    ]


def test_whatever_is_echoed_is_short_and_on_one_line() -> None:
    long = "een\ncode\n" + "x" * 500
    texts = (
        file(**{long: 1}),
        file(client={long: 1}),
        file(answers={long: 1}),
        file(answers={"personas": [{long: 1}]}),
        file(questionnaire=long),
        file(language=long),
        file(version=long),
        file(model=long),
        json.dumps({"questionnaire": "klantreis", "answers": {}, "x": 1})[:-1] + f", {json.dumps(long)}: 1" * 2 + "}",
    )

    found = [problem for text in texts for problem in _found(text)]

    assert {"\n" in one.where + one.values.get("given", "") for one in found} == {False}
    assert max(len(one.values.get("given", "")) for one in found) == 60
    assert max(len(one.where) for one in found) <= len("answers.personas.1.") + 60


def _found(text: str) -> tuple[Problem, ...]:
    found = read(text, bundle_for)
    assert isinstance(found, tuple)
    return found


def test_a_mistake_of_the_whole_file_is_said_without_a_place() -> None:
    words = words_of(Language.NL)

    lines = said(words, (Problem("", "answer.not_an_answers_file", {}), Problem("a.b", "answer.nothing_in_it", {})))

    assert [line.partition(" ")[0] for line in lines] == ["Dit", "a.b:"]


def test_broken_json_names_the_line() -> None:
    found = read('{\n  "questionnaire": "klantreis",\n  answers\n}', bundle_for)

    assert found == (Problem("", "answer.not_json", {"line": "3", "column": "3"}),)


def test_answers_to_another_version_are_not_dropped_when_writing() -> None:
    response = Response("klantreis", "1", "five-phase", answers={"gone": Answer(value="x")})

    with pytest.raises(ValueError, match=r"another version.*gone"):
        write(response, EVERY_TYPE)


def test_dutch_and_english_hold_the_same_keys_and_placeholders() -> None:
    assert missing_keys(words_of(Language.NL), words_of(Language.EN)) == ()
