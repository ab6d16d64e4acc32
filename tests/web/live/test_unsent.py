"""A form without autosave in a real browser: what was typed stays on the page when it cannot be sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.serving import serve
from tests.web.live.hands import staying, wait_for
from tests.web.mapping import Mapper, mapper
from workshop.domain.dossier import Dossier

pytestmark = pytest.mark.browser
TYPED = "De klant zei: ik wist niet dat jullie er zaten."
PLACES = {
    "spiekbriefje?deel=customers": ("#tekst", "citaat"),
    "rapport/tekst/foreword": ("[id$=-text]", "bewaar"),
    "rapport/eigen/bevinding": ("textarea >> nth=0", "bewaar"),
    "rapport": ("#wie", "naam"),
    "kaart/m1": ("#name", "erbij"),
    "": ("#klant", ""),
    "delen": ("#wie", "naam"),
}
"""A form, where someone types in it, and the button that keeps it."""


@pytest.fixture
def salon(tmp_path: Path) -> Mapper:
    salon = mapper(tmp_path)
    salon.make()
    return salon


@pytest.fixture
def here(salon: Mapper, context: BrowserContext) -> Iterator[str]:
    """The address of the dossier, that this browser may open."""
    with serve(salon.visitor.client.application) as address:
        context.add_cookies([{"name": f"dossier_{salon.number}", "value": salon.token, "url": address}])
        yield address + salon.visitor.here


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when a script of it breaks."""
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    assert broken == []


def dossier(salon: Mapper) -> Dossier:
    kept = salon.shop.intake.open(salon.number, salon.token)
    assert kept is not None
    return kept


def opened(page: Page, address: str) -> None:
    """Open a page, and everything that is folded on it."""
    page.goto(address)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def press(page: Page, action: str) -> None:
    named = f"button[name=actie][value='{action}']:not(.hide)" if action else "form[data-keep] button[type=submit]"
    page.locator(named).first.click()


@pytest.mark.parametrize("trouble", ["offline", "cut", 500, 502])
@pytest.mark.parametrize("place", PLACES)
def test_what_was_typed_stays_when_it_cannot_be_sent(
    page: Page, context: BrowserContext, here: str, place: str, trouble: str | int
) -> None:
    box, action = PLACES[place]
    opened(page, here + place)

    def fail(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
        elif isinstance(trouble, int):
            route.fulfill(status=trouble, body="")
        else:
            route.abort()

    page.route("**/*", fail)
    context.set_offline(trouble == "offline")
    page.locator(box).fill(TYPED)
    press(page, action)

    expect(page.locator(".unsent")).to_contain_text("Wat je typt, blijft hier staan.")
    expect(page.locator(box)).to_have_value(TYPED)
    assert page.url == here + place


def test_a_quote_that_could_not_be_sent_is_kept_once_at_the_second_press(page: Page, salon: Mapper, here: str) -> None:
    page.goto(f"{here}spiekbriefje?deel=customers")
    cut = iter([True])
    page.route(
        "**/spiekbriefje*",
        lambda one: one.abort() if one.request.method == "POST" and next(cut, 0) else one.continue_(),
    )
    page.locator("#tekst").fill(TYPED)
    press(page, "citaat")
    expect(page.locator(".unsent")).to_be_visible()

    press(page, "citaat")

    page.wait_for_url("**gedaan=citaat#gedaan")
    expect(page.locator("#notities")).to_contain_text(TYPED)
    assert [one.text for one in dossier(salon).notes] == [TYPED]


def test_a_text_of_the_report_typed_offline_follows_when_the_line_is_back(
    page: Page, context: BrowserContext, salon: Mapper, here: str
) -> None:
    page.goto(f"{here}rapport/tekst/foreword")
    page.locator("#wie").fill("Marieke")
    page.locator("[id$=-text]").fill(TYPED)
    context.set_offline(True)
    press(page, "bewaar")
    expect(page.locator(".unsent")).to_contain_text("zodra de verbinding terug is")

    context.set_offline(False)

    page.wait_for_url("**/rapport?deed=bewaard**")
    assert dossier(salon).changes[-1].value["text"] == TYPED


def test_two_quotes_after_each_other_are_both_shown(page: Page, salon: Mapper, here: str) -> None:
    page.goto(f"{here}spiekbriefje?deel=customers")

    for quote in ("Eerst dit.", "Toen dat."):
        page.locator("#tekst").fill(quote)
        press(page, "citaat")
        expect(page.locator("#notities")).to_contain_text(quote)
        expect(page.locator("#tekst")).to_have_value("")

    assert [one.text for one in dossier(salon).notes] == ["Eerst dit.", "Toen dat."]


def test_what_the_server_refuses_is_shown_with_what_was_typed(page: Page, here: str) -> None:
    page.goto(f"{here}rapport/tekst/foreword")
    page.locator("#wie").fill("")
    page.locator("[id$=-text]").fill(TYPED)

    press(page, "bewaar")

    expect(page.locator(".summary")).to_be_focused()
    expect(page.locator("[id$=-text]")).to_have_value(TYPED)
    assert page.title().startswith("Fout")


def test_a_removed_quote_can_be_put_back_and_what_is_being_typed_stays(page: Page, salon: Mapper, here: str) -> None:
    page.goto(f"{here}spiekbriefje?deel=customers")
    page.locator("#tekst").fill("Eerst dit.")
    press(page, "citaat")
    expect(page.locator("#notities")).to_contain_text("Eerst dit.")
    page.locator("#tekst").fill("Half ge")

    page.locator("button[value^=weg-]").click()
    page.get_by_role("button", name="Zet terug").click()

    expect(page.locator("#notities")).to_contain_text("Eerst dit.")
    expect(page.locator("#tekst")).to_have_value("Half ge")
    assert [one.text for one in dossier(salon).notes] == ["Eerst dit."]


@pytest.mark.parametrize("place", PLACES)
def test_leaving_with_something_unsent_warns_and_without_does_not(page: Page, here: str, place: str) -> None:
    box, _ = PLACES[place]
    opened(page, here + place)
    asked = staying(page)
    page.locator("a.brand").click()
    page.wait_for_url(lambda address: not address.startswith(here))
    opened(page, here + place)

    page.locator(box).click()
    page.keyboard.type("Half ge")
    page.locator("a.brand").click(no_wait_after=True)

    wait_for(page, lambda: asked == ["beforeunload"])
    assert page.url == here + place
