"""Notes on the cheat sheet: the lists, the form with what was typed, and a removed note that travels along."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import request, url_for

from workshop.domain.note import Note, NoteKind
from workshop.services.session import NoteChanged, RefusedNote
from workshop.web.clock import clock
from workshop.web.drawing.views import Mistake
from workshop.web.fields import sealing
from workshop.web.fields.sealing import Spoiled
from workshop.web.visit import Visit

TEXT: Final = "tekst"
SAID_BY: Final = "wie_zei_het"
SEEN: Final = "gezien"
"""What the form calls its fields: the words, who said them, and the note as it stood when the page was made."""
_NOTE: Final = "note"
_FIELDS: Final = {"text": TEXT, "said_by": SAID_BY, "": TEXT}


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note in a list; `about` is the title of its section, `edit` the address where its words can be changed."""

    code: str
    text: str
    said_by: str
    about: str
    when: str
    done: bool
    edit: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: a new note, or one that is being changed (`seal` holds it as it stood)."""

    text: str = ""
    said_by: str = ""
    seal: str = ""
    mistakes: tuple[Mistake, ...] = ()

    @property
    def wrong(self) -> frozenset[str]:
        """The fields with a mistake."""
        return frozenset(one.target for one in self.mistakes)


def note_rows(visit: Visit, kind: NoteKind, here: str) -> tuple[NoteRow, ...]:
    """Return the notes of a kind, those about the section `here` first, then the newest first."""
    titles = {one.code: one.title for one in visit.questionnaire.sections}
    found = [one for one in reversed(visit.dossier.notes) if one.kind is kind]
    return tuple(_row(visit, one, titles, here) for one in sorted(found, key=lambda one: (one.done, one.about != here)))


def sent() -> Typed:
    """Return what came back in the form."""
    form = request.form
    return Typed(form.get(TEXT, ""), form.get(SAID_BY, ""), form.get(SEEN, ""))


def changing(visit: Visit, code: str) -> Typed:
    """Return the form that changes a note; an empty one for a note that is not there."""
    found = next((one for one in visit.dossier.notes if one.code == code), None)
    return Typed(found.text, found.said_by, seal(visit, found)) if found else Typed()


def refused(visit: Visit, typed: Typed, error: RefusedNote) -> Typed:
    """Return what was typed with why it cannot be kept."""
    target = _FIELDS[error.problem.where]
    mistakes = (Mistake(target, visit.words(error.problem.key, **error.problem.values)),)
    return Typed(typed.text, typed.said_by, typed.seal, mistakes)


def clashing(visit: Visit, typed: Typed, error: NoteChanged) -> Typed:
    """Return what was typed with what somebody else made of the note: saving again is then meant."""
    now = error.now
    message = visit.words("web.session.wrong.changed", text=now.text, who=now.said_by or "–")
    return Typed(typed.text, typed.said_by, seal(visit, now), (Mistake(TEXT, message),))


def seal(visit: Visit, note: Note) -> str:
    """Write a note so that a form can carry it, signed for this dossier."""
    plain = (note.code, note.kind, note.text, note.said_by, note.about, note.at.isoformat(), note.done)
    return sealing.seal(visit, _NOTE, plain)


def unseal(visit: Visit, sealed: str) -> Note:
    """Read back what `seal` wrote; raises Spoiled."""
    plain = sealing.unseal(visit, _NOTE, sealed)
    if not isinstance(plain, list):
        raise Spoiled
    code, kind, text, said_by, about, at, done = plain
    return Note(code, NoteKind(kind), text, said_by, about, datetime.fromisoformat(at), done)


def _row(visit: Visit, note: Note, titles: dict[str, str], here: str) -> NoteRow:
    edit = url_for("session_sheet.show", dossier_id=visit.id, deel=here, notitie=note.code, _anchor="noteren")
    about = titles.get(note.about, "")
    return NoteRow(note.code, note.text, note.said_by, about, clock(note.at), note.done, edit)
