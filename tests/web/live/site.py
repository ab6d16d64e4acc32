"""A real server around the tiny questionnaire, and pages of a real browser on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.serving import serve
from tests.web.conftest import make_workshop
from workshop.bootstrap import Workshop
from workshop.domain.dossier import Dossier
from workshop.web.app import create_app


@dataclass(frozen=True)
class Site:
    """The address of the server, the workshop behind it, and one dossier with its token."""

    address: str
    workshop: Workshop
    id: str
    token: str

    def kept(self) -> Dossier:
        dossier = self.workshop.intake.open(self.id, self.token)
        assert dossier is not None
        return dossier

    def page(self, code: str) -> str:
        return f"{self.address}/d/{self.id}/vraag/{code}"

    def enter(self, context: BrowserContext) -> Page:
        """Come in by the private link, as on another day."""
        page = context.new_page()
        page.goto(f"{self.address}/hervat/{self.token}")
        return page


@dataclass(frozen=True)
class Server:
    """A running server; every test starts a dossier of its own on it."""

    address: str
    workshop: Workshop

    def start(self, language: str = "nl") -> Site:
        questionnaire = self.workshop.bundle("tiny", language).questionnaire
        started = self.workshop.intake.start(questionnaire, language, "Bakkerij Bloem")
        return Site(self.address, self.workshop, started.dossier.id, started.token)


@contextmanager
def a_server(data: Path) -> Iterator[Server]:
    workshop = make_workshop(data)
    with serve(create_app(workshop), "localhost") as address:
        yield Server(address, workshop)
