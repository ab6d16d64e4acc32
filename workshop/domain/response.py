"""A response: one business's answers to one version of a questionnaire; changed by making a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from workshop.domain.answer import Answer, Status
from workshop.language.tongue import Address


class Length(StrEnum):
    """How much is asked: the quick scan, or the full session with every question."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Response:
    """All answers so far, pinned to questionnaire id and version; `model` is the phase model being shown.

    `on` is the day on which the answers are judged ("longer than a year ago"); None means the day of judging.
    `address` is how Dutch texts speak to this business.
    """

    questionnaire: str
    version: str
    model: str
    language: str = "nl"
    client: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    length: Length = Length.QUICK
    on: date | None = None
    address: Address = Address.JE

    def get(self, code: str) -> Answer | None:
        """Return the answer to a question; None means not answered yet."""
        return self.answers.get(code)

    def known(self, code: str) -> bool:
        """Tell whether the question has a value."""
        answer = self.answers.get(code)
        return answer is not None and answer.known

    def said_unknown(self, code: str) -> bool:
        """Tell whether someone explicitly said "weet ik niet"."""
        answer = self.answers.get(code)
        return answer is not None and answer.status is Status.UNKNOWN

    def with_answers(self, changes: Mapping[str, Answer | None]) -> "Response":
        """Return a response with these answers; None takes an answer away."""
        merged = {**self.answers, **changes}
        return replace(self, answers={code: answer for code, answer in merged.items() if answer is not None})
