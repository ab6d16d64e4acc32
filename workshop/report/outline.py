"""The outline of the advice report: which chapters there are and in what order."""

from dataclasses import replace

from workshop.report.chapters.annex_answers import all_answers
from workshop.report.chapters.annexes import concepts, covered, sources
from workshop.report.chapters.attention import attention
from workshop.report.chapters.cover import contents, cover
from workshop.report.chapters.economics import economics
from workshop.report.chapters.gaps import gaps
from workshop.report.chapters.glance import glance
from workshop.report.chapters.plan import plan
from workshop.report.chapters.six_questions import six_questions
from workshop.report.chapters.unknowns import not_known, to_check
from workshop.report.document import Block, Document, Heading, Labels, PageBreak
from workshop.report.material import Material

__all__ = ["Material", "outline", "result", "result_blocks"]

CHAPTERS = (glance, six_questions, attention, economics, gaps, plan, to_check, not_known)
NEW_PAGE = frozenset({"six-questions", "answers"})
"""Chapters that start on a new page: after the one-page summary, and the first annex."""
ANNEXES = (all_answers, covered, concepts, sources)
RESULT = (glance, six_questions, attention, economics, gaps)


def outline(material: Material) -> Document:
    """Make the whole report; a chapter appears only when it has something to say."""
    blocks = tuple(block for chapter in (*CHAPTERS, *ANNEXES) for block in chapter(material))
    blocks = tuple(block for one in blocks for block in ((PageBreak(), one) if _starts_page(one) else (one,)))
    document = _document(material, blocks)
    return replace(document, blocks=(*cover(material), *contents(material, document), *blocks))


def result(material: Material) -> Document:
    """Make what the result page on screen shows: the same blocks as the report, without cover and annexes."""
    return replace(_document(material, result_blocks(material)), numbered=False)


def result_blocks(material: Material) -> tuple[Block, ...]:
    """The blocks of the result page."""
    return tuple(block for chapter in RESULT for block in chapter(material))


def _starts_page(block: Block) -> bool:
    return isinstance(block, Heading) and block.id in NEW_PAGE


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
