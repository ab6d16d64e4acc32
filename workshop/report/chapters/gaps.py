"""Gaten: what is wrong, why it matters, what to do, and on which answers that rests."""

from dataclasses import replace
from typing import Final

from workshop.domain.questionnaire import Question
from workshop.language.numbers import NBSP
from workshop.report.chapters.economics import effect_words
from workshop.report.chapters.focus import looked_at
from workshop.report.chapters.own import own_findings
from workshop.report.chapters.parts import bullets, cell, labelled, note, paragraph
from workshop.report.chapters.said import BETWEEN
from workshop.report.document import (
    Block,
    Cell,
    Heading,
    Paragraph,
    ParagraphStyle,
    Passage,
    Quote,
    Simple,
    Tone,
)
from workshop.report.material import Gap, Material
from workshop.report.sources import source_name
from workshop.report.spans import Spans, bold, text

_TONES: Final = {1: Tone.NONE, 2: Tone.GOOD, 3: Tone.BUILDING, 4: Tone.FRAGILE}
MOST_PRIORITY: Final = "25"


def gaps(material: Material) -> tuple[Block, ...]:
    """The most urgent gaps in full, and of the others what to do first."""
    found, own = material.fired, own_findings(material)
    if not (found or own):
        return ()
    words = material.words
    return (
        Heading(1, words("report.gaps.title"), "gaps"),
        *((paragraph(_introduction(material)),) if found else ()),
        *(block for gap in material.detailed for block in gap_in_full(gap)),
        *_others(material),
        *own,
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


def _others(material: Material) -> tuple[Block, ...]:
    """The gaps that are not told in full, each with what to do first."""
    told = {gap.key for gap in material.detailed}
    rest = [gap for gap in material.fired if gap.key not in told]
    if not rest:
        return ()
    lines = ((*bold(f"{gap.title.rstrip('.')}. "), *(gap.first_step or gap.action)) for gap in rest)
    return (Heading(2, material.words("report.gaps.others"), "gaps-others"), bullets(lines))


def gap_in_full(gap: Gap) -> tuple[Block, ...]:
    """One gap: what we see, why it matters, advice, first step, how to measure, and its reasons."""
    words, title = gap.material.words, gap.title.rstrip(".")
    seen = (*gap.prose(gap.rule.explanation), *_also(gap), *_estimate(gap))
    return (
        Heading(2, gap.title, gap.anchor),
        Paragraph(text(_facts(gap)), ParagraphStyle.NOTE),
        Passage(f"{gap.anchor}.see", words("report.gaps.passage.see", gap=title), seen, comment(gap)),
        *_ground(gap),
        *_advice(gap),
        *_reasons(gap),
    )


def comment(gap: Gap) -> str:
    """Where a gap comes from, for the working copy: the answers, the rule and the text behind it."""
    words, material = gap.material.words, gap.material
    reasons = (f"{one.title} {given(gap, one)}" for one in material.questions(gap.finding.evidence))
    source = source_name(gap.finding.source or gap.rule.source, words)
    answers = "; ".join(reasons)
    return words("report.gaps.comment", rule=gap.finding.id, answers=answers or "–", source=source or "–")


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


def _also(gap: Gap) -> tuple[Simple, ...]:
    return (paragraph(gap.material.words("report.gaps.also", places=gap.also)),) if gap.also else ()


def _estimate(gap: Gap) -> tuple[Simple, ...]:
    if not gap.finding.estimate:
        return ()
    return (note(gap.material.words(f"report.gaps.estimate.{'lighter' if gap.rule.numeric else 'only'}")),)


def _ground(gap: Gap) -> tuple[Block, ...]:
    words = gap.material.words
    source = source_name(gap.finding.source or gap.rule.source, words)
    if gap.rule.quote.strip():
        return (Quote(gap.rule.quote.strip(), source if gap.material.whole else _short(source)),)
    return (note(words("report.gaps.source", source=source)),) if source else ()


def _short(source: str) -> str:
    """The number of a source, on one line; its title stands at the end of the report."""
    return source.split(":")[0].replace(" ", NBSP)


def _advice(gap: Gap) -> tuple[Block, ...]:
    """What to do, the first step and how to measure: plain paragraphs that a consultant can edit."""
    words, rule = gap.material.words, gap.rule
    blocks: list[Simple] = [_beside(one) for one in gap.prose(rule.advice)]
    if blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = _labelled(words("report.gaps.advice"), blocks[0].spans)
    if rule.first_step.strip() and not gap.material.short:
        blocks.append(_labelled(words("report.gaps.first_step"), gap.line(rule.first_step)))
    if rule.measure.strip() and gap.material.whole:
        blocks.append(_labelled(words("report.gaps.measure"), gap.line(rule.measure)))
    name = words("report.gaps.passage.advice", gap=gap.title.rstrip("."))
    return (Passage(f"{gap.anchor}.advice", name, tuple(blocks), comment(gap)),) if blocks else ()


def _beside(block: Simple) -> Simple:
    return replace(block, style=ParagraphStyle.ADVICE) if isinstance(block, Paragraph) else block


def _labelled(words: str, spans: Spans) -> Paragraph:
    return replace(labelled(words, spans), style=ParagraphStyle.ADVICE)


def _reasons(gap: Gap) -> tuple[Block, ...]:
    material = gap.material
    questions = material.questions(gap.finding.evidence)
    if not questions:
        return ()
    lines = [
        (*text(f"{BETWEEN if at else ' '}{one.title} "), *bold(given(gap, one))) for at, one in enumerate(questions)
    ]
    spans = (*bold(material.words("report.gaps.because")), *(span for line in lines for span in line))
    return (Paragraph(spans, ParagraphStyle.NOTE),)


def given(gap: Gap, question: Question) -> str:
    """What was answered to a question that a gap rests on, and what that answer rests on."""
    material = gap.material
    answer = material.assessment.response.get(question.code)
    evidence = material.voice.evidence(answer.evidence if answer else None)
    given = looked_at(gap, question, answer) or material.answer(question)
    return f"{given} ({evidence})" if evidence else given
