"""What someone does on a page of questions, and what is kept of it."""

import re
from collections.abc import Callable
from decimal import Decimal

from playwright.sync_api import Dialog, Page, Route, expect

from tests.web.live.site import Site

SAVED = re.compile(r"^Opgeslagen om \d\d:\d\d$")


def saved(page: Page) -> None:
    """Wait until the page says that everything typed is at the server."""
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "")
    expect(page.locator("#bewaard")).to_have_text(SAVED)


def press(page: Page, action: str) -> None:
    page.locator(f"form#answers button[value='{action}']").click()


def number(site: Site, code: str) -> int | None:
    """Return the whole number that is kept as an answer, None for no answer."""
    answer = site.kept().response.get(code)
    if answer is None:
        return None
    assert isinstance(answer.value, Decimal)
    return int(answer.value)


def slowly(page: Page, milliseconds: int) -> Callable[[Route], None]:
    def wait(route: Route) -> None:
        page.wait_for_timeout(milliseconds)
        route.continue_()

    return wait


def wait_for(page: Page, done: Callable[[], bool]) -> None:
    for _ in range(50):
        if done():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it did not come about")


def staying(page: Page) -> list[str]:
    """Answer whatever the page asks with no, and list what it asked."""
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", refuse)
    return asked
