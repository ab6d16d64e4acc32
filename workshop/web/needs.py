"""What the web asks of the workshop: the one thing that is wired in, so that tests can hand in a smaller one."""

from datetime import date
from pathlib import Path
from typing import Protocol

from workshop.content.answers_file import Whole
from workshop.content.catalog import Bundle
from workshop.domain.answer import Problem
from workshop.domain.assessment import Assessment
from workshop.domain.dossier import Dossier
from workshop.domain.hand import NO_HAND, Hand
from workshop.domain.journey import PhaseModel
from workshop.domain.response import Response
from workshop.houses import Houses
from workshop.language.messages import Words
from workshop.language.tongue import Address
from workshop.report.keep.merge import Merged
from workshop.report.material import Material
from workshop.report.room import Sheet
from workshop.services.editing import Editing
from workshop.services.history import History
from workshop.services.intake import Intake
from workshop.services.reporting import Wish
from workshop.services.session import Sessions
from workshop.services.sharing import Sharing


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
    def address(self) -> Address:
        """How this installation speaks to a Dutch reader."""

    @property
    def house_styles(self) -> bool:
        """Whether visitors of a server may upload house styles."""

    @property
    def style_page(self) -> bool:
        """Whether /stijl shows our tokens and components."""

    @property
    def adviser(self) -> str:
        """Name of the adviser of this installation, "" for none."""

    @property
    def office(self) -> str:
        """Name of the office, "" for none."""

    @property
    def contact(self) -> str:
        """How to reach the adviser, "" when that is not told."""

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
    def editing(self) -> Editing:
        """Where a consultant changes a report."""

    @property
    def sessions(self) -> Sessions:
        """Where a session is led."""

    @property
    def history(self) -> History:
        """Where changes of answers are looked back at and taken back."""

    @property
    def sharing(self) -> Sharing:
        """Where another device is let in by a short code."""

    @property
    def houses(self) -> Houses:
        """The house styles of this computer."""

    def house_styles(self) -> tuple[str, ...]:
        """Return the names of the house styles that a report can be made in."""

    @property
    def templates_dir(self) -> Path:
        """Folder of the page templates."""

    def words(self, language: str, address: Address | None = None) -> Words:
        """Return the sentences of the program in this language; without `address` as this installation speaks."""

    def bundle(self, questionnaire_id: str, language: str, address: Address | None = None) -> Bundle:
        """Return a questionnaire and its rules in this language; without `address` as this installation speaks."""

    def sample(self, language: str) -> Response | None:
        """Return the answers of the sample report of the questionnaire on offer; None when it has none."""

    def assess(self, response: Response) -> Assessment:
        """Return everything that follows from these answers."""

    @property
    def can_pdf(self) -> bool:
        """Whether this computer can make a PDF."""

    def material(self, response: Response, hand: Hand = NO_HAND) -> Material:
        """Return what a report is made of, with what a consultant changed."""

    def result_html(self, response: Response, hand: Hand = NO_HAND) -> str:
        """Return the result as safe HTML for inside a page."""

    def map_svg(self, response: Response, code: str, *, prompts: bool = False) -> str:
        """Return the picture of one journey map as safe SVG; "" when there is no such map."""

    def blank_map(self, model: PhaseModel, language: str, paper: str, address: Address | None = None) -> str:
        """Return an empty journey map to print, as safe SVG, on A3 or A4."""

    def report(self, response: Response, wish: Wish, made_on: date, hand: Hand = NO_HAND) -> bytes:
        """Return the report as it is asked for, with what a consultant changed."""

    def sheet(self, response: Response, hand: Hand) -> Sheet:
        """Return what a consultant can change in the report."""

    def keep(self, response: Response, file: bytes, hand: Hand, wish: Wish) -> Merged:
        """Return what of a report edited in Word comes along; raises keep.opened.Refused."""

    def export(self, dossier: Dossier) -> str:
        """Return a dossier as JSON: all that `read_file` reads back."""

    def read_file(self, text: str) -> Whole | tuple[Problem, ...]:
        """Read what `export` wrote, or say everything that is wrong with it."""

    def render_markdown(self, text: str) -> str:
        """Return Markdown of an author as safe HTML."""

    def today(self) -> date:
        """Return the date for the cover of a report."""
