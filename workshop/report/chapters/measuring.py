"""Meetplan: one number per phase, with what it is now, of which day, and where to find it."""

from typing import Final

from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.chapters.said import per_phase, phase_names, silent_phases, told
from workshop.report.document import Block, Column, Heading, Table
from workshop.report.material import Material

_FIELDS: Final = (("kpi", 6), ("kpi_value", 4), ("kpi_on", 4), ("kpi_source", 4))


def measuring_plan(material: Material) -> tuple[Block, ...]:
    """A row per phase that has a number; the other phases are named."""
    words, question = material.words, material.questionnaire.question("phase_checks")
    told_of = per_phase(material, "phase_checks") if question else ()
    cells = [(one, [told(material, question, one.item, code) for code, _ in _FIELDS]) for one in told_of if question]
    chosen = [(one, row) for one, row in cells if any(row)]
    if not chosen:
        return ()
    columns = (
        Column(words("report.column.phase"), width=4),
        *(Column(words(f"chapter.column.{code}"), width=width) for code, width in _FIELDS),
    )
    rows = tuple((cell(phase_names(material, one)), *(cell(part) for part in row)) for one, row in chosen)
    rest = silent_phases(material, [one for one, _ in chosen])
    return (
        Heading(1, words("chapter.measuring.title"), "measuring-plan"),
        paragraph(words("chapter.measuring.introduction")),
        Table(columns, rows, words("chapter.measuring.caption"), words("chapter.measuring.summary")),
        *((note(words("chapter.measuring.rest", phases=rest)),) if rest else ()),
    )
