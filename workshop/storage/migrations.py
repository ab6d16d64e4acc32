"""Bringing a file up to date: the steps that it lacks, all of them or none."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from workshop.domain.dossier import Trouble
from workshop.storage.engine import Engine, StorageError, explained
from workshop.storage.schema import SET, STEPS

if TYPE_CHECKING:
    import sqlite3

MOST_CHECKED: Final = 64 * 1024 * 1024
"""Files up to this many bytes are checked for damage at every start (about 0.1 s)."""

_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
_HAS_MIGRATIONS = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"


def bring_up_to_date(engine: Engine) -> None:
    """Apply the missing steps in one transaction, and empty the journal; several processes may start at once.

    Raises StorageError when the file is damaged, no database of ours, or made by a newer version.
    """
    with explained(engine.path):
        connection = engine.connection()
        _refuse_damage(connection, engine.path)
        if _missing(connection, engine.path):
            with engine.write():
                _apply(connection, engine.path)
        engine.forget()


def _apply(connection: "sqlite3.Connection", path: Path) -> None:
    """Apply what is still missing now that we are the only writer."""
    from sqlite_utils import Database  # 0.1 s to import, and needed for a new or older file only
    from sqlite_utils.migrations import Migrations

    if not _missing(connection, path):
        return
    steps = Migrations(SET)
    for name, statement in STEPS.items():
        steps(name=name)(lambda database, statement=statement: database.execute(statement))
    steps.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


def _missing(connection: "sqlite3.Connection", path: Path) -> tuple[str, ...]:
    has_migrations = connection.execute(_HAS_MIGRATIONS).fetchone()[0]
    rows = connection.execute(_APPLIED, (SET,)).fetchall() if has_migrations else []
    applied = [str(row[0]) for row in rows]
    newer = [name for name in applied if name not in STEPS]
    if newer:
        raise StorageError(
            Trouble.NEWER, f"{path}: made by a newer version of this program ({newer[0]}). Update the program."
        )
    return tuple(name for name in STEPS if name not in applied)


def _refuse_damage(connection: "sqlite3.Connection", path: Path) -> None:
    if path.stat().st_size > MOST_CHECKED:
        return
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StorageError(Trouble.DAMAGED, f"{path}: {found}. Put a backup in its place.")
