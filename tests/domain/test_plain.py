"""Plain values: what stands in an answers file means one answer, and every answer can be written so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import EVERY_TYPE, FIVE, QUESTIONS, answers, models, questions
from workshop.domain.answer import Answer, Counts, Evidence, Item, Problem, Status, Value
from workshop.domain.journey import Block, Division, Matrix, PhaseModel
from workshop.domain.plain import from_plain, to_plain
from workshop.domain.questionnaire import Question

BY_CODE = {question.code: question for question in QUESTIONS}


def read(code: str, raw: object) -> Answer | tuple[Problem, ...]:
    return from_plain(BY_CODE[code], raw, EVERY_TYPE, FIVE)


def keys(code: str, raw: object) -> list[tuple[str, str]]:
    problems = read(code, raw)
    assert isinstance(problems, tuple), problems
    return [(problem.where, problem.key) for problem in problems]


@given(st.data(), questions, models)
def test_every_answer_is_read_back_from_what_was_written(
    data: st.DataObject, question: Question, model: PhaseModel
) -> None:
    answer = data.draw(answers(question, EVERY_TYPE))

    assert from_plain(question, _as_file(to_plain(question, answer)), EVERY_TYPE, model) == answer


def _as_file(raw: object) -> object:
    """Do what a file does to numbers: floats come back as Decimal."""
    match raw:
        case bool() | int() | str():
            return raw
        case float():
            return Decimal(repr(raw))
        case dict():
            return {key: _as_file(one) for key, one in raw.items()}
        case list():
            return [_as_file(one) for one in raw]
        case _:
            raise AssertionError(raw)


_raw = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "status", "evidence", "split", "b1", "awareness", "website", "name"])
            | st.text(max_size=4),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(questions, _raw)
def test_whatever_stands_in_a_file_gives_an_answer_or_problems_and_never_an_error(
    question: Question, raw: object
) -> None:
    read = from_plain(question, raw, EVERY_TYPE, FIVE)

    assert isinstance(read, Answer) or (read and all(isinstance(one, Problem) for one in read))


@pytest.mark.parametrize(
    ("code", "raw", "meant"),
    [
        ("market", "always", "always"),
        ("roles", ["always", "never"], ("never", "always")),
        ("care", 3, 3),
        ("care", Decimal("2.0"), 2),
        ("hours", 12, Decimal(12)),
        ("order", Decimal("0.10"), Decimal("0.1")),
        ("again", 55, Decimal("0.55")),
        ("own_walk", False, False),
        ("story", " Jan ", "Jan"),
        ("since", "2026-11-22", date(2026, 11, 22)),
        ("last_ten", {"website": 4}, Counts({"website": 4})),
        ("hours_per_phase", {"awareness": 4}, Division({Block.ATTENTION: Decimal(4)})),
        ("hours_per_phase", {"b3": 4}, Division({Block.DESIRE: Decimal(4)})),
        ("channel_use", {"website": {"consideration": 2}}, Matrix({"website": {Block("b2"): 2, Block("b3"): 2}})),
        ("channel_use", {"website": {"b2": 2}}, Matrix({"website": {Block("b2"): 2}})),
        ("channel_use", {"website": {"b2": Decimal("1.0")}}, Matrix({"website": {Block("b2"): 1}})),
        ("personas", [], ()),
        ("personas", [{"kind": "always"}], (Item({"kind": Answer(value="always")}),)),
        ("personas", [{"name": "Fietsers"}], (Item({"name": Answer(value="Fietsers")}),)),
    ],
)
def test_plain_values_mean_what_the_reference_says(code: str, raw: object, meant: Value) -> None:
    assert read(code, raw) == Answer(value=meant)


def test_a_wrapped_value_brings_its_evidence() -> None:
    assert read("care", {"value": 2, "evidence": 3}) == Answer(value=2, evidence=Evidence.MEASURED)


@pytest.mark.parametrize("level", [0, 1, 2, 3, Decimal("3.0")])
def test_every_question_takes_evidence_in_a_file(level: int | Decimal) -> None:
    answer = read("hours", {"value": 12, "evidence": level})

    assert answer == Answer(value=Decimal(12), evidence=Evidence(int(level)))


def test_every_field_of_a_group_takes_evidence_in_a_file() -> None:
    answer = read("personas", [{"name": {"value": "Fietsers", "evidence": 2}}])

    assert answer == Answer(value=(Item({"name": Answer(value="Fietsers", evidence=Evidence.HEARD)}),))


def test_a_group_without_items_is_written_as_an_empty_list() -> None:
    assert to_plain(BY_CODE["personas"], Answer(value=())) == []


def test_a_wrapped_division_brings_its_split_marks() -> None:
    answer = read("hours_per_phase", {"value": {"b5": 1, "b6": 2}, "split": ["b5"]})

    parts = {Block("b5"): Decimal(1), Block("b6"): Decimal(2)}
    assert answer == Answer(value=Division(parts, frozenset({Block("b5")})))


@pytest.mark.parametrize("status", [Status.UNKNOWN, Status.NOT_APPLICABLE])
def test_a_status_is_an_answer_without_a_value(status: Status) -> None:
    assert read("hours", {"status": str(status)}) == Answer(status)


def test_a_status_that_the_question_does_not_take_is_a_problem() -> None:
    question = replace(BY_CODE["hours"], takes_unknown=False)

    problems = from_plain(question, {"status": "unknown"}, EVERY_TYPE, FIVE)

    assert problems == (Problem("hours", "answer.without_unknown", {}),)


@pytest.mark.parametrize(
    ("code", "raw", "key"),
    [
        ("market", 3, "answer.expected_choice"),
        ("market", "alwys", "answer.unknown_meant"),
        ("roles", "always", "answer.expected_choices"),
        ("roles", [], "answer.nothing_in_it"),
        ("care", "3", "answer.expected_scale"),
        ("care", True, "answer.expected_scale"),
        ("hours", True, "answer.expected_number"),
        ("hours", "12", "answer.expected_number"),
        ("hours", Decimal("NaN"), "answer.expected_number"),
        ("hours", Decimal("Infinity"), "answer.expected_number"),
        ("hours", 169, "answer.too_high"),
        ("growth", Decimal("1E+400"), "number.too_large"),
        ("growth", Decimal("1E-400"), "number.too_precise"),
        ("growth", Decimal("0." + "1" * 40), "number.too_precise"),
        ("own_walk", 1, "answer.expected_yes_no"),
        ("story", 1, "answer.expected_text"),
        ("story", " ", "answer.nothing_in_it"),
        ("since", "22-11-2026", "answer.expected_date"),
        ("since", "20261122", "answer.expected_date"),
        ("last_ten", [4], "answer.expected_count"),
        ("hours_per_phase", {}, "answer.nothing_in_it"),
        ("hours_per_phase", {"b1": 1, "purchase": 2}, "answer.mixed_cells"),
        ("hours_per_phase", {"value": {"b1": 1}, "split": ["b2"]}, "answer.expected_split"),
        ("personas", {"name": "x"}, "answer.expected_group"),
        ("hours", {"status": "perhaps"}, "answer.expected_status"),
        ("hours", {"status": "unknown", "value": 1}, "answer.value_and_unknown"),
        ("hours", {"value": 1, "evidence": 4}, "answer.evidence"),
        ("hours", {"value": 1, "evidence": Decimal("1.5")}, "answer.evidence"),
        ("care", Decimal("2.5"), "answer.expected_scale"),
        ("care", Decimal("1E+999999999"), "answer.expected_scale"),
        ("care", Decimal("1E-999999999"), "answer.expected_scale"),
        ("care", Decimal("NaN"), "answer.expected_scale"),
        ("last_ten", {}, "answer.nothing_in_it"),
        ("channel_use", {}, "answer.nothing_in_it"),
        ("personas", [{}], "answer.expected_item"),
        ("care", {"value": 1, "evidence": 4}, "answer.evidence"),
        ("care", {"value": 1, "evidence": True}, "answer.evidence"),
        ("care", {"value": 1, "evidnce": 1}, "answer.unknown_meant"),
    ],
)
def test_what_is_no_such_value_is_a_problem(code: str, raw: object, key: str) -> None:
    assert [found for _, found in keys(code, raw)] == [key]


@pytest.mark.parametrize(
    ("code", "raw", "places"),
    [
        ("personas", [{"name": "a"}, {"nme": "b", "revenue_share": 200}], ["2.nme", "2.revenue_share"]),
        ("channel_use", {"webste": {"b1": 1}}, ["webste"]),
        ("channel_use", {"website": {"b1": 4, "b2": True, "b3": 1}}, ["website.b1", "website.b2"]),
        ("channel_use", {"website": 3}, ["website"]),
        ("hours_per_phase", {"awarenes": 1}, ["awarenes"]),
        ("hours_per_phase", {"b1": -1, "b2": "x"}, ["b1", "b2"]),
        ("channel_use", {"website": {"b1": Decimal("1.5"), "b2": 1}}, ["website.b1"]),
        ("channel_use", {"website": {"b1": Decimal("1E+999999999")}}, ["website.b1"]),
        ("last_ten", {"website": Decimal("1.5"), "flyer": -1}, ["website", "flyer"]),
    ],
)
def test_every_mistake_in_a_value_is_named_with_its_place(code: str, raw: object, places: list[str]) -> None:
    assert [where for where, _ in keys(code, raw)] == [f"{code}.{place}" for place in places]


def test_a_code_that_is_long_or_has_several_lines_is_echoed_short_and_on_one_line() -> None:
    long = "een\ncode\n" + "x" * 200
    problems = [
        *_problems("personas", [{long: 1}]),
        *_problems("market", long),
        *_problems("hours_per_phase", {long: 1}),
        *_problems("channel_use", {long: {"b1": 1}}),
        *_problems("last_ten", {long: 1}),
        *_problems("care", {"value": 1, long: 1}),
    ]

    assert all(len(one.values["given"]) <= 60 and "\n" not in one.where + one.values["given"] for one in problems)
    assert all(len(one.where) <= len("hours_per_phase.1.") + 60 for one in problems)


def _problems(code: str, raw: object) -> tuple[Problem, ...]:
    problems = read(code, raw)
    assert isinstance(problems, tuple), problems
    return problems
