"""Cards of a group by their buttons: added, moved, copied, removed and put back."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.live.hands import press, saved
from tests.web.live.site import Site
from workshop.domain.answer import Answer, Item
from workshop.domain.route import items_of

pytestmark = pytest.mark.browser


def named_groups(site: Site) -> list[object]:
    return [found.value for item in items_of(site.kept().response.get("groups")) if (found := item.get("name"))]


@pytest.fixture
def groups(page: Page, site: Site) -> Page:
    """The page of groups, with two of them."""
    two = tuple(Item({"name": Answer(value=name)}) for name in ("Ouders", "Opa's"))
    site.workshop.intake.save(site.id, site.token, {"groups": Answer(value=two)}, "groups_page")
    page.goto(site.page("groups_page"))
    return page


def test_one_more_puts_the_focus_on_the_new_card(groups: Page) -> None:
    press(groups, "meer-groups")

    groups.wait_for_url("**#groups-3")
    expect(groups.locator("#groups-3")).to_be_focused()


def test_cards_are_moved_by_keyboard_and_the_focus_goes_along(groups: Page, site: Site) -> None:
    up = groups.get_by_role("button", name="Omhoog: Onderdeel 2: Opa's")
    up.focus()
    groups.keyboard.press("Enter")

    groups.wait_for_url("**#groups-1-omlaag")
    assert named_groups(site) == ["Opa's", "Ouders"]
    expect(groups.get_by_role("button", name="Omlaag: Onderdeel 1: Opa's")).to_be_focused()


def test_a_copy_has_everything_but_the_name(groups: Page, site: Site) -> None:
    groups.locator("#groups-1-fear").fill("Te duur")
    press(groups, "kopie-groups-1")

    groups.wait_for_url("**#groups-3")
    assert [groups.locator(f"#groups-3-{one}").input_value() for one in ("name", "fear")] == ["", "Te duur"]
    groups.locator("#groups-3-name").fill("Oma's")
    saved(groups)
    assert named_groups(site) == ["Ouders", "Opa's", "Oma's"]


def test_what_was_removed_comes_back_where_it_stood(groups: Page, site: Site) -> None:
    groups.locator("#groups-1-fear").fill("Te duur")
    before = None
    press(groups, "weg-groups-1")
    notice = groups.locator(".undo")
    expect(notice).to_contain_text("Verwijderd: Ouders.")
    before = named_groups(site)

    notice.get_by_role("button", name="Terugzetten").click()

    expect(groups.locator("#groups-1-name")).to_have_value("Ouders")
    expect(groups.locator("#groups-1-fear")).to_have_value("Te duur")
    assert (before, named_groups(site)) == (["Opa's"], ["Ouders", "Opa's"])


def test_a_copy_is_there_again_after_leaving(groups: Page, site: Site) -> None:
    groups.locator("#groups-1-fear").fill("Te duur")
    press(groups, "kopie-groups-1")
    groups.wait_for_url("**#groups-3")
    expect(groups.locator("#groups-concept")).to_contain_text("Nog niet elke kaart is een antwoord.")

    groups.locator("a.back").click()
    groups.goto(site.page("groups_page"))

    expect(groups.locator("#groups-3-fear")).to_have_value("Te duur")
    assert named_groups(site) == ["Ouders", "Opa's"]


def test_removing_beside_a_copy_offers_to_put_back_and_loses_nothing(groups: Page, site: Site) -> None:
    groups.locator("#groups-1-fear").fill("Te duur")
    press(groups, "kopie-groups-1")
    groups.wait_for_url("**#groups-3")
    press(groups, "weg-groups-2")
    expect(groups.locator(".undo")).to_contain_text("Verwijderd: Opa's.")
    removed = named_groups(site)

    groups.locator(".undo").get_by_role("button", name="Terugzetten").click()

    expect(groups.locator("#groups-2-name")).to_have_value("Opa's")
    assert (removed, named_groups(site)) == (["Ouders"], ["Ouders", "Opa's"])
