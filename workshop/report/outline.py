"""The outline of the advice report: which chapters there are and in what order."""

from collections.abc import Iterator
from dataclasses import replace

from workshop.report.chapters.after_purchase import after_purchase
from workshop.report.chapters.annex_answers import all_answers
from workshop.report.chapters.annexes import concepts, sources
from workshop.report.chapters.attention import attention
from workshop.report.chapters.channels import channels
from workshop.report.chapters.closing import closing
from workshop.report.chapters.cover import cover, guide
from workshop.report.chapters.customers import customers
from workshop.report.chapters.do_dont import do_dont
from workshop.report.chapters.economics import economics
from workshop.report.chapters.gaps import gaps
from workshop.report.chapters.glance import glance
from workshop.report.chapters.journey_map import journey_map, map_tables
from workshop.report.chapters.measuring import measuring_plan
from workshop.report.chapters.plan import plan
from workshop.report.chapters.rules_annex import rules_annex
from workshop.report.chapters.scope import scope
from workshop.report.chapters.six_questions import six_questions
from workshop.report.chapters.unknowns import not_known
from workshop.report.chapters.words import messages
from workshop.report.document import Block, Document, Labels, PageBreak
from workshop.report.material import Material

__all__ = ["Material", "outline", "result", "result_blocks"]

RESULT = (
    *(glance, guide, scope, customers, six_questions, journey_map, messages),
    *(attention, channels, after_purchase, economics, gaps),
)
"""What the result page on screen shows: the chapters of the report up to and including the gaps."""
CHAPTERS = (*RESULT, plan, measuring_plan, not_known, closing)
ANNEXES = (map_tables, do_dont, all_answers, rules_annex, concepts, sources)
SHORT = (sources,)
"""The annexes that every report has."""


def outline(material: Material, *, annexes: bool = True) -> Document:
    """Make the report; a chapter appears only when it has something to say.

    Without `annexes` only those that a reader of the advice needs: it stays short enough to be read.
    """
    return _document(material, (*cover(material), *_pages(material, annexes=annexes)))


def result(material: Material) -> Document:
    """Make what the result page on screen shows: the same blocks as the report, without cover and annexes."""
    return replace(_document(material, result_blocks(material)), numbered=False)


def result_blocks(material: Material) -> tuple[Block, ...]:
    """The blocks of the result page."""
    return tuple(block for chapter in RESULT for block in chapter(material))


def _pages(material: Material, *, annexes: bool) -> Iterator[Block]:
    """All chapters; what follows the one-page advice starts on a new page, and so does the first annex."""
    started = False
    for chapter in (*CHAPTERS, *(ANNEXES if annexes else SHORT)):
        blocks = chapter(material)
        first = chapter in ANNEXES and not started and bool(blocks)
        started = started or first
        if first or (blocks and chapter is guide):
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


def chapter_names() -> tuple[str, ...]:
    """Return the names of all chapters and annexes: what coverage.csv may point to."""
    return tuple(one.__name__ for one in (cover, *CHAPTERS, *ANNEXES))
