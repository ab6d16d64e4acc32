"""The history in an answers file: it comes back as it was, and a file cannot tell two stories."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.content.test_trail_file import named
from tests.strategies import EVERY_TYPE, FIVE, answers, questions
from workshop.content.history_file import MOST_CHARACTERS, MOST_EDITS, plain_history, read_history
from workshop.content.json_text import parse
from workshop.domain.answer import Answer, Problem
from workshop.domain.edit import Edit, difference
from workshop.domain.response import Response

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
EMPTY = Response("klantreis", "1", "five-phase")


def answer(hours: int) -> Answer:
    return Answer(value=Decimal(hours))


def taken_along(edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Problem, ...]]:
    """Write a history to a file and read it back."""
    return read_history(parse(json.dumps(plain_history(edits, EVERY_TYPE))), EVERY_TYPE, FIVE)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Edit, ...]:
    """Draw the saves of a dossier that began with some answers or none."""
    response = EMPTY
    edits: list[Edit] = []
    for number in range(1, draw(st.integers(1, 6)) * 2, 2):
        asked = draw(st.lists(questions, min_size=1, max_size=3, unique_by=lambda one: one.code))
        now = response.with_answers({one.code: draw(st.none() | answers(one, EVERY_TYPE)) for one in asked})
        before, after = difference(response, now)
        if after and number > 1:  # the first save was made before the history began
            undoes = draw(st.integers(0, number - 1))
            edits.append(Edit(number, NOON + timedelta(minutes=number), "Sanne", "page", before, after, undoes))
        response = now
    return tuple(edits)


@settings(max_examples=60)
@given(histories())
def test_a_history_comes_back_as_it_was(edits: tuple[Edit, ...]) -> None:
    assume(edits)

    assert taken_along(edits) == (edits, ())


def saves(hours: Sequence[int], page: str = "page") -> list[Edit]:
    """Saves of the hours of one dossier, one after another."""
    said = [None, *map(answer, hours)]
    return [
        Edit(number, NOON, "", page, {"hours": was}, {"hours": became})
        for number, (was, became) in enumerate(pairwise(said), start=1)
    ]


def test_of_a_question_that_is_gone_the_history_is_left_out() -> None:
    gone = Edit(1, NOON, "", "page", {"saturdays": None}, {"saturdays": answer(3)})
    both = replace(saves([4])[0], number=2, after={"hours": answer(4), "saturdays": None})

    found, problems = taken_along([gone, both])

    assert problems == ()
    assert [(one.number, one.codes) for one in found] == [(2, ("hours",))]


def test_of_a_very_long_history_the_oldest_saves_stay_behind_and_the_rest_is_right() -> None:
    edits = saves([number % 100 for number in range(MOST_EDITS + 20)])

    found, problems = taken_along(edits)

    assert problems == ()
    assert found == tuple(edits[-MOST_EDITS:])


def test_large_saves_stay_behind_when_the_file_would_grow_too_large_to_be_read() -> None:
    long = [Answer(value=letter * 9000) for letter in "ab" * 200]
    edits = [
        Edit(number, NOON, "", "page", {"story": was}, {"story": became})
        for number, (was, became) in enumerate(pairwise(long), start=1)
    ]

    found, problems = taken_along(edits)

    assert problems == ()
    assert found == tuple(edits[-len(found) :])
    assert MOST_CHARACTERS * 0.9 < 9000 * len(found) < MOST_CHARACTERS


def edit(**changed: object) -> dict[str, object]:
    return {"number": 1, "at": NOON.isoformat(), "answers": {"hours": 4}, **changed}


def wrong(raw: object) -> list[tuple[str, str]]:
    found, problems = read_history(raw, EVERY_TYPE, FIVE)
    assert found == ()
    return named(problems)


@pytest.mark.parametrize(
    ("changed", "where", "key"),
    [
        ({"number": 0}, "number", "trail_file.number"),
        ({"number": "1"}, "number", "trail_file.number"),
        ({"number": True}, "number", "trail_file.number"),
        ({"number": 10**30}, "number", "trail_file.number"),
        ({"undoes": 1}, "undoes", "trail_file.undoes"),
        ({"undoes": -1}, "undoes", "trail_file.undoes"),
        ({"at": "gisteren"}, "at", "note_file.at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at", "note_file.at"),
        ({"who": 3}, "who", "note_file.text"),
        ({"who": "x" * 101}, "who", "note_file.too_long"),
        ({"page": "<script>"}, "page", "trail_file.page"),
        ({"answers": None}, "answers", "answer.expected_answers"),
        ({"answers": {"hourz": 4}}, "answers.hourz", "answer.unknown_meant"),
        ({"answers": {"hours": 400}}, "answers.hours", "answer.too_high"),
        ({"mood": 3}, "mood", "trail_file.unknown"),
    ],
)
def test_a_mistake_in_a_save_is_named_with_its_place(changed: dict[str, object], where: str, key: str) -> None:
    assert wrong({"edits": [edit(**changed)]}) == [(f"history.edits.1.{where}", key)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ([], ("history", "trail_file.history")),
        ({"edits": 3}, ("history", "trail_file.history")),
        ({"edits": [3]}, ("history.edits.1", "trail_file.edit")),
        ({"edits": [edit(), edit()]}, ("history.edits.2.number", "trail_file.number")),
        ({"edits": [edit()] * (MOST_EDITS + 1)}, ("history.edits", "trail_file.room")),
        ({"start": []}, ("history.start", "answer.expected_answers")),
        ({"start": {"hours": "veel"}, "edits": [edit()]}, ("history.start.hours", "answer.expected_number")),
        ({"begin": {}}, ("history.begin", "trail_file.unknown")),
    ],
)
def test_a_mistake_in_a_history_is_named_with_its_place(raw: object, expected: tuple[str, str]) -> None:
    assert wrong(raw) == [expected]
