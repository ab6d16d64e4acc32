"""The cells of a division, a matrix and a count as plain values: mappings by phase, block or channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.answer import Counts, Problem
from workshop.domain.journey import Block, Division, Matrix, PhaseModel, spread, spread_levels
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType
from workshop.domain.validity import (
    MOST_LEVEL,
    Refused,
    blocks_of,
    check_count,
    check_part,
    echo,
    quantum,
    refuse,
    refuse_level,
    refuse_unknown,
    row_ids,
)
from workshop.language.numbers import MOST_WHOLE_DIGITS
from workshop.language.tongue import Language


@dataclass(frozen=True, slots=True)
class Book:
    """What reading a plain value depends on besides the question."""

    questionnaire: Questionnaire
    model: PhaseModel

    @property
    def language(self) -> Language:
        """The language in which bounds are written in messages."""
        return Language(self.questionnaire.language)


def read_decimal(raw: object, where: str) -> Decimal | Refused:
    """Take a number of the file; true and NaN are none."""
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        return refuse(where, "answer.expected_number")
    number = Decimal(raw)
    return number if number.is_finite() else refuse(where, "answer.expected_number")


def read_whole(raw: object) -> int | None:
    """Take a whole number, also one written as 2.0; true, a text and 2.5 are none, and nor is a giant."""
    number = read_decimal(raw, "")
    if isinstance(number, Refused) or number.adjusted() >= MOST_WHOLE_DIGITS:
        return None
    return int(number) if number == number.to_integral_value() else None


def read_cells(question: Question, raw: object, where: str, book: Book) -> Division | Matrix | Counts | Refused:
    """Read a mapping of cells; phases are those of the book's model, and every mistake in it is named."""
    if not isinstance(raw, Mapping):
        return refuse(where, f"answer.expected_{question.type}")
    if not raw:
        return refuse(where, "answer.nothing_in_it")
    if question.type is QuestionType.DIVISION:
        return _division(question, raw, where, book)
    known = row_ids(question, book.questionnaire)
    strange = [row for row in raw if row not in known]
    if strange:
        return Refused(tuple(p for row in strange for p in refuse_unknown(f"{where}.{echo(row)}", row, known).problems))
    return (_counts if question.type is QuestionType.COUNT else _matrix)(question, raw, where, book)


def _division(question: Question, raw: Mapping[str, object], where: str, book: Book) -> Division | Refused:
    blocks = blocks_of(book.model, raw, where)
    if isinstance(blocks, Refused):
        return blocks
    amounts: dict[str, Decimal] = {}
    problems: list[Problem] = []
    for cell, one in raw.items():
        at = f"{where}.{cell}"
        part = read_decimal(one, at)
        if isinstance(part, Decimal):
            part = check_part(question, part, at, book.language)
        if isinstance(part, Refused):
            problems.extend(part.problems)
        else:
            amounts[cell] = part
    if problems:
        return Refused(tuple(problems))
    if not blocks:
        return spread(book.model, amounts, None, quantum(question))
    return Division({block: amounts[block] for block in Block if block in amounts})


def with_split(division: Division, raw: object, where: str) -> Division | Refused:
    """Mark the blocks that were split out of one phase; only blocks with a part can be."""
    if raw is None:
        return division
    if not isinstance(raw, list) or not all(isinstance(one, str) and one in division.parts for one in raw):
        return refuse(where, "answer.expected_split")
    return Division(division.parts, frozenset(Block(one) for one in raw))


def _matrix(question: Question, raw: Mapping[str, object], where: str, book: Book) -> Matrix | Refused:
    levels: dict[str, Mapping[Block, int]] = {}
    problems: list[Problem] = []
    for row, cells in raw.items():
        read = _levels(cells, f"{where}.{row}", book)
        if isinstance(read, Refused):
            problems.extend(read.problems)
        else:
            levels[row] = read
    return Refused(tuple(problems)) if problems else Matrix(levels)


def _levels(raw: object, where: str, book: Book) -> Mapping[Block, int] | Refused:
    if not isinstance(raw, Mapping) or not raw:
        return refuse(where, "answer.expected_row")
    blocks = blocks_of(book.model, raw, where)
    if isinstance(blocks, Refused):
        return blocks
    whole = {cell: read_whole(level) for cell, level in raw.items()}
    levels = {cell: level for cell, level in whole.items() if level is not None and 0 <= level <= MOST_LEVEL}
    if len(levels) < len(raw):
        wrong = (f"{where}.{cell}" for cell in raw if cell not in levels)
        return Refused(tuple(problem for at in wrong for problem in refuse_level(at).problems))
    if not blocks:
        return spread_levels(book.model, {"": levels}).levels[""]
    return {block: levels[block] for block in Block if block in levels}


def _counts(question: Question, raw: Mapping[str, object], where: str, book: Book) -> Counts | Refused:
    counts: dict[str, int] = {}
    problems: list[Problem] = []
    for row, one in raw.items():
        at = f"{where}.{row}"
        typed = read_decimal(one, at)
        count = typed if isinstance(typed, Refused) else check_count(question, typed, at, book.language)
        if isinstance(count, Refused):
            problems.extend(count.problems)
        else:
            counts[row] = count
    return Refused(tuple(problems)) if problems else Counts(counts)
