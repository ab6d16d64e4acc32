"""Answers in words: what someone filled in, as a reader would say it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never

from workshop.domain.answer import Answer, Counts, Item, Status, Value
from workshop.domain.journey import Division, Matrix, gather
from workshop.domain.questionnaire import Question, QuestionType
from workshop.language.dates import format_date
from workshop.report.voice import Voice


def answer_words(question: Question, answer: Answer | None, voice: Voice) -> str:
    """Say an answer in words; a long one (a matrix, a group) is summed up in one line."""
    if answer is None:
        return voice.words("status.not_answered")
    match answer.status:
        case Status.UNKNOWN:
            return voice.words("status.unknown")
        case Status.NOT_APPLICABLE:
            return voice.words("status.not_applicable")
        case Status.ANSWERED:
            empty = voice.words("status.not_answered")
            return empty if answer.value is None else value_words(question, answer.value, voice)
        case _:
            assert_never(answer.status)


def value_words(question: Question, value: Value, voice: Voice) -> str:
    """Say a value in words, "–" when there is nothing to say."""
    match value:
        case bool():
            said = voice.words("report.answer.yes" if value else "report.answer.no")
        case date():
            said = format_date(value, voice.words.language)
        case Division():
            said = ", ".join(
                f"{voice.phase(one)} {amount}" for one, amount in division_words(question, value, voice).items()
            )
        case Matrix():
            said = voice.words.plural("report.answer.channels", len(value.levels))
        case Counts():
            said = ", ".join(f"{row_words(question, row, voice)}: {count}" for row, count in value.counts.items())
        case tuple():
            said = _several(question, value, voice)
        case str() | int() | Decimal():
            said = _single(question, value, voice)
        case _:
            assert_never(value)
    return said or "–"


def division_words(question: Question, division: Division, voice: Voice) -> Mapping[str, str]:
    """Amount per phase of the shown model, in words; a phase that is not known says so."""
    unit = question.unit.value if question.unit else ""
    unknown, amounts = voice.words("status.not_answered"), gather(voice.model, division)
    cents = any(amount is not None and amount % 1 for amount in amounts.values())
    return {
        phase: unknown if amount is None else voice.quantity(amount, unit, cents=cents)
        for phase, amount in amounts.items()
    }


def row_words(question: Question, row: str, voice: Voice) -> str:
    """The name of a row of a matrix or count: a channel, a choice, or the row's own id."""
    choice = question.choice(row)
    return choice.text if choice else voice.channel(row)


def item_title(question: Question, item: Item, voice: Voice) -> str:
    """What an entry of a group is called: the answer to its first answered field."""
    for one in question.fields:
        answer = item.get(one.code)
        if answer is not None and answer.known:
            return answer_words(one, answer, voice)
    return voice.words("report.answer.nameless")


def _several(question: Question, values: tuple[str, ...] | tuple[Item, ...], voice: Voice) -> str:
    words = [
        item_title(question, one, voice) if isinstance(one, Item) else _chosen(question, one, voice) for one in values
    ]
    return ", ".join(words)


def _single(question: Question, value: str | int | Decimal, voice: Voice) -> str:
    if question.type in {QuestionType.CHOICE, QuestionType.SCALE}:
        return _chosen(question, str(value), voice)
    if isinstance(value, str):
        return value
    number = Decimal(value)
    if question.type is QuestionType.PERCENT:
        return voice.percent(number)
    if question.type is QuestionType.AMOUNT and question.unit is None:
        return voice.money(number)
    return voice.quantity(number, question.unit.value if question.unit else "")


def _chosen(question: Question, code: str, voice: Voice) -> str:
    choice = question.choice(code)
    return choice.text if choice else voice.channel(code)
