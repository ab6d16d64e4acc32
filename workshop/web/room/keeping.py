"""Keeping what a consultant changes in the report room: under his name, against what is kept now."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from flask import session, url_for

from workshop.domain.hand import FOREWORD, Change, Deed, Hand, hand
from workshop.domain.hand_plain import TITLE
from workshop.report.room import GapLine, Sheet, group_of
from workshop.services.editing import Edit, mark
from workshop.web.room.form import digest
from workshop.web.visit import WHO, NoDossier, Visit, enter


@dataclass(frozen=True)
class Room:
    """A dossier with what was changed in its report, and what can be."""

    visit: Visit
    hand: Hand
    sheet: Sheet

    def stood(self, kind: Deed, target: str) -> str:
        """Return the mark of what a change would replace."""
        return mark(self.hand, kind, target)

    @cached_property
    def stale(self) -> frozenset[str]:
        """The rewritten passages for which the program would now write something else than when that was done."""
        rewritten = (one for one in self.visit.dossier.changes if one.kind is Deed.REWRITE)
        stood = {one.target: one.value.get("stood", "") for one in rewritten if one.target in self.hand.texts}
        now = {one.id: digest(one.text) for one in self.sheet.passages}
        return frozenset(id_ for id_, mark_ in stood.items() if mark_ and now.get(id_, mark_) != mark_)

    def last_made(self, code: str) -> Change | None:
        """Return how something of one's own was made last, None when it never was; it may be taken away since."""
        own = (Deed.FINDING, Deed.ACTION)
        return next(
            (one for one in reversed(self.visit.dossier.changes) if one.kind in own and one.target == code), None
        )

    def named(self, target: str) -> str:
        """Return what a gap, a passage or something of one's own is called; a gap that is gone by its rule."""
        words = self.visit.words
        if target == FOREWORD:
            return words("hand.foreword.title")
        name = self._own_name(target) or self._name(target)
        gone = words("hand.unknown_gap", target=target.removeprefix("gap-")) if target else ""
        return (name or gone).rstrip(".")

    def _own_name(self, target: str) -> str:
        finding, action = self.hand.finding(target), self.hand.action(target)
        return finding.title if finding else action.text if action else ""

    def _name(self, target: str) -> str:
        named = (one.title for one in self.sheet.passages if target in (one.id, group_of(one.id)) and one.title)
        gap = self.sheet.gap(target.removesuffix(TITLE))
        return gap.title if gap else next(named, "")


def enter_room(dossier_id: str) -> Room:
    """Open a dossier to change its report."""
    return room_of(enter(dossier_id))


def room_of(visit: Visit) -> Room:
    """Return the room of an opened dossier."""
    state = hand(visit.dossier.changes, visit.dossier.notes)
    return Room(visit, state, visit.workshop.sheet(visit.response, state))


def keep(visit: Visit, who: str, edits: Iterable[Edit]) -> Visit:
    """Make these changes and remember who made them; returns the visit as it is after the commit.

    What `Editing.edit` raises passes through with nothing kept.
    """
    kept = visit.workshop.editing.edit(visit.id, visit.token, who, edits)
    if kept is None:
        raise NoDossier
    session[WHO] = who
    return Visit(visit.workshop, kept, visit.token)


def who_is(visit: Visit) -> str:
    """Return who worked here last: in this browser, else in this dossier."""
    changes = visit.dossier.changes
    return str(session.get(WHO, "")) or (changes[-1].who if changes else "")


def shown_gaps(sheet: Sheet) -> tuple[GapLine, ...]:
    """Return the gaps that stand in the report."""
    return tuple(one for one in sheet.gaps if one.hidden is None)


def back_to(visit: Visit, deed: str, target: str) -> str:
    """Return the address of the room after a deed, at what it was done to."""
    at = target or None
    return url_for("report_room.show", dossier_id=visit.id, deed=deed or None, bij=at, _anchor=at)
