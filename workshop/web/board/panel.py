"""A panel of the dashboard: its conclusion in a sentence, a picture, the same as a table, and what to answer first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from flask import url_for
from markupsafe import Markup

from workshop.domain.questionnaire import Question
from workshop.domain.response import Length
from workshop.report.document import Block, Cell, Table
from workshop.report.material import Material
from workshop.report.spans import Spans
from workshop.web.route.progress import Link
from workshop.web.route.way_back import RESULT, WayBack
from workshop.web.visit import Visit

_MARK: Final = "beeld-"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; the first cell of a row names it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its own small heading, "" for none."""

    picture: Markup
    title: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the result in pictures; without `figures` it says what is missing and `ask` leads there.

    A panel that is `double` takes half the page where there is room, one that is `broad` the whole. `legend` names what
    a picture numbers from 1.
    """

    id: str
    title: str
    says: str
    figures: tuple[Figure, ...] = ()
    note: str = ""
    tables: tuple[Grid, ...] = ()
    ask: Link | None = None
    more: Link | None = None
    size: Literal["", "double", "broad"] = ""
    legend: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Its name on the page; the report itself uses other names."""
        return f"{_MARK}{self.id}"


@dataclass(frozen=True, slots=True)
class Desk:
    """What every panel is made from: one visit and its material."""

    visit: Visit
    material: Material

    def t(self, key: str, /, **values: str) -> str:
        """Return a text of the dashboard."""
        return self.visit.words(f"web.dashboard.{key}", **values)

    def plural(self, key: str, n: int, /, **values: str) -> str:
        """Return a text of the dashboard with a number in it."""
        return self.visit.words.plural(f"web.dashboard.{key}", n, **values)

    def missing(self, id: str, codes: Iterable[str], says: str = "") -> Panel:
        """Return a panel that cannot be drawn yet, with the first question that helps."""
        wanted = {code.split(".")[0] for code in codes}
        asked = [(page.code, one) for page in self.visit.route.pages for one in page.questions if one.code in wanted]
        ask = self._first_open(id, asked) or (None if asked else self._full(wanted))
        return Panel(id, self.t(f"{id}.title"), says or self.t("not_yet" if asked or ask else "not_asked"), ask=ask)

    def _first_open(self, id: str, asked: Iterable[tuple[str, Question]]) -> Link | None:
        """Return the way to the first of these questions (with their pages) that has no value."""
        way = WayBack(RESULT, f"{_MARK}{id}")
        for page, one in asked:
            if not self.visit.response.known(one.code):
                title = self.t("answer_first", question=one.title)
                return Link(f"{way.question(self.visit, page)}#{one.code}-vraag", title)
        return None

    def _full(self, wanted: set[str]) -> Link | None:
        """Return the way to the full session when that asks one of these questions."""
        quick = self.visit.response.length is Length.QUICK
        if not quick or not any(one.full for one in self.visit.questionnaire.questions if one.code in wanted):
            return None
        return Link(url_for("overview.show", dossier_id=self.visit.id), self.t("full_link"))


def grid(table: Table) -> Grid:
    """Return a table of the report as plain texts."""
    return Grid(tuple(one.title for one in table.columns), tuple(tuple(map(_said, row)) for row in table.rows))


def tables_in(blocks: Iterable[Block]) -> tuple[Grid, ...]:
    """Return the tables among blocks of the report."""
    return tuple(grid(one) for one in blocks if isinstance(one, Table))


def plain(spans: Spans) -> str:
    """Return running text without its looks."""
    return "".join(span.text for span in spans)


def _said(cell: Cell) -> str:
    return plain(cell.spans).replace("\n", ", ")
