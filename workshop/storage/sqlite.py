"""Dossiers in a SQLite file."""

import hmac
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workshop.domain.dossier import Dossier, Trouble
from workshop.domain.edit import Edit
from workshop.domain.key import Key, KeyKind
from workshop.domain.limit import Limit, OverLimit
from workshop.domain.response import Length, Response
from workshop.language.tongue import Address
from workshop.storage import key_records
from workshop.storage.edit_records import add_edit, read_edits, write_edits
from workshop.storage.engine import Engine, StorageError
from workshop.storage.hand_records import decode_changes, encode_changes
from workshop.storage.migrations import bring_up_to_date
from workshop.storage.records import BrokenRecord, decode, encode
from workshop.storage.session_records import (
    decode_drafts,
    decode_notes,
    decode_session,
    encode_drafts,
    encode_notes,
    encode_session,
)

if TYPE_CHECKING:
    import sqlite3

_BY_ID: Final = """
    SELECT id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand, drafts, notes, session, address
    FROM dossiers
    WHERE id = ?
"""
_BY_KEY: Final = """
    SELECT id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand, drafts, notes, session, address
    FROM dossiers
    WHERE token_hash = ?
"""
_ALL: Final = """
    SELECT id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand, drafts, notes, session, address
    FROM dossiers
    ORDER BY updated DESC, id DESC
"""
_INSERT: Final = """
    INSERT INTO dossiers
        (id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand, drafts, notes, session, address)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE: Final = """
    UPDATE dossiers
    SET questionnaire = ?, version = ?, model = ?, language = ?, client = ?, page = ?, revision = ?, answers = ?,
        updated = ?, length = ?, judged_on = ?, hand = ?, drafts = ?, notes = ?, session = ?, address = ?
    WHERE id = ? AND revision = ?
"""
_NEWEST_FIRST: Final = """
    SELECT id
    FROM dossiers
    WHERE id IN (SELECT value FROM json_each(?))
    ORDER BY updated DESC, id DESC
