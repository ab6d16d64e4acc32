"""Whoever takes an answer away finds none of its words in the report any more."""

from functools import cache

import pytest

from tests.dossiers import DAY, full_session
from tests.klantreis import bundle
from tests.report.builders import words
from workshop.domain.answer import Answer, Item, Phased
from workshop.domain.assessment import assess
from workshop.domain.questionnaire import Question
from workshop.domain.response import Response
from workshop.report.material import Material
from workshop.report.outline import outline
from workshop.report.plain import to_markdown

QUESTIONNAIRE, RULES = bundle().questionnaire, bundle().rules
WHOLE = full_session(QUESTIONNAIRE, 12)
BATCHES = 6


def markdown(response: Response) -> str:
    found = assess(QUESTIONNAIRE, RULES, response, DAY)
    material = Material(found, QUESTIONNAIRE, RULES, words(), "Jansen", DAY, strict=True)
    return to_markdown(outline(material)).replace("\\", "")


@cache
def whole() -> str:
    return markdown(WHOLE)


def quoted(answer: Answer | None) -> set[str]:
    """The texts in an answer that the report of the whole session quotes."""
    return {text for text in _texts(answer) if text in whole()}


def _texts(answer: Answer | None) -> set[str]:
    match answer.value if answer else None:
        case str() as text if text.startswith("zz-"):
            return {text}
        case Phased(items=items):
            return {text for item in items.values() for one in item.answers.values() for text in _texts(one)}
        case tuple() as values:
            items_ = [one for one in values if isinstance(one, Item)]
            return {text for item in items_ for one in item.answers.values() for text in _texts(one)}
    return set()


def holding() -> list[Question]:
    return [one for one in QUESTIONNAIRE.questions if _texts(WHOLE.get(one.code))]


def test_the_report_of_a_whole_session_quotes_what_was_said() -> None:
    found = {one.code for one in holding() if quoted(WHOLE.get(one.code))}

    assert {"brand_drive", "personas", "messages", "touchpoints"} <= found


@pytest.mark.parametrize("batch", range(BATCHES))
def test_an_answer_that_was_taken_away_is_quoted_nowhere(batch: int) -> None:
    gone = [one.code for one in holding()[batch::BATCHES]]
    lost = {text for code in gone for text in quoted(WHOLE.get(code))}

    left = markdown(WHOLE.with_answers(dict.fromkeys(gone)))

    assert lost
    assert [text for text in sorted(lost) if text in left] == []
