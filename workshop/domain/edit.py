"""The history of a dossier: which answers each save changed, by whom and when, and how to take that back."""

from collections.abc import Mapping
from dataclasses import dataclass
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
        """Return the questions that got another answer after this edit: taking it back would undo that too."""
        return tuple(code for code, answer in self.after.items() if now.get(code) != answer)


def difference(before: Response, after: Response) -> tuple[Answers, Answers]:
    """Return the answers that differ, as they were and as they are; in the order in which they were first given."""
    codes = dict.fromkeys((*before.answers, *after.answers))
    changed = [code for code in codes if before.get(code) != after.get(code)]
    return {code: before.get(code) for code in changed}, {code: after.get(code) for code in changed}