"""
_NEW: Final = "SELECT count(*) FROM dossiers WHERE created > ?"
_REMOVE: Final = "DELETE FROM dossiers WHERE id = ?"

_Row = tuple[str, bytes, str, str, str, str, str, str, int, str, str, str, str, str | None, str, str, str, str, str]


class SqliteDossiers:
    """The port `Dossiers` on one file; safe to share between threads, and between processes by its path."""

    def __init__(self, path: Path, money: Callable[[Response], frozenset[str]] = lambda _: frozenset()) -> None:
        """Open the file; `money` tells which codes of a response are euros, to be kept as whole cents."""
        self._engine = Engine(path)
        self._money = money
        bring_up_to_date(self._engine)

    def add(self, dossier: Dossier, token_hash: bytes, edits: Iterable[Edit] = (), limit: Limit | None = None) -> None:
        """Keep a new dossier; raises StorageError when the id or the token is already in use."""
        response = dossier.response
        with self._engine.write() as connection:
            if limit and connection.execute(_NEW, (limit.since.isoformat(),)).fetchone()[0] >= limit.most:
                raise OverLimit(limit.seconds)
            connection.execute(
                _INSERT,
                (
                    dossier.id,
                    token_hash,
                    *(response.questionnaire, response.version, response.model, response.language),
                    *(response.client, dossier.page, dossier.revision, encode(response.answers, self._money(response))),
                    *(dossier.created.isoformat(), dossier.updated.isoformat()),
                    *_rest(dossier),
                ),
            )
            write_edits(connection, dossier.id, edits, self._money(response))

    def get(self, dossier_id: str, token_hash: bytes) -> Dossier | None:
        """Return the dossier; None when it is not there or the token is not its own."""
        found = self._select(_BY_ID, dossier_id)
        if found is None:
            return None
        own_hash, dossier = found
        return dossier if hmac.compare_digest(own_hash, token_hash) or self._opens(token_hash, dossier_id) else None

    def newest_first(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return which of these dossiers there are, the one changed last first."""
        with self._engine.reading() as connection:
            rows = connection.execute(_NEWEST_FIRST, (json.dumps(list(ids)),)).fetchall()
        return tuple(str(row[0]) for row in rows)

    def find(self, token_hash: bytes) -> Dossier | None:
        """Return the one dossier that this token opens, or None."""
        found = self._select(_BY_KEY, token_hash)
        if found is None:
            with self._engine.reading() as connection:
                dossier_id = key_records.dossier_of(connection, token_hash, KeyKind.DEVICE, None)
            found = self._select(_BY_ID, dossier_id) if dossier_id else None
        return found[1] if found else None

    def change(
        self,
        dossier_id: str,
        token_hash: bytes,
        change: Callable[[Dossier], Dossier],
        *,
        who: str = "",
        undoes: int = 0,
        seen: Dossier | None = None,
    ) -> Dossier | None:
        """Look, change and write in one immediate transaction; returns after the commit."""
        with self._engine.write() as connection:
            for kept in self._as_kept(dossier_id, token_hash, seen):
                try:
                    wanted = change(kept)
                except Exception:
                    if kept is seen:  # what it refuses may be outdated: ask again for what is kept now
                        continue
                    raise
                changed = replace(wanted, id=kept.id, created=kept.created, revision=kept.revision + 1)
                money = self._money(changed.response)
                if self._update(connection, changed, kept.revision, money):
                    add_edit(connection, kept, changed, who, undoes, money)
                    return changed
        return None

    def edits(self, dossier_id: str, token_hash: bytes, most: int = 200, before: int | None = None) -> tuple[Edit, ...]:
        """Return the newest edits first; none when the token is not that of this dossier."""
        if self.get(dossier_id, token_hash) is None:
            return ()
        return self.history(dossier_id, most, before)

    def history(self, dossier_id: str, most: int, before: int | None = None) -> tuple[Edit, ...]:
        """Return what `edits` does; for whoever owns this computer, so without a token."""
        with self._engine.reading() as connection, _readable(self._engine.path, dossier_id):
            return read_edits(connection, dossier_id, most, before)

    def remove(self, dossier_id: str, token_hash: bytes) -> bool:
        """Delete a dossier with all that hangs on it, and overwrite what stood there (secure_delete)."""
        with self._engine.write() as connection:
            if self.get(dossier_id, token_hash) is None:
                return False
            connection.execute(_REMOVE, (dossier_id,))
        self._engine.forget()
        return True

    def add_key(self, dossier_id: str, token_hash: bytes, key: Key) -> bool:
        """Keep a further key; tells whether the token was right."""
        with self._engine.write() as connection:
            if self.get(dossier_id, token_hash) is None:
                return False
            key_records.add_key(connection, dossier_id, key)
        return True

    def code(self, dossier_id: str, token_hash: bytes) -> Key | None:
        """Return the short code made last, which may be past its time."""
        if self.get(dossier_id, token_hash) is None:
            return None
        with self._engine.reading() as connection:
            return key_records.code_of(connection, dossier_id)

    def drop_codes(self, dossier_id: str, token_hash: bytes) -> bool:
        """Take the short code out of force."""
        with self._engine.write() as connection:
            if self.get(dossier_id, token_hash) is None:
                return False
            key_records.drop_codes(connection, dossier_id)
        return True

    def redeem(self, code_hash: bytes, key: Key, limit: Limit | None = None) -> Dossier | None:
        """Let a device in by a code that is in force, and keep its key; a wrong one is noted in one go."""
        with self._engine.write() as connection:
            if limit and key_records.count_tries(connection, limit.since) >= limit.most:
                raise OverLimit(limit.seconds)
            dossier_id = key_records.dossier_of(connection, code_hash, KeyKind.CODE, key.made)
            if dossier_id is None:
                if limit:
                    key_records.note_try(connection, limit)
                return None
            key_records.add_key(connection, dossier_id, key)
            found = self._select(_BY_ID, dossier_id)
        return found[1] if found else None

    def all(self) -> Iterator[Dossier]:
        """Walk over every dossier, the one changed last first; for whoever owns this computer, so without a token."""
        with self._engine.reading() as connection:
            rows: list[_Row] = connection.execute(_ALL).fetchall()
        for row in rows:
            with _readable(self._engine.path, row[0]):
                yield _dossier(row)

    def close(self) -> None:
        """Close the connection of this thread."""
        self._engine.close()

    def _select(self, statement: str, key: str | bytes) -> tuple[bytes, Dossier] | None:
        """Return the dossier with the hash of its own token."""
        with self._engine.reading() as connection:
            rows: list[_Row] = connection.execute(statement, (key,)).fetchall()
        if not rows:
            return None
        with _readable(self._engine.path, rows[0][0]):
            return rows[0][1], _dossier(rows[0])

    def _opens(self, token_hash: bytes, dossier_id: str) -> bool:
        with self._engine.reading() as connection:
            return key_records.dossier_of(connection, token_hash, KeyKind.DEVICE, None) == dossier_id

    def _as_kept(self, dossier_id: str, token_hash: bytes, seen: Dossier | None) -> Iterator[Dossier]:
        """Give the dossier as this visitor saw it, and then, should that be outdated, as it is kept now."""
        if seen is not None and seen.id == dossier_id:
            yield seen
        kept = self.get(dossier_id, token_hash)
        if kept is not None:
            yield kept

    def _update(self, connection: "sqlite3.Connection", dossier: Dossier, revision: int, money: frozenset[str]) -> bool:
        """Write a dossier over the one with this revision; tells whether that still stood there."""
        response = dossier.response
        written = connection.execute(
            _UPDATE,
            (
                *(response.questionnaire, response.version, response.model, response.language),
                *(response.client, dossier.page, dossier.revision, encode(response.answers, money)),
                *(dossier.updated.isoformat(), *_rest(dossier)),
                *(dossier.id, revision),
            ),
        )
        return written.rowcount == 1


def _rest(dossier: Dossier) -> tuple[str | None, ...]:
    """Return the values of the columns from `length` on."""
    response = dossier.response
    return (
        str(response.length),
        response.on.isoformat() if response.on else None,
        encode_changes(dossier.changes),
        encode_drafts(dossier.drafts),
        encode_notes(dossier.notes),
        encode_session(dossier.session),
        str(response.address),
    )


def _dossier(row: _Row) -> Dossier:
    id_, _, questionnaire, version, model, language, client, page, revision, answers, created, updated = row[:12]
    length, judged_on, changes, drafts, notes, session, address = row[12:]
    on = date.fromisoformat(judged_on) if judged_on else None
    pinned = (questionnaire, version, model, language, client)
    response = Response(*pinned, decode(answers), Length(length), on, Address(address))
    times = datetime.fromisoformat(created), datetime.fromisoformat(updated)
    dossier = Dossier(id_, response, revision, page, *times, decode_changes(changes), decode_drafts(drafts))
    return replace(dossier, notes=decode_notes(notes), session=decode_session(session))


@contextmanager
def _readable(path: Path, dossier_id: str) -> Iterator[None]:
    try:
        yield
    except (BrokenRecord, ValueError) as error:
        message = f"{path}: dossier {dossier_id} cannot be read ({error}). Put a backup in its place."
        raise StorageError(Trouble.DAMAGED, message) from error
