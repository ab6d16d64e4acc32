"""Questions with a row per phase or channel: amounts to divide, customers to count, and the grid of use."""

from dataclasses import replace
from decimal import Decimal

from workshop.domain.cells import CELL_MARK
from workshop.domain.entry import Entry
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.route import rows
from workshop.language.numbers import Misread, format_number, parse_number
from workshop.web.drawing import Drawing, ids
from workshop.web.entries import part_name
from workshop.web.views import Box, Cell, Option, QuestionView, Row


def amounts(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry, where: str) -> QuestionView:
    """Draw an amount per phase, or a number per channel, with the total."""
    before, after = drawing.unit(question)
    counted = question.type is QuestionType.COUNT
    boxes = tuple(
        replace(
            _amount(drawing, part_name(bare.name, key), f"{where}.{key}", title, entry.cells.get(key, "")),
            prefix=before,
            suffix="" if counted else after,
        )
        for key, title in _lines(drawing, question)
    )
    most = drawing.words("web.question.of", most=str(question.at_most)) if question.at_most else after
    return replace(
        bare,
        kind="amounts",
        boxes=boxes,
        total=_total(drawing, boxes),
        before_total=f"{before} " if before else "",
        after_total=f" {most}" if most else "",
        described=ids(bare, question.help and "uitleg"),
        target=boxes[0].id if boxes else f"{bare.id}-vraag",
        rows_link=_rows_link(drawing, question),
    )


def grid(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw how heavily each channel is used in each phase."""
    lines = tuple(
        Row(part_name(bare.name, row), _row_name(drawing, question, row), _cells(drawing, bare.name, row, entry))
        for row in _rows(drawing, question)
    )
    return replace(
        bare,
        kind="grid",
        levels=tuple(drawing.words(f"web.level.{number}") for number in ("zero", "one", "two", "three")),
        heads=tuple(phase.name for phase in drawing.model.phases),
        rows=lines,
        rows_link=_rows_link(drawing, question),
        described=ids(bare, question.help and "uitleg"),
        target=f"{bare.id}-vraag",
    )


def _lines(drawing: Drawing, question: Question) -> tuple[tuple[str, str], ...]:
    if question.type is QuestionType.DIVISION:
        return tuple((phase.id, phase.name) for phase in drawing.model.phases)
    return tuple((row, _row_name(drawing, question, row)) for row in _rows(drawing, question))


def _amount(drawing: Drawing, name: str, where: str, title: str, value: str) -> Box:
    errors = drawing.errors_at(where)
    described = f"{name}-fout" if errors else ""
    return Box(name, name, value, title, size="s", mode="decimal", described=described, errors=errors)


def _total(drawing: Drawing, boxes: tuple[Box, ...]) -> str:
    language = drawing.words.language
    read = [parse_number(box.value, language) for box in boxes if box.value.strip()]
    known = [Decimal(0) if isinstance(one, Misread) else one for one in read]
    return format_number(sum(known, Decimal(0)), language)


def _cells(drawing: Drawing, name: str, row: str, entry: Entry) -> tuple[Cell, ...]:
    return tuple(
        Cell(cell, phase.name, tuple(Option("", cell, level, level, level == chosen) for level in "0123"))
        for phase in drawing.model.phases
        for cell in [part_name(name, row, phase.id)]
        for chosen in [entry.cells.get(f"{row}{CELL_MARK}{phase.id}", "")]
    )


def _rows(drawing: Drawing, question: Question) -> tuple[str, ...]:
    """Rows to fill in: what was named, or only the ones that are always there while nothing is named yet."""
    if drawing.response.known(question.code) or not _unnamed(drawing, question):
        return rows(question, drawing.questionnaire, drawing.response)
    return question.always


def _unnamed(drawing: Drawing, question: Question) -> str:
    """Return the question that must name the rows first, "" when there is none or it has its answer."""
    named = question.rows_from.partition(".")[0]
    answer = drawing.response.get(named)
    return "" if answer is not None and answer.value else named


def _rows_link(drawing: Drawing, question: Question) -> str:
    named = _unnamed(drawing, question)
    pages = (page for page in drawing.questionnaire.pages if any(one.code == named for one in page.questions))
    page = next(pages, None) if named else None
    return drawing.page_link(page.code) if page else ""


def _row_name(drawing: Drawing, question: Question, row: str) -> str:
    channel, choice = drawing.questionnaire.channel(row), question.choice(row)
    return channel.name if channel else choice.text if choice else row
