"""Every page in every state, judged by axe-core: WCAG 2.2 AA and best practices, light and dark, wide and narrow."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.proof.axe import LOOKS, OPPOSITE, Look, findings
from tests.proof.site import EMPTY, FULL, QUICK, Kept, Place, Site, every_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ONE_OF_EACH_TYPE = ("customer_groups", "latest_customers", "channels_per_phase", "week_hours", "customer_spending")
"""Pages that together have a card, a count, a matrix, a division, amounts and choices."""
IN_EVERY_LOOK = ("start.home", "overview.show", "result.show", "section_result.show", "map_page.show")
"""Pages with much colour, besides those of one of each type."""
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
    kept = site.keep(FULL)

    assert judged(page, site, kept, one_of_each(site, kept)) == []


@pytest.mark.parametrize(("name", "language"), [(EMPTY, "nl"), (QUICK, "en")])
def test_every_page_of_a_dossier_with_little(page: Page, site: Site, name: str, language: str) -> None:
    kept = site.keep(name, language=language)
    places = [one for one in one_of_each(site, kept) if one.endpoint != "questions.page" or _is_of_a_type(one)]

    assert judged(page, site, kept, places) == []


def test_a_few_pages_in_every_look(page: Page, site: Site) -> None:
    kept = site.keep(FULL)
    places = [one for one in one_of_each(site, kept) if one.endpoint in IN_EVERY_LOOK or _is_of_a_type(one)]

    assert len(places) > len(ONE_OF_EACH_TYPE)
    assert judged(page, site, kept, places, [one for one in LOOKS if one not in OPPOSITE]) == []


def judged(page: Page, site: Site, kept: Kept, places: Iterable[Place], looks: Sequence[Look] = OPPOSITE) -> list[str]:
    """Judge these pages of a dossier."""
    site.enter(page.context, kept)
    found: list[str] = []
    for place in places:
        page.goto(site.address + place.address)
        found += findings(page, looks)
    return found


def one_of_each(site: Site, kept: Kept) -> list[Place]:
    """Return every question page, and one page of each other kind."""
    seen: dict[str, Place] = {}
    for place in every_page(site, kept).pages:
        path = place.address.partition("?")[0]
        seen.setdefault(path if place.endpoint == "questions.page" else place.endpoint, place)
    return list(seen.values())


def _is_of_a_type(place: Place) -> bool:
    return place.address.partition("?")[0].rpartition("/")[2] in ONE_OF_EACH_TYPE


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


def test_an_answer_that_another_window_changed_while_typing(page: Page, site: Site) -> None:
    changed_elsewhere(page, site)

    page.locator("#first_order").fill("61")
    page.locator("#first_order-botsing").wait_for()

    assert findings(page, LOOKS) == []


def test_a_page_that_was_changed_in_another_window(page: Page, site: Site) -> None:
    changed_elsewhere(page, site)

    page.locator("#first_order").evaluate("box => { box.value = '61' }")  # as without scripts: nothing saves by itself
    page.locator("form#answers .actions .button[value=verder]").click()
    page.locator(".summary").wait_for()

    assert findings(page, LOOKS) == []


def changed_elsewhere(page: Page, site: Site) -> None:
    """Open a page of which an answer is changed in another window."""
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    page.goto(f"{site.address}{kept.here}vraag/customer_spending")
    assert site.visitor(kept).fill("customer_spending", {"first_order": "51"}).status_code == 303


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
