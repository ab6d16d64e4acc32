"""Two windows on one answer: both are shown, and someone chooses."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.live.hands import number, press, saved, wait_for
from tests.web.live.site import Site
from workshop.domain.answer import Answer, Item
from workshop.domain.route import items_of

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


def clashed(page: Page, site: Site, context: BrowserContext) -> Page:
    """Return a second window in which 15 was typed, while the first one saved 12."""
    other = context.new_page()
    other.goto(site.page("count_page"))
    page.locator("#now").fill("12")
    saved(page)
    other.locator("#now").fill("15")
    expect(other.locator("#now-botsing")).to_be_visible()
    return other


def draft(site: Site) -> str:
    return dict(site.kept().drafts.get("now", ())).get("now", "")


def test_typing_on_in_a_clash_is_kept_and_is_what_my_button_keeps(
    page: Page, site: Site, context: BrowserContext
) -> None:
    other = clashed(page, site, context)

    other.locator("#now").fill("17")

    wait_for(other, lambda: draft(site) == "17")
    assert number(site, "now") == 12
    other.locator("#now").fill("18")
    other.get_by_role("button", name="Mijn antwoord bewaren").click()
    other.wait_for_url("**/count_page#now-vraag")
    assert number(site, "now") == 18


def test_going_on_with_an_open_clash_stays_and_decides_nothing(page: Page, site: Site, context: BrowserContext) -> None:
    other = clashed(page, site, context)

    press(other, "verder")
    expect(other.locator("#now-botsing")).to_be_focused()
    press(other, "verder")

    expect(other.locator(".summary")).to_be_focused()
    expect(other.get_by_role("button", name="Mijn antwoord bewaren")).to_be_visible()
    assert number(site, "now") == 12


def test_a_link_out_of_an_open_clash_saves_what_was_typed_and_goes(
    page: Page, site: Site, context: BrowserContext
) -> None:
    other = clashed(page, site, context)

    other.locator("#now").fill("17")
    other.locator("a.back").click()

    other.wait_for_url("**/vraag/hours_page")
    assert (draft(site), number(site, "now")) == ("17", 12)


def test_a_clash_goes_away_when_both_windows_say_the_same(page: Page, site: Site, context: BrowserContext) -> None:
    other = clashed(page, site, context)

    other.locator("#now").fill("12")

    expect(other.locator("#now-botsing")).to_have_count(0)
    saved(other)


def test_two_people_change_two_groups_at_once(page: Page, site: Site, context: BrowserContext) -> None:
    two = tuple(Item({"name": Answer(value=name)}) for name in ("Ouders", "Opa's"))
    site.workshop.intake.save(site.id, site.token, {"groups": Answer(value=two)}, "groups_page")
    page.goto(site.page("groups_page"))
    other = context.new_page()
    other.goto(site.page("groups_page"))
    page.locator("#groups-1-name").fill("Papa's")
    saved(page)

    other.locator("#groups-2-name").fill("Oma's")
    saved(other)
    other.locator("#groups-2-fear").fill("Te duur")
    saved(other)
    press(other, "overzicht")

    other.wait_for_url(f"**/d/{site.id}/")
    named = [item.answers["name"].value for item in items_of(site.kept().response.get("groups"))]
    assert named == ["Papa's", "Oma's"]
