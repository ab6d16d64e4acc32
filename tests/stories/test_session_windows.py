"""Two windows of a session in a real browser: the consultant presses "Toon", the big screen changes by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.klantreis import FOLDER
from tests.serving import serve
from workshop.bootstrap import Workshop, build
from workshop.domain.response import Response
from workshop.settings import Settings
from workshop.web.app import create_app

pytestmark = pytest.mark.browser
FOLLOWS = 8_000
"""Milliseconds in which the screen must have followed; it looks every 2.5 seconds."""
SIZES = {"projector": (1920, 1080), "tablet": (820, 1180), "phone": (360, 740), "narrow": (320, 640)}


@dataclass(frozen=True)
class Room:
    """A running server with the salon's dossier, and where its pages begin."""

    shop: Workshop
    address: str
    id: str
    token: str

    @property
    def here(self) -> str:
        return f"{self.address}/d/{self.id}/"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    shop = build(Settings(data=tmp_path, exports=tmp_path, secret_key=b"a secret of thirty-two characters"))
    found = shop.read_answers((FOLDER / "examples" / "kapsalon.json").read_text(encoding="utf-8"))
    assert isinstance(found, Response)
    started = shop.intake.keep(replace(found, on=None))
    with serve(create_app(shop)) as address:
        yield Room(shop, address, started.dossier.id, started.token)


@pytest.fixture
def context(browser: Browser, room: Room) -> Iterator[BrowserContext]:
    """A browser with the key of the dossier; a complaint of the console fails the test."""
    complaints: list[str] = []
    context = browser.new_context(locale="nl-NL")
    context.add_cookies([{"name": f"dossier_{room.id}", "value": room.token, "url": room.address}])
    context.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    context.on("weberror", lambda one: complaints.append(str(one.error)))
    context.set_default_timeout(10_000)
    yield context
    context.close()
    assert complaints == []


def window(context: BrowserContext, address: str, size: str = "projector") -> Page:
    page = context.new_page()
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    return page


def test_the_big_screen_follows_the_consultant_by_itself(context: BrowserContext, room: Room) -> None:
    screen = window(context, f"{room.here}scherm")
    desk = window(context, f"{room.here}spiekbriefje?deel=customers", "tablet")
    expect(screen.locator("h1")).to_have_text("De reis van je klant")

    desk.get_by_role("button", name="Toon dit deel op het scherm").click()
    expect(screen.locator("h1")).to_have_text("Je klanten", timeout=FOLLOWS)
    expect(screen).to_have_title("Je klanten – Groot scherm – Klantreis Workshop")

    desk.get_by_role("button", name=re.compile("Toon alleen dit.*Gesprekken met klanten")).click()
    expect(screen.locator("h1")).to_have_text("Gesprekken met klanten", timeout=FOLLOWS)

    desk.get_by_role("button", name="Verberg de antwoorden").click()
    expect(screen.locator(".stage")).not_to_contain_text("6 gesprekken", timeout=FOLLOWS)


def test_an_answer_that_is_filled_in_elsewhere_appears_on_the_screen(context: BrowserContext, room: Room) -> None:
    room.shop.sessions.show(room.id, room.token, "customer_talks")
    screen = window(context, f"{room.here}scherm")
    expect(screen.locator(".stage")).to_contain_text("6 gesprekken")

    desk = window(context, f"{room.here}vraag/customer_talks?terug=spiekbriefje")
    desk.locator("#interviews_count").fill("9")
    desk.get_by_role("button", name="Opslaan en terug naar het spiekbriefje").click()

    expect(desk.locator("h1")).to_have_text("Je klanten")
    expect(screen.locator(".stage")).to_contain_text("9 gesprekken", timeout=FOLLOWS)


def test_a_quote_is_typed_and_kept_with_the_keyboard_alone(context: BrowserContext, room: Room) -> None:
    desk = window(context, f"{room.here}spiekbriefje?deel=customers")

    desk.get_by_label("Wat is er gezegd").focus()
    desk.keyboard.type("Op zaterdag is het vol.")
    desk.keyboard.press("Tab")
    desk.keyboard.type("Fatma")
    desk.keyboard.press("Enter")

    expect(desk.locator(".notes").first).to_contain_text("Op zaterdag is het vol.")
    expect(desk.get_by_role("status").first).to_contain_text("Het citaat is bewaard.")


def test_the_screen_tells_when_the_line_is_gone_and_goes_on_when_it_is_back(browser: Browser, room: Room) -> None:
    context = browser.new_context(locale="nl-NL")
    context.add_cookies([{"name": f"dossier_{room.id}", "value": room.token, "url": room.address}])
    screen = window(context, f"{room.here}scherm")

    context.set_offline(True)
    expect(screen.get_by_text("Even geen verbinding.")).to_be_visible(timeout=FOLLOWS)
    room.shop.sessions.show(room.id, room.token, "reach")
    context.set_offline(False)

    expect(screen.locator("h1")).to_have_text("Je kanalen", timeout=FOLLOWS)
    expect(screen.get_by_text("Even geen verbinding.")).to_be_hidden()
    context.close()


def test_without_scripts_both_windows_work_and_the_screen_has_a_way_to_refresh(browser: Browser, room: Room) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    context.add_cookies([{"name": f"dossier_{room.id}", "value": room.token, "url": room.address}])
    screen, desk = window(context, f"{room.here}scherm"), window(context, f"{room.here}spiekbriefje?deel=reach")

    desk.get_by_role("button", name="Toon dit deel op het scherm").click()
    screen.get_by_role("link", name="Ververs").click()

    expect(screen.locator("h1")).to_have_text("Je kanalen")
    context.close()


@pytest.mark.parametrize("page", ["sessie", "scherm?deel=reach", "spiekbriefje?deel=reach"])
@pytest.mark.parametrize("size", SIZES)
def test_no_window_scrolls_sideways(context: BrowserContext, room: Room, page: str, size: str) -> None:
    shown = window(context, f"{room.here}{page}", size)

    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_text_of_the_screen_can_be_read_across_a_room(context: BrowserContext, room: Room) -> None:
    shown = window(context, f"{room.here}scherm?deel=reach")

    sizes = shown.evaluate(
        """[...document.querySelectorAll("main *")]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((one) => !one.closest(".hide, noscript, [hidden]"))
        .map((one) => [parseFloat(getComputedStyle(one).fontSize), one.textContent.trim().slice(0, 30)])"""
    )

    assert len(sizes) > 20
    assert [one for one in sizes if one[0] < 28] == []
