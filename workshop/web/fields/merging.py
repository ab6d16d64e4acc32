"""Three sides of one answer: as it stood on a page, as it is typed there, and as another window left it.

What both sides changed is a clash. A group, an answer per phase and a matrix are merged per cell: a field of a card or
of a building block, or the level of a channel. Any other answer is one whole, also a division and a count: they add up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop.domain.answer import Answer, Evidence, Item, Phased, Value
from workshop.domain.journey import Block, Matrix
from workshop.domain.questionnaire import Question, QuestionType
from workshop.web.fields.marks import WHOLE, Place, Stood, cell_mark_of, mark_of

Cell = Answer | int
Cells = Mapping[Place, Cell]
_EVIDENCE: Final[Place] = ("", "evidence")


class Choice(StrEnum):
    """Which side someone chose where both changed something."""

    MINE = "mijn"
    THEIRS = "hun"


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of it; where both sides changed something it is what the other window made of it."""

    answer: Answer | None
    clashes: frozenset[Place] = frozenset()


def stood_as(question: Question, answer: Answer | None) -> Stood:
    """Return the marks of an answer as it stands on a page."""
    return Stood(mark_of(question, answer), _marks(question, cells_of(answer) or {}))


def merge(
    question: Question, stood: Stood, mine: Answer | None, theirs: Answer | None, choice: Choice | None = None
) -> Merged:
    """Merge both sides; what the page showed as a clash is decided only by a choice."""
    if mine == theirs:
        return Merged(theirs)
    if WHOLE not in stood.open:
        if stood.whole == mark_of(question, mine):
            return Merged(theirs)
        if stood.whole == mark_of(question, theirs):
            return Merged(mine)
        ours, others = cells_of(mine), cells_of(theirs)
        if ours is not None and others is not None and theirs is not None and theirs.value is not None:
            merged = _by_cell(_Sides(question, stood, ours, others), theirs.value, choice)
            if merged is not None:
                return merged
    if choice is Choice.MINE and WHOLE in stood.open and stood.whole == mark_of(question, theirs):
        return Merged(mine)
    return Merged(theirs, frozenset() if choice is Choice.THEIRS and stood.open else frozenset({WHOLE}))


def asking(question: Question, stood: Stood, clashes: frozenset[Place], theirs: Answer | None) -> Stood:
    """Return the marks of a page that shows both sides of these clashes and asks which one stays."""
    if WHOLE in clashes:
        return Stood(mark_of(question, theirs), {}, frozenset({WHOLE}))
    now = _marks(question, cells_of(theirs) or {})
    return Stood(stood.whole, {**stood.cells, **{place: now.get(place, "") for place in clashes}}, clashes)


def cells_of(answer: Answer | None) -> Cells | None:
    """Return the cells of an answer; None when it is one whole."""
    found: dict[Place, Cell]
    match answer.value if answer else None:
        case Matrix() as matrix:
            found = {(row, str(at)): level for row, cells in matrix.levels.items() for at, level in cells.items()}
        case Phased() as phased:
            found = {(str(at), code): one for at, item in phased.items.items() for code, one in item.answers.items()}
        case tuple((Item(), *_)) as items:
            cards = [item.answers for item in items if isinstance(item, Item)]
            found = {(str(n), code): one for n, card in enumerate(cards, start=1) for code, one in card.items()}
        case _:
            return None
    if answer is not None and answer.evidence is not None:
        found[_EVIDENCE] = int(answer.evidence)
    return found


