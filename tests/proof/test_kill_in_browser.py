"""The server dies and the browser is closed just after a page says "saved": a fresh browser finds it all again."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window

from tests.http_visitor import HttpVisitor
from tests.proof.journey import fill_in, filled, shown
from tests.proof.site import FULL, Kept, example, make_site, plain_answers
from tests.stories.lives import Server, lives

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and process groups"),
]
ONE_OF_EACH_TYPE = (
    "your_goal",
    "market_and_sales",
    "customer_groups",
    "latest_customers",
    "channels_per_phase",
    "message_per_phase",
    "week_hours",
    "customer_spending",
)
"""Choices, a list to tick, cards, a count, a matrix, texts per phase, a division, and amounts."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("killed")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with lives(folder, "honest") as server:
        yield server


def test_what_the_page_called_saved_is_there_after_the_kill(server: Server, folder: Path, browser: Browser) -> None:
    site = make_site(folder)
    expected, answers = site.keep(FULL), plain_answers(FULL)
    pages = [one for one in site.pages(expected) if one.code in ONE_OF_EACH_TYPE]
    asked = dict.fromkeys(question.code for page in pages for question in page.questions)
    mine = site.keep_response(example(site.shop, FULL).with_answers(asked))
    server.start()
    for page in pages:
        window = come_in(browser, server, mine)
        window.goto(f"http://127.0.0.1:{server.port}{mine.here}vraag/{page.code}")
        fill_in(window, page, answers)
        expect(window.locator("#bewaard")).to_have_attribute("data-state", "")
        typed = shown(window)
        server.kill()
        window.context.close()
        server.start()

        again = come_in(browser, server, mine)
        assert again.url.partition("?")[0].endswith(f"/vraag/{page.code}")
        assert shown(again) == typed
        assert typed == stands(server, expected, page.code)
        again.context.close()


def come_in(browser: Browser, server: Server, kept: Kept) -> Window:
    """Open a browser that knows nothing with the private link."""
    window = browser.new_context(locale="nl-NL").new_page()
    window.goto(f"http://127.0.0.1:{server.port}/hervat/{kept.token}")
    return window


def stands(server: Server, kept: Kept, code: str) -> set[tuple[str, str]]:
    """Return what stands on a page of another dossier."""
    return filled(HttpVisitor(server.port, {kept.cookie: kept.token}).form(f"{kept.here}vraag/{code}"))
