"""A report made from a file on the command line tells what was said in the session, as the wizard's report does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.test_command import EXAMPLE, run
from workshop.bootstrap import build
from workshop.domain.note import Note, NoteKind
from workshop.settings import Settings


def test_the_report_of_a_file_holds_its_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    shop = build(Settings(data=tmp_path / "data", exports=tmp_path))
    found = shop.read_file(Path(EXAMPLE).read_text(encoding="utf-8"))
    assert not isinstance(found, tuple)
    note = Note(
        "n1", NoteKind.QUOTE, "Op zaterdag is het vol.", "Fatma", "customers", datetime(2026, 11, 22, tzinfo=UTC)
    )
    answers, report = tmp_path / "in.json", tmp_path / "advies.md"
    kept = shop.intake.keep(found.response, notes=(note,)).dossier
    answers.write_text(shop.export(kept), encoding="utf-8")

    assert run("report", str(answers), "-o", str(report)).exit_code == 0

    assert "> “Op zaterdag is het vol.” (Fatma, Je klanten)" in report.read_text(encoding="utf-8")
