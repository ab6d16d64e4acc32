"""The front page and the page after it: contents and how to read the report."""

from workshop.language.dates import format_date
from workshop.report.chapters.parts import bullets, label
from workshop.report.document import Block, Contents, Cover, Document, PageBreak
from workshop.report.material import Material
from workshop.report.spans import text

MOST_ENTRIES = 38


def cover(material: Material) -> tuple[Block, ...]:
    """The front page."""
    words = material.words
    return (
        Cover(
            title=words("report.title"),
            subtitle=words("report.subtitle"),
            client=material.client or words("report.cover.no_client"),
            facts=tuple((words(f"report.cover.{key}"), value) for key, value in _facts(material) if value),
            phases=tuple(phase.name for phase in material.assessment.model.phases),
        ),
        PageBreak(),
    )


def contents(material: Material, document: Document) -> tuple[Block, ...]:
    """The list of contents and the reading guide; a long list names chapters only."""
    words = material.words
    both = sum(1 for block in document.blocks if getattr(block, "level", 9) <= 2)
    guide = (text(words(f"report.guide.{key}")) for key in ("score", "certainty", "estimate", "unknown"))
    return (
        Contents(words("report.contents"), 2 if both <= MOST_ENTRIES else 1),
        label(words("report.guide.title")),
        bullets(guide),
        PageBreak(),
    )


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    words, measured = material.words, material.assessment.measured
    count = words.plural("report.cover.answers", len(material.answered))
    based = (
        count
        if measured is None
        else words("report.cover.answers_measured", answers=count, measured=material.voice.percent(measured, 0))
    )
    questionnaire = words(
        "report.cover.version", title=material.questionnaire.title, version=material.questionnaire.version
    )
    return (
        ("made_on", format_date(material.made_on, words.language)),
        ("model", material.assessment.model.name),
        ("based_on", based),
        ("questionnaire", questionnaire),
        ("adviser", material.author),
        ("made_with", f"{words('report.author')} {material.version}" if material.version else ""),
    )
