"""Every page in every state, judged by axe-core: WCAG 2.2 AA and best practices, light and dark, wide and narrow."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from werkzeug.test import TestResponse

from tests.proof.axe import LOOKS, Look, findings, judge
from tests.proof.site import EMPTY, FULL, QUICK, Kept, Place, Site, every_page
from tests.proof.trouble import Trouble, of_other_forms, of_questions, of_two_windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ONE_OF_EACH_TYPE = ("customer_groups", "latest_customers", "channels_per_phase", "week_hours", "customer_spending")
"""Pages that together have a card, a count, a matrix, a division, amounts and choices."""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Page:
    return judge(context.new_page())


def test_every_question_of_a_full_session(page: Page, site: Site) -> None:
    kept = site.keep(FULL)
    places = [one for one in one_of_each(site, kept) if one.endpoint == "questions.page"]

    assert len(places) > 38
    assert judged(page, site, kept, places) == []


def test_every_other_page_of_a_full_session(page: Page, site: Site) -> None:
    kept = site.keep(FULL)
    places = [one for one in one_of_each(site, kept) if one.endpoint != "questions.page"]

    assert len(places) > 38
    assert judged(page, site, kept, places) == []


def test_every_page_of_a_dossier_with_little(page: Page, site: Site) -> None:
    kept = site.keep(EMPTY)
    places = one_of_each(site, kept)

    assert len(places) > 40
    assert judged(page, site, kept, places) == []


def test_every_page_in_english(page: Page, site: Site) -> None:
    kept = site.keep(QUICK, language="en")
    places = one_of_each(site, kept)

    assert len(places) > 40
    assert judged(page, site, kept, places, LOOKS[:1]) == []


def judged(page: Page, site: Site, kept: Kept, places: Iterable[Place], looks: Sequence[Look] = LOOKS) -> list[str]:
    """Judge these pages of a dossier."""
    site.enter(page.context, kept)
    found: list[str] = []
    for place in places:
        page.goto(site.address + place.address)
        found += findings(page, looks)
    return found


def one_of_each(site: Site, kept: Kept) -> list[Place]:
    """Return every question page and every section of the result so far, and one page of each other kind."""
    seen: dict[str, Place] = {}
    for place in every_page(site, kept).pages:
        path, _, query = place.address.partition("?")
        own = place.endpoint in ("questions.page", "section_result.show")
        seen.setdefault(path if own else f"{place.endpoint} {query.count('=')}", place)
    return list(seen.values())


def test_every_page_of_questions_with_a_mistake_to_mend(page: Page, site: Site) -> None:
    told, found = shown(page, site, of_questions(site, site.keep(FULL)))

    assert len(told) > 33
    assert found == []


def test_pages_of_questions_that_two_windows_changed(page: Page, site: Site) -> None:
    mistyped = {one.page for one in of_questions(site, site.keep(FULL))}
    rest = (one for one in of_two_windows(site) if one.page not in mistyped or one.page in ONE_OF_EACH_TYPE)
    told, found = shown(page, site, rest)

    assert len(told) > 8
    assert found == []


def test_every_other_page_with_something_wrong(page: Page, site: Site) -> None:
    told, found = shown(page, site, of_other_forms(site))

    assert len(told) > 20
    assert found == []


def shown(page: Page, site: Site, troubles: Iterable[Trouble]) -> tuple[list[str], list[str]]:
    """Show in the browser what the server answered to forms; return which, and what is wrong with them."""
    told, found = [], []
    for one in troubles:
        site.enter(page.context, one.kept)
        address = site.address + one.answer.request.path
        page.route(address, answering(one.answer), times=1)
        page.goto(address)
        told.append(one.name)
        found += [f"{one.name}: {fault}" for fault in findings(page)]
    return told, found


def answering(answer: TestResponse) -> Callable[[Route], None]:
    """Give the browser this answer to what it asks."""
    return lambda route: route.fulfill(status=answer.status_code, headers=dict(answer.headers), body=answer.data)


def test_an_answer_that_another_window_changed_while_typing(page: Page, site: Site) -> None:
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    page.goto(f"{site.address}{kept.here}vraag/customer_spending")
    assert site.visitor(kept).fill("customer_spending", {"first_order": "51"}).status_code == 303

    page.locator("#first_order").fill("61")
    page.locator("#first_order-botsing").wait_for()

    assert findings(page) == []


def test_a_page_without_a_line(page: Page, site: Site) -> None:
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    page.goto(f"{site.address}{kept.here}vraag/customer_spending")

    page.context.set_offline(True)
    page.locator("#first_order").fill("61")
    page.locator("#bewaard[data-state=trouble]").wait_for()
    found = findings(page)
    page.context.set_offline(False)
    page.locator("#bewaard[data-state='']").wait_for()

    assert found == []


def test_a_page_with_answers_that_contradict(page: Page, site: Site) -> None:
    kept = site.keep(QUICK)
    site.enter(page.context, kept)
    site.visitor(kept).fill("customer_numbers", {"customers_start": "", "customers_end": "10", "customers_new": "11"})

    page.goto(f"{site.address}{kept.here}vraag/customer_numbers")

    assert findings(page) == []


def test_the_judge_sees_what_is_wrong(page: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text(
        "<!DOCTYPE html><html><title>x</title><style>@media (prefers-color-scheme: dark) { p { color: #ddd } }</style>"
        "<input type=text><h3>Kop</h3><h3>Kop</h3><p>Tekst<details><summary>Meer</summary><img src=x></details>",
        encoding="utf-8",
    )
    page.goto(wrong.as_uri())

    found = findings(page)

    said = " ".join(found)
    assert all(rule in said for rule in ("html-has-lang", "label", "landmark-one-main"))
    assert {look.name for look in LOOKS if any(f"({look.name}): color-contrast" in one for one in found)} == {
        "phone, dark",
        "desktop, dark",
    }
    assert not any("image-alt" in one for one in found if "folded" in one)
    assert any("image-alt" in one for one in found)
