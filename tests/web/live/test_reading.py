"""Numbers while someone types: read back, added up, and read by the page as the server reads them."""

import random

import pytest
from playwright.sync_api import Page, expect

from tests.web.live.hands import saved
from tests.web.live.site import Site
from workshop.language.numbers import Misread, parse_number, say_number
from workshop.language.tongue import Language

pytestmark = pytest.mark.browser


def test_a_number_is_read_back_while_typing(page: Page) -> None:
    page.locator("#hour_cost").fill("1,5")

    expect(page.locator("#hour_cost-gelezen")).to_have_text("Wij lezen: € 1,50 per uur")
    assert "hour_cost-gelezen" in (page.locator("#hour_cost").get_attribute("aria-describedby") or "")


def test_what_is_left_to_divide_counts_along(page: Page, site: Site) -> None:
    page.goto(site.page("hours_page"))
    left = page.locator(".left")
    expect(left).to_have_text("Voor al het andere in een week van 168 uur: 168 uur")

    page.locator("#hours-before_sale").fill("6")
    page.locator("#hours-after_sale").press_sequentially("2,5")

    expect(left).to_have_text("Voor al het andere in een week van 168 uur: 159,5 uur")
    expect(page.locator("output")).to_have_text("8,5")
    saved(page)
    page.reload()
    expect(left).to_have_text("Voor al het andere in een week van 168 uur: 159,5 uur")


@pytest.mark.parametrize("width", [360, 1280])
def test_reading_back_moves_nothing(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.page("hours_page"))
    places = "[...document.querySelectorAll('input[type=text], .total')].map(one => one.getBoundingClientRect().top)"
    before = page.evaluate(places)

    page.locator("#hours-before_sale").fill("anderhalve dag")

    expect(page.locator("#hours-before_sale-gelezen")).to_have_text("Nog geen getal. Typ bijvoorbeeld 2,5.")
    assert page.evaluate(places) == before


NUMBERS = """
typed => typed.map(([text, language]) => {
  const value = numbers.read(text, language);
  return value === null ? null : [value.toString(), numbers.write(value, language)];
})
"""


def test_the_page_reads_and_writes_numbers_exactly_as_the_server_does(page: Page) -> None:
    typed = [(text, language) for text in ways_to_type() for language in Language]

    found = page.evaluate(NUMBERS, [[text, language.value] for text, language in typed])

    expected = [as_the_server_reads(text, language) for text, language in typed]
    assert [one for one in zip(typed, found, expected, strict=True) if one[1] != one[2]] == []
    assert len(typed) > 4000
    assert sum(one is not None for one in expected) > 1000


def as_the_server_reads(text: str, language: Language) -> list[str] | None:
    value = parse_number(text, language)
    if isinstance(value, Misread):
        return None
    return [str(int(value.scaleb(6))), say_number(value, language)]


def ways_to_type() -> list[str]:
    """Numbers as people type them, with every sign, unit and mark somewhere, and much that is no number."""
    chance = random.Random(20261122)
    bodies = [
        "0",
        "7",
        "12",
        "1250",
        "1.250",
        "1,250",
        "1.250,50",
        "1,250.50",
        "0,5",
        ".5",
        "1 250",
        "1'250",
        "1’250,5",
    ]
    bodies += ["12.345.678", "1.2.3", "0.125", "000,125", "12,-", "12,--", "12.–", "3.50", "1250,50", "1.25,0", "12,—"]
    bodies += [
        "123456789012345",
        "1234567890123456",
        "0,1234567",
        "1,123456",
        "",
        "tien",
        "1e5",
        "12..5",
        "1,250,",
        "٣",
        *("½", "2½", "2 ¾", "1.250½", "1½000", "anderhalf", "Anderhalve", "een half", "2half", "half5", "éénhalf"),
        *("2u30", "2 uur 30", "2:30", "1:5", "2:75", "2 uur en 15 min", "0:20", "1:30 uur", "12345:00"),
    ]
    before = ["", "", "€ ", "€", "euro ", "EUR", "-", "+ ", "− ", "€ -", "- €", " ", "\t", "\u00a0", "x"]
    after = ["", "", " %", "%", " uur", " u", "h", " hours", " euro", "€", " ", "\n", "\u202f%", " x", "=", ",="]
    made = [f"{one}{body}{other}" for one in before for body in bodies for other in chance.sample(after, 4)]
    letters = "0123456789,. '€%-u:½"
    random_ones = ["".join(chance.choices(letters, k=chance.randrange(1, 9))) for _ in range(1500)]
    return list(dict.fromkeys(made + random_ones))
