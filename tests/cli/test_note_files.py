"""The command line takes the notes of a session along in the file of a dossier, and every command reads that file."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.test_command import EXAMPLE, run
from workshop.bootstrap import build
from workshop.domain.note import Note, NoteKind
from workshop.settings import Settings

NOTE = Note("n1", NoteKind.PARKED, "Wat kost een app?", "Joost", "map", datetime(2026, 11, 22, tzinfo=UTC), True)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_EXPORTS", str(tmp_path / "exports"))


def test_an_export_holds_the_notes_and_can_be_assessed_and_reported(tmp_path: Path) -> None:
    shop = build(Settings(data=tmp_path / "data", exports=tmp_path / "exports"))
    found = shop.read_file(Path(EXAMPLE).read_text(encoding="utf-8"))
    assert not isinstance(found, tuple)
    number = shop.intake.keep(found.response, notes=(NOTE,)).dossier.id
    answers, report = tmp_path / "uit.json", tmp_path / "advies.md"

    done = [
        run("export", number, "-o", str(answers)),
        run("assess", str(answers)),
        run("report", str(answers), "-o", str(report)),
    ]

    assert [one.exit_code for one in done] == [0, 0, 0]
    again = shop.read_file(answers.read_text(encoding="utf-8"))
    assert not isinstance(again, tuple)
    assert again.notes == (NOTE,)
    assert report.stat().st_size > 0


def test_a_garbled_note_ends_the_command_with_its_place(tmp_path: Path) -> None:
    content = json.loads(Path(EXAMPLE).read_text(encoding="utf-8"))
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**content, "notes": [{"code": "n1"}]}), encoding="utf-8")

    result = run("report", str(path))

    assert result.exit_code == 1
    assert "notes.1.text: Zet hier een tekst." in result.output
