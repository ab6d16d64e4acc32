"""Drafts, notes and the running session of a dossier, as the JSON that is stored."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from workshop.domain.dossier import Draft
from workshop.domain.note import Note, NoteKind, Session
from workshop.storage.records import BrokenRecord, Json


def encode_drafts(drafts: Mapping[str, Draft]) -> str:
    """Write what was typed by question, each as a list of names and values."""
    return json.dumps(drafts, separators=(",", ":"))


def decode_drafts(text: str) -> dict[str, Draft]:
    """Read it back; raises BrokenRecord when it is not what `encode_drafts` wrote."""
    try:
        return {
            code: tuple((str(name), str(value)) for name, value in typed) for code, typed in json.loads(text).items()
        }
    except (ValueError, TypeError, AttributeError) as error:
        raise BrokenRecord(f"drafts: {error}") from error


def encode_notes(notes: Iterable[Note]) -> str:
    """Write notes as one JSON list, in their order."""
    return json.dumps([_plain_note(one) for one in notes], separators=(",", ":"))


def decode_notes(text: str) -> tuple[Note, ...]:
    """Read them back; raises BrokenRecord when the list is not one that `encode_notes` wrote."""
    try:
        return tuple(map(_note, json.loads(text)))
    except (KeyError, ValueError, TypeError) as error:
        raise BrokenRecord(f"notes: {type(error).__name__}: {error}") from error


def encode_session(session: Session) -> str:
    """Write a running session as JSON."""
    return json.dumps(
        {
            "minutes": session.minutes,
            "shown": session.shown,
            "began": session.began and session.began.isoformat(),
            "shown_since": session.shown_since and session.shown_since.isoformat(),
            "covered": session.covered,
        },
        separators=(",", ":"),
    )


def decode_session(text: str) -> Session:
    """Read it back; raises BrokenRecord when it is not what `encode_session` wrote; {} is no session."""
    try:
        raw: Json = json.loads(text)
        times = _moment(raw.get("began")), _moment(raw.get("shown_since"))
        covered = bool(raw.get("covered", False))
        return Session(int(raw.get("minutes", 0)), str(raw.get("shown", "")), *times, covered)
    except (ValueError, TypeError, AttributeError) as error:
        raise BrokenRecord(f"session: {error}") from error


def _plain_note(note: Note) -> Json:
    return {
        "code": note.code,
        "kind": str(note.kind),
        "text": note.text,
        "said_by": note.said_by,
        "about": note.about,
        "at": note.at.isoformat(),
        "done": note.done,
    }


def _note(raw: Json) -> Note:
    text, said_by, about = (str(raw[name]) for name in ("text", "said_by", "about"))
    at = datetime.fromisoformat(raw["at"])
    return Note(str(raw["code"]), NoteKind(raw["kind"]), text, said_by, about, at, bool(raw["done"]))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
