"""The klantreis questionnaire itself: every question has a reason, an example, a prompt and a source."""

from collections.abc import Iterator

import pytest

from tests.klantreis import bundle
from workshop.domain.questionnaire import Question, QuestionType

NUMBERS = (QuestionType.NUMBER, QuestionType.AMOUNT, QuestionType.PERCENT, QuestionType.DIVISION, QuestionType.COUNT)
PER_MAP = ("maps", "touchpoints")


def every_question() -> Iterator[tuple[str, Question]]:
    for question in bundle().questionnaire.questions:
        yield question.code, question
        yield from ((f"{question.code}.{field.code}", field) for field in question.fields)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("part", ["why", "example", "prompt", "source", "help"])
def test_every_question_and_field_carries_it(part: str, language: str) -> None:
    questions = {one.code: one for one in bundle(language).questionnaire.questions}
    everything = [(code, one) for code, one in questions.items()]
    everything += [(f"{code}.{field.code}", field) for code, one in questions.items() for field in one.fields]

    assert [code for code, one in everything if not getattr(one, part)] == []


def test_every_figure_says_where_to_find_it_and_how_long_that_takes() -> None:
    asked = [(code, one) for code, one in every_question() if one.type in NUMBERS and not code.startswith(PER_MAP)]

    assert [code for code, one in asked if not one.find or not one.minutes] == []


def test_dutch_sentences_of_titles_and_reasons_have_at_most_fifteen_words() -> None:
    long = [code for code, one in every_question() for text in (one.title, one.why) if _longest(text) > 15]

    assert long == []


def _longest(text: str) -> int:
    return max((len(sentence.split()) for sentence in text.replace("?", ".").split(".")), default=0)


def test_the_full_bank_is_there_and_the_quick_scan_is_a_part_of_it() -> None:
    questions = bundle().questionnaire.questions

    quick = [one.code for one in questions if not one.full]

    assert len(questions) >= 80
    assert 29 <= len(quick) <= 34
    assert {"goal", "personas", "last_ten", "channel_use", "margin", "contacts_between"} <= set(quick)
