"""Outside judges find nothing in working copies and final copies with passages, fields and comments."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.report.builders import TEMPLATE, report
from tests.report.keep.test_read import sample
from tests.report.session import session_report
from workshop.report.word.writer import to_docx

FILES: dict[str, Callable[[], bytes]] = {
    "final": sample,
    "work": lambda: sample(work=True),
    "salon at work": lambda: to_docx(report("kapsalon"), TEMPLATE, work=True),
    "session at work in English": lambda: to_docx(session_report("en", "bonsing-mann"), TEMPLATE, work=True),
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
    assert [f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors] == []
