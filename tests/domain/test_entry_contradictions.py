"""Contradictions: answers that cannot all be true are named, and what is unknown contradicts nothing."""

from decimal import Decimal

import pytest

from tests.strategies import EVERY_TYPE, FIELDS, questionnaire_of
from workshop.domain.answer import UNKNOWN_ANSWER, Answer, Counts, Item, Problem, Value
from workshop.domain.contradictions import contradictions
from workshop.domain.expression import parse_expression
from workshop.domain.questionnaire import Check, Question, QuestionType
from workshop.domain.response import Response

NOT_MORE_NEW = Check(parse_expression("new <= at_end"), "Je hebt meer nieuwe klanten dan klanten.")
COUNTED = questionnaire_of(
    (
        Question("counts", "Tel je?", QuestionType.YES_NO),
        Question("at_end", "Klanten", QuestionType.NUMBER),
        Question(
            "new",
            "Nieuw",
            QuestionType.NUMBER,
            checks=(NOT_MORE_NEW,),
            ask_when=parse_expression("counts"),
        ),
    )
)


def said(**values: Value | Answer) -> Response:
    answers = {code: one if isinstance(one, Answer) else Answer(value=one) for code, one in values.items()}
    return Response("klantreis", "1", "five-phase", answers=answers)


@pytest.mark.parametrize(("new", "problems"), [(5, 0), (10, 0), (11, 1)])
def test_a_check_that_is_false_is_shown_at_its_question(new: int, problems: int) -> None:
    response = said(counts=True, at_end=Decimal(10), new=Decimal(new))

    found = contradictions(COUNTED, response)

    expected = Problem("new", "answer.check", {"message": "Je hebt meer nieuwe klanten dan klanten."})
    assert found == (expected,) * problems


@pytest.mark.parametrize(
    "response",
    [
        said(counts=True, new=Decimal(11)),
        said(counts=True, new=Decimal(11), at_end=UNKNOWN_ANSWER),
        said(counts=True, at_end=Decimal(10), new=UNKNOWN_ANSWER),
        said(counts=False, at_end=Decimal(10), new=Decimal(11)),
    ],
)
def test_a_check_on_something_unknown_or_hidden_never_complains(response: Response) -> None:
    assert contradictions(COUNTED, response) == ()


@pytest.mark.parametrize(
    ("shares", "problems"),
    [
        (("0.6", "0.4"), ()),
        (("0.6", "0.41"), (Problem("personas.revenue_share", "answer.shares_over_whole", {"total": "101"}),)),
        (("0.6", None), ()),
    ],
)
def test_shares_of_revenue_add_up_to_at_most_a_whole(
    shares: tuple[str | None, ...], problems: tuple[Problem, ...]
) -> None:
    items = tuple(Item({FIELDS[1].code: Answer(value=Decimal(share)) if share else UNKNOWN_ANSWER}) for share in shares)

    assert contradictions(EVERY_TYPE, said(personas=items)) == problems


@pytest.mark.parametrize(
    ("website", "problems"),
    [
        (7, ()),
        (8, (Problem("last_ten", "answer.counted_too_many", {"total": "11", "most": "10"}),)),
    ],
)
def test_the_last_ten_customers_are_at_most_ten(website: int, problems: tuple[Problem, ...]) -> None:
    response = said(last_ten=Counts({"website": website, "flyer": 3}))

    assert contradictions(EVERY_TYPE, response) == problems
