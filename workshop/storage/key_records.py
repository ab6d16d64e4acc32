"""The further keys of a dossier: one per device that came in by a short code, and the code in force."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from workshop.domain.key import Key, KeyKind
from workshop.domain.limit import Limit

if TYPE_CHECKING:
    import sqlite3

_ADD: Final = "INSERT INTO keys (token_hash, dossier_id, kind, made, until) VALUES (?, ?, ?, ?, ?)"
_OPENS: Final = "SELECT dossier_id FROM keys WHERE token_hash = ? AND kind = ? AND (until IS NULL OR until > ?)"
_CODE: Final = "SELECT token_hash, made, until FROM keys WHERE dossier_id = ? AND kind = 'code' ORDER BY made DESC"
_DROP_CODES: Final = "DELETE FROM keys WHERE dossier_id = ? AND kind = 'code'"
_DROP_TRIES: Final = "DELETE FROM tries WHERE at <= ?"
_TRY: Final = "INSERT INTO tries (at) VALUES (?)"
_TRIES: Final = "SELECT count(*) FROM tries WHERE at > ?"


def add_key(connection: "sqlite3.Connection", dossier_id: str, key: Key) -> None:
    """Keep a key; a new code takes the place of an older one."""
    if key.kind is KeyKind.CODE:
        drop_codes(connection, dossier_id)
    until = key.until.isoformat() if key.until else None
    connection.execute(_ADD, (key.token_hash, dossier_id, str(key.kind), key.made.isoformat(), until))


def dossier_of(connection: "sqlite3.Connection", token_hash: bytes, kind: KeyKind, now: datetime | None) -> str | None:
    """Return the id of the dossier that this key opens; None for no key, or one that is past its time.

    Without `now` only a key without an end opens.
    """
    row = connection.execute(_OPENS, (token_hash, str(kind), now and now.isoformat())).fetchone()
    return str(row[0]) if row else None


def code_of(connection: "sqlite3.Connection", dossier_id: str) -> Key | None:
    """Return the short code that was made last; it may be past its time."""
    row = connection.execute(_CODE, (dossier_id,)).fetchone()
    if row is None:
        return None
    until = datetime.fromisoformat(row[2]) if row[2] else None
    return Key(row[0], KeyKind.CODE, datetime.fromisoformat(row[1]), until)


def drop_codes(connection: "sqlite3.Connection", dossier_id: str) -> None:
    """Take the short code of a dossier out of force."""
    connection.execute(_DROP_CODES, (dossier_id,))


def count_tries(connection: "sqlite3.Connection", since: datetime) -> int:
    """Count the wrong codes since this moment, of all visitors together."""
    return int(connection.execute(_TRIES, (since.isoformat(),)).fetchone()[0])


def note_try(connection: "sqlite3.Connection", limit: Limit) -> None:
    """Note a wrong code, and forget those that no longer count."""
    connection.execute(_DROP_TRIES, (limit.since.isoformat(),))
    connection.execute(_TRY, (limit.now.isoformat(),))
