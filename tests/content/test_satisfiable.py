"""What is called impossible is impossible: no answers exist that make such a condition true."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.questionnaires import folder_of, questions
from workshop.content.declared import Declared
from workshop.content.notebook import Placed
from workshop.content.ranges import Codes, Range, Ticked, Truths, meet
from workshop.content.reading import read_folder
from workshop.content.satisfiable import World
from workshop.content.sources import read_sources
from workshop.content.vocabulary import Vocabulary, vocabulary_of
from workshop.domain.expression import Argument, parse_expression
from workshop.domain.outcome import Missing, Operand, Outcome

ASKED = """## Markt {m}
type: choice
- A {a}
- B {b}
- C {c}

## Vormen {f}
type: choices
- X {x}
- Y {y}

## Getal {n}
type: number
between: 0 and 3
whole: yes

## Deel {p}
type: percent
between: -100 and 100
page: Twee {two}

## Schaal {s}
type: scale
- Nul {0}
- Een {1}
- Twee {2}

## Ja {t}
type: yes_no
"""


@dataclass(frozen=True)
class Answers:
    values: Mapping[str, Operand]

    def name(self, code: str) -> Outcome:
        return Outcome(self.values[code])

    def call(self, fact: str, arguments: tuple[Argument, ...]) -> Outcome:
        return Outcome(self.values[fact])


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = folder_of(tmp_path_factory.mktemp("satisfiable"), questionnaire=questions(ASKED))
    return vocabulary_of(read_folder(read_sources(folder), "nl"))


def possible(condition: str, vocabulary: Vocabulary, asked: Mapping[str, str] | None = None) -> bool:
    expression = parse_expression(condition)
    declared = Declared(vocabulary, Placed(expression, Path("x.md"), 1, 1, "when", "G01"))
    when = {code: parse_expression(text).tree for code, text in (asked or {}).items()}
    return World(declared, when).possible(expression.tree)


ORDER = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
TERMS = st.sampled_from(["n", "p", "s", "n + s", "n - 2 * s", "n * p", "-n", "items(f)", "n / 2"])
NUMBERS = st.sampled_from(["-1", "0", "0.5", "1", "2", "3", "2.5", "7"])
CODES = st.sampled_from(['"a"', '"b"', '"c"'])
ATOMS = st.one_of(
    st.tuples(TERMS, ORDER, NUMBERS).map(" ".join),
    st.tuples(NUMBERS, ORDER, TERMS).map(" ".join),
    st.tuples(TERMS, ORDER, TERMS).map(" ".join),
    st.tuples(NUMBERS, ORDER, TERMS, ORDER, NUMBERS).map(" ".join),
    st.tuples(st.just("m"), st.sampled_from(["==", "!="]), CODES).map(" ".join),
    st.lists(CODES, min_size=1, max_size=3).flatmap(
        lambda codes: st.sampled_from([f"m in [{', '.join(codes)}]", f"m not in [{', '.join(codes)}]"])
    ),
    st.lists(NUMBERS, min_size=1, max_size=2).map(lambda numbers: f"n in [{', '.join(numbers)}]"),
    st.sampled_from(['"x" in f', '"x" not in f', '"y" in f', "t", "t == True", "t != True", "m", "n", "s"]),
    st.sampled_from(["True", "False"]),
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map(lambda parts: f"({''.join(parts)})"),
        inner.map(lambda one: f"(not ({one}))"),
    ),
    max_leaves=6,
)
ANSWERS = st.fixed_dictionaries(
    {
        "m": st.sampled_from(["a", "b", "c", Missing.UNKNOWN]),
        "f": st.sampled_from([(), ("x",), ("y",), ("x", "y"), Missing.NOT_APPLICABLE]),
        "n": st.sampled_from([Decimal(0), Decimal(1), Decimal(2), Decimal(3), Missing.UNKNOWN]),
        "p": st.decimals(-1, 1, places=2),
        "s": st.sampled_from([Decimal(0), Decimal(1), Decimal(2)]),
        "t": st.booleans(),
        "items": st.integers(0, 5).map(Decimal),
    }
)


@settings(max_examples=400, deadline=None)
@given(condition=CONDITIONS, answers=st.lists(ANSWERS, min_size=1, max_size=12))
def test_a_condition_that_some_answers_make_true_is_never_called_impossible(
    condition: str, answers: list[dict[str, Operand]], vocabulary: Vocabulary
) -> None:
    run = parse_expression(condition)

    if any(run(Answers(one)).value is True for one in answers):
        assert possible(condition, vocabulary)


def test_a_question_must_be_asked_to_be_answered(vocabulary: Vocabulary) -> None:
    asked = {"n": 'm == "a"', "p": "n > 1"}

    assert not possible('n > 2 and m == "b"', vocabulary, asked)
    assert not possible('p > 0 and m in ["b", "c"]', vocabulary, asked)
    assert possible('p > 0 and m == "a"', vocabulary, asked)
    assert possible('not answered(n) and m == "b"', vocabulary, asked)


def test_questions_that_wait_for_each_other_do_not_go_round_in_circles(vocabulary: Vocabulary) -> None:
    assert possible("n > 1", vocabulary, {"n": "p > 0", "p": "n > 0"})


def test_a_condition_with_very_many_alternatives_is_believed(vocabulary: Vocabulary) -> None:
    many = " and ".join("(n > 1 or s > 1)" for _ in range(20))

    assert possible(f"{many} and n > 9 and n < 1", vocabulary)


@pytest.mark.parametrize(
    ("domain", "empty"),
    [
        (Range(Decimal(1), Decimal(1)), False),
        (Range(Decimal(1), Decimal(1), low_open=True), True),
        (Range(Decimal(2), Decimal(1)), True),
        (Range(Decimal(1), Decimal(2), low_open=True, high_open=True, whole=True), True),
        (Range(Decimal("1.1"), Decimal("1.9"), whole=True), True),
        (Range(Decimal("1.1"), Decimal(2), whole=True), False),
        (Range(Decimal(1), Decimal(2), whole=True, without=frozenset({Decimal(1), Decimal(2)})), True),
        (Range(whole=True), False),
        (Range(points=frozenset({Decimal(1)}), without=frozenset({Decimal(1)})), True),
        (Codes(), False),
        (Codes(frozenset({"a"}), frozenset({"a"})), True),
        (Ticked(frozenset({"a"}), frozenset({"a"})), True),
        (Ticked(frozenset({"z"}), among=frozenset({"a"})), True),
        (Truths(frozenset()), True),
    ],
)
def test_a_range_knows_whether_anything_is_left(domain: Range | Codes | Ticked | Truths, empty: bool) -> None:
    assert domain.empty is empty


def test_different_kinds_of_ranges_say_nothing_together() -> None:
    assert meet(Range(), Codes()) is None
