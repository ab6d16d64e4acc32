"""Sheets to take along: five questions for a talk with a customer, and an empty journey map."""

from typing import Final

from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.document import Block, Cell, Column, Heading, Table
from workshop.report.map.blank import blank_picture
from workshop.report.material import Material
from workshop.report.pages import Drawing, PageTurn

QUESTIONS: Final = ("start", "search", "choice", "after", "again")
"""What to ask a customer: from the first thought to coming back."""
BESIDE_TITLE: Final = (1120.0, 670.0)
"""Width and height of an empty map on a lying page, under its title."""


def interview_sheet(material: Material) -> tuple[Block, ...]:
    """Five questions to ask a customer, with room to write down what he says; nothing without answers."""
    if not material.answered:
        return ()
    words = material.words
    columns = (
        Column(words("field_work.column.question"), width=5),
        Column(words("field_work.column.said"), width=6),
    )
    rows = tuple(
        (cell(words(f"field_work.question.{key}")), Cell(fill_in=words("field_work.said", number=str(number))))
        for number, key in enumerate(QUESTIONS, start=1)
    )
    return (
        Heading(1, words("field_work.interview.title"), "interview", annex=True),
        paragraph(words("field_work.interview.introduction")),
        Table(columns, rows, words("field_work.interview.caption"), words("field_work.interview.summary"), tall=True),
        note(words("field_work.interview.note")),
    )


def blank_template(material: Material) -> tuple[Block, ...]:
    """An empty map of this model on a lying page, to fill in by hand; nothing without answers: no model was chosen."""
    if not material.answered:
        return ()
    words = material.words
    drawn = blank_picture(material.assessment.model, words, BESIDE_TITLE, questions=False)
    return (
        PageTurn(wide=True),
        Heading(1, words("field_work.blank.title"), "blank-map", annex=True),
        Drawing((drawn,), words("field_work.blank.caption", model=material.assessment.model.name)),
        PageTurn(wide=False),
    )
