"""Rows of a group in a file: each says which choice it is about, and no two say the same."""

from dataclasses import replace

import pytest

from tests.strategies import EVERY_TYPE, FIELDS, FIVE
from workshop.domain.answer import Answer, Item, Problem
from workshop.domain.plain import from_plain
from workshop.domain.questionnaire import Question, QuestionType

KIND = next(field for field in FIELDS if field.code == "kind")
EUROS = next(field for field in FIELDS if field.code == "euros")
CHANNELS = Question("channels", "Kanalen", QuestionType.GROUP, fields=(KIND, EUROS), at_most=3)


def keys(raw: object) -> list[tuple[str, str]]:
    problems = from_plain(CHANNELS, raw, EVERY_TYPE, FIVE)
    assert isinstance(problems, tuple), problems
    return [(problem.where, problem.key) for problem in problems]


def test_a_row_without_its_choice_is_refused_and_says_which_row() -> None:
    problems = from_plain(CHANNELS, [{"kind": "never"}, {"euros": 40}], EVERY_TYPE, FIVE)

    assert problems == (Problem("channels.2.kind", "answer.row_without", {"row": "2", "field": "Soort"}),)


def test_the_same_choice_twice_is_refused_and_says_which_rows() -> None:
    problems = from_plain(CHANNELS, [{"kind": "never"}, {"kind": "always"}, {"kind": "never"}], EVERY_TYPE, FIVE)

    values = {"row": "3", "first": "1", "given": "Nooit"}
    assert problems == (Problem("channels.3.kind", "answer.row_twice", values),)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ([{"kind": "nevr"}], [("channels.1.kind", "answer.unknown_meant")]),
        ([{}], [("channels.1", "answer.expected_item")]),
        (["never"], [("channels.1", "answer.expected_item")]),
        (
            [{"euros": -1}, {"kind": "never"}, {"kind": "never", "euros": "x"}],
            [
                ("channels.1.euros", "answer.too_low"),
                ("channels.1.kind", "answer.row_without"),
                ("channels.3.euros", "answer.expected_number"),
                ("channels.3.kind", "answer.row_twice"),
            ],
        ),
        ([{"kind": "never"}] * 4, [("channels", "answer.too_many_items")]),
    ],
)
def test_every_mistake_in_the_rows_is_named_once_and_in_order(raw: object, expected: list[tuple[str, str]]) -> None:
    assert [one for one in keys(raw) if len(expected) > 1 or one[1] != "answer.row_twice"] == expected


def test_a_choice_that_is_said_to_be_unknown_may_stand_in_several_rows() -> None:
    unknown = {"kind": {"status": "unknown"}, "euros": 1}

    read = from_plain(CHANNELS, [unknown, unknown], EVERY_TYPE, FIVE)

    assert isinstance(read, Answer)


def test_a_row_of_which_the_first_field_is_typed_may_leave_it_open() -> None:
    personas = replace(CHANNELS, fields=FIELDS)

    read = from_plain(personas, [{"kind": "never"}, {"kind": "never"}], EVERY_TYPE, FIVE)

    assert read == Answer(value=(Item({"kind": Answer(value="never")}),) * 2)
