"""What a part of a condition is worth: a value or the reason why there is none, and how two values compare."""

import ast
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Missing(Enum):
    """The two ways in which a value can be absent from a calculation."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


Operand = bool | Decimal | str | tuple["Operand", ...] | Missing
"""What a name or a part of an expression can be worth; numbers are always Decimal."""


class Outcome(NamedTuple):
    """A value with the answer codes it rests on (`seen`) and those that were missing for it (`missing`)."""

    value: Operand
    seen: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


def truth(value: Operand) -> bool | Missing:
    """Read a value as a truth value; numbers and texts count as true when they are not empty."""
    return value if isinstance(value, bool | Missing) else bool(value)


def union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return all codes of these sets."""
    return frozenset().union(*sets)


def absent(outcomes: Sequence[Outcome]) -> Missing | None:
    """Tell whether a calculation lacks something: not applicable weighs more than unknown."""
    absent = [one.value for one in outcomes if isinstance(one.value, Missing)]
    if not absent:
        return None
    return Missing.NOT_APPLICABLE if Missing.NOT_APPLICABLE in absent else Missing.UNKNOWN


def combine(outcomes: Sequence[Outcome], value: Operand) -> Outcome:
    """Return a value that rests on all of these; an unknown one also says what was missing."""
    missing = union([one.missing for one in outcomes]) if value is Missing.UNKNOWN else frozenset()
    return Outcome(value, union([one.seen for one in outcomes]), missing)


def _ordering(order: Callable[[Decimal, Decimal], bool]) -> Callable[[Operand, Operand], bool | Missing]:
    def compare(left: Operand, right: Operand) -> bool | Missing:
        if isinstance(left, Decimal) and isinstance(right, Decimal):
            return order(left, right)
        return Missing.UNKNOWN

    return compare


def _membership(inside: bool) -> Callable[[Operand, Operand], bool | Missing]:
    def compare(left: Operand, right: Operand) -> bool | Missing:
        return (left in right) is inside if isinstance(right, tuple) else Missing.UNKNOWN

    return compare


COMPARE: Mapping[type[ast.cmpop], Callable[[Operand, Operand], bool | Missing]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.In: _membership(True),
    ast.NotIn: _membership(False),
    ast.Lt: _ordering(operator.lt),
    ast.LtE: _ordering(operator.le),
    ast.Gt: _ordering(operator.gt),
    ast.GtE: _ordering(operator.ge),
}
