"""What one part of a condition says about one term: the term, what it can be at all, and what it must be."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.content.ranges import INFINITY, Codes, Domain, Range, Ticked, Truths

ZERO = Decimal(0)
Declared = Callable[[ast.expr], Domain | None]


@dataclass(frozen=True, slots=True)
class Constraint:
    """A term as text, its declared domain, and the domain that makes the part true."""

    term: str
    declared: Domain
    domain: Domain


_OPPOSITE: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_MIRRORED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.Eq,
    ast.NotEq: ast.NotEq,
}


def constraint_of(node: ast.expr, holds: bool, declared: Declared) -> Constraint | None:
    """Read a part that must be true (or false); None when nothing can be said about it."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            kind = type(op) if holds else _OPPOSITE.get(type(op))
            return _compared(left, kind, right, declared) if kind else None
        case ast.Name() | ast.Call():
            return _bare(node, holds, declared)
    return None


def _bare(node: ast.expr, holds: bool, declared: Declared) -> Constraint | None:
    """A term by itself: true, or a number that is not zero; a chosen code always counts as true."""
    own = declared(node)
    match own:
        case Truths():
            return Constraint(ast.unparse(node), own, Truths(frozenset({holds})))
        case Range():
            zero = frozenset({ZERO})
            return Constraint(ast.unparse(node), own, Range(without=zero) if holds else Range(points=zero))
        case Codes(among=frozenset()) if not holds:
            return Constraint(ast.unparse(node), own, Codes(frozenset()))
    return None


def _compared(left: ast.expr, op: type[ast.cmpop], right: ast.expr, declared: Declared) -> Constraint | None:
    if op in (ast.In, ast.NotIn):
        return _member(left, op is ast.In, right, declared)
    if value_of(left) is not None:
        left, right, op = right, left, _MIRRORED[op]
    own, fixed = declared(left), value_of(right)
    match own, fixed:
        case Range(), Decimal() as number:
            return Constraint(ast.unparse(left), own, _range(op, number))
        case Range(), None:
            return _difference(left, own, op, right, declared)
        case Codes(), str() as code if op in (ast.Eq, ast.NotEq):
            return Constraint(ast.unparse(left), own, _codes(frozenset({code}), op is ast.Eq))
        case Truths(), bool() as truth if op in (ast.Eq, ast.NotEq):
            wanted = truth if op is ast.Eq else not truth
            return Constraint(ast.unparse(left), own, Truths(frozenset({wanted})))
    return None


def _difference(
    left: ast.expr, own: Range, op: type[ast.cmpop], right: ast.expr, declared: Declared
) -> Constraint | None:
    """Two terms compared: a statement about their difference, written in one order for both directions."""
    other = declared(right)
    if not isinstance(other, Range):
        return None
    if ast.unparse(left) > ast.unparse(right):
        left, own, right, other, op = right, other, left, own, _MIRRORED[op]
    if ast.unparse(left) == ast.unparse(right):
        return Constraint(f"{ast.unparse(left)} itself", Range(points=frozenset({ZERO})), _range(op, ZERO))
    term = f"({ast.unparse(left)}) - ({ast.unparse(right)})"
    return Constraint(term, spread(ast.Sub(), own, other), _range(op, ZERO))


def _member(left: ast.expr, inside: bool, right: ast.expr, declared: Declared) -> Constraint | None:
    match right:
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            return _among(left, inside, [value_of(one) for one in elements], declared)
    code, own = value_of(left), declared(right)
    if isinstance(code, str) and isinstance(own, Ticked):
        one = frozenset({code})
        return Constraint(ast.unparse(right), own, Ticked(must=one) if inside else Ticked(must_not=one))
    return None


def _among(
    left: ast.expr, inside: bool, values: list[Decimal | str | bool | None], declared: Declared
) -> Constraint | None:
    own = declared(left)
    codes = frozenset(one for one in values if isinstance(one, str))
    numbers = frozenset(one for one in values if isinstance(one, Decimal))
    match own:
        case Codes() if len(codes) == len(set(values)):
            return Constraint(ast.unparse(left), own, _codes(codes, inside))
        case Range() if len(numbers) == len(set(values)):
            domain = Range(points=numbers) if inside else Range(without=numbers)
            return Constraint(ast.unparse(left), own, domain)
    return None


def _codes(codes: frozenset[str], inside: bool) -> Codes:
    return Codes(codes) if inside else Codes(without=codes)


def _range(op: type[ast.cmpop], number: Decimal) -> Range:
    if op is ast.Lt:
        return Range(high=number, high_open=True)
    if op is ast.LtE:
        return Range(high=number)
    if op is ast.Gt:
        return Range(low=number, low_open=True)
    if op is ast.GtE:
        return Range(low=number)
    return Range(low=number, high=number) if op is ast.Eq else Range(without=frozenset({number}))


def value_of(node: ast.expr) -> Decimal | str | bool | None:
    """Return a value that stands in the condition itself."""
    match node:
        case ast.Constant(value=bool() | str() as value):
            return value
        case ast.Constant(value=int() | float() as number):
            return finite(number)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return finite(-number)
    return None


def finite(number: float) -> Decimal | None:
    """Return a written number; None for one so large that Python reads it as endless."""
    exact = Decimal(str(number))
    return exact if exact.is_finite() else None


def spread(op: ast.operator, one: Range, other: Range) -> Range:
    """Return where the outcome of a sum can lie when its two sides are independent."""
    a, b = one.bounds, other.bounds
    match op:
        case ast.Add():
            return Range(a[0] + b[0], a[1] + b[1])
        case ast.Sub():
            return Range(a[0] - b[1], a[1] - b[0])
        case ast.Mult() if INFINITY not in {abs(bound) for bound in (*a, *b)}:
            corners = [x * y for x in a for y in b]
            return Range(min(corners), max(corners))
    return Range()
