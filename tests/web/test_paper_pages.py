"""Sheets to print: what to have at hand, all questions for a pen, and the same with the answers so far."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.klantreis import bundle
from tests.web.browser import X, links, parse, text_of
from tests.web.filled import Filled, filled
from workshop.domain.answer import NOT_APPLICABLE_ANSWER, UNKNOWN_ANSWER, Answer, Item
from workshop.domain.response import Length


@pytest.fixture(scope="module")
def salon(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return filled(tmp_path_factory.mktemp("salon"))


FIVE = next(one for one in bundle().questionnaire.models if one.id == "five-phase")


def questions(page: Element) -> list[str]:
    return [text_of(one).partition(". ")[2] for one in page.iter(f"{X}h4")]


def sheet(page: Element, title: str) -> Element:
    found = [one for one in page.iter(f"{X}div") if (one.get("class") or "").startswith("onpaper")]
    return next(one for one in found if title in text_of(next(one.iter(f"{X}h4"))))


def boxes(element: Element) -> list[bool]:
    found = [one.get("class", "") for one in element.iter(f"{X}span") if one.get("class", "").startswith("square")]
    return ["on" in one.split() for one in found]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_of_needs_has_every_figure_of_the_quick_scan(salon: Filled, language: str) -> None:
    page = salon.visitor.open(f"/papier/nodig?taal={language}")

    questionnaire = bundle(language).questionnaire
    asked = [one for one in questionnaire.questions if one.find and not one.full]
    assert all(need in text_of(page) for need in questionnaire.needs)
    assert all(one.title in text_of(page) for one in asked)
    assert sum(1 for _ in page.iter(f"{X}tr")) == len(asked) + 2


def test_the_minutes_are_those_of_the_figures_that_everyone_is_asked(salon: Filled) -> None:
    always = [one for one in bundle().questionnaire.questions if one.find and not one.full and one.ask_when is None]

    total = sum(one.minutes or 0 for one in always)

    assert f"Samen ongeveer {total} minuten." in text_of(salon.visitor.open("/papier/nodig"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("length", Length)
def test_every_question_stands_on_paper_in_its_order(salon: Filled, length: Length, language: str) -> None:
    page = salon.visitor.open(f"/papier/vragen?omvang={length}&taal={language}")

    full = length is Length.FULL
    assert questions(page) == [one.title for one in bundle(language).questionnaire.questions if full or not one.full]


def test_the_length_is_quick_unless_asked_otherwise(salon: Filled) -> None:
    pages = [salon.visitor.get(f"/papier/vragen{query}").text for query in ("", "?omvang=quick", "?omvang=alles")]

    assert len(set(pages)) == 1


def test_each_kind_of_question_has_its_own_room_for_a_pen(salon: Filled) -> None:
    page = salon.visitor.open("/papier/vragen?omvang=full")

    market = sheet(page, "Aan wie verkoop je?")
    assert [text_of(one) for one in next(market.iter(f"{X}ul"))] == ["Aan bedrijven", "Aan consumenten", "Aan allebei"]
    assert "€ per uur" in text_of(sheet(page, "Wat kost een uur van jou of je team?"))
    assert "Je mag er meer aankruisen." in text_of(sheet(page, "Hoe verkoop je?"))
    assert "(dag, maand, jaar)" in text_of(sheet(page, "Wanneer kijk je opnieuw"))
    assert len(boxes(sheet(page, "Zorg je dat naam, prijzen"))) == 4 + 2
    assert "Klantgroep 2" in text_of(sheet(page, "Welke klantgroepen heb je?"))
    assert "Fase: Aanbeveling" in text_of(sheet(page, "Wat laat je in elke fase zien"))


def test_tables_have_a_row_for_each_phase_or_room_for_channels(salon: Filled) -> None:
    page = salon.visitor.open("/papier/vragen?omvang=quick")

    hours, use, ten = (sheet(page, title) for title in ("Hoeveel uur per week", "Hoe zwaar zet je", "laatste tien"))
    assert [text_of(one) for one in hours.iter(f"{X}th")] == ["uur per week", *(one.name for one in FIVE.phases)]
    assert len(list(use.iter(f"{X}tr"))) == 1 + 6
    assert "Mond-tot-mond" in text_of(ten)
    assert "Lijst met kanalen" in text_of(page)


def test_a_question_that_depends_on_another_says_on_which(salon: Filled) -> None:
    page = salon.visitor.open("/papier/vragen?omvang=full")

    assert "Hoort bij je antwoord op: ‘Aan wie verkoop je?’" in text_of(
        sheet(page, "Welk deel van je omzet komt van b")
    )
    assert "Hoort bij" not in text_of(sheet(page, "Aan wie verkoop je?"))


def test_the_map_is_drawn_on_a_sheet_of_its_own(salon: Filled) -> None:
    page = salon.visitor.open("/papier/vragen?omvang=full")

    assert "Dit teken je op de klantreiskaart." in text_of(sheet(page, "Welke contactmomenten heeft de klant?"))
    assert "/kaart/blanco?taal=nl" in links(page)


def test_answers_stand_there_in_words_and_what_is_open_has_room(tmp_path: Path) -> None:
    changes = {"margin": UNKNOWN_ANSWER, "hour_cost": None, "quotes": NOT_APPLICABLE_ANSWER}
    client = filled(tmp_path, changes=changes)
    page = client.visitor.open(f"{client.here}papier")

    margin, cost = sheet(page, "Hoeveel houd je over"), sheet(page, "Wat kost een uur van jou of je team?")
    assert "Kapsalon Knip & Co" in text_of(page)
    assert "Hoeveel klanten heb je nu? 420 klanten" in text_of(sheet(page, "Hoeveel klanten heb je nu?"))
    assert boxes(margin)[-2:] == [True, False]
    assert boxes(cost) == [False, False]
    assert text_of(sheet(page, "Hoeveel offertes maakte je")).endswith("n.v.t.")


def test_entries_have_their_answers_and_room_for_what_nobody_knows(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}papier")

    groups = sheet(page, "Welke klantgroepen heb je?")
    told = text_of(groups)
    assert "Klantgroep 1 Hoe noem je deze groep? Drukke ouders" in told
    assert "Klantgroep 2 Hoe noem je deze groep? Vaste dames van de dinsdag" in told
    assert "Klantgroep 3" not in told
    assert boxes(groups).count(True) == 1
    assert "Fase: Overweging" in text_of(sheet(page, "Wat laat je in elke fase zien"))


def test_only_what_is_asked_stands_on_the_paper_of_a_dossier(salon: Filled) -> None:
    page = salon.visitor.open(f"{salon.here}papier")

    assert questions(page) == [
        one.title for one in bundle().questionnaire.questions if one.code in salon.assessment.visible
    ]
    assert "Hoort bij je antwoord" not in text_of(page)


def test_a_blank_dossier_is_a_blank_form(tmp_path: Path) -> None:
    client = filled(tmp_path, blank=True, length=Length.QUICK)

    page = client.visitor.open(f"{client.here}papier")

    assert not any(boxes(page))
    assert "nog niet beantwoord" not in text_of(page)


@pytest.mark.parametrize("example", ["keukens", "abonnement", "webshop", "starter"])
def test_the_paper_of_any_business_is_sound_in_english(tmp_path: Path, example: str) -> None:
    client = filled(tmp_path, example, language="en")

    page = client.visitor.open(f"{client.here}papier")

    assert page.get("lang") == "en"
    assert "Questions and answers on paper" in text_of(page)


def test_hostile_answers_are_escaped(tmp_path: Path) -> None:
    item = Item({"name": Answer(value="<b>Ouders</b>"), "fears": Answer(value="</p><script>x</script>")})
    changes = {"personas": Answer(value=(item,)), "goal": Answer(value="other"), "goal_other": Answer(value="<img>")}
    client = filled(tmp_path, changes=changes)

    page = parse(client.visitor.get(f"{client.here}papier"))

    assert all(said in text_of(page) for said in ("<b>Ouders</b>", "</p><script>x</script>", "<img>"))
    assert not list(page.iter(f"{X}img"))
