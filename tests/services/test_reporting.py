"""One assessment for every face of a report: what the screen says and what the file says cannot differ."""

from datetime import date

import pytest

from tests.klantreis import assessed, example, response
from workshop.domain.assessment import Assessment
from workshop.domain.response import Response
from workshop.services.reporting import Form, Reporting

SALON = example("kapsalon-snel")
TODAY = date(2026, 11, 22)


class Faces:
    """Reports that keep what they were asked to write."""

    def __init__(self) -> None:
        self.seen: list[Assessment] = []

    def word(self, assessment: Assessment, made_on: date) -> bytes:
        self.seen.append(assessment)
        return b"word"

    def page(self, assessment: Assessment, made_on: date) -> str:
        self.seen.append(assessment)
        return "page"

    def markdown(self, assessment: Assessment, made_on: date) -> str:
        self.seen.append(assessment)
        return "markdown"

    def result(self, assessment: Assessment, made_on: date) -> str:
        self.seen.append(assessment)
        return "result"


@pytest.mark.parametrize("form", Form)
def test_screen_and_file_tell_the_same_assessment(form: Form) -> None:
    faces = Faces()
    asked: list[Response] = []

    def once(one: Response) -> Assessment:
        asked.append(one)
        return assessed(SALON)

    reporting = Reporting(once, faces)
    reporting.report(response(SALON), form, TODAY)
    reporting.result(response(SALON), TODAY)

    assert len(asked) == 2
    assert faces.seen[0] == faces.seen[1]
