"""What comes along from Word as changes of the consultant's hand, so that every later report has it too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from workshop.domain.hand import OWN, Deed, Hand, Task
from workshop.domain.hand_plain import MOST_TEXT
from workshop.language.dates import parse_date
from workshop.language.tongue import Language
from workshop.report.keep.merge import Homeless, Merged

_GAP: Final = "gap-"
_PLACES: Final = ("card-", "plan-")
"""Where the fields of a gap stand: what their ids begin with."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change to make: what it does to which target, and what it takes (see Deed)."""

    kind: Deed
    target: str
    value: Mapping[str, str]
    title: str


@dataclass(frozen=True, slots=True)
class Deeds:
    """All changes to make; `left` is what cannot be kept: a text that is too long, a day that is none."""

    wanted: tuple[Wanted, ...]
    left: tuple[Homeless, ...]


def deeds(merged: Merged, hand: Hand, language: Language) -> Deeds:
    """Turn what comes along into changes; owners and dates are added to what the hand says already."""
    titles = merged.titles
    texts = [Wanted(Deed.REWRITE, id_, {"text": text}, titles[id_]) for id_, text in merged.texts.items()]
    long = [Homeless(one.title, one.value["text"]) for one in texts if len(one.value["text"]) > MOST_TEXT]
    tasks, left = _tasks(merged, hand, language)
    return Deeds(
        (
            *(one for one in texts if len(one.value["text"]) <= MOST_TEXT),
            *(_assigned(hand, target, task, _title(merged, target)) for target, task in tasks.items()),
        ),
        (*long, *left),
    )


def _tasks(merged: Merged, hand: Hand, language: Language) -> tuple[dict[str, Task], list[Homeless]]:
    """Who does what and when, by gap or own action; and what cannot be kept, as a second name for the same."""
    tasks: dict[str, Task] = {}
    filled: dict[tuple[str, str], str] = {}
    left: list[Homeless] = []
    for id_, value in merged.fields.items():
        target, part = _target(id_)
        task = _with(tasks.get(target) or _now(hand, target), part, value, language)
        first = filled.setdefault((target, part), value)
        if task is None or not _can_have_task(hand, target) or first != value:
            left.append(Homeless(merged.titles[id_], value))
        else:
            tasks[target] = task
    return tasks, left


def _target(field: str) -> tuple[str, str]:
    """The gap or own action that a field is about, and whether it holds the owner or the date."""
    about, _, part = field.rpartition(".")
    for place in _PLACES:
        if about.startswith(place):
            return f"{_GAP}{about.removeprefix(place)}", part
    return about, part


def _can_have_task(hand: Hand, target: str) -> bool:
    return target.startswith(_GAP) or hand.action(target.removeprefix(OWN)) is not None


def _now(hand: Hand, target: str) -> Task:
    action = hand.action(target.removeprefix(OWN)) if target.startswith(OWN) else None
    return action.task if action else hand.task(target)


def _with(task: Task, part: str, value: str, language: Language) -> Task | None:
    """The task with another owner or day; None for a day that cannot be read and for another field."""
    if part == "owner":
        return Task(value, task.on)
    if part != "date":
        return None
    day = parse_date(value, language) if value else None
    return Task(task.owner, day) if day is None or isinstance(day, date) else None


def _assigned(hand: Hand, target: str, task: Task, title: str) -> Wanted:
    value = {"owner": task.owner, "on": task.on.isoformat() if task.on else ""}
    action = hand.action(target.removeprefix(OWN)) if target.startswith(OWN) else None
    if action is None:
        return Wanted(Deed.ASSIGN, target, value, title)
    return Wanted(Deed.ACTION, action.code, {"text": action.text, "within": action.within, **value}, title)


def _title(merged: Merged, target: str) -> str:
    """What the fields of a target are called, such as "Eigenaar, prioriteit 1"."""
    return "; ".join(_titles(merged, target))


def _titles(merged: Merged, target: str) -> Iterator[str]:
    yield from (merged.titles[id_] for id_ in merged.fields if _target(id_)[0] == target)
