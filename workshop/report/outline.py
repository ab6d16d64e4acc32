"""The outline of the advice report: which chapters there are and in what order."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from workshop.domain.response import Length
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
from workshop.report.chapters.field_work import blank_template, interview_sheet
from workshop.report.chapters.gaps import gaps
from workshop.report.chapters.glance import glance
from workshop.report.chapters.journey_map import journey_map, map_tables
from workshop.report.chapters.measuring import measuring_plan
from workshop.report.chapters.own import foreword, left_out
from workshop.report.chapters.plan import plan
from workshop.report.chapters.priorities import priorities
from workshop.report.chapters.rules_annex import rules_annex
from workshop.report.chapters.scope import scope
from workshop.report.chapters.session_notes import session_notes
from workshop.report.chapters.six_questions import six_questions
from workshop.report.chapters.unknowns import not_known
from workshop.report.chapters.words import messages
from workshop.report.document import Block, Document, Labels, Origin, PageBreak
from workshop.report.hand import rewritten
from workshop.report.material import Detail, Material
from workshop.report.pages import PageTurn
from workshop.report.passages import editable

Chapter = Callable[[Material], tuple[Block, ...]]

__all__ = ["Material", "outline", "result", "result_blocks"]

RESULT = (
    *(glance, guide, scope, journey_map, customers, six_questions, messages),
    *(attention, channels, after_purchase, economics, gaps, priorities),
)
"""What the result page on screen shows: the chapters of the report up to and including the priorities."""
CHAPTERS = (*RESULT, plan, measuring_plan, not_known, session_notes, closing)
ANNEXES = (map_tables, do_dont, interview_sheet, blank_template, all_answers, rules_annex, concepts, sources)
ADVICE = (
    *(glance, journey_map, customers, six_questions, attention, channels, economics),
    *(gaps, priorities, plan, measuring_plan, not_known, session_notes, closing),
)
"""The chapters of a full session that is read from front to back; the others repeat what the client said."""
SHORTLY = (*(glance, six_questions, attention, channels, economics), *(gaps, plan, not_known, session_notes, closing))
"""The chapters of a quick scan: what a client acts on, in a few pages."""


def outline(material: Material, *, annexes: bool = True, work: bool = False) -> Document:
    """Make the report; a chapter appears only when it has something to say.

    Without `annexes` it stays short enough to be read: a quick scan four or five pages, a full session ten to
    fourteen.
    """
    if not annexes:
        quick = material.assessment.response.length is Length.QUICK
        material = replace(material, detail=Detail.SHORT if quick else Detail.ADVICE)
    closing_list = left_out(material) if work else ()
    blocks = (*cover(material), *foreword(material), *_pages(material), *closing_list)
    return rewritten(_document(material, blocks), material.hand.texts)


def result(material: Material) -> Document:
    """Make what the result page on screen shows: the same blocks as the report, without cover and annexes."""
    made = _document(material, result_blocks(material))
    return replace(rewritten(made, material.hand.texts), numbered=False)


def result_blocks(material: Material) -> tuple[Block, ...]:
    """The blocks of the result page."""
    return tuple(block for chapter in RESULT for block in chapter(material))


def chapters(material: Material) -> tuple[Chapter, ...]:
    """The chapters and annexes of a report, by how much it tells."""
    match material.detail:
        case Detail.SHORT:
            return SHORTLY
        case Detail.ADVICE:
            return ADVICE
        case Detail.WHOLE:
            return (*CHAPTERS, *ANNEXES)


def _pages(material: Material) -> Iterator[Block]:
    """All chapters; what follows the one-page advice starts on a new page, and so does the first annex."""
    advice, *others = ((chapter, chapter(material)) for chapter in chapters(material))
    yield from advice[1]
    told = [(chapter in ANNEXES, blocks) for chapter, blocks in others if blocks]
    for number, (annex, blocks) in enumerate(told):
        first = number == 0 or (annex and not told[number - 1][0])
        if first and not isinstance(blocks[0], PageTurn):
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
        blocks=tuple(editable(blocks)),
        keywords=tuple(words("report.keywords").split(", ")),
        origin=Origin(
            material.version,
            material.questionnaire.id,
            str(material.questionnaire.version),
            material.assessment.model.id,
            material.detail.value,
        ),
        details=(
            ("questionnaire", material.questionnaire.title),
            ("model", material.assessment.model.name),
            ("version", material.version),
            ("adviser", material.author),
            ("office", material.office),
        ),
    )


def chapter_names() -> tuple[str, ...]:
    """Return the names of all chapters and annexes: what coverage.csv may point to."""
    return tuple(one.__name__ for one in (cover, *CHAPTERS, *ANNEXES))
