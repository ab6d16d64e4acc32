"""The klantreis scan as tests use it: its bundle, responses out of plain answers, and their assessment."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workshop.content import answers_file, catalog
from workshop.content.catalog import Bundle
from workshop.domain.assessment import Assessment, assess
from workshop.domain.finding import FindingStatus
from workshop.domain.response import Response

FOLDER = Path(__file__).resolve().parent.parent / "questionnaires" / "klantreis"
HAIRDRESSER: Mapping[str, object] = {
    "customers_start": 400,
    "customers_end": 420,
    "customers_new": 120,
    "first_order": 42,
    "order_value": 42,
    "orders_per_year": 6,
    "margin": 55,
    "acquisition_spend": 2400,
    "hours_to_win": 0.5,
    "hour_cost": 30,
}
"""The figures of docs/reference/scoring.md, 5."""


@cache
def bundle(language: str = "nl") -> Bundle:
    """Read the questionnaire that ships."""
    return catalog.load(FOLDER, language)


def response(answers: Mapping[str, object], model: str = "five-phase", language: str = "nl") -> Response:
    """Read plain answers as an answers file holds them; a mistake in them fails the test."""
    text = json.dumps({"questionnaire": "klantreis", "language": language, "model": model, "answers": dict(answers)})
    found = answers_file.read(text, lambda _, chosen: bundle(chosen))
    assert isinstance(found, Response), found
    return found


def assessed(answers: Mapping[str, object], model: str = "five-phase") -> Assessment:
    """Assess plain answers."""
    return assess(bundle().questionnaire, bundle().rules, response(answers, model))


def example(name: str, model: str = "five-phase") -> Mapping[str, object]:
    """Return the plain answers of a worked example."""
    answers = json.loads((FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8"))["answers"]
    assert isinstance(answers, dict)
    return answers


def with_status(assessment: Assessment, status: FindingStatus) -> set[str]:
    """Return the ids of the findings with a status."""
    return {one.id for one in assessment.findings if one.status is status}
