"""A real browser on a page of questions of the tiny questionnaire."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.live.site import Server, Site, a_server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with a_server(tmp_path_factory.mktemp("typing")) as server:
        yield server


@pytest.fixture
def site(server: Server) -> Site:
    return server.start()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(site: Site, context: BrowserContext) -> Iterator[Page]:
    """The counting page; it fails the test when a script breaks or something is put in a store of the browser."""
    page = site.enter(context)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(site.page("count_page"))
    yield page
    assert broken == []
    if not page.is_closed() and page.url.startswith(site.address):
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
