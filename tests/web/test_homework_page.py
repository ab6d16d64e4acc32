"""The homework page: what is not known, where to find it, what waits for it, and the way there and back."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import Visitor, X, links, parse, text_of
from tests.web.filled import Filled, filled
from workshop.domain.answer import UNKNOWN_ANSWER, Answer, Item
from workshop.domain.response import Length


def errands(page: Element) -> list[Element]:
    return [one for one in page.iter(f"{X}li") if one.get("class") == "errand"]


def errand(page: Element, title: str) -> str:
    return next(text for one in errands(page) if (text := text_of(one)).startswith(title))


def homework(client: Filled) -> Element:
    return client.visitor.open(f"{client.here}huiswerk")


def test_the_sheet_carries_the_name_of_the_client_and_the_date(tmp_path: Path) -> None:
    text = text_of(homework(filled(tmp_path)))

    assert "Huiswerk voor Kapsalon Knip & Co" in text
    assert "Gemaakt op" in text


def test_it_says_where_to_find_a_figure_how_long_that_takes_and_what_waits(tmp_path: Path) -> None:
    page = homework(filled(tmp_path, changes={"margin": UNKNOWN_ANSWER}))

    margin = errand(page, "Hoeveel houd je over van elke 100 euro omzet?")
    assert "weet ik niet · ongeveer 15 minuten" in margin
    assert "Pak je laatste jaarrekening of vraag je boekhouder." in margin
    assert "Hierop wacht: " in margin
    assert "Klantwaarde over vijf jaar" in margin
    assert "en nog" in margin


def test_a_gap_that_cannot_be_judged_waits_too(tmp_path: Path) -> None:
    assert "Hierop wacht: " in errand(homework(filled(tmp_path)), "Welk deel haakt af nadat het kopen is begonnen?")


def test_the_minutes_are_a_sum_with_what_nobody_knows_apart(tmp_path: Path) -> None:
    """The salon: 15 + 15 + 20 minutes are known and two touchpoints of 15; two kinds of field have no time."""
    page = text_of(homework(filled(tmp_path)))

    assert (
        "6 dingen om uit te zoeken: 6 keer ‘weet ik niet’. "
        "Samen ongeveer 80 minuten. Van 2 dingen weten we niet hoelang" in page
    )


def test_entries_are_named_and_lead_to_their_own_card(tmp_path: Path) -> None:
    client = filled(tmp_path)
    page = homework(client)

    there = [one for one in links(page) if "terug=huiswerk" in one]
    assert "Vaste dames van de dinsdag" in errand(page, "Wat houdt deze klant tegen om te kopen?")
    assert any(one.endswith("vraag/customer_groups?terug=huiswerk#personas-2") for one in there)
    assert f"{client.here}kaart/m1/moment/k11" in links(page)


def test_every_link_leads_to_a_page_that_is_there_and_back(tmp_path: Path) -> None:
    client = filled(tmp_path, "starter")
    back = f"{client.here}huiswerk"

    for there in {one.partition("#")[0] for one in links(homework(client)) if one.startswith(f"{client.here}vraag")}:
        assert back in links(client.visitor.open(there)), there


def test_saving_leads_back_and_takes_the_line_away(tmp_path: Path) -> None:
    client = filled(tmp_path, changes={"hour_cost": UNKNOWN_ANSWER})
    before = len(errands(homework(client)))

    answer = client.visitor.fill("winning_costs", {"hour_cost": "31", "hour_cost-status": []}, query="?terug=huiswerk")

    assert answer.status_code == 303
    assert answer.headers["Location"].partition("?")[0] == f"{client.here}huiswerk"
    assert len(errands(homework(client))) == before - 1
    assert "€ 31 per uur" in text_of(homework(client))


def test_with_everything_known_there_is_nothing_to_find_out(tmp_path: Path) -> None:
    client = filled(tmp_path, "kapsalon-snel")

    page = homework(client)

    assert errands(page) == []
    assert "Je hebt niets uit te zoeken" in text_of(page)
    assert "Huiswerk Niets om uit te zoeken" in text_of(client.visitor.open(client.here))


def test_the_overview_says_how_many_there_are(tmp_path: Path) -> None:
    client = filled(tmp_path)

    assert "Huiswerk 6 keer ‘weet ik niet’." in text_of(client.visitor.open(client.here))


def test_without_answers_only_what_can_be_looked_up_is_homework(tmp_path: Path) -> None:
    page = homework(filled(tmp_path, blank=True, length=Length.QUICK))

    assert "Waarom kijk je naar je klantreis?" not in text_of(page)
    assert "nog open · ongeveer" in errand(page, "Wat kost een uur van jou of je team?")


@pytest.mark.parametrize("example", ["kapsalon", "starter", "webshop"])
def test_english_is_complete(tmp_path: Path, example: str) -> None:
    page = homework(filled(tmp_path, example, language="en"))

    assert page.get("lang") == "en"
    assert "Where to find it:" in text_of(page)


def test_hostile_names_are_escaped(tmp_path: Path) -> None:
    item = Item({"name": Answer(value='<script>alert("x")</script>'), "fears": UNKNOWN_ANSWER})
    page = homework(filled(tmp_path, changes={"personas": Answer(value=(item,))}))

    assert '<script>alert("x")</script>' in errand(page, "Waar is deze klant bang voor?")


def test_a_tiny_questionnaire_has_homework_too(visitor: Visitor) -> None:
    visitor.fill("count_page", {"hour_cost-status": "-unknown", "now": "3", "new": "1", "going": "1"})

    page = parse(visitor.get(f"{visitor.here}huiswerk"))

    assert "Denk erover na:" in errand(page, "Wat kost een uur?")
    assert "1 ding om uit te zoeken: 1 keer ‘weet ik niet’." in text_of(page)
