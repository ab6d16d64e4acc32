"""The notes of a session as they stand in an answers file: read whole or not at all, every mistake named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, cast

from workshop.content.moment import read_moment
from workshop.domain.answer import Problem
from workshop.domain.dossier import LONGEST_WHO, clean_who
from workshop.domain.note import LONGEST_NOTE, MOST_NOTES, Note, NoteKind
from workshop.domain.validity import echo
from workshop.language.text import clean_text

_KEYS: Final = frozenset({"code", "kind", "text", "said_by", "about", "at", "done"})
_CODE: Final = re.compile(r"n[1-9][0-9]{0,5}")
_ABOUT: Final = re.compile(r"[a-z0-9_]{0,80}")

Problems = tuple[Problem, ...]


def plain_notes(notes: Iterable[Note]) -> list[dict[str, object]]:
    """Return notes as `read_notes` reads them back."""
    return [
        {
            "code": one.code,
            "kind": str(one.kind),
            "text": one.text,
            "said_by": one.said_by,
            "about": one.about,
            "at": one.at.isoformat(),
            "done": one.done,
        }
        for one in notes
    ]


def read_notes(raw: object) -> tuple[tuple[Note, ...], Problems]:
    """Read the list under "notes"; a problem points into it: "notes.2.text" is the text of the second note."""
    if not isinstance(raw, list):
        return (), (Problem("notes", "note_file.list", {}),)
    if len(raw) > MOST_NOTES:
        return (), (Problem("notes", "note_file.room", {"most": str(MOST_NOTES), "given": str(len(raw))}),)
    notes: list[Note] = []
    problems: list[Problem] = []
    for number, one in enumerate(raw, start=1):
        wrong = tuple(_wrong(one, f"notes.{number}", {note.code for note in notes}))
        problems.extend(wrong)
        if not wrong:
            notes.append(_note(one))
    return tuple(notes), tuple(problems)


def _wrong(raw: object, where: str, taken: set[str]) -> Iterator[Problem]:
    if not isinstance(raw, Mapping):
        yield Problem(where, "note_file.note", {})
        return
    yield from (Problem(f"{where}.{echo(str(key))}", "note_file.unknown", {}) for key in raw if key not in _KEYS)
    code, about = raw.get("code"), raw.get("about", "")
    if not isinstance(code, str) or not _CODE.fullmatch(code) or code in taken:
        yield Problem(f"{where}.code", "note_file.code", {})
    if raw.get("kind") not in tuple(NoteKind):
        yield Problem(f"{where}.kind", "note_file.kind", {"known": ", ".join(NoteKind)})
    if not isinstance(about, str) or not _ABOUT.fullmatch(about):
        yield Problem(f"{where}.about", "note_file.about", {})
    if read_moment(raw.get("at")) is None:
        yield Problem(f"{where}.at", "note_file.at", {})
    if not isinstance(raw.get("done", False), bool):
        yield Problem(f"{where}.done", "note_file.done", {})
    yield from _texts(raw, where)


def _texts(raw: Mapping[str, object], where: str) -> Iterator[Problem]:
    """Look at what somebody typed: the note itself, and who said it."""
    for key, most, least in (("text", LONGEST_NOTE, 1), ("said_by", LONGEST_WHO, 0)):
        text = raw.get(key, "")
        if not isinstance(text, str) or len(clean_text(text)) < least:
            yield Problem(f"{where}.{key}", "note_file.text", {})
        elif len(clean_text(text)) > most:
            yield Problem(f"{where}.{key}", "note_file.too_long", {"most": str(most)})


def _note(raw: Mapping[str, object]) -> Note:
    return Note(
        str(raw["code"]),
        NoteKind(str(raw["kind"])),
        clean_text(str(raw["text"])),
        clean_who(str(raw.get("said_by", ""))),
        str(raw.get("about", "")),
        cast("datetime", read_moment(raw["at"])),
        raw.get("done", False) is True,
    )
