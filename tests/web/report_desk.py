"""A consultant at the report room of the salon: reads pages strictly, fills forms in, and sees what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.web.browser import Visitor, fields, find_id, parse, text_of
from tests.web.test_weight import visitor_with_the_salon
from workshop.bootstrap import Workshop
from workshop.domain.dossier import Dossier
from workshop.domain.hand import Hand, hand
from workshop.domain.response import Response

NAME = "Marieke de Vries"


@dataclass
class Desk:
    """One dossier and the browser that works on it."""

    shop: Workshop
    visitor: Visitor
    token: str

    @property
    def number(self) -> str:
        """The id of the dossier."""
        return self.visitor.here.split("/")[2]

    @property
    def dossier(self) -> Dossier:
        """What is kept now."""
        kept = self.shop.intake.open(self.number, self.token)
        assert kept is not None
        return kept

    @property
    def response(self) -> Response:
        """The answers."""
        return self.dossier.response

    @property
    def hand(self) -> Hand:
        """What was changed in the report."""
        return hand(self.dossier.changes)

    def gaps(self) -> list[str]:
        """The targets of the gaps that stand in the report, as the room lists them."""
        here = self.open()
        items = [one for one in here.iter() if (one.get("id") or "").startswith("gap-")]
        hidden = {item.get("id") for item in _under(here, "verborgen") if item.get("id")}
        return [str(one.get("id")) for one in items if one.get("id") not in hidden]

    def open(self, page: str = "") -> Element:
        """Open the room, or a page of it."""
        return self.visitor.open(f"{self.visitor.here}rapport{page}")

    def press(self, action: str, changes: Mapping[str, str] | None = None, page: str = "") -> TestResponse:
        """Open a page, change some fields, and press a button."""
        return self.send(self.open(page), action, {"wie": NAME, **(changes or {})})

    def step(self, way: str, gap: str, changes: Mapping[str, str] | None = None) -> TestResponse:
        """Press the button that moves a gap one place up ("op") or down ("neer")."""
        root = self.open()
        return self.send(root, step_of(root, way, gap), {"wie": NAME, **(changes or {})})

    def send(self, root: Element, action: str, changes: Mapping[str, str] | None = None) -> TestResponse:
        """Send the form of a page that is already open."""
        form = find_id(root, "kamer")
        sent = fields(form)
        for one in root.iter():
            assert one.get("form") in (None, "kamer")
        for name, value in (changes or {}).items():
            sent[name] = value
        sent["actie"] = action
        return self.visitor.client.post(form.get("action", ""), data=sent)

    def report(self, format: str = "md", **asked: str) -> str:
        """Download the report."""
        answer = self.visitor.client.get(f"{self.visitor.here}rapport.{format}", query_string=asked)
        assert answer.status_code == 200
        return answer.text


def desk_at(data: Path) -> Desk:
    """A desk with the salon, every question of the quick scan answered."""
    return Desk(*visitor_with_the_salon(data))


def step_of(root: Element, way: str, gap: str) -> str:
    """What the button sends that moves a gap one place."""
    return next(value for one in root.iter() if (value := one.get("value") or "").startswith(f"{way}-{gap}:"))


def says(answer: TestResponse) -> str:
    """What a page says, read strictly."""
    return text_of(find_id(parse(answer), "main"))


def _under(root: Element, heading: str) -> list[Element]:
    sections = [one for one in root.iter() if one.get("aria-labelledby") == heading]
    return [item for section in sections for item in section.iter()]
