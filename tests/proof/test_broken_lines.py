"""A line that is slow, breaks, or dies in the middle of a save; the back button; two people: nothing is ever lost."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route, expect
from playwright.sync_api import Page as Window

from tests.proof.journey import begin, fill_in, onward, shown, worked
from tests.proof.site import FULL, QUICK, Kept, Site, plain_answers
from tests.proof.watching import Watch, stores
from tests.stories.filling import answer
from tests.web.test_full_session import said
from workshop.domain.questionnaire import Page, Question, QuestionType

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NewContext = Callable[..., BrowserContext]
SAVE = "**/bewaar"
LONGEST = 100
"""In so many tenths of a second a page must have tried again."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""1.6 Mbit/s down, 0.75 up, 150 ms."""


def test_on_every_page_the_line_breaks_in_every_way(site: Site, new_context: NewContext, watch: Watch) -> None:
    window, mine, expected = newcomer(site, new_context(), watch)
    answers = plain_answers(QUICK)

    for page in site.pages(expected):
        expect(window.locator("h1")).to_have_text(page.title)
        make_room(window, page, answers)
        offline_and_lost_twice(window, page, answers)
        assert stores(window) == []
        onward(window)

    assert kept(site, mine) == kept(site, expected)


def test_every_page_on_a_slow_line_and_a_slow_phone(site: Site, new_context: NewContext, watch: Watch) -> None:
    context = new_context()
    context.set_default_timeout(60_000)
    window, mine, expected = newcomer(site, context, watch)
    answers = plain_answers(QUICK)
    session = context.new_cdp_session(window)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    for page in site.pages(expected):
        expect(window.locator("h1")).to_have_text(page.title)
        fill_in(window, page, answers)
        onward(window)

    assert stores(window) == []
    assert kept(site, mine) == kept(site, expected)


def newcomer(site: Site, context: BrowserContext, watch: Watch) -> tuple[Window, Kept, Kept]:
    """Open the first page of a new dossier; returns it, the dossier, and one with all answers to type over."""
    window = watch.page(context)
    mine = begin(window, site.address, "Kapsalon")
    window.locator("main a.button").first.click()
    return window, mine, site.keep(QUICK)


