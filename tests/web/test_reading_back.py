"""What a page says back about what was typed: how a number is read, where a mistake stands, and whether it is saved."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import Visitor, X, fields, find_id, parse, text_of
from tests.web.filled import filled
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer
from workshop.domain.dossier import DossierError, Trouble
from workshop.domain.journey import Division


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", "_")


def read_back(visitor: Visitor, page: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Return how the server says it reads these fields while someone types them."""
    root = visitor.open(f"{visitor.here}vraag/{page}")
    form = find_id(root, "answers")
    answer: Any = visitor.client.post(form.get("data-save", ""), data={**fields(form).to_dict(), **typed}).json
    return {name: plain(answer["read"][name]) for name in typed}


def wrong_on(visitor: Visitor, page: str, typed: Mapping[str, str]) -> list[str]:
    """Return the lines of the list of mistakes of a page that was sent with these fields."""
    answer = visitor.fill(page, typed)
    assert answer.status_code == 422
    summary = next(one for one in parse(answer).iter() if one.get("role") == "alert")
    return [plain(text_of(one)) for one in summary.iter(f"{X}a")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tien", "Nog geen getal. Typ bijvoorbeeld 2,5."),
        ("10-12", "Nog geen getal. Typ bijvoorbeeld 2,5."),
        ("1,5,0", "De punten en komma's staan niet goed. Schrijf bijvoorbeeld 1.250,50 of 1250,50."),
        ("€ 25", "Hier past geen bedrag in euro's. Vul alleen het getal in."),
        ("25 %", "Hier past geen percentage. Vul alleen het getal in."),
        ("1.250", "Wij lezen: 1250 klanten"),
        ("12.500", "Wij lezen: 12_500 klanten"),
        (" ", ""),
    ],
)
def test_a_field_says_how_it_is_read_or_that_it_is_no_number_yet(visitor: Visitor, typed: str, said: str) -> None:
    assert read_back(visitor, "count_page", {"now": typed}) == {"now": said}


def test_a_row_says_the_same_when_it_reads_something_else_than_was_typed(visitor: Visitor) -> None:
    typed = {"hours-before_sale": "2u30", "hours-after_sale": "anderhalve dag"}

    assert read_back(visitor, "hours_page", typed) == {
        "hours-before_sale": "Wij lezen: 2,5 uur per week",
        "hours-after_sale": "Nog geen getal. Typ bijvoorbeeld 2,5.",
    }


def test_a_row_that_says_what_was_typed_says_it_once(visitor: Visitor) -> None:
    assert read_back(visitor, "hours_page", {"hours-before_sale": "1.250,5"}) == {"hours-before_sale": ""}


@pytest.mark.parametrize("typed", ["2u30", "2:30", "2½", "2 uur 30", "2,5"])
def test_hours_are_read_as_people_write_them(visitor: Visitor, workshop: Workshop, typed: str) -> None:
    visitor.fill("hours_page", {"hours-before_sale": typed})

    kept = workshop.intake.resume(visitor.token())
    assert kept is not None
    answer = kept.response.get("hours")
    assert answer is not None
    assert isinstance(answer.value, Division)
    assert float(answer.value.total) == 2.5


def test_the_echo_is_not_said_twice_where_the_mistake_is_told(visitor: Visitor) -> None:
    page = parse(visitor.fill("count_page", {"now": "tien"}))

    assert "Nog geen getal" not in text_of(find_id(page, "now-vraag"))


def test_a_message_writes_its_limit_as_the_echo_does(visitor: Visitor) -> None:
    page = parse(visitor.fill("count_page", {"now": "1.265"}))

    told = plain(text_of(find_id(page, "now-vraag")))
    assert ("Vul 1000 of minder in." in told, "Wij lezen: 1265 klanten" in told) == (True, True)


@pytest.mark.parametrize(
    ("page", "typed", "said"),
    [
        ("hours_page", {"hours-after_sale": "1.250"}, "Na: Dit getal is te hoog. Vul 100 of minder in."),
        ("hours_page", {"hours-after_sale": "€ 25"}, "Na: Hier past geen bedrag in euro's."),
        ("ten_page", {"last_ten-website": "1,5"}, "Website met je aanbod: Vul een heel getal in"),
        (
            "use_page",
            {"use-website-before_sale": "9"},
            "Website met je aanbod, Voor: Vul 0, 1, 2 of 3 in.",
        ),
        ("groups_page", {"groups-1-name": "Ouders", "groups-1-part": "130"}, "Onderdeel 1 – Aandeel? Dit getal is te"),
        ("channels_page", {"channels-2-euros": "9"}, "In rij 2 staat geen antwoord op"),
        ("count_page", {"now": "tien"}, "Dit is geen getal."),
    ],
)
def test_a_mistake_says_in_which_row_or_card_it_stands(
    visitor: Visitor, page: str, typed: Mapping[str, str], said: str
) -> None:
    visitor.fill("channels_page", {"channels-1-channel": "website"})

    assert [one[: len(said)] for one in wrong_on(visitor, page, typed)] == [said]


