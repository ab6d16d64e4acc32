"""Coming back and taking along in a real browser: copy, scan, print, type a code, put back, and without scripts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.live.site import Site
from workshop.domain.answer import Answer

pytestmark = pytest.mark.browser
WHITE = "rgb(255, 255, 255)"


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", java_script_enabled=request.param)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def scripted(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(10_000)
    yield context
    context.close()


def sharing(site: Site, context: BrowserContext) -> Page:
    page = site.enter(context)
    page.goto(f"{site.address}/d/{site.id}/delen")
    return page


def test_one_press_copies_the_private_link(site: Site, scripted: BrowserContext) -> None:
    page = sharing(site, scripted)

    page.get_by_role("button", name="Kopiëren").click()

    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/hervat/{site.token}")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_qr_code_is_large_and_black_on_white_in_any_theme(
    site: Site, browser: Browser, look: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=look, viewport={"width": 320, "height": 640})
    page = sharing(site, context)

    picture = page.get_by_role("img", name="QR-code van je privé-link")
    box, width = picture.bounding_box(), page.evaluate("document.documentElement.scrollWidth")
    ground = picture.evaluate("one => getComputedStyle(one).backgroundColor")
    context.close()

    assert box is not None
    assert box["width"] >= 200
    assert (ground, width) == (WHITE, 320)


def test_the_card_to_take_along_prints_on_one_page_without_buttons(site: Site, scripted: BrowserContext) -> None:
    page = sharing(site, scripted)
    page.get_by_role("button", name="Maak een korte code").click()
    code = page.locator(".code")
    page.emulate_media(media="print")

    expect(code).to_be_visible()
    expect(page.get_by_text(f"/hervat/{site.token}")).to_be_visible()
    expect(page.get_by_role("img", name="QR-code van je privé-link")).to_be_visible()
    assert [one for one in page.locator("main button, main input").all() if one.is_visible()] == []
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_a_code_typed_on_another_device_opens_the_last_page(
    site: Site, context: BrowserContext, browser: Browser
) -> None:
    site.workshop.intake.save(site.id, site.token, {"staff": Answer(value=True)}, "people")
    page = sharing(site, context)
    page.get_by_role("button", name="Maak een korte code").click()
    typed = page.locator(".code").inner_text().lower().replace("-", " ")
    other = browser.new_context(locale="nl-NL")
    elsewhere = other.new_page()
    elsewhere.goto(f"{site.address}/hervat")

    elsewhere.get_by_label("Privé-link of korte code").fill(typed)
    elsewhere.keyboard.press("Enter")

    elsewhere.wait_for_url(site.page("people"))
    assert elsewhere.locator("#staff-yes").is_checked()
    other.close()


def test_a_change_is_put_back_and_back_again(site: Site, context: BrowserContext) -> None:
    site.workshop.intake.save(site.id, site.token, {"staff": Answer(value=True)}, "people")
    page = site.enter(context)
    page.goto(f"{site.address}/d/{site.id}/geschiedenis")

    page.get_by_role("button", name="Laatste wijziging ongedaan maken").click()
    expect(page.locator("#gedaan")).to_contain_text("nog niet beantwoord")
    assert site.kept().response.get("staff") is None
    page.get_by_role("button", name="Toch weer terugzetten").click()

    expect(page.locator("#gedaan")).to_be_visible()
    assert site.kept().response.get("staff") == Answer(value=True)


def test_a_file_is_taken_along_and_read_in(site: Site, context: BrowserContext, tmp_path: Path) -> None:
    site.workshop.intake.save(site.id, site.token, {"staff": Answer(value=True)}, "people")
    page = sharing(site, context)
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar als bestand").last.click()
    file = tmp_path / "dossier.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["answers"] == {"staff": True}

    page.goto(f"{site.address}/inlezen")
    page.get_by_label("Bestand met een dossier").set_input_files(file)
    page.get_by_role("button", name="Inlezen").click()

    page.wait_for_url("**/ingelezen")
    expect(page.get_by_text("1 antwoord", exact=True)).to_be_visible()
    assert site.id not in page.url


def test_deleting_asks_first_and_then_all_is_gone(site: Site, context: BrowserContext) -> None:
    canary = f"kanarie-{site.id}"
    site.workshop.intake.save(site.id, site.token, {"special": Answer(value=canary)}, "people")
    page = site.enter(context)
    page.goto(f"{site.address}/d/{site.id}/verwijder")

    page.get_by_role("button", name="Voorgoed verwijderen").click()
    expect(page.locator("#zeker-fout")).to_be_visible()
    page.get_by_label("Ja, verwijder dit dossier voorgoed").check()
    page.get_by_role("button", name="Voorgoed verwijderen").click()

    expect(page.get_by_role("heading", name="Je dossier is verwijderd")).to_be_visible()
    assert site.workshop.intake.open(site.id, site.token) is None
    files = [one for one in site.workshop.settings.database.parent.iterdir() if one.is_file()]
    assert [one.name for one in files if canary.encode() in one.read_bytes()] == []
    assert context.cookies(f"{site.address}/d/{site.id}/") == [
        one for one in context.cookies() if one.get("name") == "form"
    ]
