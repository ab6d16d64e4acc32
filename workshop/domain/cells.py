"""The cells of a division, a matrix and a count: strings of a form to a value, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from workshop.domain.answer import Counts, Problem, Value
from workshop.domain.journey import Block, Division, Matrix, PhaseModel, gather, spread, spread_levels
from workshop.domain.questionnaire import HOURS, MONEY, Question, Questionnaire, QuestionType, Unit
from workshop.domain.validity import (
    MOST_LEVEL,
    Refused,
    check_count,
    check_part,
    quantum,
    refuse,
    refuse_level,
    refuse_unknown,
    row_ids,
)
from workshop.language.numbers import Measure, Misread, format_number, measure_of, parse_number
from workshop.language.text import clean_text
from workshop.language.tongue import Language

CELL_MARK: Final = "|"
"""Stands between channel and phase in the key of a matrix cell."""
_LEVELS: Final = tuple(str(level) for level in range(MOST_LEVEL + 1))


@dataclass(frozen=True, slots=True)
class Form:
    """What reading a field depends on besides the field itself."""

    questionnaire: Questionnaire
    model: PhaseModel
    language: Language


def read_number(question: Question, text: str, language: Language) -> Decimal | Misread:
    """Read a number as typed; one that says it counts something else, such as euros where hours are asked, is none."""
    typed, named = parse_number(text, language), measure_of(text)
    if isinstance(typed, Misread) or named is None or _fits(question, named):
        return typed
    return Misread(f"number.no_{named}")


def read_typed(question: Question, text: str, where: str, language: Language) -> Decimal | None | Refused:
    """Read a number as typed; None when nothing was typed."""
    if not clean_text(text):
        return None
    typed = read_number(question, text, language)
    return refuse(where, typed.key, **typed.values) if isinstance(typed, Misread) else typed


def read_cells(
    question: Question, cells: Mapping[str, str], where: str, form: Form, before: Value | None
) -> Division | Matrix | Counts | None | Refused:
    """Read a division, matrix or count; `before` is the value that the form was made from."""
    if question.type is QuestionType.DIVISION:
        return _read_division(question, cells, where, form, before if isinstance(before, Division) else None)
    if question.type is QuestionType.MATRIX:
        return _read_matrix(question, cells, where, form, before if isinstance(before, Matrix) else None)
    return _read_counts(question, cells, where, form)


def show_cells(value: Division | Matrix | Counts, form: Form) -> Mapping[str, str]:
    """Write a division, matrix or count as the cells of a form; blank where something is unknown."""
    match value:
        case Division():
            parts = gather(form.model, value)
            return {id_: "" if n is None else format_number(n, form.language) for id_, n in parts.items()}
        case Matrix():
            return {
                f"{row}{CELL_MARK}{phase.id}": "" if level is None else str(level)
                for row in value.levels
                for phase in form.model.phases
                for level in [value.level(row, phase.blocks)]
            }
        case Counts():
            return {row: str(count) for row, count in value.counts.items()}
        case _:
            assert_never(value)


def _fits(question: Question, named: Measure) -> bool:
    match named:
        case Measure.MONEY:
            return question.type is QuestionType.AMOUNT or question.unit in MONEY
        case Measure.PERCENT:
            return question.type is QuestionType.PERCENT or question.unit is Unit.PERCENT
        case Measure.HOURS:
            return question.unit in HOURS


def _read_division(
    question: Question, cells: Mapping[str, str], where: str, form: Form, before: Division | None
) -> Division | None | Refused:
    """Read a division; a blank cell is unknown (absent), not zero. Parts the model cannot show stay."""
    old = before or Division({})
    amounts: dict[str, Decimal] = {}
    problems = list(_strange_cells(cells, tuple(phase.id for phase in form.model.phases), where))
    for phase in form.model.phases:
        at = f"{where}.{phase.id}"
        part = read_typed(question, cells.get(phase.id, ""), at, form.language)
        if isinstance(part, Decimal) and part != old.over(phase.blocks):
            part = check_part(question, part, at, form.language)
        if isinstance(part, Refused):
            problems.extend(part.problems)
        elif part is not None:
            amounts[phase.id] = part
    if problems:
        return Refused(tuple(problems))
    new = spread(form.model, amounts, old, quantum(question))
    hidden = _half_known(form.model, amounts, old)
    parts = {**new.parts, **{block: old.parts[block] for block in hidden}}
    return Division(parts, new.split | (old.split & hidden)) if parts else None


def _half_known(model: PhaseModel, amounts: Mapping[str, Decimal], old: Division) -> frozenset[Block]:
    """Find the known blocks of phases that are known in part: those show blank, so blank is untouched."""
    return frozenset(
        block
        for phase in model.phases
        if phase.id not in amounts and old.over(phase.blocks) is None
        for block in phase.blocks
        if block in old.parts
    )


def _read_matrix(
    question: Question, cells: Mapping[str, str], where: str, form: Form, before: Matrix | None
) -> Matrix | None | Refused:
    """Read a matrix; a blank cell is unknown (absent). Rows that the form does not show are dropped."""
    rows = dict.fromkeys(key.partition(CELL_MARK)[0] for key in cells)
    known = row_ids(question, form.questionnaire)
    shown = tuple(f"{row}{CELL_MARK}{phase.id}" for row in rows for phase in form.model.phases)
    problems = list(_strange_cells(cells, shown, where))
    problems += [p for row in rows if row not in known for p in refuse_unknown(where, row, known).problems]
    levels: dict[str, dict[str, int]] = {row: {} for row in rows}
    for row in rows:
        for phase in form.model.phases:
            level = cells.get(f"{row}{CELL_MARK}{phase.id}", "").strip()
            if level in _LEVELS:
                levels[row][phase.id] = int(level)
            elif level:
                problems.extend(refuse_level(f"{where}.{row}.{phase.id}").problems)
    if problems:
        return Refused(tuple(problems))
    spread_out = spread_levels(form.model, levels, before).levels
    kept = {row: blocks for row, blocks in spread_out.items() if blocks}
    return Matrix(kept) if kept else None


def _strange_cells(cells: Mapping[str, str], shown: tuple[str, ...], where: str) -> tuple[Problem, ...]:
    """Refuse cells of another model (the model was changed in a second tab) rather than lose them."""
    strange = [key for key, text in cells.items() if text.strip() and key not in shown]
    return (Problem(where, "answer.other_model", {}),) if strange else ()


def _read_counts(question: Question, cells: Mapping[str, str], where: str, form: Form) -> Counts | None | Refused:
    """Read a count; once one row is filled, blank rows are zero: ten customers were counted, none came there."""
    known = row_ids(question, form.questionnaire)
    counts: dict[str, int] = {}
    problems: list[Problem] = []
    for row, text in cells.items():
        at = f"{where}.{row}"
        typed = refuse_unknown(where, row, known) if row not in known else read_typed(question, text, at, form.language)
        count = check_count(question, typed, at, form.language) if isinstance(typed, Decimal) else typed
        if isinstance(count, Refused):
            problems.extend(count.problems)
        else:
            counts[row] = count or 0
    if problems:
        return Refused(tuple(problems))
    return Counts(counts) if any(text.strip() for text in cells.values()) else None
