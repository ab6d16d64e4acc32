"""The last annexes: gaps that another one covers, formulas and terms, and the sources."""

from workshop.domain.finding import FindingStatus
from workshop.report.chapters.economics import unprinted
from workshop.report.chapters.parts import bullets, cell, paragraph
from workshop.report.document import Block, Calculations, Column, Heading, Table
from workshop.report.material import Material
from workshop.report.sources import all_sources, source_name
from workshop.report.spans import bold, text
from workshop.report.sums import calculation, figure_of

TERMS = ("phase", "touchpoint", "channel", "score", "range", "certainty", "gap", "priority", "balance", "margin")


def covered(material: Material) -> tuple[Block, ...]:
    """Gaps that a graver one covers: still visible, so that nothing is lost."""
    hidden = material.with_status(FindingStatus.ABSORBED)
    if not hidden:
        return ()
    words = material.words
    rows = []
    for gap in hidden:
        rows.append((cell(f"{gap.finding.id} {gap.title}"), cell(material.named(gap.finding.absorbed_by))))
    columns = (Column(words("report.column.gap")), Column(words("report.column.covered_by")))
    return (
        Heading(1, words("report.covered.title"), "covered", annex=True),
        paragraph(words("report.covered.introduction")),
        Table(columns, tuple(rows), words("report.covered.caption"), words("report.covered.summary")),
    )


def concepts(material: Material) -> tuple[Block, ...]:
    """What the words mean, and how the figures are calculated that the report does not work out."""
    words = material.words
    terms = ((*bold(f"{words(f'report.term.{key}.name')}: "), *text(words(f"report.term.{key}.text"))) for key in TERMS)
    return (
        Heading(1, words("report.concepts.title"), "concepts", annex=True),
        Heading(2, words("report.concepts.terms"), "concepts-terms"),
        bullets(terms),
        *_formulas(material),
    )


def _formulas(material: Material) -> tuple[Block, ...]:
    """The formulas that the chapter on costs and returns does not print, with the sum when we know it."""
    words, figures = material.words, material.assessment.economics
    sums = [calculation(spec, figure_of(figures, spec.name), material.voice) for spec in unprinted(material)]
    known, unknown = tuple(one for one in sums if one.sum), [one for one in sums if not one.sum]
    figure, formula, value = (words(f"report.column.{key}") for key in ("figure", "formula", "value"))
    blocks: list[Block] = [Heading(2, words("report.concepts.formulas"), "concepts-formulas")] if sums else []
    if known:
        caption, summary = words("report.concepts.sums_caption"), words("report.concepts.sums_summary")
        blocks.append(Calculations((figure, formula, value), known, caption, summary))
    if unknown:
        rows = tuple((cell(one.name), cell(one.formula)) for one in unknown)
        columns = (Column(figure, width=2), Column(formula, width=5))
        blocks.append(Table(columns, rows, words("report.concepts.caption"), words("report.concepts.summary")))
    return tuple(blocks)


def sources(material: Material) -> tuple[Block, ...]:
    """The texts that the questions and gaps rest on."""
    words = material.words
    used = [gap.rule.source for gap in material.fired] + [test.source for test in material.questionnaire.selftests]
    used += [material.assessment.model.source]
    names = dict.fromkeys(source_name(one, words) for one in all_sources(used))
    if not names:
        return ()
    return (
        Heading(1, words("report.sources.title"), "sources", annex=True),
        paragraph(words("report.sources.introduction")),
        bullets(text(name) for name in names),
    )
