"""The command as another program meets it: output, exit status and the words of its mistakes."""

import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from tests.klantreis import FOLDER, HAIRDRESSER, bundle
from tests.questionnaires import TINY
from workshop.cli import main

MISSING = "Dit bestand ontbreekt. Zonder dit bestand is de vragenlijst niet te gebruiken; maak het aan."
EXAMPLE = str(FOLDER / "examples" / "kapsalon.json")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_EXPORTS", str(tmp_path / "exports"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def answers_file(folder: Path, answers: Mapping[str, object], **more: object) -> str:
    path = folder / "answers.json"
    content = {"questionnaire": "klantreis", "language": "nl", "model": "five-phase", "answers": answers, **more}
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["serve", "check", "new", "assess", "report", "demo", "export"])
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_the_version_is_the_one_of_the_package() -> None:
    from workshop import __version__

    assert __version__ in run("--version").output


def test_an_unknown_command_is_wrong_use() -> None:
    assert run("verslag").exit_code == 2


def test_the_questionnaire_that_ships_is_without_mistakes() -> None:
    result = run("check")

    assert result.output.strip().endswith("geen fouten.")
    assert result.exit_code == 0


def test_a_mistake_in_a_questionnaire_gives_file_line_and_status_1(tmp_path: Path) -> None:
    folder = tmp_path / "scan"
    folder.mkdir()
    (folder / "questionnaire.md").write_text("---\nid: scan\n---\n\n# Deel {part}\n\n## Vraag {q}\ntipe: text\n")

    result = run("check", str(folder))

    assert result.exit_code == 1
    assert "questionnaire.md:8: " in result.output


@pytest.mark.parametrize("name", ["rules.md", "phase-models.md"])
def test_a_folder_with_everything_but_questionnaire_md_is_told_what_is_missing(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("---\nid: scan\n---\n")

    result = run("check", str(tmp_path))

    assert result.exit_code == 1
    assert result.output.splitlines()[0].endswith("questionnaire.md:1: " + MISSING)


def test_a_folder_of_questionnaires_is_checked_whatever_else_lies_in_it(tmp_path: Path) -> None:
    copytree(TINY, tmp_path / "tiny")
    (tmp_path / "rules.md").write_text("Onze huisregels")

    assert run("check", str(tmp_path)).exit_code == 0


def test_assess_gives_the_promised_json() -> None:
    result = run("assess", EXAMPLE, "--format", "json")

    found = json.loads(result.output)
    assert result.exit_code == 0
    assert list(found) == [
        "questionnaire",
        "model",
        "phases",
        "total",
        "balance",
        "economics",
        "findings",
        "priorities",
    ]
    assert found["questionnaire"] == {"id": "klantreis", "version": bundle().questionnaire.version}
    assert [one["id"] for one in found["phases"]] == [
        "awareness",
        "consideration",
        "purchase",
        "retention",
        "advocacy",
    ]
    assert set(found["phases"][0]) == {"id", "name", "score", "low", "high", "certainty"}
    assert found["economics"]["acquisition_cost"] == 35.0
    assert found["economics"]["clv5"] == 371.42
    assert len(found["priorities"]) <= 3
    fired = {one["id"]: one for one in found["findings"] if one["status"] == "fired"}
    assert fired["G06"]["severity"] == 2
    assert set(fired["G06"]["evidence"]) >= {"first_order", "margin", "acquisition_spend"}


@pytest.mark.parametrize("model", ["four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev"])
def test_every_model_shows_the_same_answers(model: str) -> None:
    found = json.loads(run("assess", EXAMPLE, "--format", "json", "--model", model).output)

    assert found["model"] == model
    assert found["economics"]["clv5"] == 371.42


def test_an_unknown_figure_is_null_and_never_zero(tmp_path: Path) -> None:
    file = answers_file(tmp_path, {"customers_start": {"status": "unknown"}, "goal": "other"})

    found = json.loads(run("assess", file, "--format", "json").output)

    assert set(found["economics"].values()) == {None}
    assert found["total"]["score"] is None
    assert found["balance"] is None


def test_an_unknown_model_is_wrong_use() -> None:
    result = run("assess", EXAMPLE, "--model", "six-phase")

    assert result.exit_code == 2
    assert "five-phase" in result.output


def test_a_wrong_file_gets_one_message_per_mistake(tmp_path: Path) -> None:
    file = answers_file(tmp_path, {**HAIRDRESSER, "margin": "veel", "marjin": 3, "goal": "rich"})

    result = run("assess", file)

    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if line.startswith(file)]
    assert len(lines) == 3
    assert all(any(code in line for line in lines) for code in ("margin", "marjin", "goal"))


def test_contradicting_figures_are_refused_and_explained(tmp_path: Path) -> None:
    result = run("assess", answers_file(tmp_path, {**HAIRDRESSER, "customers_new": 500}))

    assert result.exit_code == 1
    assert "customers_" in result.output


def test_the_text_form_speaks_the_language_of_the_file(tmp_path: Path) -> None:
    dutch = run("assess", answers_file(tmp_path, HAIRDRESSER)).output
    english = run("assess", answers_file(tmp_path, HAIRDRESSER, language="en")).output

    assert "€\u00a0371,42" in dutch
    assert "€371.42" in english


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("html", b"<!doctype html>"), ("md", b"# ")])
def test_a_report_is_written_in_three_forms(tmp_path: Path, form: str, start: bytes) -> None:
    output = tmp_path / f"rapport.{form}"

    result = run("report", EXAMPLE, "-o", str(output))

    assert result.exit_code == 0, result.output
    assert output.read_bytes().lower().startswith(start.lower())
    assert str(output) in result.output


def test_the_form_can_be_asked_for_by_name(tmp_path: Path) -> None:
    output = tmp_path / "rapport.txt"

    run("report", EXAMPLE, "-o", str(output), "--format", "md")

    assert output.read_text(encoding="utf-8").startswith("# ")


def test_the_demo_says_where_its_report_is(tmp_path: Path) -> None:
    result = run("demo")

    written = list((tmp_path / "exports").iterdir())
    assert result.exit_code == 0
    assert len(written) == 1
    assert written[0].name.startswith("klantreis-adviesrapport-kapsalon-knip-co-")
    assert str(written[0]) in result.output


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    result = run("report", EXAMPLE, "-o", str(blocked / "rapport.docx"))

    assert result.exit_code == 1
    assert "-o" in result.output


def test_export_without_data_says_so() -> None:
    result = run("export", "abcdefgh")

    assert result.exit_code == 1


def test_a_wrong_port_is_explained_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_PORT", "tachtig")

    result = run("demo")

    assert result.exit_code == 2
    assert "De poort tachtig" in result.output
    assert "Port tachtig" in result.output
