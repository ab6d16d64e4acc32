"""What drawing a page depends on, and the small things that every question needs: units, prose and messages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

from workshop.domain.answer import Problem
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import MONEY, Question, Questionnaire, QuestionType, Unit
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.web.drawing.views import QuestionView

LONG_LIST: Final = 8
"""More choices than this are a list to choose from, not a row of radio buttons."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The words, the questionnaire, the shown model and the answers so far.

    `page_link` gives the address of a page; `one_more` is the group that gets a blank card. `drafted` tells what keeps
    a draft from being an answer, by question; `said` puts its kept answer in words. Questions in `clashing` were
    answered in another window too; `elsewhere` says what one typed there that is no answer yet. `typed_in` is the
    language of a page that was made before the language changed.
    """

    words: Words
    questionnaire: Questionnaire
    model: PhaseModel
    response: Response
    markdown: Callable[[str], str]
    page_link: Callable[[str], str]
    problems: tuple[Problem, ...] = ()
    one_more: str = ""
    drafted: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    clashing: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    typed_in: Language | None = None

    @property
    def reading(self) -> Language:
        """The language in which numbers were typed: that of the page when it was made."""
        return self.typed_in or self.words.language

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
        money = question.type is QuestionType.AMOUNT or question.unit in MONEY
        named = question.unit is not None and question.unit is not Unit.EURO
        return "€" if money else "", self.words(f"web.unit.{question.unit}") if named else ""


def ids(view: QuestionView, *parts: str) -> str:
    """Join the ids of what explains a field; the error comes first."""
    return " ".join(f"{view.id}-{part}" for part in (view.errors and "fout", view.draft and "concept", *parts) if part)
