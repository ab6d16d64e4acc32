"""A better answer never lowers a score: the promise for every answer that a score is made of."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.klantreis import assessed, bundle, example
from workshop.domain.assessment import Assessment

BASE: Mapping[str, object] = example("kapsalon")
TALKS = ("never", "longer", "under_year", "under_3_months", "this_month")
PHASES = ("awareness", "consideration", "purchase", "retention", "advocacy")
ASPECTS = ("desires", "fears", "wishes", "needs", "interests", "barriers")
few = settings(max_examples=25, deadline=None)


def question_score(assessment: Assessment, number: int) -> Decimal:
    found = assessment.selftests[number - 1].score
    return found.low if found.value is None else found.value


def with_persona(filled: int, evidence: int) -> Mapping[str, object]:
    aspects = {one: {"value": "tekst", "evidence": evidence} for one in ASPECTS[:filled]}
    return {**BASE, "personas": [{"name": "Groep", **aspects}]}


@few
@given(st.integers(0, 3))
def test_a_more_recent_talk_never_lowers_how_well_one_knows_ones_customers(place: int) -> None:
    worse, better = (assessed({**BASE, "last_interview": TALKS[place + more]}) for more in (0, 1))

    assert question_score(worse, 1) <= question_score(better, 1)


@few
@given(st.integers(0, 40), st.integers(1, 40))
def test_more_talks_never_lower_it(talks: int, more: int) -> None:
    worse, better = (assessed({**BASE, "interviews_count": one}) for one in (talks, talks + more))

    assert question_score(worse, 1) <= question_score(better, 1)


@few
@given(st.integers(1, 5), st.integers(0, 2))
def test_more_aspects_or_better_evidence_never_lower_it(filled: int, evidence: int) -> None:
    start = question_score(assessed(with_persona(filled, evidence)), 1)

    assert start <= question_score(assessed(with_persona(filled + 1, evidence)), 1)
    assert start <= question_score(assessed(with_persona(filled, evidence + 1)), 1)


@few
@given(st.sampled_from(["hours_per_phase", "hours_to_win", "hours_to_deliver"]), st.integers(0, 2))
def test_better_evidence_for_hours_never_lowers_the_time_score(code: str, evidence: int) -> None:
    value = BASE[code]
    plain = value["value"] if isinstance(value, dict) else value

    worse, better = (assessed({**BASE, code: {"value": plain, "evidence": evidence + more}}) for more in (0, 1))

    assert question_score(worse, 4) <= question_score(better, 4)


@few
@given(st.sampled_from(PHASES), st.integers(0, 2))
def test_using_a_channel_that_fits_more_never_lowers_the_phase(phase: str, level: int) -> None:
    questionnaire = bundle().questionnaire
    model = questionnaire.model("five-phase")
    assert model is not None
    place = next(one for one in model.phases if one.id == phase)
    strong = next(c.id for c in questionnaire.channels if any(c.fits[s].level == "strong" for s in place.stages))

    def score(used: int) -> Decimal:
        use = {strong: dict.fromkeys(PHASES, 0) | {phase: used}, "radio_tv": dict.fromkeys(PHASES, 1)}
        found = next(one for one in assessed({**BASE, "channel_use": use}).phases if one.phase == phase)
        return found.score.low if found.score.value is None else found.score.value

    assert score(level) <= score(level + 1)


@few
@given(st.integers(0, 6), st.integers(1, 6))
def test_hours_for_a_neglected_phase_never_lower_its_score(hours: int, more: int) -> None:
    def score(given_: int) -> Decimal:
        per_phase = {"awareness": 40, "consideration": 5, "purchase": 5, "retention": given_, "advocacy": 1}
        found = next(one for one in assessed({**BASE, "hours_per_phase": per_phase}).phases if one.phase == "retention")
        assert found.score.value is not None
        return found.score.value

    assert score(hours) <= score(hours + more)


@few
@given(st.integers(1, 400), st.integers(1, 100))
def test_cheaper_winning_never_lowers_the_revenue_score(euros: int, more: int) -> None:
    dear, cheap = (assessed({**BASE, "acquisition_spend": one * 100}) for one in (euros + more, euros))

    assert question_score(dear, 5) <= question_score(cheap, 5)


@few
@given(st.integers(0, 95), st.integers(1, 5))
def test_more_customers_who_stay_are_never_worth_less(percent: int, more: int) -> None:
    unknown = {"status": "unknown"}
    answers = {**BASE, "customers_start": unknown}

    worse, better = (
        assessed({**answers, "repeat_rate": one}).economics.clv5.value for one in (percent, percent + more)
    )

    assert worse is not None
    assert better is not None
    assert worse < better
