"""Buttons of cards while something on the page is not finished: they do their work, and nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from werkzeug.datastructures import MultiDict

from tests.klantreis import bundle
from tests.web.browser import Visitor, X, fields, find_id, parse, text_of
from tests.web.filled import Filled, filled
from tests.web.test_weight import question_pages
from workshop.bootstrap import Workshop
from workshop.domain.dossier import Dossier
from workshop.domain.entry import show_entry
from workshop.domain.questionnaire import QuestionType
from workshop.domain.response import Length
from workshop.domain.route import items_of
from workshop.language.tongue import Language
from workshop.web.fields.entries import card_fields, read_entry

ROWS = {
    "channels-1-channel": "website",
    "channels-1-euros": "10",
    "channels-2-channel": "flyer",
    "channels-2-euros": "20",
}


def kept(workshop: Workshop, visitor: Visitor) -> Dossier:
    dossier = workshop.intake.open(visitor.here.split("/")[2], visitor.token())
    assert dossier is not None
    return dossier


def channels(workshop: Workshop, visitor: Visitor) -> list[object]:
    items = items_of(kept(workshop, visitor).response.get("channels"))
    return [answer.value for item in items if (answer := item.get("channel"))]


def euros(workshop: Workshop, visitor: Visitor) -> list[object]:
    items = items_of(kept(workshop, visitor).response.get("channels"))
    return [answer.value for item in items if (answer := item.get("euros"))]


def press(visitor: Visitor, action: str, changes: dict[str, str] | None = None, query: str = "") -> Element:
    """Press a button on the page of channels; returns the page that it leads to."""
    answer = visitor.fill("channels_page", changes or {}, action=action, query=query)
    assert answer.status_code == 303, text_of(parse(answer))
    return visitor.open(answer.headers["Location"].partition("#")[0])


def typed(page: Element) -> "MultiDict[str, str]":
    return fields(find_id(page, "answers"))


@pytest.fixture
def rows(visitor: Visitor) -> Visitor:
    """A visitor who named two channels."""
    visitor.fill("channels_page", ROWS)
    return visitor


def test_a_copy_is_there_again_after_leaving_and_is_no_answer_yet(rows: Visitor, workshop: Workshop) -> None:
    press(rows, "kopie-channels-2")

    again = typed(rows.open(f"{rows.here}vraag/channels_page"))

    assert (again["channels-3-channel"], again["channels-3-euros"]) == ("", "20")
    assert channels(workshop, rows) == ["website", "flyer"]


def test_a_copy_without_a_name_is_no_answer_where_a_name_is_not_required(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("groups_page", {"groups-1-name": "Ouders", "groups-1-fear": "Te duur"})
    visitor.fill("groups_page", {}, action="kopie-groups-1")

    again = typed(visitor.open(f"{visitor.here}vraag/groups_page"))

    assert (again["groups-2-name"], again["groups-2-fear"]) == ("", "Te duur")
    assert len(items_of(kept(workshop, visitor).response.get("groups"))) == 1


def test_copying_saves_what_else_was_typed_on_the_page(rows: Visitor, workshop: Workshop) -> None:
    press(rows, "kopie-channels-2", {"channels-1-euros": "15"})

    assert euros(workshop, rows) == [15, 20]


def test_a_copy_leads_to_the_copy(rows: Visitor) -> None:
    answer = rows.fill("channels_page", {}, action="kopie-channels-1")

    assert answer.headers["Location"].endswith("#channels-3")


def test_copying_a_card_that_holds_only_its_name_gives_a_blank_one(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("groups_page", {"groups-1-name": "Ouders"})

    answer = visitor.fill("groups_page", {}, action="kopie-groups-1")

    place, _, card = answer.headers["Location"].partition("#")
    assert find_id(visitor.open(place), f"{card}-name").get("value") == ""
    assert (card, kept(workshop, visitor).drafts) == ("groups-2", {})


def test_the_page_tells_calmly_that_a_card_is_not_finished(rows: Visitor) -> None:
    page = press(rows, "kopie-channels-2")

    note = text_of(find_id(page, "channels-concept"))
    assert note.startswith("Nog niet elke kaart is een antwoord. Wat je typte, is bewaard.")
    assert "rij 3" in note
    assert [one for one in page.iter() if one.get("role") == "alert"] == []


def test_saving_a_copy_without_its_choice_invents_none(rows: Visitor, workshop: Workshop) -> None:
    page = press(rows, "kopie-channels-2")

    answers = [rows.send(page, {})]
    answers.append(rows.send(parse(answers[0]), {}))

    assert [one.status_code for one in answers] == [422, 422]
    assert channels(workshop, rows) == ["website", "flyer"]


def test_removing_goes_on_when_another_card_is_not_finished(rows: Visitor, workshop: Workshop) -> None:
    press(rows, "kopie-channels-1")

    page = press(rows, "weg-channels-2")

    sent = typed(page)
    assert channels(workshop, rows) == ["website"]
    assert (sent["channels-1-channel"], sent["channels-2-channel"], sent["channels-2-euros"]) == ("website", "", "10")
    assert "Verwijderd: Folder of flyer." in text_of(find_id(page, "terug"))


def test_what_was_removed_beside_an_unfinished_card_comes_back(rows: Visitor, workshop: Workshop) -> None:
    press(rows, "kopie-channels-1")
    page = press(rows, "weg-channels-1")
    back = next(one.get("value", "") for one in find_id(page, "terug").iter(f"{X}button"))

    answer = rows.send(page, {}, action=back)

    again = typed(rows.open(answer.headers["Location"].partition("#")[0]))
    assert channels(workshop, rows) == ["website", "flyer"]
    assert [again[f"channels-{n}-channel"] for n in (1, 2, 3)] == ["website", "flyer", ""]
    assert [again[f"channels-{n}-euros"] for n in (1, 2, 3)] == ["10", "20", "10"]


def test_removing_the_unfinished_card_itself_makes_the_rest_an_answer(rows: Visitor, workshop: Workshop) -> None:
    press(rows, "kopie-channels-1")

    page = press(rows, "weg-channels-3", {"channels-2-euros": "25"})

    assert kept(workshop, rows).drafts == {}
    assert typed(page)["channels-2-euros"] == "25"
    assert channels(workshop, rows) == ["website", "flyer"]


def test_moving_goes_on_when_another_card_is_not_finished(rows: Visitor, workshop: Workshop) -> None:
    press(rows, "kopie-channels-1")

    sent = typed(press(rows, "omhoog-channels-2"))

    assert [sent[f"channels-{n}-channel"] for n in (1, 2, 3)] == ["flyer", "website", ""]
    assert channels(workshop, rows) == ["website", "flyer"]


def test_a_button_of_a_card_clashes_with_another_window_and_nothing_is_lost(rows: Visitor, workshop: Workshop) -> None:
    page = rows.open(f"{rows.here}vraag/channels_page")
    rows.fill("channels_page", {"channels-1-euros": "11"})

    answer = rows.send(page, {"channels-1-euros": "12"}, action="weg-channels-2")

    assert answer.status_code == 409
    assert channels(workshop, rows) == ["website", "flyer"]
    assert dict(kept(workshop, rows).drafts["channels"])["channels-1-euros"] == "12"


@pytest.mark.parametrize("action", ["weg-now-1", "kopie-now-1", "weg-channels-1", "kopie-groups-x", "terug-now-1"])
def test_a_button_for_what_is_no_card_of_this_page_just_saves_it(
    visitor: Visitor, workshop: Workshop, action: str
) -> None:
    answer = visitor.fill("count_page", {"now": "10"}, action=action)

    assert answer.status_code == 303
    assert list(kept(workshop, visitor).response.answers) == ["now"]


@pytest.mark.parametrize("number", ["0", "9", "99999"])
def test_a_card_that_is_not_there_cannot_be_removed_or_copied(rows: Visitor, workshop: Workshop, number: str) -> None:
    for kind in ("weg", "kopie"):
        press(rows, f"{kind}-channels-{number}")

    assert channels(workshop, rows) == ["website", "flyer"]


def test_the_cards_of_the_scan_are_written_as_a_form_sends_them(tmp_path: Path) -> None:
    found = filled(tmp_path)
    questionnaire = bundle("nl").questionnaire
    groups = [one for one in questionnaire.questions if one.type is QuestionType.GROUP]
    model = questionnaire.models[0]
    checked = 0

    for group in groups:
        shown = show_entry(group, found.response.get(group.code), questionnaire, model, Language.NL)
        sent = MultiDict(card_fields(group.code, shown.items))
        assert read_entry(group, group.code, sent, questionnaire, model).items == shown.items
        checked += len(shown.items)

    assert checked > 5


@pytest.mark.parametrize(("example", "length"), [("kapsalon-snel", Length.QUICK), ("kapsalon", Length.FULL)])
def test_no_list_chooses_for_whoever_chose_nothing(tmp_path: Path, example: str, length: Length) -> None:
    salon = filled(tmp_path, example, length=length)

    pages = list(pages_with_copies(salon))

    lists = [one for page in pages for one in page.iter(f"{X}select")]
    assert [one.get("id") for one in lists if not holds_or_leaves_blank(one)] == []
    assert len(lists) > 20


def pages_with_copies(salon: Filled) -> Iterator[Element]:
    """Give each page of questions as it stands, and again with a copy of the first card of each group."""
    for page in question_pages(salon.response):
        yield salon.visitor.open(f"{salon.here}vraag/{page.code}")
        for group in (one for one in page.questions if one.type is QuestionType.GROUP and not one.editor):
            salon.visitor.fill(page.code, {}, action=f"kopie-{group.code}-1")
            yield salon.visitor.open(f"{salon.here}vraag/{page.code}")


def holds_or_leaves_blank(select: Element) -> bool:
    options = list(select.iter(f"{X}option"))
    chosen = [one for one in options if one.get("selected") is not None]
    return bool(chosen) or options[0].get("value") == ""
