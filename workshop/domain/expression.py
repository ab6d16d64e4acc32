"""Conditions of questionnaires and rules: a small subset of Python expressions, compiled once, four-valued.

Logic is Kleene's three-valued logic with "not applicable" beside it, on one ladder:
false < not applicable < unknown < true; `and` takes the lowest, `or` the highest. So `False and unknown` is
false, `True or unknown` is true, and a condition on something that does not apply to a business never holds.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from workshop.domain.outcome import COMPARE, Missing, Operand, Outcome, absent, combine, truth, union


class Facts(Protocol):
    """Where an expression finds its names: answers, figures and named facts."""

    def name(self, code: str) -> Outcome:
        """Return the value of an answer, a figure or a focus variable."""
        ...

    def call(self, fact: str, arguments: tuple["Argument", ...]) -> Outcome:
        """Return the value of a named fact for these arguments."""
        ...


@dataclass(frozen=True, slots=True)
class Name:
    """A bare name given to a fact: `hours_share(keeping)`."""

    id: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Square brackets in an argument: all of these are needed, where round ones mean that one is enough."""

    parts: tuple["Argument", ...]


Argument = Name | Decimal | str | AllOf | tuple["Argument", ...]


Run = Callable[[Facts], Outcome]


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A compiled condition or sum; `tree` stays for checks of meaning, `text` for messages."""

    text: str
    tree: ast.expr
    run: Run
    names: frozenset[str]
    facts: frozenset[str]

    def __call__(self, facts: Facts) -> Outcome:
        """Evaluate against answers and facts; never raises on missing answers."""
        return self.run(facts)

    def __eq__(self, other: object) -> bool:
        """Two expressions are equal when their text is."""
        return isinstance(other, Expression) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)


class ExpressionMistake(ValueError):
    """A text that is not an expression of the language; `column` counts from 1, `key` names the words."""

    def __init__(self, key: str, column: int, values: Mapping[str, str]) -> None:
        super().__init__(key)
        self.key = key
        self.column = column
        self.values = values


MAX_LENGTH = 1000
"""Longest condition in characters; a longer one should be split or become a fact."""

_WEAKEST = (False, Missing.NOT_APPLICABLE, Missing.UNKNOWN)
_STRONGEST = (True, Missing.UNKNOWN, Missing.NOT_APPLICABLE)
"""In this order a value decides an `and` or an `or`; without any of them the first is true and the second false."""
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def parse_expression(text: str) -> Expression:
    """Read and compile an expression once; raises ExpressionMistake for anything outside the language."""
    if not text.strip():
        raise ExpressionMistake("empty", 1, {})
    if len(text) > MAX_LENGTH:
        raise ExpressionMistake("too_long", MAX_LENGTH, {"most": str(MAX_LENGTH)})
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise ExpressionMistake("syntax", error.offset or len(text.strip()) + 1, {"text": text}) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise ExpressionMistake("syntax", 1, {"text": text}) from error
    names: set[str] = set()
    facts: set[str] = set()
    run = _compile(tree, names, facts)
    return Expression(text.strip(), tree, run, frozenset(names), frozenset(facts))


def _compile(node: ast.expr, names: set[str], facts: set[str]) -> Run:  # noqa: C901 - a white list reads best as one match
    """Turn one node into a closure; the white list is this match."""
    match node:
        case ast.Constant():
            return _constant(node)
        case ast.Name(id=name):
            names.add(name)
            return lambda world: world.name(name)
        case ast.BoolOp(op=op, values=values):
            return _logic(isinstance(op, ast.And), [_compile(one, names, facts) for one in values])
        case ast.UnaryOp(op=ast.Not() | ast.USub() as op, operand=inner):
            return _unary(op, _compile(inner, names, facts))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            return _arithmetic(_ARITHMETIC[type(op)], _compile(left, names, facts), _compile(right, names, facts))
        case ast.Compare(left=left, ops=ops, comparators=rights):
            sides = [_compile(one, names, facts) for one in (left, *rights)]
            return _comparisons(node, ops, sides)
        case ast.Call(func=ast.Name(id=fact), args=args, keywords=[]):
            facts.add(fact)
            arguments = tuple(_argument(one) for one in args)
            return lambda world: world.call(fact, arguments)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            return _sequence(elements, [_compile(one, names, facts) for one in elements])
    raise _not_allowed(node)


def _not_allowed(node: ast.AST) -> ExpressionMistake:
    return ExpressionMistake(
        "not_allowed",
        getattr(node, "col_offset", 0) + 1,
        {"part": type(node).__name__, "text": ast.unparse(node)},
    )


def _value_of(node: ast.Constant) -> Operand:
    value = node.value
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float) and value != math.inf:
        return Decimal(str(value))
    raise _not_allowed(node)


def _constant(node: ast.Constant) -> Run:
    fixed = Outcome(_value_of(node))
    return lambda world: fixed


def _argument(node: ast.expr) -> Argument:
    """Read one argument of a fact: a name, a number, a text or a bracket of those (square: all are needed)."""
    match node:
        case ast.Name(id=name):
            return Name(name)
        case ast.Constant(value=str() as text):
            return text
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool) and number != math.inf:
            return Decimal(str(number))
        case ast.Tuple(elts=elements):
            return tuple(_argument(one) for one in elements)
        case ast.List(elts=elements):
            return AllOf(tuple(_argument(one) for one in elements))
    raise _not_allowed(node)


def _logic(all_of: bool, runs: list[Run]) -> Run:
    """Kleene `and` (lowest rank) or `or` (highest rank); evidence comes from the operands that decided.

    The first that is false decides an `and`; an `or` looks at all, so that every part that holds gives its evidence.
    """
    weighing = _WEAKEST if all_of else _STRONGEST

    def run(world: Facts) -> Outcome:
        outcomes: list[Outcome] = []
        for one in runs:
            outcomes.append(one(world))
            if all_of and outcomes[-1].value is False:
                return Outcome(False, outcomes[-1].seen)
        found = [truth(one.value) for one in outcomes]
        value = next((one for one in weighing if one in found), all_of)
        if value is True and not all_of:
            return Outcome(True, union(one.seen for one, held in zip(outcomes, found, strict=True) if held is True))
        return combine(outcomes, value)

    return run


def _unary(op: ast.unaryop, inner: Run) -> Run:
    def run(world: Facts) -> Outcome:
        outcome = inner(world)
        if isinstance(outcome.value, Missing):
            return outcome
        if isinstance(op, ast.Not):
            return Outcome(not truth(outcome.value), outcome.seen, outcome.missing)
        value = -outcome.value if isinstance(outcome.value, Decimal) else Missing.UNKNOWN
        return Outcome(value, outcome.seen, outcome.missing)

    return run


def _arithmetic(op: Callable[[Decimal, Decimal], Decimal], left: Run, right: Run) -> Run:
    def run(world: Facts) -> Outcome:
        sides = [left(world), right(world)]
        if lacking := absent(sides):
            return combine(sides, lacking)
        a, b = sides[0].value, sides[1].value
        if not isinstance(a, Decimal) or not isinstance(b, Decimal):
            return combine(sides, Missing.UNKNOWN)
        if op is operator.truediv and b == 0:
            return combine(sides, Missing.UNKNOWN)
        return combine(sides, op(a, b))

    return run


def _comparisons(node: ast.expr, ops: list[ast.cmpop], sides: list[Run]) -> Run:
    if any(isinstance(op, ast.Is | ast.IsNot) for op in ops):
        raise _not_allowed(node)
    pairs = [_comparison(op, sides[index], sides[index + 1]) for index, op in enumerate(ops)]
    return pairs[0] if len(pairs) == 1 else _logic(True, pairs)


def _comparison(op: ast.cmpop, left: Run, right: Run) -> Run:
    compare = COMPARE[type(op)]

    def run(world: Facts) -> Outcome:
        one, two = left(world), right(world)
        if isinstance(one.value, Missing) or isinstance(two.value, Missing):
            return combine((one, two), absent((one, two)) or Missing.UNKNOWN)
        return Outcome(compare(one.value, two.value), one.seen | two.seen)

    return run


def _sequence(elements: list[ast.expr], runs: list[Run]) -> Run:
    """Gather values; constants are gathered once."""
    fixed = tuple(_value_of(one) for one in elements if isinstance(one, ast.Constant))
    if len(fixed) == len(elements):
        always = Outcome(fixed)
        return lambda world: always

    def run(world: Facts) -> Outcome:
        outcomes = [one(world) for one in runs]
        return combine(outcomes, absent(outcomes) or tuple(one.value for one in outcomes))

    return run
