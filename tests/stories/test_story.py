"""The whole story in a real browser: the hair salon fills in every page and downloads its report in Word."""

import io
import json
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import waitress
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.klantreis import FOLDER, bundle
from workshop.bootstrap import build
from workshop.domain.questionnaire import Question, QuestionType
from workshop.settings import Settings
from workshop.web.app import create_app

pytestmark = pytest.mark.browser
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SALON = json.loads((FOLDER / "examples" / "kapsalon.json").read_text(encoding="utf-8"))
SCRIPTS = {"with-scripts": True, "without-scripts": False}
MENDABLE = "status of 422"
"""What the console says of a page with a mistake to mend: that is no fault of the page."""
T = QuestionType


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("story")
    settings = Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters")
    server = waitress.create_server(create_app(build(settings)), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*QUIET])
        yield browser
        browser.close()


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
    for one in bundle().questionnaire.pages:
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

    page.wait_for_url("**/vraag/your_channels")


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
    """Press the main button of a page of questions."""
    page.locator("form#answers .actions .button[value=verder]").click()
    page.wait_for_load_state()


def answer(page: Page, question: Question, given: Any, name: str = "") -> None:
    """Fill in one question as a person would."""
    name = name or question.code
    value = given["value"] if isinstance(given, dict) and "value" in given else given
    match question.type:
        case T.CHOICE | T.SCALE | T.CHOICES:
            tick(page, name, value if isinstance(value, list) else [value])
        case T.DIVISION | T.COUNT:
            for part, number in value.items():
                page.locator(f"[id='{name}-{part}']").fill(typed(number))
        case T.MATRIX:
            tick_grid(page, name, value)
        case T.GROUP:
            fill_cards(page, question, value)
        case _:
            page.locator(f"[id='{name}']").fill(typed(value))
    if isinstance(given, dict) and "evidence" in given:
        page.locator(f"[id='{name}-evidence']").select_option(str(given["evidence"]))


def tick(page: Page, name: str, codes: list[object]) -> None:
    if page.locator(f"select[id='{name}']").count():
        page.locator(f"[id='{name}']").select_option(str(codes[0]))
        return
    for code in codes:
        page.locator(f"[id='{name}-{code}']").check()


def tick_grid(page: Page, name: str, rows: Mapping[str, Mapping[str, int]]) -> None:
    for row, phases in rows.items():
        for phase, level in phases.items():
            page.locator(f"input[name='{name}-{row}-{phase}'][value='{level}']").check()


def fill_cards(page: Page, question: Question, items: list[Mapping[str, Any]]) -> None:
    for number, item in enumerate(items, start=1):
        if not page.locator(f"[id='{question.code}-{number}']").count():
            page.locator(f"button[value='meer-{question.code}']").click()
            page.wait_for_load_state()
        for field in question.fields:
            if field.code in item:
                answer(page, field, item[field.code], f"{question.code}-{number}-{field.code}")


def typed(value: object) -> str:
    """Write a number with a comma, as people here type it."""
    return str(value).replace(".", ",") if isinstance(value, int | float) else str(value)


def text_of(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join((*paragraphs, *cells))
