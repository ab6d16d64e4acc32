"""Criterion 30: a report is as long as people read, counted by LibreOffice where it is installed."""

from pathlib import Path

import pytest

from tests.report import cases
from tests.report.printing import find_office, pages

LENGTHS = {
    "kapsalon": range(8, 17),
    cases.FULL: range(8, 17),
    "kapsalon-snel": range(4, 7),
    cases.NOTHING: range(2, 7),
}


@pytest.mark.slow
@pytest.mark.parametrize("language", cases.LANGUAGES)
@pytest.mark.parametrize("answers", LENGTHS)
def test_the_report_has_as_many_pages_as_people_read(answers: str, language: str, tmp_path: Path) -> None:
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is missing; it is optional, on a build server too")
    case = cases.Case(answers, "five-phase", language, cases.OWN, "final", "advice", "native")

    assert pages(office, case.file(), tmp_path) in LENGTHS[answers]
