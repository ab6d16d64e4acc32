"""The journey map in a real browser: twelve touchpoints by keyboard alone, then through all five phase models."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serve
from tests.web.mapping import Mapper, mapper

pytestmark = pytest.mark.browser
MOMENTS = (
    *(("Ziet een foto bij een vriendin", 0), ("Zoekt een kapper in de buurt", 0), ("Kijkt naar de prijzen", 1)),
    *(("Leest wat anderen vinden", 1), ("Boekt online", 1), ("Krijgt een bevestiging", 0), ("Komt binnen", 1)),
    *(("Knippen", 1), ("Rekent af", 0), ("Belt met een vraag", 1), ("Krijgt een herinnering", 1)),
    ("Vertelt het op het schoolplein", 2),
)
"""A name, and how many places further in the journey than the one before it."""
SCRIPTS = {"with-scripts": True, "without-scripts": False}


@pytest.fixture
def salon(tmp_path: Path) -> Mapper:
    return mapper(tmp_path)


@pytest.fixture
def site(salon: Mapper) -> Iterator[str]:
    with serve(salon.visitor.client.application) as address:
        yield address


@pytest.fixture(params=list(SCRIPTS.values()), ids=list(SCRIPTS))
def page(browser: Browser, salon: Mapper, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The map overview of the salon; the test fails when the console complains."""
    context = browser.new_context(java_script_enabled=request.param, locale="nl-NL")
    context.set_default_timeout(10_000)
    context.add_cookies([{"name": f"dossier_{salon.number}", "value": salon.token, "url": site}])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.goto(site + salon.maps)
    yield page
    context.close()
    assert complaints == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this has the focus, as someone without a mouse does."""
    for _ in range(60):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with the keyboard")


def press(page: Page, key: str) -> None:
    """Press a key that opens another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_map_of_twelve_moments_by_keyboard_alone_in_all_five_models(page: Page, salon: Mapper) -> None:
    tab_to(page, "button[value=nieuw-existing]")
    press(page, "Enter")
    tab_to(page, "#name")
    for name, further in MOMENTS:
        expect(page.locator("#name")).to_be_focused()
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        for _ in range(further):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        press(page, "Enter")
        expect(page.get_by_role("status")).to_contain_text(name)

    names = [name for name, _ in MOMENTS]
    assert salon.names() == names
    before = salon.atlas()
    for model in ("four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev"):
        tab_to(page, f"#model-{model}")
        press(page, "Enter")
        expect(page.locator(f"#model-{model}")).to_be_focused()
        expect(page.locator(f"#model-{model}")).to_have_attribute("aria-pressed", "true")
        assert page.locator(".moments strong").all_inner_texts() == names
        drawn = re.sub(r"\s+", " ", " ".join(page.locator(".picture svg").all_text_contents()))
        assert all(name.split()[0] in drawn for name in names)
    assert salon.atlas() == before


def test_enter_in_the_name_adds_at_once(page: Page, salon: Mapper) -> None:
    tab_to(page, "button[value=nieuw-existing]")
    press(page, "Enter")
    tab_to(page, "#name")

    for name in ("Bellen", "Mailen"):
        expect(page.locator("#name")).to_be_focused()
        page.keyboard.type(name)
        press(page, "Enter")

    assert salon.names() == ["Bellen", "Mailen"]


def test_a_moment_is_moved_removed_and_put_back_by_keyboard(page: Page, salon: Mapper) -> None:
    address = salon.make()
    for name in ("Bellen", "Mailen", "Boeken"):
        salon.add(address, name)
    page.goto(page.url + "/m1")

    tab_to(page, "button[value=neer-t1]")
    press(page, "Enter")
    expect(page.locator("button[value=neer-t1]")).to_be_focused()
    press(page, "Enter")
    assert salon.names() == ["Mailen", "Boeken", "Bellen"]

    tab_to(page, "button[value=weg-t1]")
    press(page, "Enter")
    assert salon.names() == ["Mailen", "Boeken"]
    expect(page.get_by_role("button", name="Zet terug")).to_be_focused()
    press(page, "Enter")
    assert salon.names() == ["Mailen", "Boeken", "Bellen"]
    expect(page.locator("#t1 a")).to_be_focused()


def test_nothing_sticks_out_on_a_phone(page: Page, salon: Mapper) -> None:
    address = salon.make()
    salon.add(address, "Boekt online een afspraak met een heeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeel lang woord")
    page.set_viewport_size({"width": 320, "height": 640})
    here = page.url

    for place in ("", "/m1", "/m1/moment/t1", "/m1/gegevens", "/vergelijk", "/blanco?formaat=a3"):
        page.goto(here + place)
        main = page.locator("main").bounding_box()
        inside = page.locator("main h1").bounding_box()
        assert main is not None
        assert inside is not None
        assert main["width"] <= 320
        assert inside["x"] + inside["width"] <= 320
