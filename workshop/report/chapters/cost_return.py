"""Wanneer een klant gaat verdienen: what a customer cost and brought in so far, at the start and after each year."""

from decimal import Decimal
from itertools import accumulate

from workshop.domain.economics import Economics
from workshop.domain.formulas import YEARS
from workshop.language.messages import Words
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.charts.chart import Chart, ChartKind, NumberForm, Role, Series
from workshop.report.document import Block, Column, ColumnKind, Heading, Table
from workshop.report.material import Material
from workshop.report.sums import yearly_amounts
from workshop.report.voice import Voice


def cost_return(material: Material) -> tuple[Block, ...]:
    """A chart of the balance of one customer with its table; nothing while cost or yearly margin is not known."""
    added = steps(material.assessment.economics)
    if not added:
        return ()
    words = material.words
    return (
        Heading(2, words("chart.cost_return.title"), "economics-years"),
        paragraph(words("chart.cost_return.introduction")),
        _chart(material, tuple(accumulate(added))),
        _table(material, added),
        note(words("chart.cost_return.note")),
    )


def steps(sums: Economics) -> tuple[Decimal, ...]:
    """Minus the cost of winning a customer, then what each of five years adds, in euros; () when one is not known."""
    years = tuple(yearly_amounts(sums.clv5.inputs).values()) if sums.clv5.value is not None else ()
    cost = sums.acquisition_cost.value
    return (-cost, *years) if cost is not None and len(years) == YEARS else ()


def moments(words: Words) -> tuple[str, ...]:
    """The start and the end of each of five years, by name."""
    after = (words("chart.cost_return.year", year=str(year)) for year in range(1, YEARS + 1))
    return (words("chart.cost_return.now"), *after)


def _chart(material: Material, saldo: tuple[Decimal, ...]) -> Chart:
    words = material.words
    series = Series(words("chart.cost_return.saldo"), saldo, Role.MAIN)
    caption, said = words("chart.cost_return.caption"), conclusion(material.voice, saldo)
    return Chart(ChartKind.COLUMNS, caption, said, moments(words), (series,), form=NumberForm.EURO)


def conclusion(voice: Voice, saldo: tuple[Decimal, ...]) -> str:
    """When a customer is in the black, or that five years are not enough."""
    words = voice.words
    said = {"cost": voice.money(abs(saldo[0]), 0), "end": voice.money(saldo[-1], 0)}
    if saldo[0] == 0:
        return words("chart.cost_return.at_once", end=said["end"])
    year = next((at for at, one in enumerate(saldo) if one > 0), None)
    if year is None:
        return words("chart.cost_return.never", **said)
    if year == 1:
        return words("chart.cost_return.first_year", **said)
    return words("chart.cost_return.conclusion", year=str(year), **said)


def _table(material: Material, added: tuple[Decimal, ...]) -> Table:
    words = material.words
    columns = (
        Column(words("chart.cost_return.column.moment"), width=3),
        Column(words("chart.cost_return.column.added"), ColumnKind.NUMBER, 2),
        Column(words("chart.cost_return.column.saldo"), ColumnKind.NUMBER, 2),
    )
    amounts = zip(moments(material.words), added, accumulate(added), strict=True)
    rows = tuple(
        (cell(what), cell(material.voice.money(step, 2)), cell(material.voice.money(whole, 2)))
        for what, step, whole in amounts
    )
    return Table(columns, rows, words("chart.cost_return.table"), words("chart.cost_return.summary"), narrow=True)
