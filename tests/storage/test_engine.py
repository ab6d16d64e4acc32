"""The engine: safe settings on every connection, and a journal mode that cannot corrupt the file."""

import stat
import sys
import threading
from pathlib import Path

import pytest

from workshop.domain.dossier import Trouble
from workshop.storage.engine import Engine, StorageError, journal_mode_for
from workshop.storage.migrations import bring_up_to_date


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 6, 23), "delete"),
        ((3, 7, 0), "delete"),
        ((3, 40, 1), "delete"),
        ((3, 44, 5), "delete"),
        ((3, 44, 6), "wal"),
        ((3, 45, 0), "delete"),
        ((3, 50, 6), "delete"),
        ((3, 50, 7), "wal"),
        ((3, 51, 0), "delete"),
        ((3, 51, 2), "delete"),
        ((3, 51, 3), "wal"),
        ((3, 53, 4), "wal"),
        ((4, 0, 0), "wal"),
    ],
)
def test_wal_only_where_the_engine_cannot_corrupt_it(version: tuple[int, int, int], mode: str) -> None:
    assert journal_mode_for(version) == mode


@pytest.mark.parametrize(("version", "mode"), [((3, 51, 2), "delete"), ((3, 53, 4), "wal")])
def test_every_connection_is_set_to_lose_nothing(tmp_path: Path, version: tuple[int, int, int], mode: str) -> None:
    connection = Engine(tmp_path / "dossiers.sqlite3", version).connection()

    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}

    assert found == {
        "journal_mode": mode,
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 30_000,
    }


def test_an_engine_without_strict_tables_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"3\.36\.0 is too old: install 3\.37") as refused:
        Engine(tmp_path / "dossiers.sqlite3", (3, 36, 0)).connection()

    assert refused.value.trouble is Trouble.UNUSABLE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file modes")
def test_the_file_and_its_folder_are_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "dossiers.sqlite3"
    engine = Engine(path)

    with engine.write() as connection:
        connection.execute("CREATE TABLE t (a)")

    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in (path.parent, *path.parent.iterdir())}
    assert modes.pop("data") == 0o700
    assert set(modes.values()) == {0o600}


def test_a_thread_keeps_its_own_connection(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    found: list[object] = []

    other = threading.Thread(target=lambda: found.append(engine.connection()))
    other.start()
    other.join()

    assert engine.connection() is engine.connection()
    assert found[0] is not engine.connection()


def test_a_write_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    with engine.write() as connection:
        connection.execute("CREATE TABLE t (a)")

    def fail() -> None:
        with engine.write() as connection:
            connection.execute("INSERT INTO t VALUES (1)")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fail()

    assert engine.connection().execute("SELECT count(*) FROM t").fetchone()[0] == 0


def test_a_writer_holds_its_place_from_the_first_statement(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    said: list[str] = []
    engine.connection().set_trace_callback(said.append)

    with engine.write():
        pass

    assert said == ["BEGIN IMMEDIATE", "COMMIT"]


def test_a_file_that_is_held_by_another_program_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    holder, waiter = Engine(path), Engine(path)
    waiter.connection().execute("PRAGMA busy_timeout = 50")

    with holder.write(), pytest.raises(StorageError) as refused, waiter.write():
        pass

    assert refused.value.trouble is Trouble.BUSY


def test_a_full_disk_is_told_and_passes(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    with engine.write() as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.execute("PRAGMA max_page_count = 4")

    with pytest.raises(StorageError) as refused, engine.write():
        connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    connection.execute("PRAGMA max_page_count = 1000")
    with engine.write():
        connection.execute("INSERT INTO t VALUES (zeroblob(100000))")

    assert refused.value.trouble is Trouble.FULL


def test_a_path_that_cannot_be_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refused:
        Engine(tmp_path).connection()

    assert refused.value.trouble is Trouble.UNUSABLE


CANARY = b"kanarie-7d1f"


def deleted(engine: Engine) -> None:
    """Keep a secret and delete it again."""
    with engine.write() as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("INSERT INTO t VALUES (?), (1), (2)", (CANARY,))
    with engine.write() as connection:
        connection.execute("DELETE FROM t WHERE a = ?", (CANARY,))


def left(engine: Engine) -> int:
    return sum(one.read_bytes().count(CANARY) for one in engine.path.parent.iterdir())


def test_what_a_reader_keeps_from_being_forgotten_is_forgotten_after_the_next_write(tmp_path: Path) -> None:
    engine, reader = Engine(tmp_path / "dossiers.sqlite3"), Engine(tmp_path / "dossiers.sqlite3")
    deleted(engine)
    looking = reader.connection().execute("SELECT a FROM t")
    looking.fetchone()

    engine.forget()
    looking.close()
    with engine.write() as connection:
        connection.execute("INSERT INTO t VALUES (3)")

    assert left(engine) == 0


def test_a_journal_that_cannot_be_emptied_is_no_fault_of_the_deletion(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    engine = Engine(tmp_path / "dossiers.sqlite3")
    deleted(engine)
    looking = engine.connection().execute("SELECT a FROM t")
    looking.fetchone()  # a statement that is under way makes a checkpoint on its own connection an error

    engine.forget()
    looking.close()

    assert CANARY.decode() not in caplog.text
    with engine.write() as connection:
        connection.execute("INSERT INTO t VALUES (3)")
    assert left(engine) == 0


def test_what_a_crash_kept_from_being_forgotten_is_forgotten_at_the_next_start(tmp_path: Path) -> None:
    crashed = Engine(tmp_path / "dossiers.sqlite3")
    deleted(crashed)  # its connection stays open: closing the last one would empty the journal

    bring_up_to_date(Engine(tmp_path / "dossiers.sqlite3"))

    assert left(crashed) == 0
