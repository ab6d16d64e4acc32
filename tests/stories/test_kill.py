"""The server is killed at any moment while people answer: what was acknowledged is there after the restart.

kill_server.py runs the real wizard; each kill is SIGKILL to its process group. A store that acknowledges too early
must be caught by the same test, else the test proves nothing.
"""

import os
import random
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from werkzeug.datastructures import MultiDict

from tests.http_visitor import HttpVisitor
from tests.stories.lives import Server, lives
from workshop.domain.response import Response
from workshop.services.intake import hash_token
from workshop.storage.engine import Engine
from workshop.storage.sqlite import SqliteDossiers

KILLS: Final = 60
SEEDED_KILLS: Final = 12
CENT: Final = Decimal("0.01")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and process groups"),
]


@dataclass(frozen=True)
class Writer:
    """Someone who saves the same two answers of a page over and over, one step higher each turn."""

    page: str
    codes: tuple[str, str]
    step: Decimal = CENT

    def form(self, turn: int) -> MultiDict[str, str]:
        """Return what the page sends for these two questions."""
        typed = str(turn * self.step).replace(".", ",")
        return MultiDict([pair for code in self.codes for pair in (("gevraagd", code), (code, typed))])

    def stored(self, response: Response) -> tuple[int, int]:
        """Return the turns in which the two answers were kept last."""
        values = (answer.value if (answer := response.get(code)) else 0 for code in self.codes)
        first, second = (int(Decimal(str(value)) / self.step) for value in values)
        return first, second


WRITERS: Final = (
    Writer("time_per_customer", ("hours_to_win", "hours_to_deliver")),
    Writer("winning_costs", ("hour_cost", "acquisition_spend")),
    Writer("customer_spending", ("first_order", "order_value")),
    Writer("customer_numbers", ("customers_start", "customers_end"), step=Decimal(1)),
)


class Story:
    """One dossier, its writers, and of each the last turn that was acknowledged, sent, and found back."""

    def __init__(self, folder: Path, server: Server) -> None:
        self._folder, self._server = folder, server
        self.acknowledged = dict.fromkeys(WRITERS, 0)
        self._sent = dict.fromkeys(WRITERS, 0)
        self.kept = dict.fromkeys(WRITERS, 0)
        server.start()
        self._browser = HttpVisitor(server.port)
        self._browser.read("/")
        self._browser.send("/start", MultiDict({"klant": "Fietsenmaker Jansen"}))
        cookie = next(name for name in self._browser.cookies if name.startswith("dossier_"))
        self._id, self._token = cookie.removeprefix("dossier_"), self._browser.cookies[cookie]
        server.kill()

    def live(self, moment: float) -> None:
        """Start the server, let everyone write, and kill it at this moment (seconds after the first answer)."""
        self._server.start()
        first = threading.Event()
        threads = [threading.Thread(target=self._write, args=(writer, first)) for writer in WRITERS]
        for thread in threads:
            thread.start()
        assert first.wait(20)
        time.sleep(moment)
        self._server.kill()
        for thread in threads:
            thread.join()

    def _write(self, writer: Writer, first: threading.Event) -> None:
        browser = replace(self._browser, cookies=dict(self._browser.cookies))
        while True:
            self._sent[writer] += 1
            try:
                browser.send(f"/d/{self._id}/vraag/{writer.page}", writer.form(self._sent[writer]))
            except OSError:
                return
            self.acknowledged[writer] = self._sent[writer]
            first.set()

    def lost(self, work: Path) -> list[str]:
        """Compare a copy of the dead server's files with what was promised; the next server mends its own."""
        work.mkdir()
        for file in self._folder.glob("dossiers.sqlite3*"):
            if not file.name.endswith("-shm"):
                shutil.copy2(file, work)
        copy = work / "dossiers.sqlite3"
        assert Engine(copy).connection().execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = SqliteDossiers(copy).get(self._id, hash_token(self._token))
        assert kept is not None
        shutil.rmtree(work)
        for writer in WRITERS:
            self.kept[writer], other = writer.stored(kept.response)
            assert self.kept[writer] == other, f"{writer.page} was kept by half"
            assert self.kept[writer] <= self._sent[writer]
        return [writer.page for writer in WRITERS if self.kept[writer] < self.acknowledged[writer]]


@contextmanager
def a_story(folder: Path, variant: str) -> Iterator[Story]:
    data = folder / "data"
    with lives(data, variant) as server:
        yield Story(data, server)


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed_at_any_moment(tmp_path: Path) -> None:
    moments = random.Random(20261122)

    with a_story(tmp_path, "honest") as story:
        for _ in range(KILLS):
            story.live(moments.uniform(0, 0.2))

            assert story.lost(tmp_path / "copy") == []

    assert min(story.acknowledged.values()) > KILLS, "too few answers to prove anything"


def test_a_store_that_acknowledges_before_it_has_written_is_caught(tmp_path: Path) -> None:
    moments = random.Random(20261122)

    with a_story(tmp_path, "late") as story:
        lost: list[str] = []
        for _ in range(SEEDED_KILLS):
            story.live(moments.uniform(0.02, 0.1))
            lost += story.lost(tmp_path / "copy")

    assert lost
    assert min(story.kept.values()) > 0, "nothing was ever kept, so nothing was proven"
