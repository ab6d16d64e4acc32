"""Someone who walks the wizard without a browser, and the plain model of what the dossier must hold."""

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from hypothesis.stateful import RuleBasedStateMachine
from werkzeug.test import TestResponse

from tests.proof.typings import BY_CHANNEL, PER_PHASE, Plain, Typed, shown_in
from tests.proof.window import Outcome, Window
from tests.web.browser import Visitor, X, fields, find_id, parse

Cells = dict[str, tuple[str, dict[str, str]]]
"""What was typed in the table of a question, and the phase model it was typed in."""


class Walker(RuleBasedStateMachine):
    """One dossier of the tiny questionnaire: what it must hold, and how each deed changes that."""

    app: ClassVar[Flask]

    def __init__(self) -> None:
        super().__init__()
        self.visitor = Visitor(self.app.test_client())
        self.visitor.start()
        self.token = self.visitor.token()
        self.language, self.model = "nl", "two-phase"
        self.answers: dict[str, Plain] = {}
        self.drafts: dict[str, Typed] = {}
        self.cells: Cells = {}
        self.past: list[tuple[dict[str, Plain], Cells, str]] = []
        self.last_page = ""
        self.windows: dict[str, Window] = {}

    def agrees_on(self, page: str) -> None:
        """Compare a page as it is shown now with the model."""
        form = fields(find_id(self.open(f"{self.visitor.here}vraag/{page}"), "answers"))
        for code in form.getlist("gevraagd"):
            own = {
                (name, value) for name, value in form.items(multi=True) if name == code or name.startswith(f"{code}-")
            }
            filled = {(name, value.replace("\r\n", "\n")) for name, value in own if value}
            if code in self.drafts:
                typed = self.drafts[code].seen_in(self.language).fields
                assert filled == {(name, one.strip()) for name, all_ in typed.items() for one in all_ if one.strip()}
            elif code in PER_PHASE | BY_CHANNEL:
                self.agrees_on_cells(code, dict(own))
            else:
                assert filled == set(shown_in(self.language, code, self.answers.get(code)))

    def agrees_on_cells(self, code: str, own: Mapping[str, str]) -> None:
        """Compare a table with what was typed in it, when the same phases are in view."""
        model, typed = self.cells.get(code, ("", {}))
        if code not in self.answers or (model not in ("", self.model) and code in PER_PHASE):
            return
        mark = str.maketrans(",.", ",." if self.language == "nl" else ".,")
        for name, text in typed.items():
            if name in own or code != "last_ten":
                assert own.get(name, "") == text.translate(mark), (name, own)

    def look(self, page: str, query: str = "") -> Window:
        """Open a page in a window."""
        root = self.open(f"{self.visitor.here}vraag/{page}{query}")
        drafts = {code: one.seen_in(self.language) for code, one in self.drafts.items()}
        return Window(root, self.language, dict(self.answers), drafts, dict(self.drafts))

    def open(self, address: str) -> Element:
        return self.visitor.open(address.partition("#")[0])

    def send(
        self, window: Window, typed: Iterable[Typed], action: str, *, by_itself: bool = False, pinned: bool = False
    ) -> TestResponse:
        """Send a window with what was typed in it, and do with the model what must come of it."""
        typed = [one for one in typed if one.code in window.asked]
        only = {one.code for one in typed} if by_itself else set(window.asked)
        due = window.outcome(() if pinned else typed, self.answers, only)
        was = (self.exported(), dict(self.answers), deepcopy(self.cells))
        sent = window.filled_in(typed, action, only)
        address = window.action
        answer = self.visitor.client.post(f"{urlsplit(address).path}/bewaar" if by_itself else address, data=sent)
        if answer.mimetype == "text/html" and answer.status_code != 303:
            parse(answer)
        self.last_page = urlsplit(address).path.rpartition("/")[2]
        if by_itself:
            self.is_kept_by_itself(answer.get_json()["state"], due, only, window)
        else:
            self.is_saved(answer.status_code, due, only, window)
        if pinned:
            code = typed[0].code
            self.answers[code] = self.exported()[code]
        self.notes_the_change(*was)
        return answer

    def is_saved(self, status: int, due: Outcome, asked: Iterable[str], window: Window) -> None:
        assert status == (422 if due.unreadable else 409 if due.clashes else 303)
        if status == 303:
            self.learns(due.changes, asked, window.held)
        else:
            self.holds(due.touched, window.held)

    def is_kept_by_itself(self, state: str, due: Outcome, asked: Iterable[str], window: Window) -> None:
        assert state == ("clash" if due.clashes else "draft" if due.unreadable else "saved")
        self.learns(due.changes, set(asked) - set(due.clashes) - set(due.unreadable), window.held)
        self.holds({**due.unreadable, **due.clashes}, window.held)

    def learns(self, changes: Mapping[str, Plain], saved: Iterable[str], held: Mapping[str, Typed]) -> None:
        """Take these changes into the model; what was saved has no draft any more, but for one of another window."""
        for code in saved:
            if self.drafts.get(code) == held.get(code):
                self.drafts.pop(code, None)
        for code, plain in changes.items():
            self.answers.pop(code, None)
            if plain is not None:
                self.answers[code] = plain

    def holds(self, touched: Mapping[str, Typed], held: Mapping[str, Typed]) -> None:
        """Keep what was typed and is no answer, beside what another window typed there."""
        for code, one in touched.items():
            kept = self.drafts.get(code)
            if kept is None:
                self.drafts[code] = one
            elif replace(kept, beside=None) != replace(one, beside=None):
                there = kept.beside if kept == held.get(code) else replace(kept, beside=None)
                self.drafts[code] = replace(one, beside=there)

    def notes_the_change(self, exported: object, answers: dict[str, Plain], cells: Cells) -> None:
        if self.exported() != exported:
            self.past.append((answers, cells, self.last_page))

    def changes(self, code: str, items: list[Any]) -> None:
        self.learns({code: items or None}, (code,), self.drafts)

    def press(self, page: str, action: str, root: Element | None = None) -> str:
        """Press a button of a page that saves it; return where that leads."""
        window = Window(root, self.language, {}, {}) if root is not None else self.look(page)
        was = (self.exported(), dict(self.answers), deepcopy(self.cells))
        answer = self.visitor.client.post(window.action, data=window.filled_in((), action, window.asked))
        assert answer.status_code == 303
        self.last_page = page
        self.notes_the_change(*was)
        return answer.headers["Location"]

    def sees_both(self, window: Window, root: Element, due: Outcome, theirs: bool) -> None:
        """Go on in vain, and then choose: the own answer, or that of the other window for the first question."""
        codes = sorted(due.clashes)
        kept = dict(due.touched)
        stood = {**window.stood, **{code: self.answers.get(code) for code in codes}}
        held = {**window.held, **{code: self.drafts[code] for code in due.touched}}
        for at, code in enumerate(("", *codes)):
            action = f"{'hun' if theirs and at == 1 else 'mijn'}-{code}" if code else "verder"
            if action.startswith("hun"):
                del kept[code]
            page = Window(root, window.language, stood, dict(kept), held, frozenset(codes[at:]))
            answer = self.send(page, (), action)
            if page.open:
                root = parse(answer)

    def post(self, deed: str, here: str, form: Mapping[str, str]) -> None:
        token = fields(next(one for one in self.open(here).iter(f"{X}form"))).get("csrf_token", "")
        answer = self.visitor.client.post(f"{here}{deed}", data={"csrf_token": token, **form})
        assert answer.status_code == 303

    def exported(self) -> dict[str, Plain]:
        answers = json.loads(self.visitor.client.get(f"{self.visitor.here}dossier.json").text)["answers"]
        assert isinstance(answers, dict)
        return answers
