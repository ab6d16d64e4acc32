"""`workshop report --keep`: the consultant's texts come along, and what does not is told."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.report.keep.edits import add_outside, edited, fill, members, retype
from workshop.cli import main
from workshop.report.keep.read import read

EXAMPLE = Path(__file__).resolve().parents[2] / "questionnaires" / "klantreis" / "examples" / "kapsalon.json"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", str(EXAMPLE), *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A working copy as a consultant gets it."""
    target = tmp_path / "een.docx"
    assert run("-o", target, "--work").exit_code == 0
    return target


def test_the_next_version_has_the_consultants_texts_and_the_rest_is_told(file: Path, tmp_path: Path) -> None:
    passages = read(file.read_bytes()).passages
    advice = next(id_ for id_ in passages if id_.endswith(".advice"))
    owner = advice.replace("gap-", "card-").replace(".advice", ".owner")
    file.write_bytes(
        edited(file.read_bytes(), retype(advice, "Bel ze zelf."), fill(owner, "Els"), add_outside("Los erbij."))
    )
    new = tmp_path / "twee.docx"

    result = run("--keep", file, "-o", new)

    assert result.exit_code == 0
    assert "2 stukken gaan mee:" in result.output
    assert passages[advice].title in result.output
    assert "  - Los erbij." in result.output
    again = read(new.read_bytes())
    assert "word/comments.xml" not in members(new.read_bytes())
    assert not any(one.changed for one in again.passages.values())
    body = members(new.read_bytes())["word/document.xml"].decode()
    assert "Bel ze zelf." in body
    assert ">Els<" in body
    assert "Los erbij." not in body


def test_nothing_changed_is_said(file: Path, tmp_path: Path) -> None:
    result = run("--keep", file, "-o", tmp_path / "twee.docx")

    assert result.exit_code == 0
    assert "Er is niets veranderd in de velden" in result.output


def test_a_file_that_is_no_report_ends_the_command_with_what_to_do(tmp_path: Path) -> None:
    other = tmp_path / "brief.docx"
    other.write_text("geen zip")

    result = run("--keep", other, "-o", tmp_path / "twee.docx")

    assert result.exit_code == 1
    assert "brief.docx: Dit is geen Word-bestand." in result.output
    assert not (tmp_path / "twee.docx").exists()
