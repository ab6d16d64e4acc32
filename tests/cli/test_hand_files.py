"""The command line takes along what a consultant changed: from the dossier to a file, and from the file to a report."""

import json
from pathlib import Path

import pytest

from tests.cli.test_command import EXAMPLE, run
from tests.hands import NOON, change, hidden
from workshop.bootstrap import Workshop, build
from workshop.domain.hand import Deed
from workshop.domain.hand_plain import to_plain
from workshop.services.editing import Edit
from workshop.settings import Settings

GAP = "gap-G01-retention"
TITLE = "Na de verkoop wordt het stil"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_EXPORTS", str(tmp_path / "exports"))


def with_hand(folder: Path, *changes: object) -> str:
    content = json.loads(Path(EXAMPLE).read_text(encoding="utf-8"))
    path = folder / "answers.json"
    path.write_text(json.dumps({**content, "hand": list(changes)}), encoding="utf-8")
    return str(path)


def test_a_report_of_a_file_is_as_the_consultant_changed_it(tmp_path: Path) -> None:
    foreword = change(Deed.FOREWORD, "", {"text": "Beste Anja"})
    answers = with_hand(tmp_path, to_plain(hidden(GAP)), to_plain(foreword))

    result = run("report", answers, "-o", str(tmp_path / "advies.md"))

    written = (tmp_path / "advies.md").read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert TITLE not in written
    assert "Beste Anja" in written


def test_a_garbled_change_ends_the_command_with_its_place(tmp_path: Path) -> None:
    answers = with_hand(tmp_path, {**to_plain(hidden(GAP)), "reason": ""}, {"kind": "burn"})

    result = run("report", answers)

    assert result.exit_code == 1
    assert "hand.1.reason: Schrijf op waarom je dit gat weglaat." in result.output
    assert "hand.2: Dit is geen wijziging die we kennen. Kijk naar 'kind'." in result.output


def test_what_was_changed_in_a_dossier_comes_along_in_its_export_and_is_applied_again(tmp_path: Path) -> None:
    shop = build(Settings(data=tmp_path / "data", exports=tmp_path / "exports"))
    number = _dossier(shop)
    answers, report = tmp_path / "uit.json", tmp_path / "advies.md"

    exported = run("export", number, "-o", str(answers))
    made = run("report", str(answers), "-o", str(report))

    assert (exported.exit_code, made.exit_code) == (0, 0)
    assert [one["target"] for one in json.loads(answers.read_text(encoding="utf-8"))["hand"]] == [GAP]
    assert TITLE not in report.read_text(encoding="utf-8")


def _dossier(shop: Workshop) -> str:
    """Keep a dossier in which one gap was hidden; returns its id."""
    found = shop.read_file(Path(EXAMPLE).read_text(encoding="utf-8"))
    assert not isinstance(found, tuple)
    started = shop.intake.keep(found.response)
    shop.editing.edit(started.dossier.id, started.token, "Ans", (Edit(Deed.HIDE, GAP, reason="Klaar"),))
    return started.dossier.id


def test_a_moment_in_a_file_is_the_moment_of_the_change(tmp_path: Path) -> None:
    answers = with_hand(tmp_path, to_plain(hidden(GAP)))
    shop = build(Settings(data=tmp_path, exports=tmp_path))

    found = shop.read_file(Path(answers).read_text(encoding="utf-8"))

    assert not isinstance(found, tuple)
    assert found.changes[0].when == NOON
