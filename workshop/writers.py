"""The writers of reports, as the services see them; each loads its part of the report room when it is asked for."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workshop import __version__, resources
from workshop.content.catalog import Bundle
from workshop.domain.assessment import Assessment
from workshop.domain.hand import NO_HAND, Hand
from workshop.language.messages import Words
from workshop.language.tongue import Address
from workshop.services.reporting import Wish
from workshop.settings import Settings

if TYPE_CHECKING:
    from workshop.report.document import Document
    from workshop.report.material import Material


class Houses(Protocol):
    """The house styles of this computer."""

    def template(self, name: str, own: bytes = b"") -> bytes:
        """Return a kept style, or a file of one's own, made fit for a report."""


class Shop(Protocol):
    """What writing a report takes."""

    @property
    def houses(self) -> Houses:
        """The house styles of this computer."""

    @property
    def settings(self) -> Settings:
        """The configuration: who makes the reports."""

    def bundle(self, questionnaire_id: str, language: str, address: Address | None = None) -> Bundle:
        """Return a questionnaire and its rules in this language."""

    def words(self, language: str, address: Address | None = None) -> Words:
        """Return the sentences of the program in this language."""


@dataclass(frozen=True, slots=True)
class ReportWriters:
    """The report room as the services see it."""

    shop: Shop

    def word(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> bytes:
        """Write a Word file on the base template."""
        from workshop.report.word import writer  # python-docx costs 0.15 s

        document = self.outlined(assessment, made_on, wish, hand)
        return writer.to_docx(document, self._template(wish), work=wish.work, pictures=wish.pictures)

    def _template(self, wish: Wish) -> Path | bytes:
        if wish.house or wish.template:
            return self.shop.houses.template(wish.house, wish.template)
        return resources.folder("templates") / "word" / "basis.docx"

    def pdf(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> bytes:
        """Write a PDF of the final copy: comments would cover the text; raises NoOffice or PdfFailed."""
        from workshop.report import pdf  # see word
        from workshop.report.errors import NoOffice

        office = pdf.find_office()
        if office is None:
            raise NoOffice("no LibreOffice on this computer")
        return pdf.to_pdf(self.word(assessment, made_on, replace(wish, work=False), hand), office)

    def page(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> str:
        """Write a web page that stands alone."""
        from workshop.report import html  # see word

        return html.to_page(self.outlined(assessment, made_on, wish, hand))

    def markdown(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> str:
        """Write Markdown."""
        from workshop.report import plain  # see word

        return plain.to_markdown(self.outlined(assessment, made_on, wish, hand))

    def result(self, assessment: Assessment, made_on: date, hand: Hand) -> str:
        """Write the blocks of the result page as an HTML fragment."""
        from workshop.report import html, outline  # see word

        return html.to_html(outline.result(self.material(assessment, made_on, hand)))

    def outlined(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> "Document":
        """Return the report as blocks."""
        from workshop.report import outline  # see word

        return outline.outline(self.material(assessment, made_on, hand), annexes=wish.annexes, work=wish.work)

    def material(self, assessment: Assessment, made_on: date, hand: Hand = NO_HAND) -> "Material":
        """Return what a report is made of, as a consultant changed it."""
        from workshop.report.hand import with_hand  # see word
        from workshop.report.material import Material

        response = assessment.response
        bundle = self.shop.bundle(response.questionnaire, response.language, response.address)
        words = self.shop.words(response.language, response.address)
        client = response.client
        made = Material(
            *(assessment, bundle.questionnaire, bundle.rules, words, client, made_on),
            version=__version__,
            author=self.shop.settings.adviser,
            office=self.shop.settings.office,
        )
        return with_hand(made, hand)
