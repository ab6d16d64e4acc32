"""Every page in every state, judged by axe-core: WCAG 2.2 AA and best practices, light and dark, wide and narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.proof.axe import LOOKS, OPPOSITE, findings
from tests.proof.site import EMPTY, FULL, QUICK, Kept, Place, Site, every_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ONE_OF_EACH_TYPE = ("customer_groups", "latest_customers", "channels_per_phase", "week_hours", "customer_spending")
"""Pages that together have a card, a count, a matrix, a division, amounts and choices."""
UNREADABLE = {"week_hours": "-awareness", "customer_spending": "first_order", "customer_groups": "-1-revenue_share"}
"""A page and the end of the id of a field on it that takes numbers only."""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_every_page_of_a_full_session(page: Page, site: Site) -> None:
    assert judged(page, site, site.keep(FULL)) == []


def test_every_page_of_an_empty_dossier(page: Page, site: Site) -> None:
    assert judged(page, site, site.keep(EMPTY), questions=ONE_OF_EACH_TYPE) == []


def test_every_page_of_a_quick_scan_in_english(page: Page, site: Site) -> None:
    assert judged(page, site, site.keep(QUICK, language="en"), questions=ONE_OF_EACH_TYPE) == []


def judged(page: Page, site: Site, kept: Kept, questions: tuple[str, ...] | None = None) -> list[str]:
    """Judge every page of a dossier that a link leads to; of the question pages only these, when they are named."""
    site.enter(page.context, kept)
    found: list[str] = []
    places = every_page(site, kept).pages
    assert len(places) > 20
    for place in places:
        code = place.address.partition("?")[0].rpartition("/")[2]
        if place.endpoint == "questions.page" and questions is not None and code not in questions:
            continue
        page.goto(site.address + place.address)
        found += findings(page, OPPOSITE if _is_common(place, code) else LOOKS)
    return found


def _is_common(place: Place, code: str) -> bool:
    return place.endpoint == "questions.page" and code not in ONE_OF_EACH_TYPE


@pytest.mark.parametrize("code", UNREADABLE)
def test_a_page_with_a_mistake_to_mend(page: Page, site: Site, code: str) -> None:
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    page.goto(f"{site.address}{kept.here}vraag/{code}")

    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 422):
        page.locator(f"input[id$='{UNREADABLE[code]}']").fill("heel veel")
        page.locator("form#answers .actions .button[value=verder]").click()
    page.locator(".summary").wait_for()

    assert findings(page, LOOKS) == []


def test_a_page_that_was_changed_in_another_window(page: Page, site: Site) -> None:
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    page.goto(f"{site.address}{kept.here}vraag/customer_spending")
    assert site.visitor(kept).fill("customer_spending", {"first_order": "51"}).status_code == 303

    page.locator("#first_order").fill("61")
    page.locator("form#answers .actions .button[value=verder]").click()
    page.locator(".summary").wait_for()

    assert findings(page, LOOKS) == []


def test_a_page_with_answers_that_contradict(page: Page, site: Site) -> None:
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    site.visitor(kept).fill("customer_numbers", {"customers_start": "", "customers_end": "10", "customers_new": "11"})

    page.goto(f"{site.address}{kept.here}vraag/customer_numbers")

    assert findings(page, LOOKS) == []


@pytest.mark.parametrize("address", ["/nergens", "/d/0123456789/", "/hervat/te-kort"])
def test_a_page_that_is_not_there(page: Page, site: Site, address: str) -> None:
    page.goto(site.address + address)

    assert findings(page, LOOKS) == []


def test_a_private_link_that_is_not_right(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/hervat")
    page.locator("main input[type=text]").first.fill("dit is geen link")
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()

    assert findings(page, LOOKS) == []


def test_the_judge_sees_what_is_wrong(page: Page, site: Site, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html><title>x</title><input type=text><h3>Kop</h3><h3>Kop</h3>", encoding="utf-8")
    page.goto(wrong.as_uri())

    found = " ".join(findings(page, OPPOSITE))

    assert all(rule in found for rule in ("html-has-lang", "label", "landmark-one-main"))
