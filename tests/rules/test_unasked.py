"""What nobody answered is no claim: a rule fires on answers only, whatever section was filled in first."""

from functools import cache

import pytest

from tests.klantreis import FOLDER, bundle
from workshop.content import answers_file
from workshop.domain.assessment import Assessment, assess
from workshop.domain.finding import FindingStatus
from workshop.domain.response import Response

EXAMPLES = sorted(path.stem for path in (FOLDER / "examples").glob("*.json"))
SECTIONS = [one.code for one in bundle().questionnaire.sections]
RULES = [one.id for one in bundle().rules.gaps]
ON_A_SCORE = "S23"
"""A phase score is worked out of many answers, so this strong point names but the first of them."""


@cache
def whole(name: str) -> Response:
    """Read a worked example."""
    text = (FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8")
    found = answers_file.read(text, lambda _, language: bundle(language))
    assert isinstance(found, Response), found
    return found


@cache
def only(name: str, section: str) -> Assessment:
    """Assess a worked example of which only one section was answered."""
    questionnaire = bundle().questionnaire
    others = (one.code for part in questionnaire.sections if part.code != section for one in part.questions)
    return assess(questionnaire, bundle().rules, whole(name).with_answers(dict.fromkeys(others)))


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_fires_on_unanswered_questions_alone(rule: str) -> None:
    claimed = [
        (name, section, one.evidence)
        for name in EXAMPLES
        for section in SECTIONS
        for one in only(name, section).findings
        if one.id == rule and one.status is FindingStatus.FIRED and not _answered(only(name, section), one.evidence)
    ]

    assert claimed == []


def test_no_strong_point_rests_on_unanswered_questions_alone() -> None:
    assessments = [only(name, section) for name in EXAMPLES for section in SECTIONS]

    points = ((found, one) for found in assessments for one in found.strengths if one.id != ON_A_SCORE)
    assert all(_answered(found, one.evidence) for found, one in points)


def test_the_sections_answered_alone_do_make_rules_fire() -> None:
    fired = {
        one.id
        for name in EXAMPLES
        for section in SECTIONS
        for one in only(name, section).findings
        if one.status is FindingStatus.FIRED
    }

    assert len(fired) > len(RULES) // 2


def _answered(assessment: Assessment, evidence: tuple[str, ...]) -> bool:
    return any(assessment.response.get(code) is not None for code in evidence)
