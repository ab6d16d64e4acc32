"""The line that says how saving goes, in a real browser: it is true, and it stands in nobody's way."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.web.live.hands import number, press, saved, slowly, wait_for
from tests.web.live.site import Site

pytestmark = pytest.mark.browser
EVERY_SAVE = "**/bewaar"
SHORT_OF_PATIENCE = "const limit = AbortSignal.timeout; AbortSignal.timeout = () => limit.call(AbortSignal, 500)"
NO_NETWORK = "Object.defineProperty(navigator, 'onLine', { get: () => false })"


@pytest.mark.parametrize("typing", [True, False], ids=["typed", "nothing typed"])
def test_a_computer_without_a_network_goes_on_when_the_server_answers(
    page: Page, site: Site, context: BrowserContext, typing: bool
) -> None:
    context.add_init_script(NO_NETWORK)
    page.goto(site.page("count_page"))
    if typing:
        page.locator("#now").fill("12")

    press(page, "overzicht")

    page.wait_for_url(f"**/d/{site.id}/")
    assert number(site, "now") == (12 if typing else None)


def test_losing_the_network_is_no_trouble_while_the_server_answers(page: Page) -> None:
    page.evaluate(f"{NO_NETWORK}; dispatchEvent(new Event('offline'))")
    page.locator("#now").fill("12")

    saved(page)


def test_a_button_without_a_line_and_with_nothing_typed_keeps_the_page(
    page: Page, site: Site, context: BrowserContext
) -> None:
    context.set_offline(True)
    press(page, "overzicht")
    expect(page.locator("#bewaard")).to_contain_text("We gaan verder zodra die terug is")

    context.set_offline(False)

    page.wait_for_url(f"**/d/{site.id}/")


@pytest.mark.parametrize("status", [500, 503, 507])
def test_the_page_says_what_the_server_says_of_its_trouble(page: Page, status: int) -> None:
    said = json.dumps({"line": "De schijf is vol."})
    page.route(EVERY_SAVE, lambda route: route.fulfill(status=status, body=said, content_type="application/json"))

    page.locator("#now").fill("12")

    expect(page.locator("#bewaard")).to_have_text("De schijf is vol.")


def test_what_is_typed_after_a_button_that_leads_nowhere_is_saved(page: Page, site: Site) -> None:
    page.clock.install()
    page.route("**/count_page", lambda route: route.fulfill(status=204), times=1)
    press(page, "overzicht")
    page.wait_for_timeout(300)

    page.locator("#now").fill("12")
    page.clock.fast_forward(11_000)

    wait_for(page, lambda: number(site, "now") == 12)


def test_a_link_waits_until_a_server_that_hangs_has_what_was_typed(page: Page, site: Site) -> None:
    page.add_init_script(SHORT_OF_PATIENCE)
    page.reload()
    hanging: list[Route] = []
    page.route(EVERY_SAVE, lambda route: hanging.append(route), times=1)

    page.locator("#now").fill("12")
    page.locator("a.back").click()

    page.wait_for_url("**/vraag/hours_page")
    assert number(site, "now") == 12


def test_a_save_that_takes_long_says_so_without_a_word_to_who_listens(page: Page) -> None:
    line = page.locator("#bewaard")
    before = line.bounding_box()
    page.route(EVERY_SAVE, slowly(page, 2500))

    page.locator("#now").fill("12")
    page.locator("#now").blur()

    expect(line).to_have_text("Bezig met opslaan…")
    during = line.bounding_box()
    assert line.get_attribute("aria-live") == "off"
    assert before is not None
    assert during is not None
    assert (during["y"], during["height"]) == (before["y"], before["height"])
    saved(page)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_notice_of_a_broken_line_covers_no_link_and_stays_small(
    page: Page, context: BrowserContext, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    context.set_offline(True)
    page.locator("#now").fill("12")
    page.locator("#now").blur()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "trouble")

    notice, link = page.locator("#bewaard").bounding_box(), page.locator("a.back").bounding_box()

    assert notice is not None
    assert link is not None
    assert link["y"] + link["height"] <= notice["y"]
    assert notice["height"] <= 64
    context.set_offline(False)
    saved(page)


def test_news_that_comes_while_a_button_is_pressed_moves_nothing_away(page: Page, site: Site) -> None:
    button = page.locator("form#answers button[value='overzicht']")
    page.route(EVERY_SAVE, lambda route: route.abort(), times=1)
    page.locator("#now").fill("12")
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place is not None

    page.mouse.move(place["x"] + 9, place["y"] + 9)
    page.mouse.down()
    page.wait_for_timeout(400)
    page.mouse.up()

    page.wait_for_url(f"**/d/{site.id}/")
    assert number(site, "now") == 12
