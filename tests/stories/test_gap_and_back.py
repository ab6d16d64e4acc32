"""From a gap in the result to the answer it rests on, and back, in a real browser with and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.proof.site import Site, serve

pytestmark = pytest.mark.browser
SILENT = "#gat-G01-retention"
PHONE: ViewportSize = {"width": 320, "height": 700}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serve(tmp_path_factory.mktemp("gap")) as site:
        yield site


@pytest.fixture(scope="module", params=[True, False], ids=["with-scripts", "without-scripts"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=request.param, locale="nl-NL", viewport=PHONE)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def result(site: Site, context: BrowserContext) -> Iterator[Page]:
    """The result of the hair salon on a narrow phone."""
    kept = site.keep("kapsalon")
    site.enter(context, kept)
    page = context.new_page()
    page.goto(f"{site.address}{kept.here}resultaat")
    yield page
    page.close()


def answer_the_reason(page: Page, times: str) -> None:
    """Follow the gap to how often the salon gets in touch, and change that."""
    gap = page.locator(SILENT)
    gap.locator("summary").click()
    gap.locator("a[href*='#contacts_between-vraag']").click()
    assert page.url.endswith("#contacts_between-vraag")
    page.locator("#contacts_between").fill(times)
    page.get_by_role("button", name="Opslaan en terug naar het resultaat").click()
    page.wait_for_url("**/resultaat?**")


def test_a_gap_is_closed_by_its_answer_and_opened_again(result: Page) -> None:
    answer_the_reason(result, "12")

    assert result.locator(SILENT).inner_text().startswith("Dit gat is dicht: Na de verkoop wordt het stil.")

    result.goto(result.url.partition("?")[0])
    assert result.locator(SILENT).count() == 0

    result.go_back()
    result.go_back()
    result.locator("#contacts_between").fill("0")
    result.get_by_role("button", name="Opslaan en terug naar het resultaat").click()
    result.wait_for_url("**/resultaat?**")
    assert result.locator(f"{SILENT} details[open]").count() == 1


def test_nothing_on_the_dashboard_is_wider_than_a_phone(result: Page) -> None:
    wide = result.evaluate(
        """() => [...document.querySelectorAll('.dash svg, .dash .panel, .first > li')]
        .filter((one) => !one.closest('.sideways'))
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth).length"""
    )

    assert wide == 0
    assert result.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_letters_in_the_pictures_are_at_least_twelve_pixels_high_on_a_phone(result: Page) -> None:
    sizes = result.evaluate(
        """() => [...document.querySelectorAll('.dash svg.fitting')].map((one) =>
        9 * one.getBoundingClientRect().width / one.viewBox.baseVal.width)"""
    )

    assert len(sizes) >= 8
    assert min(sizes) >= 12


def test_after_a_section_its_result_leads_on(site: Site, context: BrowserContext) -> None:
    kept = site.keep("kapsalon-snel")
    site.enter(context, kept)
    page = context.new_page()
    page.goto(f"{site.address}{kept.here}vraag/latest_customers")

    page.get_by_role("button", name="Opslaan en naar de tussenstand").click()
    page.wait_for_url("**/tussenstand/reach")
    heading = page.locator("h1").inner_text()
    page.get_by_role("link", name="Naar ‘Na de verkoop’").click()

    assert heading == "Tussenstand na ‘Je kanalen’"
    assert page.url.endswith("/vraag/contact_after_sale")
    page.close()
