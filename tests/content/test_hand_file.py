"""The hand in an answers file: read back the same, and every mistake named at its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.content.test_answers_file import bundle_for, file
from tests.hands import any_changes, change, hidden, moved_to, rewrite
from tests.strategies import EVERY_TYPE
from workshop import resources
from workshop.bootstrap import said
from workshop.content.answers_file import Whole, read, read_whole, write
from workshop.domain.hand import Change, Deed
from workshop.domain.hand_plain import MOST_CHANGES, to_plain
from workshop.domain.response import Response
from workshop.language.messages import Words, missing_keys
from workshop.language.tongue import Language

GAP = "gap-G01-retention"
EMPTY = Response("klantreis", "1", "five-phase", "nl")
CHANGES = (hidden(GAP), rewrite(f"{GAP}.see", "Stil"))


def words(language: Language) -> Words:
    return Words.from_tables(language, resources.word_tables(language))


def problems(text: str) -> list[tuple[str, str]]:
    found = read_whole(text, bundle_for)
    assert isinstance(found, tuple), found
    for language in Language:
        assert all(said(words(language), found))
    return [(one.where, one.key) for one in found]


@settings(max_examples=50)
@given(any_changes)
def test_what_is_written_is_read_back_the_same(changes: tuple[Change, ...]) -> None:
    assert read_whole(write(EMPTY, EVERY_TYPE, changes), bundle_for) == Whole(EMPTY, changes)


def test_a_file_without_a_hand_has_no_changes_and_none_is_written() -> None:
    text = write(EMPTY, EVERY_TYPE)

    assert "hand" not in json.loads(text)
    assert read_whole(text, bundle_for) == Whole(EMPTY)


def test_who_wants_the_answers_alone_gets_them_from_such_a_file_too() -> None:
    assert read(write(EMPTY, EVERY_TYPE, CHANGES), bundle_for) == EMPTY


def plain(one: Change, **other: object) -> dict[str, object]:
    return {**to_plain(one), **other}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({}, [("hand", "hand.wrong.list")]),
        ("hide", [("hand", "hand.wrong.list")]),
        ([3], [("hand.1", "hand.wrong.change")]),
        ([plain(hidden(GAP)), plain(hidden(GAP), kind="burn")], [("hand.2", "hand.wrong.change")]),
        ([plain(hidden(GAP, ""))], [("hand.1.reason", "hand.wrong.reason")]),
        ([plain(hidden(GAP), who="")], [("hand.1.who", "hand.wrong.who")]),
        ([plain(moved_to(GAP, 1), value={"place": "eerste"})], [("hand.1", "hand.wrong.change")]),
        ([plain(change(Deed.FINDING, "f1", {"title": "x" * 201}))], [("hand.1.title", "hand.wrong.too_long")]),
        (
            [plain(hidden("G01"), reason="")],
            [("hand.1.target", "hand.wrong.target"), ("hand.1.reason", "hand.wrong.reason")],
        ),
        ([plain(hidden(GAP))] * (MOST_CHANGES + 1), [("hand", "hand.wrong.room")]),
    ],
)
def test_a_garbled_hand_says_where_and_why(raw: object, expected: list[tuple[str, str]]) -> None:
    assert problems(file(hand=raw)) == expected


def test_mistakes_in_the_hand_stand_beside_those_in_the_answers() -> None:
    assert problems(file(hand=[3], answers={"hours": 200})) == [
        ("answers.hours", "answer.too_high"),
        ("hand.1", "hand.wrong.change"),
    ]


def test_texts_of_a_hand_are_cleaned_as_answers_are() -> None:
    found = read_whole(file(hand=[plain(hidden(GAP, " Klaar\x00 "))]), bundle_for)

    assert isinstance(found, Whole)
    assert [one.reason for one in found.changes] == ["Klaar"]


def test_dutch_and_english_say_the_same() -> None:
    here = Path(str(resources.folder("templates"))) / "words"

    assert (here / "nl" / "hand.toml").is_file()
    assert [key for key in missing_keys(words(Language.NL), words(Language.EN)) if key.startswith("hand.")] == []
