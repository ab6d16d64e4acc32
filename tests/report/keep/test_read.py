"""Reading an edited report back: what Word does to a file changes nothing, what a person does is found."""

from functools import cache

import pytest

from tests.report.builders import TEMPLATE, document, report
from tests.report.keep.edits import (
    Edit,
    add_noise,
    add_outside,
    change_outside,
    control,
    drop,
    edited,
    fill,
    fragment,
    members,
    paragraph,
    remove,
    retype,
    split_runs,
    track,
    unwrap,
)
from tests.report.word_reader import Element, find
from workshop.report.document import (
    BulletList,
    Callout,
    CalloutKind,
    Card,
    Cell,
    Column,
    FormField,
    FormFields,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    Passage,
    Table,
)
from workshop.report.keep.read import Edited, read
from workshop.report.spans import Span, text
from workshop.report.word.reading import Lost
from workshop.report.word.writer import to_docx
from workshop.report.zipped import pack

ADVICE = "gap-G01-loyalty.advice"
RICH = (
    Paragraph((Span("Bel "), Span("elke klant", bold=True), Span(" binnen "), Span("drie\u00a0weken", italic=True))),
    BulletList((ListItem(text("een"), (BulletList((ListItem(text("binnen een")),)),)), ListItem(text("twee")))),
    NumberedList((ListItem(text("eerst")), ListItem((Span("kijk op "), Span("de site", link="https://x.nl/a_(b)"))))),
    Paragraph((Span("Regel een\nregel twee, zie "), Span("het gat", link="#gaps"))),
)


@cache
def sample(*, work: bool = False) -> bytes:
    """A small report with passages in the body, in a card and at the end of a box, and fields."""
    fields = (FormField("Eigenaar", "Eigenaar, eerst", id="c.owner"), FormField("Datum", "Datum", True, "c.date", "nu"))
    plan = Table(
        (Column("Wie"), Column("Wat")),
        ((Cell(fill_in="Eigenaar, actie 1", id="plan.owner"), Cell(text("Bellen"))),),
        "Plan",
        "Wie wat doet",
    )
    return to_docx(
        document(
            Heading(1, "Gaten", "gaps"),
            Paragraph(text("Buiten alle velden.")),
            Passage(ADVICE, "Advies: bel je klanten", RICH, "Bron: vraag 12, regel G01"),
            Passage("second", "Tweede", (Paragraph(text("Tweede stuk.")),), "Bron: regel G02"),
            Card("1", "Eerst", (Passage("card.why", "Waarom", (Paragraph(text("Daarom.")),), "x"), FormFields(fields))),
            Callout(CalloutKind.GOOD, "Goed", (Passage("box.text", "Goed", (Paragraph(text("Laatste.")),), "x"),)),
            plan,
        ),
        TEMPLATE,
        work=work,
    )


def changed(found: Edited) -> dict[str, str]:
    """The passages that a person changed, as Markdown."""
    return {id_: one.markdown for id_, one in found.passages.items() if one.changed}


@pytest.mark.parametrize("work", [False, True], ids=["final", "work"])
def test_nothing_changed_reads_as_nothing(work: bool) -> None:
    found = read(sample(work=work))

    assert list(found.passages) == [ADVICE, "second", "card.why", "box.text"]
    assert changed(found) == {}
    assert (found.fields, found.gone, found.outside, found.missing) == ({}, {}, (), 0)
    assert not found.moved


@pytest.mark.parametrize("name", ["kapsalon", "adviseur", "few", "none"])
def test_no_passage_of_a_whole_report_changes_by_itself(name: str) -> None:
    found = read(to_docx(report(name), TEMPLATE, work=True))

    assert changed(found) == {}
    assert (found.fields, found.gone, found.outside, found.missing) == ({}, {}, (), 0)
    assert found.about is not None
    assert found.about.origin.questionnaire == "klantreis"


def renamed_styles(file: bytes) -> bytes:
    """The file after a Dutch Word: other style ids, the same names."""
    ids = {b'"ListBullet"': b'"Lijstopsomteken"', b'"Strong"': b'"Zwaar"', b'"Normal"': b'"Standaard"'}
    parts = members(file)
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        for old, new in ids.items():
            parts[name] = parts[name].replace(old, new)
    return pack(parts)


def move_first_down(tree: Element) -> None:
    """Move the first passage behind the second."""
    control(tree, "second").addnext(control(tree, ADVICE))


@pytest.mark.parametrize("edits", [(split_runs,), (add_noise,), (split_runs, add_noise)], ids=["runs", "noise", "both"])
@pytest.mark.parametrize("work", [False, True], ids=["final", "work"])
def test_what_word_does_by_itself_changes_nothing(edits: tuple[Edit, ...], work: bool) -> None:
    found = read(edited(renamed_styles(sample(work=work)), *edits))

    assert changed(found) == {}
    assert (found.fields, found.gone, found.outside, found.missing) == ({}, {}, (), 0)


def test_a_rich_passage_reads_back_as_markdown() -> None:
    file = edited(sample(), lambda tree: find(control(tree, ADVICE), "w:sdtContent")[0].append(paragraph("Erbij.")))

    assert changed(read(file))[ADVICE] == (
        "Bel **elke klant** binnen *drie\u00a0weken*\n\n- een\n    - binnen een\n\n- twee\n\n1. eerst\n"
        "1. kijk op [de site](https://x.nl/a_%28b%29)\n\nRegel een  \nregel twee, zie het gat\n\nErbij."
    )


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    found = read(edited(sample(), track("second", "Tweede stuk.", "Nieuw stuk.")))

    assert changed(found) == {"second": "Nieuw stuk."}


