"""The chapter of the journey map, and its picture and table in every kind of file."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.report.builders import MADE_ON, TEMPLATE, material_of, report, words
from tests.report.maps import MODELS, response, view
from tests.report.word_reader import find, part, text
from workshop.domain.answer import Answer
from workshop.domain.journey_map import Feeling
from workshop.report.chapters.journey_map import journey_map, map_tables
from workshop.report.document import Document, Heading, Table
from workshop.report.html import to_html, to_page
from workshop.report.map.table import map_table, table_of
from workshop.report.map.view import LANES
from workshop.report.outline import outline, result_blocks
from workshop.report.pages import Drawing, PageTurn
from workshop.report.plain import to_markdown
from workshop.report.word.writer import to_docx
from workshop.report.word.xml import W

CASES = ((5, "gilev"), (12, "five-phase"), (40, "bonsing-mann"))
cases = pytest.mark.parametrize(("count", "name"), CASES)


@cache
def made(count: int, name: str) -> Document:
    """A report with a map; that of twelve also has one of how it will be."""
    return outline(material_of(response(count, name, design=count == 12)))


@cache
def file(count: int, name: str) -> bytes:
    """The same as a Word file."""
    return to_docx(made(count, name), TEMPLATE)


def cells(table: Table) -> list[list[str]]:
    """The words of each cell."""
    return [["".join(span.text for span in one.spans) for one in row] for row in table.rows]


@pytest.mark.parametrize("count", [5, 12, 40])
@pytest.mark.parametrize("name", MODELS)
def test_the_table_holds_every_touchpoint_with_all_its_values(count: int, name: str) -> None:
    whole = view(count, name)
    rows = cells(table_of(whole))

    assert len(rows) == count
    for point, row in zip(whole.map.touchpoints, rows, strict=True):
        said = "\n".join(row)
        typed = ("name", "want", "decisive", "pain", "plus", "handoff_how", "measure", "measured_value", "link", "idea")
        assert all(point.text(code).rstrip(".") in said for code in (*typed, "duration"))
        assert point.owner is None or (point.owner or "niemand") in row[3]
        for feeling, name in ((Feeling.FUNCTIONAL, "praktisch"), (Feeling.EMOTIONAL, "gevoel")):
            assert f"{name}: {point.expected(feeling)} → {point.experienced(feeling)}" in row[1]
        chosen = [whole.chosen(point, code).lower() for code in ("emotion", "basis", "ownership", "initiator")]
        assert all(one in said for one in chosen)
        assert whole.phase_name(point.block) in row[0]
        assert whole.channel_words(point) in row[0]
        assert whole.words("map.to_design") in row[0] or not point.to_design
        assert all(gap in row[2] for gap in whole.gaps_at(point))
        assert ("beslismoment" in row[2].lower()) is point.is_decision
        assert "erras" in row[2] or not point.says("surprise")
        assert "haakt af: 30\u00a0%" in row[2].lower()
        assert ("niet gemeten" in row[3]) is (point.says("measured") is False)
        assert all(row)


def test_the_table_asked_for_by_the_editor_is_the_same() -> None:
    one = view(12)

    assert map_table(one.map, one.model, one.questionnaire, one.words, one.findings) == table_of(one)


def test_there_is_no_chapter_without_touchpoints() -> None:
    maps_only = response(5)
    without = replace(maps_only, answers={**maps_only.answers, "touchpoints": Answer(value=())})

    assert journey_map(material_of(without)) == ()
    assert "journey-map" not in {block.id for block in report("none").blocks if isinstance(block, Heading)}


@cases
def test_each_map_has_a_heading_and_a_picture_and_in_the_annex_a_table(count: int, name: str) -> None:
    made = material_of(response(count, name, design=count == 12))
    blocks, annex = journey_map(made), map_tables(made)
    maps = 2 if count == 12 else 1

    assert sum(isinstance(block, Table) for block in annex) == maps
    for drawing in (block for block in blocks if isinstance(block, Drawing)):
        pictured = [one.description for one in drawing.pictures if "contactmoment" in one.description]
        assert all(
            one.endswith("De kaart staat ook als tabel achterin het rapport met alle bijlagen.") for one in pictured
        )
    assert sum(isinstance(block, Drawing) for block in blocks) == maps
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[:2] == ["De klantreis in beeld", "Drukke ouders: Knippen in de salon"]
    assert [block.wide for block in blocks if isinstance(block, PageTurn)] == [True, False]
    assert any(isinstance(block, Drawing) for block in result_blocks(material_of(response(count, name))))


def test_now_and_later_are_compared() -> None:
    blocks = journey_map(material_of(response(12, design=True)))
    table = [block for block in blocks if isinstance(block, Table)][-1]
    changes = {row[0]: row[1:] for row in cells(table)}

    assert changes["Vertelt het door op het schoolplein (11)"][0] == "verdwijnt"
    assert changes["Wordt ontvangen in de salon (90)"][0] == "nieuw"
    assert changes["Hoort het van de buurvrouw (1)"] == [
        "anders",
        "verwacht 4, ervaren 4 → verwacht 4, ervaren 5",
        "–",
    ]


def test_of_a_map_of_later_the_annex_shows_only_what_differs() -> None:
    now, later = (block for block in map_tables(material_of(response(12, design=True))) if isinstance(block, Table))

    assert len(now.rows) == 12
    assert [row[0].split("\n")[0] for row in cells(later)] == [
        "1 Hoort het van de buurvrouw (1)",
        "2 Wordt ontvangen in de salon (90)",
    ]


@cases
def test_no_export_holds_a_prompt(count: int, name: str) -> None:
    document = made(count, name)
    exports = (to_page(document), to_markdown(document), etree.tostring(part(file(count, name)), encoding="unicode"))

    for lane in LANES:
        assert not any(words()(f"map.prompt.{lane}") in one for one in exports)


@cases
def test_html_and_markdown_are_sound(count: int, name: str) -> None:
    document = made(count, name)

    tree = etree.fromstring(to_html(document).replace("<br>", "\n"))
    assert len(tree.findall(".//div[@class='report-wide']")) == 2
    assert tree.findall(".//figure")
    assert "style=" not in to_html(document)
    assert "Ziet de gevel op weg naar school (0)" in to_markdown(document)
    assert to_page(document) == to_page(outline(material_of(response(count, name, design=count == 12))))


@cases
def test_word_takes_the_map_on_lying_pages(count: int, name: str) -> None:
    tree = part(file(count, name))
    sections = find(tree, "//w:sectPr")

    lying = [bool(find(one, "w:pgSz[@w:orient='landscape']")) for one in sections]
    assert lying == [False, True, False, True, False]
    assert [bool(find(one, "w:titlePg")) for one in sections] == [True, False, False, False, False]
    assert all(find(one, "w:headerReference") for one in sections)
    for paragraph in find(tree, "//w:p"):
        assert text(paragraph).strip() or find(paragraph, ".//w:drawing")


@cases
def test_word_shows_the_words_of_the_map_as_text_in_styles(count: int, name: str) -> None:
    tree = part(file(count, name))
    ids = [one.get("id") for one in find(tree, "//wp:docPr | //wps:cNvPr")]

    assert len(ids) == len(set(ids))
    assert find(tree, "//w:r/w:rPr/*[not(self::w:rStyle) and not(self::w:i)]") == []
    assert find(tree, "//a:srgbClr") == []
    assert all(10 < len(one.get("descr", "")) <= 250 for one in find(tree, "//wp:docPr"))
    boxed = "\n".join(text(one) for one in find(tree, "//w:txbxContent/w:p"))
    assert all(words()(f"map.lane.{lane}") in boxed for lane in LANES)
    for table in find(tree, "//w:tbl"):
        grid = [int(one.get(f"{W}w", "0")) for one in find(table, "w:tblGrid/w:gridCol")]
        assert sum(grid) <= 14344


@cases
def test_the_same_answers_give_the_same_file(count: int, name: str) -> None:
    assert file(count, name) == to_docx(outline(material_of(response(count, name, design=count == 12))), TEMPLATE)
    assert MADE_ON


@pytest.mark.word_validator
@cases
def test_microsoft_finds_nothing(
    count: int, name: str, tmp_path: Path, word_validator: Callable[[Path], list[str]]
) -> None:
    target = tmp_path / "map.docx"
    target.write_bytes(file(count, name))

    assert word_validator(target) == []


@cases
def test_the_audit_finds_nothing(count: int, name: str, tmp_path: Path) -> None:
    target = tmp_path / "map.docx"
    target.write_bytes(file(count, name))

    assert [f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(target).errors] == []
