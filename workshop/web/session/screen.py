"""The big screen of a session: one section large enough to read across the room, following the consultant's window."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from flask import Blueprint, jsonify, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from workshop.domain.questionnaire import Page, Section
from workshop.web.dossier.overview import here, switch
from workshop.web.pages import show
from workshop.web.route.line import wind
from workshop.web.route.progress import line
from workshop.web.route.way_back import SCREEN
from workshop.web.session.views import groups, guide_of, staged
from workshop.web.visit import Visit, enter

blueprint: Final = Blueprint("session_screen", __name__, url_prefix="/d/<dossier_id>/scherm")
FEW: Final = 5
"""With so many questions a whole section stands in one column."""
_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands on the screen; no section while nothing was shown yet.

    `title` is that of the one page that is shown, "" for a whole section.
    """

    section: Section | None = None
    pages: tuple[Page, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the journey; `on` tells that this section is about it."""

    name: str
    on: bool


@blueprint.get("", endpoint="show")
def show_screen(dossier_id: str) -> ResponseReturnValue:
    """Show the section that the consultant shows, or the one in the address."""
    visit = enter(dossier_id)
    asked = request.args.get("deel")
    stage = _stage(visit, asked)
    shown = groups(visit, stage.pages, SCREEN)
    return show(
        "session_screen.html",
        visit.words,
        switch=switch(visit, "scherm", asked),
        here=here(visit),
        client=visit.response.client,
        questionnaire=visit.questionnaire,
        names=[phase.name for phase in visit.model.phases],
        way=wind(len(visit.model.phases)),
        section=stage.section,
        page=stage.title,
        groups=shown,
        few=sum(len(one.lines) for one in shown) <= FEW,
        line=line(visit, stage.section) if stage.section else None,
        phases=_phases(visit, stage.section),
        covered=visit.dossier.session.covered,
        state=url_for("session_screen.state", dossier_id=visit.id, deel=asked),
        address=url_for("session_screen.show", dossier_id=visit.id, deel=asked),
        follow=url_for("session_screen.show", dossier_id=visit.id) if asked else "",
    )


@blueprint.get("/stand", endpoint="state")
def state(dossier_id: str) -> ResponseReturnValue:
    """Tell by a mark what stands on the screen; 304 as long as the mark in If-None-Match is still right."""
    visit = enter(dossier_id)
    mark = _mark(visit, _stage(visit, request.args.get("deel")))
    answer = jsonify(stand=mark)
    answer.set_etag(mark)
    return answer.make_conditional(request)


def _stage(visit: Visit, asked: str | None) -> Stage:
    """Return what to show; an address that names nothing raises NotFound, what was shown and is gone shows nothing."""
    code = visit.dossier.session.shown if asked is None else asked
    found = staged(visit, code)
    if found is None:
        if asked is not None:
            raise NotFound
        return Stage()
    section, pages = found
    return Stage(section, pages, "" if code == section.code else pages[0].title)


def _mark(visit: Visit, stage: Stage) -> str:
    """Return a mark that changes with everything that the screen shows."""
    response, section = visit.response, stage.section
    answers = [response.get(one.code) for page in stage.pages for one in page.questions]
    done = [visit.route.count(one) for one in visit.route.sections]
    shown = [one.code for page in stage.pages for one in page.questions]
    seen = (section and section.code, stage.title, shown, answers, done, visit.dossier.session.covered)
    looks = (response.model, response.language, response.address, response.client)
    return sha256(repr((seen, looks)).encode()).hexdigest()[:_LENGTH]


def _phases(visit: Visit, section: Section | None) -> tuple[Phase, ...]:
    """Return the phases of the journey; none when the section is about all of it."""
    blocks = set(guide_of(visit).help(section.code).blocks) if section else set()
    return tuple(Phase(one.name, bool(blocks & set(one.blocks))) for one in visit.model.phases) if blocks else ()
