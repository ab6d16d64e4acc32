"""Typing in a real browser: everything is kept without a button, whatever happens to the line."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.web.live.hands import number, press, saved, slowly, wait_for
from tests.web.live.site import Site
from workshop.domain.answer import Answer, Status

pytestmark = pytest.mark.browser
EVERY_SAVE = "**/bewaar"


def test_typing_saves_without_a_button_and_says_when(page: Page, site: Site) -> None:
    page.locator("#now").press_sequentially("12")

    saved(page)
    assert number(site, "now") == 12


def test_leaving_a_field_saves_at_once(page: Page, site: Site) -> None:
    with page.expect_response(EVERY_SAVE) as answer:
        page.locator("#now").fill("12")
        page.locator("#now").blur()

    assert answer.value.status == 200
    assert number(site, "now") == 12


def test_weet_ik_niet_is_one_tap_and_saved(page: Page, site: Site) -> None:
    page.locator("#now").fill("12")
    page.locator("input[name='now-status'][value='-unknown']").check()

    saved(page)
    assert site.kept().response.get("now") == Answer(Status.UNKNOWN)


def test_typing_on_while_a_save_is_on_its_way_saves_the_last(page: Page, site: Site) -> None:
    page.route(EVERY_SAVE, slowly(page, 700))

    page.locator("#now").fill("1")
    page.locator("#now").blur()
    page.locator("#now").fill("12")
    page.locator("#now").blur()

    wait_for(page, lambda: number(site, "now") == 12)
    assert page.locator(".clash").count() == 0


def test_offline_the_page_says_so_keeps_what_is_typed_and_sends_it_later(
    page: Page, site: Site, context: BrowserContext
) -> None:
    context.set_offline(True)
    page.locator("#now").fill("12")
    page.locator("#now").blur()

    expect(page.locator("#bewaard")).to_contain_text("Geen verbinding. Wat je typt, blijft hier staan.")
    assert (page.locator("#now").input_value(), number(site, "now")) == ("12", None)

    context.set_offline(False)
    saved(page)
    assert number(site, "now") == 12


def test_a_button_pressed_offline_waits_for_the_line_and_then_goes_on(
    page: Page, site: Site, context: BrowserContext
) -> None:
    context.set_offline(True)
    page.locator("#now").fill("12")
    press(page, "overzicht")
    expect(page.locator("#bewaard")).to_contain_text("We gaan verder zodra die terug is")

    context.set_offline(False)

    page.wait_for_url(f"**/d/{site.id}/")
    assert number(site, "now") == 12


@pytest.mark.parametrize("fault", [500, 503, 404, "abort"])
def test_after_a_fault_the_page_tries_again_by_itself(page: Page, site: Site, fault: int | str) -> None:
    faults = iter([fault])

    def fail_once(route: Route) -> None:
        match next(faults, None):
            case int() as code:
                route.fulfill(status=code, body="")
            case str():
                route.abort()
            case _:
                route.continue_()

    page.route(EVERY_SAVE, fail_once)
    page.locator("#now").fill("12")
    page.locator("#now").blur()

    expect(page.locator("#bewaard")).to_have_attribute("data-state", "trouble")
    saved(page)
    assert number(site, "now") == 12


def test_an_answer_that_gets_lost_on_the_way_back_is_no_clash_with_oneself(page: Page, site: Site) -> None:
    lost = iter([True])

    def lose(route: Route) -> None:
        if next(lost, False):
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route(EVERY_SAVE, lose)
    page.locator("#now").fill("1")
    page.locator("#now").blur()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "trouble")
    page.locator("#now").fill("12")

    saved(page)
    wait_for(page, lambda: number(site, "now") == 12)
    assert page.locator(".clash").count() == 0


def test_pressing_the_button_while_a_save_is_on_its_way_loses_and_clashes_nothing(page: Page, site: Site) -> None:
    page.route(EVERY_SAVE, slowly(page, 600))

    page.locator("#now").fill("12")
    page.locator("#now").blur()
    page.locator("#hour_cost").fill("30")
    press(page, "overzicht")

    page.wait_for_url(f"**/d/{site.id}/")
    assert (number(site, "now"), number(site, "hour_cost")) == (12, 30)


def test_pressing_the_button_twice_sends_the_page_once(page: Page, site: Site) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" and "bewaar" not in one.url else None)
    page.route(lambda address: address.endswith("count_page"), slowly(page, 300))

    page.evaluate("for (const _ of [1, 2]) document.querySelector('button[value=overzicht]').click()")

    page.wait_for_url(f"**/d/{site.id}/")
    assert len(sent) == 1


def test_a_link_followed_while_typing_saves_first(page: Page, site: Site) -> None:
    page.locator("#now").press_sequentially("12")
    page.locator("a.back").click()

    page.wait_for_url("**/vraag/hours_page")
    assert number(site, "now") == 12


def test_closing_the_page_in_the_middle_of_a_word_keeps_it(page: Page, site: Site, context: BrowserContext) -> None:
    page.locator("#now").press_sequentially("12")

    page.goto("about:blank")

    other = context.new_page()
    wait_for(other, lambda: number(site, "now") == 12)


def test_a_number_that_cannot_be_read_survives_closing_the_browser(
    page: Page, site: Site, context: BrowserContext, browser: Browser
) -> None:
    page.locator("#now").fill("ongeveer tien")
    expect(page.locator("#bewaard")).to_contain_text("Bewaard wat je typte")
    assert page.locator(".message").count() == 0
    context.close()

    elsewhere = browser.new_context(locale="nl-NL")
    again = site.enter(elsewhere)

    assert again.url == site.page("count_page")
    assert again.locator("#now").input_value() == "ongeveer tien"
    assert "nog geen antwoord" in again.locator("#now-concept").inner_text()
    elsewhere.close()


def test_mending_a_number_takes_the_note_away(page: Page, site: Site) -> None:
    page.locator("#now").fill("tien")
    expect(page.locator("#bewaard")).to_contain_text("Bewaard wat je typte")
    page.reload()

    page.locator("#now").fill("10")

    saved(page)
    expect(page.locator("#now-concept")).to_have_count(0)
    assert number(site, "now") == 10


def test_an_old_token_is_renewed_without_a_word(page: Page, site: Site) -> None:
    page.evaluate("document.querySelector('[name=csrf_token]').value = 'oud'")

    page.locator("#now").fill("12")

    saved(page)
    assert number(site, "now") == 12
