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
        (Shown(Decimal(2) / 3, "percent"), f"66,7{NBSP}%"),
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

    assert fill("Een klant kost {cost}.", shown, voice()) == f"Een klant kost €{NBSP}35."


def test_an_unknown_placeholder_is_an_error_for_authors_and_a_word_for_clients() -> None:
    with pytest.raises(UnknownPlaceholder, match="profit"):
        fill("Dat is {profit}.", {}, voice())

    assert fill("Dat is {profit}.", {}, voice(), strict=False) == "Dat is onbekend."


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
