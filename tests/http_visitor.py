"""A visitor of a real server without a browser."""

import http.client
import json
from dataclasses import dataclass, field
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from werkzeug.datastructures import MultiDict

from tests.web.browser import fields, find_id, read_page

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Said:
    """What the server answered."""

    status: int
    location: str
    text: str


@dataclass
class HttpVisitor:
    """Someone with a connection and cookies of his own, and the token of the forms read last.

    A broken connection is an OSError; who visits the next life of a server that died is a new visitor.
    """

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    form_token: str = ""
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def ask(self, method: str, address: str, form: "MultiDict[str, str] | None" = None) -> Said:
        """Ask the server something, and keep the cookies it hands out."""
        body = urlencode(list(form.items(multi=True))) if form is not None else None
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self.connection.request(method, address, body, {"Cookie": cookies, "Content-Type": FORM})
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Said(answer.status, answer.headers.get("Location", ""), text)

    def read(self, address: str) -> Element:
        """Open a page, strictly read."""
        said = self.ask("GET", address)
        assert said.status == 200, (address, said.status, said.location)
        root = read_page(said.text)
        tokens = [one.get("value", "") for one in root.iter() if one.get("name") == "csrf_token"]
        self.form_token = next(iter(tokens), "")
        return root

    def form(self, address: str) -> "MultiDict[str, str]":
        """Open a page with a form of answers; return what a browser would send for it untouched."""
        return fields(find_id(self.read(address), "answers"))

    def send(self, address: str, form: "MultiDict[str, str]") -> str:
        """Send a form, with the token of the page read last; it must be taken. Returns where that leads."""
        said = self.ask("POST", address, MultiDict([*form.items(multi=True), ("csrf_token", self.form_token)]))
        assert said.status == 303, (address, said.status, said.text[-3000:])
        return said.location

    def answers(self, here: str) -> dict[str, object]:
        """Return all answers of a dossier, as its export has them."""
        exported = json.loads(self.ask("GET", f"{here}dossier.json").text)["answers"]
        assert isinstance(exported, dict)
        return exported


def of_question(sent: "MultiDict[str, str]", code: str) -> "MultiDict[str, str]":
    """Return the fields of one question out of those of its page."""
    return MultiDict(
        [(name, value) for name, value in sent.items(multi=True) if name == code or name.startswith(f"{code}-")]
    )
