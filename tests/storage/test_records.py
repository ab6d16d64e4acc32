"""Records: what is stored is exact, tells its own kind, and a broken record is noticed."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import EVERY_TYPE, answers, questions
from workshop.domain.answer import Answer, Evidence, Item
from workshop.domain.journey import Block, Division
from workshop.domain.questionnaire import Question
from workshop.storage.records import BrokenRecord, decode, encode


@given(st.data(), questions)
def test_every_answer_is_read_back_as_it_was_stored(data: st.DataObject, question: Question) -> None:
    answer = data.draw(answers(question, EVERY_TYPE))

    (found,) = decode(encode({question.code: answer})).values()

    assert found == answer
    assert type(found.value) is type(answer.value)


@given(st.text(), st.text())
def test_any_text_survives_even_halves_of_characters(code: str, text: str) -> None:
    halves = text + "\ud800"

    assert decode(encode({code: Answer(value=halves)})) == {code: Answer(value=halves)}


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_every_amount_is_stored_to_the_last_digit(amount: Decimal) -> None:
    found = decode(encode({"order": Answer(value=amount)}))["order"].value

    assert str(found) == str(amount)


@given(st.data(), questions)
def test_with_its_money_in_cents_every_answer_is_still_read_back(data: st.DataObject, question: Question) -> None:
    answer = data.draw(answers(question, EVERY_TYPE))

    (found,) = decode(encode({question.code: answer}, EVERY_TYPE.money_codes)).values()

    assert found == answer


def test_money_is_whole_cents_and_other_numbers_are_exact_texts() -> None:
    answers_ = {
        "order": Answer(value=Decimal("1250.50"), evidence=Evidence.HEARD),
        "hours": Answer(value=Decimal("0.1")),
        "channels": Answer(value=(Item({"euros": Answer(value=Decimal(40))}),)),
        "spent": Answer(value=Division({Block.ATTENTION: Decimal("0.03")})),
    }

    stored = json.loads(encode(answers_, frozenset({"order", "channels.euros", "spent"})))

    assert stored == {
        "order": {"cents": 125050, "evidence": 2},
        "hours": {"decimal": "0.1"},
        "channels": {"items": [{"euros": {"cents": 4000}}]},
        "spent": {"division_cents": {"b1": 3}, "split": []},
    }


def test_a_group_without_items_is_stored_as_no_items() -> None:
    stored = encode({"channels": Answer(value=(), evidence=Evidence.HEARD)})

    assert json.loads(stored) == {"channels": {"items": [], "evidence": 2}}
    assert decode(stored) == {"channels": Answer(value=(), evidence=Evidence.HEARD)}


def test_a_part_of_a_cent_is_refused() -> None:
    with pytest.raises(ValueError, match="whole cents"):
        encode({"order": Answer(value=Decimal("0.001"))}, frozenset({"order"}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"a": 1}',
        '{"a": {}}',
        '{"a": {"colour": "red"}}',
        '{"a": {"status": "asleep"}}',
        '{"a": {"decimal": "x"}}',
        '{"a": {"division": {"b11": "1"}, "split": []}}',
        '{"a": {"text": "x", "evidence": 9}}',
    ],
)
def test_a_broken_record_is_noticed(text: str) -> None:
    with pytest.raises(BrokenRecord):
        decode(text)
