"""Conditions: what the language takes, Kleene's truth table, and what a condition rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.expression import (
    Argument,
    ExpressionMistake,
    Name,
    parse_expression,
)
from workshop.domain.outcome import Missing, Operand, Outcome

UNKNOWN, NOT_APPLICABLE = Missing.UNKNOWN, Missing.NOT_APPLICABLE


@dataclass(frozen=True)
class Answers:
    """Answers by code; a fact echoes its arguments."""

    values: Mapping[str, Operand] = field(default_factory=dict)

    def name(self, code: str) -> Outcome:
        value = self.values.get(code, UNKNOWN)
        return Outcome(value, frozenset({code}), frozenset({code}) if value is UNKNOWN else frozenset())

    def call(self, fact: str, arguments: tuple[Argument, ...]) -> Outcome:
        first = arguments[0]
        return Outcome(first.id if isinstance(first, Name) else str(first), frozenset({fact}))


def run(text: str, **values: Operand) -> Operand:
    return parse_expression(text)(Answers(values)).value


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, UNKNOWN, UNKNOWN, True),
        (False, True, False, True),
        (False, False, False, False),
        (False, UNKNOWN, False, UNKNOWN),
        (UNKNOWN, True, UNKNOWN, True),
        (UNKNOWN, False, False, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (NOT_APPLICABLE, True, NOT_APPLICABLE, True),
        (NOT_APPLICABLE, False, False, NOT_APPLICABLE),
        (NOT_APPLICABLE, UNKNOWN, NOT_APPLICABLE, UNKNOWN),
    ],
)
def test_and_or_follow_the_truth_table(left: Operand, right: Operand, both: Operand, either: Operand) -> None:
    assert run("a and b", a=left, b=right) is both
    assert run("a or b", a=left, b=right) is either
    assert run("b and a", a=left, b=right) is both
    assert run("b or a", a=left, b=right) is either


@pytest.mark.parametrize(
    ("value", "negated"),
    [(True, False), (False, True), (UNKNOWN, UNKNOWN), (NOT_APPLICABLE, NOT_APPLICABLE)],
)
def test_not_turns_true_and_false_around_only(value: Operand, negated: Operand) -> None:
    assert run("not a", a=value) is negated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hours * 2 + 1 > 7", True),
        ("hours / 0 > 1", UNKNOWN),
        ("-hours < 0", True),
        ("1 <= hours <= 4", True),
        ("1 <= hours < 3.5", False),
        ('market in ["b2b", "both"]', True),
        ('"shop" not in forms', False),
        ('market == "b2c"', False),
        ("missing > 3", UNKNOWN),
        ("dropped > 3 or hours > 3", True),
        ("market > 3", UNKNOWN),
        ("0.1 + 0.2 == 0.3", True),
    ],
)
def test_comparisons_and_sums(text: str, value: Operand) -> None:
    world: dict[str, Operand] = {"hours": Decimal("3.5"), "market": "b2b", "forms": ("shop",)}
    world["dropped"] = NOT_APPLICABLE

    assert run(text, **world) is value


def test_a_true_or_rests_only_on_what_made_it_true() -> None:
    outcome = parse_expression("a > 1 or b > 1 or c > 1")(Answers({"a": Decimal(5), "b": Decimal(0)}))

    assert outcome == Outcome(True, frozenset({"a"}), frozenset())


def test_an_unknown_names_what_is_missing() -> None:
    outcome = parse_expression("a > 1 and b > 1")(Answers({"a": Decimal(5)}))

    assert outcome.value is UNKNOWN
    assert outcome.missing == {"b"}


def test_facts_get_names_numbers_and_brackets() -> None:
    assert run("share(keeping)") == "keeping"
    assert run("share(2, (a, b))") == "2"


@pytest.mark.parametrize(
    "text",
    [
        "a.b",
        "a[0]",
        "[x for x in a]",
        "lambda: 1",
        "f(x=1)",
        "a if b else c",
        "f(*a)",
        "a is b",
        "2 ** 99",
        "b'x'",
        "None",
        "(a := 1)",
        "f'{a}'",
        "a @ b",
        "f(g(a))",
        "1j",
        "a & b",
        "1e999 > a",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ExpressionMistake) as caught:
        parse_expression(text)

    assert caught.value.key == "not_allowed"


def test_a_slip_of_the_pen_names_its_column() -> None:
    with pytest.raises(ExpressionMistake) as caught:
        parse_expression("a > ")

    assert caught.value.key == "syntax"
    assert caught.value.column >= 4


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        expression = parse_expression(text)
    except ExpressionMistake:
        return
    expression(Answers())


@given(st.text(alphabet="()[]{}abc<>=+-*/.,'\" \n0123456789", max_size=300))
def test_hostile_punctuation_is_read_or_refused(text: str) -> None:
    try:
        expression = parse_expression(text)
    except ExpressionMistake:
        return
    expression(Answers())


truths = st.sampled_from([True, False, UNKNOWN, NOT_APPLICABLE])


@given(truths, truths, truths)
def test_logic_is_associative_and_de_morgan_holds(a: Operand, b: Operand, c: Operand) -> None:
    world = {"a": a, "b": b, "c": c}

    assert run("(a and b) and c", **world) is run("a and (b and c)", **world)
    assert run("(a or b) or c", **world) is run("a or (b or c)", **world)
    if NOT_APPLICABLE not in world.values():
        assert run("not (a and b)", **world) is run("not a or not b", **world)


@given(truths, truths)
def test_learning_an_answer_never_turns_a_decision_around(a: Operand, b: Operand) -> None:
    decided = run("a and b", a=a, b=UNKNOWN)

    if decided in (True, False):
        assert run("a and b", a=a, b=b) is decided
