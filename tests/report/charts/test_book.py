"""The workbook behind a chart: it opens, it holds the numbers, and it is the same each time."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.report.charts.reading import cells, charts
from tests.report.charts.samples import ALL, RANGE, SPOTS
from workshop.report.charts.book import workbook
from workshop.report.charts.chart import Chart, ChartKind, Series
from workshop.report.charts.figures import MOST_NAMED, written
from workshop.report.charts.sheet import sheet_of

PARTS = {"xl/workbook.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}


@settings(max_examples=80, deadline=None)
@given(charts())
def test_every_part_is_well_formed_and_the_bytes_are_the_same_each_time(chart: Chart) -> None:
    book = workbook(sheet_of(chart))

    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = set(archive.namelist())
        for name in names:
            etree.fromstring(archive.read(name))
    assert names >= PARTS
    assert book == workbook(sheet_of(chart))


def test_names_stand_in_the_first_column_and_series_beside_them() -> None:
    held = cells(workbook(sheet_of(ALL["columns"])))

    assert [held[1, column] for column in (2, 3)] == ["krijgt nu", "verdient"]
    assert [held[row, 1] for row in range(2, 7)] == list(ALL["columns"].categories)
    assert [held[row, 3] for row in range(2, 7)] == ["15", "20", "20", "25", "20"]


def test_a_range_has_its_ends_and_follows_them_by_a_formula() -> None:
    book = workbook(sheet_of(RANGE))
    held = cells(book)

    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert [held[2, column] for column in range(2, 7)] == ["48", "42", "54", "6", "6"]
    assert "<f>MAX(0,B2-C2)</f>" in sheet
    assert "<f>MAX(0,D2-B2)</f>" in sheet


def test_what_is_not_known_is_an_empty_cell() -> None:
    held = cells(workbook(sheet_of(RANGE)))

    assert held[5, 1] == "Gebruiken"
    assert (5, 2) not in held
    assert (5, 5) not in held


def test_spots_have_a_name_and_two_numbers() -> None:
    held = cells(workbook(sheet_of(SPOTS)))

    assert [held[2, column] for column in (1, 2, 3)] == ["Bel elke nieuwe klant na een week", "5", "5"]


def test_text_that_looks_like_an_escape_of_office_stays_as_typed() -> None:
    chart = Chart(ChartKind.BARS, "a", "b", ("_x0041_",), (Series("_x000D_", (Decimal(1),)),))

    assert b"_x005F_x0041_" in zipped(workbook(sheet_of(chart)))


def zipped(book: bytes) -> bytes:
    """All parts after one another."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_a_name_that_is_too_long_is_cut_in_the_chart() -> None:
    chart = Chart(ChartKind.BARS, "a", "b", ("x" * 9000,), (Series("s", (Decimal(1),)),))

    assert len(cells(workbook(sheet_of(chart)))[2, 1]) == MOST_NAMED


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("73"), "73"),
        (Decimal("3.50"), "3.5"),
        (Decimal("-0"), "0"),
        (Decimal(10) / 3, "3.3333333333333335"),
        (Decimal("1e14"), "100000000000000"),
        (Decimal("1e30"), None),
        (Decimal("1e999"), None),
        (Decimal("NaN"), None),
        (None, None),
    ],
)
def test_numbers_are_kept_as_a_workbook_keeps_them(value: Decimal | None, said: str | None) -> None:
    assert written(value) == said


@pytest.mark.parametrize("name", ALL)
def test_the_audit_finds_nothing(name: str, tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    target.write_bytes(workbook(sheet_of(ALL[name])))

    assert [one.description for one in OpenXmlValidator().validate(target).errors] == []


@pytest.mark.word_validator
@pytest.mark.parametrize("name", ["range", "spots"])
def test_microsoft_finds_nothing(name: str, tmp_path: Path, word_validator: Callable[[Path], list[str]]) -> None:
    target = tmp_path / "book.xlsx"
    target.write_bytes(workbook(sheet_of(ALL[name])))

    assert word_validator(target) == []
