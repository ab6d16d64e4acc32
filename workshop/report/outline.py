"""The outline of the advice report: which chapters there are and in what order."""

from collections.abc import Iterator
from dataclasses import replace

from workshop.report.chapters.annex_answers import all_answers
from workshop.report.chapters.annexes import concepts, covered, sources
from workshop.report.chapters.attention import attention
from workshop.report.chapters.cover import cover, guide
from workshop.report.chapters.economics import economics
from workshop.report.chapters.gaps import gaps
from workshop.report.chapters.glance import glance
from workshop.report.chapters.plan import plan
from workshop.report.chapters.six_questions import six_questions
from workshop.report.chapters.unknowns import not_known, to_check
from workshop.report.document import Block, Document, Labels, PageBreak
from workshop.report.material import Material

__all__ = ["Material", "outline", "result", "result_blocks"]

CHAPTERS = (glance, guide, six_questions, attention, economics, gaps, plan, to_check, not_known)
NEW_PAGE = frozenset({guide, all_answers})
"""What starts on a new page: that which follows the one-page advice, and the first annex."""
ANNEXES = (all_answers, covered, concepts, sources)
RESULT = (glance, guide, six_questions, attention, economics, gaps)


def outline(material: Material) -> Document:
    """Make the whole report; a chapter appears only when it has something to say."""
    return _document(material, (*cover(material), *_pages(material)))


def result(material: Material) -> Document:
    """Make what the result page on screen shows: the same blocks as the report, without cover and annexes."""
    return replace(_document(material, result_blocks(material)), numbered=False)


def result_blocks(material: Material) -> tuple[Block, ...]:
    """The blocks of the result page."""
    return tuple(block for chapter in RESULT for block in chapter(material))


def _pages(material: Material) -> Iterator[Block]:
    for chapter in (*CHAPTERS, *ANNEXES):
        blocks = chapter(material)
        if blocks and chapter in NEW_PAGE:
            yield PageBreak()
        yield from blocks


def _document(material: Material, blocks: tuple[Block, ...]) -> Document:
    words = material.words
    return Document(
        title=words("report.title"),
        language=words.language.value,
        client=material.client,
        subject=words("report.subject", questionnaire=material.questionnaire.title),
        made_on=material.made_on,
        author=material.author or words("report.author"),
        labels=Labels(
            table=words("report.label.table"),
            figure=words("report.label.figure"),
            annex=words("report.label.annex"),
            page=words("report.label.page"),
            of=words("report.label.of"),
        ),
        blocks=blocks,
        keywords=tuple(words("report.keywords").split(", ")),
    )
