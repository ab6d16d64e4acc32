"""A Word report that did not come out right: the visitor reads why, and that nothing is lost."""

import pytest
from flask import Flask

from tests.web.browser import Visitor, heading_of, parse, text_of
from workshop.report.errors import BadPackage


def test_a_report_that_is_not_right_is_not_handed_out(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> bytes:
        raise BadPackage(("cell-end word/document.xml: geheim",), "cell-end")

    monkeypatch.setattr(type(app.extensions["workshop"]), "report", refuse)

    answer = visitor.get(f"{visitor.here}rapport.docx")

    page = parse(answer)
    assert answer.status_code == 500
    assert heading_of(page) == "Het Word-rapport is niet goed gelukt"
    assert "code cell-end" in text_of(page)
    assert "Je antwoorden zijn bewaard." in text_of(page)
    assert "cell-end" in caplog.text
    assert "geheim" not in caplog.text + answer.text
