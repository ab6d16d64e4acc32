"""Stel dat: what a customer of a starter is worth when three, five or seven in ten come back."""

from workshop.domain.scenarios import Scenario, starter_scenarios
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
