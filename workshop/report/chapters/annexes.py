"""The last annexes: formulas and terms, and the sources."""

from workshop.domain.figure import ONE_OFF
from workshop.report.answers import in_line
from workshop.report.chapters.customer_value import falling_churn
from workshop.report.chapters.economics import about, unprinted
from workshop.report.chapters.parts import bullets, label, paragraph
from workshop.report.document import Block, Calculation, Heading
from workshop.report.material import Material
from workshop.report.sources import all_sources, source_name
from workshop.report.spans import Spans, bold, text
from workshop.report.sums import calculation, figure_of

TERMS = ("phase", "touchpoint", "channel", "score", "range", "certainty", "gap", "priority", "balance", "margin")


def concepts(material: Material) -> tuple[Block, ...]:
    """What the words mean, and how the figures are calculated that the report does not work out."""
    words = material.words
    terms = ((*bold(f"{words(f'report.term.{key}.name')}: "), *text(words(f"report.term.{key}.text"))) for key in TERMS)
    return (
        Heading(1, words("report.concepts.title"), "concepts", annex=True),
        bullets(terms),
        *_formulas(material),
    )


def _formulas(material: Material) -> tuple[Block, ...]:
    """The formulas that the chapter on costs and returns does not print, unless they do not fit one-off customers."""
    words, figures, voice = material.words, material.assessment.economics, material.voice
    found = [(spec, figure_of(figures, spec.name)) for spec in unprinted(material)]
    fitting = [(spec, figure) for spec, figure in found if figure.value is not None or figure.note != ONE_OFF.note]
    sums = [calculation(spec, figure, voice, about(material, spec)) for spec, figure in fitting]
    if not sums:
        return falling_churn(material)
    return (
        label(words("report.concepts.sums")),
        bullets(_formula(one) for one in sums),
        *falling_churn(material),
    )


def _formula(one: Calculation) -> Spans:
    """A formula on a line: its name, how it is calculated, the sum, and what to know about it."""
    told = (*text(": "), *bold(one.sum)) if one.sum else ()
    notes = text(f" ({' '.join(one.notes).rstrip('.')})") if one.notes else ()
    return (*bold(one.name), *text(f" = {in_line(one.formula)}"), *told, *notes)


def source_names(material: Material) -> tuple[str, ...]:
    """The names of the texts that the questions, gaps and phases of this report rest on."""
    used = [gap.rule.source for gap in material.fired] + [test.source for test in material.questionnaire.selftests]
    used += [material.assessment.model.source]
    return tuple(dict.fromkeys(source_name(one, material.words) for one in all_sources(used)))


def sources(material: Material) -> tuple[Block, ...]:
    """The texts that the questions and gaps rest on."""
    words, names = material.words, source_names(material)
    if not names:
        return ()
    return (
        Heading(1, words("report.sources.title"), "sources", annex=True),
        paragraph(words("report.sources.introduction")),
        bullets(text(name) for name in names),
    )
