"""Two maps side by side, and the empty map to print and fill in with a pen."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from workshop.domain.journey import PhaseModel
from workshop.domain.journey_map import JourneyMap, Touchpoint
from workshop.domain.map_compare import Pair, differing, pairs
from workshop.domain.map_edit import TOUCHPOINTS, text_of
from workshop.domain.questionnaire import Question
from workshop.domain.reading import Reading
from workshop.language.messages import Words
from workshop.report.answers import answer_words
from workshop.report.voice import Voice
from workshop.web.door.start import first_questionnaire
from workshop.web.map.drawn import picture
from workshop.web.map.frame import Says, name_of, show_maps
from workshop.web.map.keeping import asked, atlas_of, charted, enter_maps
from workshop.web.pages import Switch, show, visitor_language
from workshop.web.visit import Visit, workshop

blueprint: Final = Blueprint("map_print", __name__)
PAPERS: Final = ("a4", "a3")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same on both maps."""

    what: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A touchpoint with everything in which it differs."""

    name: str
    phase: str
    differences: tuple[Difference, ...]


@blueprint.get("/d/<dossier_id>/kaart/vergelijk", endpoint="compare")
def compare(dossier_id: str) -> ResponseReturnValue:
    """Show two maps with what differs between them."""
    visit = enter_maps(dossier_id)
    atlas = atlas_of(visit.response)
    codes = [text_of(one, "code") for one in atlas.maps]
    asked_for = [request.args.get("links", ""), request.args.get("rechts", "")]
    left, right = [code if code in codes else "" for code in asked_for]
    left = left or next((code for code in codes if code != right), "")
    right = right or next((code for code in codes if code != left), left)
    if not left:
        raise NotFound
    journey = Reading(visit.questionnaire, visit.model, charted(visit.response)).journey
    maps = [found for code in (left, right) if (found := journey.map(code)) is not None]
    return show_maps(
        "map_compare.html",
        visit,
        place=f"{left}:{right}",
        names=[name_of(atlas.map(code), visit.words) for code in (left, right)],
        pictures=[picture(visit, code) for code in (left, right)],
        links=[url_for("map_page.show", dossier_id=visit.id, code=code) for code in (left, right)],
        moments=_moments(visit, maps[0], maps[1]),
        comparable=[(text_of(one, "code"), name_of(one, visit.words)) for one in atlas.maps],
        left=left,
        right=right,
    )


@blueprint.get("/d/<dossier_id>/kaart/blanco", endpoint="blank")
def blank(dossier_id: str) -> ResponseReturnValue:
    """Show an empty map to print, in the phase model of the dossier."""
    visit = enter_maps(dossier_id)
    return _sheet(visit.words, visit.model, url_for("maps.show", dossier_id=visit.id), visit)


@blueprint.get("/kaart/blanco", endpoint="anyone")
def blank_for_anyone() -> ResponseReturnValue:
    """Show an empty map to print, without a dossier."""
    language = visitor_language()
    questionnaire = workshop().bundle(first_questionnaire(), language).questionnaire
    chosen = questionnaire.model(request.args.get("model", "")) or questionnaire.model(questionnaire.default_model)
    return _sheet(workshop().words(language), chosen or questionnaire.models[0], url_for("start.home"))


def _sheet(words: Words, model: PhaseModel, back: str, visit: Visit | None = None) -> Response:
    paper = request.args.get("formaat", "").lower()
    paper = paper if paper in PAPERS else PAPERS[0]
    language, address = words.language, visit.response.address if visit else None
    here = url_for("map_print.blank", dossier_id=visit.id) if visit else url_for("map_print.anyone")
    questionnaire = visit.questionnaire if visit else workshop().bundle(first_questionnaire(), language).questionnaire
    switch = (
        Switch.away_from(language, action=url_for("maps.turn", dossier_id=visit.id), back="blanco")
        if visit
        else Switch.away_from(language, link=f"{url_for('map_print.anyone', model=model.id, formaat=paper)}&taal={{}}")
    )
    return show(
        "map_blank.html",
        words,
        switch=switch,
        m=Says(words),
        back=back,
        here=here,
        paper=paper,
        papers=PAPERS,
        model=model,
        models=questionnaire.models if visit is None else (),
        picture=Markup(workshop().blank_map(model, language, paper, address)),  # noqa: S704 - escaped by the report
    )


def _moments(visit: Visit, left: JourneyMap, right: JourneyMap) -> tuple[Moment, ...]:
    """Return the touchpoints that are not the same on both maps."""
    question = asked(visit.questionnaire, TOUCHPOINTS)
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    found = (_moment(visit, voice, question, pair) for pair in pairs(left, right))
    return tuple(one for one in found if one.differences)


def _moment(visit: Visit, voice: Voice, question: Question, pair: Pair) -> Moment:
    phase = visit.model.phase_of(pair.one.block)
    codes = [one.code for one in question.fields]
    fields = [one for one in question.fields if one.code in differing(pair, codes)]
    lines = [Difference(one.title, *(_said(one, side, voice) for side in (pair.left, pair.right))) for one in fields]
    if pair.left is None or pair.right is None:
        there = visit.words("map_editor.compare.there"), visit.words("map_editor.compare.not_there")
        sides = there if pair.left else there[::-1]
        lines = [Difference(visit.words("map_editor.compare.on_map"), *sides)]
    outside = visit.words("map_editor.outside")
    return Moment(pair.one.name, phase.name if phase else outside, tuple(lines))


def _said(field: Question, point: Touchpoint | None, voice: Voice) -> str:
    answer = point.item.get(field.code) if point else None
    return answer_words(field, answer, voice)
