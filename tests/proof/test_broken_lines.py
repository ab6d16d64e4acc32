"""A line that is slow, breaks, or dies in the middle of a save; the back button; two people: nothing is ever lost."""

from collections.abc import Callable
from itertools import cycle

import pytest
from playwright.sync_api import BrowserContext, Route, expect
from playwright.sync_api import Page as Window

from tests.proof.journey import begin, fill_in, onward, shown, worked
from tests.proof.site import QUICK, Kept, Site, plain_answers
from tests.proof.watching import Watch
from tests.web.test_full_session import said
from workshop.domain.questionnaire import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NewContext = Callable[..., BrowserContext]
SAVE = "**/bewaar"
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""1.6 Mbit/s down, 0.75 up, 150 ms."""


def test_the_line_breaks_on_every_page_in_another_way(site: Site, new_context: NewContext, watch: Watch) -> None:
    context = new_context()
    window = watch.page(context)
    expected = site.keep(QUICK)
    answers = plain_answers(QUICK)
    mine = begin(window, site.address, "Kapsalon")
    window.locator("main a.button").first.click()

    for page, trouble in zip(site.pages(expected), cycle((slow, lost_before, lost_after, offline)), strict=False):
        expect(window.locator("h1")).to_have_text(page.title)
        trouble(window, page, answers)
        onward(window)

    assert kept(site, mine) == kept(site, expected)


def slow(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Fill in a page on a slow phone."""
    session = window.context.new_cdp_session(window)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    window.reload()
    fill_in(window, page, answers)
    saved(window)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.detach()


def lost_before(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Fill in a page while the first save never reaches the server."""
    broken(window, page, answers, lambda route: route.abort("connectionreset"))


def lost_after(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Fill in a page while the server gets the first save, and its answer never comes back."""

    def take_and_break(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    broken(window, page, answers, take_and_break)


def offline(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Fill in a page without a line, and get it back."""
    window.context.set_offline(True)
    fill_in(window, page, answers)
    expect(window.locator("#bewaard")).to_have_attribute("data-state", "trouble")
    window.context.set_offline(False)
    saved(window)


def broken(window: Window, page: Page, answers: dict[str, object], handle: Callable[[Route], None]) -> None:
    window.route(SAVE, handle, times=1)
    with window.expect_event("requestfailed", lambda request: request.url.endswith("/bewaar")):
        fill_in(window, page, answers)
    saved(window)


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
    context = new_context()
    window = watch.page(context)
    expected = site.keep(QUICK)
    stands, answers = worked(site, expected), plain_answers(QUICK)
    mine = begin(window, site.address, "Kapsalon")
    window.locator("main a.button").first.click()
    walked: list[str] = []
    for page in site.pages(expected):
        fill_in(window, page, answers)
        walked.append(page.code)
        onward(window)
    before = kept(site, mine)

    seen: list[str] = []
    for _ in range(4 * len(walked)):
        if "/vraag/" in window.url:
            code = window.url.partition("?")[0].partition("#")[0].rpartition("/")[2]
            assert shown(window) == stands[code], code
            seen.append(code)
        if seen[-1:] == walked[:1]:
            break
        assert window.go_back() is not None

    assert list(dict.fromkeys(seen)) == walked[::-1]
    assert kept(site, mine) == before


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
