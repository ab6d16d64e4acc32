"""Outside judges: Microsoft's own validator and the openxml audit find nothing in a report."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity

from tests.report.builders import TEMPLATE, word_file
from tests.report.session import session_report
from tests.report.test_hostile import hostile_file
from workshop.report.word.writer import to_docx

FILES: dict[str, Callable[[], bytes]] = {
    "kapsalon": lambda: word_file("kapsalon"),
    "adviseur in English": lambda: word_file("adviseur", "en"),
    "starter": lambda: word_file("starter"),
    "four phases": lambda: word_file("kapsalon", "nl", "four-phase"),
    "full session": lambda: to_docx(session_report(), TEMPLATE),
    "full session in English, seven phases": lambda: to_docx(session_report("en", "bonsing-mann"), TEMPLATE),
    "few answers": lambda: word_file("few"),
    "no answers": lambda: word_file("none"),
    "hostile answers": hostile_file,
    "template": TEMPLATE.read_bytes,
}


@pytest.fixture(params=FILES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A report as a file."""
    target = tmp_path / "report.docx"
    target.write_bytes(FILES[request.param]())
    return target


@pytest.mark.word_validator
def test_microsoft_finds_nothing(path: Path, word_validator: Callable[[Path], list[str]]) -> None:
    assert word_validator(path) == []


def test_the_audit_finds_nothing(path: Path) -> None:
    result = OpenXmlValidator().validate(path)

    assert [f"{one.part_uri} {one.description}" for one in result.errors] == []
    assert ValidationSeverity.ERROR not in {one.severity for one in result.errors}
