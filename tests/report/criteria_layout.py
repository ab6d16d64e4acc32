"""Criteria on how a report lies on its pages: tables, colours, drawings, letters, pages."""

import re
from collections.abc import Iterator
from typing import Final

from tests.report.contrast import contrast
from tests.report.opened import Opened, in_cell, in_drawing, said, start
from tests.report.word_reader import Element, find, text, value
from workshop.report.word.xml import W

A4: Final = (11906, 16838)
TWO_CM: Final = 1134
FONTS: Final = frozenset(("Calibri", "Arial", "Verdana", "Georgia"))
LONG: Final = 1500
"""Characters from which a cell may run on to the next page."""
_SMALL_PRINT: Final = frozenset(("caption", "note", "label", "header", "footer", "cover phase"))
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def tables_tell_what_they_hold(opened: Opened) -> Iterator[str]:
    """9: a style by name, a header row, whole rows, plain cells, a caption, and an alternative text."""
    for table in opened.tables:
        faults = (*_any_table(table), *(_data_table(opened, table) if table in opened.data_tables else ()))
        yield from (f"{what} in “{text(table)[:30]}”" for what in faults)


def _any_table(table: Element) -> Iterator[str]:
    properties = find(table, "w:tblPr")[0]
    if not find(properties, "w:tblStyle"):
        yield "no style"
    if not any(value(one).strip() for one in find(properties, "w:tblDescription")):
        yield "no alternative text"
    if find(table, ".//w:tbl | .//w:gridSpan | .//w:vMerge"):
        yield "merged cells or a table inside"
    rows = find(table, "w:tr[not(w:trPr/w:cantSplit)]")
    if any(max(len(text(cell)) for cell in find(row, "w:tc")) <= LONG for row in rows):
        yield "a row that may split"


def _data_table(opened: Opened, table: Element) -> Iterator[str]:
    if not find(table, "w:tr[1]/w:trPr/w:tblHeader") or not find(table, "w:tblPr/w:tblCaption"):
        yield "no header row or no title"
    before = table.getprevious()
    if before is None or before.tag != f"{W}p" or opened.style_name(before) != "caption":
        yield "no caption"
    if len(find(table, "w:tr")) < 2:
        yield "no rows"


def colour_never_speaks_alone(opened: Opened) -> Iterator[str]:
    """10: words stand in every coloured cell and beside every bar, and letters can be told from their ground."""
    for table in opened.tables:
        firsts = [value(one) for one in find(table, "w:tblPr/w:tblStyle")]
        head = next((one for style in firsts for one in _head_fill(opened, style)), None)
        for at, row in enumerate(find(table, "w:tr")):
            yield from _row_colours(opened, row, head if at == 0 and table in opened.data_tables else None)
    for one in opened.paragraphs:
        if not in_cell(one) and not in_drawing(one) and contrast(opened.colour(one), "FFFFFF") < 4.5:
            yield f"pale letters: {start(one)}"


def _head_fill(opened: Opened, style: str) -> Iterator[Element]:
    for one in opened.chain(style):
        yield from find(one, "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd")


def _row_colours(opened: Opened, row: Element, head: Element | None) -> Iterator[str]:
    words = [text(cell).strip() for cell in find(row, "w:tc")]
    for cell in find(row, "w:tc"):
        shading = next(iter(find(cell, "w:tcPr/w:shd")), head)
        ground = "FFFFFF" if shading is None else opened.fill(shading)
        if shading is not None and not text(cell).strip() and not find(cell, ".//w:drawing"):
            yield "a coloured cell without words"
        for one in find(cell, ".//w:p"):
            if not in_drawing(one) and said(one) and contrast(opened.colour(one), ground) < 4.5:
                yield f"pale letters: {start(one)}"
    if find(row, ".//w:drawing") and sum(bool(one) for one in words) < 2:
        yield f"a bar without its number and word: “{' '.join(words)}”"


def drawings_say_what_they_show(opened: Opened) -> Iterator[str]:
    """11: each drawing stands in the line, with 15 to 250 characters of text; a table stands beside each chart."""
    yield from ("a floating drawing" for _ in find(opened.body, ".//wp:anchor | .//w:pict | .//w:object"))
    for one in find(opened.body, ".//wp:inline/wp:docPr"):
        if not 15 <= len(one.get("descr", "").strip()) <= 250:
            yield f"{len(one.get('descr', ''))} characters say what “{one.get('name')}” shows"
    for chart in opened.body.iter(_CHART):
        paragraph = next(chart.iterancestors(f"{W}p"))
        if beside(opened, paragraph) is None:
            yield f"no table beside the chart under {start_before(paragraph)}"


