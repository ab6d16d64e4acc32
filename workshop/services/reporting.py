"""Reporting: from a response to an assessment, and from there to a report in one of three forms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop.domain.assessment import Assessment
from workshop.domain.response import Response
from workshop.services.ports import Reports


class Form(StrEnum):
    """A face of the same report."""

    WORD = "docx"
    HTML = "html"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Reporting:
    """Assesses responses and writes their reports; `assess` finds the right questionnaire and rules by itself."""

    assess: Callable[[Response], Assessment]
    reports: Reports

    def report(self, response: Response, form: Form, made_on: date) -> bytes:
        """Write the report; the same answers on the same day give the same bytes."""
        assessment = self.assess(response)
        match form:
            case Form.WORD:
                return self.reports.word(assessment, made_on)
            case Form.HTML:
                return self.reports.page(assessment, made_on).encode()
            case Form.MARKDOWN:
                return self.reports.markdown(assessment, made_on).encode()

    def result(self, response: Response, made_on: date) -> str:
        """Write what the result page shows: safe HTML out of the same blocks as the report."""
        return self.reports.result(self.assess(response), made_on)
