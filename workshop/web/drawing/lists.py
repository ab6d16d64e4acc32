"""Questions with a row per phase or channel: amounts to divide, customers to count, and the grid of use."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from workshop.domain.cells import CELL_MARK
from workshop.domain.entry import Entry
from workshop.domain.questionnaire import MONEY, Question, QuestionType, Unit
from workshop.domain.route import rows
from workshop.language.numbers import NBSP, Misread, parse_number, say_number
from workshop.language.tongue import Language
from workshop.web.drawing.context import Drawing, ids
from workshop.web.drawing.echo import echo_when_other, exactly
from workshop.web.drawing.places import row_name
from workshop.web.drawing.views import Box, Cell, Option, QuestionView, Row, Share
from workshop.web.fields.entries import part_name

_WHOLE: Final = {Unit.PERCENT: Decimal(100), Unit.HOURS_PER_WEEK: Decimal(7 * 24)}
"""What there is to divide."""


def amounts(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry, where: str) -> QuestionView:
    """Draw an amount per phase, or a number per channel, with the total."""
    before, after = drawing.unit(question)
    counted = question.type is QuestionType.COUNT
    boxes = tuple(
        replace(
            _amount(drawing, question, (part_name(bare.name, key), f"{where}.{key}"), title, entry.cells.get(key, "")),
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
        total=_written(drawing, question, _total(drawing, boxes)),
        share=_share(drawing, question, _total(drawing, boxes)),
        before_total=f"{before} " if before else "",
        after_total=f" {most}" if most else "",
        described=ids(bare, question.help and "uitleg"),
        target=boxes[0].id if boxes else f"{bare.id}-vraag",
        rows_link=_rows_link(drawing, question),
    )


def grid(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw how heavily each channel is used in each phase."""
    lines = tuple(
        Row(part_name(bare.name, row), row_name(drawing, question, row), _cells(drawing, bare.name, row, entry))
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
    return tuple((row, row_name(drawing, question, row)) for row in _rows(drawing, question))


def _amount(drawing: Drawing, question: Question, place: tuple[str, str], title: str, value: str) -> Box:
    name, where = place
    errors = drawing.errors_at(where)
    read = echo_when_other(drawing, question, value, told=bool(errors))
    described = " ".join(f"{name}-{part}" for part in (errors and "fout", read and "gelezen") if part)
    return Box(name, name, value, title, size="s", mode="decimal", described=described, errors=errors, echo=read)


def _total(drawing: Drawing, boxes: tuple[Box, ...]) -> Decimal:
    read = [parse_number(box.value, drawing.reading) for box in boxes if box.value.strip()]
    return sum((one for one in read if not isinstance(one, Misread)), Decimal(0))


def _written(drawing: Drawing, question: Question, total: Decimal) -> str:
    """Write a total, an amount of money in whole cents."""
    return exactly(total, drawing.words.language, cents=question.unit in MONEY)


def _share(drawing: Drawing, question: Question, total: Decimal) -> Share | None:
    """Tell what is left to divide, where there is a whole: a hundred percent, a week, ten customers."""
    whole = question.at_most if question.unit is None else _WHOLE.get(question.unit)
    if whole is None:
        return None
    kind = "week" if question.unit is Unit.HOURS_PER_WEEK else "left"
    language = drawing.words.language
    unit = ("" if language is Language.EN else NBSP) + "%" if question.unit is Unit.PERCENT else ""
    less, more = (drawing.words(f"web.share.{one}", n=f"{{n}}{unit}") for one in (kind, f"{kind}_over"))
    even = drawing.words(f"web.share.{kind}_even")
    said = less if total < whole else more if total > whole else even
    return Share(str(whole), said.replace("{n}", say_number(abs(whole - total), language)), less, even, more)


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
