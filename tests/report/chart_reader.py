"""Reading the charts of a Word file back: what each shows, and what the workbook behind it holds."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lxml import etree

from tests.report.opened import BODY, Opened
from tests.report.word_reader import Element, text
from workshop.report.word.xml import R, W

C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RANGE: Final = re.compile(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
_NUMBER: Final = re.compile(r"\d[\d.,\u00a0\u202f]*")
Cells = dict[tuple[int, int], str]


def chart_faults(opened: Opened) -> Iterator[str]:
    """What is wrong with the charts: no workbook, other numbers in it, or numbers that the table beside lacks."""
    from tests.report.criteria_layout import beside

    relations = opened.related(BODY)
    for chart in opened.body.iter(f"{C}chart"):
        part = f"word/{relations[chart.get(f'{R}id', '')][1]}"
        book = workbook(opened, part)
        if book is None:
            yield f"{part} has no workbook"
            continue
        yield from (f"{part}: {what}" for what in _other_numbers(opened.tree(part), book))
        table = beside(opened, next(chart.iterancestors(f"{W}p")))
        cells = [] if table is None else list(table.iter(f"{W}tc"))
        shown = [number for cell in cells for number in _numbers(text(cell))]
        missing = [one for one in _values(opened.tree(part)) if not any(_shows(number, one) for number in shown)]
        if missing:
            yield f"{part}: the table beside it lacks {', '.join(map(str, missing[:3]))}"


def workbook(opened: Opened, part: str) -> Cells | None:
    """The cells of the workbook behind a chart, by row and column from 1."""
    outside = opened.tree(part).find(f"{C}externalData")
    if outside is None:
        return None
    kind, target, _ = opened.related(part).get(outside.get(f"{R}id", ""), ("", "", False))
    name = posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
    if kind != "package" or name not in opened.parts:
        return None
    with zipfile.ZipFile(io.BytesIO(opened.parts[name])) as archive:
        strings = [text_of(one) for one in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {place(cell.get("r", "")): _content(cell, strings) for cell in sheet.iter(f"{_SHEET}c")}


def text_of(element: Element) -> str:
    """All text in an element."""
    return "".join(str(piece) for piece in element.itertext())


def place(reference: str) -> tuple[int, int]:
    """A cell as row and column: "B2" is (2, 2)."""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def _content(cell: Element, strings: list[str]) -> str:
    found = cell.find(f"{_SHEET}v")
    if found is None:
        return text_of(cell)
    return strings[int(found.text or "0")] if cell.get("t") == "s" else found.text or ""


def _other_numbers(chart: Element, book: Cells) -> Iterator[str]:
    for reference in chart.iter(f"{C}f"):
        found = _RANGE.search((reference.text or "").rpartition("!")[2])
        if found is None:
            yield f"an unknown range {reference.text}"
            continue
        first, last = place(found[1] + found[2]), place((found[3] or found[1]) + (found[4] or found[2]))
        cells = [
            book.get((row, column), "")
            for row in range(first[0], last[0] + 1)
            for column in range(first[1], last[1] + 1)
        ]
        points = reference.itersiblings()
        cached = {int(one.get("idx", "0")): one.findtext(f"{C}v") or "" for two in points for one in two.iter(f"{C}pt")}
        for at, cell in enumerate(cells):
            if not _same(cell, cached.get(at, "")):
                yield f"{reference.text} holds “{cell}” where the chart shows “{cached.get(at, '')}”"


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except ArithmeticError:
        return False


def _values(chart: Element) -> Iterator[Decimal]:
    for series in chart.iter(f"{C}ser"):
        for kind in ("val", "yVal"):
            for value in series.iterfind(f"{C}{kind}//{C}v"):
                yield Decimal(value.text or "0")


def _numbers(words: str) -> list[Decimal]:
    """The numbers in a cell, whatever its language; a minus stands before a number or its euro sign."""
    bare = (re.sub(r"[\u00a0\u202f]|[.,](?=\d{3}(\D|$))", "", one).rstrip(".,") for one in _NUMBER.findall(words))
    return [Decimal(one.replace(",", ".")) for one in bare]


def _shows(number: Decimal, value: Decimal) -> bool:
    """Tell whether a table shows a value: to the last digit that it gives; its sign may be in words."""
    digits = -int(number.as_tuple().exponent)
    return abs(number - abs(value)) <= Decimal("0.51").scaleb(-digits)
