"""What holds for any full session: no crash, evidence, nothing hidden that counts, nothing lost, one door."""

import ast
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.dossiers import full_session
from tests.klantreis import bundle
from tests.strategies import answers, full_sessions, lengths, responses
from workshop.content import answers_file
from workshop.domain.answer import Answer, Phased
from workshop.domain.assessment import Assessment, assess
from workshop.domain.contradictions import contradictions
from workshop.domain.entry import parse_entry, show_entry
from workshop.domain.finding import FindingStatus
from workshop.domain.hand import Hand
from workshop.domain.journey import PhaseModel
from workshop.domain.phased import cards, collect
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.response import Length, Response
from workshop.domain.route import asked_of, visible
from workshop.language.tongue import Language
from workshop.services.reporting import Form, Reporting, Wish
from workshop.storage.records import decode, encode

QUESTIONNAIRE, RULES = bundle().questionnaire, bundle().rules
TODAY = date(2026, 11, 22)
WORKSHOP = Path(__file__).resolve().parents[2] / "workshop"
QUESTIONS = st.sampled_from(QUESTIONNAIRE.questions)
PER_PHASE = st.sampled_from([one for one in QUESTIONNAIRE.questions if one.type is QuestionType.PER_PHASE])
models = st.sampled_from(QUESTIONNAIRE.models)
full = full_sessions(QUESTIONNAIRE)
any_session = responses(QUESTIONNAIRE) | full
slow = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    deadline=None,
    max_examples=40,
)


def run(found: Response) -> Assessment:
    return assess(QUESTIONNAIRE, RULES, found, TODAY)


@slow
@given(any_session)
def test_any_session_gives_scores_in_their_range_and_gaps_with_evidence(found: Response) -> None:
    assessment = run(found)

    codes = {one.code for one in QUESTIONNAIRE.questions}
    phases, questions = (one.score for one in assessment.phases), (one.score for one in assessment.selftests)
    for score in (assessment.total, *phases, *questions):
        assert 0 <= score.low <= score.high <= 100
        assert 0 <= score.certainty <= 100
    for finding in assessment.findings:
        assert finding.evidence, finding.id
        assert set(finding.evidence) <= codes
        assert finding.priority is None or 1 <= finding.priority <= 25
    assert all(one.evidence for one in assessment.strengths)
    assert len(assessment.top) <= 3


@slow
@given(full, st.integers(0, 3))
def test_few_answers_of_a_full_session_say_nothing_they_do_not_rest_on(found: Response, count: int) -> None:
    kept = dict(list(found.answers.items())[: count * count])

    for finding in run(replace(found, answers=kept)).findings:
        assert finding.evidence, finding.id


@slow
@given(full, QUESTIONS)
def test_taking_an_answer_away_takes_away_every_value_that_quoted_it(found: Response, question: Question) -> None:
    after = run(found.with_answers({question.code: None}))

    assert question.code not in after.values
    for shown in (*(one.shown for one in after.findings), *(one.shown for one in after.strengths)):
        assert question.code not in shown
    for name in after.values:
        figure = after.economics.figure(name)
        assert figure is None or question.code not in figure.codes, name


@slow
@given(any_session)
def test_what_is_not_asked_counts_for_nothing(found: Response) -> None:
    shown = visible(QUESTIONNAIRE, found)

    assert run(found) == run(asked_of(QUESTIONNAIRE, found, shown))


@slow
@given(st.data(), any_session)
def test_another_answer_to_a_hidden_question_changes_nothing(data: st.DataObject, found: Response) -> None:
    shown = visible(QUESTIONNAIRE, found)
    hidden = [one for one in QUESTIONNAIRE.questions if one.code not in shown and one.code in found.answers]
    assume(hidden)
    question = data.draw(st.sampled_from(hidden))

    other = found.with_answers({question.code: data.draw(answers(question, QUESTIONNAIRE))})

    assert run(found) == run(other)


@slow
@given(any_session, models, lengths)
def test_another_model_or_length_keeps_every_answer(found: Response, model: PhaseModel, length: Length) -> None:
    here = replace(found, length=Length.FULL)
    there = replace(here, model=model.id)

    assert run(there).response.answers == run(here).response.answers
    assert run(there).economics == run(here).economics
    assert run(replace(found, length=length)).response.answers == run(here).response.answers


