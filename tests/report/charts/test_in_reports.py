"""Charts in the report: native in Word, as pictures where asked, on a page and as words; judged by outsiders."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image

from tests.report.builders import TEMPLATE, document
from tests.report.charts.samples import ALL, MONEY, RANGE, SPOTS, numbers
from tests.report.word_reader import Element, find, members, part, style, text
from workshop.report.charts.chart import Chart, ChartKind, Series
from workshop.report.document import Document
from workshop.report.html import to_html, to_page
from workshop.report.pages import PageTurn
from workshop.report.plain import to_markdown
from workshop.report.word.looks import TEXT_WIDTH
from workshop.report.word.template import pack
from workshop.report.word.writer import to_docx

INLINE = "//wp:inline"
UNKNOWN = Chart(ChartKind.COLUMNS, "Leeg", "Het cijfer is van geen fase bekend.", ("a",), (Series("s", (None,)),))


def every_kind() -> Document:
    """A document with a chart of every kind."""
    return document(*ALL.values())


@cache
def file(pictures: bool = False) -> bytes:
    """The same as a Word file."""
    return to_docx(every_kind(), TEMPLATE, pictures=pictures)


@pytest.fixture(params=[False, True], ids=["native", "pictures"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The file on disk, in both forms."""
    target = tmp_path / "charts.docx"
    target.write_bytes(file(request.param))
    return target


