"""Dossiers in a SQLite file."""

import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from workshop.domain.dossier import Dossier, Trouble
from workshop.domain.response import Length, Response
from workshop.storage.engine import Engine, StorageError
from workshop.storage.hand_records import decode_changes, encode_changes
from workshop.storage.migrations import bring_up_to_date
from workshop.storage.records import BrokenRecord, decode, encode

_BY_ID: Final = """
    SELECT id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand
    FROM dossiers
    WHERE id = ?
"""
_BY_KEY: Final = """
    SELECT id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand
    FROM dossiers
    WHERE token_hash = ?
"""
_ALL: Final = """
    SELECT id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand
    FROM dossiers
    ORDER BY updated DESC, id DESC
"""
_INSERT: Final = """
    INSERT INTO dossiers
        (id, token_hash, questionnaire, version, model, language, client, page, revision, answers, created, updated,
        length, judged_on, hand)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE: Final = """
    UPDATE dossiers
    SET questionnaire = ?, version = ?, model = ?, language = ?, client = ?, page = ?, revision = ?, answers = ?,
        updated = ?, length = ?, judged_on = ?, hand = ?
    WHERE id = ?
"""

_Row = tuple[str, bytes, str, str, str, str, str, str, int, str, str, str, str, str | None, str]


class SqliteDossiers:
    """The port `Dossiers` on one file; safe to share between threads, and between processes by its path."""

    def __init__(self, path: Path, money: Callable[[Response], frozenset[str]] = lambda _: frozenset()) -> None:
        """Open the file; `money` tells which codes of a response are euros, to be kept as whole cents."""
        self._engine = Engine(path)
        self._money = money
        bring_up_to_date(self._engine)

    def add(self, dossier: Dossier, token_hash: bytes) -> None:
        """Keep a new dossier; raises StorageError when the id or the token is already in use."""
        response = dossier.response
        with self._engine.write() as connection:
            connection.execute(
                _INSERT,
                (
                    dossier.id,
                    token_hash,
                    *(response.questionnaire, response.version, response.model, response.language),
                    *(response.client, dossier.page, dossier.revision, encode(response.answers, self._money(response))),
                    *(dossier.created.isoformat(), dossier.updated.isoformat()),
                    *_judging(response),
                    encode_changes(dossier.changes),
                ),
            )

    def get(self, dossier_id: str, token_hash: bytes) -> Dossier | None:
        """Return the dossier; None when it is not there or the token is not its own."""
        return self._select(_BY_ID, dossier_id, token_hash)

    def find(self, token_hash: bytes) -> Dossier | None:
        """Return the one dossier that this token opens, or None."""
        return self._select(_BY_KEY, token_hash, token_hash)

    def change(self, dossier_id: str, token_hash: bytes, change: Callable[[Dossier], Dossier]) -> Dossier | None:
        """Read, change and write in one immediate transaction; returns after the commit."""
        with self._engine.write() as connection:
            kept = self.get(dossier_id, token_hash)
            if kept is None:
                return None
            changed = replace(change(kept), id=kept.id, created=kept.created, revision=kept.revision + 1)
            response = changed.response
            connection.execute(
                _UPDATE,
                (
                    *(response.questionnaire, response.version, response.model, response.language),
                    *(response.client, changed.page, changed.revision, encode(response.answers, self._money(response))),
                    *(changed.updated.isoformat(), *_judging(response)),
                    *(encode_changes(changed.changes), changed.id),
                ),
            )
        return changed

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

    def _select(self, statement: str, key: str | bytes, token_hash: bytes) -> Dossier | None:
        with self._engine.reading() as connection:
            rows: list[_Row] = connection.execute(statement, (key,)).fetchall()
        if not rows or not hmac.compare_digest(rows[0][1], token_hash):
            return None
        with _readable(self._engine.path, rows[0][0]):
            return _dossier(rows[0])


def _judging(response: Response) -> tuple[str, str | None]:
    return str(response.length), response.on.isoformat() if response.on else None


def _dossier(row: _Row) -> Dossier:
    id_, _, questionnaire, version, model, language, client, page, revision, answers, created, updated = row[:12]
    length, judged_on, changes = row[12:]
    on = date.fromisoformat(judged_on) if judged_on else None
    response = Response(questionnaire, version, model, language, client, decode(answers), Length(length), on)
    times = datetime.fromisoformat(created), datetime.fromisoformat(updated)
    return Dossier(id_, response, revision, page, *times, decode_changes(changes))


@contextmanager
def _readable(path: Path, dossier_id: str) -> Iterator[None]:
    try:
        yield
    except (BrokenRecord, ValueError) as error:
        message = f"{path}: dossier {dossier_id} cannot be read ({error}). Put a backup in its place."
        raise StorageError(Trouble.DAMAGED, message) from error
