"""Wanneer een klant gaat verdienen: what a customer cost and brought in so far, at the start and after each year."""

from decimal import Decimal
from itertools import accumulate

from workshop.domain.formulas import YEARS
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.charts.chart import Chart, ChartKind, NumberForm, Role, Series
from workshop.report.document import Block, Column, ColumnKind, Heading, Table
from workshop.report.material import Material
from workshop.report.sums import yearly_amounts


def cost_return(material: Material) -> tuple[Block, ...]:
    """A chart of the balance of one customer with its table; nothing while cost or yearly margin is not known."""
    steps = _steps(material)
    if not steps:
        return ()
    words = material.words
    return (
        Heading(2, words("chart.cost_return.title"), "economics-years"),
        paragraph(words("chart.cost_return.introduction")),
        _chart(material, tuple(accumulate(steps))),
        _table(material, steps),
        note(words("chart.cost_return.note")),
    )


def _steps(material: Material) -> tuple[Decimal, ...]:
    """Minus the cost of winning a customer, then what each of five years adds; () when one is not known."""
    sums = material.assessment.economics
    years = tuple(yearly_amounts(sums.clv5.inputs).values()) if sums.clv5.value is not None else ()
    cost = sums.acquisition_cost.value
    return (-cost, *years) if cost is not None and len(years) == YEARS else ()


def _moments(material: Material) -> tuple[str, ...]:
    words = material.words
    after = (words("chart.cost_return.year", year=str(year)) for year in range(1, YEARS + 1))
    return (words("chart.cost_return.now"), *after)


def _chart(material: Material, saldo: tuple[Decimal, ...]) -> Chart:
    words = material.words
    series = Series(words("chart.cost_return.saldo"), saldo, Role.MAIN)
    caption, moments = words("chart.cost_return.caption"), _moments(material)
    return Chart(ChartKind.COLUMNS, caption, _conclusion(material, saldo), moments, (series,), form=NumberForm.EURO)


def _conclusion(material: Material, saldo: tuple[Decimal, ...]) -> str:
    """When a customer is in the black, or that five years are not enough."""
    words, voice = material.words, material.voice
    said = {"cost": voice.money(abs(saldo[0]), 0), "end": voice.money(saldo[-1], 0)}
    if saldo[0] == 0:
        return words("chart.cost_return.at_once", end=said["end"])
    year = next((at for at, one in enumerate(saldo) if one > 0), None)
    if year is None:
        return words("chart.cost_return.never", **said)
    return words("chart.cost_return.conclusion", year=str(year), **said)


def _signed(material: Material, amount: Decimal) -> str:
    return f"{'−' if amount < 0 else ''}{material.voice.money(abs(amount), 2)}"


def _table(material: Material, steps: tuple[Decimal, ...]) -> Table:
    words = material.words
    columns = (
        Column(words("chart.cost_return.column.moment"), width=3),
        Column(words("chart.cost_return.column.added"), ColumnKind.NUMBER, 2),
        Column(words("chart.cost_return.column.saldo"), ColumnKind.NUMBER, 2),
    )
    amounts = zip(_moments(material), steps, accumulate(steps), strict=True)
    rows = tuple(
        (cell(what), cell(_signed(material, step)), cell(_signed(material, whole))) for what, step, whole in amounts
    )
    return Table(columns, rows, words("chart.cost_return.table"), words("chart.cost_return.summary"), narrow=True)
