"""One journey map: shown, a touchpoint added in one go, and touchpoints moved, copied and removed."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, UnprocessableEntity

from workshop.domain import map_edit
from workshop.domain.dossier import DossierError
from workshop.domain.map_edit import Gone
from workshop.web.errors import error_page, status_of
from workshop.web.map.changes import copy_point, full_words, undo_of
from workshop.web.map.drawn import draw_map, quick_form
from workshop.web.map.forms import ItemForm, judge
from workshop.web.map.frame import groups
from workshop.web.map.keeping import Full, enter_map, keep, keep_with
from workshop.web.pages import see_other
from workshop.web.visit import Visit

blueprint: Final = Blueprint("map_page", __name__, url_prefix="/d/<dossier_id>/kaart/<code>")
_STEPS: Final[Mapping[str, int]] = {"op": -1, "neer": 1}


@blueprint.get("", endpoint="show")
def show_map(dossier_id: str, code: str) -> ResponseReturnValue:
    """Show one map."""
    return draw_map(enter_map(dossier_id, code), code)


@blueprint.post("", endpoint="change")
def change_map(dossier_id: str, code: str) -> ResponseReturnValue:
    """Add a touchpoint in one go, or move, copy or remove one."""
    visit = enter_map(dossier_id, code)
    quick = _quick(visit)
    try:
        return _add(visit, code, quick) if quick else _change(visit, code)
    except Full as full:
        return draw_map(visit, code, quick, trouble=full_words(visit, full), status=422)
    except Gone:
        now = enter_map(dossier_id, code)
        return draw_map(now, code, quick, trouble=visit.words("map_editor.gone.point"), status=409)
    except DossierError as error:
        return draw_map(visit, code, quick, trouble=visit.words(f"trouble.{error.trouble}"), status=status_of(error))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the map again with what was typed when the token of its form is too old."""
    named = request.view_args or {}
    try:
        visit = enter_map(named.get("dossier_id", ""), named.get("code", ""))
    except NotFound as missing:
        return error_page(missing)
    return draw_map(visit, named["code"], _quick(visit), trouble=visit.words("web.question.again"), status=400)


def _quick(visit: Visit) -> ItemForm | None:
    return quick_form(visit, sent=request.form) if request.form.get("actie", "") == "erbij" else None


def _add(visit: Visit, code: str, quick: ItemForm) -> ResponseReturnValue:
    if not judge(quick, ("name", "block")):
        return draw_map(visit, code, quick, status=422)
    _, new = keep_with(visit, lambda atlas: map_edit.add_touchpoint(atlas, code, quick.answers))
    return _shown(visit, code, new, "erbij")


def _change(visit: Visit, code: str) -> ResponseReturnValue:
    match request.form.get("actie", "").split("-", 1):
        case ["op" | "neer" as way, point]:
            keep(visit, lambda atlas: map_edit.move(atlas, point, _STEPS[way], groups(visit.model)))
            return _shown(visit, code, point, way)
        case ["kopie", point]:
            return _shown(visit, code, copy_point(visit, point), "kopie")
        case ["weg", point]:
            kept, removed = keep_with(visit, lambda atlas: map_edit.remove(atlas, point))
            return draw_map(kept, code, undo=undo_of(kept, removed))
    raise UnprocessableEntity


def _shown(visit: Visit, code: str, point: str, deed: str) -> ResponseReturnValue:
    """Come back to the map, with word of what happened to this touchpoint."""
    return see_other(url_for("map_page.show", dossier_id=visit.id, code=code, bij=point, deed=deed))
