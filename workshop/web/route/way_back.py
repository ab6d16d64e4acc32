"""Where a page of questions, or a touchpoint of the map, was opened from, when saving it must lead back there."""

import re
from dataclasses import dataclass
from typing import Final

from flask import request, url_for

from workshop.domain.questionnaire import Page
from workshop.web.route.progress import Link, section_of
from workshop.web.visit import Visit

CHECK: Final = "controle"
RESULT: Final = "resultaat"
SECTION: Final = "tussenstand"
HOMEWORK: Final = "huiswerk"
WHAT_IF: Final = "wat-als"
SCREEN: Final = "scherm"
SHEET: Final = "spiekbriefje"
SAVED: Final = "bewaard"
"""What the address of a page says to which someone came back after saving."""
TITLES: Final = {
    CHECK: ("web.check.title", "web.question.save_back_check"),
    RESULT: ("web.result.title", "web.dashboard.save_back"),
    SECTION: ("web.section_result.short", "web.section_result.save_back"),
    HOMEWORK: ("web.homework.title", "web.homework.save_back"),
    WHAT_IF: ("web.what_if.title", "web.what_if.save_back"),
    SCREEN: ("web.session.screen.title", "web.session.screen.save_back"),
    SHEET: ("web.session.sheet.title", "web.session.sheet.save_back"),
}
"""The only places to come back to: the words of the link back, and those of the button that saves."""
_PLAIN: Final = {HOMEWORK: "homework.show", WHAT_IF: "what_if.show", SCREEN: "session_screen.show"}
_MARK: Final = re.compile(r"[A-Za-z0-9_.-]{1,80}")


@dataclass(frozen=True, slots=True)
class WayBack:
    """The place that saving leads back to, "" for none; `mark` names the gap on the result page that it is about."""

    place: str = ""
    mark: str = ""

    def __bool__(self) -> bool:
        return bool(self.place)

    def page(self, endpoint: str, **values: str | None) -> str:
        """Return the address of a page that leads back here."""
        return url_for(endpoint, terug=self.place or None, gat=self.mark or None, **values)  # type: ignore[arg-type]

    def question(self, visit: Visit, page: str, **more: str | None) -> str:
        """Return the address of a page of questions that leads back here."""
        return self.page("questions.page", dossier_id=visit.id, page=page, **more)

    def link(self, visit: Visit, page: Page) -> Link:
        """Return the link back from this page of questions; there must be a place to go to."""
        return Link(self.address(visit, page), visit.words(TITLES[self.place][0]))

    def address(self, visit: Visit, page: Page, *, deed: str | None = None) -> str:
        """Return the place itself; `deed` tells it what was done on this page of questions."""
        if self.place == SHEET:
            return url_for("session_sheet.show", dossier_id=visit.id, deel=section_of(visit, page).code)
        if self.place == SECTION:
            return url_for("section_result.show", dossier_id=visit.id, section=section_of(visit, page).code)
        if self.place == RESULT:
            mark = self.mark or None
            return url_for("result.show", dossier_id=visit.id, gat=mark, deed=deed, _anchor=mark)
        return url_for(_PLAIN.get(self.place, "check.show"), dossier_id=visit.id)

    def button(self, visit: Visit) -> str:
        """Return what the button says that saves and leads back."""
        return visit.words(TITLES[self.place][1])


def way_back() -> WayBack:
    """Read the way back from the address of this page; a place that we do not know is none."""
    place, mark = request.args.get("terug", ""), request.args.get("gat", "")
    if place not in TITLES:
        return WayBack()
    return WayBack(place, mark if _MARK.fullmatch(mark) else "")
