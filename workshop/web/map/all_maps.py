"""The journey maps of a dossier: which there are per customer group, and what can be done with a whole map."""

from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from workshop.domain import map_edit
from workshop.domain.journey_map import MapKind
from workshop.domain.map_edit import Atlas, Gone, Removed, text_of
from workshop.language.tongue import language_named
from workshop.web.map.changes import Undo, copy_map, full_words, kind_words, make_map, remove_map, undo_of
from workshop.web.map.frame import name_of, show_maps, way_back, way_on
from workshop.web.map.keeping import Full, atlas_of, enter_maps, keep, unseal
from workshop.web.map.personas import cards, persona_names, personas_link
from workshop.web.pages import see_other
from workshop.web.route.model import TURNED
from workshop.web.visit import Visit

blueprint: Final = Blueprint("maps", __name__, url_prefix="/d/<dossier_id>/kaart")
BLANK: Final = "blanco"
"""What a form calls the empty map to print."""


@blueprint.get("", endpoint="show")
def show_all(dossier_id: str) -> ResponseReturnValue:
    """Show the customer groups with their maps."""
    return draw_all(enter_maps(dossier_id))


@blueprint.post("", endpoint="change")
def change_maps(dossier_id: str) -> ResponseReturnValue:
    """Make, copy or remove a map."""
    visit = enter_maps(dossier_id)
    try:
        return _change(visit)
    except Full as full:
        return draw_all(visit, trouble=full_words(visit, full), status=422)
    except Gone:
        return draw_all(visit, trouble=visit.words("map_editor.gone.map"), status=409)


@blueprint.post("/terug", endpoint="put_back")
def put_back(dossier_id: str) -> ResponseReturnValue:
    """Put back what was removed last."""
    visit = enter_maps(dossier_id)
    removed = unseal(visit, request.form.get("wat", ""))
    try:
        kept = keep(visit, lambda atlas: map_edit.restore(atlas, removed))
    except Full as full:
        return draw_all(visit, undo_of(visit, removed), trouble=full_words(visit, full), status=422)
    return see_other(_after(kept, removed))


@blueprint.post("/beeld", endpoint="turn")
def turn(dossier_id: str) -> ResponseReturnValue:
    """Look through another phase model, or in the other language, and come back to the same page."""
    visit = enter_maps(dossier_id)
    model, language = request.form.get("model"), request.form.get("taal")
    known = model is None or visit.questionnaire.model(model) is not None
    if not known or (language is not None and not language_named(language)):
        raise UnprocessableEntity
    visit.workshop.intake.choose(visit.id, visit.token, model=model, language=language)
    place = _place(visit, request.form.get("naar", ""))
    return see_other(f"{place}{'&' if '?' in place else '?'}deed={TURNED}" if model is not None else place)


def draw_all(visit: Visit, undo: Undo | None = None, *, trouble: str = "", status: int = 200) -> Response:
    """Show the page with all maps."""
    atlas = atlas_of(visit.response)
    return show_maps(
        "maps.html",
        visit,
        status=status,
        undo=undo,
        trouble=trouble,
        cards=cards(visit, atlas),
        personas=persona_names(visit),
        personas_link=personas_link(visit),
        kinds=kind_words(visit),
        comparable=[(text_of(one, "code"), name_of(one, visit.words)) for one in atlas.maps],
        back=way_back(visit),
        onward=way_on(visit),
    )


def _change(visit: Visit) -> ResponseReturnValue:
    group = request.form.get("groep", "")
    persona = group if group in persona_names(visit) else ""
    match request.form.get("actie", "").split("-", 1):
        case ["nieuw", kind] if kind in tuple(MapKind):
            return see_other(_link(visit, make_map(visit, MapKind(kind), persona)))
        case ["kopie", code]:
            kind = request.form.get("soort", "")
            into = MapKind(kind) if kind in tuple(MapKind) else MapKind.DESIGN
            return see_other(_link(visit, copy_map(visit, code, into, persona)))
        case ["weg", code]:
            kept, removed = remove_map(visit, code)
            return draw_all(kept, undo_of(kept, removed))
    raise UnprocessableEntity


def _after(visit: Visit, removed: Removed) -> str:
    """Return where what was put back can be seen."""
    if removed.maps or not removed.points:
        return url_for("maps.show", dossier_id=visit.id)
    _, item = removed.points[0]
    code = text_of(item, "code")
    atlas = atlas_of(visit.response)
    on = next((text_of(one, "map") for one in atlas.points if text_of(one, "code") == code), "")
    return url_for("map_page.show", dossier_id=visit.id, code=on, bij=code, deed="terug") if on else _place(visit, "")


def _place(visit: Visit, named: str) -> str:
    """Return the page that a form names: the empty one, two to compare, one map, or else all of them."""
    if named == BLANK:
        return url_for("map_print.blank", dossier_id=visit.id)
    atlas = atlas_of(visit.response)
    left, _, right = named.partition(":")
    if right:
        return url_for("map_print.compare", dossier_id=visit.id, links=left, rechts=right)
    return _link(visit, left) if _is_there(atlas, left) else url_for("maps.show", dossier_id=visit.id)


def _is_there(atlas: Atlas, code: str) -> bool:
    return any(text_of(one, "code") == code for one in atlas.maps)


def _link(visit: Visit, code: str) -> str:
    return url_for("map_page.show", dossier_id=visit.id, code=code)
