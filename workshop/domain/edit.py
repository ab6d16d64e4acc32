"""The history of a dossier: which answers each save changed, by whom and when, and how to take that back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workshop.domain.answer import Answer
from workshop.domain.response import Response

Answers = Mapping[str, Answer | None]
"""Answers by code; None where there was none."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One save that changed answers, never altered afterwards; `at` is an aware UTC time.

    `number` is the revision of the dossier that it made, so numbers rise and may skip; `who` is "" when nobody gave a
    name; `page` is the code of the page it was made on, or "". `undoes` is the number of the edit it took back, or 0.
    """

    number: int
    at: datetime
    who: str
    page: str
    before: Answers
    after: Answers
    undoes: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The questions whose answers it changed."""
        return tuple(self.after)

    def changed_since(self, now: Response) -> tuple[str, ...]:
        """Return the questions that got yet another answer after this edit: taking it back would undo that too."""
        return tuple(
            code for code, answer in self.after.items() if now.get(code) not in (answer, self.before.get(code))
        )

    def would_change(self, now: Response) -> bool:
        """Tell whether taking it back changes anything: not when every answer stands as it did before."""
        return any(now.get(code) != answer for code, answer in self.before.items())


def together(edits: Sequence[Edit]) -> Edit:
    """Return one or more edits, the newest first, as if they had been one; what ended as it began is left out."""
    before: dict[str, Answer | None] = {}
    after: dict[str, Answer | None] = {}
    for one in reversed(edits):
        before = {**one.before, **before}
        after |= one.after
    kept = [code for code in after if before[code] != after[code]]
    return replace(edits[0], before={code: before[code] for code in kept}, after={code: after[code] for code in kept})


def last_to_undo(edits: Sequence[Edit], now: Response) -> Edit | None:
    """Return the newest edit that still stands: not itself an undo, nor taken back already; `edits` newest first."""
    cancelled: set[int] = set()
    for one in edits:
        if one.number in cancelled:
            continue
        if one.undoes:
            cancelled.add(one.undoes)
        elif one.would_change(now):
            return one
    return None


def difference(before: Response, after: Response) -> tuple[Answers, Answers]:
    """Return the answers that differ, as they were and as they are; in the order in which they were first given."""
    codes = dict.fromkeys((*before.answers, *after.answers))
    changed = [code for code in codes if before.get(code) != after.get(code)]
    return {code: before.get(code) for code in changed}, {code: after.get(code) for code in changed}
