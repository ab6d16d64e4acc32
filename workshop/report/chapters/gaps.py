"""Gaten: what is wrong, why it matters, what to do, and on which answers that rests."""

from typing import Final

from workshop.domain.questionnaire import Question
from workshop.report.chapters.economics import effect_words
from workshop.report.chapters.focus import looked_at
from workshop.report.chapters.parts import cell, labelled, note, paragraph
from workshop.report.chapters.said import BETWEEN
from workshop.report.document import (
    Block,
    Callout,
    CalloutKind,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Paragraph,
    ParagraphStyle,
    Quote,
    Simple,
    Table,
    Tone,
)
from workshop.report.material import Gap, Material
from workshop.report.sources import source_name
from workshop.report.spans import Span, bold, text

_TONES: Final = {1: Tone.NONE, 2: Tone.GOOD, 3: Tone.BUILDING, 4: Tone.FRAGILE}
MOST_PRIORITY: Final = "25"


def gaps(material: Material) -> tuple[Block, ...]:
    """The table of all gaps, and the most urgent ones in full."""
    found = material.fired
    if not found:
        return ()
    words = material.words
    return (
        Heading(1, words("report.gaps.title"), "gaps"),
        paragraph(_introduction(material)),
        _table(material, found),
        *(block for gap in material.detailed for block in gap_in_full(gap)),
    )


def _introduction(material: Material) -> str:
    """How many gaps there are, and that the less urgent ones have but a line."""
    words, found, told = material.words, len(material.fired), len(material.detailed)
    said = words.plural("report.gaps.introduction", found)
    return said if found == told else f"{said} {words('report.gaps.most_urgent', told=str(told))}"


def severity_cell(gap: Gap) -> Cell:
    """The severity in words, with its tone."""
    grade = min(4, max(1, gap.finding.severity))
    return cell(gap.material.words(f"report.severity.s{grade}"), _TONES[grade])


def _table(material: Material, found: tuple[Gap, ...]) -> Table:
    words = material.words
    with_effect = any(gap.finding.effect is not None for gap in found)
    columns = [
        Column(words("report.column.gap"), width=11),
        Column(words("report.column.phase"), width=4),
        Column(words("report.column.severity"), ColumnKind.WORDS, 3),
        Column(words("report.column.priority"), ColumnKind.NUMBER, 3),
    ]
    columns += [Column(words("report.column.effect"), ColumnKind.NUMBER, 4)] if with_effect else []
    rows = tuple(_row(gap)[: len(columns)] for gap in found)
    return Table(tuple(columns), rows, words("report.gaps.caption"), words("report.gaps.summary"))


def _row(gap: Gap) -> tuple[Cell, ...]:
    finding, material = gap.finding, gap.material
    phase = material.voice.phase(finding.phase) if finding.phase else material.words("report.gaps.whole_business")
    return (
        _named(gap),
        cell(phase),
        severity_cell(gap),
        cell(str(finding.priority or "")),
        cell(effect_words(material, finding.effect)),
    )


def _named(gap: Gap) -> Cell:
    """The number and the title; below a gap that is not told in full what to do first."""
    title = (*text(f"{gap.finding.id} "), Span(gap.title, link=f"#{gap.link}"))
    if gap.link == gap.anchor:
        return Cell(title)
    first = gap.first_step or gap.action
    return Cell((*text(f"{gap.finding.id} {gap.title}"), *text("\n"), *first))


def gap_in_full(gap: Gap) -> tuple[Block, ...]:
    """One gap: what we see, why it matters, advice, first step, how to measure, and its reasons."""
    return (
        Heading(2, gap.title, gap.anchor),
        Paragraph(text(_facts(gap)), ParagraphStyle.NOTE),
        *gap.prose(gap.rule.explanation),
        *_also(gap),
        *_estimate(gap),
        *_ground(gap),
        *_advice(gap),
        *_reasons(gap),
    )


def _facts(gap: Gap) -> str:
    words, finding = gap.material.words, gap.finding
    severity = words(f"report.severity.s{min(4, max(1, finding.severity))}")
    facts = [finding.id, words("report.gaps.severity", severity=severity)]
    facts.append(words("report.gaps.priority", priority=str(finding.priority or "–"), most=MOST_PRIORITY))
    facts.append(words("report.gaps.ease", ease=words(f"report.ease.e{min(5, max(1, finding.ease))}")))
    if finding.phase:
        facts.append(words("report.gaps.phase", phase=gap.material.voice.phase(finding.phase)))
    if finding.effect is not None:
        facts.append(words("report.gaps.effect", effect=effect_words(gap.material, finding.effect)))
    return " · ".join(facts)


def _also(gap: Gap) -> tuple[Block, ...]:
    return (paragraph(gap.material.words("report.gaps.also", places=gap.also)),) if gap.also else ()


def _estimate(gap: Gap) -> tuple[Block, ...]:
    if not gap.finding.estimate:
        return ()
    return (note(gap.material.words(f"report.gaps.estimate.{'lighter' if gap.rule.numeric else 'only'}")),)


def _ground(gap: Gap) -> tuple[Block, ...]:
    words = gap.material.words
    source = source_name(gap.finding.source or gap.rule.source, words)
    if gap.rule.quote.strip():
        return (Quote(gap.rule.quote.strip(), source),)
    return (note(words("report.gaps.source", source=source)),) if source else ()


def _advice(gap: Gap) -> tuple[Block, ...]:
    words, rule = gap.material.words, gap.rule
    blocks: list[Simple] = list(gap.prose(rule.advice))
    if rule.first_step.strip():
        blocks.append(labelled(words("report.gaps.first_step"), gap.line(rule.first_step)))
    if rule.measure.strip():
        blocks.append(labelled(words("report.gaps.measure"), gap.line(rule.measure)))
    return (Callout(CalloutKind.GOOD, words("report.gaps.advice"), tuple(blocks)),) if blocks else ()


def _reasons(gap: Gap) -> tuple[Block, ...]:
    material = gap.material
    questions = material.questions(gap.finding.evidence)
    if not questions:
        return ()
    lines = [
        (*text(f"{BETWEEN if at else ' '}{one.title} "), *bold(_given(gap, one))) for at, one in enumerate(questions)
    ]
    spans = (*bold(material.words("report.gaps.because")), *(span for line in lines for span in line))
    return (Paragraph(spans, ParagraphStyle.NOTE),)


def _given(gap: Gap, question: Question) -> str:
    material = gap.material
    answer = material.assessment.response.get(question.code)
    evidence = material.voice.evidence(answer.evidence if answer else None)
    given = looked_at(gap, question, answer) or material.answer(question)
    return f"{given} ({evidence})" if evidence else given
