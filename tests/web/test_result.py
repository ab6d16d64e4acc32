"""The result page and what can be downloaded."""

import json

import pytest

from tests.web.browser import Visitor, links, parse, text_of
from workshop.web.result.page import policy_for


def test_the_result_is_there_with_no_answers_at_all(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}resultaat")

    assert "Nog 14 vragen zijn open" in text_of(page)
    assert "Wat nu?" in text_of(page)
    assert f"{visitor.here}rapport.docx" in links(page)


def test_the_next_moment_lies_ninety_days_ahead(visitor: Visitor) -> None:
    assert "20 februari 2027" in text_of(visitor.open(f"{visitor.here}resultaat"))


@pytest.mark.parametrize(
    ("format", "kind", "start"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("md", "text/markdown", b"#"),
    ],
)
def test_the_report_downloads_under_a_readable_name(visitor: Visitor, format: str, kind: str, start: bytes) -> None:
    answer = visitor.get(f"{visitor.here}rapport.{format}")

    name = f"klantreis-adviesrapport-bakkerij-bloem-2026-11-22.{format}"
    assert answer.mimetype == kind
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.data.startswith(start)


def test_the_report_as_a_web_page_may_use_its_own_styles_and_nothing_else(visitor: Visitor) -> None:
    answer = visitor.get(f"{visitor.here}rapport.html")

    parse(answer)
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Disposition"] == "inline"


def test_the_styles_of_a_page_are_allowed_by_their_hash() -> None:
    policy = policy_for(b"<style>p{color:red}</style>")

    assert "style-src 'sha256-3qqNBBO3HchMH01H1hlUW37pWkdSkxpLLyOQWAWrkUM='" in policy or "style-src 'sha256-" in policy
    assert "default-src 'none'" in policy


def test_an_unknown_form_of_report_is_not_there(visitor: Visitor) -> None:
    assert visitor.get(f"{visitor.here}rapport.odt").status_code == 404


def test_the_answers_can_be_taken_along(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes"})

    answer = visitor.get(f"{visitor.here}dossier.json")

    kept = json.loads(answer.text)
    assert kept["client"] == {"name": "Bakkerij Bloem"}
    assert kept["answers"]["staff"] is True
    assert "klantreis-dossier-bakkerij-bloem-2026-11-22.json" in answer.headers["Content-Disposition"]


def test_a_name_with_signs_makes_a_safe_file_name(visitor: Visitor) -> None:
    visitor.start('Café "De Ülk" /../ €')

    answer = visitor.get(f"{visitor.here}dossier.json")

    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="klantreis-dossier-cafe-de-ulk-2026-11-22.json"'
    )
