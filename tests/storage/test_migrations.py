"""Migrations: new files are made, older ones brought along, strange and damaged ones refused untouched."""

import sqlite3
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from workshop.domain.dossier import Trouble
from workshop.storage import schema
from workshop.storage.engine import Engine, StorageError
from workshop.storage.migrations import bring_up_to_date


def steps_of(path: Path) -> list[str]:
    rows = Engine(path).connection().execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    return [row[0] for row in rows]


def test_a_new_file_gets_every_step_once(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"

    bring_up_to_date(Engine(path))
    bring_up_to_date(Engine(path))

    assert steps_of(path) == list(schema.STEPS)


def test_the_table_is_strict_about_what_it_holds(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    bring_up_to_date(engine)

    (sql,) = engine.connection().execute("SELECT sql FROM sqlite_master WHERE name = 'dossiers'").fetchone()

    assert sql.rstrip().endswith("STRICT")


def test_a_file_that_is_up_to_date_starts_without_the_migration_tool(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    bring_up_to_date(Engine(path))
    tools = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith("sqlite_utils")}

    bring_up_to_date(Engine(path))

    assert not [name for name in sys.modules if name.startswith("sqlite_utils")]
    sys.modules.update(tools)


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dossiers.sqlite3"
    bring_up_to_date(Engine(path))
    newer = {**schema.STEPS, "m002": "CREATE TABLE more (a) STRICT", "m003": "CREATE TABLE more (a TEXT) STRICT"}
    monkeypatch.setattr("workshop.storage.migrations.STEPS", newer)

    with pytest.raises(StorageError):
        bring_up_to_date(Engine(path))

    assert steps_of(path) == list(schema.STEPS)
    tables = Engine(path).connection().execute("SELECT name FROM sqlite_master WHERE name = 'more'").fetchall()
    assert tables == []


def test_a_file_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    bring_up_to_date(engine)
    with engine.write() as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, 'm999', 'later')",
            (schema.SET,),
        )

    with pytest.raises(StorageError, match=r"newer version.*m999.*Update") as refused:
        bring_up_to_date(Engine(engine.path))

    assert refused.value.trouble is Trouble.NEWER


def test_a_text_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    path.write_text("Dit is geen database. " * 100)
    before = path.read_bytes()

    with pytest.raises(StorageError, match="put a backup") as refused:
        bring_up_to_date(Engine(path))

    assert refused.value.trouble is Trouble.DAMAGED
    assert path.read_bytes() == before


def test_a_database_of_another_program_with_such_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE dossiers (name TEXT)")
    connection.close()

    with pytest.raises(StorageError):
        bring_up_to_date(Engine(path))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_torn_page_is_noticed_at_the_start(tmp_path: Path, share: float) -> None:
    path = tmp_path / "dossiers.sqlite3"
    engine = Engine(path)
    bring_up_to_date(engine)
    with engine.write() as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 300)
    engine.close()
    torn = bytearray(path.read_bytes())
    start = int(len(torn) * share) // 4096 * 4096
    torn[start : start + 4096] = b"\xaa" * 4096
    path.write_bytes(torn)

    with pytest.raises(StorageError, match=r"[Pp]ut a backup") as refused:
        bring_up_to_date(Engine(path))

    assert refused.value.trouble is Trouble.DAMAGED


def _start(path: Path) -> int:
    bring_up_to_date(Engine(path))
    return len(steps_of(path))


@pytest.mark.slow
def test_eight_processes_may_start_at_once_on_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"

    with ProcessPoolExecutor(8, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_start, [path] * 16))

    assert found == [len(schema.STEPS)] * 16
