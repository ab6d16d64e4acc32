"""Who makes a report stands on its front page, and nobody is named who did not say so."""

from datetime import date
from pathlib import Path

import pytest

from tests.klantreis import FOLDER
from workshop.bootstrap import build
from workshop.domain.response import Response
from workshop.services.reporting import Form, Wish
from workshop.settings import read_settings

MADE_ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({}, ""),
        ({"WORKSHOP_ADVISER": " Mira de Boer "}, "- Adviseur: Mira de Boer\n"),
        ({"WORKSHOP_ADVISER": "Mira", "WORKSHOP_OFFICE": "Bureau Boer"}, "- Adviseur: Mira, Bureau Boer\n"),
    ],
)
def test_the_maker_of_a_report_stands_on_its_front(tmp_path: Path, environment: dict[str, str], line: str) -> None:
    shop = build(read_settings({**environment, "WORKSHOP_DATA": str(tmp_path)}))
    response = shop.read_answers((FOLDER / "examples" / "kapsalon-snel.json").read_text(encoding="utf-8"))
    assert isinstance(response, Response)

    text = shop.report(response, Wish(Form.MARKDOWN), MADE_ON).decode()

    assert line in text
    assert ("Adviseur:" in text) is bool(line)