def beside(opened: Opened, paragraph: Element) -> Element | None:
    """The table that follows a chart, before the next heading; charts of one subject may share a table."""
    for after in paragraph.itersiblings():
        if after.tag == f"{W}tbl":
            return after
        if opened.outline(after):
            return None
    return None


def start_before(paragraph: Element) -> str:
    """The first words of what stands before a paragraph."""
    before = paragraph.getprevious()
    return "nothing" if before is None else start(before)


def letters_can_be_read_anywhere(opened: Opened) -> Iterator[str]:
    """16: fonts that every Word has, or the template's own; text from 10 points, tables and small print from 9."""
    own = {one.get(f"{W}name", "") for one in opened.tree("word/fontTable.xml").iter(f"{W}font")}
    for fonts in find(opened.tree("word/styles.xml"), "//w:rFonts"):
        for side in ("ascii", "hAnsi"):
            name = fonts.get(f"{W}{side}")
            if name and name not in FONTS | own:
                yield f"font {name}"
    for one in opened.paragraphs:
        style = opened.style_name(one)
        least = 9 if in_cell(one) or style in _SMALL_PRINT or style.startswith("toc") else 10
        if not in_drawing(one) and opened.size(one) < least:
            yield f"{opened.size(one):g} points in style “{style}”: {start(one)}"


def pages_are_a4_with_room(opened: Opened) -> Iterator[str]:
    """15: mode 15, A4, and two centimetres around the text."""
    path = "//w:compatSetting[@w:name='compatibilityMode']"
    if [value(one) for one in find(opened.tree("word/settings.xml"), path)] != ["15"]:
        yield "not mode 15"
    for _, page in opened.sections:
        size, margins = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
        if size is None or margins is None:
            yield "a page without a size or margins"
            continue
        if sorted(int(size.get(f"{W}{side}", "0")) for side in "wh") != list(A4):
            yield "not A4"
        for side in ("top", "right", "bottom", "left"):
            if int(margins.get(f"{W}{side}", "0")) < TWO_CM:
                yield f"less than 2 cm at the {side}"


def pages_are_numbered(opened: Opened) -> Iterator[str]:
    """17: the page and the number of pages stand in a header or footer; the first page has its own.

    A consultant's own base decides on the last two itself.
    """
    fields = "".join(
        one.get(f"{W}instr") or one.text or ""
        for name in opened.named(r"word/(header|footer)\d*\.xml")
        for one in opened.tree(name).iter(f"{W}fldSimple", f"{W}instrText")
    )
    words = set(re.findall(r"[A-Z]+", fields))
    wanted = ("PAGE",) if opened.foreign else ("PAGE", "NUMPAGES")
    yield from (f"no {name}" for name in wanted if name not in words)
    first = opened.sections[0][1]
    if not opened.foreign and first.find(f"{W}titlePg") is None:
        yield "the first page has no header of its own"
    for kind in ("headerReference", "footerReference"):
        if not find(first, f"w:{kind}"):
            yield f"no {kind}"


def the_map_lies_on_its_own_pages(opened: Opened) -> Iterator[str]:
    """26: wide drawings stand on lying pages, lying pages hold one, and no page is empty."""
    for inside, page in opened.sections:
        size = page.find(f"{W}pgSz")
        lying = size is not None and size.get(f"{W}orient") == "landscape"
        room = int(size.get(f"{W}w", "0")) if size is not None else 0
        extents = [one for piece in inside for one in find(piece, ".//wp:inline/wp:extent")]
        if any(int(one.get("cx", "0")) > room * 635 for one in extents):
            yield "a drawing is wider than its page"
        if lying and not extents and not any(piece.tag == f"{W}tbl" for piece in inside):
            yield "a lying page without a map"
        if not any(text(piece).strip() or find(piece, ".//w:drawing") for piece in inside):
            yield "an empty page"
    yield from ("an empty page between two breaks" for _ in find(opened.body, ".//w:br[@w:type='page']"))


def charts_can_be_edited_and_agree(opened: Opened) -> Iterator[str]:
    """12: behind each chart is a workbook with the same numbers, and the table beside it has them too."""
    from tests.report.chart_reader import chart_faults

    return chart_faults(opened)