@dataclass(frozen=True, slots=True)
class _Sides:
    """The cells of both sides, and what stood on the page."""

    question: Question
    stood: Stood
    mine: Cells
    theirs: Cells

    @property
    def cards(self) -> bool:
        """Tell whether the rows are cards, which only their place tells apart."""
        return self.question.type is QuestionType.GROUP

    def contested(self, row: str) -> bool:
        """Tell whether both sides added this card, or one took away what the other changed."""
        rows = [{place: one for place, one in side.items() if place[0] == row} for side in (self.mine, self.theirs)]
        stood = {place: one for place, one in self.stood.cells.items() if place[0] == row}
        if all(rows):
            return not stood
        return bool(stood) and all(_marks(self.question, one) != stood for one in rows)

    def settled(self, place: Place, choice: Choice | None, contested: bool) -> tuple[Cell | None, bool]:
        """Return what stays in a cell, and whether both sides changed it."""
        mine, theirs, stood = self.mine.get(place), self.theirs.get(place), self.stood.cells.get(place, "")
        one, other = (_mark(self.question, place, cell) for cell in (mine, theirs))
        if one == other:
            return theirs, False
        if place in self.stood.open:
            if choice is Choice.MINE and stood == other:
                return mine, False
            return theirs, choice is not Choice.THEIRS
        if contested or stood not in (one, other):
            return theirs, True
        return (theirs if stood == one else mine), False


def _by_cell(sides: _Sides, like: Value, choice: Choice | None) -> Merged | None:
    """Merge cell by cell; None when the cards were moved, or would no longer be told apart."""
    if sides.cards and any(
        _moved(sides.stood.cells, _marks(sides.question, one)) for one in (sides.mine, sides.theirs)
    ):
        return None
    places = dict.fromkeys((*sides.theirs, *sides.mine))
    contested = {row: sides.cards and sides.contested(row) for row, _ in places}
    settled = {place: sides.settled(place, choice, contested[place[0]]) for place in places}
    cells = {place: cell for place, (cell, _) in settled.items() if cell is not None}
    clashes = frozenset(place for place, (_, clash) in settled.items() if clash)
    if sides.cards and not clashes and _told_twice(sides.question, cells):
        return None
    return Merged(_together(like, cells), clashes)


def _moved(stood: Mapping[Place, str], now: Mapping[Place, str]) -> bool:
    """Tell whether a card looks more like another one that stood there than like the one in its own place."""
    before, after = _by_row(stood), _by_row(now)

    def alike(one: Mapping[str, str], other: Mapping[str, str]) -> int:
        return sum(other.get(name) == mark for name, mark in one.items())

    return any(
        alike(card, other) > alike(card, before[row])
        for row, card in after.items()
        if row in before
        for at, other in before.items()
        if at != row
    )


def _by_row(marks: Mapping[Place, str]) -> Mapping[str, Mapping[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for (row, name), mark in marks.items():
        if row and mark:
            rows.setdefault(row, {})[name] = mark
    return rows


def _told_twice(question: Question, cells: Cells) -> bool:
    """Tell whether two cards begin with the same choice, though each window used it once."""
    first = question.fields[0]
    chosen = [cell for (row, code), cell in cells.items() if row and code == first.code]
    said = [cell.value for cell in chosen if isinstance(cell, Answer) and cell.known]
    return first.type is QuestionType.CHOICE and len(said) > len(set(map(str, said)))


def _together(like: Value, cells: Cells) -> Answer | None:
    """Make an answer of cells again, of the kind of this one."""
    rows: dict[str, dict[str, Cell]] = {}
    for (row, name), cell in cells.items():
        if row:
            rows.setdefault(row, {})[name] = cell
    items = {row: Item({k: v for k, v in own.items() if isinstance(v, Answer)}) for row, own in rows.items()}
    value: Value
    if isinstance(like, Matrix):
        levels = {row: {at: own[at] for at in Block if at in own} for row, own in rows.items()}
        value = Matrix({row: {at: n for at, n in own.items() if isinstance(n, int)} for row, own in levels.items()})
    elif isinstance(like, Phased):
        value = Phased({block: items[block] for block in Block if block in items})
    else:
        value = tuple(items[row] for row in sorted(items, key=int))
    basis = cells.get(_EVIDENCE)
    return Answer(value=value, evidence=Evidence(basis) if isinstance(basis, int) else None) if rows else None


def _marks(question: Question, cells: Cells) -> Mapping[Place, str]:
    return {place: _mark(question, place, cell) for place, cell in cells.items()}


def _mark(question: Question, place: Place, cell: Cell | None) -> str:
    """Return the mark of a cell, "" for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, Answer):
        return cell_mark_of(question.field(place[1]) or question, cell)
    return str(cell)
