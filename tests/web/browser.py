"""A visitor without a browser: follows forms as they stand on the page, and reads every page strictly."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

X = "{http://www.w3.org/1999/xhtml}"


class StrictClient(FlaskClient):
    """A client that reads every page it gets as strict HTML5: the first mistake fails whichever test asked for it."""

    def open(self, *args: Any, **options: Any) -> TestResponse:
        """Ask for an address; what comes back without a body, or squeezed, is not read."""
        response = super().open(*args, **options)
        if response.mimetype == "text/html" and response.data and not response.content_encoding:
            parse(response)
        return response


def parse(response: TestResponse) -> Element:
    """Read a page as strict HTML5; the first mistake fails the test."""
    return read_page(response.text)


@lru_cache(maxsize=8)
def read_page(text: str) -> Element:
    """Read the text of a page as strict HTML5; nobody may change what comes back, for the same text gives it again."""
    root = html5lib.HTMLParser(strict=True).parse(text)
    assert isinstance(root, Element)
    return root


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def find_id(root: Element, id: str) -> Element:
    found = [one for one in root.iter() if one.get("id") == id]
    assert len(found) == 1, f"{len(found)} elements with id {id}"
    return found[0]


def title_of(root: Element) -> str:
    return text_of(next(root.iter(f"{X}title")))


def heading_of(root: Element) -> str:
    headings = [text_of(one) for one in root.iter(f"{X}h1")]
    assert len(headings) == 1
    return headings[0]


def links(root: Element) -> list[str]:
    return [one.get("href", "") for one in root.iter(f"{X}a")]


def fields(form: Element) -> "MultiDict[str, str]":
    """Return what a browser would send for this form without touching it."""
    sent: MultiDict[str, str] = MultiDict()
    for one in form.iter():
        name, kind = one.get("name"), one.get("type", "text")
        if not name or one.tag == f"{X}button":
            continue
        if one.tag == f"{X}select":
            options = list(one.iter(f"{X}option"))
            chosen = next((option for option in options if option.get("selected") is not None), options[0])
            sent.add(name, chosen.get("value", ""))
        elif one.tag == f"{X}textarea":
            sent.add(name, (one.text or "").removeprefix("\n"))
        elif kind not in ("radio", "checkbox") or one.get("checked") is not None:
            sent.add(name, one.get("value", ""))
    return sent


@dataclass
class Visitor:
    """One browser; `here` is the address of the dossier that was started, `page` the page that is open."""

    client: FlaskClient
    here: str = ""
    address: str = ""
    seen: list[TestResponse] = field(default_factory=list)

    def get(self, address: str, **options: object) -> TestResponse:
        response = self.client.get(address, **options)
        self.seen.append(response)
        self.address = address
        return response

    def open(self, address: str) -> Element:
        response = self.get(address)
        assert response.status_code == 200, (address, response.status_code)
        return parse(response)

    def start(self, client: str = "Bakkerij Bloem", language: str = "nl") -> Element:
        root = self.open(f"/?taal={language}")
        form = next(one for one in root.iter(f"{X}form") if one.get("action") == "/start")
        response = self.client.post("/start", data={**fields(form), "klant": client})
        assert response.status_code == 303
        self.here = response.headers["Location"]
        return self.open(self.here)

    def fill(
        self, page: str, changes: Mapping[str, str | Iterable[str]], action: str = "verder", query: str = ""
    ) -> TestResponse:
        """Open a page of questions, change some fields, and press a button."""
        root = self.open(f"{self.here}vraag/{page}{query}")
        return self.send(root, changes, action)

    def send(self, root: Element, changes: Mapping[str, str | Iterable[str]], action: str = "verder") -> TestResponse:
        form = find_id(root, "answers")
        sent = fields(form)
        for name, value in changes.items():
            sent.setlist(name, [value] if isinstance(value, str) else list(value))
        sent["actie"] = action
        return self.client.post(form.get("action", ""), data=sent)

    def token(self) -> str:
        return re.search(r"/hervat/([\w-]+)", self.get(self.here).text)[1]  # type: ignore[index]