def test_a_paragraph_mark_deleted_while_tracking_joins_two_paragraphs() -> None:
    def edit(tree: Element) -> None:
        first = find(control(tree, "second"), "w:sdtContent/w:p")[0]
        first[0].append(fragment('<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')[0])
        first.addnext(paragraph(" En door."))

    assert changed(read(edited(sample(), edit))) == {"second": "Tweede stuk. En door."}


def test_bold_by_a_button_and_lists_of_words_own_are_read() -> None:
    def edit(tree: Element) -> None:
        content = find(control(tree, "second"), "w:sdtContent")[0]
        own_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
        bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Vet </w:t></w:r><w:r><w:t>punt</w:t></w:r>'
        off = '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b w:val="0"/></w:rPr><w:t>niet vet</w:t></w:r>'
        content.extend(fragment(f"<w:p><w:pPr>{own_list}</w:pPr>{bold}</w:p><w:p>{off}</w:p>"))

    assert changed(read(edited(sample(), edit))) == {"second": "Tweede stuk.\n\n- **Vet** punt\n\nniet vet"}


def test_a_table_and_a_picture_in_a_passage_are_named_and_their_text_is_kept() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"

    found = read(
        edited(
            sample(), lambda tree: find(control(tree, "second"), "w:sdtContent")[0].extend(fragment(table + picture))
        )
    )

    assert changed(found) == {"second": "Tweede stuk.\n\ncel"}
    assert found.passages["second"].lost == {Lost.TABLE, Lost.PICTURE}


def test_a_field_that_was_filled_in_or_cleared_is_read_and_one_left_alone_is_not() -> None:
    found = read(edited(sample(), fill("c.owner", "Jan & Els"), fill("c.date", ""), fill("plan.owner", " Piet ")))

    assert {id_: one.value for id_, one in found.fields.items()} == {
        "c.owner": "Jan & Els",
        "c.date": "",
        "plan.owner": "Piet",
    }
    assert found.fields["plan.owner"].name == "Eigenaar, actie 1"
    assert found.outside == ()


def test_text_outside_the_fields_is_listed_when_new_or_changed() -> None:
    found = read(edited(sample(), change_outside("Buiten", "Voorbij"), add_outside("Zelf getypt.")))

    assert found.outside == ("Voorbij alle velden.", "Zelf getypt.")
    assert found.missing == 0
    assert changed(found) == {}


def test_text_taken_away_outside_the_fields_is_counted() -> None:
    found = read(edited(sample(), lambda tree: remove(find(tree, "//w:p[.//w:t='Buiten alle velden.']")[0])))

    assert (found.outside, found.missing) == ((), 1)


def test_a_passage_taken_away_is_gone_and_one_that_lost_only_its_control_is_not() -> None:
    found = read(edited(sample(), drop("second"), unwrap("card.why")))

    assert list(found.gone) == ["second"]
    assert found.outside == ()


def test_a_passage_that_was_emptied_in_word_reads_as_nothing() -> None:
    def edit(tree: Element) -> None:
        retype("second", "Klik of tik om tekst in te voeren.")(tree)
        find(control(tree, "second"), "w:sdtPr")[0].append(fragment("<w:showingPlcHdr/>")[0])

    assert changed(read(edited(sample(), edit))) == {"second": ""}


def test_a_moved_passage_is_noticed() -> None:
    assert read(edited(sample(), move_first_down)).moved


def test_of_a_copied_passage_the_changed_text_counts_and_a_second_one_is_listed() -> None:
    def copied(words: str) -> Edit:
        def edit(tree: Element) -> None:
            there = control(tree, "second")
            copy = fragment(
                f'<w:sdt><w:sdtPr><w:tag w:val="{find(there, "w:sdtPr/w:tag/@w:val") or ""}"/></w:sdtPr></w:sdt>'
            )[0]
            tag = find(there, "w:sdtPr/w:tag")[0].values()[0]
            find(copy, "w:sdtPr/w:tag")[0].set(find(there, "w:sdtPr/w:tag")[0].keys()[0], tag)
            content = fragment("<w:sdtContent/>")[0]
            content.append(paragraph(words))
            copy.append(content)
            there.addnext(copy)

        return edit

    one = read(edited(sample(), copied("Anders.")))
    two = read(edited(sample(), copied("Anders."), copied("Nog anders.")))

    assert changed(one) == {"second": "Anders."}
    assert changed(two) == {"second": "Nog anders."}
    assert two.outside == ("Anders.",)


def test_without_the_manifest_passages_are_still_read() -> None:
    parts = {name: data for name, data in members(edited(sample(), retype("second", "Zelf."))).items()}
    parts["customXml/item1.xml"] = b"<other/>"

    found = read(pack(parts))

    assert changed(found) == {"second": "Zelf."}
    assert found.missing is None


def test_a_program_that_drops_the_controls_takes_no_passage_away() -> None:
    found = read(edited(sample(), *map(unwrap, (ADVICE, "second", "card.why")), change_outside("Daarom", "Hierom")))

    assert found.stripped
    assert found.gone == {}
    assert found.outside == ("Hierom.",)
