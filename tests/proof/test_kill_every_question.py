"""The server dies and the browser closes after every single question: the same page comes back with the same data.

The whole quick scan and the whole full session are typed over from a worked example, one question at a time. Every
answer that was acknowledged is followed at once by SIGKILL, a fresh server on the same folder, and a fresh browser
that comes in by the private link. A server that acknowledges before it has written must be caught by the same walk.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from werkzeug.datastructures import MultiDict

from tests.proof.http_visitor import HttpVisitor, of_question, typed_in
from tests.proof.site import FULL, QUICK, Kept, example, make_site
from tests.stories.lives import Server, lives

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and process groups"),
]
ENOUGH_SEEDED = 12
"""After how many questions the server that writes too late may be given up on."""


Form = MultiDict[str, str]


@dataclass
class Session:
    """One dossier that is typed over from another one, and what was lost on the way."""

    server: Server
    typed: Kept
    worked: Mapping[str, Form]
    """What stands on each page of the worked example."""
    visitor: HttpVisitor
    lost: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def live(self, page: str, code: str, expected: object) -> None:
        """Answer one question, kill everything, and come back."""
        wanted = of_question(self.worked[page], code)
        address = f"{self.typed.here}vraag/{page}"
        self._answer(address, code, wanted)
        self.server.kill()
        self.server.start()
        self.done.append(code)
        self._come_in(address)
        if not typed_in(wanted) <= typed_in(of_question(self.visitor.form(address), code)):
            self.lost.append(code)
        kept = self.visitor.answers(self.typed.here)
        self.lost += [one for one in self.done if one not in kept]
        if said(kept.get(code)) != said(expected):
            self.lost.append(code)

    def _come_in(self, place: str) -> None:
        """Open a browser that knows nothing with the private link; it must lead to this place."""
        self.visitor = HttpVisitor(self.server.port)
        answer = self.visitor.ask("GET", f"/hervat/{self.typed.token}")
        assert answer.status == 303
        if urlsplit(answer.location).path != place:
            self.lost.append(f"{place}: opened at {answer.location}")

    def _answer(self, address: str, code: str, wanted: Form) -> None:
        """Answer with autosave and with the button in turn: both promise the same."""
        sent = self.visitor.form(address)
        for name in of_question(sent, code):
            sent.poplist(name)
        sent.update(wanted)
        by_itself = len(self.done) % 2
        sent["actie"] = "verder"
        answer = self.visitor.ask("POST", f"{address}/bewaar" if by_itself else address, sent)
        assert answer.status == (200 if by_itself else 303), (code, answer.status, answer.text[-3000:])


@pytest.mark.parametrize(("name", "least"), [(QUICK, 30), (FULL, 90)])
def test_after_every_question_the_same_page_and_data_come_back(tmp_path: Path, name: str, least: int) -> None:
    with lives(tmp_path, "honest") as server:
        session, questions = begin(server, tmp_path, name)
        for page, code, expected in questions:
            session.live(page, code, expected)

    assert session.lost == []
    assert len(session.done) > least


def test_a_server_that_writes_too_late_is_caught(tmp_path: Path) -> None:
    with lives(tmp_path, "late") as server:
        session, questions = begin(server, tmp_path, QUICK)
        for page, code, expected in questions[:ENOUGH_SEEDED]:
            session.live(page, code, expected)

    assert len(set(session.lost) & set(session.done)) > ENOUGH_SEEDED // 2


def begin(server: Server, folder: Path, name: str) -> tuple[Session, list[tuple[str, str, object]]]:
    """Start the first life with an empty dossier; return each question to type over: its page, code and answer."""
    site = make_site(folder)
    shown, typed = site.keep(name), site.keep_response(example(site.shop, name, answers={}))
    server.start()
    reader = HttpVisitor(server.port, {shown.cookie: shown.token})
    answers, pages = reader.answers(shown.here), site.pages(shown)
    worked = {page.code: reader.form(f"{shown.here}vraag/{page.code}") for page in pages}
    asked = [(page.code, one.code) for page in pages for one in page.questions if one.code in answers]
    own = HttpVisitor(server.port, {typed.cookie: typed.token})
    return Session(server, typed, worked, own), [(page, code, answers[code]) for page, code in asked]


def said(plain: object) -> object:
    """Return an answer as people mean it: a blank row of a count says the same as a zero."""
    if isinstance(plain, dict) and "value" in plain:
        return {**plain, "value": said(plain["value"])}
    if isinstance(plain, dict):
        return {key: value for key, value in plain.items() if value != 0}
    return plain
