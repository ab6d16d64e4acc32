"""The whole form of one touchpoint, and that of what a map is about."""

from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from workshop.domain import map_edit
from workshop.domain.answer import Item
from workshop.domain.dossier import DossierError
from workshop.domain.map_edit import MAPS, TOUCHPOINTS, Atlas, Gone
from workshop.language.tongue import language_named
from workshop.web.errors import error_page, status_of
from workshop.web.fields.cards import MINE, THEIRS
from workshop.web.fields.stamps import ChangedElsewhere
from workshop.web.map.changes import full_words
from workshop.web.map.forms import ItemForm, judge, make, show_both, touchpoint_fields
from workshop.web.map.item_page import draw_point, draw_scope, next_point
from workshop.web.map.keeping import Full, atlas_of, editor_page, enter_map, keep_with
from workshop.web.map.saving import hold, keep_item
from workshop.web.map.sent import NEEDED_OF_MAP, NEEDED_OF_POINT, item_on, scope_fields, sent_point, sent_scope
from workshop.web.map.spots import Spot
from workshop.web.pages import see_other
from workshop.web.route.way_back import SAVED, way_back
from workshop.web.visit import Visit

blueprint: Final = Blueprint("map_item", __name__, url_prefix="/d/<dossier_id>/kaart/<code>")
AGAIN: Final = "opnieuw"
"""What a form sends that has shown that its touchpoint was removed: saving puts it on the map again."""
_STAYING: Final = frozenset({MINE, THEIRS, "taal"})
"""Buttons that save the form and come back to it."""


@blueprint.get("/moment/<point>", endpoint="point")
def show_point(dossier_id: str, code: str, point: str) -> ResponseReturnValue:
    """Show everything about one touchpoint."""
    visit = enter_map(dossier_id, code)
    item = item_on(visit, code, point)
    if item is None:
        raise NotFound
    return draw_point(make(visit, touchpoint_fields(visit), item, spot=Spot(TOUCHPOINTS, point)), code, point)


@blueprint.post("/moment/<point>", endpoint="save_point")
def save_point(dossier_id: str, code: str, point: str) -> ResponseReturnValue:
    """Keep what changed of a touchpoint; else show it again with everything that was typed."""
    visit = enter_map(dossier_id, code)
    made, spot = sent_point(visit, code, point), Spot(TOUCHPOINTS, point)
    if not judge(made, NEEDED_OF_POINT):
        return draw_point(hold(made, spot), code, point, status=422)
    try:
        kept, place = _keep_point(made, code, spot)
    except ChangedElsewhere as clash:
        now = enter_map(dossier_id, code)
        both = show_both(hold(made, spot), clash, item_on(now, code, point) or Item({}))
        return draw_point(both, code, point, status=409)
    except Gone:
        return draw_point(made, code, point, gone=True, status=409)
    except Full as full:
        return draw_point(made, code, point, trouble=full_words(visit, full), status=422)
    except DossierError as error:
        said = visit.words(f"trouble.{error.trouble}")
        return draw_point(made, code, point, trouble=said, status=status_of(error))
    return see_other(_after(kept, made, code, place))


@blueprint.get("/gegevens", endpoint="scope")
def show_scope(dossier_id: str, code: str) -> ResponseReturnValue:
    """Show what a map is about."""
    visit = enter_map(dossier_id, code)
    made = make(visit, scope_fields(visit), atlas_of(visit.response).map(code), spot=Spot(MAPS, code))
    return draw_scope(made, code)


@blueprint.post("/gegevens", endpoint="save_scope")
def save_scope(dossier_id: str, code: str) -> ResponseReturnValue:
    """Keep what changed of a map; else show it again with everything that was typed."""
    visit = enter_map(dossier_id, code)
    made, spot = sent_scope(visit, code), Spot(MAPS, code)
    if not judge(made, NEEDED_OF_MAP):
        return draw_scope(hold(made, spot), code, status=422)
    try:
        kept = keep_item(made, spot, made.answers)
    except ChangedElsewhere as clash:
        now = enter_map(dossier_id, code)
        both = show_both(hold(made, spot), clash, atlas_of(now.response).map(code))
        return draw_scope(both, code, status=409)
    except DossierError as error:
        return draw_scope(made, code, trouble=visit.words(f"trouble.{error.trouble}"), status=status_of(error))
    if _stays(kept, made):
        return see_other(f"{url_for('map_item.scope', dossier_id=kept.id, code=code)}{_at(made)}")
    return see_other(url_for("map_page.show", dossier_id=kept.id, code=code))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the form again with everything that was typed when its token is too old."""
    named = request.view_args or {}
    code, point = named.get("code", ""), named.get("point", "")
    try:
        visit = enter_map(named.get("dossier_id", ""), code)
    except NotFound as missing:
        return error_page(missing)
    trouble = visit.words("web.question.again")
    if point:
        return draw_point(sent_point(visit, code, point), code, point, trouble=trouble, status=400)
    return draw_scope(sent_scope(visit, code), code, trouble=trouble, status=400)


def _keep_point(made: ItemForm, code: str, spot: Spot) -> tuple[Visit, str]:
    """Save the touchpoint; one that was removed in the meantime only when the visitor knows."""
    try:
        return keep_item(made, spot, made.answers), spot.code
    except Gone:
        if made.sent is None or AGAIN not in made.sent:
            raise

    def add(atlas: Atlas) -> tuple[Atlas, str]:
        return map_edit.add_touchpoint(atlas, code, made.answers)

    return keep_with(made.visit, add)


def _after(kept: Visit, made: ItemForm, code: str, point: str) -> str:
    """Return where to go after saving a touchpoint: the same form, where the visitor came from, on, or the map."""
    came, page = way_back(), editor_page(kept.questionnaire)
    if _stays(kept, made):
        return f"{came.page('map_item.point', dossier_id=kept.id, code=code, point=point)}{_at(made)}"
    if came and page is not None:
        return came.address(kept, page, deed=SAVED)
    if made.action == "volgende" and (after := next_point(kept, code, point)):
        return url_for("map_item.point", dossier_id=kept.id, code=code, point=after)
    return url_for("map_page.show", dossier_id=kept.id, code=code, bij=point, deed="bewaard")


def _stays(kept: Visit, made: ItemForm) -> bool:
    """Tell whether the button comes back to the form; changes the language when that is what was asked."""
    kind, _, about = made.action.partition("-")
    if kind == "taal" and language_named(about):
        kept.workshop.intake.choose(kept.id, kept.token, language=about)
    return kind in _STAYING


def _at(made: ItemForm) -> str:
    """Return the field at which two answers stood, as the end of an address."""
    kind, _, about = made.action.partition("-")
    return f"#{about}-vraag" if kind in (MINE, THEIRS) and about in made.form.entries else ""
