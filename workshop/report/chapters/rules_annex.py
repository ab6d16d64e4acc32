"""Regels en grenzen: the numbers that the rules of this report compare with, and which gaps fall under another."""

from collections.abc import Iterator
from typing import Final

from workshop.domain.finding import FindingStatus, Threshold
from workshop.report.chapters.after_purchase import limits_shown
from workshop.report.chapters.parts import bullets, cell, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Material
from workshop.report.sources import source_name
from workshop.report.spans import Spans, text

OWN_CHOICE: Final = "own choice"


def rules_annex(material: Material) -> tuple[Block, ...]:
    """Which gaps fall under another one, and the limits that count in this report."""
    covered, limits = tuple(_covered(material)), _limits(material)
    if not (covered or limits):
        return ()
    words = material.words
    return (
        Heading(1, words("chapter.rules.title"), "rules", annex=True),
        *limits,
        *((paragraph(words("chapter.rules.covered")), bullets(covered)) if covered else ()),
    )


def _covered(material: Material) -> Iterator[Spans]:
    """The gaps that vanish when a greater one is closed, each once."""
    first = {gap.key: gap for gap in reversed(material.with_status(FindingStatus.ABSORBED))}
    for gap in reversed(first.values()):
        said = material.words("chapter.rules.absorbed", gap=material.named(gap.finding.absorbed_by))
        yield text(f"{gap.finding.id} {gap.title}: {said}")


def _limits(material: Material) -> tuple[Block, ...]:
    """The limits that the gaps and strong points of this report were compared with."""
    compared = _compared(material)
    shown = [one for one in material.rules.thresholds if one.code in compared]
    if not shown:
        return ()
    words = material.words
    columns = (
        Column(words("chapter.column.limit_name"), width=5),
        Column(words("chapter.column.value"), ColumnKind.NUMBER, 2),
        Column(words("chapter.column.source"), width=5),
    )
    rows = tuple(_limit(material, one) for one in shown)
    return (
        paragraph(words("chapter.rules.limits_introduction")),
        Table(columns, rows, words("chapter.rules.limits_caption"), words("chapter.rules.limits_summary")),
    )


def _compared(material: Material) -> frozenset[str]:
    found = (FindingStatus.FIRED, FindingStatus.ABSORBED)
    rules = [gap.rule for status in found for gap in material.with_status(status)]
    asked = [one.when.names for rule in rules for one in rule.severity_when if one.when is not None]
    asked += [rule.when.names for rule in rules]
    asked += [strong.rule.when.names for strong in material.strengths]
    return limits_shown(material).union(*asked)


def _limit(material: Material, limit: Threshold) -> tuple[Cell, ...]:
    voice, words = material.voice, material.words
    match limit.kind:
        case "percent":
            value = voice.percent(limit.value)
        case "money":
            value = voice.money(limit.value)
        case _:
            value = voice.number(limit.value)
    own = limit.source.strip().lower() == OWN_CHOICE
    source = words("chapter.rules.own_choice") if own else source_name(limit.source, words)
    return cell(limit.title), cell(value), cell(source)
