"""A touchpoint and a map in a real browser: kept while someone types, whatever the line or another window does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.serving import serve
from tests.web.live.hands import saved, staying, wait_for
from tests.web.mapping import Mapper, mapper
from workshop.domain.map_edit import text_of

pytestmark = pytest.mark.browser
POINT = "/m1/moment/t1"


@pytest.fixture
def salon(tmp_path: Path) -> Mapper:
    salon = mapper(tmp_path)
    address = salon.make()
    for name in ("Bellen", "Boeken"):
        salon.add(address, name)
    return salon


@pytest.fixture
def maps(salon: Mapper, context: BrowserContext) -> Iterator[str]:
    """The address of the maps, that this browser may open."""
    with serve(salon.visitor.client.application) as address:
        context.add_cookies([{"name": f"dossier_{salon.number}", "value": salon.token, "url": address}])
        yield address + salon.maps


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def kept(salon: Mapper, field: str) -> str:
    return text_of(salon.atlas().point("t1"), field)


def test_a_moment_is_saved_without_a_button(salon: Mapper, maps: str, context: BrowserContext) -> None:
    page = opened(context, maps + POINT)
    page.locator("#want").fill("Een plek op zaterdag")
    page.locator("#want").blur()

    saved(page)
    assert (kept(salon, "want"), kept(salon, "name")) == ("Een plek op zaterdag", "Bellen")


def test_the_name_and_the_groups_of_a_map_are_saved_without_a_button(
    salon: Mapper, maps: str, context: BrowserContext
) -> None:
    page = opened(context, f"{maps}/m1/gegevens")
    page.locator("#name").fill("De gewone reis")
    page.locator("#personas input").first.click()

    saved(page)
    wait_for(page, lambda: text_of(salon.atlas().map("m1"), "personas") == "")
    assert text_of(salon.atlas().map("m1"), "name") == "De gewone reis"


def test_offline_a_moment_stays_on_the_page_and_follows_later(
    salon: Mapper, maps: str, context: BrowserContext
) -> None:
    page = opened(context, maps + POINT)
    context.set_offline(True)
    page.locator("#want").fill("Een plek op zaterdag")
    page.locator("button[value=opslaan]").last.click()

    expect(page.locator("#bewaard")).to_have_attribute("data-state", "trouble")
    expect(page.locator("#want")).to_have_value("Een plek op zaterdag")
    context.set_offline(False)

    page.wait_for_url("**/m1?bij=t1**")
    assert kept(salon, "want") == "Een plek op zaterdag"


def test_what_is_no_number_yet_survives_closing_the_browser(salon: Mapper, maps: str, context: BrowserContext) -> None:
    page = opened(context, maps + POINT)
    page.locator("#drop_off").fill("ongeveer dertig")
    expect(page.locator("#bewaard")).to_contain_text("Bewaard wat je typte")
    page.close()

    again = opened(context, maps + POINT)
    expect(again.locator("#drop_off")).to_have_value("ongeveer dertig")
    expect(again.locator("#drop_off-concept")).to_contain_text("nog geen antwoord")


@pytest.mark.parametrize(
    ("choice", "stays"), [("Mijn antwoord bewaren", "Mijn wens"), ("Dat van het andere venster houden", "Hun wens")]
)
def test_two_windows_show_both_answers_and_a_button_for_each(
    salon: Mapper, maps: str, context: BrowserContext, choice: str, stays: str
) -> None:
    mine, theirs = (opened(context, maps + POINT) for _ in range(2))
    theirs.locator("#want").fill("Hun wens")
    theirs.locator("#want").blur()
    saved(theirs)

    mine.locator("#want").fill("Mijn wens")
    mine.locator("#want").blur()

    clash = mine.locator("#want-botsing")
    expect(clash).to_contain_text("Daar staat nu: Hun wens")
    assert kept(salon, "want") == "Hun wens"
    clash.get_by_role("button", name=choice).click()
    mine.wait_for_url("**/t1#want-vraag")
    expect(mine.locator("#want")).to_have_value(stays)
    assert kept(salon, "want") == stays


def test_leaving_a_moment_that_was_removed_elsewhere_warns_and_saving_puts_it_back(
    salon: Mapper, maps: str, context: BrowserContext
) -> None:
    page = opened(context, maps + POINT)
    asked = staying(page)
    salon.do(f"{salon.maps}/m1", "weg-t1")
    page.locator("#want").click()
    page.keyboard.type("Een plek op zaterdag")
    expect(page.locator("#bewaard")).to_contain_text("in een ander venster verwijderd")

    page.locator("a.back").click()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "")
    assert (page.url, asked) == (maps + POINT, [])
    page.locator("a.back").click(no_wait_after=True)
    wait_for(page, lambda: asked == ["beforeunload"])
    expect(page.locator("#want")).to_have_value("Een plek op zaterdag")
    for _ in range(2):
        page.locator("button[value=opslaan]").last.click()
        page.wait_for_load_state()
    page.wait_for_url("**/m1?bij=**")

    assert text_of(salon.atlas().points[-1], "want") == "Een plek op zaterdag"
