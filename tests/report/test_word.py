"""The Word file read back: structure, accessibility, looks by style only, and the same bytes each time."""

import io
import re
from datetime import date
from itertools import pairwise

import docx
import pytest

from tests.report.builders import CLIENT, TEMPLATE, cover, document, report, word_file
from tests.report.word_reader import find, members, part, style, text, value
from workshop.report.document import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Column,
    Contents,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    Table,
)
from workshop.report.numbering import entries
from workshop.report.spans import Span, bold
from workshop.report.spans import text as words
from workshop.report.word.looks import LOOKS, TEXT_WIDTH, WIDE_WIDTH
from workshop.report.word.styles import style_id
from workshop.report.word.writer import to_docx
from workshop.report.word.xml import W, bookmark_name

ALL = [
    *(("kapsalon", language) for language in ("nl", "en")),
    *((name, "nl") for name in ("adviseur", "starter", "few", "none")),
]
files = pytest.mark.parametrize(("name", "language"), ALL)
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


@files
def test_headings_stand_in_heading_styles_and_skip_no_level(name: str, language: str) -> None:
    levels = {style_id(look.name): look.outline + 1 for look in LOOKS if look.outline >= 0}
    found = [levels[style(one)] for one in find(part(word_file(name, language)), "//w:p") if style(one) in levels]

    assert found[0] == 1
    assert found.count(1) >= 3
    assert all(after <= before + 1 for before, after in pairwise(found))


@files
def test_no_paragraph_is_empty_and_each_has_a_style(name: str, language: str) -> None:
    for paragraph in find(part(word_file(name, language)), "//w:p"):
        assert text(paragraph).strip() or find(paragraph, ".//w:drawing"), style(paragraph)
        assert style(paragraph)


@files
def test_no_run_carries_looks_of_its_own(name: str, language: str) -> None:
    tree = part(word_file(name, language))

    assert find(tree, "//w:r/w:rPr/*[not(self::w:rStyle) and not(self::w:i)]") == []
    assert find(tree, "//w:body//w:p/w:pPr/*[self::w:spacing or self::w:ind or self::w:jc or self::w:rPr]") == []


@files
def test_data_tables_have_a_header_row_and_all_have_an_alternative_text(name: str, language: str) -> None:
    for table in find(part(word_file(name, language)), "//w:tbl"):
        properties = find(table, "w:tblPr")[0]
        with_header = find(properties, "w:tblLook[@w:firstRow='1']")
        assert len(find(table, "w:tr/w:trPr/w:tblHeader")) == len(with_header)
        assert value(find(properties, "w:tblDescription")[0])
        assert not with_header or value(find(properties, "w:tblCaption")[0])


@files
def test_rows_stay_whole_and_tables_keep_apart(name: str, language: str) -> None:
    tree = part(word_file(name, language))

    assert find(tree, "//w:tr[not(w:trPr/w:cantSplit)]") == []
    assert find(tree, "//w:tbl/following-sibling::*[1][self::w:tbl]") == []
    assert find(tree, "//w:tc//w:tbl") == []
    assert find(tree, "//w:gridSpan | //w:vMerge") == []


@files
def test_each_row_fits_its_grid_and_the_page(name: str, language: str) -> None:
    for table in find(part(word_file(name, language)), "//w:tbl"):
        grid = [int(one.get(f"{W}w", "0")) for one in find(table, "w:tblGrid/w:gridCol")]
        lying = find(table, "following::w:sectPr[1]/w:pgSz[@w:orient='landscape']")
        assert sum(grid) <= (WIDE_WIDTH if lying else TEXT_WIDTH)
        for row in find(table, "w:tr"):
            assert [int(one.get(f"{W}w", "0")) for one in find(row, "w:tc/w:tcPr/w:tcW")] == grid


@files
def test_drawings_say_what_they_show(name: str, language: str) -> None:
    drawings = find(part(word_file(name, language)), "//wp:docPr")

    assert drawings
    assert all(10 < len(one.get("descr", "")) <= 250 for one in drawings)
    ids = [one.get("id") for one in find(part(word_file(name, language)), "//wp:docPr | //wps:cNvPr")]
    assert len(ids) == len(set(ids))


@files
def test_links_lead_somewhere_and_bookmarks_are_paired(name: str, language: str) -> None:
    tree = part(word_file(name, language))
    starts = find(tree, "//w:bookmarkStart")
    names = [one.get(f"{W}name", "") for one in starts]
    ids = [one.get(f"{W}id") for one in starts]

    assert len(names) == len(set(names))
    assert sorted(ids, key=str) == sorted((one.get(f"{W}id") for one in find(tree, "//w:bookmarkEnd")), key=str)
    assert {one.get(f"{W}anchor") for one in find(tree, "//w:hyperlink[@w:anchor]")} <= set(names)


@files
def test_the_contents_name_every_listed_heading_in_order(name: str, language: str) -> None:
    made = report(name, language)
    contents = next(block for block in made.blocks if isinstance(block, Contents))
    listed = [heading for heading, _ in entries(made, contents)]
    links = find(
        part(word_file(name, language)), "//w:sdt[w:sdtPr//w:docPartGallery/@w:val='Table of Contents']//w:hyperlink"
    )

    assert [one.get(f"{W}anchor") for one in links] == [bookmark_name(heading.id) for heading in listed]
    assert [text(one).split("\t")[-1] for one in links] == [heading.text for heading in listed]


