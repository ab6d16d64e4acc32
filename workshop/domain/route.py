"""The route through a questionnaire: which questions are asked, which page comes next, how far someone is."""

from dataclasses import replace
from enum import StrEnum

from workshop.domain.answer import Item
from workshop.domain.economics import economics
from workshop.domain.facts import FIGURES, AnswerFacts
from workshop.domain.questionnaire import Page, Question, Questionnaire, Section
from workshop.domain.reading import Reading
from workshop.domain.response import Response
from workshop.domain.validity import row_ids


class SectionStatus(StrEnum):
    """How far someone is with a section of the task list."""

    NOT_STARTED = "not_started"
    BUSY = "busy"
    DONE = "done"


def facts_of(questionnaire: Questionnaire, response: Response, *, figures: bool) -> AnswerFacts:
    """Return what a condition may ask of these answers; `figures` also works out the sums (all but `balance`)."""
    model = questionnaire.model(response.model) or questionnaire.models[0]
    reading = Reading(questionnaire, model, response)
    return AnswerFacts(reading, economics(reading) if figures else None)


def visible(questionnaire: Questionnaire, response: Response) -> frozenset[str]:
    """Return the codes of the questions that are asked: a condition must be true, not merely not false.

    Questions are judged in order, and what was once answered in a question that is hidden now no longer counts.
    """
    conditional = [one for one in questionnaire.questions if one.ask_when is not None]
    if not conditional:
        return questionnaire.always_asked
    figures = any(one.ask_when and one.ask_when.names & FIGURES.keys() for one in conditional)
    facts = facts_of(questionnaire, response, figures=figures)
    shown = set(questionnaire.always_asked)
    for question in conditional:
        if question.ask_when is None or question.ask_when(facts).value is True:
            shown.add(question.code)
        elif response.get(question.code) is not None:
            response = response.with_answers({question.code: None})
            facts = facts_of(questionnaire, response, figures=figures)
    return frozenset(shown)


def pages(questionnaire: Questionnaire, response: Response) -> tuple[Page, ...]:
    """Return the pages that have something to ask, with only the questions that are asked."""
    shown = visible(questionnaire, response)
    cut = (_cut(page, shown) for page in questionnaire.pages)
    return tuple(page for page in cut if page.questions)


def page_at(questionnaire: Questionnaire, response: Response, page_code: str) -> Page | None:
    """Return this page with only the questions that are asked; None when it is unknown or asks nothing."""
    return next((page for page in pages(questionnaire, response) if page.code == page_code), None)


def next_page(questionnaire: Questionnaire, response: Response, page_code: str) -> Page | None:
    """Return the page after this one (itself asked or not); None at the end or when the code is unknown."""
    codes = [page.code for page in questionnaire.pages]
    if page_code not in codes:
        return None
    after = frozenset(codes[codes.index(page_code) + 1 :])
    return next((page for page in pages(questionnaire, response) if page.code in after), None)


def previous_page(questionnaire: Questionnaire, response: Response, page_code: str) -> Page | None:
    """Return the page before this one (itself asked or not); None at the start or when the code is unknown."""
    codes = [page.code for page in questionnaire.pages]
    if page_code not in codes:
        return None
    before = frozenset(codes[: codes.index(page_code)])
    return next((page for page in reversed(pages(questionnaire, response)) if page.code in before), None)


def section_status(section: Section, response: Response, visible: frozenset[str]) -> SectionStatus:
    """Say how far a section is: "weet ik niet" is an answer too; a section that asks nothing is done."""
    asked = [question.code for question in section.questions if question.code in visible]
    answered = [code for code in asked if response.get(code) is not None]
    if len(answered) == len(asked):
        return SectionStatus.DONE
    return SectionStatus.BUSY if answered else SectionStatus.NOT_STARTED


def step_of(questionnaire: Questionnaire, response: Response, page_code: str) -> tuple[int, int]:
    """Return the number of the section of this page, from 1, and how many sections ask something.

    The number is 0 when the page is unknown or its section asks nothing.
    """
    shown = visible(questionnaire, response)
    asking = [one for one in questionnaire.sections if any(question.code in shown for question in one.questions)]
    steps = (n for n, one in enumerate(asking, start=1) if any(page.code == page_code for page in one.pages))
    return next(steps, 0), len(asking)


def rows(question: Question, questionnaire: Questionnaire, response: Response) -> tuple[str, ...]:
    """Return the rows to show for a matrix or count, in the order of the catalogue.

    `rows_from` narrows them to what was named there, as soon as something was; rows that are `always` shown and
    rows that hold an answer come with them, so that nothing is lost unseen.
    """
    known = row_ids(question, questionnaire)
    named = _named(question.rows_from, response) if question.rows_from else ()
    if not named:
        return known
    answer = response.get(question.code)
    held = getattr(answer.value, "levels", getattr(answer.value, "counts", ())) if answer else ()
    wanted = {*named, *question.always, *held}
    return tuple(row for row in known if row in wanted)


def _named(rows_from: str, response: Response) -> tuple[str, ...]:
    """Return the codes in a field of a group ("channels.channel") or in a choices question ("channels")."""
    group, _, code = rows_from.partition(".")
    answer = response.get(group)
    if answer is None or not isinstance(answer.value, tuple):
        return ()
    values = [one.get(code) if isinstance(one, Item) else one for one in answer.value]
    return tuple(text for one in values if isinstance(text := one if isinstance(one, str) else one and one.value, str))


def _cut(page: Page, shown: frozenset[str]) -> Page:
    asked = tuple(question for question in page.questions if question.code in shown)
    return page if len(asked) == len(page.questions) else replace(page, questions=asked)
