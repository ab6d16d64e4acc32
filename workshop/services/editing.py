"""The consultant's hand on a kept dossier: changes are added, never altered, and nobody overwrites another unseen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from workshop.domain.answer import Problem
from workshop.domain.hand import NO_HAND, Change, Deed, Hand, after, hand, next_code
from workshop.domain.hand_plain import cleaned, judged, room
from workshop.services.intake import hash_token, utc_now
from workshop.services.ports import Dossier, Dossiers

_LENGTH = 16
_MAKES = frozenset({Deed.FINDING, Deed.ACTION})


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that someone wants; `stood` is the mark of what stood there when he saw it, None for "whatever"."""

    kind: Deed
    target: str = ""
    value: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    stood: str | None = None


class RefusedChange(Exception):
    """A change cannot be made; nothing was kept. `wrong` holds what is wrong with each edit, in their order."""

    def __init__(self, wrong: tuple[tuple[Edit, Problem], ...]) -> None:
        super().__init__(", ".join(f"{edit.kind} {problem.where}" for edit, problem in wrong))
        self.wrong = wrong


class ChangedElsewhere(Exception):
    """Someone else changed the same since these edits were made; nothing was kept. `edits` are those that clash."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        super().__init__(", ".join(f"{one.kind} {one.target}" for one in edits))
        self.edits = edits


class NoRoom(Exception):
    """The report holds as many changes as it can; nothing was kept."""


def mark(state: Hand, kind: Deed, target: str) -> str:
    """Return a short mark of what a change would replace: the same state has the same mark on every computer."""
    return sha256(repr(state.stands(kind, target)).encode()).hexdigest()[:_LENGTH]


@dataclass(frozen=True, slots=True)
class Editing:
    """The service that the report room calls; a wrong token and an unknown id both give None."""

    dossiers: Dossiers
    clock: Callable[[], datetime] = utc_now

    def edit(self, dossier_id: str, token: str, who: str, edits: Iterable[Edit]) -> Dossier | None:
        """Make these changes, all or none, in one transaction; a edit that changes nothing is not noted.

        Raises RefusedChange, ChangedElsewhere or NoRoom, and DossierError when the store cannot do its work.
        """
        wanted = tuple(edits)

        def change(kept: Dossier) -> Dossier:
            now = self.clock()
            changes = added(kept.changes, wanted, who, now)
            return replace(kept, changes=changes, updated=now)

        return self.dossiers.change(dossier_id, hash_token(token), change)


def added(changes: tuple[Change, ...], edits: Iterable[Edit], who: str, when: datetime) -> tuple[Change, ...]:
    """Return the changes with these edits behind them; raises as `Editing.edit` does."""
    seen, wrong, clashing = hand(changes), list[tuple[Edit, Problem]](), list[Edit]()
    state = seen
    for edit in edits:
        one = cleaned(Change(edit.kind, _target(edit, changes), edit.value, edit.reason, who, when))
        problems = judged(one)
        wrong += [(edit, problem) for problem in problems]
        if problems or _same(state, one):
            continue
        if _is_new(edit, changes):
            one = replace(one, target=next_code(changes, edit.kind))
        elif edit.stood not in (None, mark(seen, edit.kind, edit.target)):
            clashing.append(edit)
        changes, state = (*changes, one), after(state, one)
    if wrong:
        raise RefusedChange(tuple(wrong))
    if clashing:
        raise ChangedElsewhere(tuple(clashing))
    if not room(changes):
        raise NoRoom
    return changes


def _target(edit: Edit, changes: tuple[Change, ...]) -> str:
    """Give something new a code of its own."""
    return edit.target or (next_code(changes, edit.kind) if edit.kind in _MAKES else "")


def _is_new(edit: Edit, changes: tuple[Change, ...]) -> bool:
    """Tell whether this was made where nothing stood: then it never takes the place of what got its code just now."""
    return edit.kind in _MAKES and edit.stood == mark(NO_HAND, edit.kind, edit.target) and _taken(edit.target, changes)


def _taken(target: str, changes: tuple[Change, ...]) -> bool:
    return any(one.target == target for one in changes)


def _same(state: Hand, one: Change) -> bool:
    """Tell whether a change would leave everything as it is."""
    return after(state, one).stands(one.kind, one.target) == state.stands(one.kind, one.target)
