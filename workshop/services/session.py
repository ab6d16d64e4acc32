"""Leading a session: what the big screen shows, which run sheet runs, and the notes made on the way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workshop.domain.answer import Problem
from workshop.domain.dossier import LONGEST_WHO
from workshop.domain.note import LONGEST_NOTE, MOST_NOTES, Note, NoteKind, Session
from workshop.language.text import clean_text
from workshop.services.intake import hash_token, utc_now
from workshop.services.ports import Dossier, Dossiers


class RefusedNote(Exception):
    """A note cannot be kept as it was typed; nothing was kept. `problem.where` is "text", "said_by" or "" (no room)."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem


class NoteGone(LookupError):
    """There is no note with this code (any more)."""


class NoteChanged(Exception):
    """Somebody else changed this note in the meantime; nothing was kept. `now` is how it stands."""

    def __init__(self, now: Note) -> None:
        super().__init__(now.code)
        self.now = now


@dataclass(frozen=True, slots=True)
class Sessions:
    """The service of a session; a wrong token and an unknown id both give None.

    Notes belong to the dossier; what the session itself is doing does not count as a change of it.
    Every method raises DossierError when the store cannot do its work.
    """

    dossiers: Dossiers
    clock: Callable[[], datetime] = utc_now

    def show(self, dossier_id: str, token: str, section: str) -> Dossier | None:
        """Put a section on the big screen, "" for none."""
        now = self.clock()
        return self._run(dossier_id, token, lambda was: replace(was, shown=section, shown_since=now))

    def cover(self, dossier_id: str, token: str, covered: bool) -> Dossier | None:
        """Show the questions on the screen without or with their answers."""
        return self._run(dossier_id, token, lambda was: replace(was, covered=covered))

    def choose(self, dossier_id: str, token: str, minutes: int) -> Dossier | None:
        """Choose the run sheet of so many minutes; a clock runs on, unless its time was over already."""
        now = self.clock()

        def chosen(was: Session) -> Session:
            over = was.began is None or now - was.began >= timedelta(minutes=was.minutes)
            return replace(was, minutes=minutes, began=None if over else was.began)

        return self._run(dossier_id, token, chosen)

    def begin(self, dossier_id: str, token: str) -> Dossier | None:
        """Start the clock of the session, or start it again."""
        now = self.clock()
        return self._run(dossier_id, token, lambda was: replace(was, began=now))

    def stop(self, dossier_id: str, token: str) -> Dossier | None:
        """Take the clock away."""
        return self._run(dossier_id, token, lambda was: replace(was, began=None))

    def add(self, dossier_id: str, token: str, kind: NoteKind, text: str, said_by: str, about: str) -> Dossier | None:
        """Add a note about a section ("" for the whole); the same note twice in a row is kept once.

        Raises RefusedNote.
        """
        words, name, now = *_judged(text, said_by), self.clock()

        def added(notes: tuple[Note, ...]) -> tuple[Note, ...]:
            note = Note(_next_code(notes), kind, words, name, about, now)
            if notes and replace(notes[-1], code=note.code, at=now) == note:
                return notes
            return (*_with_room(notes), note)

        return self._note(dossier_id, token, added)

    def rewrite(self, dossier_id: str, token: str, seen: Note, text: str, said_by: str) -> Dossier | None:
        """Change the words of a note as it was seen; raises RefusedNote, NoteGone and NoteChanged."""
        words, name = _judged(text, said_by)

        def rewritten(notes: tuple[Note, ...]) -> tuple[Note, ...]:
            now = _find(notes, seen.code)
            new = replace(now, text=words, said_by=name)
            if (now.text, now.said_by) not in ((seen.text, seen.said_by), (words, name)):
                raise NoteChanged(now)
            return tuple(new if one.code == now.code else one for one in notes)

        return self._note(dossier_id, token, rewritten)

    def finish(self, dossier_id: str, token: str, code: str, done: bool) -> Dossier | None:
        """Say that a parked point is dealt with, or that it is not; raises NoteGone."""

        def finished(notes: tuple[Note, ...]) -> tuple[Note, ...]:
            found = replace(_find(notes, code), done=done)
            return tuple(found if one.code == code else one for one in notes)

        return self._note(dossier_id, token, finished)

    def remove(self, dossier_id: str, token: str, code: str) -> Dossier | None:
        """Take a note away; one that is gone already stays so."""
        return self._note(dossier_id, token, lambda notes: tuple(one for one in notes if one.code != code))

    def put_back(self, dossier_id: str, token: str, note: Note) -> Dossier | None:
        """Put a note back where it stood; raises RefusedNote when there is no room left."""

        def returned(notes: tuple[Note, ...]) -> tuple[Note, ...]:
            if note in notes:
                return notes
            taken = any(one.code == note.code for one in notes)
            back = replace(note, code=_next_code(notes)) if taken else note
            return tuple(sorted((*_with_room(notes), back), key=lambda one: one.at))

        return self._note(dossier_id, token, returned)

    def _run(self, dossier_id: str, token: str, turn: Callable[[Session], Session]) -> Dossier | None:
        return self.dossiers.change(
            dossier_id, hash_token(token), lambda kept: replace(kept, session=turn(kept.session))
        )

    def _note(
        self, dossier_id: str, token: str, change: Callable[[tuple[Note, ...]], tuple[Note, ...]]
    ) -> Dossier | None:
        now = self.clock()
        return self.dossiers.change(
            dossier_id, hash_token(token), lambda kept: replace(kept, notes=change(kept.notes), updated=now)
        )


def _judged(text: str, said_by: str) -> tuple[str, str]:
    """Return the words and the name as they are kept; raises RefusedNote for what cannot be."""
    words, name = clean_text(text), " ".join(clean_text(said_by).split())
    if not words:
        raise RefusedNote(Problem("text", "web.session.wrong.empty", {}))
    for where, given, most in (("text", words, LONGEST_NOTE), ("said_by", name, LONGEST_WHO)):
        if len(given) > most:
            values = {"n": str(len(given)), "most": str(most)}
            raise RefusedNote(Problem(where, f"web.session.wrong.long_{where}", values))
    return words, name


def _with_room(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return the notes when one more may be added; raises RefusedNote."""
    if len(notes) >= MOST_NOTES:
        raise RefusedNote(Problem("", "web.session.wrong.full", {"most": str(MOST_NOTES)}))
    return notes


def _find(notes: tuple[Note, ...], code: str) -> Note:
    found = next((one for one in notes if one.code == code), None)
    if found is None:
        raise NoteGone(code)
    return found


def _next_code(notes: tuple[Note, ...]) -> str:
    numbers = [int(one.code[1:]) for one in notes if one.code[1:].isdigit()]
    return f"n{max(numbers, default=0) + 1}"
