"""The task list, the check page and the settings of a dossier."""

from decimal import Decimal

from tests.web.browser import Visitor, X, fields, find_id, parse, text_of
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer


def tasks(visitor: Visitor) -> list[str]:
    page = visitor.open(visitor.here)
    return [text_of(one) for one in next(page.iter(f"{X}ol")).iter(f"{X}a")]


def settings(visitor: Visitor) -> dict[str, str]:
    page = visitor.open(visitor.here)
    form = next(one for one in page.iter(f"{X}form") if "gegevens" in one.get("action", ""))
    return fields(form).to_dict()


def test_the_status_follows_from_the_answers(visitor: Visitor) -> None:
    visitor.fill("hours_page", {"hours-status": "-unknown"})
    visitor.fill("count_page", {name: "1" for name in ("now", "new", "hour_cost")} | {"going": "-not_applicable"})
    visitor.fill("people", {"staff": "yes"})

    rows = tasks(visitor)

    assert rows[:3] == ["Je zaak Bezig", "Je klanten Nog niet begonnen", "Je cijfers Klaar"]


def test_the_last_rows_are_always_there_and_say_what_is_open(visitor: Visitor) -> None:
    rows = tasks(visitor)

    assert rows[3].startswith("Antwoorden nakijken Nog 14 vragen open")
    assert rows[4].startswith("Resultaat Altijd te bekijken")
    assert rows[5].startswith("Rapport maken Nog 14 vragen open")


def test_the_private_link_can_be_copied(visitor: Visitor) -> None:
    box = find_id(visitor.open(visitor.here), "hervat")

    assert (box.get("value") or "").startswith("http://localhost/hervat/")
    assert box.get("readonly") is not None


def test_name_and_phase_model_can_be_changed(visitor: Visitor) -> None:
    answer = visitor.client.post(
        f"{visitor.here}gegevens", data={**settings(visitor), "klant": "Bloem & Zn", "model": "three-phase"}
    )

    assert answer.headers["Location"] == visitor.here
    assert settings(visitor)["klant"] == "Bloem & Zn"
    assert settings(visitor)["model"] == "three-phase"
    assert "Vinden" in text_of(visitor.open(f"{visitor.here}vraag/hours_page"))


def test_a_phase_model_that_does_not_exist_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.post(f"{visitor.here}gegevens", data={**settings(visitor), "model": "zes"})

    assert answer.status_code == 422
    parse(answer)


def test_changing_the_language_keeps_the_page_and_the_answers(visitor: Visitor) -> None:
    visitor.fill("people", {"special": "Koffie"})
    page = visitor.open(f"{visitor.here}controle")
    form = next(one for one in page.iter(f"{X}form"))

    answer = visitor.client.post(form.get("action", ""), data={**fields(form).to_dict(), "taal": "en"})

    english = visitor.open(answer.headers["Location"])
    assert answer.headers["Location"] == f"{visitor.here}controle"
    assert english.get("lang") == "en"
    assert "Koffie" in text_of(english)


def test_a_language_or_place_we_do_not_know_is_refused(visitor: Visitor) -> None:
    page = visitor.open(visitor.here)
    form = fields(next(one for one in page.iter(f"{X}form"))).to_dict()

    for wrong in ({"taal": "fr"}, {"taal": "en", "naar": "https://kwaad.example"}):
        assert visitor.client.post(f"{visitor.here}taal", data={**form, **wrong}).status_code == 422


def test_the_check_page_says_all_answers_in_words(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes", "places": ["shop", "online"]})
    visitor.fill("count_page", {"hour_cost": "42,50", "hour_cost-evidence": "1", "going": "-unknown"})
    visitor.fill("channels_page", {"channels-1-channel": "website", "channels-1-euros": "10"})
    visitor.fill("use_page", {"use-website-before_sale": "3"})

    page = text_of(visitor.open(f"{visitor.here}controle"))

    assert "Waar ben je open? In de winkel, op internet" in page
    assert "€ 42,50 per uur (eigen inschatting)" in page
    assert "Hoe goed gaat het? weet ik niet" in page
    assert ": Voor 3" in page
    assert "Hoeveel klanten heb je? nog niet beantwoord Invullen" in page


def test_every_change_link_names_its_question_and_leads_back(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}controle")

    changes = [one for one in page.iter(f"{X}a") if "terug=controle" in (one.get("href") or "")]

    assert "Invullen: Heb je personeel?" in [text_of(one) for one in changes]
    assert f"{visitor.here}vraag/people?terug=controle#staff-vraag" in [one.get("href") for one in changes]


def test_answers_that_contradict_are_shown(visitor: Visitor, workshop: Workshop) -> None:
    number = visitor.here.split("/")[2]
    cookie = visitor.client.get_cookie(f"dossier_{number}")
    assert cookie is not None
    denying = {"now": Answer(value=Decimal(10)), "new": Answer(value=Decimal(20))}
    workshop.intake.save(number, cookie.value, denying, "count_page")

    page = visitor.open(f"{visitor.here}controle")

    links = {text_of(one): one.get("href") for one in page.iter(f"{X}a")}
    assert links["Je hebt meer nieuwe klanten dan klanten."] == (
        f"{visitor.here}vraag/count_page?terug=controle#new-vraag"
    )
