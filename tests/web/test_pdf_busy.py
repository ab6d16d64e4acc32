"""A PDF while another one is being made: the page says so at once, and when to try again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.web.browser import Visitor, parse, text_of
from tests.web.conftest import TinyWorkshop, make_workshop
from workshop.domain.hand import NO_HAND, Hand
from workshop.domain.response import Response
from workshop.report.errors import NoOffice, PdfBusy, PdfFailed
from workshop.services.reporting import Wish
from workshop.web.app import create_app


@pytest.fixture
def asked(tmp_path: Path) -> Callable[[PdfFailed], Visitor]:
    """Makes a visitor whose PDF fails in this way."""

    def make(error: PdfFailed) -> Visitor:
        class Failing(TinyWorkshop):
            def report(self, response: Response, wish: Wish, made_on: date, hand: Hand = NO_HAND) -> bytes:
                raise error

        visitor = Visitor(create_app(Failing(make_workshop(tmp_path).settings)).test_client())
        visitor.start()
        return visitor

    return make


def test_whoever_asks_for_a_pdf_while_one_is_made_is_told_to_try_again(asked: Callable[[PdfFailed], Visitor]) -> None:
    visitor = asked(PdfBusy("busy"))

    answer = visitor.get(f"{visitor.here}rapport.pdf")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "Er wordt al een PDF gemaakt. Probeer het zo nog eens." in text_of(parse(answer))


@pytest.mark.parametrize("error", [NoOffice("none"), PdfFailed("no PDF")])
def test_a_pdf_that_cannot_be_made_is_not_promised_for_later(
    asked: Callable[[PdfFailed], Visitor], error: PdfFailed
) -> None:
    visitor = asked(error)

    answer = visitor.get(f"{visitor.here}rapport.pdf")

    assert answer.status_code == 503
    assert "Retry-After" not in answer.headers
    assert "LibreOffice" in text_of(parse(answer))
