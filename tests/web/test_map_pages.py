"""The map editor without a browser: made, filled, moved, removed and put back, with nothing lost on the way."""

from pathlib import Path

import pytest

from tests.web.browser import Visitor, X, fields, find_id, links, parse, text_of, title_of
from tests.web.mapping import Mapper, focused, mapper, sealed
from workshop.domain.answer import Answer, Item
from workshop.domain.map_edit import text_of as said
from workshop.domain.response import Length

MODELS = ("four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev")
HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}"


@pytest.fixture
def salon(tmp_path: Path) -> Mapper:
    return mapper(tmp_path)


@pytest.fixture
def one_map(salon: Mapper) -> str:
    """A map with a moment before, at and after buying."""
    address = salon.make()
    for name, block in (("Zien", "b1"), ("Boeken", "b4"), ("Knippen", "b5")):
        salon.add(address, name, block)
    return address


def test_the_page_of_the_wizard_leads_to_the_editor(salon: Mapper) -> None:
    answer = salon.visitor.get(f"{salon.visitor.here}vraag/journey_maps")

    assert (answer.status_code, answer.headers["Location"]) == (303, salon.maps)


def test_the_editor_leads_back_to_the_wizard_and_on(salon: Mapper) -> None:
    page = salon.visitor.open(salon.maps)

    assert any("/vraag/" in link for link in links(page))
    assert f"{salon.visitor.here}tussenstand/map" in links(page)


def test_a_resumed_dossier_comes_back_to_the_maps(salon: Mapper, one_map: str) -> None:
    answer = salon.visitor.get(f"/hervat/{salon.token}")

    assert answer.headers["Location"] == f"{salon.visitor.here}vraag/journey_maps"


def test_a_questionnaire_without_maps_has_no_editor(visitor: Visitor) -> None:
    assert visitor.get(f"{visitor.here}kaart").status_code == 404


def test_the_cards_say_what_is_known_of_each_customer_group(salon: Mapper) -> None:
    page = text_of(salon.visitor.open(salon.maps))

    assert "Drukke ouders" in page
    assert "Verlangens Van klanten gehoord" in page
    assert "Behoeften Gemeten of geteld" in page
    assert "nog niet ingevuld" in page


def test_a_new_map_carries_the_name_of_its_customer_group(salon: Mapper) -> None:
    address = salon.make()

    page = salon.visitor.open(address)
    assert title_of(page).startswith("Drukke ouders: zo gaat het nu")
    assert "Waar ziet, hoort of spreekt de klant je?" in text_of(page)


def test_an_unknown_customer_group_is_not_taken_over(salon: Mapper) -> None:
    salon.make(persona="Niemand van jullie")

    assert said(salon.atlas().maps[0], "personas") == ""


def test_a_second_map_of_one_kind_gets_a_name_of_its_own(salon: Mapper) -> None:
    salon.make()
    salon.make()

    assert [said(one, "name") for one in salon.atlas().maps][1] == "Drukke ouders: zo gaat het nu (2)"


def test_a_touchpoint_is_added_in_one_go_and_the_next_can_be_typed(salon: Mapper) -> None:
    address = salon.make()

    page = salon.visitor.open(salon.add(address, "Bellen", "b3", "phone", "repeat"))

    assert focused(page) == ["name"]
    assert text_of(find_id(page, "gedaan")) == "‘Bellen’ staat erbij, in Overweging."
    assert find_id(page, "gedaan").get("role") == "status"
    sent = fields(find_id(page, "snel"))
    assert (sent["name"], sent["block"], sent["channel"], sent["cycle"]) == ("", "b3", "", "repeat")


def test_the_phases_of_the_model_group_the_places_and_the_rest_comes_last(salon: Mapper) -> None:
    address = salon.make()
    salon.post(f"{salon.maps}/beeld", model="bonsing-mann", naar="m1")

    page = salon.visitor.open(address)

    groups = [one.get("label") for one in find_id(page, "block").iter(f"{X}optgroup")]
    assert groups == [
        *("Oriëntatie", "Selectie", "Transactie", "Levering", "Klantenservice", "Tussen aankopen", "Herhaalkoop"),
        "Niet in dit model",
    ]


