"""The whole quick scan on a phone of 360 pixels by tapping only, from the start page to the report on the phone."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Window

from tests.proof.journey import ONWARD
from tests.proof.site import QUICK, Site, plain_answers
from tests.proof.touch import Touch
from tests.proof.watching import Watch, stores
from tests.report.word_reader import part
from tests.stories.filling import answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "accept_downloads": True}
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_quick_scan_on_a_phone_by_tapping_only(
    site: Site, new_context: Callable[..., BrowserContext], watch: Watch, tmp_path: Path
) -> None:
    window = watch.page(new_context(**PHONE))
    phone = Touch(window)
    expected = site.keep(QUICK)
    answers = plain_answers(QUICK)
    window.goto(site.address)
    phone.locator("input[name=klant]").fill("Kapsalon Knip")
    go(phone, "form[action='/start'] button[type=submit]")
    go(phone, "main a.button")

    for page in site.pages(expected):
        assert page.title in window.locator("h1").inner_text()
        for question in page.questions:
            answer(cast("Window", phone), question, answers[question.code])
        assert window.evaluate(SIDEWAYS) <= 0, page.code
        go(phone, ONWARD)
        if "/tussenstand/" in window.url:
            go(phone, "main .actions a.button")

    assert window.url.endswith("/controle")
    go(phone, "main .actions a.button")
    with window.expect_download() as download:
        phone.locator("main a[href$='rapport.docx'] >> nth=0").click()
    file = tmp_path / "rapport.docx"
    download.value.save_as(file)
    assert "35,00" in "".join(map(str, part(file.read_bytes()).itertext()))
    assert phone.small == []
    assert stores(window) == []


def go(phone: Touch, selector: str) -> None:
    """Tap a link or button that leads to another page."""
    was = phone.page.url
    phone.locator(f"{selector} >> nth=0").click()
    phone.page.wait_for_url(lambda url: url != was)
