"""Stel dat: the same sums with one thing different, for a starter with a retention that nobody knows yet."""

from decimal import Decimal

from workshop.domain.scenarios import Scenario, starter_scenarios
from workshop.domain.sensitivity import Change, Variation, sensitivity
from workshop.report.chapters.parts import cell, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Material


def scenarios(material: Material) -> tuple[Block, ...]:
    """Three worked examples for a business without customers of a year ago; nothing for any other."""
    found = starter_scenarios(material.assessment.economics)
    if not found:
        return ()
    words = material.words
    ratio = found[0].ratio is not None
    names = ("retention", "clv5", *(("ratio",) if ratio else ()))
    columns = tuple(Column(words(f"report.scenario.{one}"), ColumnKind.NUMBER) for one in names)
    rows = tuple(_row(material, one) for one in found)
    title, summary = words("report.scenario.title"), words("report.scenario.summary")
    return (
        Heading(2, title, "economics-scenarios"),
        paragraph(words("report.scenario.introduction")),
        Table(columns, rows, words("report.scenario.caption"), summary),
    )


def _row(material: Material, scenario: Scenario) -> tuple[Cell, ...]:
    voice = material.voice
    stay = material.words("report.scenario.in_ten", n=voice.number(scenario.retention * 10, 0))
    cells = (cell(stay), cell(voice.money(scenario.clv5, 2)))
    return (*cells, cell(voice.money(scenario.ratio, 2))) if scenario.ratio is not None else cells


def variations(material: Material) -> tuple[Block, ...]:
    """What value, cost and return become when one thing changes; nothing when nothing can be varied."""
    found, words = sensitivity(material.assessment.economics), material.words
    if not found.variations:
        return ()
    names = [name for name, value in found.now.figures.items() if value is not None]
    columns = [Column(words("report.sensitivity.change"), width=25)]
    columns += [Column(words(f"report.sensitivity.{name}"), ColumnKind.NUMBER, 12) for name in names]
    compared = [(words("report.sensitivity.now"), found.now)]
    compared += [(_said(material, one), one.outlook) for one in found.variations]
    rows = tuple(
        (cell(said), *(_cell(material, outlook.figures[name], outlook.less(found.now)[name]) for name in names))
        for said, outlook in compared
    )
    caption, summary = words("report.sensitivity.caption"), words("report.sensitivity.summary")
    return (
        Heading(2, words("report.sensitivity.title"), "economics-sensitivity"),
        paragraph(words("report.sensitivity.introduction")),
        Table(tuple(columns), rows, caption, summary),
    )


def _said(material: Material, one: Variation) -> str:
    """Say what changes: "5 meer van elke 100 klanten blijven", "je prijs gaat 5 % omhoog", "15 minuten minder"."""
    size, voice = abs(one.step), material.voice
    match one.change:
        case Change.RETENTION:
            by = voice.number(size * 100, 1)
        case Change.PRICE:
            by = voice.percent(size)
        case Change.HOURS:
            by = voice.number(size * 60, 0)
    return material.words(f"report.sensitivity.{one.change}.{'more' if one.step > 0 else 'less'}", by=by)


def _cell(material: Material, value: Decimal | None, difference: Decimal | None) -> Cell:
    """An amount with how much it differs from now, where it does."""
    if value is None:
        return cell("")
    shown = material.voice.money(value, 2)
    if difference is None or not round(difference, 2):
        return cell(shown)
    by = f"{'+' if difference > 0 else '−'}{material.voice.money(abs(difference), 2)}"
    return cell(material.words("report.sensitivity.differs", value=shown, difference=by))
