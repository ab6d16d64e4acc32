"""Two tabs, two people: what an answer was when a page was made, so that nobody overwrites another unseen."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from workshop.domain.answer import Answer
from workshop.domain.questionnaire import Question
from workshop.web.fields.marks import Place, read_stood
from workshop.web.fields.merging import Choice, Merged, asking, merge, stood_as


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
    """Return a short mark of an answer as it stands on a page: the same answer has the same mark, on every computer."""
    return str(stood_as(question, answer))


def settle(
    questions: tuple[Question, ...], sent: Mapping[str, str], typed: Mapping[str, Answer | None], now: Held
) -> Mapping[str, Answer | None]:
    """Return which answers to keep, given what is kept now; raises ChangedElsewhere for what changed on both sides.

    `sent` holds the mark of each question as it stood on the page ("stand-CODE"), and the button that was pressed
    ("actie"). What was not touched on this page stays as the other window left it; a page without marks keeps
    everything that was typed. A clash that the page showed is decided by its own two buttons only.
    """
    merged = {one.code: compare(one, sent, typed[one.code], now) for one in questions if one.code in typed}
    clashes = tuple(code for code, one in merged.items() if one.clashes)
    if clashes:
        raise ChangedElsewhere(clashes)
    return {code: one.answer for code, one in merged.items() if one.answer != now.get(code)}


def compare(question: Question, sent: Mapping[str, str], typed: Answer | None, now: Held) -> Merged:
    """Merge what was typed for one question into what is kept now."""
    stood = sent.get(f"stand-{question.code}")
    if stood is None:
        return Merged(typed)
    return merge(question, read_stood(stood), typed, now.get(question.code), choice_of(sent, question.code))


def choice_of(sent: Mapping[str, str], code: str) -> Choice | None:
    """Return which answer the pressed button chooses for this question; None for any other button."""
    return next((one for one in Choice if sent.get("actie") == f"{one}-{code}"), None)


def still(sent: Mapping[str, str], code: str) -> str | None:
    """Return the mark that a page had of a question, for showing it again; what was chosen is no longer open."""
    stood = sent.get(f"stand-{code}")
    return stood if stood is None or choice_of(sent, code) is None else stood.replace("!", "")


def stamps_on(
    questions: Iterable[Question], sent: Mapping[str, str], both: Mapping[str, str], now: Held
) -> Mapping[str, str]:
    """Return the mark of each answer as it stood when the page was first made: an error does not renew it.

    `both` holds the marks of the questions of which this page shows two answers; those tell so, until someone chooses.
    """
    stood = {one: both.get(one.code, still(sent, one.code)) for one in questions}
    return {one.code: stamp(one, now.get(one.code)) if mark is None else mark for one, mark in stood.items()}


def untouched(question: Question, sent: Mapping[str, str], typed: Answer | None) -> bool:
    """Tell whether an answer is as it stood when the page was made."""
    stood = sent.get(f"stand-{question.code}")
    return stood is not None and read_stood(stood).whole == stood_as(question, typed).whole


def asked_again(question: Question, sent: Mapping[str, str], clashes: frozenset[Place], theirs: Answer | None) -> str:
    """Return the mark for a page that shows both answers and asks which one stays."""
    return str(asking(question, read_stood(sent.get(f"stand-{question.code}", "")), clashes, theirs))
