"""Answers in words: what someone filled in, as a reader would say it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never

from workshop.domain.answer import Answer, Counts, Item, Phased, Status, Value
from workshop.domain.journey import Division, Matrix, gather
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question, QuestionType
from workshop.language.dates import format_date
from workshop.report.voice import Voice

_ARTICLES = ("A", "U")
"""Words of one letter that may begin a choice: an English article and a Dutch form of address."""


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
        case Counts() | Phased():
            said = (", " if isinstance(value, Counts) else "; ").join(_rows(question, value, voice))
        case tuple():
            said = _several(question, value, voice)
        case str() | int() | Decimal():
            said = _single(question, value, voice)
        case _:
            assert_never(value)
    return said or "–"


def division_words(question: Question, division: Division, voice: Voice) -> Mapping[str, str]:
    """Amount per phase of the shown model, in words; a phase that is not known says so."""
    unknown, amounts = voice.words("status.not_answered"), gather(voice.model, division)
    cents = any(amount is not None and amount % 1 for amount in amounts.values())
    return {
        phase: unknown if amount is None else amount_words(question, amount, voice, cents=cents)
        for phase, amount in amounts.items()
    }


def amount_words(question: Question, amount: Decimal, voice: Voice, *, cents: bool = False) -> str:
    """A part of a division in words; parts in percent are kept as points, 15 for "15 %"."""
    unit = question.unit.value if question.unit else ""
    return voice.quantity(amount / 100 if unit == "percent" else amount, unit, cents=cents)


def row_words(question: Question, row: str, voice: Voice) -> str:
    """The name of a row of a matrix or count: a channel, a choice, or the row's own id."""
    choice = question.choice(row)
    return choice.text if choice else voice.channel(row)


def item_title(question: Question, item: Item, voice: Voice) -> str:
    """What an entry of a group is called: its name where it was made on the map, else its first answered field."""
    named = question.field("name") if question.editor else None
    for one in (*((named,) if named else ()), *question.fields):
        answer = item.get(one.code)
        if answer is not None and answer.known:
            return answer_words(one, answer, voice)
    return voice.words("report.answer.nameless")


def _rows(question: Question, value: Counts | Phased, voice: Voice) -> Iterator[str]:
    """Say what was counted in each row, or told of each phase: its first field is what the question is about."""
    if isinstance(value, Counts):
        yield from (f"{row_words(question, row, voice)}: {count}" for row, count in value.counts.items())
        return
    for card in cards(voice.model, value):
        if card.item is not None:
            yield f"{voice.phase(card.phase)}: {item_title(question, card.item, voice)}"


def _several(question: Question, values: tuple[str, ...] | tuple[Item, ...], voice: Voice) -> str:
    words = [
        item_title(question, one, voice) if isinstance(one, Item) else chosen_words(question, one, voice)
        for one in values
    ]
    names = {channel.name for channel in voice.questionnaire.channels}
    chosen = [isinstance(one, str) and said not in names for one, said in zip(values, words, strict=True)]
    return ", ".join(in_line(said) if at and chosen[at] else said for at, said in enumerate(words))


def in_line(words: str) -> str:
    """A choice within a sentence: it begins with a small letter, unless its first word is one letter or a name."""
    first = words.split(" ", 1)[0]
    named = len(first) == 1 and first not in _ARTICLES
    return words if named or first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


def _single(question: Question, value: str | int | Decimal, voice: Voice) -> str:
    if question.type in {QuestionType.CHOICE, QuestionType.SCALE}:
        return chosen_words(question, str(value), voice)
    if isinstance(value, str):
        return value
    number = Decimal(value)
    if question.type is QuestionType.PERCENT:
        return voice.percent(number)
    if question.type is QuestionType.AMOUNT and question.unit is None:
        return voice.money(number)
    return voice.quantity(number, question.unit.value if question.unit else "")


def chosen_words(question: Question, code: str, voice: Voice) -> str:
    """The words of a choice or a channel."""
    choice = question.choice(code)
    return choice.text if choice else voice.channel(code)
