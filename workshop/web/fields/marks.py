"""Short marks of what stood on a page, as a form carries them: the same answer has the same mark, on every computer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from workshop.domain.answer import Answer
from workshop.domain.plain import to_plain
from workshop.domain.questionnaire import Question

Place = tuple[str, str]
"""Where a cell stands in an answer: its card, building block or channel; and its field, or the block of a level."""
WHOLE: Final[Place] = ("", "")
"""The place of an answer that has no cells."""
_LENGTH: Final = 16
_CELL_LENGTH: Final = 6
_OPEN: Final = "!"
_NONE: Final[Mapping[Place, str]] = MappingProxyType({})


def mark_of(question: Question, answer: Answer | None) -> str:
    """Return the mark of an answer; no answer has one too."""
    plain = None if answer is None else to_plain(question, answer)
    return sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()[:_LENGTH]


def cell_mark_of(question: Question, answer: Answer) -> str:
    """Return the mark of an answer in a card: shorter, for there are many on a page."""
    return mark_of(question, answer)[:_CELL_LENGTH]


@dataclass(frozen=True, slots=True)
class Stood:
    """The marks of an answer as it stood on a page.

    `open` are the places where the page shows two sides and nobody has chosen yet: their marks are those of the other
    window's answer.
    """

    whole: str
    cells: Mapping[Place, str] = field(default_factory=lambda: _NONE)
    open: frozenset[Place] = frozenset()

    def __str__(self) -> str:
        """Write it as a form carries it: "f00d 1.name=beef 2.name=!cafe"."""
        cells = (f"{row}.{name}={self._shown((row, name), mark)}" for (row, name), mark in self.cells.items())
        return " ".join((self._shown(WHOLE, self.whole), *cells))

    def _shown(self, place: Place, mark: str) -> str:
        return f"{_OPEN if place in self.open else ''}{mark}"


def read_stood(text: str) -> Stood:
    """Read what a form carried."""
    whole, *rest = text.split(" ")
    parts = [one.partition("=") for one in rest]
    shown = {WHOLE: whole} | {_place(where): mark for where, _, mark in parts}
    marks = {place: mark.removeprefix(_OPEN) for place, mark in shown.items()}
    opened = frozenset(place for place, mark in shown.items() if mark.startswith(_OPEN))
    return Stood(marks.pop(WHOLE), marks, opened)


def _place(where: str) -> Place:
    row, _, name = where.partition(".")
    return row, name
