"""The pieces that come along from an edited report, between showing them and keeping them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from werkzeug.exceptions import BadRequest

from workshop.domain.hand import Deed, Hand
from workshop.language.dates import format_date
from workshop.language.messages import Words
from workshop.report.keep.deeds import Deeds, Wanted
from workshop.report.keep.merge import Merged
from workshop.report.keep.saying import Told
from workshop.services.editing import Edit, mark
from workshop.web.room.form import digest
from workshop.web.room.keeping import Room

_MOST_CARRIED: Final = 100_000
"""Characters of what stays behind that a page takes along."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A change to keep: `fresh` is the new text of the report where that changed too, `stood` marks what is kept now.

    `taken` tells whether the visitor wants it.
    """

    wanted: Wanted
    fresh: str
    stood: str
    taken: bool = True

    @property
    def wish(self) -> Edit:
        """The change to make."""
        return Edit(self.wanted.kind, self.wanted.target, self.wanted.value, stood=self.stood)

    def told(self, words: Words) -> str:
        """What it says: the text, or who and when."""
        value = self.wanted.value
        if self.wanted.kind is Deed.REWRITE:
            return value["text"]
        day = value.get("on", "")
        parts = ((words("keep.room.owner"), value.get("owner", "")), (words("keep.room.day"), _day(day, words)))
        return "\n".join(f"{name}: {said or words('keep.room.none')}" for name, said in parts)


def pieces_of(found: Deeds, merged: Merged, room: Room) -> tuple[Piece, ...]:
    """What can be kept, with the new text beside it where the report changed too."""
    fresh, state = {one.id: one.fresh for one in merged.conflicts}, room.hand
    own = {one.id: digest(one.text) for one in room.sheet.passages}
    return tuple(
        Piece(_with_own(one, own), fresh.get(one.target, ""), mark(state, one.kind, one.target)) for one in found.wanted
    )


def _with_own(one: Wanted, own: Mapping[str, str]) -> Wanted:
    """A rewritten text with the mark of the text of the program, so that the room tells when that changes."""
    if one.kind is not Deed.REWRITE or one.target not in own:
        return one
    return replace(one, value={**one.value, "stood": own[one.target]})


def carried(pieces: Iterable[Piece]) -> str:
    """Pieces as text for a hidden field."""
    plain = [
        {
            "kind": one.wanted.kind,
            "target": one.wanted.target,
            "title": one.wanted.title,
            "value": dict(one.wanted.value),
            "fresh": one.fresh,
            "stood": one.stood,
        }
        for one in pieces
    ]
    return json.dumps(plain, ensure_ascii=False)


def read_pieces(text: str, taken: Iterable[str]) -> tuple[Piece, ...]:
    """Read what `carried` gave; `taken` are the numbers that are ticked. Raises BadRequest for anything else."""
    ticked = frozenset(taken)
    try:
        return tuple(_piece(raw, taken=str(at) in ticked) for at, raw in enumerate(json.loads(text)))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadRequest from error


def carried_rest(rest: Iterable[Told]) -> str:
    """What stays behind as text for a hidden field; a very long list is cut."""
    room, plain = _MOST_CARRIED, []
    for one in rest:
        lines = [line for line in one.lines if (room := room - len(line)) > 0]
        plain.append([one.title, lines])
    return json.dumps(plain, ensure_ascii=False)


def read_rest(text: str) -> tuple[Told, ...]:
    """Read what `carried_rest` gave; raises BadRequest for anything else."""
    try:
        return tuple(Told(str(title), tuple(map(str, lines))) for title, lines in json.loads(text))
    except (ValueError, TypeError, RecursionError) as error:
        raise BadRequest from error


def renewed(pieces: Iterable[Piece], clashing: Iterable[Edit], state: Hand) -> tuple[Piece, ...]:
    """The pieces with what stands there now beside those that another window changed."""
    targets = {one.target for one in clashing}
    return tuple(
        replace(one, stood=mark(state, one.wanted.kind, one.wanted.target), fresh=_now(one, state))
        if one.wanted.target in targets
        else one
        for one in pieces
    )


def _now(one: Piece, state: Hand) -> str:
    return state.text(one.wanted.target) or one.fresh if one.wanted.kind is Deed.REWRITE else one.fresh


def _piece(raw: Mapping[str, object], *, taken: bool) -> Piece:
    value = raw["value"]
    if not isinstance(value, dict):
        raise TypeError
    held = {str(key): str(one) for key, one in value.items()}
    wanted = Wanted(Deed(str(raw["kind"])), str(raw["target"]), held, str(raw["title"]))
    if wanted.kind is Deed.REWRITE and "text" not in held:
        raise KeyError
    if held.get("on"):
        date.fromisoformat(held["on"])
    return Piece(wanted, str(raw["fresh"]), str(raw["stood"]), taken)


def _day(text: str, words: Words) -> str:
    return format_date(date.fromisoformat(text), words.language) if text else ""
