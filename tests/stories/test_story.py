"""The whole story in a real browser: the hair salon fills in every page and downloads its report in Word."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page

from tests.klantreis import FOLDER, bundle, response
from tests.serving import serve
from tests.stories.filling import answer
from workshop.bootstrap import build
from workshop.domain.route import plan
from workshop.settings import Settings
from workshop.web.app import create_app

pytestmark = pytest.mark.browser
SALON = json.loads((FOLDER / "examples" / "kapsalon-snel.json").read_text(encoding="utf-8"))
SCRIPTS = {"with-scripts": True, "without-scripts": False}
MENDABLE = "status of 422"
"""What the console says of a page with a mistake to mend: that is no fault of the page."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("story")
    settings = Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters")
    with serve(create_app(build(settings))) as address:
        yield address


@pytest.fixture(params=list(SCRIPTS.values()), ids=list(SCRIPTS))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=request.param, locale="nl-NL", accept_downloads=True)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when the console complains or something comes from elsewhere."""
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda one: complaints.append(one.text) if one.type == "error" and MENDABLE not in one.text else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda one: None if "//127.0.0.1:" in one.url else complaints.append(one.url))
    yield page
    assert complaints == []


def test_the_salon_fills_in_every_page_and_downloads_its_report(page: Page, site: str, tmp_path: Path) -> None:
    start(page, site)
    for one in plan(bundle().questionnaire, response(SALON["answers"])).pages:
        assert page.locator("h1").inner_text() == one.title
        for question in one.questions:
            if question.code in SALON["answers"]:
                answer(page, question, SALON["answers"][question.code])
        onward(page)

    assert page.locator("h1").inner_text() == "Antwoorden nakijken"
    page.get_by_role("link", name="Naar het resultaat").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download het rapport in Word").click()

    path = tmp_path / "rapport.docx"
    download.value.save_as(path)
    text = text_of(path)
    assert download.value.suggested_filename.startswith("klantreis-adviesrapport-kapsalon-knip-co-")
    assert "35,00" in text
    assert "371,42" in text


def test_a_mistake_is_mended_by_following_its_link(page: Page, site: str) -> None:
    start(page, site)
    page.goto(f"{page.url.partition('/vraag/')[0]}/vraag/winning_costs")
    page.locator("#hour_cost").fill("dertig")

    onward(page)

    summary = page.locator(".summary")
    assert page.title().startswith("Fout: ")
    summary.get_by_role("link").click()
    assert page.url.endswith("#hour_cost")
    assert page.locator("#hour_cost").input_value() == "dertig"
    page.locator("#hour_cost").fill("30")
    onward(page)
    assert page.locator(".summary").count() == 0


def test_enter_in_a_field_saves_and_goes_on(page: Page, site: str) -> None:
    start(page, site)
    page.goto(f"{page.url.partition('/vraag/')[0]}/vraag/customer_groups")
    page.locator("#personas-1-name").fill("Drukke ouders")

    page.locator("#personas-1-name").press("Enter")

    page.wait_for_url("**/tussenstand/customers")


def test_closing_the_browser_loses_nothing(page: Page, site: str, browser: Browser) -> None:
    start(page, site)
    page.locator("#goal-why_not_return").check()
    onward(page)
    page.goto(f"{page.url.partition('/vraag/')[0]}/")
    link = page.locator("#hervat").input_value()

    elsewhere = browser.new_context(locale="nl-NL")
    other = elsewhere.new_page()
    other.goto(site + "/hervat/" + link.rpartition("/")[2])

    assert other.locator("#goal-why_not_return").is_checked()
    assert "/hervat/" not in other.url
    elsewhere.close()


def start(page: Page, site: str) -> None:
    """Begin a dossier and open its first page."""
    page.goto(site)
    page.get_by_label("Naam van het bedrijf").fill(SALON["client"]["name"])
    page.get_by_role("button", name="Beginnen").click()
    page.locator("main a.button").click()


def onward(page: Page) -> None:
    """Press the main button of a page of questions, and that of what its section brought after the last one."""
    with page.expect_navigation():
        page.locator("form#answers .actions .button[value=verder]").click()
    if "/tussenstand/" in page.url:
        with page.expect_navigation():
            page.locator("main .actions a.button").first.click()


def text_of(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join((*paragraphs, *cells))
