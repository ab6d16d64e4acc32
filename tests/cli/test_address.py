"""The form of address on the command line: of this installation, and of an answers file."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from tests.klantreis import FOLDER
from workshop.cli import main
from workshop.language.tongue import Address
from workshop.settings import SettingsError, read_settings

EXAMPLE = FOLDER / "examples" / "adviseur.json"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_EXPORTS", str(tmp_path / "exports"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def in_u(folder: Path) -> Path:
    path = folder / "answers.json"
    path.write_text(json.dumps({**json.loads(EXAMPLE.read_text(encoding="utf-8")), "address": "u"}), encoding="utf-8")
    return path


@pytest.mark.parametrize(("given", "address"), [({}, "je"), ({"WORKSHOP_ADDRESS": " U "}, "u")])
def test_an_installation_says_je_unless_it_is_told_otherwise(given: dict[str, str], address: str) -> None:
    assert read_settings(given).address is Address(address)


def test_another_form_of_address_is_refused_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_ADDRESS", "gij")

    result = run("check")

    assert result.exit_code == 2
    assert 'De aanspreekvorm gij is niet "je" of "u". Pas WORKSHOP_ADDRESS aan.' in result.stderr
    with pytest.raises(SettingsError):
        read_settings({"WORKSHOP_ADDRESS": "gij"})


def test_a_report_speaks_as_its_answers_file_asks(tmp_path: Path) -> None:
    for name, answers in (("je.md", EXAMPLE), ("u.md", in_u(tmp_path))):
        assert run("report", answers, "-o", tmp_path / name).exit_code == 0

    assert "Uw prioriteit" not in (tmp_path / "je.md").read_text(encoding="utf-8")
    assert "Uw " in (tmp_path / "u.md").read_text(encoding="utf-8")


def test_the_scores_in_a_terminal_are_told_in_u_too(tmp_path: Path) -> None:
    polite, familiar = run("assess", in_u(tmp_path)).stdout, run("assess", EXAMPLE).stdout

    assert polite != familiar
    assert "uw " in polite.lower()


def test_the_demo_of_an_installation_in_u_says_u(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_ADDRESS", "u")

    assert run("demo").exit_code == 0

    (report,) = (tmp_path / "exports").iterdir()
    text = ZipFile(report).read("word/document.xml").decode()
    assert "uw eigen antwoorden" in text
    assert "je eigen antwoorden" not in text
