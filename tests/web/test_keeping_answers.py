"""Keeping answers while someone types: each answer of the server, and drafts of what is no answer yet."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.browser import Visitor, X, fields, find_id, parse, text_of
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer, Status
from workshop.domain.dossier import Dossier, DossierError, Trouble


def kept(workshop: Workshop, visitor: Visitor) -> Dossier:
    dossier = workshop.intake.open(visitor.here.split("/")[2], visitor.token())
    assert dossier is not None
    return dossier


def type_in(
    visitor: Visitor, root: Element, code: str, changes: Mapping[str, str], marks: Mapping[str, str] | None = None
) -> TestResponse:
    """Send what a page sends by itself when someone typed in one question."""
    form = find_id(root, "answers")
    sent = fields(form)
    own = {
        name: value for name, value in sent.items() if name.startswith((f"{code}-", f"stand-{code}")) or name == code
    }
    shared = {"csrf_token": sent["csrf_token"], "model": sent["model"], "gevraagd": code}
    return visitor.client.post(form.get("data-save", ""), data={**own, **shared, **changes, **(marks or {})})


def told(answer: TestResponse) -> Any:
    """Return what the server tells the page."""
    return answer.json


@pytest.fixture
def page(visitor: Visitor) -> Element:
    return visitor.open(f"{visitor.here}vraag/count_page")


def test_an_answer_is_saved_without_a_button(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    answer = type_in(visitor, page, "now", {"now": "1.000"})

    assert answer.status_code == 200
    assert re.fullmatch(r"Opgeslagen om \d\d:\d\d", told(answer)["line"])
    assert kept(workshop, visitor).response.answers == {"now": Answer(value=Decimal(1000))}
    assert kept(workshop, visitor).page == "count_page"


def test_a_number_is_said_back_as_it_was_read(visitor: Visitor, page: Element) -> None:
    said = [
        told(type_in(visitor, page, "hour_cost", {"hour_cost": typed}))["read"]["hour_cost"].replace("\u00a0", " ")
        for typed in ("1,5", "1.5", "€ 12,-", "123,45", "")
    ]

    assert said == [
        "Wij lezen: € 1,50 per uur",
        "Wij lezen: € 1,50 per uur",
        "Wij lezen: € 12 per uur",
        "Wij lezen: € 123,45 per uur",
        "",
    ]


def test_a_number_with_two_meanings_is_said_back_without_its_mark(visitor: Visitor, page: Element) -> None:
    read = told(type_in(visitor, page, "now", {"now": "1.000"}))["read"]

    assert read["now"].replace("\u00a0", " ") == "Wij lezen: 1000 klanten"


def test_what_cannot_be_read_is_kept_as_it_was_typed_and_is_no_answer(
    visitor: Visitor, workshop: Workshop, page: Element
) -> None:
    answer = type_in(visitor, page, "now", {"now": "tien"})

    assert [told(answer)[one] for one in ("state", "drafts", "stamps")] == ["draft", ["now"], {}]
    assert "Nog niet alles is een antwoord" in told(answer)["line"]
    assert kept(workshop, visitor).response.get("now") is None


def test_a_draft_stands_in_its_field_again_with_a_quiet_note(visitor: Visitor, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    again = visitor.open(f"{visitor.here}vraag/count_page")

    box = find_id(again, "now")
    assert (box.get("value"), box.get("aria-invalid")) == ("tien", None)
    assert "now-concept" in (box.get("aria-describedby") or "").split()
    assert "Dit is geen getal" in text_of(find_id(again, "now-concept"))
    assert [one for one in again.iter() if one.get("role") == "alert"] == []


def test_a_draft_beside_an_answer_says_that_the_answer_stays(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10"})
    type_in(visitor, visitor.open(f"{visitor.here}vraag/count_page"), "now", {"now": "elf"})

    again = visitor.open(f"{visitor.here}vraag/count_page")

    assert "Je antwoord blijft tot die tijd: 10" in text_of(find_id(again, "now-concept")).replace("\u00a0", " ")
    assert kept(workshop, visitor).response.get("now") == Answer(value=Decimal(10))


@pytest.mark.parametrize("typed", ["11", ""])
def test_an_answer_takes_the_place_of_its_draft(
    visitor: Visitor, workshop: Workshop, page: Element, typed: str
) -> None:
    first = type_in(visitor, page, "now", {"now": "tien"})

    answer = type_in(visitor, page, "now", {"now": typed}, {"concept-now": told(first)["held"]["now"]})

    assert answer.status_code == 200
    assert kept(workshop, visitor).drafts == {}
    assert find_id(visitor.open(f"{visitor.here}vraag/count_page"), "now").get("value") == typed


def test_saving_the_page_drops_the_drafts_that_stood_on_it(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    visitor.fill("count_page", {"now": ""})

    assert kept(workshop, visitor).drafts == {}


def test_a_page_with_a_mistake_keeps_all_that_was_typed_as_drafts(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "tien", "hour_cost": "30"})

    again = visitor.open(f"{visitor.here}vraag/count_page")

    assert [find_id(again, one).get("value") for one in ("now", "hour_cost")] == ["tien", "30"]
    assert kept(workshop, visitor).response.answers == {}
    assert sorted(kept(workshop, visitor).drafts) == ["hour_cost", "now"]


def test_a_draft_of_another_phase_model_waits_for_that_model(visitor: Visitor, workshop: Workshop) -> None:
    page = visitor.open(f"{visitor.here}vraag/hours_page")
    type_in(visitor, page, "hours", {"hours-before_sale": "zes", "hours-after_sale": "2"})
    number, token = visitor.here.split("/")[2], visitor.token()

    workshop.intake.choose(number, token, model="three-phase")
    visitor.fill("hours_page", {})
    workshop.intake.choose(number, token, model="two-phase")

    again = visitor.open(f"{visitor.here}vraag/hours_page")
    assert find_id(again, "hours-before_sale").get("value") == "zes"
    assert find_id(again, "hours-after_sale").get("value") == "2"


def test_cards_of_a_draft_all_come_back(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/groups_page")

    answer = type_in(visitor, page, "groups", {"groups-1-name": "Ouders", "groups-1-part": "veel"})

    again = visitor.open(f"{visitor.here}vraag/groups_page")
    assert told(answer)["state"] == "draft"
    assert [find_id(again, f"groups-1-{one}").get("value") for one in ("name", "part")] == ["Ouders", "veel"]


def test_a_number_is_read_in_the_language_of_the_page_it_was_typed_on(
    visitor: Visitor, workshop: Workshop, page: Element
) -> None:
    workshop.intake.choose(visitor.here.split("/")[2], visitor.token(), language="en")

    answer = type_in(visitor, page, "hour_cost", {"hour_cost": "1,125", "gemaakt-in": "nl"})

    assert "€1.125 " in told(answer)["read"]["hour_cost"].replace("\u00a0", " ")


def test_weet_ik_niet_is_saved_at_once(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    answer = type_in(visitor, page, "going", {"going": "-unknown"})

    assert answer.status_code == 200
    assert kept(workshop, visitor).response.get("going") == Answer(Status.UNKNOWN)


def test_the_next_save_goes_on_from_the_mark_of_the_last(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    first = type_in(visitor, page, "now", {"now": "1"})

    second = type_in(visitor, page, "now", {"now": "12"}, {"stand-now": told(first)["stamps"]["now"]})

    assert second.status_code == 200
    assert kept(workshop, visitor).response.get("now") == Answer(value=Decimal(12))


def test_repeating_an_unanswered_save_is_no_clash(visitor: Visitor, page: Element) -> None:
    answers = [type_in(visitor, page, "now", {"now": "12"}).status_code for _ in range(2)]

    assert answers == [200, 200]


def test_two_windows_see_both_answers_and_neither_is_lost(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "12"})

    answer = type_in(visitor, page, "now", {"now": "15"})

    there = told(answer)["there"]["now"]
    assert told(answer)["state"] == "clash"
    assert "Daar staat nu: 12" in there["html"].replace("\u00a0", " ")
    assert ['value="mijn-now"' in there["html"], 'value="hun-now"' in there["html"]] == [True, True]
    assert kept(workshop, visitor).response.get("now") == Answer(value=Decimal(12))
    assert dict(kept(workshop, visitor).drafts["now"])["now"] == "15"


def test_a_clash_at_one_question_saves_the_others(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "12"})
    sent = fields(find_id(page, "answers"))
    sent.setlist("gevraagd", ["now", "hour_cost"])
    sent["now"], sent["hour_cost"] = "15", "30"

    answer = visitor.client.post(find_id(page, "answers").get("data-save", ""), data=sent)

    assert told(answer)["state"] == "clash"
    assert kept(workshop, visitor).response.get("hour_cost") == Answer(value=Decimal(30))


def test_typing_in_a_question_that_was_hidden_meanwhile_is_kept_until_it_is_asked_again(visitor: Visitor) -> None:
    visitor.fill("offer", {"sells": "services"})
    page = visitor.open(f"{visitor.here}vraag/offer")
    visitor.fill("offer", {"sells": "goods"})

    type_in(visitor, page, "service_name", {"service_name": "Knippen"})
    visitor.fill("offer", {"sells": "services"})

    again = visitor.open(f"{visitor.here}vraag/offer")
    assert find_id(again, "service_name").get("value") == "Knippen"


def test_a_hidden_question_on_a_page_that_is_saved_is_kept_as_well(visitor: Visitor) -> None:
    visitor.fill("offer", {"sells": "services"})
    page = visitor.open(f"{visitor.here}vraag/offer")
    visitor.fill("offer", {"sells": "goods"})

    assert visitor.send(page, {"service_name": "Knippen"}).status_code == 303
    visitor.fill("offer", {"sells": "services"})

    again = visitor.open(f"{visitor.here}vraag/offer")
    assert find_id(again, "service_name").get("value") == "Knippen"


def test_what_two_windows_typed_and_nobody_can_read_is_all_kept(visitor: Visitor, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    answer = type_in(visitor, page, "now", {"now": "elf"})

    assert (told(answer)["state"], "hier getypt: ‘tien’" in told(answer)["line"]) == ("draft", True)
    again = visitor.open(f"{visitor.here}vraag/count_page")
    assert find_id(again, "now").get("value") == "elf"
    assert "In een ander venster is hier getypt: ‘tien’." in text_of(find_id(again, "now-concept"))


def test_typing_on_in_one_window_tells_of_no_other(visitor: Visitor, page: Element) -> None:
    first = type_in(visitor, page, "now", {"now": "tie"})

    type_in(visitor, page, "now", {"now": "tien"}, {"concept-now": told(first)["held"]["now"]})

    note = text_of(find_id(visitor.open(f"{visitor.here}vraag/count_page"), "now-concept"))
    assert "ander venster" not in note


def test_an_answer_of_one_window_leaves_what_another_typed(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    visitor.send(page, {"now": "12"})

    again = visitor.open(f"{visitor.here}vraag/count_page")
    assert kept(workshop, visitor).response.get("now") == Answer(value=Decimal(12))
    assert find_id(again, "now").get("value") == "tien"
    assert "Je antwoord blijft tot die tijd: 12" in text_of(find_id(again, "now-concept")).replace("\u00a0", " ")


def test_a_window_that_answers_hears_what_another_one_typed(visitor: Visitor, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    answer = type_in(visitor, page, "now", {"now": "12"})

    assert answer.status_code == 200
    assert "In een ander venster is hier getypt: ‘tien’." in told(answer)["line"]


def test_what_another_window_typed_is_told_in_words_and_without_codes(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/channels_page")
    type_in(visitor, page, "channels", {"channels-1-channel": "website", "channels-1-euros": "veel"})

    answer = type_in(visitor, page, "channels", {"channels-1-channel": "flyer", "channels-1-euros": "weinig"})

    assert "hier getypt: ‘Website met je aanbod, veel’" in told(answer)["line"]


def test_what_an_answer_rests_on_is_not_told_as_if_someone_typed_it(visitor: Visitor, page: Element) -> None:
    type_in(visitor, page, "hour_cost", {"hour_cost": "later", "hour_cost-evidence": "2"})

    answer = type_in(visitor, page, "hour_cost", {"hour_cost": "ooit", "hour_cost-evidence": "3"})

    assert "hier getypt: ‘later’" in told(answer)["line"]


def test_a_page_that_never_showed_a_draft_does_not_take_it_away(
    visitor: Visitor, workshop: Workshop, page: Element
) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    visitor.send(page, {"hour_cost": "30"})

    assert list(kept(workshop, visitor).drafts) == ["now"]


def test_a_draft_is_read_in_the_language_it_was_typed_in(visitor: Visitor, workshop: Workshop, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "12"})
    assert told(type_in(visitor, page, "now", {"now": "1.000", "gemaakt-in": "nl"}))["state"] == "clash"
    workshop.intake.choose(visitor.here.split("/")[2], visitor.token(), language="en")

    visitor.fill("count_page", {})

    assert kept(workshop, visitor).response.get("now") == Answer(value=Decimal(1000))


def test_the_check_page_tells_what_was_typed_and_is_no_answer(visitor: Visitor, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "tien"})

    assert "Getypt, maar nog geen antwoord" in visitor.get(f"{visitor.here}controle").text


@pytest.mark.parametrize(("choice", "stays"), [("mijn-now", 15), ("hun-now", 12)])
def test_either_answer_can_be_chosen(
    visitor: Visitor, workshop: Workshop, page: Element, choice: str, stays: int
) -> None:
    type_in(visitor, page, "now", {"now": "12"})
    clash = parse(visitor.send(page, {"now": "15"}))

    answer = visitor.send(clash, {}, action=choice)

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{visitor.here}vraag/count_page#now-vraag")
    assert kept(workshop, visitor).response.get("now") == Answer(value=Decimal(stays))
    assert kept(workshop, visitor).drafts == {}


def test_a_clash_shows_both_choices_without_scripts(visitor: Visitor, page: Element) -> None:
    type_in(visitor, page, "now", {"now": "12"})

    clash = parse(visitor.send(page, {"now": "15"}))

    buttons = {one.get("value"): text_of(one) for one in clash.iter(f"{X}button")}
    assert buttons["mijn-now"].startswith("Mijn antwoord bewaren: Hoeveel klanten")
    assert buttons["hun-now"].startswith("Dat van het andere venster houden: Hoeveel klanten")
    assert find_id(clash, "now").get("value") == "15"


def test_an_old_form_token_is_renewed_and_nothing_is_saved(app: Flask, visitor: Visitor, page: Element) -> None:
    shop: Workshop = app.extensions["workshop"]

    answer = type_in(visitor, page, "now", {"now": "12", "csrf_token": "oud"})
    again = type_in(visitor, page, "now", {"now": "12", "csrf_token": told(answer)["token"]})

    assert (answer.status_code, again.status_code) == (400, 200)
    assert kept(shop, visitor).revision == 1


def test_a_stranger_gets_no_token_and_saves_nothing(app: Flask, visitor: Visitor, page: Element) -> None:
    stranger = Visitor(app.test_client(), here=visitor.here)

    answer = stranger.client.post(f"{visitor.here}vraag/count_page/bewaar", data={"now": "12"})

    assert answer.status_code == 404
    assert "csrf" not in answer.text


@pytest.mark.parametrize(("trouble", "code"), [(Trouble.BUSY, 503), (Trouble.FULL, 507), (Trouble.DAMAGED, 500)])
def test_a_store_that_cannot_save_says_so_in_words(
    app: Flask, visitor: Visitor, page: Element, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DossierError(trouble, "vol")

    monkeypatch.setattr(type(app.extensions["workshop"].intake.dossiers), "change", fail)

    answer = type_in(visitor, page, "now", {"now": "12"})

    assert answer.status_code == code
    assert told(answer)["line"]


def test_what_contradicts_another_answer_is_saved_while_typing_and_told_when_the_page_is_saved(
    visitor: Visitor, workshop: Workshop, page: Element
) -> None:
    type_in(visitor, page, "now", {"now": "10"})
    saved = type_in(visitor, page, "new", {"new": "20"})

    answer = visitor.fill("count_page", {})

    assert (saved.status_code, answer.status_code) == (200, 422)
    assert "Je hebt meer nieuwe klanten dan klanten." in answer.text


def test_a_page_may_speak_to_its_own_server_and_to_nobody_else(visitor: Visitor) -> None:
    policy = visitor.get(f"{visitor.here}vraag/count_page").headers["Content-Security-Policy"].split("; ")

    assert "connect-src 'self'" in policy
    assert "default-src 'none'" in policy
