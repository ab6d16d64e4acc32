"""A page of questions: what stands on it, what is saved, and that nothing typed is ever lost."""

import re
from decimal import Decimal

import pytest

from tests.web.browser import Visitor, X, fields, find_id, heading_of, links, parse, text_of, title_of
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer, Counts, Evidence, Status
from workshop.domain.journey import Block, Division, Matrix
from workshop.domain.response import Response

CHANNELS = {"channels-1-channel": "website", "channels-1-euros": "12,50", "channels-2-channel": "flyer"}


def stored(workshop: Workshop, visitor: Visitor) -> Response:
    dossier = workshop.intake.open(visitor.here.split("/")[2], visitor.token())
    assert dossier is not None
    return dossier.response


def test_the_step_stands_in_the_text_and_in_the_title(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/groups_page")

    assert title_of(page) == "Groepen – Stap 2 van 3 – Klantreis Workshop"
    assert "Stap 2 van 3 · Je klanten" in text_of(page)


def test_the_introduction_stands_on_the_first_page_of_a_section_only(visitor: Visitor) -> None:
    first = visitor.get(f"{visitor.here}vraag/offer").text
    second = visitor.get(f"{visitor.here}vraag/people").text

    assert "Een korte inleiding met <strong>nadruk</strong>." in first
    assert "Een korte inleiding" not in second


def test_the_button_names_the_page_that_follows(visitor: Visitor) -> None:
    page = text_of(visitor.open(f"{visitor.here}vraag/offer"))

    assert "Opslaan en naar ‘Je mensen’" in page


def test_a_page_leads_to_the_next(visitor: Visitor) -> None:
    answer = visitor.fill("offer", {"sells": "goods"})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{visitor.here}vraag/people")


def test_the_last_page_of_a_section_is_saved_and_leads_to_what_it_brought(visitor: Visitor, workshop: Workshop) -> None:
    answer = visitor.fill("people", {"staff": "no", "special": "Koffie", "places": ["shop", "online"]})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{visitor.here}tussenstand/business")
    assert stored(workshop, visitor).answers == {
        "staff": Answer(value=False),
        "special": Answer(value="Koffie"),
        "places": Answer(value=("shop", "online")),
    }


def test_saving_may_lead_back_to_the_overview(visitor: Visitor) -> None:
    answer = visitor.fill("people", {"staff": "no"}, action="overzicht")

    assert answer.headers["Location"] == visitor.here


def test_a_change_from_the_check_page_leads_back_there(visitor: Visitor) -> None:
    answer = visitor.fill("people", {"staff": "no"}, query="?terug=controle")

    assert answer.headers["Location"] == f"{visitor.here}controle"


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example", "//kwaad.example", "/\\kwaad.example", "overzicht"])
def test_no_other_word_can_say_where_to_go(visitor: Visitor, elsewhere: str) -> None:
    answer = visitor.fill("people", {"staff": "no"}, query=f"?terug={elsewhere}")

    assert answer.headers["Location"] == f"{visitor.here}tussenstand/business"


def test_after_the_last_section_comes_the_check_page(visitor: Visitor) -> None:
    answer = visitor.fill("count_page", {"now": "10"})

    assert answer.headers["Location"] == f"{visitor.here}tussenstand/figures"
    assert f"{visitor.here}controle" in links(visitor.open(answer.headers["Location"]))


def test_a_mistake_saves_nothing_and_keeps_everything_typed(visitor: Visitor, workshop: Workshop) -> None:
    answer = visitor.fill("count_page", {"now": "tien", "new": "3", "hour_cost": "€ 1.250,5x", "going": "1"})

    page = parse(answer)
    sent = fields(find_id(page, "answers"))
    assert answer.status_code == 422
    assert stored(workshop, visitor).answers == {}
    assert (sent["now"], sent["new"], sent["hour_cost"], sent["going"]) == ("tien", "3", "€ 1.250,5x", "1")


def test_a_mistake_is_told_on_top_and_at_the_field(visitor: Visitor) -> None:
    page = parse(visitor.fill("count_page", {"now": "tien"}))

    summary = next(one for one in page.iter() if one.get("role") == "alert")
    box = find_id(page, "now")
    assert title_of(page).startswith("Fout: Klanten tellen")
    assert [one.get("href") for one in summary.iter(f"{X}a")] == ["#now"]
    assert (box.get("aria-invalid"), "now-fout" in (box.get("aria-describedby") or "")) == ("true", True)
    assert "Dit is geen getal" in text_of(find_id(page, "now-fout"))
    assert summary.get("tabindex") == "-1"


def test_every_error_link_leads_to_something_on_the_page(visitor: Visitor) -> None:
    visitor.fill("channels_page", CHANNELS)
    wrong = {"groups-1-name": "Ouders", "groups-1-part": "veel"}

    pages = [
        parse(visitor.fill("groups_page", wrong)),
        parse(visitor.fill("hours_page", {"hours-before_sale": "x", "hours-after_sale": "-1"})),
        parse(visitor.fill("use_page", {"use-website-before_sale": "9"})),
        parse(visitor.fill("ten_page", {"last_ten-website": "1,5"})),
        parse(visitor.fill("people", {"staff": "misschien"})),
    ]

    for page in pages:
        summary = next(one for one in page.iter() if one.get("role") == "alert")
        ids = {one.get("id") for one in page.iter()}
        targets = [(one.get("href") or "").removeprefix("#") for one in summary.iter(f"{X}a")]
        assert targets
        assert set(targets) <= ids, targets


def test_weet_ik_niet_is_one_tap_at_a_choice(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("offer", {"sells": "-unknown"})

    assert stored(workshop, visitor).get("sells") == Answer(Status.UNKNOWN)


def test_not_applicable_is_one_tap_below_a_field(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("offer", {"started_on-status": "-not_applicable"})

    assert stored(workshop, visitor).get("started_on") == Answer(Status.NOT_APPLICABLE)


def test_what_was_saved_stands_in_the_form_again(visitor: Visitor) -> None:
    answers = {"now": "1200", "hour_cost": "42,5", "hour_cost-evidence": "3", "going": "-unknown"}
    visitor.fill("count_page", {**answers, "now": "999"})

    sent = fields(find_id(visitor.open(f"{visitor.here}vraag/count_page"), "answers"))

    assert (sent["now"], sent["going"]) == ("999", "-unknown")


def test_amounts_are_read_as_the_dutch_write_them(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"hour_cost": "€ 42,50", "hour_cost-evidence": "3"})

    assert stored(workshop, visitor).get("hour_cost") == Answer(value=Decimal("42.5"), evidence=Evidence.MEASURED)


def test_a_division_has_a_row_per_phase_and_shows_its_total(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("hours_page", {"hours-before_sale": "6", "hours-after_sale": "2,5"})

    page = visitor.open(f"{visitor.here}vraag/hours_page")
    kept = stored(workshop, visitor).get("hours")
    assert text_of(next(page.iter(f"{X}output"))) == "8,5"
    assert kept is not None
    assert isinstance(kept.value, Division)
    assert kept.value.total == Decimal("8.5")


def test_a_form_made_in_another_phase_model_is_read_in_that_model(visitor: Visitor, workshop: Workshop) -> None:
    page = visitor.open(f"{visitor.here}vraag/hours_page")
    form = next(one for one in visitor.open(visitor.here).iter(f"{X}form") if "gegevens" in one.get("action", ""))
    visitor.client.post(f"{visitor.here}gegevens", data={**fields(form), "model": "three-phase"})

    visitor.send(page, {"hours-before_sale": "6", "hours-after_sale": "2"})

    kept = stored(workshop, visitor).get("hours")
    assert kept is not None
    assert isinstance(kept.value, Division)
    assert (kept.value.total, stored(workshop, visitor).model) == (Decimal(8), "three-phase")


def test_channels_start_with_three_blank_rows(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/channels_page")

    assert [f"channels-{n}" for n in (1, 2, 3)] == [
        one.get("id") for one in page.iter(f"{X}fieldset") if "card" in (one.get("class") or "")
    ]


def test_a_group_of_cards_starts_with_one(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/groups_page")

    assert len([one for one in page.iter(f"{X}fieldset") if one.get("class") == "card"]) == 1


def test_one_more_saves_and_comes_back_with_a_blank_card(visitor: Visitor) -> None:
    answer = visitor.fill("groups_page", {"groups-1-name": "Ouders"}, action="meer-groups")

    place = answer.headers["Location"]
    page = visitor.open(place.partition("#")[0])
    assert place.endswith("#groups-2")
    assert find_id(page, "groups-1-name").get("value") == "Ouders"
    assert find_id(page, "groups-2-name").get("value") == ""


def test_remove_takes_one_card_out_and_keeps_the_rest(visitor: Visitor) -> None:
    visitor.fill("groups_page", {"groups-1-name": "Ouders"}, action="meer-groups")
    page = visitor.open(f"{visitor.here}vraag/groups_page?nog=groups")
    visitor.send(page, {"groups-2-name": "Opa's"})

    answer = visitor.fill("groups_page", {}, action="weg-groups-1")

    page = visitor.open(answer.headers["Location"].partition("#")[0])
    assert find_id(page, "groups-1-name").get("value") == "Opa's"


def test_a_mistake_in_a_card_keeps_all_cards_as_typed(visitor: Visitor) -> None:
    visitor.fill("groups_page", {"groups-1-name": "Ouders"}, action="meer-groups")
    page = visitor.open(f"{visitor.here}vraag/groups_page?nog=groups")

    answer = visitor.send(page, {"groups-2-name": "Opa's", "groups-2-part": "130"})

    page = parse(answer)
    assert answer.status_code == 422
    assert find_id(page, "groups-2-name").get("value") == "Opa's"
    assert find_id(page, "groups-2-part").get("value") == "130"
    assert "te hoog" in text_of(find_id(page, "groups-2-part-fout"))


def test_the_grid_asks_for_channels_first_when_none_are_named(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/use_page")

    assert "Je hebt nog geen kanalen genoemd" in text_of(page)
    assert f"{visitor.here}vraag/channels_page" in [one.get("href") for one in page.iter(f"{X}a")]


def test_the_grid_has_a_row_per_named_channel_and_a_cell_per_phase(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("channels_page", CHANNELS)

    visitor.fill("use_page", {"use-website-before_sale": "2", "use-flyer-after_sale": "0"})

    kept = stored(workshop, visitor).get("use")
    assert kept is not None
    assert isinstance(kept.value, Matrix)
    assert kept.value.level("website", (Block.BUYING,)) == 2
    assert kept.value.level("flyer", (Block.USE,)) == 0


def test_counting_shows_the_total_of_at_most_ten(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("channels_page", CHANNELS)

    visitor.fill("ten_page", {"last_ten-website": "4", "last_ten-flyer": "2"})

    kept = stored(workshop, visitor).get("last_ten")
    assert kept is not None
    assert kept.value == Counts({"website": 4, "flyer": 2})
    assert "6 van 10" in text_of(visitor.open(f"{visitor.here}vraag/ten_page"))


def test_a_question_that_an_answer_brings_up_is_asked_at_once(visitor: Visitor) -> None:
    answer = visitor.fill("offer", {"sells": "services"})

    assert answer.headers["Location"] == f"{visitor.here}vraag/offer#service_name-vraag"
    assert find_id(visitor.open(f"{visitor.here}vraag/offer"), "service_name").get("value") == ""


def test_an_old_tab_wipes_no_question_that_did_not_stand_on_it(visitor: Visitor, workshop: Workshop) -> None:
    old_tab = visitor.open(f"{visitor.here}vraag/offer")
    visitor.fill("offer", {"sells": "services"})
    visitor.fill("offer", {"service_name": "Knippen"})

    visitor.send(old_tab, {"sells": "services"})

    assert stored(workshop, visitor).get("service_name") == Answer(value="Knippen")


def test_answers_that_deny_one_another_on_a_page_are_refused_and_still_there(
    visitor: Visitor, workshop: Workshop
) -> None:
    answer = visitor.fill("count_page", {"now": "10", "new": "20"})

    page = parse(answer)
    assert answer.status_code == 422
    assert "Je hebt meer nieuwe klanten dan klanten." in text_of(page)
    assert [find_id(page, one).get("value") for one in ("now", "new")] == ["10", "20"]
    assert stored(workshop, visitor).get("new") is None


def test_a_form_that_does_not_say_what_stood_on_it_answers_the_whole_page(visitor: Visitor, workshop: Workshop) -> None:
    page = visitor.open(f"{visitor.here}vraag/count_page")
    token = next(one.get("value") for one in page.iter() if one.get("name") == "csrf_token")

    visitor.client.post(f"{visitor.here}vraag/count_page", data={"csrf_token": token, "now": "10", "new": "2"})

    assert stored(workshop, visitor).get("new") == Answer(value=Decimal(2))


def test_the_language_changes_on_the_page_and_saves_what_was_typed(visitor: Visitor, workshop: Workshop) -> None:
    answer = visitor.fill("offer", {"sells": "goods"}, action="taal-en")

    page = visitor.open(answer.headers["Location"])
    assert (page.get("lang"), heading_of(page)) == ("en", "Your offer")
    assert stored(workshop, visitor).get("sells") == Answer(value="goods")


def test_help_is_read_as_markdown_and_the_reason_can_be_opened(visitor: Visitor) -> None:
    page = visitor.get(f"{visitor.here}vraag/offer").text

    assert "Kies wat het meest voorkomt." in page
    assert re.search(r"<summary><span>Waarom vragen we dit\?</span></summary>", page)


def test_typed_html_is_shown_as_text(visitor: Visitor) -> None:
    visitor.fill("people", {"special": "<script>alert(1)</script>"})

    page = visitor.get(f"{visitor.here}vraag/people").text
    check = visitor.get(f"{visitor.here}controle").text
    assert "<script>alert" not in page + check


def test_a_hidden_question_has_no_page(visitor: Visitor) -> None:
    assert visitor.get(f"{visitor.here}vraag/nergens").status_code == 404


def test_a_row_without_its_channel_is_told_at_that_row_and_keeps_what_was_typed(
    visitor: Visitor, workshop: Workshop
) -> None:
    answer = visitor.fill("channels_page", {"channels-1-channel": "website", "channels-2-euros": "12,50"})

    page = parse(answer)
    assert answer.status_code == 422
    assert stored(workshop, visitor).answers == {}
    assert fields(find_id(page, "answers"))["channels-2-euros"] == "12,50"
    assert "rij 2" in text_of(find_id(page, "channels-2-channel-fout")).lower()


def test_the_same_channel_twice_is_told_at_the_second_row(visitor: Visitor) -> None:
    answer = visitor.fill("channels_page", {"channels-1-channel": "flyer", "channels-2-channel": "flyer"})

    page = parse(answer)
    assert answer.status_code == 422
    assert "rij 1" in text_of(find_id(page, "channels-2-channel-fout")).lower()


def test_saving_a_page_keeps_evidence_that_it_does_not_ask(visitor: Visitor, workshop: Workshop) -> None:
    known = {"now": Answer(value=Decimal(1200), evidence=Evidence.MEASURED)}
    workshop.intake.save(visitor.here.split("/")[2], visitor.token(), known, "count_page")

    visitor.fill("count_page", {"now": "1200", "new": "3"})

    assert stored(workshop, visitor).get("now") == known["now"]


def test_no_channels_at_all_still_asks_for_the_rows_that_are_always_there(visitor: Visitor, workshop: Workshop) -> None:
    none = {"channels": Answer(value=())}
    workshop.intake.save(visitor.here.split("/")[2], visitor.token(), none, "channels_page")

    sent = fields(find_id(visitor.open(f"{visitor.here}vraag/ten_page"), "answers"))

    assert [name for name in sent if name.startswith("last_ten-") and not name.endswith(("status", "evidence"))] == [
        "last_ten-website"
    ]
