"""The order, the place and the number of elements, by the lines of `content`; what no line knows passes.

A consultant's template may hold elements that we never write, and Word knows more of them than we do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workshop.report.lint.content import CHART, DRAWING, WORD
from workshop.report.lint.fault import Rule
from workshop.report.lint.names import NAMESPACES, long, short
from workshop.report.lint.values import VALUES


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in an element: the names that may stand in it, and how often."""

    names: frozenset[str]
    often: bool
    needed: bool


def _slots(line: str, prefix: str) -> tuple[Slot, ...]:
    return tuple(_slot(slot, prefix) for slot in line.split())


def _slot(text: str, prefix: str) -> Slot:
    names, mark = (text[:-1], text[-1]) if text[-1] in "?!*+" else (text, "")
    return Slot(frozenset(long(name, prefix) for name in names.split("|")), mark in {"*", "+"}, mark in {"!", "+"})


def _table(lines: Mapping[str, str], prefix: str = "") -> dict[str, tuple[Slot, ...]]:
    return {long(parent, prefix): _slots(line, prefix or parent.partition(":")[0]) for parent, line in lines.items()}


_HOLDERS: Final = frozenset(map(long, ("fldChar", "cols")))
_LEAVES: Final = (
    *(tag for tag in VALUES if tag.startswith(long("")) and tag not in _HOLDERS),
    *map(long, ("t", "instrText", "rFonts", "lang", "lvlText", "tblLook", "tag", "top", "bottom", "left", "right")),
    *map(long, ("insideH", "insideV", "text", "richText", "c:v", "c:f")),
)
CONTENT: Final[Mapping[str, tuple[Slot, ...]]] = {
    **dict.fromkeys(_LEAVES, ()),
    **_table(WORD, "w"),
    **_table(DRAWING),
    **_table(CHART, "c"),
}
"""The slots of every element that the lint knows."""
_KNOWN: Final = frozenset(CONTENT) | {name for slots in CONTENT.values() for slot in slots for name in slot.names}
_BRANCH: Final = f"{{{NAMESPACES['mc']}}}AlternateContent"

Finding = tuple[Rule, str]


@lru_cache(maxsize=4096)
def findings(parent: str, children: tuple[str, ...]) -> tuple[Finding, ...]:
    """What is wrong with these children of such a parent; the same few hundred shapes come back in every report."""
    slots = CONTENT.get(parent)
    return () if slots is None else (*_wrong(parent, slots, children), *_missing(parent, slots, children))


def _wrong(parent: str, slots: Sequence[Slot], children: Sequence[str]) -> Iterator[Finding]:
    at, full = 0, False
    for child in children:
        if child not in _KNOWN:
            continue
        places = [number for number, slot in enumerate(slots) if child in slot.names]
        later = [number for number in places if number > at or (number == at and not (full and not slots[at].often))]
        if not places:
            yield Rule.PLACE, f"{short(child)} may not stand in {short(parent)}"
        elif later:
            at, full = later[0], True
        else:
            rule = Rule.TWICE if at in places else Rule.ORDER
            yield rule, f"{short(child)} in {short(parent)} stands there {'twice' if at in places else 'too late'}"


def _missing(parent: str, slots: Sequence[Slot], children: Sequence[str]) -> Iterator[Finding]:
    if _BRANCH in children:
        return
    for slot in slots:
        if slot.needed and slot.names.isdisjoint(children):
            yield Rule.CHILD_MISSING, f"{short(parent)} lacks {min(map(short, slot.names))}"
