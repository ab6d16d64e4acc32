"""Answers as plain values, as they stand in an answers file: numbers, texts, lists and mappings, and back.

A plain value is what JSON can hold; numbers come in as int or Decimal (never float or bool) and go out as int or
float with at most fifteen digits, which JSON keeps exactly. A value may be wrapped: {"value": …, "evidence": 0–3},
whether or not a form asks the evidence there; a division then also takes "split": the blocks whose part was split
evenly out of one phase. A group may be an empty list: it is known that there are none.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, assert_never

from workshop.domain.answer import Answer, Counts, Evidence, Item, Phased, Problem, Status, Value
from workshop.domain.journey import Block, Division, Matrix, PhaseModel
from workshop.domain.plain_cells import Book, read_cells, read_decimal, read_whole, with_split
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType
from workshop.domain.validity import (
    Refused,
    Row,
    blocks_of,
    check_codes,
    check_number,
    check_text,
    echo,
    refuse,
    refuse_unknown,
    take_rows,
)

_WRAPPERS: Final = ("value", "evidence", "split")


_Read = Value | Refused


def from_plain(
    question: Question, raw: object, questionnaire: Questionnaire, model: PhaseModel
) -> Answer | tuple[Problem, ...]:
    """Read a plain value; phases of a division or matrix are those of `model`."""
    read = _answer(question, raw, question.code, Book(questionnaire, model))
    return read.problems if isinstance(read, Refused) else read


def to_plain(question: Question, answer: Answer) -> object:
    """Write an answer as a plain value; divisions and matrices in building blocks, so that nothing is lost."""
    if answer.value is None:
        return {"status": str(answer.status)}
    plain = _plain(question, answer.value)
    split = sorted(answer.value.split, key=list(Block).index) if isinstance(answer.value, Division) else []
    if answer.evidence is None and not split:
        return plain
    evidence = {} if answer.evidence is None else {"evidence": int(answer.evidence)}
    return {"value": plain, **evidence, **({"split": [str(block) for block in split]} if split else {})}


def _answer(question: Question, raw: object, where: str, book: Book) -> Answer | Refused:
    if not (isinstance(raw, Mapping) and ("status" in raw or "value" in raw)):
        value = _value(question, raw, where, book)
        return value if isinstance(value, Refused) else Answer(value=value)
    if "status" in raw:
        return _status(question, raw, where)
    known = _WRAPPERS if question.type is QuestionType.DIVISION else _WRAPPERS[:2]
    strange = [p for key in raw if key not in known for p in refuse_unknown(where, str(key), known).problems]
    value = _value(question, raw["value"], where, book)
    if isinstance(value, Division):
        value = with_split(value, raw.get("split"), where)
    evidence = _evidence(raw.get("evidence"), where)
    for read in (value, evidence):
        strange.extend(read.problems if isinstance(read, Refused) else ())
    if strange or isinstance(value, Refused) or isinstance(evidence, Refused):
        return Refused(tuple(strange))
    return Answer(value=value, evidence=evidence)


def _status(question: Question, raw: Mapping[str, object], where: str) -> Answer | Refused:
    said = raw["status"]
    if said not in (Status.UNKNOWN, Status.NOT_APPLICABLE):
        return refuse(where, "answer.expected_status")
    status = Status(str(said))
    if len(raw) > 1:
        return refuse(where, f"answer.value_and_{status}")
    takes = question.takes_unknown if status is Status.UNKNOWN else question.takes_not_applicable
    return Answer(status) if takes else refuse(where, f"answer.without_{status}")


def _evidence(raw: object, where: str) -> Evidence | None | Refused:
    if raw is None:
        return None
    level = read_whole(raw)
    return Evidence(level) if level in set(Evidence) else refuse(where, "answer.evidence")


def _value(question: Question, raw: object, where: str, book: Book) -> _Read:
    match question.type:
        case QuestionType.CHOICE | QuestionType.CHOICES | QuestionType.SCALE | QuestionType.YES_NO:
            return _code(question, raw, where)
        case QuestionType.NUMBER | QuestionType.AMOUNT | QuestionType.PERCENT:
            return _number(question, raw, where, book)
        case QuestionType.TEXT:
            text = check_text(raw, where) if isinstance(raw, str) else refuse(where, "answer.expected_text")
            return text or refuse(where, "answer.nothing_in_it")
        case QuestionType.DATE:
            return _date(raw, where)
        case QuestionType.DIVISION | QuestionType.MATRIX | QuestionType.COUNT:
            return read_cells(question, raw, where, book)
        case QuestionType.GROUP:
            return _items(question, raw, where, book)
        case QuestionType.PER_PHASE:
            return _phased(question, raw, where, book)
        case _:
            assert_never(question.type)


def _code(question: Question, raw: object, where: str) -> _Read:
    """Read what is chosen: a code, a list of codes, a whole number on a scale, or true and false."""
    match question.type, raw:
        case QuestionType.YES_NO, bool():
            return raw
        case QuestionType.CHOICES, list() if all(isinstance(one, str) for one in raw):
            return check_codes(question, raw, where) if raw else refuse(where, "answer.nothing_in_it")
        case QuestionType.SCALE, int() | Decimal() if (point := read_whole(raw)) is not None:
            codes = check_codes(question, (str(point),), where)
            return codes if isinstance(codes, Refused) else int(codes[0])
        case QuestionType.CHOICE, str():
            codes = check_codes(question, (raw,), where)
            return codes if isinstance(codes, Refused) else codes[0]
        case _:
            return refuse(where, f"answer.expected_{question.type}")


def _date(raw: object, where: str) -> date | Refused:
    if isinstance(raw, str):
        try:
            day = date.fromisoformat(raw)
        except ValueError:
            return refuse(where, "answer.expected_date")
        if day.isoformat() == raw:
            return day
    return refuse(where, "answer.expected_date")


def _number(question: Question, raw: object, where: str, book: Book) -> Decimal | Refused:
    typed = read_decimal(raw, where)
    if isinstance(typed, Refused):
        return typed
    value = check_number(question, typed, where, book.language, question.low)
    if isinstance(value, Refused) or question.type is not QuestionType.PERCENT:
        return value
    return value.scaleb(-2)


def _items(question: Question, raw: object, where: str, book: Book) -> _Read:
    if not isinstance(raw, list):
        return refuse(where, "answer.expected_group")
    rows = [_row(question, one, f"{where}.{number}", number, book) for number, one in enumerate(raw, start=1)]
    return take_rows(question, rows, where)


def _phased(question: Question, raw: object, where: str, book: Book) -> _Read:
    """Read a mapping of phases or blocks to fields; a phase stands for every block in it."""
    if not isinstance(raw, Mapping):
        return refuse(where, "answer.expected_per_phase")
    if not raw:
        return refuse(where, "answer.nothing_in_it")
    blocks = blocks_of(book.model, raw, where)
    if isinstance(blocks, Refused):
        return blocks
    rows = {str(cell): _row(question, one, f"{where}.{cell}", 1, book) for cell, one in raw.items()}
    problems = tuple(problem for row in rows.values() for problem in row.problems)
    if problems:
        return Refused(problems)
    if blocks:
        return Phased({block: Item(rows[block].answers) for block in Block if block in rows})
    phases = [(phase.blocks, rows[phase.id]) for phase in book.model.phases if phase.id in rows]
    return Phased({block: Item(row.answers) for own, row in phases for block in own})


def _row(question: Question, raw: object, where: str, number: int, book: Book) -> Row:
    if not isinstance(raw, Mapping) or not raw:
        return Row(number, {}, refuse(where, "answer.expected_item").problems)
    known = [one.code for one in question.fields]
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for code, one in raw.items():
        field, at = question.field(code), f"{where}.{echo(code)}"
        read = refuse_unknown(at, code, known) if field is None else _answer(field, one, at, book)
        if isinstance(read, Refused):
            problems.extend(read.problems)
        else:
            answers[code] = read
    return Row(number, answers, tuple(problems))


def _plain(question: Question, value: Value) -> object:
    match value:
        case Decimal():
            return _bare(value.scaleb(2) if question.type is QuestionType.PERCENT else value)
        case date():
            return value.isoformat()
        case Division():
            return {str(block): _bare(part) for block, part in value.parts.items()}
        case Matrix():
            return {row: {str(b): level for b, level in cells.items()} for row, cells in value.levels.items()}
        case Counts():
            return dict(value.counts)
        case Phased():
            return {str(block): _plain_item(question, item) for block, item in value.items.items()}
        case tuple():
            return [_plain_item(question, one) if isinstance(one, Item) else one for one in value]
        case _:
            return value


def _plain_item(question: Question, item: Item) -> object:
    fields = ((one, item.get(one.code)) for one in question.fields)
    return {one.code: to_plain(one, answer) for one, answer in fields if answer is not None}


def _bare(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
