"""Reporting: from a response to an assessment, and from there to a report in one of its forms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from workshop.domain.assessment import Assessment
from workshop.domain.hand import NO_HAND, Hand
from workshop.domain.response import Response
from workshop.services.ports import Form as Form
from workshop.services.ports import Reports
from workshop.services.ports import Wish as Wish


@dataclass(frozen=True, slots=True)
class Reporting:
    """Assesses responses and writes their reports; `assess` finds the right questionnaire and rules by itself."""

    assess: Callable[[Response], Assessment]
    reports: Reports

    def report(self, response: Response, wish: Wish, made_on: date, hand: Hand = NO_HAND) -> bytes:
        """Write the report; the same answers, wishes and changes on the same day give the same bytes."""
        assessment = self.assess(response)
        match wish.form:
            case Form.WORD:
                return self.reports.word(assessment, made_on, wish, hand)
            case Form.PDF:
                return self.reports.pdf(assessment, made_on, wish, hand)
            case Form.HTML:
                return self.reports.page(assessment, made_on, wish, hand).encode()
            case Form.MARKDOWN:
                return self.reports.markdown(assessment, made_on, wish, hand).encode()

    def result(self, response: Response, made_on: date, hand: Hand = NO_HAND) -> str:
        """Write what the result page shows: safe HTML out of the same blocks as the report."""
        return self.reports.result(self.assess(response), made_on, hand)