def make_room(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Fill in all cards but the last, and ask for that one: a button for one more needs the line."""
    for question, items in cards(page, answers):
        answer(window, question, items[:-1])
        if not window.locator(f"[id='{question.code}-{len(items)}']").count():
            window.locator(f"button[value='meer-{question.code}']").click()
            window.locator(f"[id='{question.code}-{len(items)}']").wait_for()


def fill_in_the_rest(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Answer what has no cards, and fill in the last card of what has."""
    repeated = cards(page, answers)
    codes = {question.code for question, _ in repeated}
    fill_in(window, page, {code: given for code, given in answers.items() if code not in codes})
    for question, items in repeated:
        for one in question.fields:
            if one.code in items[-1]:
                answer(window, one, items[-1][one.code], f"{question.code}-{len(items)}-{one.code}")


def cards(page: Page, answers: dict[str, object]) -> list[tuple[Question, list[Any]]]:
    """Return the questions of a page that are answered with cards, and what stands on those."""
    found = [(one, answers.get(one.code)) for one in page.questions if one.type is QuestionType.GROUP]
    return [(one, items) for one, items in found if isinstance(items, list)]


def offline_and_lost_twice(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Fill in a page without a line; once it is back, a save never arrives, and of the next the answer gets lost."""
    failures = [lose, take_and_lose]
    window.route(SAVE, lambda route: failures.pop(0)(route) if failures else route.continue_())
    window.context.set_offline(True)
    fill_in_the_rest(window, page, answers)
    expect(window.locator("#bewaard")).to_have_attribute("data-state", "trouble")

    window.context.set_offline(False)
    for _ in range(LONGEST):
        if not failures:
            break
        window.evaluate("dispatchEvent(new Event('online'))")
        window.wait_for_timeout(100)
    saved(window)

    assert failures == []
    window.unroute(SAVE)


def lose(route: Route) -> None:
    """Lose a save before it reaches the server."""
    route.abort("connectionreset")


def take_and_lose(route: Route) -> None:
    """Let the server have a save, and lose its answer."""
    route.fetch()
    route.abort("connectionreset")


def saved(window: Window) -> None:
    """Wait until the page says that all is kept."""
    expect(window.locator("#bewaard")).to_have_attribute("data-state", "")


def kept(site: Site, dossier: Kept) -> object:
    """Return the answers that a dossier holds, as people mean them."""
    found = next(one for one in site.shop.kept() if one.id == dossier.id)
    return said(found.response.answers)


def test_a_button_whose_answer_never_comes_loses_nothing(site: Site, new_context: NewContext, watch: Watch) -> None:
    dossier = site.keep(QUICK)
    context = new_context()
    site.enter(context, dossier)
    window = watch.page(context)
    window.goto(f"{site.address}{dossier.here}vraag/customer_spending")
    window.route("**/vraag/customer_spending", lambda route: route.abort("connectionreset"), times=1)

    window.locator("#first_order").fill("61")
    with window.expect_event("requestfailed"):
        window.locator("form#answers .actions .button[value=verder]").click()
    window.wait_for_timeout(300)
    window.goto(f"{site.address}{dossier.here}vraag/customer_spending")

    assert window.locator("#first_order").input_value() == "61"


def test_back_at_every_page_shows_what_was_typed(site: Site, new_context: NewContext, watch: Watch) -> None:
    window, mine, expected = newcomer(site, new_context(), watch)
    answers = plain_answers(QUICK)
    walked: list[str] = []
    for page in site.pages(expected):
        fill_in(window, page, answers)
        walked.append(page.code)
        onward(window)
    before = kept(site, mine)

    assert back_to_the_first(window, worked(site, expected), walked[0]) == walked[::-1]
    assert kept(site, mine) == before


def test_back_at_every_page_of_a_full_session(site: Site, new_context: NewContext, watch: Watch) -> None:
    mine = site.keep(FULL)
    before, stands = kept(site, mine), worked(site, mine)
    context = new_context()
    site.enter(context, mine)
    window = watch.page(context)
    walked = [page.code for page in site.pages(mine)]
    for code in walked:
        if not at(window, code):
            window.goto(f"{site.address}{mine.here}vraag/{code}")
        onward(window)

    assert len(walked) > 38
    assert back_to_the_first(window, stands, walked[0]) == walked[::-1]
    assert kept(site, mine) == before


def at(window: Window, code: str) -> bool:
    """Tell whether this page of questions is open."""
    return window.url.partition("?")[0].partition("#")[0].endswith(f"/vraag/{code}")


def back_to_the_first(window: Window, stands: dict[str, set[tuple[str, str]]], first: str) -> list[str]:
    """Press back until the first page is there; return the pages on the way, each of which must show what it did."""
    seen: dict[str, None] = {}
    for _ in range(4 * len(stands)):
        if "/vraag/" in window.url:
            code = window.url.partition("?")[0].partition("#")[0].rpartition("/")[2]
            assert shown(window) == stands[code], code
            seen[code] = None
        if first in seen:
            break
        assert window.go_back() is not None
    return list(seen)


def test_going_back_with_typing_unsaved_keeps_it(site: Site, new_context: NewContext, watch: Watch) -> None:
    dossier = site.keep(QUICK)
    context = new_context()
    site.enter(context, dossier)
    window = watch.page(context)
    for code in ("winning_costs", "customer_spending"):
        window.goto(f"{site.address}{dossier.here}vraag/{code}")

    window.locator("#first_order").fill("43")
    window.go_back()
    window.wait_for_url("**/winning_costs")
    window.go_forward()

    expect(window.locator("#first_order")).to_have_value("43")


@pytest.mark.parametrize("people", [1, 2], ids=["two tabs", "two people"])
def test_two_windows_fill_in_the_same_pages_at_once(
    site: Site, new_context: NewContext, watch: Watch, people: int
) -> None:
    expected = site.keep(QUICK)
    answers = plain_answers(QUICK)
    pages = [page for page in site.pages(expected) if len(page.questions) > 1][people - 1 :: 2]
    asked = {one.code for page in pages for one in page.questions}
    others = {code: one for code, one in site.response(expected).answers.items() if code not in asked}
    mine = site.keep(QUICK, answers=others)
    contexts = [new_context() for _ in range(people)]
    for context in contexts:
        site.enter(context, mine)
    left, right = watch.page(contexts[0]), watch.page(contexts[-1])

    for page in pages:
        for window in (left, right):
            window.goto(f"{site.address}{mine.here}vraag/{page.code}")
        odd = {one.code: answers[one.code] for one in page.questions[1::2]}
        even = {one.code: answers[one.code] for one in page.questions[::2]}
        fill_in(left, page, odd)
        fill_in(right, page, even)
        onward(left)
        onward(right)

    assert kept(site, mine) == kept(site, expected)
