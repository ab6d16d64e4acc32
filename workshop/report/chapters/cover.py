"""The front page with the list of contents, and how to read the report."""

from workshop.domain.answer import Evidence
from workshop.language.dates import format_date
from workshop.report.chapters.parts import label, note
from workshop.report.document import Block, Contents, Cover, PageBreak
from workshop.report.material import Material


def cover(material: Material) -> tuple[Block, ...]:
    """The front page: title, details, and the chapters below them."""
    words = material.words
    return (
        Cover(
            title=words("report.title"),
            subtitle=words("report.subtitle"),
            client=material.client or words("report.cover.no_client"),
            facts=tuple((words(f"report.cover.{key}"), value) for key, value in _facts(material) if value),
            phases=tuple(phase.name for phase in material.assessment.model.phases),
        ),
        Contents(words("report.contents")),
        *(() if material.whole else _how_to_read(material)),
        PageBreak(),
    )


def guide(material: Material) -> tuple[Block, ...]:
    """How to read the report, right after the advice where the contents leave the front page no room for it."""
    return _how_to_read(material) if material.whole else ()


def _how_to_read(material: Material) -> tuple[Block, ...]:
    words = material.words
    lines = (words(f"report.guide.{key}") for key in ("score", "certainty", "estimate", "unknown"))
    return (label(words("report.guide.title")), note(" ".join(lines)))


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    words = material.words
    count = words.plural("report.cover.answers", len(material.answered))
    measured = sum(one.evidence is Evidence.MEASURED for one in material.answered)
    based = words("report.cover.answers_measured", answers=count, measured=str(measured)) if measured else count
    questionnaire = words(
        "report.cover.version", title=material.questionnaire.title, version=material.questionnaire.version
    )
    return (
        ("made_on", format_date(material.made_on, words.language)),
        ("model", material.assessment.model.name),
        ("based_on", based),
        ("questionnaire", questionnaire),
        ("adviser", ", ".join(filter(None, (material.author, material.office)))),
        ("made_with", f"{words('report.author')} {material.version}" if material.version else ""),
    )
