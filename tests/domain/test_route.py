"""The route: which questions are asked, in which order, and how far someone is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import EVERY_TYPE, questionnaire_of, questionnaires
from workshop.domain.answer import NOT_APPLICABLE_ANSWER, UNKNOWN_ANSWER, Answer, Counts, Item
from workshop.domain.expression import parse_expression
from workshop.domain.questionnaire import Page, Question, Questionnaire, QuestionType
from workshop.domain.response import Response
from workshop.domain.route import SectionStatus, plan, rows, visible

YES, NO = Answer(value=True), Answer(value=False)


def yes_no(code: str, ask_when: str = "") -> Question:
    condition = parse_expression(ask_when) if ask_when else None
    return Question(code, code, QuestionType.YES_NO, ask_when=condition)


CHAIN = questionnaire_of(
    (yes_no("shop"), yes_no("online", "shop"), yes_no("returns", "online"), yes_no("last"), yes_no("end"))
)


def said(**answers: Answer) -> Response:
    return Response("klantreis", "1", "five-phase", answers=answers)


@pytest.mark.parametrize(
    ("shop", "shown"), [(YES, True), (NO, False), (UNKNOWN_ANSWER, False), (NOT_APPLICABLE_ANSWER, False)]
)
def test_a_question_is_asked_only_when_its_condition_is_true(shop: Answer, shown: bool) -> None:
    assert ("online" in visible(CHAIN, said(shop=shop))) is shown


def test_an_answer_to_a_question_that_is_hidden_now_no_longer_counts() -> None:
    response = said(shop=NO, online=YES)

    assert visible(CHAIN, response) == {"shop", "last", "end"}


@pytest.mark.parametrize(("bought_again", "shown"), [("0.4", True), ("0.5", False), (None, False)])
def test_a_condition_may_name_a_figure(bought_again: str | None, shown: bool) -> None:
    repeat = Question("repeat_rate", "Kocht opnieuw", QuestionType.PERCENT)
    questionnaire = questionnaire_of((repeat, yes_no("why", "retention < 0.5")))
    answers = {"repeat_rate": Answer(value=Decimal(bought_again))} if bought_again else {}

    assert ("why" in visible(questionnaire, said(**answers))) is shown


def test_pages_without_a_question_to_ask_are_passed_over() -> None:
    response = said(shop=NO)

    following = plan(CHAIN, response).after("page_shop")

    assert following is not None
    assert following.code == "page_last"
    assert plan(CHAIN, response).before("page_last") == plan(CHAIN, response).page("page_shop")
    assert plan(CHAIN, response).page("page_online") is None


def test_from_a_page_that_is_hidden_now_the_route_goes_on() -> None:
    following = plan(CHAIN, said(shop=NO)).after("page_online")

    assert following is not None
    assert following.code == "page_last"


@pytest.mark.parametrize("code", ["", "no_such_page"])
def test_an_unknown_page_leads_nowhere(code: str) -> None:
    assert plan(CHAIN, said()).after(code) is None
    assert plan(CHAIN, said()).before(code) is None


@given(questionnaires(), st.data())
def test_every_questionnaire_can_be_walked_to_its_end_visiting_each_page_once(
    questionnaire: Questionnaire, data: st.DataObject
) -> None:
    response = Response("random", "1", "five-phase")
    walked: list[Page] = []
    page = next(iter(plan(questionnaire, response).pages))
    while page is not None:
        assert page.code not in [one.code for one in walked]
        walked.append(page)
        response = response.with_answers({one.code: data.draw(st.sampled_from((YES, NO))) for one in page.questions})
        page = plan(questionnaire, response).after(page.code)  # type: ignore[assignment]

    assert [one.code for one in walked] == [one.code for one in plan(questionnaire, response).pages]


@given(questionnaires(), st.data())
def test_walking_back_visits_the_same_pages(questionnaire: Questionnaire, data: st.DataObject) -> None:
    answers = {one.code: data.draw(st.sampled_from((YES, NO, UNKNOWN_ANSWER))) for one in questionnaire.questions}
    response = Response("random", "1", "five-phase", answers=answers)
    asked = plan(questionnaire, response).pages

    back: list[Page] = [asked[-1]]
    while (page := plan(questionnaire, response).before(back[-1].code)) is not None:
        back.append(page)

    assert tuple(reversed(back)) == asked


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({}, SectionStatus.NOT_STARTED),
        ({"shop": YES}, SectionStatus.BUSY),
        ({"shop": NO}, SectionStatus.DONE),
        ({"shop": UNKNOWN_ANSWER}, SectionStatus.DONE),
        ({"shop": YES, "online": NOT_APPLICABLE_ANSWER}, SectionStatus.DONE),
    ],
)
def test_a_section_is_done_when_all_that_is_asked_has_an_answer(
    answers: dict[str, Answer], status: SectionStatus
) -> None:
    response = said(**answers)

    assert plan(CHAIN, response).status(CHAIN.sections[0]) is status


def test_steps_count_the_sections_that_ask_something() -> None:
    hidden = questionnaire_of(
        (yes_no("a"), yes_no("b"), yes_no("c"), *(yes_no(code, "a") for code in "def"), yes_no("g"))
    )

    assert plan(hidden, said()).step("page_g") == (2, 2)
    assert plan(hidden, said(a=YES)).step("page_g") == (3, 3)
    assert plan(hidden, said()).step("page_d") == (0, 2)


def test_rows_are_the_channels_named_before_those_always_shown_and_those_with_an_answer() -> None:
    matrix = Question(
        "use", "", QuestionType.COUNT, rows="channels", rows_from="channels.channel", always=("word_of_mouth",)
    )
    named = Answer(value=(Item({"channel": Answer(value="flyer")}), Item({"channel": UNKNOWN_ANSWER})))

    response = said(channels=named, use=Answer(value=Counts({"website": 3})))

    assert rows(matrix, EVERY_TYPE, response) == ("website", "flyer", "word_of_mouth")


@pytest.mark.parametrize("channels", [None, UNKNOWN_ANSWER, Answer(value=Decimal(3))])
def test_all_rows_are_shown_while_no_channel_is_named(channels: Answer | None) -> None:
    matrix = Question("use", "", QuestionType.COUNT, rows="channels", rows_from="channels.channel")
    response = said(**({"channels": channels} if channels else {}))

    assert rows(matrix, EVERY_TYPE, response) == ("website", "flyer", "word_of_mouth", "newsletter")
