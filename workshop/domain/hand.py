"""The consultant's hand: every change that a person makes in a report, and the state that they add up to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

from workshop.domain.note import Note

Values = Mapping[str, str]
Held = TypeVar("Held")
FOREWORD: Final = "foreword"
"""The passage of the foreword."""
OWN: Final = "own-"
"""What the passages of an own finding begin with: "own-f1.see"."""
PARTS: Final = ("see", "advice", "first_step")
"""The passages of an own finding."""


class Deed(StrEnum):
    """What a change does; the text behind it says what it takes besides a target."""

    HIDE = "hide"
    """Leave a gap out of the report, with a reason."""
    SHOW = "show"
    """Bring a hidden gap back."""
    MOVE = "move"
    """Give a gap another place in the order: "place", counted from 1 over all gaps, hidden ones too."""
    REWRITE = "rewrite"
    """Put another "text" (Markdown) in the place of a passage, or of the title of a gap ("<gap>.title")."""
    ORIGINAL = "original"
    """Put the text of the program back."""
    FINDING = "finding"
    """Make or change an own finding: "title", "see", "advice", "first_step"."""
    DROP_FINDING = "drop_finding"
    """Take an own finding away."""
    ACTION = "action"
    """Make or change an own action: "text", "owner", "on" (a date as 2026-11-22) and "within" (a Horizon)."""
    DROP_ACTION = "drop_action"
    """Take an own action away."""
    ASSIGN = "assign"
    """Say who closes a gap and when: "owner" and "on"; both empty takes it back."""
    FOREWORD = "foreword"
    """Write the foreword: "text" (Markdown), empty for none."""


class Horizon(StrEnum):
    """When an own action is to be done: today, or within so many days."""

    TODAY = "today"
    MONTH = "30"
    TWO_MONTHS = "60"
    QUARTER = "90"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, never altered afterwards; `when` is an aware UTC time.

    `target` names what is changed: a gap ("gap-G01-loyalty"), a passage ("gap-G01-loyalty.advice"), an own finding
    ("f1") or action ("a1"), or "" for the foreword. `value` holds what the deed takes (see Deed).
    """

    kind: Deed
    target: str
    value: Values
    reason: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why a gap was left out, by whom and when."""

    reason: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Task:
    """Who does something and when it is done; "" and None when that is not said."""

    owner: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnFinding:
    """A finding that the consultant adds; all but the title may be empty; texts are Markdown."""

    code: str
    title: str
    see: str = ""
    advice: str = ""
    first_step: str = ""


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action that the consultant adds to the plan."""

    code: str
    text: str
    task: Task = Task()
    within: Horizon = Horizon.MONTH


