"""What the web asks of the workshop: the one thing that is wired in, so that tests can hand in a smaller one."""

from datetime import date
from pathlib import Path
from typing import Protocol

from workshop.content.catalog import Bundle
from workshop.domain.journey import PhaseModel
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.services.intake import Intake
from workshop.services.reporting import Wish


class Settings(Protocol):
    """The part of the configuration that pages and cookies depend on."""

    @property
    def base_url(self) -> str:
        """Address under which people reach us: the only source of absolute links."""

    @property
    def https(self) -> bool:
        """Whether people reach us over https, so that cookies may be Secure."""

    @property
    def trusted_hosts(self) -> tuple[str, ...]:
        """Host names we answer to; anything else is refused."""

    @property
    def questionnaire(self) -> str:
        """Id of the questionnaire that the start page offers."""

    @property
    def language(self) -> str:
        """Language of this installation, for a visitor without a dossier."""

    @property
    def secret_key(self) -> str | bytes:
        """Key that signs the form tokens."""


class Workshop(Protocol):
    """Questionnaires, words, answers and reports, as bootstrap builds them."""

    @property
    def settings(self) -> Settings:
        """The configuration."""

    @property
    def intake(self) -> Intake:
        """Where dossiers are started, opened and saved."""

    @property
    def templates_dir(self) -> Path:
        """Folder of the page templates."""

    def words(self, language: str) -> Words:
        """Return the sentences of the program in this language."""

    def bundle(self, questionnaire_id: str, language: str) -> Bundle:
        """Return a questionnaire and its rules in this language."""

    def result_html(self, response: Response) -> str:
        """Return the result as safe HTML for inside a page."""

    def map_svg(self, response: Response, code: str, *, prompts: bool = False) -> str:
        """Return the picture of one journey map as safe SVG; "" when there is no such map."""

    def blank_map(self, model: PhaseModel, language: str, paper: str) -> str:
        """Return an empty journey map to print, as safe SVG, on A3 or A4."""

    def report(self, response: Response, wish: Wish, made_on: date) -> bytes:
        """Return the report as it is asked for."""

    def export(self, response: Response) -> str:
        """Return the answers as JSON."""

    def render_markdown(self, text: str) -> str:
        """Return Markdown of an author as safe HTML."""

    def today(self) -> date:
        """Return the date for the cover of a report."""
