"""The history of answers in the table of edits: only ever added to, and gone with its dossier."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from workshop.domain.answer import Answer
from workshop.domain.dossier import Dossier
from workshop.domain.edit import Edit, difference
from workshop.storage.records import decode, encode

if TYPE_CHECKING:
    import sqlite3

_ADD: Final = """
    INSERT INTO edits (dossier_id, number, at, who, page, codes, before, after, undoes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NEWEST: Final = """
    SELECT number, at, who, page, codes, before, after, undoes
    FROM edits
    WHERE dossier_id = ? AND number < ?
    ORDER BY number DESC
    LIMIT ?
"""
NO_NUMBER: Final = 2**62
"""Above the number of every edit."""

_Row = tuple[int, str, str, str, str, str, str, int]


def add_edit(
    connection: "sqlite3.Connection", was: Dossier, now: Dossier, who: str, undoes: int, money: frozenset[str]
) -> None:
    """Note what a save changed, in the transaction of that save; nothing when no answer changed."""
    before, after = difference(was.response, now.response)
    if after:
        edit = Edit(now.revision, now.updated, who, now.page, before, after, undoes)
        write_edits(connection, now.id, (edit,), money)


def write_edits(
    connection: "sqlite3.Connection", dossier_id: str, edits: Iterable[Edit], money: frozenset[str]
) -> None:
    """Write edits as they are, in the transaction that is under way."""
    connection.executemany(_ADD, (_row(dossier_id, one, money) for one in edits))


def _row(dossier_id: str, edit: Edit, money: frozenset[str]) -> tuple[str | int, ...]:
    said = [{code: one for code, one in answers.items() if one is not None} for answers in (edit.before, edit.after)]
    before, after = (encode(one, money) for one in said)
    codes = json.dumps(edit.codes)
    return (dossier_id, edit.number, edit.at.isoformat(), edit.who, edit.page, codes, before, after, edit.undoes)


def read_edits(connection: "sqlite3.Connection", dossier_id: str, most: int, before: int | None) -> tuple[Edit, ...]:
    """Return at most so many edits with a number below `before`, the newest first."""
    bound = NO_NUMBER if before is None else before
    rows: list[_Row] = connection.execute(_NEWEST, (dossier_id, bound, most)).fetchall()
    known = cache(decode)  # what one save left is mostly what the next one found
    return tuple(_edit(row, known) for row in rows)


def _edit(row: _Row, known: Callable[[str], Mapping[str, Answer]]) -> Edit:
    number, at, who, page, raw_codes, raw_before, raw_after, undoes = row
    codes, before, after = json.loads(raw_codes), known(raw_before), known(raw_after)
    was, became = ({code: answers.get(code) for code in codes} for answers in (before, after))
    return Edit(number, datetime.fromisoformat(at), who, page, was, became, undoes)
