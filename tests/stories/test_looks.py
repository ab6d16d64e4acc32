"""The looks in a real browser: narrow, enlarged, printed, in forced colours and without motion."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.klantreis import FOLDER
from tests.serving import serve
from workshop.bootstrap import build
from workshop.domain.response import Response
from workshop.settings import Settings
from workshop.web.app import create_app

pytestmark = pytest.mark.browser
PLACES = ("", "controle", "resultaat", "vraag/your_goal", "vraag/customer_groups", "vraag/channels_per_phase")
"""Pages of a dossier: overview, check, result, and questions with choices, cards and a grid."""
FRONT = ("/", "/voorbeeld", "/stijl", "/hervat", "/nergens")

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def salon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A running site with the quick scan of the hair salon: its address, the dossier and its token."""
    data = tmp_path_factory.mktemp("looks")
    key = b"a secret of thirty-two characters"
    shop = build(Settings(data=data, exports=data, secret_key=key, style_page=True))
    response = shop.read_answers((FOLDER / "examples" / "kapsalon-snel.json").read_text(encoding="utf-8"))
    assert isinstance(response, Response)
    started = shop.intake.keep(response)
    with serve(create_app(shop)) as address:
        yield address, started.dossier.id, started.token


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> dict[str, BrowserContext]:
    """The browsers with each their own looks, by these looks."""
    return {}


@pytest.fixture
def visit(browser: Browser, contexts: dict[str, BrowserContext], salon: tuple[str, str, str]) -> Iterator[Open]:
    """Opens a page of the site, or of the dossier when its address has no slash in front, with the looks asked for."""
    site, dossier, token = salon
    pages = []

    def visit(place: str, **looks: Any) -> Page:
        if str(looks) not in contexts:
            context = contexts[str(looks)] = browser.new_context(locale="nl-NL", **looks)
            context.add_cookies([{"name": f"dossier_{dossier}", "value": token, "url": site}])
        page = contexts[str(looks)].new_page()
        page.goto(f"{site}{place}" if place.startswith("/") else f"{site}/d/{dossier}/{place}")
        pages.append(page)
        return page

    yield visit
    for page in pages:
        page.close()


@pytest.mark.parametrize("place", [*FRONT, *PLACES])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(visit: Open, place: str) -> None:
    page = visit(place, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.evaluate("document.documentElement.style.fontSize = '225%'")  # letters of twice the size

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("place", [*FRONT, *PLACES])
def test_text_of_twice_the_size_still_fits(visit: Open, place: str) -> None:
    page = visit(place, viewport={"width": 1280, "height": 900})
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")

    page.evaluate("document.documentElement.style.fontSize = '225%'")

    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 2 * before
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_what_is_chosen_has_an_outline_in_forced_colours(visit: Open) -> None:
    look = """kind => [...document.querySelectorAll(kind)].map(one => getComputedStyle(one).outlineStyle)"""

    goal = visit("vraag/your_goal", forced_colors="active")
    grid = visit("vraag/channels_per_phase", forced_colors="active")

    assert set(goal.evaluate(look, ".pick label:has(:checked)")) == {"solid"}
    assert set(goal.evaluate(look, ".pick label:not(:has(:checked))")) == {"none"}
    assert set(grid.evaluate(look, ".levels label:has(:checked)")) == {"solid"}
    assert set(grid.evaluate(look, ".looking [aria-pressed=true]")) == {"solid"}


@pytest.mark.parametrize("place", ["/", "", "vraag/your_goal"])
def test_nothing_moves_when_less_motion_is_asked_for(visit: Open, place: str) -> None:
    moving = """[...document.querySelectorAll('*')].map(one => getComputedStyle(one))
        .filter(style => style.animationName !== 'none' || style.transitionDuration !== '0s').length"""

    assert visit(place, reduced_motion="reduce").evaluate(moving) == 0
    assert visit(place, reduced_motion="no-preference").evaluate(moving) > 0


def test_the_start_page_tells_what_it_gives_and_needs_in_one_screen(
    browser: Browser, salon: tuple[str, str, str]
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.goto(salon[0])

    lowest = page.evaluate(
        "Math.max(...['krijgt', 'nodig', 'werkt'].map(id => "
        "document.getElementById(id).parentElement.getBoundingClientRect().bottom))"
    )
    page.close()

    assert 0 < lowest <= 1000


@pytest.mark.parametrize("place", ["controle", "resultaat", "vraag/your_goal"])
def test_on_paper_the_text_stays_and_the_navigation_goes(visit: Open, place: str) -> None:
    page = visit(place)
    gone = page.locator(".top .talk, .skip, .actions, .foot, .back, .looking, .change a")
    heading = page.locator("h1")
    assert gone.count() > 3
    assert gone.first.is_visible()

    page.emulate_media(media="print")

    assert [one.is_visible() for one in gone.all()] == [False] * gone.count()
    assert heading.is_visible()


@pytest.mark.parametrize("place", ["controle", "resultaat"])
def test_the_pdf_of_answers_and_result_holds_their_words_and_no_navigation(visit: Open, place: str) -> None:
    page = visit(place)
    told = page.locator("h2").last.inner_text()

    text = pdf_text(page.pdf(format="A4"))

    assert told in text
    assert "Kapsalon" in text or place == "controle"
    assert [one for one in ("English", "Wijzig", "Direct naar de inhoud", "Overzicht") if one in text] == []


def test_help_stands_on_paper_only_when_someone_unfolded_it(visit: Open) -> None:
    page = visit("vraag/your_goal")
    unfolded, folded = (page.locator(".extras details").nth(at) for at in (0, 1))
    unfolded.locator("summary").click()

    page.emulate_media(media="print")

    assert unfolded.locator("> div").is_visible()
    assert not folded.is_visible()


def test_what_is_chosen_stands_out_on_paper_without_colour(visit: Open) -> None:
    width = "kind => parseFloat(getComputedStyle(document.querySelector(kind)).borderTopWidth)"
    page = visit("vraag/your_goal")

    page.emulate_media(media="print")

    chosen, other = (page.evaluate(width, f".pick label{one}") for one in (":has(:checked)", ":not(:has(:checked))"))
    assert chosen >= 2 * other > 0


def test_the_dark_theme_is_left_alone_on_paper(visit: Open) -> None:
    page = visit("", color_scheme="dark")
    colour = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(colour) == "rgb(236, 235, 228)"

    page.emulate_media(media="print")

    assert page.evaluate(colour) == "rgb(0, 0, 0)"


def pdf_text(pdf: bytes) -> str:
    """The text of a PDF as pdftotext reads it, where that is installed."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing")
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()
