"""A real server over a data folder of its own, the dossiers that stand in it, and every page that it has."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from tests import serving
from tests.klantreis import FOLDER
from tests.web.browser import Visitor, X, fields, parse
from workshop.bootstrap import Workshop, build
from workshop.domain.questionnaire import Page
from workshop.domain.response import Length, Response
from workshop.domain.route import plan
from workshop.settings import Settings
from workshop.web.app import create_app
from workshop.web.wire.security import POLICY

SECRET: Final = b"the same in every life of a test"
EMPTY, QUICK, FULL = "starter", "kapsalon-snel", "kapsalon"
"""Which worked examples the proofs use; EMPTY is taken without its answers."""
ALL_OF: Final = frozenset({"questions.page", "section_result.show"})
"""Of these every address is a page of its own; of all others two are enough."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A dossier that stands on the server, and the token that opens it."""

    id: str
    token: str

    @property
    def here(self) -> str:
        """The address of its task list, with which all its addresses begin."""
        return f"/d/{self.id}/"

    @property
    def cookie(self) -> str:
        """The name of the cookie that opens it."""
        return f"dossier_{self.id}"


@dataclass(frozen=True, slots=True)
class Place:
    """A page as a visitor finds it."""

    endpoint: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """A workshop, its app, and the address it listens on ("" when it does not)."""

    shop: Workshop
    app: Flask
    address: str = ""

    def keep(self, name: str, **changes: object) -> Kept:
        """Keep a worked example as a new dossier; `changes` are fields of its response."""
        return self.keep_response(example(self.shop, name, **changes))

    def keep_response(self, response: Response) -> Kept:
        """Keep these answers as a new dossier."""
        started = self.shop.intake.keep(response)
        return Kept(started.dossier.id, started.token)

    def response(self, kept: Kept) -> Response:
        """Return what the dossier holds now."""
        dossier = self.shop.intake.open(kept.id, kept.token)
        assert dossier is not None, f"dossier {kept.id} is gone"
        return dossier.response

    def visitor(self, kept: Kept) -> Visitor:
        """Return someone who holds the key of a dossier, without a browser."""
        visitor = Visitor(self.app.test_client(), kept.here)
        visitor.client.set_cookie(kept.cookie, kept.token)
        return visitor

    def enter(self, context: BrowserContext, kept: Kept) -> None:
        """Give a browser the key of a dossier."""
        context.add_cookies([{"name": kept.cookie, "value": kept.token, "url": self.address, "httpOnly": True}])

    def pages(self, kept: Kept) -> tuple[Page, ...]:
        """Return the question pages of a dossier in their order, without what is made in the map editor."""
        response = self.response(kept)
        questionnaire = self.shop.bundle(response.questionnaire, response.language).questionnaire
        pages = plan(questionnaire, response).pages
        return tuple(one for one in pages if not all(question.editor for question in one.questions))


def example(shop: Workshop, name: str, **changes: object) -> Response:
    """Read a worked example; the one named EMPTY has no answers."""
    text = (FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8")
    found = shop.read_answers(text)
    assert isinstance(found, Response), found
    fresh = replace(found, on=None, **changes)  # type: ignore[arg-type]
    return replace(fresh, answers={}, length=Length.QUICK) if name == EMPTY else fresh


def plain_answers(name: str) -> dict[str, object]:
    """Return the answers of a worked example as they stand in its file."""
    answers = json.loads((FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8"))["answers"]
    assert isinstance(answers, dict)
    return answers


def make_site(data: Path) -> Site:
    """Make a workshop and its app over this folder."""
    shop = build(Settings(data=data, exports=data, secret_key=SECRET))
    return Site(shop, create_app(shop))


@contextmanager
def serve(data: Path) -> Iterator[Site]:
    """Serve a site on a port of this machine for as long as the block lasts."""
    site = make_site(data)
    with serving.serve(site.app) as address:
        yield replace(site, address=address)


def every_page(site: Site, kept: Kept) -> "Walk":
    """Find all pages of a dossier: those that links lead to, and those that only a form leads to."""
    return walk(site.visitor(kept).client, "/", kept.here, "/verwijderd", f"{kept.here}ingelezen")


@dataclass(frozen=True, slots=True)
class Walk:
    """What following every link gives: the pages, the endpoints that answered at all, and those that had it (200)."""

    pages: tuple[Place, ...]
    reached: frozenset[str]
    had: frozenset[str]


def walk(client: FlaskClient, *starts: str) -> Walk:
    """Follow every link of every page, as many times as needed to see each kind of page.

    A report is no page: it is a document of its own, with a policy of its own.
    """
    matches = _matcher(client.application)
    seen: Counter[tuple[str, ...]] = Counter()
    pages: list[Place] = []
    reached, had = set[str](), set[str]()
    waiting = list(starts)
    while waiting:
        address = waiting.pop(0)
        place = matches(address)
        if place is None or not _is_new(place, seen):
            continue
        answer = client.get(address)
        assert answer.status_code in (200, 303, 304), (address, answer.status_code)
        reached.add(place.endpoint)
        had |= {place.endpoint} if answer.status_code == 200 else set()
        if answer.status_code == 303:
            waiting.insert(0, answer.headers["Location"])
        elif answer.headers["Content-Security-Policy"] == POLICY and answer.mimetype == "text/html":
            pages.append(place)
            waiting += _links(answer)
    return Walk(tuple(pages), frozenset(reached), frozenset(had))


def _is_new(place: Place, seen: "Counter[tuple[str, ...]]") -> bool:
    parts = urlsplit(place.address)
    names = sorted(parse_qs(parts.query))
    own = parts.path if place.endpoint in ALL_OF and not names else ""
    kind = (place.endpoint, own, *names)
    seen[kind] += 1
    exact = (place.address,)
    seen[exact] += 1
    return seen[exact] == 1 and seen[kind] <= 2


def _matcher(app: Flask) -> Callable[[str], Place | None]:
    urls = app.url_map.bind("localhost")

    def match(address: str) -> Place | None:
        parts = urlsplit(address)
        try:
            endpoint, _ = urls.match(parts.path, method="GET")
        except HTTPException:
            return None
        return Place(endpoint, parts._replace(fragment="").geturl())

    return match


def _links(answer: TestResponse) -> Iterator[str]:
    """Give what someone can click: links, pictures, and forms that only ask for a page."""
    root = parse(answer)
    there = [one.get("href", "") for one in root.iter(f"{X}a")] + [one.get("src", "") for one in root.iter(f"{X}img")]
    for form in root.iter(f"{X}form"):
        if form.get("method", "get") == "get":
            there.append(f"{form.get('action', '')}?{urlencode(list(fields(form).items(multi=True)))}")
    yield from (one for one in there if one.startswith("/"))
