"""A page of questions on paper: cards follow one another, with all that was filled in and without what explains."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.proof.site import FULL, Site, serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def printed(tmp_path_factory: pytest.TempPathFactory, context: BrowserContext) -> Iterator[Page]:
    """The channels of the salon, nine cards, as they are printed."""
    with serve(tmp_path_factory.mktemp("print")) as site:
        yield channels(site, context)


def channels(site: Site, context: BrowserContext) -> Page:
    kept = site.keep(FULL)
    site.enter(context, kept)
    page = context.new_page()
    page.goto(f"{site.address}{kept.here}vraag/your_channels")
    page.emulate_media(media="print")
    return page


def test_nine_cards_take_five_sheets(printed: Page) -> None:
    assert printed.pdf(format="A4").count(b"/Type /Page\n") <= 5


def test_the_first_card_begins_on_the_first_sheet(printed: Page) -> None:
    printed.set_viewport_size({"width": 660, "height": 950})

    box = printed.locator("#channels-1").bounding_box()

    assert box is not None
    assert box["y"] < 500
    assert printed.locator("#channels-1").evaluate("one => getComputedStyle(one).breakInside") == "auto"


def test_what_was_filled_in_is_on_paper_and_explanations_are_not(printed: Page) -> None:
    expect(printed.locator("#channels-1-hours_per_month")).to_be_visible()
    expect(printed.locator(".extras details").first).to_be_hidden()
    expect(printed.locator(".looking")).to_have_count(0)
