"""Outside judges: Microsoft's validator and the openxml audit find nothing in the template and in hostile reports."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity

from tests.report.builders import TEMPLATE
from tests.report.keep.test_read import sample
from tests.report.session import session_report
from tests.report.test_hostile import hostile_file
from workshop.report.word.writer import to_docx

FILES: dict[str, Callable[[], bytes]] = {
    "hostile answers": hostile_file,
    "template": TEMPLATE.read_bytes,
    "passages, final": sample,
    "passages, at work": lambda: sample(work=True),
    "session at work in English": lambda: to_docx(session_report("en", "bonsing-mann"), TEMPLATE, work=True),
}
"""Beside the many reports of test_criteria."""


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