def test_a_draft_says_in_which_row_it_stands(visitor: Visitor) -> None:
    visitor.fill("hours_page", {"hours-after_sale": "veel"})

    page = visitor.open(f"{visitor.here}vraag/hours_page")

    assert "Na: Dit is geen getal." in text_of(find_id(page, "hours-concept"))


def test_a_mistake_in_the_card_of_a_phase_names_the_phase(tmp_path: Path) -> None:
    salon = filled(tmp_path)
    page = salon.visitor.open(f"{salon.here}vraag/each_phase")
    long = next(name for name in fields(find_id(page, "answers")) if re.fullmatch(r"phase_checks-awareness-\w+", name))

    found = wrong_on(salon.visitor, "each_phase", {long: "x" * 10_001})

    assert [one.partition(" – ")[0] for one in found] == ["Bewustwording"]


def line_of(page: Element) -> tuple[str, str]:
    line = find_id(page, "bewaard")
    return text_of(line), line.get("data-state", "")


def test_a_page_with_a_mistake_does_not_say_that_it_is_saved(visitor: Visitor) -> None:
    visitor.fill("count_page", {"new": "1"})

    page = parse(visitor.fill("count_page", {"now": "tien"}))

    said = "Nog niet opgeslagen: er is nog iets te verbeteren. Wat je typte, is bewaard."
    assert line_of(page) == (said, "draft")


def test_a_page_that_clashes_asks_for_a_choice_first(visitor: Visitor) -> None:
    mine = visitor.open(f"{visitor.here}vraag/count_page")
    visitor.fill("count_page", {"now": "1"})

    page = parse(visitor.send(mine, {"now": "2"}))

    said = "Nog niet opgeslagen: kies eerst welk antwoord blijft. Wat je typte, is bewaard."
    assert line_of(page) == (said, "clash")


def test_a_page_that_shows_a_draft_says_that_not_all_is_an_answer(visitor: Visitor) -> None:
    visitor.fill("count_page", {"now": "tien"})

    text, state = line_of(visitor.open(f"{visitor.here}vraag/count_page"))

    assert (text.startswith("Bewaard wat je typte om "), state) == (True, "draft")


def test_a_page_of_answers_says_when_they_were_saved(visitor: Visitor) -> None:
    visitor.fill("count_page", {"now": "10"})

    text, state = line_of(visitor.open(f"{visitor.here}vraag/count_page"))

    assert (text.startswith("Opgeslagen om "), state) == (True, "")


def test_a_store_that_cannot_save_is_not_said_to_have_kept_anything(
    visitor: Visitor, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visitor.open(f"{visitor.here}vraag/count_page")

    def fail(*_: object, **__: object) -> None:
        raise DossierError(Trouble.BUSY, "bezet")

    monkeypatch.setattr(type(workshop.intake.dossiers), "change", fail)
    answers = [visitor.send(page, {"now": typed}) for typed in ("tien", "10")]

    assert [one.status_code for one in answers] == [422, 503]
    said = ("Nog niet opgeslagen. Wat je typte, staat nog op deze pagina.", "trouble")
    assert [line_of(parse(one)) for one in answers] == [said, said]


def test_the_buttons_of_the_phase_models_come_with_their_difference(tmp_path: Path) -> None:
    salon = filled(tmp_path, "kapsalon-snel")

    page = salon.visitor.open(f"{salon.here}vraag/week_hours")

    block = find_id(page, "fasen")
    buttons = [text_of(one) for one in block.iter(f"{X}button")]
    assert [text_of(one) for one in block.iter(f"{X}dt")] == buttons
    assert len(buttons) == 5
    assert "Wat is het verschil?" in text_of(next(block.iter(f"{X}summary")))
    assert "Het model waarmee je begint. Bewustwording · Overweging" in text_of(block)


def test_the_same_answer_stays_when_a_number_counts_something_else(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("count_page", {"now": "10"})
    visitor.fill("count_page", {"now": "€ 25"})

    kept = workshop.intake.resume(visitor.token())
    assert kept is not None
    assert kept.response.get("now") == Answer(value=10)
