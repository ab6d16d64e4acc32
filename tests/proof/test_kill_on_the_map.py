"""The server dies after every deed in the map editor: a map made and described, each touchpoint added and filled in."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pytest
from werkzeug.datastructures import MultiDict

from tests.http_visitor import HttpVisitor
from tests.proof.journey import filled
from tests.proof.killed import Form, Session
from tests.proof.site import example, make_site, plain_answers
from tests.stories.lives import Server, lives
from workshop.web.map.keeping import atlas_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and process groups"),
]
DRAWN: Final = "keukens"
"""A worked example with one map and every kind of thing that can be said of a touchpoint."""
QUICK_FIELDS: Final = ("name", "block", "channel", "cycle")
Plain = dict[str, Any]


@dataclass
class Drawing:
    """A map that is drawn over from another one, with a death after every deed."""

    session: Session
    worked: list[Form]
    """What stands on the page of the map, and then on that of each of its touchpoints."""
    address: str = ""

    @property
    def expected(self) -> dict[str, Any]:
        """What must have been kept, as the export says it."""
        return self.session.expected

    def begins(self, described: Plain) -> None:
        """Make the map; its first name is the editor's own."""
        here, visitor = f"{self.session.typed.here}kaart", self.session.visitor
        visitor.read(here)
        new = MultiDict({"actie": f"nieuw-{described['kind']}", "groep": described["personas"]})
        self.address = visitor.send(here, new)
        maps: Any = visitor.answers(self.session.typed.here)["maps"]
        self.expected["maps"] = maps
        (made,) = maps
        assert {**made, "personas": described["personas"], "kind": described["kind"]} == made
        self.dies()

    def describes(self, described: Plain) -> None:
        """Fill in what the map is about."""
        self.fills_in(f"{self.address}/gegevens", self.worked[0])
        (made,) = self.expected["maps"]
        self.expected["maps"] = [{**described, "code": made["code"]}]
        self.dies()
        self.shows(f"{self.address}/gegevens", self.worked[0])

    def adds(self, point: Plain) -> None:
        """Add a touchpoint in one go, and then say everything about it."""
        self.session.visitor.read(self.address)
        new = MultiDict({code: point[code] for code in QUICK_FIELDS})
        there = self.session.visitor.send(self.address, MultiDict({**new, "actie": "erbij"}))
        code = there.partition("bij=")[2].partition("&")[0]
        own = {"code": code, "map": self.address.rpartition("/")[2]}
        before = self.expected.get("touchpoints", [])
        self.expected["touchpoints"] = [*before, {**new.to_dict(), **own}]
        self.dies()
        page, form = f"{self.address}/moment/{code}", self.worked[1 + len(before)]
        self.fills_in(page, form)
        self.expected["touchpoints"] = [*before, {**point, **own}]
        self.dies()
        self.shows(page, form)

    def fills_in(self, page: str, wanted: Form) -> None:
        """Send a page with all that stands on the one drawn over."""
        sent = self.session.visitor.form(page)
        for name in wanted:
            if name != "csrf_token" and not name.startswith("stand-"):
                sent.setlist(name, wanted.getlist(name))
        self.session.visitor.send(page, sent)

    def dies(self) -> None:
        self.session.dies_and_returns(f"{self.session.typed.here}vraag/journey_maps")

    def shows(self, page: str, wanted: Form) -> None:
        """Compare a page with the one drawn over."""
        if filled(self.session.visitor.form(page)) != filled(wanted):
            self.session.lost.append(f"{page} shows something else")


def test_after_every_deed_on_the_map_it_comes_back_whole(tmp_path: Path) -> None:
    answers: Any = plain_answers(DRAWN)
    (described,) = answers["maps"]
    with lives(tmp_path, "honest") as server:
        drawing = begin(server, tmp_path)
        drawing.begins(described)
        drawing.describes(described)
        for point in answers["touchpoints"]:
            drawing.adds(point)

    assert drawing.session.lost == []
    assert drawing.session.kills == 2 + 2 * len(answers["touchpoints"])


def begin(server: Server, folder: Path) -> Drawing:
    """Start the first life with a dossier that has everything but its map."""
    site = make_site(folder)
    full = example(site.shop, DRAWN)
    drawn, atlas = site.keep_response(full), atlas_of(full)
    rest = {code: answer for code, answer in full.answers.items() if code not in ("maps", "touchpoints")}
    typed = site.keep_response(replace(full, answers=rest))
    server.start()
    reader, own = (HttpVisitor(server.port, {kept.cookie: kept.token}) for kept in (drawn, typed))
    codes = [str(one.answers["code"].value) for one in (*atlas.maps, *atlas.points)]
    here = f"{drawn.here}kaart/{codes[0]}"
    pages = [f"{here}/gegevens", *(f"{here}/moment/{code}" for code in codes[1:])]
    worked = [reader.form(page) for page in pages]
    return Drawing(Session(server, typed, own, own.answers(typed.here)), worked)
