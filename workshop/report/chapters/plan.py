"""Plan 30/60/90 dagen: at most nine actions with an owner, a date and a measure, the first one today."""

from datetime import timedelta
from typing import Final

from workshop.domain.hand import Horizon, Task
from workshop.language.dates import format_date
from workshop.report.chapters.own import own_actions, task_cells
from workshop.report.chapters.parts import cell, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Gap, Material
from workshop.report.spans import Span, Spans, text

MOST_ACTIONS: Final = 9
HORIZONS: Final = (30, 60, 90)


def plan(material: Material) -> tuple[Block, ...]:
    """One table, the first step of today on top; nothing without a gap to close."""
    chosen = _chosen(material)
    if not (chosen or material.hand.actions):
        return ()
    words = material.words
    widths = _widths(material)
    columns = tuple(
        Column(words(f"report.column.{key}"), ColumnKind.TEXT if at else ColumnKind.WORDS, width)
        for at, (key, width) in enumerate(widths)
    )
    today = words("report.plan.today")
    first = (*_today(material, chosen), *own_actions(material, Horizon.TODAY, (today, today)))
    rows = (*first, *(row for days in HORIZONS for row in _within(material, days, chosen)))
    return (
        Heading(1, words("report.plan.title"), "plan"),
        paragraph(words("report.plan.introduction")),
        Table(columns, rows, words("report.plan.caption"), words("report.plan.summary")),
    )


def _widths(material: Material) -> tuple[tuple[str, int], ...]:
    """The columns with their widths: owner and date take more room once a name and a day stand there."""
    if material.hand.tasks or material.hand.actions:
        return (("when", 10), ("action", 22), ("owner", 8), ("date", 10), ("measure", 15))
    return (("when", 10), ("action", 26), ("owner", 6), ("date", 6), ("measure", 17))


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
    most = len(material.top) if material.short else MOST_ACTIONS
    room = max(len(material.top), most - len(material.hand.actions))
    return tuple(found.values())[:room]


def _today(material: Material, chosen: tuple[Gap, ...]) -> tuple[tuple[Cell, ...], ...]:
    first = next((gap for gap in chosen if gap.first_step), None)
    if first is None:
        return ()
    today = material.words("report.plan.today")
    step = _because(first.step, first)
    return ((cell(today), step, *task_cells(material, Task(first.task.owner), today), cell("")),)


def _within(material: Material, days: int, chosen: tuple[Gap, ...]) -> list[tuple[Cell, ...]]:
    words = material.words
    until = format_date(material.made_on + timedelta(days=days), words.language)
    when = (words("report.plan.until", days=str(days), date=until), words("report.plan.within", days=str(days)))
    due = [gap for gap in chosen if horizon(gap) == days]
    rows: list[tuple[Cell, ...]] = [
        (
            cell(when[number > 1]),
            _because(gap.action, gap),
            *_fields(material, gap, words("report.plan.action", number=str(number), days=str(days))),
            Cell(gap.measure or text("–")),
        )
        for number, gap in enumerate(due, start=1)
    ]
    return [*rows, *own_actions(material, Horizon(str(days)), (when[bool(due)], when[1]))]


def _because(said: Spans, gap: Gap) -> Cell:
    """What to do, with the number of the gap that asks for it."""
    return Cell((*said, *text(" "), Span(gap.finding.id, link=f"#{gap.link}")))


def _fields(material: Material, gap: Gap, about: str) -> tuple[Cell, Cell]:
    return task_cells(material, gap.task, about, gap.anchor.replace("gap", "plan", 1))
