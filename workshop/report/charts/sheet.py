"""The sheet of numbers behind a chart: the same columns fill the workbook and the chart's own copy of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workshop.report.charts.chart import Chart, ChartKind, Series
from workshop.report.charts.figures import named, written

NAME: Final = "Data"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column under its heading, from row 2 on; None is an empty cell, never zero.

    A `formula`, with {row} for the number of the row, keeps a column right when somebody changes another one.
    """

    letter: str
    head: str
    cells: tuple[str | None, ...]
    is_text: bool = False
    formula: str = ""

    @property
    def head_at(self) -> str:
        """Where the heading stands."""
        return f"{NAME}!${self.letter}$1"

    @property
    def cells_at(self) -> str:
        """Where the cells stand."""
        return f"{NAME}!${self.letter}$2:${self.letter}${max(len(self.cells), 1) + 1}"


@dataclass(frozen=True, slots=True)
class SeriesColumns:
    """The columns of one series: its values and, where it has a range, how far that reaches below and above."""

    values: SheetColumn
    ends: tuple[SheetColumn, ...] = ()
    reach: tuple[SheetColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Names in the first column, then the columns of each series; for spots those across and up."""

    names: SheetColumn
    series: tuple[SeriesColumns, ...]

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """All columns from left to right."""
        return (self.names, *(column for one in self.series for column in (one.values, *one.ends, *one.reach)))


def sheet_of(chart: Chart) -> Sheet:
    """The numbers of a chart in columns."""
    letters = iter(_letters())
    if chart.kind is ChartKind.SPOTS:
        names = SheetColumn(next(letters), "", tuple(named(one.name) for one in chart.spots), is_text=True)
        across = SheetColumn(next(letters), named(chart.categories_axis.title), _cells(s.across for s in chart.spots))
        up = SheetColumn(next(letters), named(chart.values.title), _cells(one.up for one in chart.spots))
        return Sheet(names, (SeriesColumns(across), SeriesColumns(up)))
    names = SheetColumn(next(letters), "", tuple(map(named, chart.categories)), is_text=True)
    return Sheet(names, tuple(_series(one, letters) for one in chart.series))


def _series(series: Series, letters: Iterator[str]) -> SeriesColumns:
    name = named(series.name)
    values = SheetColumn(next(letters), name, _cells(series.values))
    if not (series.low and series.high):
        return SeriesColumns(values)
    low = SheetColumn(next(letters), f"{name} (min)", _cells(series.low))
    high = SheetColumn(next(letters), f"{name} (max)", _cells(series.high))
    below = _reach(series.values, series.low, -1)
    above = _reach(series.values, series.high, 1)
    row = "{row}"
    minus = f"MAX(0,{values.letter}{row}-{low.letter}{row})"
    plus = f"MAX(0,{high.letter}{row}-{values.letter}{row})"
    reach = (
        SheetColumn(next(letters), "−", _cells(below), formula=minus),
        SheetColumn(next(letters), "+", _cells(above), formula=plus),
    )
    return SeriesColumns(values, (low, high), reach)


def _reach(values: tuple[Decimal | None, ...], ends: tuple[Decimal, ...], way: int) -> Iterator[Decimal | None]:
    for value, end in zip(values, ends, strict=True):
        yield None if written(value) is None else max(Decimal(0), (end - (value or 0)) * way)


def _cells(values: Iterator[Decimal] | Iterator[Decimal | None] | tuple[Decimal | None, ...]) -> tuple[str | None, ...]:
    return tuple(map(written, values))


def _letters() -> Iterator[str]:
    """The letters of columns: A to Z, AA to ZZ."""
    alphabet = [chr(65 + at) for at in range(26)]
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)
