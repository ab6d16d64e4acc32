"""Checks the meaning of expressions: names, codes and kinds of values."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from workshop.content.arguments import Arguments
from workshop.content.constraints import value_of
from workshop.content.mistake import Mistake, nearest
from workshop.content.notebook import Placed, decimal_comma, shorten, with_point
from workshop.content.reading import FolderReading
from workshop.content.vocabulary import (
    ANYTHING,
    FOCUS_NAMES,
    NUMERIC,
    WORDLIKE,
    Kind,
    Sort,
    Vocabulary,
    fact_sort,
    vocabulary_of,
)
from workshop.domain.facts import FACTS
from workshop.domain.finding import Focus

MOST_FRACTION = Decimal("1.5")
"""A percentage compared with more than this was probably meant as 60, not 0.60."""
LEAST_WHOLE = Decimal(2)
"""From here on a number was meant as a whole percentage; below it we do not guess what was meant."""
UNFOCUSED = "condition.focus_missing"
_SUMS = frozenset({"effect", "show"})


def condition_mistakes(reading: FolderReading) -> Iterator[Mistake]:
    """Give every mistake of meaning in the expressions of a folder."""
    vocabulary = vocabulary_of(reading)
    unfocused: dict[str, list[Mistake]] = {}
    for placed in reading.placed:
        for mistake in mistakes_in(placed, vocabulary):
            if mistake.key == UNFOCUSED:
                unfocused.setdefault(placed.owner, []).append(mistake)
            else:
                yield mistake
    for owner, found in unfocused.items():
        yield _focus_missing(owner, found)


def _focus_missing(owner: str, found: Sequence[Mistake]) -> Mistake:
    """Say once which focus a rule lacks, for all the names that it uses."""
    names = frozenset(one.values["name"] for one in found)
    focus = min((one for one in Focus if names <= FOCUS_NAMES[one]), key=lambda one: len(FOCUS_NAMES[one]))
    return replace(found[0], values={**found[0].values, "focus": focus.value, "code": owner})


def mistakes_in(placed: Placed, vocabulary: Vocabulary) -> tuple[Mistake, ...]:
    """Give the mistakes of meaning in one expression."""
    checker = _Checker(placed, vocabulary)
    checker.check_whole(placed.expression.tree)
    if placed.key == "ask when":
        checker.check_order()
    return tuple(checker.mistakes)


@dataclass(frozen=True, slots=True)
class _Checker:
    """Walks over one expression; `sort` says what a part is worth and notes what is wrong in it."""

    placed: Placed
    vocabulary: Vocabulary
    mistakes: list[Mistake] = field(default_factory=list)

    def note(self, node: ast.expr, key: str, /, **values: str) -> None:
        """Write down a mistake at the column of a part."""
        self._note_at(self.placed.column_of(node.col_offset), key, **values)

    def _note_at(self, column: str, key: str, **values: str) -> None:
        all_values = {**values, "key": self.placed.key, "column": column}
        self.mistakes.append(Mistake(self.placed.file, self.placed.line, f"condition.{key}", all_values))

    def sort(self, node: ast.expr) -> Sort:
        """Return what a part of the expression is worth."""
        match node:
            case ast.Constant(value=value):
                return Sort(_constant_kind(value))
            case ast.Name(id=name):
                return self._name(node, name)
            case ast.Call(func=ast.Name(id=fact), args=arguments):
                return self._fact(node, fact, arguments)
            case ast.Compare(left=left, ops=ops, comparators=rights):
                return self._comparisons([left, *rights], ops)
            case ast.BinOp(left=left, right=right):
                return self._arithmetic(left, right)
            case ast.UnaryOp(op=ast.USub(), operand=part):
                return self.sort(part)
        return self._of_parts(node)

    def _of_parts(self, node: ast.expr) -> Sort:
        """Look at every part of `and`, `or`, `not` and lists."""
        match node:
            case ast.BoolOp(values=parts):
                return self._truths(parts)
            case ast.UnaryOp(operand=part):
                return self._truths([part])
            case ast.List(elts=parts):
                return self._list(parts)
            case ast.Tuple():
                self._comma(node)
        return ANYTHING

    def check_whole(self, tree: ast.expr) -> None:
        """Look at the whole expression: a condition gives true or false and depends on something."""
        found = self.sort(tree)
        kind = self.placed.key.split(" ")[0]
        if kind == "effect" and found.kind not in NUMERIC | {Kind.ANY}:
            self.note(tree, "effect_not_number")
        if kind in _SUMS:
            return
        self._check_truth(tree, found)
        if found.kind is Kind.TRUTH and not self.placed.expression.names | self.placed.expression.facts:
            self.note(tree, "constant", text=shorten(_spoken(tree)))

    def _truths(self, parts: Sequence[ast.expr]) -> Sort:
        for part in parts:
            self._check_truth(part, self.sort(part))
        return Sort(Kind.TRUTH)

    def _check_truth(self, node: ast.expr, found: Sort) -> None:
        if found.kind not in (Kind.TRUTH, Kind.ANY):
            self.note(node, "not_a_truth", name=shorten(_spoken(node)))

    def _list(self, parts: Sequence[ast.expr]) -> Sort:
        for part in parts:
            self.sort(part)
        return Sort(Kind.LIST)

    def _comma(self, node: ast.expr) -> None:
        """Report a comma outside a list: Python takes 2,5 for two numbers."""
        text = self.placed.expression.text.encode()[node.col_offset : node.end_col_offset].decode()
        found = decimal_comma(text)
        if found is None:
            self.note(node, "comma", text=shorten(text))
            return
        column = self.placed.column_of(node.col_offset + len(text[: found.start()].encode()))
        self._note_at(column, "decimal_comma", given=found[0], number=with_point(found))

    def _name(self, node: ast.expr, name: str) -> Sort:
        found = self.vocabulary.sort(name, self.placed)
        if found is not None:
            return found
        known = self.vocabulary.names(self.placed)
        if name in ("phase", "channel", "touchpoint"):
            self.note(node, "focus_missing", name=name)
        elif name in FACTS:
            self.note(node, "fact_without_brackets", name=name)
        elif name in self.vocabulary.siblings.get(self.placed.owner, {}):
            self.note(node, "field_in_ask_when", name=name)
        elif name in self.vocabulary.choice_codes:
            self.note(node, "choice_without_quotes", name=name)
        else:
            self.note(node, "unknown_name", name=name, **nearest(name, (*known, "True", "False")))
        return ANYTHING

    def _arithmetic(self, left: ast.expr, right: ast.expr) -> Sort:
        for part in (left, right):
            found = self.sort(part)
            if found.kind not in NUMERIC | {Kind.ANY}:
                self.note(part, "not_a_number", name=_spoken(part))
        return Sort(Kind.NUMBER)

    def _comparisons(self, sides: Sequence[ast.expr], ops: Sequence[ast.cmpop]) -> Sort:
        sorts = [self._side(side, op) for side, op in zip(sides, [None, *ops], strict=True)]
        for place, op in enumerate(ops):
            left, right = sides[place], sides[place + 1]
            if isinstance(op, ast.In | ast.NotIn):
                self._membership(left, sorts[place], right, sorts[place + 1])
            elif isinstance(op, ast.Eq | ast.NotEq):
                self._equality(left, sorts[place], right, sorts[place + 1])
            else:
                self._order(left, sorts[place], right, sorts[place + 1])
        return Sort(Kind.TRUTH)

    def _side(self, node: ast.expr, op: ast.cmpop | None) -> Sort:
        """Return what one side is worth; after `in` a list may stand in round brackets too."""
        match op, node:
            case ast.In() | ast.NotIn(), ast.Tuple(elts=parts):
                return self._list(parts)
        return self.sort(node)

    def _membership(self, left: ast.expr, one: Sort, right: ast.expr, many: Sort) -> None:
        match right:
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                for part in parts:
                    self._equality(left, one, part, self._quiet_sort(part))
            case _ if many.kind is Kind.CHOICES:
                self._check_code(left, many)
            case _ if many.kind is not Kind.ANY:
                self.note(right, "in_needs_list", name=_spoken(right))

    def _quiet_sort(self, node: ast.expr) -> Sort:
        """Return what a part is worth that has been looked at before."""
        return _Checker(self.placed, self.vocabulary).sort(node)

    def _equality(self, left: ast.expr, one: Sort, right: ast.expr, other: Sort) -> None:
        if Kind.ANY in (one.kind, other.kind):
            return
        for node, found in ((left, one), (right, other)):
            if found.kind in (Kind.TABLE, Kind.CHOICES, Kind.LIST):
                key = "choices_need_in" if found.kind is Kind.CHOICES else "not_comparable"
                self.note(node, key, name=_spoken(node))
                return
        if not _same(one.kind, other.kind):
            self._different(left, one, right, other)
            return
        self._check_code(right, one)
        self._check_code(left, other)
        self._check_fraction(left, one, right)
        self._check_fraction(right, other, left)

    def _order(self, left: ast.expr, one: Sort, right: ast.expr, other: Sort) -> None:
        for node, found in ((left, one), (right, other)):
            if found.kind not in NUMERIC | {Kind.ANY}:
                self.note(node, "not_a_number", name=_spoken(node))
                return
        self._check_fraction(left, one, right)
        self._check_fraction(right, other, left)

    def _different(self, left: ast.expr, one: Sort, right: ast.expr, other: Sort) -> None:
        kinds = {one.kind, other.kind}
        if Kind.TRUTH in kinds:
            self.note(left, "truth_compared", name=_spoken(left if one.kind is Kind.TRUTH else right))
        else:
            text, number = (left, right) if one.kind in WORDLIKE else (right, left)
            self.note(left, "text_with_number", text=_spoken(text), number=_spoken(number))

    def _check_code(self, node: ast.expr, owner: Sort) -> None:
        """Report a text that is none of the codes it is compared with."""
        match node:
            case ast.Constant(value=str() as code) if owner.codes and code not in owner.codes:
                listed = ", ".join(owner.codes[:12])
                self.note(
                    node, "unknown_choice", name=code, owner=owner.name, known=listed, **nearest(code, owner.codes)
                )

    def _check_fraction(self, node: ast.expr, found: Sort, other: ast.expr) -> None:
        number = _literal(other)
        if found.kind is not Kind.FRACTION or number is None or abs(number) <= MOST_FRACTION:
            return
        values = {"name": _spoken(node), "number": f"{number:f}"}
        if abs(number) < LEAST_WHOLE:
            self.note(other, "percent_above_one", **values)
        else:
            self.note(other, "percent_as_whole", **values, fraction=f"{number / 100:f}")

    def _fact(self, node: ast.expr, fact: str, arguments: Sequence[ast.expr]) -> Sort:
        if fact in FACTS:
            Arguments(self.placed, self.vocabulary, self.note).check(node, fact, arguments)
            return fact_sort(fact)
        key = "name_as_fact" if self.vocabulary.sort(fact, self.placed) else "unknown_fact"
        self.note(node, key, name=fact, **(nearest(fact, FACTS) if key == "unknown_fact" else {}))
        return ANYTHING

    def check_order(self) -> None:
        """Report an `ask when` that rests on the question itself or on one that comes later."""
        owner = self.placed.owner.partition(".")[0]
        here = self.vocabulary.places.get(owner)
        if here is None or owner in self.vocabulary.unsure:
            return
        named = (node for node in ast.walk(self.placed.expression.tree) if isinstance(node, ast.Name))
        for node in named:
            there = self.vocabulary.places.get(node.id)
            if there is not None and there >= here and node.id not in self.vocabulary.unsure:
                self.note(node, "asks_itself" if there == here else "asks_later", name=node.id)


def _constant_kind(value: object) -> Kind:
    match value:
        case bool():
            return Kind.TRUTH
        case str():
            return Kind.TEXT
        case _:
            return Kind.NUMBER


def _same(one: Kind, other: Kind) -> bool:
    return one is other or {one, other} <= NUMERIC or {one, other} <= WORDLIKE


def _spoken(node: ast.expr) -> str:
    return ast.unparse(node)


def _literal(node: ast.expr) -> Decimal | None:
    value = value_of(node)
    return value if isinstance(value, Decimal) else None
