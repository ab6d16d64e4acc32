"""`workshop template` and `workshop report --house`: what is said, in which language, with which exit status."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.klantreis import FOLDER
from tests.report.house.dutch import dutch_dotx
from tests.report.house.hostile import HOSTILE
from tests.report.word_reader import find, part, text
from workshop.cli import main

EXAMPLE = str(FOLDER / "examples" / "kapsalon-snel.json")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_EXPORTS", str(tmp_path / "exports"))


@pytest.fixture
def good(tmp_path: Path) -> str:
    """A template that can be used."""
    path = tmp_path / "groen.dotx"
    path.write_bytes(dutch_dotx())
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def first_line(file: Path) -> str:
    return text(find(part(file.read_bytes()), "//w:body/w:p")[0])


@pytest.mark.parametrize("command", ["check", "add", "list", "remove", "starter"])
def test_every_command_explains_itself(command: str) -> None:
    assert "Usage:" in run("template", command, "--help").output


def test_a_good_template_is_told_what_is_mended_added_and_worth_a_look(good: str) -> None:
    result = run("template", "check", good)

    assert result.exit_code == 0
    assert "groen.dotx is goed te gebruiken." in result.output
    assert "Het was een sjabloon (.dotx)." in result.output
    assert "stijlen ontbreken" in result.output
    assert "Vorige Adviseur" in result.output


def test_the_same_in_english(good: str) -> None:
    result = run("template", "check", good, "--language", "en")

    assert "groen.dotx can be used." in result.output
    assert "It was a template (.dotx)." in result.output


@pytest.mark.parametrize("name", ["plain text", "macros by part", "a bomb", "DDE"])
def test_a_refused_template_is_told_why_with_status_1(tmp_path: Path, name: str) -> None:
    path = tmp_path / "boze.docx"
    path.write_bytes(HOSTILE[name][1]())

    result = run("template", "check", str(path))

    assert result.exit_code == 1
    assert "boze.docx kunnen we niet gebruiken." in result.output
    assert len(result.output.strip().splitlines()) == 2


def test_a_refused_template_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "boze.docx"
    path.write_bytes(b"PK")

    assert run("template", "add", str(path), "--name", "boos").exit_code == 1
    assert "Er is nog geen huisstijl." in run("template", "list").output


def test_a_template_is_kept_listed_used_and_removed(good: str, tmp_path: Path) -> None:
    added = run("template", "add", good, "--name", "Groen Advies")
    listed = run("template", "list")
    target = tmp_path / "rapport.docx"
    reported = run("report", EXAMPLE, "--house", "groen-advies", "-o", str(target))

    assert "Gebruik hem met: --house groen-advies" in added.output
    assert listed.output.strip() == "groen-advies"
    assert reported.exit_code == 0, reported.output
    assert first_line(target).startswith("Advies voor ")
    assert run("template", "remove", "groen-advies").exit_code == 0
    assert run("template", "remove", "groen-advies").exit_code == 1


def test_a_report_takes_a_template_that_is_not_kept(good: str, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"

    result = run("report", EXAMPLE, "--house", good, "-o", str(target))

    assert result.exit_code == 0, result.output
    assert first_line(target).startswith("Advies voor ")


def test_an_unknown_house_style_is_told_with_those_there_are(good: str, tmp_path: Path) -> None:
    run("template", "add", good, "--name", "groen")

    result = run("report", EXAMPLE, "--house", "rood", "-o", str(tmp_path / "rapport.docx"))

    assert result.exit_code == 1
    assert result.output.strip() == "De huisstijl rood is er niet. Kies uit: groen."


def test_a_report_in_a_refused_template_is_not_made(tmp_path: Path) -> None:
    path, target = tmp_path / "boze.docx", tmp_path / "rapport.docx"
    path.write_bytes(HOSTILE["macros by part"][1]())

    result = run("report", EXAMPLE, "--house", str(path), "-o", str(target))

    assert result.exit_code == 1
    assert "macro's" in result.output
    assert not target.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_starter_template_passes_its_own_check(tmp_path: Path, language: str) -> None:
    target = tmp_path / "map" / "sjabloon.docx"

    made = run("template", "starter", "-o", str(target), "--language", language)
    checked = run("template", "check", str(target))

    assert made.exit_code == 0
    assert checked.output.strip() == "sjabloon.docx is goed te gebruiken."


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("geen map", encoding="utf-8")

    result = run("template", "starter", "-o", str(tmp_path / "vol" / "sjabloon.docx"))

    assert result.exit_code == 1
    assert "Kies een andere plek met -o." in result.output
