"""Charts of any shape, and reading a chart part back."""

import io
import zipfile
from decimal import Decimal

from hypothesis import strategies as st
from lxml import etree

from tests.report.chart_reader import C, Cells, place
from tests.report.word_reader import Element
from workshop.report.charts.chart import Axis, Chart, ChartKind, NumberForm, Role, Series, Spot

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = (
    *("a & b <i>", '"q"', "👩‍👩‍👧 naïef", "\u202egnirts\u202c עברית", "_x0041_", "", "x" * 400, "a\nb\tc\x00"),
    *("woord " * 20, "]]>", "&amp;"),
)
NAMES = st.sampled_from(HOSTILE) | st.text(max_size=30)
VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)
HUGE = st.sampled_from([Decimal("1e300"), Decimal("-1e300"), Decimal("1e-300"), Decimal("1e400")])


@st.composite
def a_series(draw: st.DrawFn, count: int, ranged: bool) -> Series:
    values = draw(st.lists(st.none() | VALUES | HUGE, min_size=count, max_size=count))
    known = [Decimal(0) if one is None else one for one in values]
    spread = draw(st.integers(0, 50))
    low = tuple(one - spread for one in known) if ranged else ()
    high = tuple(one + spread for one in known) if ranged else ()
    return Series(draw(NAMES), tuple(values), draw(st.sampled_from(Role)), low, high)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """A chart of any kind with 0, 1, a few or 40 categories or spots."""
    kind, form = draw(st.sampled_from(ChartKind)), draw(st.sampled_from(NumberForm))
    axis = draw(st.sampled_from([Axis(), Axis("1 tot 5 & <meer>", Decimal(1), Decimal(5)), Axis(least=Decimal(0))]))
    count = draw(st.sampled_from([0, 1, 2, 5, 40]))
    said = {"caption": draw(NAMES), "conclusion": "Dit zegt de grafiek in een zin.", "form": form, "values": axis}
    if kind is ChartKind.SPOTS:
        ends = st.integers(-2, 9).map(Decimal)
        spots = draw(st.lists(st.builds(Spot, NAMES, ends, ends), min_size=count, max_size=count))
        return Chart(kind, spots=tuple(spots), categories_axis=axis, **said)
    names = tuple(draw(st.lists(NAMES, min_size=count, max_size=count)))
    ranged = kind is ChartKind.RANGE and draw(st.booleans())
    series = tuple(draw(a_series(count, ranged)) for _ in range(draw(st.integers(1, 4))))
    return Chart(kind, categories=names, series=series, **said)


def cells(book: bytes) -> Cells:
    """The cells of a workbook by row and column, as text."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        strings = ["".join(map(str, one.itertext())) for one in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found: Cells = {}
    for cell in sheet.iter(f"{_SHEET}c"):
        value = cell.findtext(f"{_SHEET}v") or ""
        found[place(cell.get("r", ""))] = strings[int(value)] if cell.get("t") == "s" else value
    return found


def points(parent: Element | None) -> dict[int, str]:
    """The points of a copy by number."""
    assert parent is not None
    return {int(one.get("idx", "")): one.findtext(f"{C}v") or "" for one in parent.iter(f"{C}pt")}


def values_of(chart: Element) -> list[dict[int, str]]:
    """The numbers of each series."""
    return [points(one) for tag in ("xVal", "yVal", "val") for one in chart.iter(f"{C}{tag}")]