@slow
@given(st.data(), PER_PHASE, st.lists(models, min_size=1, max_size=5))
def test_cards_of_any_sequence_of_models_lose_nothing(
    data: st.DataObject, question: Question, chain: list[PhaseModel]
) -> None:
    answer = data.draw(answers(question, QUESTIONNAIRE).filter(lambda one: isinstance(one.value, Phased)))
    phased = answer.value
    assert isinstance(phased, Phased)

    kept: Phased | None = phased
    for model in chain:
        kept = collect(model, {card.key: card.item for card in cards(model, kept)}, kept)

    assert kept == phased


@slow
@given(st.data(), QUESTIONS, st.lists(models, min_size=1, max_size=3), st.sampled_from(Language))
def test_saving_a_page_unchanged_in_any_sequence_of_models_changes_nothing(
    data: st.DataObject,
    question: Question,
    chain: list[PhaseModel],
    language: Language,
) -> None:
    answer = data.draw(answers(question, QUESTIONNAIRE))

    saved: object = answer
    for model in chain:
        assert isinstance(saved, Answer)
        shown = show_entry(question, saved, QUESTIONNAIRE, model, language)
        saved = parse_entry(question, shown, QUESTIONNAIRE, model, language, before=saved)

    assert saved == answer


@slow
@given(full)
def test_a_full_session_is_stored_and_read_back_as_it_was(found: Response) -> None:
    assert decode(encode(found.answers)) == found.answers
    assert decode(encode(found.answers, QUESTIONNAIRE.money_codes)) == found.answers


@slow
@given(full)
def test_a_full_session_is_written_to_a_file_and_read_back_as_it_was(found: Response) -> None:
    assume(not contradictions(QUESTIONNAIRE, found))

    assert answers_file.read(answers_file.write(found, QUESTIONNAIRE), lambda _, language: bundle(language)) == found


def test_the_whole_session_contradicts_nothing_and_fires_rules_of_every_kind() -> None:
    whole = full_session(QUESTIONNAIRE)

    assert contradictions(QUESTIONNAIRE, whole) == ()
    fired = {one.id for one in run(whole).findings if one.status is FindingStatus.FIRED}
    assert len(fired) >= 10
    assert len(run(whole).strengths) >= 3


@pytest.mark.parametrize("language", Language)
def test_both_languages_judge_a_whole_session_the_same(language: Language) -> None:
    spoken = bundle(language)

    found = assess(spoken.questionnaire, spoken.rules, full_session(spoken.questionnaire), TODAY)

    assert [(one.id, one.status, one.priority) for one in found.findings] == [
        (one.id, one.status, one.priority) for one in run(full_session(QUESTIONNAIRE)).findings
    ]


def test_the_result_page_and_every_report_rest_on_one_assessment_of_the_same_answers() -> None:
    asked: list[Response] = []

    class Faces:
        def word(self, found: Assessment, made_on: date, wish: Wish, hand: Hand) -> bytes:
            return str(found.total.value).encode()

        pdf = word

        def page(self, found: Assessment, made_on: date, wish: Wish, hand: Hand) -> str:
            return str(found.total.value)

        markdown = page

        def result(self, found: Assessment, made_on: date, hand: Hand) -> str:
            return str(found.total.value)

    def judging(response: Response) -> Assessment:
        asked.append(response)
        return run(response)

    whole = full_session(QUESTIONNAIRE)
    reporting = Reporting(judging, Faces())

    said = {reporting.result(whole, TODAY), *(reporting.report(whole, Wish(form), TODAY).decode() for form in Form)}

    assert len(said) == 1
    assert Decimal(said.pop()) == run(whole).total.value
    assert asked == [whole] * (len(Form) + 1)


def test_nothing_outside_the_domain_scores_or_judges_by_itself() -> None:
    own = {"assess", "score_phase", "score_selftest", "attention", "judge", "judge_plan", "strong_points", "mean_score"}
    taken = {
        (path.relative_to(WORKSHOP).as_posix(), name.name)
        for path in WORKSHOP.rglob("*.py")
        if "domain" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workshop.domain")
        for name in node.names
    }

    assert {one for one in taken if one[1] in own} == {("bootstrap.py", "assess")}
