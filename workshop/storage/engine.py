"""The SQLite engine: which one, how its connections are set, and the one way to write."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from workshop.domain.dossier import DossierError, Trouble

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3  # bundles SQLite 3.53; sqlite-utils takes it too
    except ImportError:
        import sqlite3

BUSY_SECONDS: Final = 30
"""How long a writer waits for another one."""
FORGET_SECONDS: Final = 2
"""How long emptying the journal waits for those who read or write."""
log = logging.getLogger("workshop.storage")
_OLDEST: Final = (3, 37, 0)  # the first with STRICT tables
_FULL: Final = 2

_INHERITED: "Final[list[sqlite3.Connection]]" = []
"""Connections that came along with a fork: closing one there could break the locks of the parent."""

JournalMode = Literal["wal", "delete"]


class StorageError(DossierError):
    """The file with the dossiers cannot be used now; the message says which file, what, and what to do."""


def engine_version() -> tuple[int, int, int]:
    """Return the version of the SQLite engine in use."""
    major, minor, patch = sqlite3.sqlite_version_info
    return major, minor, patch


def journal_mode_for(version: tuple[int, int, int]) -> JournalMode:
    """Choose WAL, or DELETE where WAL can corrupt the file.

    SQLite 3.7.0 to 3.51.2 has the WAL-reset bug (fixed in 3.51.3, and before that in 3.50.7 and 3.44.6); older
    engines have no WAL.
    """
    if version >= (3, 51, 3):
        return "wal"
    repaired = (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)
    return "wal" if repaired else "delete"


class Engine:
    """One database file; each thread keeps one open connection to it, and a forked process makes its own."""

    def __init__(self, path: Path, version: tuple[int, int, int] | None = None) -> None:
        self.path = path
        self._version = version or engine_version()
        self._open = threading.local()
        self._must_forget = False

    def connection(self) -> "sqlite3.Connection":
        """Return this thread's connection, opened and set at first use."""
        kept: tuple[int, sqlite3.Connection] | None = getattr(self._open, "kept", None)
        if kept is not None and kept[0] == os.getpid():
            return kept[1]
        if kept is not None:
            _INHERITED.append(kept[1])
        with explained(self.path):
            connection = self._connect()
        self._open.kept = (os.getpid(), connection)
        return connection

    def close(self) -> None:
        """Close this thread's connection; the next use opens a new one."""
        kept: tuple[int, sqlite3.Connection] | None = getattr(self._open, "kept", None)
        self._open.kept = None
        if kept is not None and kept[0] == os.getpid():
            kept[1].close()

    @contextmanager
    def reading(self) -> Iterator["sqlite3.Connection"]:
        """Give this thread's connection for reads, inside a transaction or not."""
        connection = self.connection()
        with explained(self.path):
            yield connection

    @contextmanager
    def write(self) -> Iterator["sqlite3.Connection"]:
        """Open a transaction that is a writer from its first statement; on leaving, all of it is on disk or none."""
        connection = self.connection()
        with explained(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk already ends the transaction by itself
                    connection.execute("ROLLBACK")
                raise
        if self._must_forget:
            self._empty_journal(connection, seconds=0)

    def forget(self) -> None:
        """Empty the journal after something was deleted for good.

        What cannot be done now is tried again after each write and at the next start: this never fails, for what was
        deleted is deleted.
        """
        self._must_forget = True
        trouble = self._empty_journal(self.connection(), FORGET_SECONDS)
        if trouble:
            log.warning("The journal was not emptied after a deletion (%s); it is tried again later.", trouble)

    def _empty_journal(self, connection: "sqlite3.Connection", seconds: int) -> str:
        """Try to, and say what is in the way, "" for nothing."""
        try:
            connection.execute(f"PRAGMA busy_timeout = {seconds * 1000}")
            self._must_forget = bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        except sqlite3.Error as error:
            return getattr(error, "sqlite_errorname", None) or type(error).__name__
        finally:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        return "in use" if self._must_forget else ""

    def _connect(self) -> "sqlite3.Connection":
        if self._version < _OLDEST:
            found = ".".join(map(str, self._version))
            raise StorageError(Trouble.UNUSABLE, f"SQLite {found} is too old: install 3.37 or newer, or pysqlite3.")
        _private_file(self.path)
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            self._set(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set(self, connection: "sqlite3.Connection") -> None:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        mode = journal_mode_for(self._version)
        found = _patiently(lambda: connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0])
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
        if found != mode or synchronous != _FULL:
            set_ = f"journal {found}, synchronous {synchronous}"
            raise StorageError(Trouble.UNUSABLE, f"{self.path}: cannot be kept safely ({set_}).")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an error of SQLite or of the disk into a StorageError that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        trouble, advice = _diagnosis(error)
        raise StorageError(trouble, f"{path}: {error}. {advice}") from error


def _diagnosis(error: Exception) -> tuple[Trouble, str]:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Trouble.BUSY, "Another program holds the file: try again."
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return Trouble.FULL, "The disk is full or fails: make room and try again."
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Trouble.DAMAGED, "The file is damaged or not ours: put a backup in its place."
    return Trouble.UNUSABLE, "Check that the folder exists and that you may write in it."


def _private_file(path: Path) -> None:
    """Make folder and file when they are not there, readable by this user only; SQLite gives -wal the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _patiently(step: Callable[[], str]) -> str:
    """Repeat a step for which SQLite does not wait by itself: changing the journal mode while others start."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return step()
        except sqlite3.OperationalError as error:
            if not str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            time.sleep(0.02)
