"""A report in a consultant's own template: it takes his look, keeps his logo, and opens without a question."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from tests.report.builders import TEMPLATE, document, report
from tests.report.house.dutch import GREEN, changed, dutch_dotx, dutch_parts, dutch_template, paragraph, png, zipped
from tests.report.word_reader import Element, find, members, part, style, text, value
from workshop.report.document import Contents, Cover, Heading, Paragraph
from workshop.report.house.fit import fit, ready
from workshop.report.house.palette import contrast_on_white
from workshop.report.house.verdict import Refused
from workshop.report.spans import text as words_of
from workshop.report.word.looks import TEXT_WIDTH
from workshop.report.word.theme import theme_colours
from workshop.report.word.writer import needed_styles, to_docx
from workshop.report.word.xml import W

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
MAKERS: dict[str, Callable[[], bytes]] = {
    "a Dutch template": dutch_template,
    "the same as .dotx": dutch_dotx,
    "an empty document": lambda: saved(docx.Document()),
}


def saved(document_: object) -> bytes:
    buffer = io.BytesIO()
    document_.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


@cache
def made(name: str) -> bytes:
    """The report of the salon in a template."""
    return to_docx(report("kapsalon"), ready(MAKERS[name]()))


@cache
def dutch() -> bytes:
    return made("a Dutch template")


def styles_of(file: bytes) -> dict[str, Element]:
    """The styles by name."""
    found = find(part(file, STYLES), "//w:style")
    return {value(name): one for one in found for name in one.iterfind(f"{W}name")}


def small(template: bytes, *, client: str = "Bakkerij Bloem") -> bytes:
    """A report of three chapters in a template."""
    chapters = (
        *(Cover("Rapport", "", client, ()), Contents("Inhoud")),
        *(Heading(1, "Overzicht", "glance"), Paragraph(words_of("eerste"))),
        *(Heading(1, "Gaten", "gaps"), Paragraph(words_of("tweede"))),
        *(Heading(1, "Plan", "plan"), Paragraph(words_of("derde"))),
    )
    return to_docx(document(*chapters, client=client), ready(template))


def body_with(xml: str) -> bytes:
    """The Dutch template with another body before its section."""
    parts = dutch_parts()
    whole = parts[DOCUMENT].decode()
    start, end = whole.index("<w:body>") + len("<w:body>"), whole.index("<w:sectPr")
    return zipped({**parts, DOCUMENT: (whole[:start] + xml + whole[end:]).encode()})


def lines(file: bytes) -> list[str]:
    """The paragraphs of the body that say something."""
    return [said for one in find(part(file), "//w:body//w:p") if (said := text(one))]


@pytest.mark.parametrize("name", MAKERS)
def test_the_audit_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made(name))

    assert [f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.word_validator
@pytest.mark.parametrize("name", MAKERS)
def test_microsoft_finds_nothing(name: str, tmp_path: Path, word_validator: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made(name))

    assert word_validator(path) == []


def test_a_dotx_gives_the_same_report() -> None:
    assert made("the same as .dotx") == dutch()


def test_every_style_is_there_and_every_style_that_is_used_is_defined() -> None:
    ids = {one.get(f"{W}styleId") for one in styles_of(dutch()).values()}
    used = {value(one) for one in find(part(dutch()), "//w:pStyle | //w:rStyle | //w:tblStyle")}

    assert set(needed_styles()) <= set(styles_of(dutch()))
    assert used <= ids
    assert {"Kop1", "Kop2", "Lijstopsomming"} <= used
    assert not {"Heading1", "Normal", "ListBullet"} & used


def test_no_style_rests_on_one_that_is_not_there() -> None:
    found = styles_of(dutch())
    ids = {one.get(f"{W}styleId") for one in found.values()}
    links = find(part(dutch(), STYLES), "//w:style/w:basedOn | //w:style/w:next | //w:style/w:link")

    assert {value(one) for one in links} <= ids


def test_the_headings_keep_the_look_of_the_template_and_get_numbers() -> None:
    heading = styles_of(dutch())["heading 1"]

    assert [value(one) for one in find(heading, "w:rPr/w:color")] == [GREEN]
    number = value(find(heading, "w:pPr/w:numPr/w:numId")[0])
    uses = find(part(dutch(), "word/numbering.xml"), f"//w:num[@w:numId='{number}']/w:abstractNumId")
    levels = f"//w:abstractNum[@w:abstractNumId='{value(uses[0])}']/w:lvl/w:pStyle"
    assert [value(one) for one in find(part(dutch(), "word/numbering.xml"), levels)] == ["Kop1", "Kop2"]


def test_styles_that_are_put_in_take_the_letters_and_colours_of_the_template() -> None:
    card = styles_of(dutch())["Card Title"]

    assert [one.get(f"{W}ascii") for one in find(card, "w:rPr/w:rFonts")] == ["Georgia"]
    assert [value(one) for one in find(card, "w:rPr/w:color")] == [GREEN]


def test_texts_in_styles_that_are_put_in_are_readable_whatever_the_theme() -> None:
    for name in ("Note", "Label", "caption", "Lead", "Quote", "Cover Client"):
        for colour in find(styles_of(dutch())[name], "w:rPr/w:color"):
            assert contrast_on_white(value(colour)) >= 4.5, name


def test_fills_show_the_theme_of_the_template_in_programs_that_read_no_themes() -> None:
    fills = find(part(dutch()), "//w:shd[@w:themeFill='background2']")

    assert {one.get(f"{W}fill") for one in fills} == {"F1F8E9"}


def test_the_logo_stays_in_the_header() -> None:
    header = next(name for name in members(dutch()) if "header" in name and name.endswith(".xml"))

    assert find(part(dutch(), header), "//w:drawing")
    pictures = [name for name in members(dutch()) if name.startswith("word/media/")]
    assert len(pictures) == 1
    with zipfile.ZipFile(io.BytesIO(dutch())) as archive:
        assert archive.read(pictures[0]) == png()


def test_the_cover_of_the_template_is_filled_and_ours_stays_away() -> None:
    said = lines(dutch())

    assert said[0] == "Advies voor Jansen & Zn <b>"
    assert said[1].startswith("Opgesteld door ")
    assert said[1].endswith("op 22 november 2026")
    assert "Cover Client" not in {style(one) for one in find(part(dutch()), "//w:p")}


def test_the_report_starts_on_a_page_of_its_own_behind_a_cover() -> None:
    first = find(part(small(dutch_template())), "//w:body//w:p")[2]

    assert find(first, "w:pPr/w:pageBreakBefore")
    assert text(first) == "Inhoud"


def test_a_template_without_a_cover_gets_ours() -> None:
    file = small(body_with(paragraph("{{rapport}}")))

    client = styles_of(file)["Cover Client"].get(f"{W}styleId", "")
    assert [text(one) for one in find(part(file), "//w:p") if style(one) == client] == ["Bakkerij Bloem"]


def test_braces_that_a_client_typed_stay_as_he_typed_them() -> None:
    file = small(dutch_template(), client="{{titel}} & {{rapport}}")

    assert lines(file)[0] == "Advies voor {{titel}} & {{rapport}}"


def test_chapters_come_where_their_names_stand_and_the_rest_stays_away() -> None:
    body = paragraph("Vooraf") + paragraph("{{actieplan}}") + paragraph("Ertussen") + paragraph("{{samenvatting}}")

    said = lines(small(body_with(body + paragraph("Achteraf"))))

    assert said == ["Vooraf", "Plan", "derde", "Ertussen", "Overzicht", "eerste", "Achteraf"]


def test_the_contents_come_where_their_name_stands_and_the_report_where_it_belongs() -> None:
    body = paragraph("{{inhoud}}") + paragraph("Leeswijzer") + paragraph("{{rapport}}")

    said = lines(small(body_with(body)))

    assert said.index("Inhoud") < said.index("Leeswijzer") < said.index("Overzicht")
    assert said.count("Inhoud") == 1


def test_our_contents_come_in_the_place_of_those_of_the_template() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    theirs = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Oude inhoud')}</w:sdtContent></w:sdt>"

    said = lines(small(body_with(paragraph("Vooraf") + theirs + paragraph("{{rapport}}"))))

    assert said[:2] == ["Vooraf", "Inhoud"]
    assert "Oude inhoud" not in said


def test_a_template_without_an_anchor_gets_the_report_behind_its_text() -> None:
    said = lines(small(body_with(paragraph("Ons briefpapier"))))

    assert said[0] == "Ons briefpapier"
    assert said[-1] == "derde"


def test_tables_are_no_wider_than_the_text_of_the_template() -> None:
    parts = changed(dutch_parts(), DOCUMENT, 'w:right="1418"', 'w:right="3000"')
    room = 11906 - 1418 - 3000

    file = to_docx(report("kapsalon"), ready(zipped(parts)))

    upright = find(part(file), "//w:body/w:tbl/w:tblPr/w:tblW")
    assert room < TEXT_WIDTH
    assert min(int(one.get(f"{W}w", "0")) for one in upright) <= room
    first = find(part(file), "//w:body/w:tbl")[0]
    assert sum(int(one.get(f"{W}w", "0")) for one in find(first, "w:tblGrid/w:gridCol")) <= room


def test_a_template_without_a_footer_gets_page_numbers() -> None:
    file = small(saved(docx.Document()))

    footer = next(name for name in members(file) if "footer" in name)
    assert {"PAGE", "NUMPAGES"} <= {
        one.get(f"{W}instr", "").strip() for one in find(part(file, footer), "//w:fldSimple")
    }


def test_settings_are_those_of_today_and_of_nobody_else() -> None:
    settings = part(dutch(), "word/settings.xml")

    modes = find(settings, "//w:compatSetting[@w:name='compatibilityMode']")
    assert [value(one) for one in modes] == ["15"]
    assert not find(settings, "//w:updateFields | //w:attachedTemplate")


def test_nothing_of_the_earlier_client_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(dutch())) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())

    assert b"Oude Klant" not in everything
    assert b"Vorige Adviseur" not in everything


def test_a_style_of_another_kind_with_our_name_makes_room() -> None:
    parts = changed(
        dutch_parts(),
        STYLES,
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Nadruk"><w:name w:val="Strong"/></w:style></w:styles>',
    )

    file = small(zipped(parts))

    assert styles_of(file)["Strong"].get(f"{W}type") == "character"
    assert "Strong (2)" in styles_of(file)


def test_the_heading_of_the_contents_takes_no_number_from_the_heading_it_rests_on() -> None:
    extra = (
        '<w:style w:type="paragraph" w:styleId="Kopvaninhoudsopgave"><w:name w:val="TOC Heading"/>'
        '<w:basedOn w:val="Kop1"/></w:style></w:styles>'
    )

    file = small(zipped(changed(dutch_parts(), STYLES, "</w:styles>", extra)))

    assert [value(one) for one in find(styles_of(file)["TOC Heading"], "w:pPr/w:numPr/w:numId")] == ["0"]


def test_a_template_that_numbers_its_own_headings_is_left_to_it() -> None:
    own = '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    parts = changed(dutch_parts(), STYLES, '<w:name w:val="heading 1"/>', own)

    numbers = find(styles_of(ready(zipped(parts)))["heading 1"], "w:pPr/w:numPr/w:numId")

    assert [value(one) for one in numbers] == ["7"]


def test_our_own_base_is_left_as_it_is() -> None:
    before, after = styles_of(TEMPLATE.read_bytes()), styles_of(fit(TEMPLATE.read_bytes()))

    assert list(before) == list(after)


def test_a_file_that_is_refused_is_never_opened() -> None:
    with pytest.raises(Refused):
        ready(b"PK")


def test_the_same_answers_give_the_same_bytes_in_a_house_style() -> None:
    ready.cache_clear()

    assert to_docx(report("kapsalon"), ready(dutch_template())) == dutch()


OFFICE = {GREEN: "4472C4", "1B5E20": "44546A", "F1F8E9": "E7E6E6"}


def with_the_theme_of_word(document_: str = "") -> dict[str, str]:
    """The theme colours of a report in the Dutch template when its theme is that of Word itself."""
    parts = dutch_parts()
    for own, office in OFFICE.items():
        parts = changed(parts, "word/theme.xml", own, office)
    if document_:
        parts = changed(parts, DOCUMENT, "<w:body>", f"<w:body>{document_}")
    file = small(zipped(parts))
    theme = next(name for name in members(file) if "theme" in name and name.endswith(".xml"))
    return theme_colours(part(file, theme))


def test_a_theme_of_word_itself_takes_the_colour_of_the_headings() -> None:
    colours = with_the_theme_of_word()

    assert (colours["accent1"], colours["dk2"], colours["lt2"]) == (GREEN, GREEN, "EAF2EA")
    assert colours["accent2"] == "C62828"


def test_a_theme_that_the_pages_use_is_left_as_it_is() -> None:
    used = '<w:p><w:r><w:rPr><w:color w:val="4472C4" w:themeColor="accent1"/></w:rPr><w:t>x</w:t></w:r></w:p>'

    assert with_the_theme_of_word(used)["accent1"] == "4472C4"
