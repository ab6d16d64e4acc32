"""The whole quick scan without a mouse, from the start page to the report on disk."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from docx import Document
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Window

from tests.proof.keyboard import Keyboard
from tests.proof.site import QUICK, Site, plain_answers
from tests.proof.watching import Watch
from tests.stories.filling import answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_quick_scan_by_keyboard_only(
    site: Site, new_context: Callable[..., BrowserContext], watch: Watch, tmp_path: Path
) -> None:
    window = watch.page(new_context(accept_downloads=True))
    board = Keyboard(window)
    expected = site.keep(QUICK)
    answers = plain_answers(QUICK)
    window.goto(site.address)
    board.locator("input[name=klant]").fill("Kapsalon Knip")
    board.press("Enter")
    window.wait_for_url("**/d/*/")
    here = window.url
    go(board, "main a.button")

    for page in site.pages(expected):
        assert page.title in window.locator("h1").inner_text()
        for question in page.questions:
            answer(cast("Window", board), question, answers[question.code])
        go(board, "form#answers .actions .button[value=verder]")
        if "/tussenstand/" in window.url:
            go(board, "main .actions a.button")

    assert window.url.endswith("/controle")
    go(board, "main .actions a.button")
    assert window.url == f"{here}resultaat"
    with window.expect_download() as download:
        board.locator("main a[href$='rapport.docx']").click()
    file = tmp_path / "rapport.docx"
    download.value.save_as(file)
    text = "\n".join(
        cell.text
        for table in Document(io.BytesIO(file.read_bytes())).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "35,00" in text
    assert board.unseen == []


def go(board: Keyboard, selector: str) -> None:
    """Press a link or button that leads to another page."""
    was = board.page.url
    board.locator(f"{selector} >> nth=0").click()
    board.page.wait_for_url(lambda url: url != was)
