"""The whole form of one touchpoint, and that of what a map is about."""

from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from workshop.domain import map_edit
from workshop.domain.answer import Item
from workshop.domain.dossier import DossierError
from workshop.domain.map_edit import MAPS, Atlas, Gone, text_of
from workshop.domain.questionnaire import Question
from workshop.language.tongue import Language
from workshop.web.errors import error_page, status_of
from workshop.web.fields.stamps import ChangedElsewhere
from workshop.web.map.changes import full_words
from workshop.web.map.forms import ItemForm, judge, make, merged, show_both, touchpoint_fields
from workshop.web.map.item_page import draw_point, draw_scope, next_point
from workshop.web.map.keeping import Full, asked, atlas_of, enter_map, keep, keep_with
from workshop.web.pages import see_other
from workshop.web.visit import Visit

blueprint: Final = Blueprint("map_item", __name__, url_prefix="/d/<dossier_id>/kaart/<code>")
AGAIN: Final = "opnieuw"
"""What a form sends that has shown that its touchpoint was removed: saving puts it on the map again."""


@blueprint.get("/moment/<point>", endpoint="point")
def show_point(dossier_id: str, code: str, point: str) -> ResponseReturnValue:
    """Show everything about one touchpoint."""
    visit = enter_map(dossier_id, code)
    item = _item(visit, code, point)
    if item is None:
        raise NotFound
    return draw_point(make(visit, touchpoint_fields(visit), item), code, point)


@blueprint.post("/moment/<point>", endpoint="save_point")
def save_point(dossier_id: str, code: str, point: str) -> ResponseReturnValue:
    """Keep what changed of a touchpoint; else show it again with everything that was typed."""
    visit = enter_map(dossier_id, code)
    made = _sent_point(visit, code, point)
    if not judge(made, ("name", "block")):
        return draw_point(made, code, point, status=422)
    try:
        kept, place = _keep_point(made, code, point)
    except ChangedElsewhere as clash:
        now = enter_map(dossier_id, code)
        both = show_both(made, clash, _item(now, code, point) or Item({}))
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
    return draw_scope(make(visit, _scope_fields(visit), atlas_of(visit.response).map(code)), code)


@blueprint.post("/gegevens", endpoint="save_scope")
def save_scope(dossier_id: str, code: str) -> ResponseReturnValue:
    """Keep what changed of a map; else show it again with everything that was typed."""
    visit = enter_map(dossier_id, code)
    made = _sent_scope(visit, code)
    if not judge(made, ("name",)):
        return draw_scope(made, code, status=422)
    try:
        kept = keep(visit, lambda atlas: map_edit.change_map(atlas, code, merged(made, atlas.map(code))))
    except ChangedElsewhere as clash:
        now = enter_map(dossier_id, code)
        return draw_scope(show_both(made, clash, atlas_of(now.response).map(code)), code, status=409)
    except DossierError as error:
        return draw_scope(made, code, trouble=visit.words(f"trouble.{error.trouble}"), status=status_of(error))
    if _turned(kept, made):
        return see_other(url_for("map_item.scope", dossier_id=kept.id, code=code))
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
        return draw_point(_sent_point(visit, code, point), code, point, trouble=trouble, status=400)
    return draw_scope(_sent_scope(visit, code), code, trouble=trouble, status=400)


def _keep_point(made: ItemForm, code: str, point: str) -> tuple[Visit, str]:
    """Save the touchpoint; one that was removed in the meantime only when the visitor knows."""
    again = made.sent is not None and AGAIN in made.sent

    def change(atlas: Atlas) -> tuple[Atlas, str]:
        try:
            now = atlas.point(point)
        except Gone:
            if again:
                return map_edit.add_touchpoint(atlas, code, made.answers)
            raise
        return map_edit.change_touchpoint(atlas, point, merged(made, now)), point

    return keep_with(made.visit, change)


def _after(kept: Visit, made: ItemForm, code: str, point: str) -> str:
    """Return where to go after saving a touchpoint."""
    if _turned(kept, made):
        return url_for("map_item.point", dossier_id=kept.id, code=code, point=point)
    if made.action == "volgende" and (after := next_point(kept, code, point)):
        return url_for("map_item.point", dossier_id=kept.id, code=code, point=after)
    return url_for("map_page.show", dossier_id=kept.id, code=code, bij=point, deed="bewaard")


def _turned(kept: Visit, made: ItemForm) -> bool:
    """Change the language when that is what was asked; tells whether it was."""
    kind, _, language = made.action.partition("-")
    if kind != "taal" or language not in tuple(Language):
        return False
    kept.workshop.intake.choose(kept.id, kept.token, language=language)
    return True


def _item(visit: Visit, code: str, point: str) -> Item | None:
    here = atlas_of(visit.response).points_on(code)
    return next((one for one in here if text_of(one, "code") == point), None)


def _sent_point(visit: Visit, code: str, point: str) -> ItemForm:
    return make(visit, touchpoint_fields(visit), _item(visit, code, point) or Item({}), request.form)


def _scope_fields(visit: Visit) -> list[Question]:
    return [one for one in asked(visit.questionnaire, MAPS).fields if one.code != "code"]


def _sent_scope(visit: Visit, code: str) -> ItemForm:
    """Read the form of a map; its customer groups are ticked, and kept as one text."""
    sent = MultiDict(request.form)
    sent["personas"] = f"{map_edit.SEPARATOR} ".join(filter(None, request.form.getlist("personas")))
    return make(visit, _scope_fields(visit), atlas_of(visit.response).map(code), sent)
