"""Two tabs, two people: what an answer was when a page was made, so that nobody overwrites another unseen."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Final, Protocol

from workshop.domain.answer import Answer
from workshop.domain.plain import to_plain
from workshop.domain.questionnaire import Question

_LENGTH: Final = 16


class Held(Protocol):
    """Answers by code: a whole response, or one item of a group."""

    def get(self, code: str, /) -> Answer | None:
        """Return the answer, None when there is none."""


class ChangedElsewhere(Exception):
    """Answers on a page were changed in another window since it was made, and here as well: both must be seen."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


def stamp(question: Question, answer: Answer | None) -> str:
    """Return a short mark of an answer: the same answer has the same mark, on every computer."""
    plain = None if answer is None else to_plain(question, answer)
    return sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()[:_LENGTH]


def settle(
    questions: tuple[Question, ...], sent: Mapping[str, str], typed: Mapping[str, Answer | None], now: Held
) -> Mapping[str, Answer | None]:
    """Return which answers to keep, given what is kept now; raises ChangedElsewhere for what changed on both sides.

    `sent` holds the mark of each question as it stood on the page ("stand-CODE"). What was not touched on this page
    stays as the other window left it; a page without marks keeps everything that was typed.
    """
    changes: dict[str, Answer | None] = {}
    clashes: list[str] = []
    for question in questions:
        code = question.code
        if code not in typed or typed[code] == now.get(code):
            continue
        stood = sent.get(f"stand-{code}")
        if stood is None or stood == stamp(question, now.get(code)):
            changes[code] = typed[code]
        elif stood != stamp(question, typed[code]):
            clashes.append(code)
    if clashes:
        raise ChangedElsewhere(tuple(clashes))
    return changes