def test_the_channels_in_use_come_first(salon: Mapper) -> None:
    page = salon.visitor.open(salon.make())

    first, rest = find_id(page, "channel").iter(f"{X}optgroup")
    assert first.get("label") == "Jouw kanalen"
    assert "website" in [one.get("value") for one in first]
    assert "website" not in [one.get("value") for one in rest]


def test_a_touchpoint_without_a_name_is_refused_and_keeps_the_rest(salon: Mapper) -> None:
    address = salon.make()

    answer = salon.post(address, actie="erbij", name=" ", block="b7", channel="phone", cycle="repeat")

    page = parse(answer)
    assert answer.status_code == 422
    assert title_of(page).startswith("Fout: ")
    assert find_id(page, "name").get("aria-invalid") == "true"
    sent = fields(find_id(page, "snel"))
    assert (sent["block"], sent["channel"], sent["cycle"]) == ("b7", "phone", "repeat")


def test_up_and_down_keep_the_focus_on_the_button(salon: Mapper, one_map: str) -> None:
    answer = salon.do(one_map, "neer-t1")

    page = salon.visitor.open(answer.headers["Location"])
    assert focused(page) == ["neer-t1"]
    assert "‘Zien’ is omlaag gezet, in Overweging." in text_of(page)


def test_a_copy_stands_below_the_first(salon: Mapper, one_map: str) -> None:
    answer = salon.do(one_map, "kopie-t2")

    assert salon.names() == ["Zien", "Boeken", "Boeken (kopie)", "Knippen"]
    assert focused(salon.visitor.open(answer.headers["Location"])) == [f"{one_map}/moment/t4"]


def test_what_was_removed_can_be_put_back_where_it_was(salon: Mapper, one_map: str) -> None:
    before = salon.atlas()

    removed = salon.do(one_map, "weg-t2")
    assert "‘Boeken’ is verwijderd." in text_of(parse(removed))
    assert salon.names() == ["Zien", "Knippen"]
    back = salon.post(f"{salon.maps}/terug", parse(removed), wat=sealed(removed))

    assert back.headers["Location"].startswith(f"{one_map}?")
    assert salon.atlas() == before


def test_putting_back_twice_gives_one(salon: Mapper, one_map: str) -> None:
    removed = salon.do(one_map, "weg-t2")

    for _ in range(2):
        salon.post(f"{salon.maps}/terug", parse(removed), wat=sealed(removed))

    assert salon.names() == ["Zien", "Boeken", "Knippen"]


