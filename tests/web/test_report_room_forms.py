"""The forms of the report room: texts rewritten and put back, the foreword, own findings and actions, two windows."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import find_id, links, parse, text_of
from tests.web.report_desk import NAME, Desk, desk_at, says
from workshop.domain.answer import Answer
from workshop.domain.hand import Deed, Horizon, Task
from workshop.services.editing import Edit

HOSTILE = '<b>x</b> & "y" {price} {{ 7*7 }} **vet'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path)


@pytest.fixture
def gap(desk: Desk) -> str:
    return desk.gaps()[0]


def value(root: Element, id: str) -> str:
    found = find_id(root, id)
    return found.get("value") or (found.text or "").removeprefix("\n")


def write(desk: Desk, passage: str, text: str) -> None:
    assert desk.press("bewaar", {f"{passage}-text": text}, f"/tekst/{passage.rpartition('.')[0]}").status_code == 303


def test_a_page_saved_untouched_changes_nothing(desk: Desk, gap: str) -> None:
    for page in (f"/tekst/{gap}", "/tekst/foreword", "/tekst/glance"):
        answer = desk.press("bewaar", page=page)

        assert answer.status_code == 303
        assert "deed=zelfde" in answer.headers["Location"]
    assert desk.dossier.changes == ()


def test_a_text_is_rewritten_and_the_original_stays_beside_it(desk: Desk, gap: str) -> None:
    passage = f"{gap}.advice"
    original = value(desk.open(f"/tekst/{gap}"), f"{passage}-text")

    write(desk, passage, "**Advies:** Bel zelf.")

    shown = desk.open(f"/tekst/{gap}")
    assert value(shown, f"{passage}-text") == "**Advies:** Bel zelf."
    assert original.split("\n")[0].replace("**", "")[:60] in text_of(find_id(shown, "kamer"))
    assert "Bel zelf." in desk.report()


def test_a_text_is_put_back_by_its_button_and_other_fields_are_saved_along(desk: Desk, gap: str) -> None:
    write(desk, f"{gap}.advice", "Anders")

    answer = desk.press(f"origineel-{gap}.advice", {f"{gap}-owner": "Ans"}, f"/tekst/{gap}")

    assert answer.headers["Location"].endswith(f"#{gap}.advice-text")
    assert (desk.hand.texts, desk.hand.task(gap)) == ({}, Task("Ans"))
    assert [one.kind for one in desk.dossier.changes] == [Deed.REWRITE, Deed.ORIGINAL, Deed.ASSIGN]


def test_typing_the_original_again_puts_it_back(desk: Desk, gap: str) -> None:
    original = value(desk.open(f"/tekst/{gap}"), f"{gap}.see-text")
    write(desk, f"{gap}.see", "Anders")

    write(desk, f"{gap}.see", original.replace("\n", "\r\n"))

    assert desk.hand.texts == {}


def test_a_text_that_was_emptied_is_not_in_the_report(desk: Desk, gap: str) -> None:
    original = value(desk.open(f"/tekst/{gap}"), f"{gap}.see-text").split(".")[0]
    assert original in desk.report()

    write(desk, f"{gap}.see", "")

    assert original not in desk.report()
    assert value(desk.open(f"/tekst/{gap}"), f"{gap}.see-text") == ""


def test_a_title_is_rewritten_in_the_room_and_the_report(desk: Desk, gap: str) -> None:
    desk.press("bewaar", {f"{gap}.title-text": "Niemand hoort iets"}, f"/tekst/{gap}")

    assert "Niemand hoort iets" in text_of(find_id(desk.open(), gap))
    assert "**1 Niemand hoort iets**" in desk.report()


@pytest.mark.parametrize(("title", "wrong"), [("", "Hier staat niets"), ("x" * 201, "te lang: 201 tekens")])
def test_a_title_must_be_there_and_be_short(desk: Desk, gap: str, title: str, wrong: str) -> None:
    changes = {f"{gap}.title-text": title, f"{gap}.see-text": "Ook getypt"}

    answer = desk.press("bewaar", changes, f"/tekst/{gap}")

    shown = parse(answer)
    assert answer.status_code == 422
    assert wrong in says(answer)
    assert f"#{gap}.title-text" in links(shown)
    assert value(shown, f"{gap}.see-text") == "Ook getypt"
    assert desk.dossier.changes == ()


def test_a_text_of_four_thousand_characters_is_kept_and_a_longer_one_refused_whole(desk: Desk, gap: str) -> None:
    longest = "a " * 1_999 + "aa"
    write(desk, f"{gap}.see", longest)

    answer = desk.press("bewaar", {f"{gap}.see-text": longest + "a"}, f"/tekst/{gap}")

    assert answer.status_code == 422
    assert value(parse(answer), f"{gap}.see-text") == longest + "a"
    assert desk.hand.texts == {f"{gap}.see": longest}


@pytest.mark.parametrize("typed", ["1-12-2026", "1 december 2026", "2026-12-01"])
def test_an_owner_and_a_day_are_kept_as_people_write_them(desk: Desk, gap: str, typed: str) -> None:
    desk.press("bewaar", {f"{gap}-owner": "Ans", f"{gap}-on": typed}, f"/tekst/{gap}")

    assert value(desk.open(f"/tekst/{gap}"), f"{gap}-on") == "1 december 2026"
    assert "Ans" in desk.report()
    assert "vóór 1 december 2026" in text_of(find_id(desk.open(), gap))


def test_a_day_that_cannot_be_read_is_refused_and_stays_as_typed(desk: Desk, gap: str) -> None:
    answer = desk.press("bewaar", {f"{gap}-on": "volgende week"}, f"/tekst/{gap}")

    shown = parse(answer)
    assert answer.status_code == 422
    assert find_id(shown, f"{gap}-on").get("aria-invalid") == "true"
    assert value(shown, f"{gap}-on") == "volgende week"


def test_a_text_of_a_chapter_is_rewritten_too(desk: Desk) -> None:
    before = value(desk.open("/tekst/glance"), "glance.1-text")

    desk.press("bewaar", {"glance.1-text": "Jullie doel is rust."}, "/tekst/glance")

    assert "Jullie doel is rust." in desk.report()
    assert before not in desk.report()


def test_a_rewritten_text_whose_original_changed_says_so(desk: Desk, gap: str) -> None:
    write(desk, f"{gap}.see", "Anders")
    assert "zegt hier nu iets anders" not in text_of(desk.open(f"/tekst/{gap}"))

    older = Edit(Deed.REWRITE, f"{gap}.see", {"text": "Nog anders", "stood": "0" * 16})
    desk.shop.editing.edit(desk.number, desk.token, NAME, (older,))

    assert "zegt hier nu iets anders" in text_of(desk.open(f"/tekst/{gap}"))
    assert "kijk deze tekst na" in text_of(find_id(desk.open(), gap))


def test_new_answers_that_change_an_original_are_told_and_the_own_text_stays(desk: Desk) -> None:
    desk.press("bewaar", {"glance.1-text": "Jullie doel is rust."}, "/tekst/glance")

    desk.shop.intake.save(desk.number, desk.token, {"goal": Answer(value="new_process")}, "")

    assert "kijk deze tekst na" in text_of(find_id(desk.open(), "glance"))
    assert "Jullie doel is rust." in desk.report()


def test_two_windows_on_one_text_show_both_and_saving_again_keeps_the_own_one(desk: Desk, gap: str) -> None:
    mine = desk.open(f"/tekst/{gap}")
    write(desk, f"{gap}.see", "Van hen")

    clash = desk.send(mine, "bewaar", {"wie": NAME, f"{gap}.see-text": "Van mij"})

    shown = parse(clash)
    assert clash.status_code == 409
    assert "Daar staat nu: Van hen" in says(clash)
    assert value(shown, f"{gap}.see-text") == "Van mij"
    assert desk.hand.texts == {f"{gap}.see": "Van hen"}
    assert desk.send(shown, "bewaar").status_code == 303
    assert desk.hand.texts == {f"{gap}.see": "Van mij"}


def test_different_texts_in_two_windows_are_both_kept(desk: Desk, gap: str) -> None:
    mine = desk.open(f"/tekst/{gap}")
    write(desk, f"{gap}.see", "Van hen")

    answer = desk.send(mine, "bewaar", {"wie": NAME, f"{gap}.advice-text": "Van mij"})

    assert answer.status_code == 303
    assert desk.hand.texts == {f"{gap}.see": "Van hen", f"{gap}.advice": "Van mij"}


def test_a_gap_hidden_in_another_window_is_not_hidden_again_unseen(desk: Desk, gap: str) -> None:
    mine = desk.open(f"/verberg/{gap}")
    desk.press("bewaar", {f"{gap}-reason": "Van hen"}, f"/verberg/{gap}")

    answer = desk.send(mine, "bewaar", {"wie": NAME, f"{gap}-reason": "Van mij"})

    assert answer.status_code == 409
    assert "Daar staat nu: Van hen" in says(answer)
    assert desk.hand.hidden[gap].reason == "Van hen"


def test_a_foreword_is_written_shown_and_taken_back(desk: Desk) -> None:
    desk.press("bewaar", {"foreword-text": "Beste Anja"}, "/tekst/foreword")
    assert "Beste Anja" in text_of(find_id(desk.open(), "foreword"))
    assert "**Voorwoord**\n\nBeste Anja" in desk.report()

    desk.press("bewaar", {"foreword-text": ""}, "/tekst/foreword")

    assert "Voorwoord" not in desk.report()


def test_an_own_finding_is_made_changed_taken_away_and_put_back(desk: Desk) -> None:
    made = desk.press("bewaar", {"nieuw-title": "De lijn", "nieuw-see": "Bezet."}, "/eigen/bevinding")
    assert made.headers["Location"].endswith("bij=f1#f1")
    assert "Bezet." in desk.report()

    desk.press("bewaar", {"f1-title": "De telefoon"}, "/eigen/f1")
    assert "De telefoon" in text_of(find_id(desk.open(), "f1"))

    gone = parse(desk.visitor.client.get(desk.press("weg", page="/eigen/f1").headers["Location"]))
    assert "De telefoon" not in desk.report()
    assert "Weggehaald" in text_of(find_id(gone, "gedaan"))

    assert desk.send(gone, "terug-f1").status_code == 303
    assert desk.hand.findings[0].title == "De telefoon"
    assert desk.hand.findings[0].see == "Bezet."


def test_an_own_finding_needs_a_title_and_keeps_what_was_typed(desk: Desk) -> None:
    answer = desk.press("bewaar", {"nieuw-see": "Bezet."}, "/eigen/bevinding")

    assert answer.status_code == 422
    assert "Geef je bevinding een titel" in says(answer)
    assert value(parse(answer), "nieuw-see") == "Bezet."


def test_an_own_action_is_in_the_plan_with_owner_day_and_horizon(desk: Desk) -> None:
    typed = {"nieuw-text": "Proefmaand", "nieuw-owner": "Fatma", "nieuw-on": "15-12-2026", "nieuw-within": "90"}

    desk.press("bewaar", typed, "/eigen/actie")

    found = desk.hand.action("a1")
    assert found is not None
    assert (found.text, found.within, found.task.owner) == ("Proefmaand", Horizon.QUARTER, "Fatma")
    assert "| Proefmaand | Fatma | 15 december 2026 |" in desk.report()
    assert "Binnen 90 dagen · Fatma · vóór 15 december 2026" in text_of(find_id(desk.open(), "a1"))


def test_a_horizon_that_is_not_in_the_list_is_refused(desk: Desk) -> None:
    answer = desk.press("bewaar", {"nieuw-text": "x", "nieuw-within": "400"}, "/eigen/actie")

    assert answer.status_code == 422
    assert desk.hand.actions == ()


def test_two_windows_that_each_add_a_finding_both_keep_theirs(desk: Desk) -> None:
    mine = desk.open("/eigen/bevinding")
    desk.press("bewaar", {"nieuw-title": "Van hen"}, "/eigen/bevinding")

    answer = desk.send(mine, "bewaar", {"wie": NAME, "nieuw-title": "Van mij"})

    assert answer.headers["Location"].endswith("bij=f2#f2")
    assert [one.title for one in desk.hand.findings] == ["Van hen", "Van mij"]


def test_a_finding_taken_away_in_another_window_is_told_with_what_was_typed_and_may_be_saved_again(desk: Desk) -> None:
    desk.press("bewaar", {"nieuw-title": "Lijn"}, "/eigen/bevinding")
    mine = desk.open("/eigen/f1")
    desk.press("weg", page="/eigen/f1")

    answer = desk.send(mine, "bewaar", {"wie": NAME, "f1-title": "Mijn lijn"})

    shown = parse(answer)
    assert answer.status_code == 409
    assert "Dit is weggehaald" in says(answer)
    assert value(shown, "f1-title") == "Mijn lijn"
    assert not desk.hand.findings
    assert desk.send(shown, "bewaar").status_code == 303
    assert [one.title for one in desk.hand.findings] == ["Mijn lijn"]


@pytest.mark.parametrize("page", ["/eigen/bevinding", "/eigen/actie", "/tekst/foreword"])
def test_changing_the_language_keeps_what_was_typed(desk: Desk, page: str) -> None:
    first = {"/eigen/bevinding": "nieuw-title", "/eigen/actie": "nieuw-text", "/tekst/foreword": "foreword-text"}[page]

    answer = desk.press("taal-en", {first: "Getypt"}, page)

    shown = desk.visitor.open(answer.headers["Location"])
    assert shown.get("lang") == "en"
    assert "Getypt" in desk.report()


@pytest.mark.parametrize("page", ["/eigen/bevinding", "/eigen/actie", "/tekst/foreword", "/verberg/{gap}"])
def test_changing_the_language_of_a_blank_form_saves_nothing(desk: Desk, gap: str, page: str) -> None:
    there = page.format(gap=gap)

    answer = desk.press("taal-en", page=there)

    assert answer.headers["Location"].endswith(there)
    assert desk.visitor.open(answer.headers["Location"]).get("lang") == "en"
    assert desk.dossier.changes == ()


def test_hostile_words_stand_as_typed_on_every_page_and_in_the_report(desk: Desk, gap: str) -> None:
    desk.press("bewaar", {f"{gap}.title-text": HOSTILE, f"{gap}-owner": HOSTILE}, f"/tekst/{gap}")
    desk.press("bewaar", {"foreword-text": HOSTILE}, "/tekst/foreword")
    desk.press("bewaar", {"nieuw-title": HOSTILE, "nieuw-see": HOSTILE}, "/eigen/bevinding")
    desk.press("bewaar", {"nieuw-text": HOSTILE}, "/eigen/actie")

    pages = [desk.open(page) for page in ("", f"/tekst/{gap}", "/tekst/foreword", "/eigen/f1", "/eigen/a1")]

    assert HOSTILE in text_of(find_id(pages[0], gap))
    assert value(pages[1], f"{gap}.title-text") == HOSTILE
    assert value(pages[3], "f1-see") == HOSTILE
    assert desk.report("html").count("&lt;b&gt;x&lt;/b&gt;") >= 6
    assert "49" not in text_of(find_id(pages[0], gap))
