"""Changes of the consultant as plain data, for a file or a database, and what a change must satisfy."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Final

from workshop.domain.answer import Problem
from workshop.domain.hand import Change, Deed, Horizon
from workshop.domain.validity import echo
from workshop.language.text import clean_text

MOST_CHANGES: Final = 500
"""The most changes of one report."""
MOST_CHARACTERS: Final = 400_000
"""The most characters in all changes of one report together."""
MOST_TEXT: Final = 4_000
"""The most characters in a text: as much as is read as Markdown."""
MOST_LINE: Final = 200
"""The most characters in a title, an owner or a reason."""
MOST_NAME: Final = 100
"""The most characters in the name of who makes a change."""
MOST_PLACE: Final = 999
"""The last place in an order."""
TITLE: Final = ".title"
"""What the target of the title of a gap ends with."""

_GAP: Final = re.compile(r"gap-[A-Za-z0-9_-]{1,80}")
_PASSAGE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_FINDING: Final = re.compile(r"f[1-9][0-9]{0,3}")
_ACTION: Final = re.compile(r"a[1-9][0-9]{0,3}")
_NONE: Final = re.compile("")
_TARGETS: Final[Mapping[Deed, re.Pattern[str]]] = {
    **dict.fromkeys((Deed.HIDE, Deed.SHOW, Deed.MOVE, Deed.ASSIGN), _GAP),
    **dict.fromkeys((Deed.REWRITE, Deed.ORIGINAL), _PASSAGE),
    **dict.fromkeys((Deed.FINDING, Deed.DROP_FINDING), _FINDING),
    **dict.fromkeys((Deed.ACTION, Deed.DROP_ACTION), _ACTION),
    Deed.FOREWORD: _NONE,
}
_TAKES: Final[Mapping[Deed, Mapping[str, int]]] = {
    Deed.MOVE: {"place": 3},
    Deed.REWRITE: {"text": MOST_TEXT, "stood": 16},
    Deed.FINDING: {"title": MOST_LINE, "see": MOST_TEXT, "advice": MOST_TEXT, "first_step": MOST_TEXT},
    Deed.ACTION: {"text": 1_000, "owner": MOST_NAME, "on": 10, "within": 5},
    Deed.ASSIGN: {"owner": MOST_NAME, "on": 10},
    Deed.FOREWORD: {"text": MOST_TEXT},
}
"""What each deed takes and how many characters each value may have."""
_NEEDS: Final[Mapping[Deed, str]] = {Deed.MOVE: "place", Deed.FINDING: "title", Deed.ACTION: "text"}
_HOLDS: Final[Mapping[Deed, str]] = {Deed.MOVE: "place", Deed.REWRITE: "text", Deed.ACTION: "text"}
"""What stands in every change of this kind, empty or not."""
_KEYS: Final = ("kind", "target", "value", "reason", "who", "when")
_LINES: Final = frozenset({"title", "owner", "on", "within", "place", "stood"})


class NotAChange(ValueError):
    """What should be a change is none; `where` says in which part of it."""

    def __init__(self, where: str) -> None:
        super().__init__(f"no change that this version knows: look at '{where}'")
        self.where = where


def to_plain(change: Change) -> dict[str, object]:
    """Return a change as what JSON can hold; what is empty is left out."""
    plain = {"kind": str(change.kind), "who": change.who, "when": change.when.isoformat()}
    more = {"target": change.target, "value": dict(change.value), "reason": change.reason}
    return {**plain, **{key: one for key, one in more.items() if one}}


def from_plain(raw: object) -> Change:
    """Read back what `to_plain` gave; raises NotAChange. Lengths and targets are for `judged` to look at."""
    if not isinstance(raw, Mapping) or any(key not in _KEYS for key in raw):
        raise NotAChange("")
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in set(Deed):
        raise NotAChange("kind")
    texts = {key: raw.get(key, "") for key in ("target", "reason", "who")}
    wrong = next((key for key, one in texts.items() if not isinstance(one, str)), "")
    if wrong:
        raise NotAChange(wrong)
    deed = Deed(kind)
    return Change(deed, value=_value(deed, raw.get("value", {})), when=_moment(raw.get("when")), **texts)


def cleaned(change: Change) -> Change:
    """Return a change with its texts as we keep them; names and titles on one line."""
    value = {key: _one_line(one) if key in _LINES else clean_text(one) for key, one in change.value.items()}
    who, reason = _one_line(change.who), clean_text(change.reason)
    return Change(change.kind, change.target, value, reason, who, change.when)


def judged(change: Change) -> tuple[Problem, ...]:
    """Return what is wrong with a cleaned change; `where` is a key of it or of its value."""
    return tuple(_wrong(change))


def room(changes: Iterable[Change]) -> bool:
    """Tell whether one report can hold these changes."""
    held = tuple(changes)
    texts = (len(text) for one in held for text in (one.reason, one.who, one.target, *one.value.values()))
    return len(held) <= MOST_CHANGES and sum(texts) <= MOST_CHARACTERS


def _wrong(change: Change) -> Iterator[Problem]:
    kind, value = change.kind, change.value
    if not _TARGETS[kind].fullmatch(change.target):
        yield Problem("target", "hand.wrong.target", {"given": echo(change.target)})
    if not change.who:
        yield Problem("who", "hand.wrong.who", {})
    if kind is Deed.HIDE and not change.reason:
        yield Problem("reason", "hand.wrong.reason", {})
    need = "text" if change.target.endswith(TITLE) and kind is Deed.REWRITE else _NEEDS.get(kind, "")
    if need and not value.get(need):
        yield Problem(need, f"hand.wrong.no_{need}", {})
    yield from _misread(change)


def _misread(change: Change) -> Iterator[Problem]:
    """What cannot be read, or is too long."""
    value, takes = change.value, _takes(change)
    for key, text in value.items():
        if key not in takes or not _READABLE.get(key, _anything)(text):
            yield Problem(key, "hand.wrong.value", {"given": echo(text)})
    longest = {"who": (change.who, MOST_NAME), "reason": (change.reason, MOST_LINE * 2)}
    longest |= {key: (value[key], most) for key, most in takes.items() if key in value}
    for key, (text, most) in longest.items():
        if len(text) > most:
            yield Problem(key, "hand.wrong.too_long", {"length": str(len(text)), "most": str(most)})


def _takes(change: Change) -> Mapping[str, int]:
    """A rewritten title is as short as a title."""
    takes = _TAKES.get(change.kind, {})
    return {**takes, "text": MOST_LINE} if change.target.endswith(TITLE) else takes


def _value(kind: Deed, raw: object) -> dict[str, str]:
    """Read what a deed takes; what only looks like a place, a day or a horizon is no change at all."""
    if not isinstance(raw, Mapping):
        raise NotAChange("value")
    takes = _TAKES.get(kind, {})
    for key, one in raw.items():
        if key not in takes or not isinstance(one, str) or not _READABLE.get(key, _anything)(one):
            raise NotAChange(f"value.{echo(str(key))}")
    held = _HOLDS.get(kind, "")
    if held and held not in raw:
        raise NotAChange(f"value.{held}")
    return dict(raw)


def _moment(raw: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(raw))
    except ValueError:
        raise NotAChange("when") from None
    if moment.tzinfo is None:
        raise NotAChange("when")
    return moment.astimezone(UTC)


def _is_day(text: str) -> bool:
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= MOST_PLACE and len(text) < 5


def _anything(_: str) -> bool:
    return True


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())


_READABLE: Final[Mapping[str, Callable[[str], bool]]] = {
    "place": _is_place,
    "on": _is_day,
    "within": lambda text: text in set(Horizon),
}
