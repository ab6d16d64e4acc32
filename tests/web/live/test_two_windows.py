"""Two windows on one answer: both are shown, and someone chooses."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.live.hands import number, saved
from tests.web.live.site import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("choice", "stays"), [("Mijn antwoord bewaren", 15), ("Dat van het andere venster houden", 12)]
)
def test_two_windows_show_both_answers_and_ask(
    page: Page, site: Site, context: BrowserContext, choice: str, stays: int
) -> None:
    other = context.new_page()
    other.goto(site.page("count_page"))
    page.locator("#now").fill("12")
    saved(page)

    other.locator("#now").fill("15")

    clash = other.locator("#now-botsing")
    expect(clash).to_contain_text("Daar staat nu: 12")
    assert number(site, "now") == 12
    clash.get_by_role("button", name=choice).click()
    other.wait_for_url("**/count_page#now-vraag")
    assert (other.locator("#now").input_value(), number(site, "now")) == (str(stays), stays)


def test_a_page_that_goes_on_into_a_clash_stays_and_shows_it(page: Page, site: Site, context: BrowserContext) -> None:
    other = context.new_page()
    other.goto(site.page("count_page"))
    page.locator("#now").fill("12")
    saved(page)

    other.locator("#now").fill("15")
    other.locator("button[value=verder]").last.click()

    expect(other.locator("#now-botsing")).to_be_focused()
    assert other.url.endswith("/count_page")
