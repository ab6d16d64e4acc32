"""What the report room shows, as plain data: the gaps in order, what is one's own, other texts, and all changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import url_for

from workshop.domain.hand import FOREWORD, OWN, Change, Deed, Horizon, Task
from workshop.domain.hand_order import GAP
from workshop.domain.hand_plain import TITLE
from workshop.language.dates import format_date
from workshop.language.tongue import Language
from workshop.report.room import GapLine, group_of
from workshop.web.clock import clock, local
from workshop.web.room.keeping import Room, shown_gaps
from workshop.web.room.parts import NEW_ACTION, NEW_FINDING

MOST_RECENT: Final = 5
"""So many changes stand there at once; the older ones unfold."""
_NAMED: Final = 200


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap that stands in the report; `marks` are the few words that tell what was changed in it.

    `up` and `down` are what the buttons send that give it the place of its neighbour; "" where there is none.
    """

    target: str
    name: str
    phase: str
    priority: str
    marks: tuple[str, ...]
    up: str
    down: str
    link: str
    hide: str


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """A gap that was left out."""

    target: str
    name: str
    reason: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Something of one's own, or a chapter with texts; `about` says in a few words what."""

    code: str
    name: str
    about: str
    link: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change that was made; `text` is what was written then, "" when nothing was."""

    what: str
    reason: str
    text: str
    who: str
    when: str


def gap_rows(room: Room) -> tuple[GapRow, ...]:
    """Return the gaps of the report in its order."""
    shown = shown_gaps(room.sheet)
    return tuple(
        GapRow(
            one.target,
            one.title,
            one.phase or room.visit.words("report.gaps.whole_business"),
            room.visit.words("hand.room.priority", number=str(one.priority)) if one.priority else "",
            tuple(_marks(room, one)),
            up=f"op-{one.target}:{shown[at - 1].place}" if at else "",
            down=f"neer-{one.target}:{shown[at + 1].place}" if at < len(shown) - 1 else "",
            link=_page(room, "tekst", one.target),
            hide=_page(room, "verberg", one.target),
        )
        for at, one in enumerate(shown)
    )


def hidden_rows(room: Room) -> tuple[HiddenRow, ...]:
    """Return the gaps that were left out."""
    found = ((one, one.hidden) for one in room.sheet.gaps)
    return tuple(
        HiddenRow(one.target, one.title, hidden.reason, hidden.who, _day(room, hidden.when))
        for one, hidden in found
        if hidden
    )


def asleep(room: Room) -> int:
    """Return how many gaps were changed that are not in this report: other answers, or another phase model."""
    state, there = room.hand, {one.target for one in room.sheet.gaps}
    changed = {*state.hidden, *state.tasks, *(group_of(one) for one in state.texts if one.startswith(GAP))}
    return len(changed - there)


def finding_rows(room: Room) -> tuple[OwnRow, ...]:
    """Return the own findings."""
    return tuple(OwnRow(one.code, one.title, "", _page(room, "eigen", one.code)) for one in room.hand.findings)


def action_rows(room: Room) -> tuple[OwnRow, ...]:
    """Return the own actions with when, who and the day."""
    return tuple(
        OwnRow(one.code, one.text, _about(room, one.within, one.task), _page(room, "eigen", one.code))
        for one in room.hand.actions
    )


def chapter_rows(room: Room) -> tuple[OwnRow, ...]:
    """Return the chapters whose texts can be rewritten, the gaps left out: those have a row of their own."""
    groups: dict[str, list[str]] = {}
    for one in room.sheet.passages:
        if not (one.id.startswith(GAP) or one.id.endswith(TITLE)):
            groups.setdefault(group_of(one.id), []).append(one.title)
    return tuple(
        OwnRow(group, titles[0], " · ".join(_rewritten(room, group)), _page(room, "tekst", group))
        for group, titles in groups.items()
    )


def change_rows(room: Room) -> tuple[tuple[ChangeRow, ...], tuple[ChangeRow, ...]]:
    """Return all changes, the newest first: the latest few, and those before."""
    rows = tuple(_change(room, one) for one in reversed(room.visit.dossier.changes))
    return rows[:MOST_RECENT], rows[MOST_RECENT:]


def links(room: Room) -> dict[str, str]:
    """Return where the foreword is written and something new is made."""
    pages = {"foreword": ("tekst", FOREWORD), "finding": ("eigen", NEW_FINDING), "action": ("eigen", NEW_ACTION)}
    return {key: _page(room, *there) for key, there in pages.items()}


def _marks(room: Room, gap: GapLine) -> Iterator[str]:
    words = room.visit.words
    yield from _rewritten(room, gap.target)
    if gap.task.owner:
        yield gap.task.owner
    if gap.task.on:
        yield words("hand.room.before", date=format_date(gap.task.on, _tongue(room)))


def _rewritten(room: Room, group: str) -> Iterator[str]:
    """Say how many texts of a gap or chapter were rewritten, and whether the program now says something else."""
    many = sum(group_of(one) == group for one in room.hand.texts)
    if many:
        yield room.visit.words.plural("hand.room.rewritten", many)
    if any(group_of(one) == group for one in room.stale):
        yield room.visit.words("hand.room.check")


def _about(room: Room, within: Horizon, task: Task) -> str:
    words = room.visit.words
    when = words(f"hand.action.within_{within}")
    day = words("hand.room.before", date=format_date(task.on, _tongue(room))) if task.on else ""
    return " · ".join(filter(None, (when, task.owner, day)))


def _change(room: Room, one: Change) -> ChangeRow:
    words = room.visit.words
    named = one.value.get("title") or (one.value.get("text") if one.kind is Deed.ACTION else "")
    what = words(f"hand.did.{one.kind}", what=_short(named or room.named(_plain(one.target))))
    text = one.value.get("text", "") if one.kind in {Deed.REWRITE, Deed.FOREWORD} else ""
    return ChangeRow(what, one.reason, text, one.who, f"{_day(room, one.when)}, {clock(one.when)}")


def _plain(target: str) -> str:
    """Return what a passage of an own finding belongs to."""
    return target.removeprefix(OWN).partition(".")[0] if target.startswith(OWN) else target


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _NAMED else f"{line[: _NAMED - 1]}…"


def _page(room: Room, page: str, name: str) -> str:
    return url_for("report_room_pages.show", dossier_id=room.visit.id, page=page, name=name)


def _day(room: Room, moment: datetime) -> str:
    return format_date(local(moment).date(), _tongue(room))


def _tongue(room: Room) -> Language:
    return room.visit.language
