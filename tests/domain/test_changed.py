"""What a part of the answers changed: scores, gaps and sums with and without it."""

from decimal import Decimal

import pytest

from tests.klantreis import bundle, example, response
from workshop.domain.assessment import Assessment, assess
from workshop.domain.changed import Changed, changed, without
from workshop.domain.questionnaire import Section
from workshop.domain.response import Response

SALON, FULL = example("kapsalon-snel"), example("kapsalon")
SECTIONS = {one.code: one for one in bundle().questionnaire.sections}


def judged(given: Response) -> Assessment:
    return assess(bundle().questionnaire, bundle().rules, given)


def brought(section: str, **answers: object) -> Changed:
    """Return what a section brought to the salon, with these answers in the place of its own."""
    given = response({**SALON, **answers})
    return changed(judged(without(given, SECTIONS[section])), judged(given))


def test_nothing_changes_when_nothing_differs() -> None:
    now = judged(response(SALON))

    same = changed(now, now)

    assert (same.phases, same.selftests, same.found, same.gone, dict(same.figures)) == ((), (), (), (), {})


@pytest.mark.parametrize("section", bundle().questionnaire.sections, ids=lambda one: one.code)
def test_without_a_section_only_its_own_answers_are_gone(section: Section) -> None:
    given = response(SALON)

    left = without(given, section).answers

    own = {question.code for question in section.questions}
    assert left == {code: answer for code, answer in given.answers.items() if code not in own}


def test_scores_that_were_not_known_are_known_now_and_surer() -> None:
    found = {one.id: one for one in brought("attention").phases}

    assert found["awareness"].before.value is None
    assert found["awareness"].after == next(
        one.score for one in judged(response(SALON)).phases if one.phase == "awareness"
    )
    assert all(one.surer for one in found.values())


def test_an_answer_can_raise_a_score_and_another_lower_it() -> None:
    caring = {"hours_per_phase": {"awareness": 1, "consideration": 1, "purchase": 1, "retention": 4, "advocacy": 1}}

    before, after = judged(response(SALON)), judged(response({**SALON, **caring}))
    moved = {one.id: one for one in changed(before, after).phases}

    assert value(moved["retention"].after.value) > value(moved["retention"].before.value)
    assert value(moved["purchase"].after.value) < value(moved["purchase"].before.value)
    assert "awareness" not in moved


def value(score: Decimal | None) -> Decimal:
    assert score is not None
    return score


def test_a_gap_that_answers_bring_to_light_is_found_and_with_other_answers_gone() -> None:
    silent, kept = response(FULL), response({**FULL, "contacts_between": 12})

    opened, closed = changed(judged(kept), judged(silent)), changed(judged(silent), judged(kept))

    assert [(one.id, one.phase) for one in opened.found if one.id == "G01"] == [("G01", "retention")]
    assert [(one.id, one.phase) for one in closed.gone if one.id == "G01"] == [("G01", "retention")]


def test_sums_that_can_be_made_now_are_told_with_what_they_were() -> None:
    old, new = brought("returns").figures["clv5"]

    assert old.value is None
    assert round(value(new.value), 2) == Decimal("371.42")


def test_a_sum_that_stays_the_same_is_not_told() -> None:
    assert "clv5" not in brought("attention").figures
