"""The consultant's hand in the report: what he hid is nowhere, what he wrote stands there, and originals are kept."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.hands import change, handed, hidden, moved_to, rewrite
from tests.report.builders import TEMPLATE, document, material
from workshop.domain.hand import Change, Deed, Hand
from workshop.report.document import Callout, CalloutKind, Card, Document, Paragraph, ParagraphStyle, Passage
from workshop.report.hand import passages, rewritten, with_hand
from workshop.report.html import to_page
from workshop.report.outline import outline, result
from workshop.report.plain import to_markdown
from workshop.report.sheet import sheet
from workshop.report.spans import bold, text
from workshop.report.word.writer import to_docx

HIDDEN = "gap-G01-retention"
TITLE = "Na de verkoop wordt het stil"
OTHER = "gap-G41"
HOSTILE = '<b>x</b> & "y" \u202e {price} {{naam}} ]]> =1+1'


def reported(*changes: Change, work: bool = False, language: str = "nl") -> Document:
    return outline(with_hand(material("kapsalon", language), handed(*changes)), work=work)


def markdown(*changes: Change, work: bool = False, language: str = "nl") -> str:
    return to_markdown(reported(*changes, work=work, language=language))


def faces(made: Document) -> tuple[str, ...]:
    """The report in every form, as text."""
    return to_markdown(made), to_page(made), *(one.decode("utf-8", "replace") for one in parts(made).values())


def parts(made: Document) -> dict[str, bytes]:
    """The parts of the Word file, those of the workbooks inside it too."""
    found = unpacked(to_docx(made, TEMPLATE))
    for name in [one for one in found if one.endswith(".xlsx")]:
        found |= {f"{name}/{inner}": data for inner, data in unpacked(found[name]).items()}
    return found


def unpacked(file: bytes) -> dict[str, bytes]:
    """The members of a zip."""
    with ZipFile(BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def plain() -> str:
    return to_markdown(outline(material("kapsalon")))


def test_a_hidden_gap_is_nowhere_in_the_final_copy_in_any_form() -> None:
    made = faces(reported(hidden(HIDDEN)))

    assert TITLE in plain()
    assert [one for one in made if TITLE in one or HIDDEN in one] == []
    assert "G01" not in made[0]


def test_a_hidden_gap_is_not_on_the_result_page_either() -> None:
    assert TITLE not in to_markdown(result(with_hand(material("kapsalon"), handed(hidden(HIDDEN)))))


@pytest.mark.parametrize(("language", "heading"), [("nl", "Verborgen gaten"), ("en", "Hidden gaps")])
def test_the_working_copy_lists_what_was_hidden_with_reason_who_and_when(language: str, heading: str) -> None:
    final, work = (markdown(hidden(HIDDEN), work=one, language=language) for one in (False, True))

    row = next(line for line in work.split("\n") if line.startswith("| G01 "))
    assert heading not in final
    assert f"{heading}\n" in work
    assert "Al opgelost | Marieke | 22 " in row


def test_a_working_copy_with_nothing_hidden_has_no_such_list() -> None:
    assert "Verborgen gaten" not in markdown(work=True)


def test_a_gap_that_is_shown_again_gives_the_report_as_it_was() -> None:
    assert markdown(hidden(HIDDEN), change(Deed.SHOW, HIDDEN)) == plain()


def test_a_moved_gap_is_the_first_priority_and_stands_first_in_its_chapter() -> None:
    made = with_hand(material("kapsalon"), handed(moved_to("gap-G12", 1)))

    shown = to_markdown(outline(made))
    headings = [line for line in shown.split("\n") if line.startswith("## ")]
    assert made.top[0].anchor == "gap-G12"
    assert f"> **1 {made.top[0].title}**" in shown
    assert next(one for one in headings if "stil" in one or "meet" in one).endswith(made.top[0].title)


def test_a_rewritten_advice_stands_in_the_chapter_on_the_first_page_and_in_the_plan() -> None:
    advice = "**Advies:** Bel elke klant zelf.\n\n**Eerste stap:** Bel nu Ans.\n\n**Meten:** Tel de belletjes."
    shown = markdown(rewrite(f"{HIDDEN}.advice", advice))

    original = material("kapsalon").fired[0].action[0].text
    assert original in plain()
    assert original not in shown
    assert shown.count("Bel elke klant zelf.") == 2
    assert shown.count("Bel nu Ans.") == 3
    assert shown.count("Tel de belletjes.") == 2


def test_a_rewritten_advice_without_labels_is_all_advice() -> None:
    made = with_hand(material("kapsalon"), handed(rewrite(f"{HIDDEN}.advice", "Bel elke klant.\n\nEn schrijf.")))

    gap = made.top[0]
    assert (gap.action, gap.first_step, gap.measure) == (text("Bel elke klant."), (), ())


def test_a_rewritten_title_stands_everywhere_and_the_original_nowhere() -> None:
    made = faces(reported(rewrite(f"{HIDDEN}.title", "Niemand hoort nog iets")))

    assert [one for one in made if TITLE in one] == []
    assert made[0].count("Niemand hoort nog iets") >= 4


def test_what_a_gap_says_on_the_first_page_follows_what_was_rewritten() -> None:
    shown = markdown(rewrite(f"{HIDDEN}.see", "Je klant hoort een half jaar niets van je. Dat kost je 1 op de 3."))

    assert shown.count("Je klant hoort een half jaar niets van je.") == 2


def test_a_text_put_back_gives_the_report_as_it_was() -> None:
    texts = (f"{HIDDEN}.advice", f"{HIDDEN}.title", "glance.1")
    changes = (*(rewrite(one, "Anders") for one in texts), *(change(Deed.ORIGINAL, one) for one in texts))

    assert markdown(*changes) == plain()


def test_every_passage_rewritten_as_it_was_leaves_the_words_of_the_report_as_they_were() -> None:
    made = outline(material("kapsalon"))
    texts = {one.id: one.text for one in passages(made)}

    again = {one.id: one.text for one in passages(rewritten(made, texts))}

    assert again == texts


def test_the_ids_of_passages_are_unique_and_fit_a_change() -> None:
    found = passages(outline(material("kapsalon")))

    assert len({one.id for one in found}) == len(found) > 20
    assert handed(*(rewrite(one.id, "x") for one in found)).texts.keys() == {one.id for one in found}


def test_a_passage_is_rewritten_wherever_it_stands_and_keeps_its_look() -> None:
    inside = Passage("card.why", "Waarom", (Paragraph(text("oud"), ParagraphStyle.LEAD),))
    box = Passage("box", "Kader", (Paragraph(text("oud")),))
    made = document(Card("1", "Kaart", (inside,)), Callout(CalloutKind.NOTE, "Let op", (box,)))

    card, callout = rewritten(made, {"card.why": "**nieuw**", "box": "anders"}).blocks

    assert isinstance(card, Card)
    assert isinstance(callout, Callout)
    assert isinstance(card.blocks[0], Passage)
    assert card.blocks[0].blocks == (Paragraph(bold("nieuw"), ParagraphStyle.LEAD),)
    assert [one.text for one in passages(document(callout))] == ["anders"]


def test_an_emptied_passage_is_gone_and_so_is_a_box_with_nothing_left() -> None:
    box = Callout(CalloutKind.NOTE, "Let op", (Passage("box", "Kader", (Paragraph(text("oud")),)),))

    assert rewritten(document(box, Passage("p", "", (Paragraph(text("x")),))), {"box": "", "p": ""}).blocks == ()


def test_a_text_for_a_passage_that_is_not_there_does_nothing() -> None:
    made = document(Passage("p", "", (Paragraph(text("x")),)))

    assert rewritten(made, {"q": "anders"}) == made


@pytest.mark.parametrize("target", [f"{HIDDEN}.advice", f"{HIDDEN}.title", f"{HIDDEN}.see"])
def test_hostile_words_of_a_consultant_stand_there_as_typed(target: str) -> None:
    made = reported(rewrite(target, HOSTILE.replace("\u202e ", "")))

    shown = to_page(made)
    assert "&lt;b&gt;x&lt;/b&gt; &amp; " in shown
    assert "{price} {{naam}} ]]&gt; =1+1" in shown
    assert b"{price} {{naam}}" in parts(made)["word/document.xml"]


def test_the_sheet_lists_gaps_in_order_and_every_text_as_the_program_wrote_it() -> None:
    state = handed(hidden(HIDDEN), moved_to("gap-G12", 1), rewrite("gap-G12.see", "Anders"))

    found = sheet(material("kapsalon"), state)

    assert [(one.target, one.place, one.priority) for one in found.gaps[:3]] == [
        ("gap-G12", 1, 1),
        (HIDDEN, 2, 0),
        (OTHER, 3, 2),
    ]
    assert [one.target for one in found.gaps if one.hidden] == [HIDDEN]
    assert [one.id for one in found.group("gap-G12")] == ["gap-G12.title", "gap-G12.see", "gap-G12.advice"]
    assert all("Anders" not in one.text for one in found.passages)
    assert found.group(HIDDEN) == ()


def test_the_sheet_of_a_report_without_gaps_still_has_texts() -> None:
    found = sheet(material("none"), Hand())

    assert found.gaps == ()
    assert found.passages