@dataclass(frozen=True, slots=True)
class Hand:
    """What all changes add up to; `moves` are (gap, place) in the order in which they were made.

    `notes` were made in a session, and go into the report beside the changes.
    """

    hidden: Mapping[str, Hidden] = field(default_factory=dict)
    moves: tuple[tuple[str, int], ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[OwnFinding, ...] = ()
    actions: tuple[OwnAction, ...] = ()
    tasks: Mapping[str, Task] = field(default_factory=dict)
    foreword: str = ""
    notes: tuple[Note, ...] = ()

    def finding(self, code: str) -> OwnFinding | None:
        """Return an own finding, None when there is none with this code."""
        return next((one for one in self.findings if one.code == code), None)

    def action(self, code: str) -> OwnAction | None:
        """Return an own action, None when there is none with this code."""
        return next((one for one in self.actions if one.code == code), None)

    def task(self, target: str) -> Task:
        """Return who closes a gap and when; an empty task when nobody said so."""
        return self.tasks.get(target, Task())

    def text(self, target: str) -> str | None:
        """Return what a person wrote in a passage, None when it is the text of the program."""
        if target == FOREWORD:
            return self.foreword
        finding, part = self._own(target)
        return getattr(finding, part) if finding else self.texts.get(target)

    def with_text(self, target: str, text: str) -> "Hand":
        """Return the hand with a text in a passage; own texts change where they stand."""
        if target == FOREWORD:
            return replace(self, foreword=text)
        finding, part = self._own(target)
        if finding:
            return replace(self, findings=_put(self.findings, replace(finding, **{part: text})))
        return self if target.startswith(OWN) else replace(self, texts={**self.texts, target: text})

    def _own(self, target: str) -> tuple[OwnFinding | None, str]:
        """Return the own finding that a passage belongs to, and the part that it is."""
        code, _, part = target.removeprefix(OWN).partition(".")
        own = target.startswith(OWN) and part in PARTS
        return (self.finding(code) if own else None), part

    def stands(self, kind: Deed, target: str) -> object:
        """Return what a change of this kind would replace; equal states give equal values with equal reprs."""
        match kind:
            case Deed.HIDE | Deed.SHOW:
                return self.hidden[target].reason if target in self.hidden else None
            case Deed.MOVE:
                return self.moves
            case Deed.REWRITE | Deed.ORIGINAL:
                return self.text(target)
            case Deed.FINDING | Deed.DROP_FINDING:
                return self.finding(target)
            case Deed.ACTION | Deed.DROP_ACTION:
                return self.action(target)
            case Deed.ASSIGN:
                return self.task(target)
            case Deed.FOREWORD:
                return self.foreword


Own = TypeVar("Own", OwnFinding, OwnAction)
NO_HAND: Final = Hand()
"""A report as the program makes it."""


def hand(changes: Iterable[Change], notes: tuple[Note, ...] = ()) -> Hand:
    """Add up the changes, the oldest first; what is already so stays so. The notes of a session go along."""
    state = Hand(notes=notes)
    for one in changes:
        state = after(state, one)
    return state


def after(state: Hand, one: Change) -> Hand:
    """Return the state after one more change."""
    target, value = one.target, one.value
    match one.kind:
        case Deed.HIDE:
            return replace(state, hidden={**state.hidden, target: Hidden(one.reason, one.who, one.when)})
        case Deed.SHOW:
            return replace(state, hidden=_without(state.hidden, target))
        case Deed.MOVE:
            move = (target, int(value["place"]))
            return state if state.moves[-1:] == (move,) else replace(state, moves=(*state.moves, move))
        case Deed.ASSIGN:
            return replace(state, tasks=_assigned(state.tasks, target, _task(value)))
        case Deed.REWRITE | Deed.ORIGINAL | Deed.FOREWORD:
            return _with_words(state, one)
        case _:
            return _with_own(state, one)


def moved(order: tuple[str, ...], moves: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Return an order after these moves; a move of what is not there does nothing."""
    now = list(order)
    for target, place in moves:
        if target in now:
            now.remove(target)
            now.insert(place - 1, target)
    return tuple(now)


def next_code(changes: Iterable[Change], kind: Deed) -> str:
    """Return the code of a new own finding or action: never one that was in use before."""
    letter = "f" if kind is Deed.FINDING else "a"
    used = [int(one.target[1:]) for one in changes if one.kind is kind and one.target[1:].isdigit()]
    return f"{letter}{max(used, default=0) + 1}"


def _with_words(state: Hand, one: Change) -> Hand:
    match one.kind:
        case Deed.REWRITE:
            return state.with_text(one.target, one.value["text"])
        case Deed.ORIGINAL:
            return replace(state, texts=_without(state.texts, one.target))
        case _:
            return replace(state, foreword=one.value.get("text", ""))


def _with_own(state: Hand, one: Change) -> Hand:
    match one.kind:
        case Deed.FINDING:
            finding = OwnFinding(one.target, **_of(one.value, "title", *PARTS))
            return replace(state, findings=_put(state.findings, finding))
        case Deed.ACTION:
            within = Horizon(one.value.get("within", Horizon.MONTH))
            action = OwnAction(one.target, one.value["text"], _task(one.value), within)
            return replace(state, actions=_put(state.actions, action))
        case Deed.DROP_FINDING:
            return replace(state, findings=tuple(each for each in state.findings if each.code != one.target))
        case _:
            return replace(state, actions=tuple(each for each in state.actions if each.code != one.target))


def _put(own: tuple[Own, ...], new: Own) -> tuple[Own, ...]:
    """Put it in the place of the one with its code, else at the end."""
    return tuple({**{one.code: one for one in own}, new.code: new}.values())


def _of(value: Values, *names: str) -> dict[str, str]:
    return {name: value.get(name, "") for name in names}


def _task(value: Values) -> Task:
    on = value.get("on", "")
    return Task(value.get("owner", ""), date.fromisoformat(on) if on else None)


def _assigned(tasks: Mapping[str, Task], target: str, task: Task) -> Mapping[str, Task]:
    return _without(tasks, target) if task == Task() else {**tasks, target: task}


def _without(held: Mapping[str, Held], target: str) -> Mapping[str, Held]:
    return {key: one for key, one in held.items() if key != target}