def test_the_audit_finds_nothing(path: Path) -> None:
    assert [f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.word_validator
def test_microsoft_finds_nothing(path: Path, word_validator: Callable[[Path], list[str]]) -> None:
    assert word_validator(path) == []


@pytest.mark.parametrize("pictures", [False, True])
def test_the_same_charts_give_the_same_bytes(pictures: bool) -> None:
    assert to_docx(every_kind(), TEMPLATE, pictures=pictures) == file(pictures)


def test_each_chart_has_its_part_and_its_workbook_under_a_name_that_tells() -> None:
    names = members(file())

    assert [f"word/charts/chart{at}.xml" in names for at in range(1, len(ALL) + 1)] == [True] * len(ALL)
    assert [f"word/embeddings/Microsoft_Excel_Sheet{at}.xlsx" in names for at in range(1, len(ALL) + 1)] == [True] * 7
    rels = part(file(), "word/charts/_rels/chart1.xml.rels")
    assert [one.get("Target") for one in rels] == ["../embeddings/Microsoft_Excel_Sheet1.xlsx"]


@pytest.mark.parametrize("pictures", [False, True])
def test_each_chart_stands_in_the_line_with_its_conclusion_as_alternative_text(pictures: bool) -> None:
    drawn = find(part(file(pictures)), INLINE)
    said = [find(one, "wp:docPr")[0] for one in drawn]

    assert [one.get("descr") for one in said] == [chart.conclusion for chart in ALL.values()]
    assert len({one.get("id") for one in said}) == len(ALL)


def test_a_chart_stands_under_its_caption_with_its_note_below() -> None:
    paragraphs = find(part(to_docx(document(replace(RANGE, note="Licht is wat kan.")), TEMPLATE)), "//w:body/w:p")

    assert [style(one) for one in paragraphs] == ["Caption", "Chart", "Note"]
    assert [text(one) for one in paragraphs] == [f"Figuur 1 – {RANGE.caption}", "", "Licht is wat kan."]


def widths(file_: bytes) -> list[float]:
    """How wide each drawing is, as a share of the text of an upright page."""
    return [int(one.get("cx", "0")) / 635 / TEXT_WIDTH for one in find(part(file_), "//wp:inline/wp:extent")]


@pytest.mark.parametrize("pictures", [False, True])
def test_a_chart_is_as_wide_as_the_text(pictures: bool) -> None:
    assert widths(file(pictures)) == [pytest.approx(1, abs=0.01)] * len(ALL)


def test_a_chart_is_wider_on_a_lying_page() -> None:
    turned = document(PageTurn(wide=True), MONEY, PageTurn(wide=False), MONEY)

    assert widths(to_docx(turned, TEMPLATE)) == [pytest.approx(1.524, abs=0.01), pytest.approx(1, abs=0.01)]


def test_a_picture_is_sharp_in_print_and_small_as_a_file() -> None:
    with zipfile.ZipFile(io.BytesIO(file(True))) as archive:
        pictures = [archive.read(one) for one in archive.namelist() if one.endswith(".png")]

    assert len(pictures) == len(ALL)
    for one in pictures:
        assert 3_000 < len(one) < 90_000
        with Image.open(io.BytesIO(one)) as image:
            assert 1900 < image.width < 2000
            assert round(image.info["dpi"][0]) == 300
            assert image.convert("RGB").getpixel((image.width - 1, 0)) == (255, 255, 255)


def test_pictures_have_the_colours_of_the_template() -> None:
    with zipfile.ZipFile(TEMPLATE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/theme/theme1.xml"] = parts["word/theme/theme1.xml"].replace(b"1F6F78", b"AA00AA")

    made = to_docx(document(MONEY), pack(parts), pictures=True)

    with zipfile.ZipFile(io.BytesIO(made)) as archive, Image.open(archive.open("word/media/chart1.png")) as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or []}
    assert any(isinstance(one, tuple) and max(abs(one[0] - 170), one[1], abs(one[2] - 170)) < 6 for one in colours)


@pytest.mark.parametrize("pictures", [False, True])
def test_a_chart_without_a_single_number_is_said_in_words(pictures: bool) -> None:
    made = to_docx(document(UNKNOWN), TEMPLATE, pictures=pictures)

    assert find(part(made), INLINE) == []
    assert [text(one) for one in find(part(made), "//w:body/w:p")] == ["Figuur 1 – Leeg", UNKNOWN.conclusion]
    assert "<svg" not in to_html(document(UNKNOWN))
    assert UNKNOWN.conclusion in to_html(document(UNKNOWN))


def test_a_template_with_a_chart_of_its_own_keeps_it() -> None:
    again = to_docx(document(MONEY), with_own_chart())

    assert "word/charts/chart2.xml" in members(again)
    assert b"own" in raw(again, "word/charts/chart1.xml")


def with_own_chart() -> bytes:
    """Our base with a chart part that something in it refers to."""
    with zipfile.ZipFile(TEMPLATE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kind = b"application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    override = b'<Override PartName="/word/charts/chart1.xml" ContentType="%s"/></Types>' % kind
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
    line = b'<Relationship Id="rId99" Type="%s" Target="charts/chart1.xml"/></Relationships>' % relation
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", line)
    chart = raw(to_docx(document(RANGE), TEMPLATE), "word/charts/chart1.xml")
    outside = re.sub(rb"<c:externalData.*</c:externalData>", b"", chart)
    parts["word/charts/chart1.xml"] = outside.replace(b"score", b"own")
    return pack(parts)


def raw(file_: bytes, name: str) -> bytes:
    """A part as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(file_)) as archive:
        return archive.read(name)


def test_a_page_shows_the_same_charts_as_pictures_with_a_description() -> None:
    page = to_page(every_kind())

    assert page.count('<svg class="map chart"') == len(ALL)
    assert page.count('role="img"') == len(ALL)
    assert f"<figcaption>Figuur 1 – {RANGE.caption}</figcaption>" in page
    assert " style=" not in page
    assert all(f"<desc>{chart.conclusion}</desc>" in page for chart in ALL.values())


def test_plain_words_say_caption_conclusion_and_note() -> None:
    said = to_markdown(document(replace(SPOTS, note="Gewicht × gemak is de prioriteit.")))

    assert said == f"*Figuur 1 – {SPOTS.caption}*\n\n{SPOTS.conclusion}\n\nGewicht × gemak is de prioriteit.\n"


def test_a_long_conclusion_is_cut_to_what_an_alternative_text_may_be() -> None:
    long = replace(MONEY, conclusion="Een zin over het saldo. " * 20)

    said = described(part(to_docx(document(long), TEMPLATE)))

    assert len(said) <= 250
    assert said.endswith("…")


def described(tree: Element) -> str:
    """The alternative text of the one drawing."""
    return find(tree, "//wp:docPr")[0].get("descr", "")


def test_hostile_names_do_no_harm() -> None:
    names = ("a & b <i>", '"q" ]]>', "👩‍👩‍👧‍👦", "\u202egnirts\u202c עברית", "x" * 9000, "", "\x00\ud800")
    chart = Chart(ChartKind.BARS, "a & <b>", "Dit zegt & <de> grafiek.", names, (Series("<s>", numbers(*range(7))),))

    made = to_docx(document(chart), TEMPLATE)

    held = raw(made, "word/charts/chart1.xml").decode()
    assert "a &amp; b &lt;i&gt;" in held
    assert "👩‍👩‍👧‍👦" in held
