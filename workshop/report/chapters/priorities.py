"""Prioriteiten: the gaps by how much they matter and how easy they are to close."""

from decimal import Decimal
from typing import Final

from workshop.report.chapters.economics import effect_words
from workshop.report.chapters.parts import cell, paragraph
from workshop.report.charts.chart import Axis, Chart, ChartKind, Spot
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, text

LEAST: Final = 2
"""From so many gaps on there is something to choose between."""
GRADES: Final = (Decimal(1), Decimal(5))


def priorities(material: Material) -> tuple[Block, ...]:
    """A square of weight against ease, from two gaps on, and the table of all gaps."""
    found = material.fired
    if not found:
        return ()
    words = material.words
    return (
        Heading(1, words("chart.priorities.title"), "priorities"),
        paragraph(words("chart.priorities.introduction")),
        *(_chart(material, found) if len(found) >= LEAST else ()),
        _table(material, found),
    )


def _chart(material: Material, found: tuple[Gap, ...]) -> tuple[Chart, ...]:
    words = material.words
    spots = tuple(Spot(one.finding.id, Decimal(one.finding.ease), Decimal(one.finding.impact)) for one in found)
    first = max(found, key=lambda gap: (gap.finding.priority or 0, gap.finding.impact))
    square = Chart(
        ChartKind.SPOTS,
        words("chart.priorities.caption"),
        words("chart.priorities.conclusion", count=str(len(found)), first=first.title.rstrip(".")),
        spots=spots,
        values=Axis(words("chart.priorities.up"), *GRADES),
        categories_axis=Axis(words("chart.priorities.across"), *GRADES),
    )
    return (square,)


def _table(material: Material, found: tuple[Gap, ...]) -> Table:
    """All gaps by priority, with what they are worth on the client's own numbers where that is known."""
    words = material.words
    with_effect = any(gap.finding.effect is not None for gap in found)
    columns = [
        Column(words("report.column.gap"), width=13),
        Column(words("report.column.phase"), width=5),
        Column(words("chart.priorities.column.weight"), ColumnKind.NUMBER, 3),
        Column(words("chart.priorities.column.ease"), ColumnKind.NUMBER, 3),
        Column(words("report.column.priority"), ColumnKind.NUMBER, 3),
    ]
    columns += [Column(words("report.column.effect"), ColumnKind.NUMBER, 5)] if with_effect else []
    rows = tuple(_row(gap)[: len(columns)] for gap in found)
    caption = words("hand.report.order_caption" if material.hand.moves else "report.gaps.caption")
    return Table(tuple(columns), rows, caption, words("chart.priorities.summary"))


def _row(gap: Gap) -> tuple[Cell, ...]:
    finding, material = gap.finding, gap.material
    phase = material.voice.phase(finding.phase) if finding.phase else material.words("report.gaps.whole_business")
    numbers = (finding.impact, finding.ease, finding.priority or "–")
    return (
        Cell((*text(f"{finding.id} "), Span(gap.title, link=f"#{gap.link}"))),
        cell(phase),
        *(cell(str(one)) for one in numbers),
        cell(effect_words(material, finding.effect)),
    )
