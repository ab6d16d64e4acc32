"""What someone types about a touchpoint or a map is kept while he types, and nobody overwrites another unseen."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from werkzeug.test import TestResponse

from tests.proof.site import make_site
from tests.web.browser import Visitor, fields, find_id, links, parse, text_of
from tests.web.mapping import Mapper, mapper
from workshop.domain.map_edit import text_of as said
from workshop.web.fields.cards import MINE, THEIRS


@pytest.fixture
def salon(tmp_path: Path) -> Mapper:
    return mapper(tmp_path)


@pytest.fixture
def one_map(salon: Mapper) -> str:
    address = salon.make()
    for name in ("Zien", "Boeken"):
        salon.add(address, name)
    return address


def typing(salon: Mapper, page: Element, **typed: str) -> TestResponse:
    """Send what was typed, and nothing else of the form, as the script of the page does."""
    form = find_id(page, "answers")
    whole = fields(form)
    sent = {name: whole[name] for name in ("csrf_token", "gemaakt-in")}
    for code in typed:
        sent |= {name: whole[name] for name in (f"stand-{code}", f"concept-{code}") if name in whole}
    return salon.visitor.client.post(form.get("data-save", ""), data={**sent, "gevraagd": list(typed), **typed})


def the_want(salon: Mapper, point: str = "t1") -> str:
    return said(salon.atlas().point(point), "want")


def test_a_field_is_saved_while_someone_types_and_the_others_stay(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t1")

    answer = typing(salon, page, want="Een idee")

    told = answer.get_json()
    assert (answer.status_code, told["line"][:14]) == (200, "Opgeslagen om ")
    point = salon.atlas().point("t1")
    assert [said(point, code) for code in ("want", "name", "channel")] == ["Een idee", "Zien", "website"]
    again = find_id(salon.visitor.open(f"{one_map}/moment/t1"), "answers")
    assert told["stamps"] == {"want": fields(again)["stand-want"]}


def test_the_name_of_a_map_is_saved_while_someone_types(salon: Mapper, one_map: str) -> None:
    answer = typing(salon, salon.visitor.open(f"{one_map}/gegevens"), name="De gewone reis")

    assert answer.status_code == 200
    kept = salon.atlas().map("m1")
    assert (said(kept, "name"), said(kept, "personas")) == ("De gewone reis", "Drukke ouders")


@pytest.mark.parametrize(("code", "typed"), [("drop_off", "ongeveer 130"), ("name", ""), ("measured_on", "ergens")])
def test_what_is_no_answer_yet_is_there_again_another_day(salon: Mapper, one_map: str, code: str, typed: str) -> None:
    before = salon.atlas()

    answer = typing(salon, salon.visitor.open(f"{one_map}/moment/t1"), **{code: typed})

    assert [answer.get_json()[one] for one in ("state", "drafts")] == ["draft", [code]]
    assert salon.atlas() == before
    again = salon.visitor.open(f"{one_map}/moment/t1")
    assert fields(find_id(again, "answers"))[code] == typed
    assert "nog geen antwoord" in text_of(find_id(again, f"{code}-concept"))
    assert fields(find_id(salon.visitor.open(f"{one_map}/moment/t2"), "answers"))[code] != typed or not typed


def test_a_mended_draft_is_an_answer_and_no_draft(salon: Mapper, one_map: str) -> None:
    typing(salon, salon.visitor.open(f"{one_map}/moment/t1"), drop_off="ongeveer 30")

    mended = typing(salon, salon.visitor.open(f"{one_map}/moment/t1"), drop_off="30")

    assert mended.status_code == 200
    again = salon.visitor.open(f"{one_map}/moment/t1")
    assert fields(find_id(again, "answers"))["drop_off"] == "30"
    assert "drop_off-concept" not in {one.get("id") for one in again.iter()}


def test_a_form_that_was_refused_is_there_again_after_closing_it(salon: Mapper, one_map: str) -> None:
    refused = salon.fill(salon.visitor.open(f"{one_map}/moment/t1"), drop_off="veel", pain="Wachten")

    again = fields(find_id(salon.visitor.open(f"{one_map}/moment/t1"), "answers"))
    assert refused.status_code == 422
    assert (again["drop_off"], again["pain"]) == ("veel", "Wachten")

    salon.fill(parse(refused), drop_off="30")
    kept = fields(find_id(salon.visitor.open(f"{one_map}/moment/t1"), "answers"))
    assert (kept["drop_off"], kept["pain"]) == ("30", "Wachten")
    assert not any(name.startswith("concept-") for name in kept)


def test_a_new_touchpoint_gets_no_draft_of_one_that_was_removed(salon: Mapper, one_map: str) -> None:
    typing(salon, salon.visitor.open(f"{one_map}/moment/t2"), drop_off="ongeveer 30")
    salon.do(one_map, "weg-t2")

    salon.add(one_map, "Bellen")

    assert salon.names() == ["Zien", "Bellen"]
    assert fields(find_id(salon.visitor.open(f"{one_map}/moment/t2"), "answers"))["drop_off"] == ""


def test_typing_in_what_another_window_removed_is_told_and_not_called_saved(salon: Mapper, one_map: str) -> None:
    mine = salon.visitor.open(f"{one_map}/moment/t2")
    salon.do(one_map, "weg-t2")

    answer = typing(salon, mine, want="Zaterdag")

    told = answer.get_json()
    assert (answer.status_code, told["state"]) == (200, "lost")
    assert "verwijderd" in told["line"]
    assert "Opgeslagen" not in told["line"]


def test_an_old_token_is_renewed_and_saves_nothing(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t1")
    address = find_id(page, "answers").get("data-save", "")

    answer = salon.visitor.client.post(address, data={"csrf_token": "oud", "gevraagd": "want", "want": "Een idee"})

    assert (answer.status_code, the_want(salon)) == (400, "")
    token = {"csrf_token": answer.get_json()["token"]}
    again = salon.visitor.client.post(address, data={**token, "gevraagd": "want", "want": "Een idee"})
    assert (again.status_code, the_want(salon)) == (200, "Een idee")


def test_while_typing_a_clash_comes_with_both_and_a_button_for_each(salon: Mapper, one_map: str) -> None:
    mine, theirs = (salon.visitor.open(f"{one_map}/moment/t1") for _ in range(2))
    typing(salon, theirs, want="Een plek op zaterdag")

    clash = typing(salon, mine, want="Een idee")

    told = clash.get_json()
    assert (clash.get_json()["state"], the_want(salon)) == ("clash", "Een plek op zaterdag")
    assert all(one in told["there"]["want"]["html"] for one in ("Een plek op zaterdag", "mijn-want", "hun-want"))


@pytest.mark.parametrize(("choice", "stays"), [(MINE, "Een idee"), (THEIRS, "Een plek op zaterdag")])
@pytest.mark.parametrize("field", ["want", "block"])
def test_a_clash_shows_both_and_a_press_decides_each(
    salon: Mapper, one_map: str, choice: str, stays: str, field: str
) -> None:
    there = f"{one_map}/moment/t1"
    mine, theirs = (salon.visitor.open(there) for _ in range(2))
    salon.fill(theirs, want="Een plek op zaterdag", block="b4")

    clash = salon.fill(mine, want="Een idee", block="b5", plus="Koffie")
    page = parse(clash)
    first = salon.fill(page, actie=f"{choice}-{field}")
    other = "block" if field == "want" else "want"
    decided = salon.fill(parse(first), actie=f"{MINE}-{other}")

    assert (clash.status_code, first.status_code) == (409, 409)
    assert f"{choice}-{field}" in [one.get("value") for one in page.iter()]
    assert f"{choice}-{field}" not in [one.get("value") for one in parse(first).iter()]
    assert (decided.status_code, decided.headers["Location"]) == (303, f"{there}#{other}-vraag")
    point = salon.atlas().point("t1")
    kept = {"want": said(point, "want"), "block": said(point, "block")}
    expected = {"want": "Een idee", "block": "b5"}
    expected[field] = expected[field] if choice == MINE else {"want": stays, "block": "b4"}[field]
    assert (kept, said(point, "plus")) == (expected, "Koffie")


@pytest.mark.parametrize(("choice", "stays"), [(MINE, "Mijn naam"), (THEIRS, "Hun naam")])
def test_a_clash_in_the_name_of_a_map_is_decided_by_one_press(
    salon: Mapper, one_map: str, choice: str, stays: str
) -> None:
    mine, theirs = (salon.visitor.open(f"{one_map}/gegevens") for _ in range(2))
    salon.fill(theirs, name="Hun naam")

    decided = salon.fill(parse(salon.fill(mine, name="Mijn naam")), actie=f"{choice}-name")

    assert decided.headers["Location"] == f"{one_map}/gegevens#name-vraag"
    assert said(salon.atlas().map("m1"), "name") == stays


def test_a_number_is_read_in_the_language_in_which_it_was_typed(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t1")
    salon.shop.intake.choose(salon.number, salon.token, language="en")

    typing(salon, page, drop_off="12,5")

    assert fields(find_id(salon.visitor.open(f"{one_map}/moment/t1"), "answers"))["drop_off"] == "12.5"


@pytest.fixture
def full(tmp_path: Path) -> Visitor:
    """Someone with the full session of the hair salon, where gaps rest on moments of the map."""
    site = make_site(tmp_path / "full")
    return site.visitor(site.keep("kapsalon"))


def test_a_gap_leads_to_its_moment_and_saving_there_back_to_the_gap(full: Visitor) -> None:
    result = full.open(f"{full.here}resultaat")
    link = next(one for one in links(result) if "/moment/" in one)
    gap = link.partition("gat=")[2]
    page = full.open(link)
    form = find_id(page, "answers")

    answer = full.client.post(form.get("action", ""), data={**fields(form).to_dict(flat=False), "actie": "opslaan"})

    back = answer.headers["Location"]
    assert (answer.status_code, back) == (303, f"{full.here}resultaat?gat={gap}&deed=bewaard#{gap}")
    told = text_of(find_id(full.open(back.partition("#")[0]), gap))
    assert "Dit gat is er nog" in told
    assert f"{full.here}resultaat?gat={gap}#{gap}" in links(page)
