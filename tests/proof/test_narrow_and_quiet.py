"""Every page on a phone of 320 pixels and with letters twice as large; and nothing from elsewhere, no complaint."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.proof.site import EMPTY, FULL, Kept, Site, every_page
from tests.proof.watching import Watch, stores

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NewContext = Callable[..., BrowserContext]
VIEWS: Final = {
    "320 px": (320, 100),
    "letters twice as large": (1280, 200),
    "phone, letters half as large again": (360, 150),
}
"""Width in pixels, and the size of the letters in percent of what is usual."""
SCROLLS: Final = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
USE_ALL: Final = """
async () => {
  localStorage.proef = sessionStorage.proef = '1';
  document.cookie = 'proef=1';
  await caches.open('proef');
  await new Promise(done => { indexedDB.open('proef').onsuccess = done; });
}
"""


@pytest.mark.parametrize(("name", "language"), [(FULL, "nl"), (EMPTY, "en")])
def test_no_page_scrolls_sideways(site: Site, new_context: NewContext, watch: Watch, name: str, language: str) -> None:
    kept = site.keep(name, language=language)
    page = opened(site, new_context(viewport={"width": 320, "height": 800}), kept, watch)

    wide = [fault for address in addresses(site, kept) for fault in too_wide(page, site.address + address)]

    assert wide == []


def too_wide(page: Page, address: str) -> Iterator[str]:
    """Say in which views a page is wider than the screen."""
    page.goto(address)
    for view, (width, letters) in VIEWS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        over = page.evaluate(SCROLLS)
        if over > 0:
            yield f"{address}, {view}: {over} px"


@pytest.mark.parametrize("forced", [{"forced_colors": "active", "reduced_motion": "reduce"}, {"color_scheme": "dark"}])
def test_no_page_calls_elsewhere_or_complains(
    site: Site, new_context: NewContext, watch: Watch, forced: dict[str, str]
) -> None:
    kept = site.keep(FULL)
    page = opened(site, new_context(**forced), kept, watch)

    for address in addresses(site, kept):
        page.goto(site.address + address)
        assert stores(page) == []


def test_nothing_moves_for_whoever_wants_no_movement(site: Site, new_context: NewContext, watch: Watch) -> None:
    kept = site.keep(FULL)
    page = opened(site, new_context(reduced_motion="reduce"), kept, watch)

    for address in ("/", kept.here, f"{kept.here}vraag/your_goal", f"{kept.here}resultaat"):
        page.goto(site.address + address)
        assert page.evaluate("document.getAnimations().filter(one => one.effect.getTiming().duration > 10).length") == 0


def test_the_watch_hears_a_page_that_calls_elsewhere(site: Site, new_context: NewContext) -> None:
    watch = Watch()
    page = watch.page(new_context())
    page.goto(site.address)

    page.evaluate("fetch('https://elders.example/').catch(() => {})")
    page.wait_for_timeout(200)

    assert any("elders.example" in one for one in watch.complaints)


def opened(site: Site, context: BrowserContext, kept: Kept, watch: Watch) -> Page:
    site.enter(context, kept)
    return watch.page(context)


def addresses(site: Site, kept: Kept) -> list[str]:
    """Return the addresses of all pages of a dossier, each kind of page once or twice."""
    found = [place.address for place in every_page(site, kept).pages]
    assert len(found) > 30
    return found


def test_a_store_that_is_used_is_seen(site: Site, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(site.address)
    nothing = stores(page)

    page.evaluate(USE_ALL)

    assert nothing == []
    assert stores(page) == ["localStorage", "sessionStorage", "indexedDB", "caches", "proef=1"]
