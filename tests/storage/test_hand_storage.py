"""Keeping what a consultant changed: exactly, beside the answers, and in files that are older than it."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hands import any_changes, change, hidden
from tests.storage.test_dossiers import HASH, answering, dossier
from workshop.domain.dossier import Dossier, DossierError, Trouble
from workshop.domain.hand import Change, Deed
from workshop.storage import schema
from workshop.storage.engine import Engine, StorageError
from workshop.storage.hand_records import decode_changes, encode_changes
from workshop.storage.migrations import bring_up_to_date
from workshop.storage.records import BrokenRecord
from workshop.storage.sqlite import SqliteDossiers

CHANGES = (hidden("gap-G01-retention"), change(Deed.FOREWORD, "", {"text": "Beste Ans"}))


@pytest.fixture
def store(tmp_path: Path) -> SqliteDossiers:
    return SqliteDossiers(tmp_path / "dossiers.sqlite3")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_changes)
def test_any_changes_are_kept_exactly(store: SqliteDossiers, changes: tuple[Change, ...]) -> None:
    if store.find(HASH) is None:
        store.add(dossier(), HASH)

    store.change("abc", HASH, lambda kept: replace(kept, changes=changes))

    found = store.get("abc", HASH)
    assert found is not None
    assert found.changes == changes


def test_a_new_dossier_keeps_its_changes_and_answers_leave_them_alone(store: SqliteDossiers) -> None:
    store.add(replace(dossier(), changes=CHANGES), HASH)

    changed = store.change("abc", HASH, answering("a", "1"))

    assert changed is not None
    assert [one.changes for one in (changed, *store.all())] == [CHANGES, CHANGES]


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_file_of_every_older_version_is_brought_along_without_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    path = tmp_path / "dossiers.sqlite3"
    older = dict(list(schema.STEPS.items())[:steps])
    with monkeypatch.context() as patched:
        patched.setattr("workshop.storage.migrations.STEPS", older)
        bring_up_to_date(Engine(path))
    _insert_as_before(path)

    found = SqliteDossiers(path).get("abc", HASH)

    assert found == dossier(a="1")


def _insert_as_before(path: Path) -> None:
    """Insert a row with the columns that the first version had."""
    kept = dossier(a="1")
    response = kept.response
    values = {
        "id": kept.id,
        "token_hash": HASH,
        "questionnaire": response.questionnaire,
        "version": response.version,
        "model": response.model,
        "language": response.language,
        "client": response.client,
        "page": "",
        "revision": 0,
        "answers": json.dumps({"a": {"text": "1"}}),
        "created": kept.created.isoformat(),
        "updated": kept.updated.isoformat(),
    }
    with sqlite3.connect(path) as connection:
        marks = ", ".join(f":{name}" for name in values)
        connection.execute(f"INSERT INTO dossiers ({', '.join(values)}) VALUES ({marks})", values)
    connection.close()


def test_a_change_that_fails_halfway_keeps_the_changes_of_before(store: SqliteDossiers) -> None:
    store.add(replace(dossier(), changes=CHANGES), HASH)

    def fail(kept: Dossier) -> Dossier:
        raise DossierError(Trouble.FULL, "no")

    with pytest.raises(DossierError):
        store.change("abc", HASH, fail)

    assert [one.changes for one in store.all()] == [CHANGES]


@pytest.mark.parametrize("text", ["{}", "[1]", '[{"kind": "burn"}]', '[{"kind": "hide", "who": "x"}]', "3"])
def test_changes_of_another_make_are_told_as_a_broken_record(text: str) -> None:
    with pytest.raises(BrokenRecord):
        decode_changes(text)


def test_a_row_with_garbled_changes_is_damaged_and_not_guessed_at(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    store = SqliteDossiers(path)
    store.add(dossier(), HASH)
    with Engine(path).write() as connection:
        connection.execute('UPDATE dossiers SET hand = \'[{"kind": "burn"}]\'')

    with pytest.raises(StorageError, match="dossier abc cannot be read") as refused:
        store.get("abc", HASH)

    assert refused.value.trouble is Trouble.DAMAGED


def test_the_column_holds_json_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    SqliteDossiers(path).add(dossier(), HASH)

    with pytest.raises(StorageError), Engine(path).write() as connection:
        connection.execute("UPDATE dossiers SET hand = 'geen json'")


def test_changes_are_written_small_and_in_order() -> None:
    written = json.loads(encode_changes(CHANGES))

    assert [one["kind"] for one in written] == ["hide", "foreword"]
    assert "target" not in written[1]
