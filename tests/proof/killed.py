"""A dossier whose server dies after every deed: who comes back must find the same page and exactly what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from werkzeug.datastructures import MultiDict

from tests.http_visitor import HttpVisitor, of_question
from tests.proof.journey import filled
from tests.proof.site import Kept
from tests.stories.lives import Server

Form = MultiDict[str, str]


@dataclass
class Session:
    """One dossier that is typed over from another one; `expected` is all that was typed, `lost` what did not return."""

    server: Server
    typed: Kept
    visitor: HttpVisitor
    expected: dict[str, object]
    lost: list[str] = field(default_factory=list)
    kills: int = 0

    def dies_and_returns(self, place: str) -> None:
        """Kill everything, and come in by the private link; compare the whole dossier with what was typed."""
        self.server.kill()
        self.kills += 1
        self.server.start()
        self.visitor = HttpVisitor(self.server.port)
        answer = self.visitor.ask("GET", f"/hervat/{self.typed.token}")
        assert answer.status == 303
        if urlsplit(answer.location).path != place:
            self.lost.append(f"{place}: opened at {answer.location}")
        kept = self.visitor.answers(self.typed.here)
        for code in {*kept, *self.expected}:
            if said(kept.get(code)) != said(self.expected.get(code)):
                self.lost.append(code)

    def answer(self, page: str, code: str, wanted: Form, plain: object) -> None:
        """Answer one question, by itself and with the button in turn, for both promise the same; then die."""
        address = f"{self.typed.here}vraag/{page}"
        sent = self.visitor.form(address)
        for name in of_question(sent, code):
            sent.poplist(name)
        sent.update(wanted)
        sent["actie"] = "verder"
        by_itself = self.kills % 2
        answer = self.visitor.ask("POST", f"{address}/bewaar" if by_itself else address, sent)
        assert answer.status == (200 if by_itself else 303), (code, answer.status, answer.text[-3000:])
        self.expected[code] = plain
        self.dies_and_returns(address)
        if filled(of_question(self.visitor.form(address), code)) != filled(wanted):
            self.lost.append(f"{code}: the page shows something else")


def said(plain: object) -> object:
    """Return an answer as people mean it: a blank row of a count says the same as a zero."""
    if isinstance(plain, Mapping) and "value" in plain:
        return {**plain, "value": said(plain["value"])}
    if isinstance(plain, Mapping):
        return {key: value for key, value in plain.items() if value != 0}
    return plain
