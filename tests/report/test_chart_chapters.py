"""The charts of a report show the client's own numbers, and say in one sentence what they show."""

from decimal import Decimal

import pytest

from tests import klantreis
from tests.report.builders import material, material_of
from workshop.report.chapters.attention import attention
from workshop.report.chapters.cost_return import cost_return
from workshop.report.chapters.experience import experience
from workshop.report.chapters.field_work import QUESTIONS, blank_template, interview_sheet
from workshop.report.chapters.priorities import priorities
from workshop.report.charts.chart import Chart, ChartKind
from workshop.report.document import Block, Cell, Heading, Table
from workshop.report.material import Material
from workshop.report.pages import Drawing, PageTurn

NBSP = "\u00a0"


def changed(**answers: object) -> Material:
    """The hairdresser with other answers; None takes one away."""
    given = {**klantreis.example("kapsalon"), **answers}
    return material_of(klantreis.response({code: one for code, one in given.items() if one is not None}))


def charts(blocks: tuple[Block, ...]) -> list[Chart]:
    return [block for block in blocks if isinstance(block, Chart)]


def rows(blocks: tuple[Block, ...]) -> list[list[str]]:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [["".join(span.text for span in cell.spans) for cell in row] for row in table.rows]


def test_a_customer_first_costs_money_and_then_brings_it_back() -> None:
    blocks = cost_return(changed())
    (chart,) = charts(blocks)

    saldo = [round(one or Decimal(0), 2) for one in chart.series[0].values]
    assert saldo[:3] == [Decimal("-35.00"), Decimal("103.60"), Decimal("198.10")]
    assert chart.conclusion.replace(NBSP, " ").startswith("Een nieuwe klant kost eerst € 35. Binnen een jaar")
    assert [row[2].replace(NBSP, " ") for row in rows(blocks)][1] == "€ 103,60"


def test_the_balance_after_five_years_is_the_value_minus_the_cost() -> None:
    made = changed()
    sums = made.assessment.economics
    (chart,) = charts(cost_return(made))

    assert sums.clv5.value is not None
    assert sums.acquisition_cost.value is not None
    last = chart.series[0].values[-1]
    assert last is not None
    assert abs(last - (sums.clv5.value - sums.acquisition_cost.value)) < Decimal("1e-20")


def test_a_customer_who_never_earns_himself_back_is_said() -> None:
    (chart,) = charts(cost_return(changed(acquisition_spend=240_000)))

    assert "staat hij nog op" in chart.conclusion


@pytest.mark.parametrize("unknown", ["hours_to_win", "order_value", "margin"])
def test_without_cost_or_margin_there_is_no_balance(unknown: str) -> None:
    assert cost_return(changed(**{unknown: None})) == ()


def test_who_buys_once_has_no_years() -> None:
    assert cost_return(changed(purchase_rhythm="once")) == ()


def test_attention_names_the_phase_that_is_furthest_off() -> None:
    (chart,) = charts(attention(changed()))

    given, target = chart.series
    pairs = zip(given.values, target.values, strict=True)
    off = [abs((one or Decimal(0)) - (other or Decimal(0))) for one, other in pairs]
    assert chart.conclusion.startswith(chart.categories[off.index(max(off))])
    assert sum(one or 0 for one in given.values) == pytest.approx(100, abs=1)


def test_expected_and_experienced_stand_side_by_side_for_each_touchpoint() -> None:
    blocks = experience(changed())
    practical, felt = charts(blocks)

    assert (practical.kind, felt.kind) == (ChartKind.COLUMNS, ChartKind.LINES)
    for at, chart in ((2, practical), (4, felt)):
        for side, series in enumerate(chart.series):
            shown = ["onbekend" if one is None else str(one) for one in series.values]
            assert [row[at + side] for row in rows(blocks)] == shown


def test_the_feeling_says_where_it_drops_most() -> None:
    _, felt = charts(experience(changed()))

    assert "‘Opzoeken wat knippen met twee kinderen kost’: verwacht 3, ervaren 2" in felt.conclusion


def test_without_a_map_there_is_nothing_to_compare() -> None:
    assert experience(changed(touchpoints=None, maps=None)) == ()


def test_one_gap_needs_no_square() -> None:
    made = changed()
    blocks = priorities(made)

    assert [block.kind for block in charts(blocks)] == [ChartKind.SPOTS]
    assert priorities(material("none")) == ()


def test_the_interview_sheet_has_room_for_each_answer() -> None:
    (table,) = (block for block in interview_sheet(changed()) if isinstance(block, Table))

    assert len(table.rows) == len(QUESTIONS)
    assert all(isinstance(row[1], Cell) and row[1].fill_in for row in table.rows)
    assert interview_sheet(material("none")) == ()


def test_the_empty_map_lies_on_a_page_of_its_own() -> None:
    first, title, drawing, last = blank_template(changed())

    assert (first, last) == (PageTurn(wide=True), PageTurn(wide=False))
    assert isinstance(title, Heading)
    assert isinstance(drawing, Drawing)
    assert "Bewustwording" in drawing.pictures[0].description
