"""The cheat sheet: help with a section, and notes of which nothing is lost."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import X, find_id, heading_of, links, parse, text_of
from tests.web.filled import Filled, filled
from tests.web.leading import SECTION, buttons, dossier_of, press, run, says, sheet
from workshop.domain.note import LONGEST_NOTE, MOST_NOTES, NoteKind

HOSTILE = "<script>alert('x')</script> & \"y\" {{ 7*7 }} ]]> <img src=x onerror=a()>\u202e"


@pytest.fixture
def salon(tmp_path: Path) -> Filled:
    return filled(tmp_path)


def test_the_cheat_sheet_has_what_to_ask_and_where_to_fill_in(salon: Filled) -> None:
    helped = salon.shop.bundle("klantreis", "nl").guide.help(SECTION)
    root = sheet(salon)

    said = text_of(root)
    assert all(text in said for text in (*helped.prompts, *helped.listen, *helped.pitfalls))
    assert "Drukke ouders, Vaste dames van de dinsdag" in said
    there = f"{salon.here}vraag/customer_talks?terug=spiekbriefje#last_interview-vraag"
    assert there in links(root)


def test_filling_in_from_the_cheat_sheet_or_the_screen_leads_back_there(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}vraag/customer_talks?terug=spiekbriefje")
    assert f"{salon.here}spiekbriefje?deel={SECTION}" in links(page)

    kept = salon.visitor.fill("customer_talks", {}, query="?terug=spiekbriefje")
    shown = salon.visitor.fill("customer_talks", {}, query="?terug=scherm")

    assert kept.headers["Location"] == f"{salon.here}spiekbriefje?deel={SECTION}"
    assert shown.headers["Location"] == f"{salon.here}scherm"


def test_the_way_through_the_session_follows_the_run_sheet(salon: Filled) -> None:
    assert "Volgende: Je kanalen" in text_of(sheet(salon))

    run(salon, "draaiboek-120")

    assert "Volgende: De klantreis in beeld (30 minuten)" in text_of(sheet(salon))
    assert "Volgende: Je teksten en beelden →" in text_of(sheet(salon, "reach"))
    assert "Volgende: Jullie resultaat (15 minuten)" in text_of(sheet(salon, "returns"))


def test_a_short_run_sheet_puts_its_question_first_and_folds_the_others(salon: Filled) -> None:
    run(salon, "draaiboek-10")

    root = sheet(salon, "reach")

    folded = text_of(next(root.iter(f"{X}details")))
    assert "Hoe kwamen je laatste tien nieuwe klanten bij je terecht?" not in folded
    assert "Hoeveel reviews heb je?" in folded


def test_without_a_section_the_sheet_opens_what_is_on_the_screen(salon: Filled) -> None:
    assert heading_of(salon.visitor.open(f"{salon.here}spiekbriefje")) == "Je bedrijf en je doel"

    press(salon, sheet(salon), "toon-aftercare")

    assert heading_of(salon.visitor.open(f"{salon.here}spiekbriefje")) == "Na de verkoop"


@pytest.mark.parametrize("section", ["nothing", "", "../x", "<b>"])
def test_a_section_that_is_not_there_is_no_page(salon: Filled, section: str) -> None:
    assert salon.visitor.get(f"{salon.here}spiekbriefje", query_string={"deel": section}).status_code == 404
    assert salon.visitor.get(f"{salon.here}scherm", query_string={"deel": section or "x"}).status_code == 404


@pytest.mark.parametrize("action", ["", "toon-", "toon-nothing", "klaar", "terug", "bewaar", "weet-niet"])
def test_a_button_of_no_page_changes_nothing(salon: Filled, action: str) -> None:
    answer = press(salon, sheet(salon), action)

    assert answer.status_code in (404, 409, 422)
    assert dossier_of(salon).notes == ()


@pytest.mark.parametrize(("action", "kind"), [("citaat", NoteKind.QUOTE), ("parkeer", NoteKind.PARKED)])
def test_a_note_is_kept_with_its_section_and_shown(salon: Filled, action: str, kind: NoteKind) -> None:
    answer = press(salon, sheet(salon), action, tekst="Op zaterdag is het vol.", wie_zei_het="Fatma")

    assert answer.status_code == 303
    note = dossier_of(salon).notes[0]
    assert (note.kind, note.text, note.said_by, note.about) == (kind, "Op zaterdag is het vol.", "Fatma", SECTION)
    root = salon.visitor.open(answer.headers["Location"])
    assert "Fatma · Je klanten" in text_of(find_id(root, note.code))
    assert [
        one for one in root.iter() if (one.get("role") == "status" and "bewaard" in text_of(one)) or action != "citaat"
    ]


def test_hostile_words_are_only_words_on_every_page(salon: Filled) -> None:
    press(salon, sheet(salon), "citaat", tekst=HOSTILE, wie_zei_het=HOSTILE[:60])
    press(salon, sheet(salon), "parkeer", tekst=HOSTILE)

    shown = HOSTILE.removesuffix("\u202e")
    pages = ("spiekbriefje?deel=customers", "spiekbriefje?deel=customers&notitie=n1", "resultaat", "rapport")
    for page in pages:
        root = salon.visitor.open(f"{salon.here}{page}")
        assert not [one for one in root.iter(f"{X}script") if one.text]
        assert not [one for one in root.iter(f"{X}img")]
    assert shown in text_of(find_id(sheet(salon), "n1"))
    report = salon.visitor.get(f"{salon.here}rapport.html")
    assert "<script" not in report.text
    assert "Wat er gezegd is" in report.text
    assert shown in text_of(parse(report))


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("", "Fatma", "Er staat nog niets. Typ eerst wat er gezegd is."),
        ("x" * (LONGEST_NOTE + 34), "Fatma", f"Dit zijn {LONGEST_NOTE + 34} tekens."),
        ("Het is vol", "y" * 101, "Deze naam heeft 101 tekens."),
    ],
)
def test_what_cannot_be_kept_is_told_and_stays_in_the_form(salon: Filled, text: str, who: str, said: str) -> None:
    answer = press(salon, sheet(salon), "citaat", tekst=text, wie_zei_het=who)

    assert answer.status_code == 422
    root = parse(answer)
    assert said in text_of(root)
    assert (find_id(root, "tekst").text or "").strip() == text
    assert find_id(root, "wie_zei_het").get("value") == who
    assert text_of(next(root.iter(f"{X}title"))).startswith("Fout: ")
    assert dossier_of(salon).notes == ()


def test_a_full_dossier_says_so_and_keeps_what_was_typed(salon: Filled) -> None:
    root = sheet(salon)
    token = salon.visitor.token()
    for number in range(MOST_NOTES):
        salon.shop.sessions.add(dossier_of(salon).id, token, NoteKind.QUOTE, f"Zin {number}", "", SECTION)

    answer = press(salon, root, "citaat", tekst="Nog eentje")

    assert answer.status_code == 422
    assert f"Er staan al {MOST_NOTES} notities." in says(answer)
    assert (find_id(parse(answer), "tekst").text or "").strip() == "Nog eentje"


def test_a_note_is_changed_in_the_form(salon: Filled) -> None:
    press(salon, sheet(salon), "citaat", tekst="Eerst", wie_zei_het="Fatma")
    root = sheet(salon, more="&notitie=n1")
    assert "bewaar" in buttons(root)
    assert (find_id(root, "tekst").text or "").strip() == "Eerst"

    assert press(salon, root, "bewaar", tekst="Daarna").status_code == 303

    assert [one.text for one in dossier_of(salon).notes] == ["Daarna"]


def test_a_note_changed_in_two_windows_shows_both_and_asks(salon: Filled) -> None:
    press(salon, sheet(salon), "citaat", tekst="Eerst")
    mine, theirs = (sheet(salon, more="&notitie=n1") for _ in range(2))
    press(salon, theirs, "bewaar", tekst="Van de ander")

    clash = press(salon, mine, "bewaar", tekst="Van mij")

    assert clash.status_code == 409
    assert "Daar staat nu: ‘Van de ander’" in says(clash)
    assert dossier_of(salon).notes[0].text == "Van de ander"
    root = parse(clash)
    assert (find_id(root, "tekst").text or "").strip() == "Van mij"
    assert press(salon, root, "bewaar").status_code == 303
    assert dossier_of(salon).notes[0].text == "Van mij"


def test_a_note_that_is_gone_leaves_what_was_typed(salon: Filled) -> None:
    press(salon, sheet(salon), "citaat", tekst="Eerst")
    root = sheet(salon, more="&notitie=n1")
    press(salon, sheet(salon), "weg-n1")

    answer = press(salon, root, "bewaar", tekst="Toch anders")

    assert answer.status_code == 409
    shown = parse(answer)
    assert (find_id(shown, "tekst").text or "").strip() == "Toch anders"
    assert press(salon, shown, "citaat").status_code == 303
    assert [one.text for one in dossier_of(salon).notes] == ["Toch anders"]


def test_a_removed_note_can_be_put_back(salon: Filled) -> None:
    press(salon, sheet(salon), "citaat", tekst="Eerst", wie_zei_het="Fatma")
    before = dossier_of(salon).notes

    gone = press(salon, sheet(salon), "weg-n1")
    assert dossier_of(salon).notes == ()
    assert press(salon, parse(gone), "terug").status_code == 303

    assert dossier_of(salon).notes == before


def test_a_note_of_another_dossier_cannot_be_put_in(tmp_path: Path) -> None:
    one, other = filled(tmp_path / "a"), filled(tmp_path / "b")
    press(one, sheet(one), "citaat", tekst="Eerst")
    sealed = find_sealed(parse(press(one, sheet(one), "weg-n1")))

    answer = press(other, sheet(other), "terug", terugzetten=sealed)

    assert answer.status_code == 404
    assert dossier_of(other).notes == ()


def find_sealed(root: Element) -> str:
    return next(one.get("value", "") for one in root.iter(f"{X}input") if one.get("name") == "terugzetten")


def test_a_parked_point_is_dealt_with_and_leaves_the_report(salon: Filled) -> None:
    press(salon, sheet(salon), "parkeer", tekst="Moet er een app komen?")
    assert "Moet er een app komen?" in salon.visitor.get(f"{salon.here}rapport.md").text

    press(salon, sheet(salon), "klaar-n1")

    assert dossier_of(salon).notes[0].done
    assert "Moet er een app komen?" not in salon.visitor.get(f"{salon.here}rapport.md").text
    assert "open-n1" in buttons(sheet(salon))


def test_another_button_does_not_lose_what_was_being_typed(salon: Filled) -> None:
    answer = press(salon, sheet(salon), f"toon-{SECTION}", tekst="Halverwege een zin", wie_zei_het="Fatma")

    root = parse(answer)
    assert answer.status_code == 200
    assert (find_id(root, "tekst").text or "").strip() == "Halverwege een zin"
    assert find_id(root, "wie_zei_het").get("value") == "Fatma"
    assert dossier_of(salon).session.shown == SECTION


def test_changing_the_language_keeps_the_section_and_what_was_being_typed(salon: Filled) -> None:
    plain = press(salon, sheet(salon), "taal-en")
    assert plain.headers["Location"].startswith(f"{salon.here}spiekbriefje?deel={SECTION}")

    root = parse(press(salon, sheet(salon), "taal-nl", tekst="Halverwege"))

    assert root.get("lang") == "nl"
    assert heading_of(root) == "Je klanten"
    assert (find_id(root, "tekst").text or "").strip() == "Halverwege"


def test_a_page_that_stood_open_too_long_keeps_what_was_typed(salon: Filled) -> None:
    answer = press(salon, sheet(salon), "citaat", tekst="Bijna kwijt", csrf_token="old")

    assert answer.status_code == 400
    assert (find_id(parse(answer), "tekst").text or "").strip() == "Bijna kwijt"
