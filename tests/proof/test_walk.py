"""Someone walks the wizard at random; every page and the export always agree with a plain model of what was typed."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from tests.proof.typings import (
    PAGES,
    PHASES,
    PLAIN_PAGES,
    SECTIONS,
    Typed,
    at_once,
    cards,
    levels,
    on_cards,
    parts,
    simple,
    spoken,
)
from tests.proof.walker import Walker
from tests.proof.window import links_in
from tests.web.browser import Visitor, X, fields, parse, text_of
from tests.web.conftest import make_workshop
from workshop.web.app import create_app
from workshop.web.visit import workshop

WALKS = int(os.environ.get("WALKS", "60"))
"""How many walks to make; on the build server always the same ones."""


class Walk(Walker):
    """What a visitor does, in any order."""

    # what the visitor does

    @rule(typed=simple, action=st.sampled_from(("verder", "overzicht")))
    def answers_on_a_page(self, typed: list[Typed], action: str) -> None:
        page = PAGES[typed[0].code]
        self.send(self.look(page), [one for one in typed if PAGES[one.code] == page], action)
        self.agrees_on(page)

    @rule(typed=simple)
    def types_and_it_is_kept_by_itself(self, typed: list[Typed]) -> None:
        page = PAGES[typed[0].code]
        window = self.look(page)
        mine = [one for one in typed if one.code in window.asked]
        if mine:
            self.send(window, mine, "", by_itself=True)
            self.agrees_on(page)

    @rule(data=st.data(), code=st.sampled_from(("groups", "channels")))
    def fills_in_cards(self, data: st.DataObject, code: str) -> None:
        items = data.draw(cards(code))
        page = PAGES[code]
        window = self.look(page)
        room = len(window.cards(code))
        if room < len(items):
            window = self.look(page, f"?nog={code}")
            room = len(window.cards(code))
        self.send(window, [on_cards(code, items, room)], "verder")
        self.agrees_on(page)

    @precondition(lambda self: self.answers.get("groups"))
    @rule(data=st.data(), back=st.booleans())
    def removes_a_card_and_puts_it_back(self, data: st.DataObject, back: bool) -> None:
        items: Any = self.answers["groups"]
        number = data.draw(st.integers(1, len(items)))
        place = self.press("groups_page", f"weg-groups-{number}")
        self.changes("groups", [one for at, one in enumerate(items, start=1) if at != number])
        if back:
            root = self.open(place)
            button = next(one for one in root.iter(f"{X}button") if one.get("value", "").startswith("terug-"))
            self.press("groups_page", button.get("value", ""), root)
            self.changes("groups", items)
        self.agrees_on("groups_page")

    @precondition(lambda self: len(self.answers.get("groups") or ()) == 2)
    @rule(action=st.sampled_from(("omhoog-groups-2", "omlaag-groups-1")))
    def moves_a_card(self, action: str) -> None:
        items: Any = self.answers["groups"]
        self.press("groups_page", action)
        self.changes("groups", items[::-1])
        self.agrees_on("groups_page")

    @rule(data=st.data(), code=st.sampled_from(("hours", "use", "last_ten")))
    def fills_in_a_table(self, data: st.DataObject, code: str) -> None:
        page = PAGES[code]
        window = self.look(page)
        names = window.cells(code)
        if not names:
            return
        drawn = data.draw(
            st.tuples(
                *[
                    levels if code == "use" else parts if code == "hours" else st.sampled_from(("", "0", "1"))
                    for _ in names
                ]
            )
        )
        typed = dict(zip(names, drawn, strict=True))
        filled = {name: text for name, text in typed.items() if text}
        texts = {name: (text,) if text or code != "use" else () for name, text in typed.items()}
        blank = Typed(code, {**texts, f"{code}-status": ()})
        self.send(window, [blank], "verder", pinned=bool(filled))
        if filled:
            self.cells[code] = (self.model, filled)
        self.agrees_on(page)

    @rule(page=st.sampled_from(sorted(set(PAGES.values()))), action=st.sampled_from(("verder", "taal-en", "taal-nl")))
    def saves_a_page_untouched(self, page: str, action: str) -> None:
        answer = self.send(self.look(page), [], action)
        if answer.status_code == 303 and action.startswith("taal-"):
            self.language = action.removeprefix("taal-")
        self.agrees_on(page)

    @rule(typed=at_once, turn=st.sampled_from(("", "taal-en", "taal-nl")), theirs=st.booleans())
    def two_people_on_one_page(self, typed: tuple[list[Typed], list[Typed]], turn: str, theirs: bool) -> None:
        mine, others = typed
        page = PAGES[mine[0].code]
        self.windows[page] = self.look(page)
        self.saves_a_page_untouched(page, turn or "verder")
        self.send(self.look(page), others, "verder")
        self.sends_the_second_window(page, mine, theirs)

    @rule(page=st.sampled_from(PLAIN_PAGES))
    def opens_a_second_window(self, page: str) -> None:
        self.windows[page] = self.look(page)

    @precondition(lambda self: self.windows)
    @rule(data=st.data(), theirs=st.booleans())
    def goes_on_in_the_second_window(self, data: st.DataObject, theirs: bool) -> None:
        page = data.draw(st.sampled_from(sorted(self.windows)))
        self.sends_the_second_window(page, data.draw(simple), theirs)

    def sends_the_second_window(self, page: str, typed: list[Typed], theirs: bool) -> None:
        window = self.windows.pop(page)
        typed = [one for one in typed if one.code in window.asked]
        due = window.outcome(typed, self.answers, window.asked)
        answer = self.send(window, typed, "verder")
        if answer.status_code == 409:
            self.sees_both(window, parse(answer), due, theirs)
        self.agrees_on(page)

    @rule(language=st.sampled_from(("nl", "en")))
    def switches_language(self, language: str) -> None:
        self.post("taal", self.visitor.here, {"taal": language, "naar": "overzicht"})
        self.language = language

    @rule(model=st.sampled_from(sorted(PHASES)), on_the_page=st.booleans())
    def switches_model(self, model: str, on_the_page: bool) -> None:
        if on_the_page and not self.drafts.keys() & {"hours"}:
            self.press("hours_page", f"model-{model}")
        else:
            self.post("model", self.visitor.here, {"model": model, "naar": "resultaat"})
        self.model = model

    @rule(on_another_device=st.booleans())
    def comes_back_by_the_private_link(self, on_another_device: bool) -> None:
        if on_another_device:
            self.visitor = Visitor(self.app.test_client(), self.visitor.here)
            self.windows.clear()
        place = urlsplit(self.visitor.get(f"/hervat/{self.token}").headers["Location"]).path
        expected = f"vraag/{self.last_page}" if self.last_page else ""
        assert place == f"{self.visitor.here}{expected}"
        self.open(place)

    @precondition(lambda self: self.past)
    @rule()
    def undoes_the_last_change(self) -> None:
        page = self.open(f"{self.visitor.here}geschiedenis")
        last = next(one for one in page.iter(f"{X}div") if one.get("class") == "last")
        form = next(last.iter(f"{X}form"))
        assert self.visitor.client.post(form.get("action", ""), data=fields(form)).status_code == 303
        back, self.cells, self.last_page = self.past.pop()
        for code in {*self.answers, *back}:
            if self.answers.get(code) != back.get(code):
                self.drafts.pop(code, None)
        self.answers = back

    @rule(
        place=st.sampled_from(("controle", "resultaat", "tussenstand/customers", "huiswerk", "wat-als", "geschiedenis"))
    )
    def looks_elsewhere(self, place: str) -> None:
        self.open(f"{self.visitor.here}{place}")

    # what must be true

    @invariant()
    def the_export_holds_what_was_typed(self) -> None:
        assert spoken(self.exported()) == spoken(self.answers)

    @rule()
    def the_task_list_is_honest(self) -> None:
        page = self.open(self.visitor.here)
        shown = [code for code in PAGES if code != "service_name" or self.answers.get("sells") == "services"]
        done = [code for code in shown if code in self.answers]
        with self.app.test_request_context():
            words = workshop().words(self.language)
        assert words("web.overview.count", n=str(len(done)), total=str(len(shown))) in text_of(page)
        for pages in SECTIONS.values():
            own = {code for code in shown if PAGES[code] in pages}
            left = own - set(done)
            state = "done" if not left else "not_started" if left == own else "busy"
            row = next(one for one in page.iter(f"{X}li") if f"{self.visitor.here}vraag/{pages[0]}" in links_in(one))
            assert words(f"web.section.{state}") in text_of(row)


def test_every_page_and_the_export_agree_with_what_was_typed(tmp_path: Path) -> None:
    Walk.app = create_app(make_workshop(tmp_path))
    walks = settings(max_examples=WALKS, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(Walk, settings=walks)
