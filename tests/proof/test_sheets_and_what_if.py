"""The what-if page while someone types, and the sheets as they come out of a printer, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.proof.site import FULL, Site
from tests.proof.watching import Watch

pytestmark = pytest.mark.browser
NewContext = Callable[..., BrowserContext]
SHEETS = ("huiswerk", "papier", "/papier/nodig", "/papier/vragen?omvang=full")


def opened(site: Site, context: BrowserContext, watch: Watch, address: str) -> Page:
    """Open a page of the salon."""
    kept = site.keep(FULL)
    site.enter(context, kept)
    page = watch.page(context)
    page.goto(site.address + (address if address.startswith("/") else kept.here + address))
    return page


def test_the_sums_follow_what_is_typed(site: Site, new_context: NewContext, watch: Watch) -> None:
    page = opened(site, new_context(), watch, "wat-als")
    page.locator("#clv5 summary").click()

    page.locator("#retention").fill("80")

    expect(page.locator("#kort")).to_contain_text("€ 371,42 wordt € 404,80")
    expect(page.locator("#clv5 .then dd")).to_have_text("€ 404,80")
    expect(page.locator("#retention")).to_be_focused()
    assert page.locator("#clv5 details").get_attribute("open") is not None
    assert "retention=80" in page.url


def test_half_a_number_leaves_the_rest_as_it_is(site: Site, new_context: NewContext, watch: Watch) -> None:
    page = opened(site, new_context(), watch, "wat-als")

    page.locator("#margin").fill("60")
    page.locator("#retention").fill("8o")

    expect(page.locator("#uitkomst")).to_contain_text("Niet meegerekend")
    expect(page.locator("#margin_per_year .then dd")).to_have_text("€ 151,20")


def test_what_was_tried_is_there_after_going_back(site: Site, new_context: NewContext, watch: Watch) -> None:
    page = opened(site, new_context(), watch, "wat-als")
    page.locator("#retention").fill("80")
    expect(page.locator("#kort")).to_contain_text("404,80")

    page.locator("a.back").click()
    page.go_back()

    expect(page.locator("#kort")).to_contain_text("404,80")


def test_without_scripts_the_button_calculates(site: Site, new_context: NewContext, watch: Watch) -> None:
    page = opened(site, new_context(java_script_enabled=False), watch, "wat-als")

    page.locator("#retention").fill("80")
    page.locator("#retention").press("Enter")

    expect(page.locator("#kort")).to_contain_text("404,80")
    assert page.url.endswith("#effect")


@pytest.mark.parametrize("address", SHEETS)
def test_a_sheet_on_paper_has_no_buttons_and_splits_no_question(
    site: Site, new_context: NewContext, watch: Watch, address: str
) -> None:
    page = opened(site, new_context(), watch, address)
    page.emulate_media(media="print")

    for hidden in (".top", ".foot", "main button", "main .screen"):
        expect(page.locator(hidden).filter(visible=True)).to_have_count(0)
    kept_whole = page.locator(".errand, .onpaper:not(.long), .entry .part, .figures tr")
    breaks = kept_whole.evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(breaks) == {"avoid"}
