"""Answers: what was said, how sure it is, and the difference between unknown, not applicable and nothing yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

from workshop.domain.journey import Block, Division, Matrix


class Status(StrEnum):
    """What someone did with a question he saw; a question without an Answer is simply not answered yet."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Evidence(IntEnum):
    """What an answer rests on (0 unknown, 1 own estimate, 2 heard from customers, 3 measured)."""

    NONE = 0
    ESTIMATE = 1
    HEARD = 2
    MEASURED = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """A count over a list, such as the last ten customers per channel: id → how many."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Everything that was counted."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a repeated group, such as one persona: field code → answer."""

    answers: Mapping[str, "Answer"]

    def get(self, code: str) -> "Answer | None":
        """Return the answer to this field, or None when it was left open."""
        return self.answers.get(code)


@dataclass(frozen=True, slots=True)
class Phased:
    """Fields that are asked once per phase, kept per building block so that every model can show them."""

    items: Mapping[Block, Item]

    def distinct(self, blocks: Iterable[Block]) -> tuple[Item, ...]:
        """Return the different items on these blocks, in order; an item that covers several counts once."""
        found: list[Item] = []
        for block in blocks:
            item = self.items.get(block)
            if item is not None and item not in found:
                found.append(item)
        return tuple(found)


Value = str | bool | int | Decimal | date | tuple[str, ...] | tuple[Item, ...] | Division | Matrix | Counts | Phased
"""A plain value per question type.

choice: str code · choices: tuple of codes · scale: int point · number, amount (euro): Decimal ·
percent: Decimal fraction (0.55 is 55 %) · yes_no: bool · text: str · date: date ·
division: Division · matrix: Matrix · group: tuple of Item · count: Counts · per_phase: Phased
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a value exactly when the status is `answered`; evidence None means "not asked or not said"."""

    status: Status = Status.ANSWERED
    value: Value | None = None
    evidence: Evidence | None = None

    @property
    def known(self) -> bool:
        """Tell whether there is a value to work with."""
        return self.status is Status.ANSWERED and self.value is not None


UNKNOWN_ANSWER = Answer(Status.UNKNOWN)
NOT_APPLICABLE_ANSWER = Answer(Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in an answer, as a value: which question, which words (key and values) explain it.

    `where` points inside the answer: "channels.2.channel", "hours_per_phase.retention"; `values` are plain
    strings for the words file (templates/words, section [answer]).
    """

    where: str
    key: str
    values: Mapping[str, str]
