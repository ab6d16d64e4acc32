"""Homework: every "weet ik niet", however deep it stands, and what is open and can be looked up; nothing else."""

from collections.abc import Mapping
from dataclasses import replace

from tests.klantreis import bundle, example, response
from tests.strategies import EVERY_TYPE, FIELDS, FIVE
from workshop.domain.answer import NOT_APPLICABLE_ANSWER, UNKNOWN_ANSWER, Answer, Item, Phased
from workshop.domain.homework import Things, errands, found_out, minutes, things
from workshop.domain.journey import Block
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType
from workshop.domain.response import Length, Response
from workshop.domain.route import plan
from workshop.domain.what_if import COUNTS


def tiny(**answers: Answer) -> Response:
    return Response("klantreis", "1", FIVE.id, answers=answers)


def found(response: Response, questionnaire: Questionnaire = EVERY_TYPE) -> list[tuple[str, str, int, str, bool]]:
    model = questionnaire.model(response.model) or questionnaire.models[0]
    return [
        (one.question.code, one.field.code if one.field else "", one.number, one.phase, one.unknown)
        for one in errands(plan(questionnaire, response), model)
    ]


def test_what_nobody_knows_is_homework_and_what_does_not_apply_is_not() -> None:
    assert found(tiny(growth=UNKNOWN_ANSWER, hours=NOT_APPLICABLE_ANSWER)) == [("growth", "", 0, "", True)]


def test_a_field_of_an_entry_is_told_with_its_number() -> None:
    people = (Item({"wishes": Answer(value="rust")}), Item({"wishes": UNKNOWN_ANSWER, "kind": UNKNOWN_ANSWER}))

    assert found(tiny(personas=Answer(value=people))) == [
        ("personas", "kind", 2, "", True),
        ("personas", "wishes", 2, "", True),
    ]


def test_a_field_of_a_phase_is_told_once_for_the_whole_phase() -> None:
    said = Item({"name": UNKNOWN_ANSWER})
    messages = Phased({Block.INTEREST: said, Block.DESIRE: said, Block.BUYING: Item({"name": Answer(value="koop")})})

    assert found(tiny(messages=Answer(value=messages))) == [("messages", "name", 0, "consideration", True)]


def test_an_open_question_is_homework_only_when_it_can_be_looked_up() -> None:
    """The hair salon without its three counts and without its goal: the goal is nothing to look up."""
    answers = {code: value for code, value in example("kapsalon-snel").items() if code not in (*COUNTS, "goal")}
    model = bundle().questionnaire.model("five-phase")
    assert model is not None

    route = plan(bundle().questionnaire, response(answers))

    assert [one.question.code for one in errands(route, model) if not one.unknown] == list(COUNTS)


def test_an_optional_question_that_was_left_blank_is_no_homework() -> None:
    blank = replace(response({}), length=Length.FULL)

    codes = {one[0] for one in found(blank, bundle().questionnaire)}

    assert "hour_cost" in codes
    assert not codes & bundle().questionnaire.optional


def test_the_salon_has_each_thing_it_does_not_know() -> None:
    assert {one[:2] for one in found(response(example("kapsalon")), bundle().questionnaire)} == {
        ("abandoned_share", ""),
        ("personas", "barriers"),
        ("channels", "new_contacts_per_month"),
        ("messages", "five_seconds"),
        ("phase_checks", "kpi"),
        ("touchpoints", "drop_off"),
    }


def test_the_same_question_for_more_entries_is_one_thing() -> None:
    route = plan(EVERY_TYPE, tiny(personas=Answer(value=(Item({"name": UNKNOWN_ANSWER}),) * 3), growth=UNKNOWN_ANSWER))

    found = errands(route, FIVE)

    assert (len(found), things(found)) == (4, Things(2, 0))


def test_a_hidden_field_is_no_homework() -> None:
    """Who sells to consumers only is not asked about deciders, whatever was said before."""
    answers: Mapping[str, object] = {**example("kapsalon"), "market": "b2c"}
    before = response(answers)
    personas = before.answers["personas"].value
    assert isinstance(personas, tuple)
    hidden = [Item({**one.answers, "lead_time_weeks": UNKNOWN_ANSWER}) for one in personas if isinstance(one, Item)]

    after = before.with_answers({"personas": Answer(value=tuple(hidden))})

    assert found(after, bundle().questionnaire) == found(before, bundle().questionnaire)


def test_what_was_looked_up_has_an_answer() -> None:
    route = plan(bundle().questionnaire, response({"margin": 55, "hour_cost": {"status": "unknown"}, "team": "alone"}))

    assert [one.code for one in found_out(route)] == ["margin"]


def test_minutes_are_added_up_and_what_does_not_say_adds_nothing() -> None:
    timed = [replace(FIELDS[0], minutes=one) for one in (10, None, 5)]

    assert minutes(timed) == 15
    assert minutes([Question("x", "X", QuestionType.TEXT)]) == 0
