"""Wel doen, niet doen: what a customer needs in each phase of the model, and what helps or hurts there (source 004)."""

from typing import Final

from workshop.domain.journey import Phase
from workshop.domain.response import Length
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.document import Block, Cell, Column, Heading, Table
from workshop.report.material import Material
from workshop.report.spans import Spans, bold, text

DO: Final = "+"
DO_NOT: Final = "–"
"""Signs that keep one tip apart from the next, also in black and white."""


def do_dont(material: Material) -> tuple[Block, ...]:
    """A row per phase that says something; nothing in a quick scan, nor without answers: then no model was chosen."""
    phases = [one for one in material.assessment.model.phases if one.do or one.do_not or _has_need(one)]
    if not phases or not material.answered or material.assessment.response.length is Length.QUICK:
        return ()
    words, model = material.words, material.assessment.model
    columns = (
        Column(words("report.column.phase"), width=4),
        Column(words("chapter.column.needs"), width=7),
        Column(words("chapter.column.do"), width=7),
        Column(words("chapter.column.do_not"), width=6),
    )
    rows = tuple(_row(material, phase) for phase in phases)
    outside = [words(f"block.{block}") for block in model.outside]
    return (
        Heading(1, words("chapter.do_dont.title"), "do-dont", annex=True),
        paragraph(words("chapter.do_dont.introduction", model=model.name)),
        Table(columns, rows, words("chapter.do_dont.caption"), words("chapter.do_dont.summary")),
        *((note(words("chapter.do_dont.outside", blocks=words.join(outside))),) if outside else ()),
    )


def _has_need(phase: Phase) -> bool:
    return bool(phase.functional_need or phase.emotional_need)


def _row(material: Material, phase: Phase) -> tuple[Cell, ...]:
    return (
        cell(phase.name),
        Cell(_needs(material, phase) or text("–")),
        cell("\n".join(f"{DO} {one}" for one in phase.do)),
        cell("\n".join(f"{DO_NOT} {one}" for one in phase.do_not)),
    )


def _needs(material: Material, phase: Phase) -> Spans:
    named = (("functional", phase.functional_need), ("emotional", phase.emotional_need))
    parts = [(*bold(f"{material.words(f'chapter.do_dont.{key}')}: "), *text(need)) for key, need in named if need]
    return tuple(span for at, part in enumerate(parts) for span in (*(text("\n") if at else ()), *part))