@files
def test_fields_are_closed_and_nothing_asks_to_update_them(name: str, language: str) -> None:
    file = word_file(name, language)
    kinds = [one.get(f"{W}fldCharType") for one in find(part(file), "//w:fldChar")]

    assert kinds == ["begin", "separate", "end"]
    assert find(part(file, "word/settings.xml"), "//w:updateFields") == []


@files
def test_captions_count_up(name: str, language: str) -> None:
    counts: dict[str, list[int]] = {}
    for paragraph in find(part(word_file(name, language)), "//w:p[w:pPr/w:pStyle/@w:val='Caption']"):
        field = find(paragraph, "w:fldSimple")[0]
        label = field.get(f"{W}instr", "").split()[1]
        counts.setdefault(label, []).append(int(text(field)))

    assert counts
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in counts.values())


@files
def test_nothing_unfilled_is_printed(name: str, language: str) -> None:
    file = word_file(name, language)
    printed = "\n".join(text(part(file, one)) for one in members(file) if one.endswith(".xml") and "word/" in one)

    assert "{" not in printed
    assert "}" not in printed
    assert not re.search(r"\b(None(?! of these)|nan|NaN|Infinity|TODO|Decimal)\b", printed)


@files
def test_one_language_and_full_properties(name: str, language: str) -> None:
    file = word_file(name, language)
    properties = docx.Document(io.BytesIO(file)).core_properties
    styles = part(file, "word/styles.xml")

    assert {one.get(f"{W}val") for one in find(styles, "//w:lang")} == {LOCALES[language]}
    assert find(part(file), "//w:lang") == []
    assert properties.language == LOCALES[language]
    assert CLIENT in properties.title
    assert properties.author == "Klantreis Workshop"
    assert properties.subject
    assert properties.created.date() == properties.modified.date() == date(2026, 11, 22)


@files
def test_the_same_answers_give_the_same_bytes(name: str, language: str) -> None:
    assert to_docx(report(name, language), TEMPLATE) == word_file(name, language)


def test_header_and_footer_name_the_client_and_the_pages() -> None:
    file = word_file("kapsalon")

    assert text(part(file, "word/header.xml")) == f"{CLIENT} · Klantreis-adviesrapport"
    assert text(part(file, "word/footer.xml")) == "Pagina 1 van 1"
    instructions = [one.get(f"{W}instr", "").strip() for one in find(part(file, "word/footer.xml"), "//w:fldSimple")]
    assert instructions == ["PAGE", "NUMPAGES"]
    assert find(part(file), "//w:titlePg")


def test_paper_and_mode_are_those_of_today() -> None:
    file = word_file("kapsalon")
    size = find(part(file), "//w:pgSz")[0]

    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    modes = find(part(file, "word/settings.xml"), "//w:compatSetting[@w:name='compatibilityMode']")
    assert [value(one) for one in modes] == ["15"]
    assert not any("thumbnail" in name or "stylesWithEffects" in name for name in members(file))


def test_each_numbered_list_starts_at_one_by_a_definition_of_its_own() -> None:
    lists = (NumberedList((ListItem(words("een")), ListItem(words("twee")))),) * 3

    file = to_docx(document(Heading(1, "Kop", "kop"), *lists), TEMPLATE)

    used = [value(one) for one in find(part(file), "//w:body//w:numId")]
    numbering = part(file, "word/numbering.xml")
    kinds = [value(find(numbering, f"//w:num[@w:numId='{one}']/w:abstractNumId")[0]) for one in dict.fromkeys(used)]
    assert len(set(kinds)) == 3
    order = [one.tag for one in numbering]
    assert order == sorted(order, key=lambda tag: tag.endswith("}num"))


def test_nested_lists_stay_inside_their_list() -> None:
    inner = NumberedList((ListItem(words("a")), ListItem(words("b"))))
    outer = NumberedList((ListItem(words("een"), (inner,)), ListItem(words("twee"))))

    tree = part(to_docx(document(outer), TEMPLATE))

    levels = [value(one) for one in find(tree, "//w:body//w:ilvl")]
    assert levels == ["0", "1", "1", "0"]
    assert len({value(one) for one in find(tree, "//w:body//w:numId")}) == 1


def test_links_to_outside_are_real_links() -> None:
    run = (Span("site", link="https://example.org/?a=1&b=2"), Span(" "), Span("post", link="mailto:a@example.org"))

    file = to_docx(document(Paragraph(run)), TEMPLATE)

    targets = {one.get("Target") for one in part(file, "word/_rels/document.xml.rels")}
    assert {"https://example.org/?a=1&b=2", "mailto:a@example.org"} <= targets
    assert [text(one) for one in find(part(file), "//w:hyperlink")] == ["site", "post"]


def test_two_tables_next_to_each_other_do_not_run_together() -> None:
    box = Callout(CalloutKind.NOTE, "Let op", (BulletList((ListItem(words("iets")),)),))
    table = Table((Column("A"),), (), "Leeg", "Niets")
    blocks: tuple[Block, ...] = (table, box)

    tree = part(to_docx(document(*blocks), TEMPLATE))

    assert find(tree, "//w:tbl/following-sibling::*[1][self::w:tbl]") == []


def test_a_cover_and_a_bold_word_read_as_they_stand() -> None:
    tree = part(to_docx(document(cover(), Paragraph((*words("Dit is "), *bold("vet"), *words(".")))), TEMPLATE))

    assert [text(one) for one in find(tree, "//w:body/w:p")][1:] == [
        "Rapport",
        "Ondertitel",
        CLIENT,
        "Gemaakt op: 22 november 2026",
        "Dit is vet.",
    ]
