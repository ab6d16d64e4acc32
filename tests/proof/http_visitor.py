"""A visitor of a real server without a browser: every visit is a browser that was opened anew."""

import http.client
import json
from dataclasses import dataclass, field
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.datastructures import MultiDict

from tests.web.browser import fields, find_id

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Said:
    """What the server answered."""

    status: int
    location: str
    text: str


@dataclass
class HttpVisitor:
    """Someone with cookies of his own; a broken connection is an OSError."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, address: str, form: "MultiDict[str, str] | None" = None) -> Said:
        """Ask the server something, and keep the cookies it hands out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        body = urlencode(list(form.items(multi=True))) if form is not None else None
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, address, body, {"Cookie": cookies, "Content-Type": FORM})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Said(answer.status, answer.headers.get("Location", ""), text)

    def form(self, address: str) -> "MultiDict[str, str]":
        """Open a page of questions; return what a browser would send for it untouched."""
        return fields(find_id(self.read(address), "answers"))

    def read(self, address: str) -> Element:
        """Open a page."""
        said = self.ask("GET", address)
        assert said.status == 200, (address, said.status, said.location)
        root = html5lib.parse(said.text)
        assert isinstance(root, Element)
        return root

    def answers(self, here: str) -> dict[str, object]:
        """Return all answers of a dossier, as its export has them."""
        exported = json.loads(self.ask("GET", f"{here}antwoorden.json").text)["answers"]
        assert isinstance(exported, dict)
        return exported


def of_question(sent: "MultiDict[str, str]", code: str) -> "MultiDict[str, str]":
    """Return the fields of one question out of those of its page."""
    return MultiDict(
        [(name, value) for name, value in sent.items(multi=True) if name == code or name.startswith(f"{code}-")]
    )


def typed_in(sent: "MultiDict[str, str]") -> set[tuple[str, str]]:
    """Return what was really filled in: a row of a count left blank comes back as a zero."""
    return {(name, value) for name, value in sent.items(multi=True) if value not in ("", "0")}
