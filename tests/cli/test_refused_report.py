"""A Word report that did not come out right: the command says why, and writes nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.klantreis import FOLDER
from workshop.bootstrap import Workshop
from workshop.cli import main
from workshop.report.errors import BadPackage


def test_a_report_that_is_not_right_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise BadPackage(("cell-end word/document.xml: a cell does not end with a paragraph",), "cell-end")

    monkeypatch.setattr(Workshop, "report", refuse)
    output = tmp_path / "rapport.docx"

    result = CliRunner().invoke(main, ["report", str(FOLDER / "examples" / "kapsalon.json"), "-o", str(output)])

    assert result.exit_code == 1
    assert "(code cell-end)" in result.output
    assert "-o rapport.html" in result.output
    assert not output.exists()
