"""Two people in browsers of their own on the same question, or on a page that the other one hides: nothing is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as Window

from tests.proof.site import FULL, QUICK, Kept, Site
from tests.proof.watching import Watch
from workshop.domain.response import Length

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NewContext = Callable[..., BrowserContext]
SPENDING = "vraag/customer_spending"


def opened(site: Site, new_context: NewContext, watch: Watch, kept: Kept, page: str) -> Window:
    """Open a page of a dossier as one more person."""
    context = new_context()
    site.enter(context, kept)
    window = watch.page(context)
    window.goto(f"{site.address}{kept.here}{page}")
    return window


@pytest.mark.parametrize(
    ("button", "stays"), [("Mijn antwoord bewaren", "61"), ("Dat van het andere venster houden", "51")]
)
def test_two_answers_to_one_question_are_shown_and_chosen_from(
    site: Site, new_context: NewContext, watch: Watch, button: str, stays: str
) -> None:
    kept = site.keep(QUICK)
    left, right = (opened(site, new_context, watch, kept, SPENDING) for _ in range(2))
    left.locator("#first_order").fill("51")
    expect(left.locator("#bewaard")).to_have_attribute("data-state", "")

    right.locator("#first_order").fill("61")
    right.locator("#first_order-botsing").get_by_role("button", name=button).click()

    expect(right.locator("#first_order-botsing")).to_have_count(0)
    left.reload()
    for window in (left, right):
        assert window.locator("#first_order").input_value() == stays
    assert str(site.response(kept).answers["first_order"].value) == stays


def test_what_two_people_typed_and_nobody_can_read_is_there_for_both(
    site: Site, new_context: NewContext, watch: Watch
) -> None:
    kept = site.keep(QUICK)
    before = site.response(kept).answers["first_order"]
    left, right = (opened(site, new_context, watch, kept, SPENDING) for _ in range(2))

    for window, text in ((left, "heel veel"), (right, "zo weinig")):
        with window.expect_response("**/bewaar"):
            window.locator("#first_order").fill(text)

    for window in (left, right):
        window.goto(f"{site.address}{kept.here}{SPENDING}")
        told = window.locator("#first_order").input_value() + window.locator("main").inner_text()
        assert "heel veel" in told
        assert "zo weinig" in told
    assert site.response(kept).answers["first_order"] == before


def test_typing_on_a_page_that_the_other_one_hides_is_kept(site: Site, new_context: NewContext, watch: Watch) -> None:
    kept = site.keep(FULL)
    window = opened(site, new_context, watch, kept, "vraag/sales_lost")
    site.shop.intake.choose(kept.id, kept.token, length=Length.QUICK)

    with window.expect_response("**/bewaar"):
        window.locator("#quotes").fill("17")

    expect(window.locator("#bewaard")).to_have_attribute("data-state", "")
    site.shop.intake.choose(kept.id, kept.token, length=Length.FULL)
    window.goto(f"{site.address}{kept.here}vraag/sales_lost")
    assert window.locator("#quotes").input_value() == "17"
