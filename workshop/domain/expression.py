"""Conditions of questionnaires and rules: a small subset of Python expressions, compiled once, four-valued.

Logic is Kleene's three-valued logic with "not applicable" beside it, on one ladder:
false < not applicable < unknown < true; `and` takes the lowest, `or` the highest. So `False and unknown` is
false, `True or unknown` is true, and a condition on something that does not apply to a business never holds.
"""

import ast
import math
import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Protocol


class Missing(Enum):
    """The two ways in which a value can be absent from a calculation."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


Operand = bool | Decimal | str | tuple["Operand", ...] | Missing
"""What a name or a part of an expression can be worth; numbers are always Decimal."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value with the answer codes it rests on (`seen`) and those that were missing for it (`missing`)."""

    value: Operand
    seen: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


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

_RANK: Mapping[object, int] = {False: 0, Missing.NOT_APPLICABLE: 1, Missing.UNKNOWN: 2, True: 3}
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_ORDER: Mapping[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
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
        case ast.Constant(value=value):
            return _constant(node, value)
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
            return _sequence([_compile(one, names, facts) for one in elements])
    raise _not_allowed(node)


def _not_allowed(node: ast.AST) -> ExpressionMistake:
    return ExpressionMistake(
        "not_allowed",
        getattr(node, "col_offset", 0) + 1,
        {"part": type(node).__name__, "text": ast.unparse(node)},
    )


def _constant(node: ast.expr, value: object) -> Run:
    if isinstance(value, bool | str):
        fixed = Outcome(value)
    elif isinstance(value, int | float) and value != math.inf:
        fixed = Outcome(Decimal(str(value)))
    else:
        raise _not_allowed(node)
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


def truth(value: Operand) -> bool | Missing:
    """Read a value as a truth value; numbers and texts count as true when they are not empty."""
    return value if isinstance(value, bool | Missing) else bool(value)


def _logic(all_of: bool, runs: list[Run]) -> Run:
    """Kleene `and` (lowest rank) or `or` (highest rank); evidence comes from the operands that decided."""
    choose = min if all_of else max
    settled = not all_of

    def run(world: Facts) -> Outcome:
        outcomes = [one(world) for one in runs]
        ranked = [(truth(one.value), one) for one in outcomes]
        value = choose((rank for rank, _ in ranked), key=_RANK.__getitem__)
        deciding = [one for rank, one in ranked if rank == value] if value is settled else outcomes
        missing = [one for rank, one in ranked if rank is Missing.UNKNOWN] if value is Missing.UNKNOWN else []
        return Outcome(value, _union(one.seen for one in deciding), _union(one.missing for one in missing))

    return run


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


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


def _absent(outcomes: list[Outcome]) -> Missing | None:
    """Tell whether a calculation lacks something: not applicable weighs more than unknown."""
    values = [one.value for one in outcomes]
    if Missing.NOT_APPLICABLE in values:
        return Missing.NOT_APPLICABLE
    return Missing.UNKNOWN if Missing.UNKNOWN in values else None


def _combine(outcomes: list[Outcome], value: Operand) -> Outcome:
    missing = _union(one.missing for one in outcomes) if value is Missing.UNKNOWN else frozenset()
    return Outcome(value, _union(one.seen for one in outcomes), missing)


def _arithmetic(op: Callable[[Decimal, Decimal], Decimal], left: Run, right: Run) -> Run:
    def run(world: Facts) -> Outcome:
        sides = [left(world), right(world)]
        if absent := _absent(sides):
            return _combine(sides, absent)
        a, b = sides[0].value, sides[1].value
        if not isinstance(a, Decimal) or not isinstance(b, Decimal):
            return _combine(sides, Missing.UNKNOWN)
        if op is operator.truediv and b == 0:
            return _combine(sides, Missing.UNKNOWN)
        return _combine(sides, op(a, b))

    return run


def _comparisons(node: ast.expr, ops: list[ast.cmpop], sides: list[Run]) -> Run:
    if any(isinstance(op, ast.Is | ast.IsNot) for op in ops):
        raise _not_allowed(node)
    pairs = [_comparison(op, sides[index], sides[index + 1]) for index, op in enumerate(ops)]
    return pairs[0] if len(pairs) == 1 else _logic(True, pairs)


def _comparison(op: ast.cmpop, left: Run, right: Run) -> Run:
    def run(world: Facts) -> Outcome:
        sides = [left(world), right(world)]
        absent = _absent(sides)
        return _combine(sides, absent if absent else _compare(op, sides[0].value, sides[1].value))

    return run


def _compare(op: ast.cmpop, left: Operand, right: Operand) -> bool | Missing:
    match op:
        case ast.Eq():
            return left == right
        case ast.NotEq():
            return left != right
        case ast.In() | ast.NotIn():
            if not isinstance(right, tuple):
                return Missing.UNKNOWN
            return (left in right) is isinstance(op, ast.In)
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _ORDER[type(op)](left, right)
    return Missing.UNKNOWN


def _sequence(runs: list[Run]) -> Run:
    def run(world: Facts) -> Outcome:
        outcomes = [one(world) for one in runs]
        return _combine(outcomes, _absent(outcomes) or tuple(one.value for one in outcomes))

    return run
