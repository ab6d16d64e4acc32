"""Tells whether a condition can ever hold; sound: what it calls impossible is impossible, the rest it lets be.

A condition is written as alternatives, each a list of parts that must all be true. Per alternative the answers'
own bounds and choices are narrowed by each part; when nothing is left for some answer, it cannot hold.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from workshop.content.constraints import Declared, constraint_of
from workshop.content.ranges import Domain, meet

MOST_ALTERNATIVES = 256
"""A condition with more alternatives than this is believed to be possible."""
MOST_STEPS = 2000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a condition that must be true, or (`holds` False) must be false."""

    node: ast.expr
    holds: bool


Alternative = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class World:
    """What is known beforehand: the domain of each term, and the condition under which a question is asked."""

    declared: Declared
    asked_when: Mapping[str, ast.expr]

    def possible(self, *trees: ast.expr) -> bool:
        """Tell whether these conditions can all hold at once."""
        alternatives = _all_of([_alternatives(tree, True) for tree in trees])
        if alternatives is None:
            return True
        steps = [MOST_STEPS]
        return any(self._consistent(one, frozenset(), steps) for one in alternatives)

    def _consistent(self, parts: Alternative, asked: frozenset[str], steps: list[int]) -> bool:
        """Tell whether all parts can be true, with the questions they rest on being asked."""
        steps[0] -= 1
        if steps[0] <= 0:
            return True
        if self._contradiction(parts):
            return False
        needed = {name for part in parts for name in _names(part.node)} & self.asked_when.keys()
        more = sorted(needed - asked)
        if not more:
            return True
        extra = _all_of([_alternatives(self.asked_when[name], True) for name in more])
        if extra is None:
            return True
        return any(self._consistent((*parts, *one), asked | needed, steps) for one in extra)

    def _contradiction(self, parts: Alternative) -> bool:
        narrowed: dict[str, Domain] = {}
        for part in parts:
            constraint = constraint_of(part.node, part.holds, self.declared)
            if constraint is None:
                continue
            found = meet(narrowed.get(constraint.term, constraint.declared), constraint.domain)
            if found is None:
                continue
            if found.empty:
                return True
            narrowed[constraint.term] = found
        return False


def _alternatives(node: ast.expr, holds: bool) -> tuple[Alternative, ...] | None:
    """Write a condition as alternatives; None when there are too many."""
    match node:
        case ast.BoolOp(op=op, values=values):
            parts = [_alternatives(value, holds) for value in values]
            return _all_of(parts) if isinstance(op, ast.And) is holds else _any_of(parts)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return _alternatives(inner, not holds)
        case ast.Constant(value=bool() as value):
            return ((),) if value is holds else ()
        case ast.Compare(left=left, ops=ops, comparators=rights) if len(ops) > 1:
            sides = [left, *rights]
            links = [ast.Compare(sides[i], [op], [sides[i + 1]]) for i, op in enumerate(ops)]
            parts = [_alternatives(link, holds) for link in links]
            return _all_of(parts) if holds else _any_of(parts)
    return ((Part(node, holds),),)


def _any_of(parts: Sequence[tuple[Alternative, ...] | None]) -> tuple[Alternative, ...] | None:
    found: list[Alternative] = []
    for part in parts:
        if part is None or len(found) + len(part) > MOST_ALTERNATIVES:
            return None
        found.extend(part)
    return tuple(found)


def _all_of(parts: Sequence[tuple[Alternative, ...] | None]) -> tuple[Alternative, ...] | None:
    """Combine alternatives; one part that can never be true decides, however many the others have."""
    if any(part == () for part in parts):
        return ()
    size = 1
    known: list[tuple[Alternative, ...]] = []
    for part in parts:
        if part is None or size * len(part) > MOST_ALTERNATIVES:
            return None
        size *= len(part)
        known.append(part)
    return tuple(tuple(one for alternative in chosen for one in alternative) for chosen in product(*known))


def _names(node: ast.AST) -> Iterator[str]:
    """Give the names whose value a part rests on: those inside a fact may be missing without harm."""
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Name):
        yield node.id
    for child in ast.iter_child_nodes(node):
        yield from _names(child)