def test_a_map_comes_back_with_everything_on_it(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t2")
    salon.fill(page, expected_functional="4", drop_off="12,5", surprise_since="1-3-2026", owner="niemand")
    before = salon.atlas()

    removed = salon.do(salon.maps, "weg-m1")
    assert salon.atlas().maps == ()
    salon.post(f"{salon.maps}/terug", parse(removed), wat=sealed(removed))

    assert salon.atlas() == before


@pytest.mark.parametrize("what", ["", "x.y", "WyJtYXBzIl0.nee"])
def test_nothing_is_put_back_that_we_did_not_seal(salon: Mapper, one_map: str, what: str) -> None:
    assert salon.post(f"{salon.maps}/terug", wat=what).status_code == 404


def test_another_dossier_cannot_put_back_what_was_sealed_here(salon: Mapper, one_map: str, tmp_path: Path) -> None:
    removed = sealed(salon.do(one_map, "weg-t2"))
    other = mapper(tmp_path / "other")

    assert other.post(f"{other.maps}/terug", wat=removed).status_code == 404


def test_removing_what_another_window_removed_says_so(salon: Mapper, one_map: str) -> None:
    salon.do(one_map, "weg-t2")

    answer = salon.do(one_map, "weg-t2")

    assert answer.status_code == 409
    assert "in een ander venster verwijderd" in text_of(parse(answer))


def test_every_field_of_a_touchpoint_can_be_filled_in_and_stays(salon: Mapper, one_map: str) -> None:
    fields_of = salon.shop.bundle("klantreis", "nl").questionnaire.question("touchpoints")
    assert fields_of is not None
    page = salon.visitor.open(f"{one_map}/moment/t1")
    texts = {one.code: f"Tekst over {one.code}" for one in fields_of.fields if one.type.value == "text"}
    texts = {code: text for code, text in texts.items() if code not in ("code", "map")}
    picks = {one.code: one.choices[1].code for one in fields_of.fields if one.type.value in ("choice", "scale")}
    rest = {"decision": "yes", "surprise": "no", "measured": "yes", "drop_off": "30"}
    dates = {"surprise_since": "1-3-2026", "measured_on": "1-11-2026"}

    answer = salon.fill(page, **texts, **picks, **rest, **dates)

    assert answer.headers["Location"] == f"{one_map}?bij=t1&deed=bewaard"
    kept = salon.atlas().point("t1")
    assert {one.code for one in fields_of.fields} == set(kept.answers)
    again = fields(find_id(salon.visitor.open(f"{one_map}/moment/t1"), "answers"))
    for code, value in {**texts, **picks, **rest, "drop_off": "30"}.items():
        assert again[code] == value


def test_saving_an_untouched_touchpoint_changes_nothing(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t2")
    salon.fill(page, expected_functional="4", emotion="happy", drop_off="12,5")
    before = salon.atlas()

    salon.fill(salon.visitor.open(f"{one_map}/moment/t2"))

    assert salon.atlas() == before


def test_a_choice_can_be_taken_back(salon: Mapper, one_map: str) -> None:
    salon.fill(salon.visitor.open(f"{one_map}/moment/t2"), status="to_design")

    salon.fill(salon.visitor.open(f"{one_map}/moment/t2"), status="")

    assert salon.atlas().point("t2").get("status") is None


def test_a_mistake_keeps_everything_typed_and_saves_nothing(salon: Mapper, one_map: str) -> None:
    before = salon.atlas()

    answer = salon.fill(salon.visitor.open(f"{one_map}/moment/t2"), drop_off="130", pain="Wachten", name="")

    page = parse(answer)
    assert answer.status_code == 422
    assert salon.atlas() == before
    summary = next(one for one in page.iter() if one.get("role") == "alert")
    ids = {one.get("id") for one in page.iter()}
    assert {one.get("href", "").removeprefix("#") for one in summary.iter(f"{X}a")} == {"name", "drop_off"} & ids
    sent = fields(find_id(page, "answers"))
    assert (sent["drop_off"], sent["pain"], sent["name"]) == ("130", "Wachten", "")


def test_saving_may_lead_to_the_next_moment(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t1")

    answer = salon.fill(page, actie="volgende")

    assert "Opslaan en naar ‘Boeken’" in text_of(page)
    assert answer.headers["Location"] == f"{one_map}/moment/t2"


def test_what_a_map_is_about_can_be_changed(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/gegevens")

    answer = salon.fill(page, name="Knippen", subject="Knippen en kleuren", personas="Vaste dames van de dinsdag")

    assert answer.headers["Location"] == one_map
    about = salon.atlas().map("m1")
    assert [said(about, code) for code in ("name", "subject", "personas")] == [
        *("Knippen", "Knippen en kleuren", "Vaste dames van de dinsdag")
    ]


def test_a_copied_map_and_its_first_can_be_compared(salon: Mapper, one_map: str) -> None:
    salon.post(salon.maps, actie="kopie-m1", soort="design", groep="")
    salon.fill(salon.visitor.open(f"{salon.maps}/m2/moment/t5"), idea="Prijzen naast de knop")
    salon.do(f"{salon.maps}/m2", "weg-t6")

    page = text_of(salon.visitor.open(f"{salon.maps}/vergelijk?links=m1&rechts=m2"))

    assert salon.names("m1") == ["Zien", "Boeken", "Knippen"]
    assert "Prijzen naast de knop" in page
    assert "Op de kaartstaat eropstaat er niet op" in page
    assert "Zien Bewustwording" not in page


def test_comparing_a_map_with_itself_says_what_to_do(salon: Mapper, one_map: str) -> None:
    page = text_of(salon.visitor.open(f"{salon.maps}/vergelijk"))

    assert "Maak een tweede kaart" in page
    assert "zeggen hetzelfde" in page


def test_there_is_nothing_to_compare_without_maps(salon: Mapper) -> None:
    assert salon.visitor.get(f"{salon.maps}/vergelijk").status_code == 404


@pytest.mark.parametrize("paper", ["a3", "a4", "A3", "iets"])
def test_the_empty_map_prints_on_either_paper(salon: Mapper, paper: str) -> None:
    own = salon.visitor.open(f"{salon.maps}/blanco?formaat={paper}")
    anyones = salon.visitor.open(f"/kaart/blanco?formaat={paper}&model=gilev&taal=en")

    size = paper.lower() if paper.lower() in ("a3", "a4") else "a4"
    assert f"paper-{size}" in "".join(one.get("class", "") for one in own.iter(f"{X}div"))
    assert anyones.get("lang") == "en"
    assert "Onboarding" in text_of(anyones)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_sound_in_every_model_and_loses_nothing(salon: Mapper, one_map: str, language: str) -> None:
    salon.add(one_map, "Doorvertellen", "b10")
    salon.post(salon.maps, actie="kopie-m1", soort="design", groep="")
    before = salon.atlas()

    for model in MODELS:
        answer = salon.post(f"{salon.maps}/beeld", model=model, taal=language, naar="m1")
        page = salon.visitor.open(answer.headers["Location"])
        assert focused(page) == [f"model-{model}"]
        assert all(name in text_of(page) for name in salon.names())
        for place in ("", "/m1/moment/t1", "/m1/gegevens", "/vergelijk?links=m1&rechts=m2", "/blanco"):
            assert salon.visitor.open(salon.maps + place).get("lang") == language
    assert salon.atlas() == before


def test_the_language_changes_in_the_form_and_saves_what_was_typed(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{one_map}/moment/t1")

    answer = salon.fill(page, want="Hulp", actie="taal-en")

    assert answer.headers["Location"] == f"{one_map}/moment/t1"
    assert salon.visitor.open(f"{one_map}/moment/t1").get("lang") == "en"
    assert said(salon.atlas().point("t1"), "want") == "Hulp"


def test_hostile_text_stays_text_everywhere(salon: Mapper) -> None:
    address = salon.make()
    salon.add(address, HOSTILE, "b1")
    salon.fill(salon.visitor.open(f"{address}/gegevens"), name=HOSTILE)
    salon.fill(salon.visitor.open(f"{address}/moment/t1"), pain=HOSTILE, owner=HOSTILE)
    removed = salon.do(address, "weg-t1")
    salon.post(f"{salon.maps}/terug", parse(removed), wat=sealed(removed))

    pages = [salon.visitor.get(salon.maps + one) for one in ("", "/m1", "/m1/moment/t1", "/m1/gegevens", "/vergelijk")]

    for page in (*pages, removed):
        parse(page)
        assert "<script>alert" not in page.text


def test_different_touchpoints_in_two_windows_are_both_kept(salon: Mapper, one_map: str) -> None:
    mine, theirs = (salon.visitor.open(f"{one_map}/moment/{code}") for code in ("t1", "t2"))

    salon.fill(theirs, want="Een plek op zaterdag")
    answer = salon.fill(mine, want="Een idee")

    assert answer.status_code == 303
    assert [said(salon.atlas().point(code), "want") for code in ("t1", "t2")] == ["Een idee", "Een plek op zaterdag"]


def test_the_same_field_in_two_windows_shows_both_and_saves_nothing(salon: Mapper, one_map: str) -> None:
    mine, theirs = (salon.visitor.open(f"{one_map}/moment/t1") for _ in range(2))
    salon.fill(theirs, want="Een plek op zaterdag", pain="Wachten")

    clash = salon.fill(mine, want="Een idee", plus="Koffie")

    page = parse(clash)
    assert clash.status_code == 409
    assert "Daar staat nu: Een plek op zaterdag" in text_of(page)
    assert find_id(page, "want").text.strip() == "Een idee"  # type: ignore[union-attr]
    assert said(salon.atlas().point("t1"), "want") == "Een plek op zaterdag"

    assert salon.fill(page).status_code == 409
    assert salon.fill(page, actie="mijn-want").status_code == 303
    point = salon.atlas().point("t1")
    assert [said(point, code) for code in ("want", "pain", "plus")] == ["Een idee", "Wachten", "Koffie"]


def test_a_touchpoint_removed_in_another_window_is_kept_when_saved_again(salon: Mapper, one_map: str) -> None:
    mine = salon.visitor.open(f"{one_map}/moment/t2")
    salon.do(one_map, "weg-t2")

    gone = salon.fill(mine, want="Zaterdag")

    assert gone.status_code == 409
    assert find_id(parse(gone), "want").text.strip() == "Zaterdag"  # type: ignore[union-attr]
    assert salon.fill(parse(gone)).status_code == 303
    back = salon.atlas().points[-1]
    assert (said(back, "name"), said(back, "want")) == ("Boeken", "Zaterdag")


def test_adding_in_two_windows_keeps_both(salon: Mapper) -> None:
    address = salon.make()
    mine, theirs = salon.visitor.open(address), salon.visitor.open(address)

    for page, name in ((theirs, "Bellen"), (mine, "Mailen")):
        salon.post(address, page, actie="erbij", name=name, block="b1", channel="", cycle="first")

    assert salon.names() == ["Bellen", "Mailen"]


def test_a_renamed_customer_group_keeps_its_maps(salon: Mapper, one_map: str) -> None:
    salon.visitor.fill("customer_groups", {"personas-1-name": "Jonge gezinnen"})

    assert said(salon.atlas().map("m1"), "personas") == "Jonge gezinnen"


def test_more_touchpoints_than_fit_are_refused_with_what_was_typed(salon: Mapper) -> None:
    address = salon.make()
    many = tuple(Item({"code": Answer(value=f"t{n}"), "map": Answer(value="m1")}) for n in range(1, 121))
    salon.shop.intake.save(salon.number, salon.token, {"touchpoints": Answer(value=many)}, "journey_maps")

    answer = salon.post(address, actie="erbij", name="Te veel", block="b1", channel="", cycle="first")

    assert answer.status_code == 422
    assert "hooguit 120" in text_of(parse(answer))
    assert find_id(parse(answer), "name").get("value") == "Te veel"


def test_maps_from_a_file_without_codes_can_be_worked_on(salon: Mapper) -> None:
    loose = (Item({"name": Answer(value="Bellen")}), Item({"name": Answer(value="Mailen")}))
    salon.shop.intake.save(salon.number, salon.token, {"touchpoints": Answer(value=loose)}, "journey_maps")

    salon.fill(salon.visitor.open(f"{salon.maps}/m1/moment/t2"), want="Antwoord")

    assert [said(one, "want") for one in salon.atlas().points] == ["", "Antwoord"]


def test_a_quick_scan_can_draw_a_map_too(salon: Mapper) -> None:
    salon.shop.intake.choose(salon.number, salon.token, length=Length.QUICK)
    address = salon.make()

    salon.add(address, "Bellen")

    salon.fill(salon.visitor.open(f"{address}/moment/t1"), want="Hulp")
    assert said(salon.atlas().point("t1"), "want") == "Hulp"


@pytest.mark.parametrize("deed", ["", "weg", "op-t9", "neer-", "kopie-x", "iets-t1"])
def test_an_unknown_deed_changes_nothing(salon: Mapper, one_map: str, deed: str) -> None:
    before = salon.atlas()

    assert salon.do(one_map, deed).status_code in (409, 422)
    assert salon.atlas() == before


@pytest.mark.parametrize("place", ["/m9", "/m1/moment/t9", "/m9/gegevens"])
def test_what_is_not_there_is_not_found(salon: Mapper, one_map: str, place: str) -> None:
    assert salon.visitor.get(salon.maps + place).status_code == 404


def test_the_check_page_names_the_moments_and_leads_to_the_editor(salon: Mapper, one_map: str) -> None:
    page = salon.visitor.open(f"{salon.visitor.here}controle")

    told = [text_of(one) for one in page.iter(f"{X}dd")]
    assert "Zien Boeken Knippen" in told
    assert any("vraag/journey_maps" in link for link in links(page))


def test_the_page_of_a_well_filled_map_stays_light(salon: Mapper) -> None:
    address = salon.make()
    for number in range(20):
        salon.add(address, f"Contactmoment {number}", f"b{number % 10 + 1}")

    assert len(salon.visitor.get(address).data) <= 120 * 1024
    assert len(salon.visitor.get(f"{address}/moment/t1").data) <= 60 * 1024
