"""A server and a browser for each worker, and browsers with the looks that people use."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.proof.site import Site, serve
from tests.proof.watching import Watch


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A real server; each test keeps dossiers of its own on it."""
    with serve(tmp_path_factory.mktemp("proof")) as site:
        yield site


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browsers with cookies of their own; they are closed after the test."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(locale="nl-NL", **options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Whoever opens a page with this fails when the console complains or something comes from elsewhere."""
    watch = Watch()
    yield watch
    assert watch.complaints == []
