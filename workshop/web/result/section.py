"""What a section brought, straight after its last page: scores, gaps and sums it changed, and what is still unknown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from workshop.domain.changed import changed, without
from workshop.domain.homework import errands
from workshop.domain.questionnaire import Page, Section
from workshop.language.tongue import language_named
from workshop.report.material import Material
from workshop.web.dossier.overview import here
from workshop.web.pages import Switch, see_other, show
from workshop.web.result.change import Telling
from workshop.web.route.line import RouteLine, draw
from workshop.web.route.progress import Link, count
from workshop.web.route.way_back import SECTION, WayBack
from workshop.web.visit import Visit, enter

blueprint: Final = Blueprint("section_result", __name__, url_prefix="/d/<dossier_id>/tussenstand")


@dataclass(frozen=True, slots=True)
class Open:
    """A question without an answer; `said` when someone said "weet ik niet", `homework` when it is there."""

    title: str
    link: str
    said: bool
    homework: bool


@blueprint.get("/<section>", endpoint="show")
def show_section(dossier_id: str, section: str) -> ResponseReturnValue:
    """Show what a section brought."""
    visit = enter(dossier_id)
    found = _section(visit, section)
    material = visit.workshop.material(visit.response)
    pages = _pages(visit, found)
    return show(
        "section_result.html",
        visit.words,
        switch=_switch(visit, found),
        updated=visit.dossier.updated,
        here=here(visit),
        section=found,
        step=_step(visit, found),
        line=_line(visit, found),
        told=_telling(visit, found, material),
        answered=any(visit.response.get(one.code) for one in found.questions),
        open=_sorted(_open(visit, material, pages)),
        onward=_onward(visit, found),
        change=url_for("questions.page", dossier_id=visit.id, page=pages[0].code),
        result=url_for("result.show", dossier_id=visit.id),
    )


@blueprint.post("/<section>", endpoint="speak")
def speak(dossier_id: str, section: str) -> ResponseReturnValue:
    """Change the language and come back to the same page."""
    visit = enter(dossier_id)
    found, language = _section(visit, section), request.form.get("taal", "")
    if not language_named(language):
        abort(422)
    visit.workshop.intake.choose(visit.id, visit.token, language=language)
    return see_other(_address(visit, found))


def _section(visit: Visit, code: str) -> Section:
    """Return a section that asks something."""
    found = next((one for one in visit.route.sections if one.code == code), None)
    if found is None:
        raise NotFound
    return found


def _pages(visit: Visit, section: Section) -> tuple[Page, ...]:
    own = {page.code for page in section.pages}
    return tuple(page for page in visit.route.pages if page.code in own)


def _telling(visit: Visit, section: Section, after: Material) -> Telling:
    before = visit.workshop.material(without(visit.response, section))
    return Telling(before, after, changed(before.assessment, after.assessment))


def _open(visit: Visit, material: Material, pages: tuple[Page, ...]) -> Iterator[Open]:
    unknown, unanswered = material.assessment.unknown, material.assessment.unanswered
    way, homework = WayBack(SECTION), {one.question.code for one in errands(visit.route, visit.model)}
    for page in pages:
        for question in page.questions:
            if question.code in (*unknown, *unanswered):
                link = f"{way.question(visit, page.code)}#{question.code}-vraag"
                yield Open(question.title, link, question.code in unknown, question.code in homework)


def _sorted(found: Iterable[Open]) -> dict[str, list[Open]]:
    """Part what is on the homework from what only was not filled in."""
    every = list(found)
    return {
        "open": [one for one in every if one.homework],
        "blank": [one for one in every if not one.homework],
    }


def _line(visit: Visit, section: Section) -> RouteLine:
    """Draw the journey line with us at the end of this section."""
    sections = visit.route.sections
    return draw([count(visit, one).share for one in sections], sections.index(section))


def _step(visit: Visit, section: Section) -> str:
    sections = visit.route.sections
    return visit.words("web.step", n=str(sections.index(section) + 1), total=str(len(sections)))


def _onward(visit: Visit, section: Section) -> Link:
    """Return the next section, or the check page after the last."""
    sections = visit.route.sections
    later = sections[sections.index(section) + 1 :]
    if not later:
        return Link(url_for("check.show", dossier_id=visit.id), visit.words("web.section_result.check"))
    first = _pages(visit, later[0])[0]
    address = url_for("questions.page", dossier_id=visit.id, page=first.code)
    return Link(address, visit.words("web.section_result.next", section=later[0].title))


def _address(visit: Visit, section: Section) -> str:
    return url_for("section_result.show", dossier_id=visit.id, section=section.code)


def _switch(visit: Visit, section: Section) -> Switch:
    return Switch.away_from(visit.language, action=_address(visit, section), back=SECTION)
