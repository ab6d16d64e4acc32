"""Sentences with the client's own values."""

from decimal import Decimal

import pytest

from tests.report.builders import voice
from workshop.domain.finding import Shown
from workshop.report.document import BulletList, ListItem, Paragraph
from workshop.report.errors import UnknownPlaceholder
from workshop.report.phrases import Filler, fill, say
from workshop.report.spans import bold, text

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Shown(Decimal("35"), "money"), f"€{NBSP}35"),
        (Shown(Decimal("23.1"), "money", "euro"), f"€{NBSP}23,10"),
        (Shown(Decimal("30"), "money", "euro_per_hour"), f"€{NBSP}30{NBSP}per uur"),
        (Shown(Decimal("0.75"), "percent"), f"75{NBSP}%"),
        (Shown(Decimal(2) / 3, "percent"), f"67{NBSP}%"),
        (Shown(Decimal("0.075"), "percent"), f"7,5{NBSP}%"),
        (Shown(Decimal("3.50"), "number", "hours"), f"3,5{NBSP}uur"),
        (Shown(Decimal("1"), "number", "customers"), f"1{NBSP}klant"),
        (Shown(Decimal("1.5151515"), "number"), "1,52"),
        (Shown("advocacy", "phase"), "Aanbeveling"),
        (Shown(("website", "nergens"), "channels"), "Website met je aanbod en nergens"),
        (Shown((), "phases"), ""),
        (Shown("zoals *getypt*", "text"), "zoals *getypt*"),
        (Shown(None, "money"), "onbekend"),
    ],
)
def test_each_kind_of_value_is_said_as_people_say_it(shown: Shown, said: str) -> None:
    assert say(shown, voice()) == said


def test_a_sentence_is_filled_in() -> None:
    shown = {"cost": Shown(Decimal("35"), "money")}

    assert fill("Een klant kost {cost}.", shown, voice()) == f"Een klant kost €{NBSP}35,00."


def test_a_placeholder_that_exists_nowhere_is_an_error_for_authors_and_silence_for_clients() -> None:
    with pytest.raises(UnknownPlaceholder, match="profit"):
        fill("Dat is {profit}.", {}, voice())

    assert fill("Dat is {profit}. Meer weten we niet.", {}, voice(), strict=False) == "Meer weten we niet."


@pytest.mark.parametrize(
    "shown",
    [{}, {"also": Shown((), "phases")}, {"also": Shown(None, "phase")}, {"also": Shown("", "text")}],
    ids=["not there", "empty list", "unknown", "empty text"],
)
def test_a_sentence_without_its_value_falls_away_as_a_whole(shown: dict[str, Shown]) -> None:
    said = 'Doe dit. Zeg "{also}" hardop! Vraag je: "Werkt het?" Klaar.'

    assert fill(said, shown, voice()) == 'Doe dit. Vraag je: "Werkt het?" Klaar.'
    assert fill("Ook in {also}.", shown, voice()) == ""


def test_a_figure_or_answer_that_is_not_known_is_no_slip() -> None:
    assert fill("Het kost {acquisition_cost}. Reken mee.", {}, voice()) == "Reken mee."
    assert fill("Het duurt {hours_to_win}. Reken mee.", {}, voice()) == "Reken mee."


def test_formatting_survives_a_sentence_that_falls_away() -> None:
    spans = (*text("Begin. Ga naar "), *bold("{also}"), *text(" toe. Dan "), *bold("klaar"), *text("."))

    assert Filler(voice(), {}).spans(spans) == (*text("Begin. Dan "), *bold("klaar"), *text("."))


def test_a_list_loses_the_items_that_have_nothing_to_say() -> None:
    items = BulletList((ListItem(text("Ook in {also}.")), ListItem(text("Begin hier."))))

    assert Filler(voice(), {}).blocks((items, Paragraph(text("{also}")))) == (
        BulletList((ListItem(text("Begin hier.")),)),
    )


def test_amounts_in_one_text_all_have_cents_when_one_is_calculated() -> None:
    shown = {
        "first_order": Shown(Decimal(42), "money", "euro"),
        "first_margin": Shown(Decimal("23.1"), "money"),
        "hour_cost": Shown(Decimal(30), "money", "euro_per_hour"),
    }

    assert fill("Van {first_order} houd je {first_margin} over.", shown, voice()) == (
        f"Van €{NBSP}42,00 houd je €{NBSP}23,10 over."
    )
    assert fill("Een uur kost {hour_cost}.", shown, voice()) == f"Een uur kost €{NBSP}30{NBSP}per uur."


def test_a_value_is_text_and_never_markup() -> None:
    filler = Filler(voice(), {"name": Shown("<b>**x**</b> {name}", "text")}, strict=True)
    blocks = (
        Paragraph(bold("Dag {name}")),
        BulletList((ListItem(text("{name}"), (BulletList((ListItem(text("{name}")),)),)),)),
    )

    paragraph, items = filler.blocks(blocks)

    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans == bold("Dag <b>**x**</b> {name}")
    assert isinstance(items, BulletList)
    assert items.items[0].inside[0].items[0].spans == text("<b>**x**</b> {name}")


@pytest.mark.parametrize(("value", "said"), [("", "Altijd. Nu ook."), (None, "Altijd.")])
def test_a_truth_prints_nothing_but_keeps_or_drops_its_sentence(value: str | None, said: str) -> None:
    assert fill("Altijd. {open}Nu ook.", {"open": Shown(value, "truth")}, voice()) == said
