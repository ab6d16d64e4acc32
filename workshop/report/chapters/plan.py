"""Plan 30/60/90 dagen: at most nine actions with an owner, a date and a measure, the first one today."""

from datetime import timedelta
from typing import Final

from workshop.language.dates import format_date
from workshop.report.chapters.parts import paragraph
from workshop.report.document import Block, Cell, Column, Heading, Table
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, bold, text

MOST_ACTIONS: Final = 9
HORIZONS: Final = (30, 60, 90)


def plan(material: Material) -> tuple[Block, ...]:
    """A table per horizon; nothing without a gap to close."""
    chosen = _chosen(material)
    if not chosen:
        return ()
    words = material.words
    tables = [_table(material, days, [gap for gap in chosen if horizon(gap) == days]) for days in HORIZONS]
    return (
        Heading(1, words("report.plan.title"), "plan"),
        paragraph(words("report.plan.introduction")),
        *_today(material, chosen),
        *(block for blocks in tables for block in blocks),
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


def _today(material: Material, chosen: tuple[Gap, ...]) -> tuple[Block, ...]:
    first = next((gap for gap in chosen if gap.first_step), None)
    if first is None:
        return ()
    words = material.words
    row = (
        Cell(first.line(first.rule.first_step)),
        _why(first),
        *_fields(material, words("report.plan.today")),
    )
    columns = _columns(material)[:4]
    return (
        Heading(2, words("report.plan.today"), "plan-today"),
        Table(columns, (row,), words("report.plan.today_caption"), words("report.plan.today_summary")),
    )


def _table(material: Material, days: int, chosen: list[Gap]) -> tuple[Block, ...]:
    if not chosen:
        return ()
    words = material.words
    until = format_date(material.made_on + timedelta(days=days), words.language)
    rows = tuple(
        (
            Cell(gap.action),
            _why(gap),
            *_fields(material, words("report.plan.action", number=str(number), days=str(days))),
            Cell(gap.measure or text("–")),
        )
        for number, gap in enumerate(chosen, start=1)
    )
    caption = words("report.plan.caption", days=str(days))
    return (
        Heading(2, words("report.plan.horizon", days=str(days), date=until), f"plan-{days}"),
        Table(_columns(material), rows, caption, words("report.plan.summary", days=str(days))),
    )


def _columns(material: Material) -> tuple[Column, ...]:
    words = material.words
    widths = (("action", 7), ("why", 5), ("owner", 3), ("date", 3), ("measure", 6))
    return tuple(Column(words(f"report.column.{key}"), width=width) for key, width in widths)


def _why(gap: Gap) -> Cell:
    return Cell((*bold(f"{gap.finding.id} "), Span(gap.title, link=f"#{gap.anchor}")))


def _fields(material: Material, about: str) -> tuple[Cell, Cell]:
    owner, date = material.words("report.form.owner"), material.words("report.form.date")
    return Cell(fill_in=f"{owner}, {about}"), Cell(fill_in=f"{date}, {about}")
