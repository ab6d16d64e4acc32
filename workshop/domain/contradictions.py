"""Answers that cannot all be true: told to whoever gave them, never corrected in silence."""

from decimal import Decimal
from typing import Final

from workshop.domain.answer import Answer, Counts, Item, Problem
from workshop.domain.facts import FIGURES
from workshop.domain.journey import Block, Division
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType, Unit
from workshop.domain.response import Response
from workshop.domain.route import asked_of, facts_of, visible
from workshop.language.numbers import say_number
from workshop.language.tongue import Language

REVENUE_SHARE: Final = "revenue_share"
"""Code of the group field that holds an item's share of the revenue; together at most 100 %."""
HUNDRED: Final = Decimal(100)


def contradictions(
    questionnaire: Questionnaire, response: Response, within: frozenset[str] | None = None
) -> tuple[Problem, ...]:
    """Find visible answers that cannot all be true; what is unknown contradicts nothing.

    `within` keeps to contradictions between these questions only, such as those of one page.
    """
    seen = asked_of(questionnaire, response, visible(questionnaire, response))
    asked = [one for one in questionnaire.questions if within is None or one.code in within]
    near = {one.code: [c for c in one.checks if within is None or c.condition.names <= within] for one in asked}
    figures = any(check.condition.names & FIGURES.keys() for checks in near.values() for check in checks)
    facts = facts_of(questionnaire, seen, figures=figures)
    problems: list[Problem] = []
    for one in asked:
        answer = seen.get(one.code)
        if answer is None:
            continue
        broken = [check for check in near[one.code] if check.condition(facts).value is False]
        problems += [Problem(one.code, "answer.check", {"message": check.message}) for check in broken]
        problems += _totals(one, answer, Language(response.language))
    return tuple(problems)


def _totals(question: Question, answer: Answer, language: Language) -> tuple[Problem, ...]:
    """Add up what may not exceed a whole: counted rows, and the shares of the items of a group."""
    most = question.at_most
    if isinstance(answer.value, Counts) and most is not None and answer.value.total > most:
        values = {one: say_number(Decimal(n), language) for one, n in (("total", answer.value.total), ("most", most))}
        return (Problem(question.code, "answer.counted_too_many", values),)
    if isinstance(answer.value, Division) and question.unit is Unit.PERCENT:
        return _whole(question, answer.value, language)
    if question.type is not QuestionType.GROUP or not isinstance(answer.value, tuple):
        return ()
    shares = [item.get(REVENUE_SHARE) for item in answer.value if isinstance(item, Item)]
    total = sum((one.value for one in shares if one and isinstance(one.value, Decimal)), Decimal(0))
    if total <= 1:
        return ()
    shown = say_number(total.scaleb(2), language)
    return (Problem(f"{question.code}.{REVENUE_SHARE}", "answer.shares_over_whole", {"total": shown}),)


def _whole(question: Question, division: Division, language: Language) -> tuple[Problem, ...]:
    """Refuse a hundred percent that is divided into more, or wholly divided into less."""
    total = division.total
    if total == HUNDRED or (total < HUNDRED and len(division.parts) < len(Block)):
        return ()
    return (Problem(question.code, "answer.not_hundred", {"total": say_number(total, language)}),)
