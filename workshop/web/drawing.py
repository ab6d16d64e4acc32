"""What drawing a page depends on, and the small things that every question needs: units, prose and messages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from workshop.domain.answer import Problem
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType, Unit
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.web.views import QuestionView

_MONEY: Final = frozenset({Unit.EURO, Unit.EURO_PER_HOUR, Unit.EURO_PER_MONTH})
LONG_LIST: Final = 8
"""More choices than this are a list to choose from, not a row of radio buttons."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The words, the questionnaire, the shown model and the answers so far.

    `page_link` gives the address of a page; `one_more` is the group that gets a blank card.
    """

    words: Words
    questionnaire: Questionnaire
    model: PhaseModel
    response: Response
    markdown: Callable[[str], str]
    page_link: Callable[[str], str]
    problems: tuple[Problem, ...] = ()
    one_more: str = ""

    def say(self, problem: Problem) -> str:
        """Say what is wrong."""
        return self.words(problem.key, **problem.values)

    def errors_at(self, where: str) -> tuple[str, ...]:
        """Say what is wrong at exactly this place."""
        return tuple(self.say(problem) for problem in self.problems if problem.where == where)

    def prose(self, *texts: str) -> Markup:
        """Return Markdown of an author as HTML, one paragraph a text."""
        told = "\n\n".join(filter(None, texts))
        return Markup(self.markdown(told)) if told else Markup("")  # noqa: S704 - cleaned by nh3

    def unit(self, question: Question) -> tuple[str, str]:
        """Return what stands before and after a number: ("€", "per uur")."""
        if question.type is QuestionType.PERCENT:
            return "", "%"
        money = question.type is QuestionType.AMOUNT or question.unit in _MONEY
        named = question.unit is not None and question.unit is not Unit.EURO
        return "€" if money else "", self.words(f"web.unit.{question.unit}") if named else ""


def ids(view: QuestionView, *parts: str) -> str:
    """Join the ids of what explains a field; the error comes first."""
    return " ".join(f"{view.id}-{part}" for part in (view.errors and "fout", *parts) if part)
