"""Plan 30/60/90 dagen: at most nine actions with an owner, a date and a measure, the first one today."""

from datetime import timedelta
from typing import Final

from workshop.language.dates import format_date
from workshop.report.chapters.parts import cell, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, Spans, text

MOST_ACTIONS: Final = 9
HORIZONS: Final = (30, 60, 90)


def plan(material: Material) -> tuple[Block, ...]:
    """One table, the first step of today on top; nothing without a gap to close."""
    chosen = _chosen(material)
    if not chosen:
        return ()
    words = material.words
    widths = (("when", 4), ("action", 10), ("owner", 3), ("date", 3), ("measure", 8))
    columns = tuple(
        Column(words(f"report.column.{key}"), ColumnKind.TEXT if at else ColumnKind.WORDS, width)
        for at, (key, width) in enumerate(widths)
    )
    rows = (*_today(material, chosen), *(row for days in HORIZONS for row in _within(material, days, chosen)))
    return (
        Heading(1, words("report.plan.title"), "plan"),
        paragraph(words("report.plan.introduction")),
        Table(columns, rows, words("report.plan.caption"), words("report.plan.summary")),
    )


def horizon(gap: Gap) -> int:
    """How many days an action gets: easy ones thirty, harder ones sixty, projects ninety."""
    if gap.finding.ease >= 4:
        return 30
    return 60 if gap.finding.ease == 3 else 90


def _chosen(material: Material) -> tuple[Gap, ...]:
    """The three priorities first, then the other gaps by priority, up to nine; one action per rule and phase."""
    found: dict[tuple[str, str], Gap] = {}
    for gap in (*material.top, *material.fired):
        if gap.rule.advice.strip():
            found.setdefault(gap.key, gap)
    return tuple(found.values())[:MOST_ACTIONS]


def _today(material: Material, chosen: tuple[Gap, ...]) -> tuple[tuple[Cell, ...], ...]:
    first = next((gap for gap in chosen if gap.first_step), None)
    if first is None:
        return ()
    today = material.words("report.plan.today")
    step = _because(first.line(first.rule.first_step), first)
    return ((cell(today), step, *_fields(material, today), cell("")),)


def _within(material: Material, days: int, chosen: tuple[Gap, ...]) -> list[tuple[Cell, ...]]:
    words = material.words
    until = format_date(material.made_on + timedelta(days=days), words.language)
    when = (words("report.plan.until", days=str(days), date=until), words("report.plan.within", days=str(days)))
    own = [gap for gap in chosen if horizon(gap) == days]
    return [
        (
            cell(when[number > 1]),
            _because(gap.action, gap),
            *_fields(material, words("report.plan.action", number=str(number), days=str(days))),
            Cell(gap.measure or text("–")),
        )
        for number, gap in enumerate(own, start=1)
    ]


def _because(said: Spans, gap: Gap) -> Cell:
    """What to do, with the number of the gap that asks for it."""
    return Cell((*said, *text(" "), Span(gap.finding.id, link=f"#{gap.link}")))


def _fields(material: Material, about: str) -> tuple[Cell, Cell]:
    owner, date = material.words("report.form.owner"), material.words("report.form.date")
    return Cell(fill_in=f"{owner}, {about}"), Cell(fill_in=f"{date}, {about}")
