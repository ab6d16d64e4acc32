"""The pages of the report room with a form: hide a gap, rewrite texts, the foreword, own findings and actions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from workshop.domain.dossier import DossierError
from workshop.domain.hand import Deed
from workshop.domain.hand_plain import MOST_CHANGES, MOST_CHARACTERS
from workshop.language.tongue import language_named
from workshop.services.editing import ChangedElsewhere, Edit, NoRoom, RefusedChange
from workshop.web.errors import error_page, status_of
from workshop.web.pages import Switch, see_other, show
from workshop.web.room.form import RoomForm, edits, read, refused, show_both
from workshop.web.room.keeping import Room, back_to, enter_room, keep
from workshop.web.room.parts import hide_form, own_form, texts_form
from workshop.web.visit import Visit

blueprint: Final = Blueprint("report_room_pages", __name__, url_prefix="/d/<dossier_id>/rapport")
FORMS: Final[Mapping[str, Callable[[Room, str], RoomForm]]] = {
    "verberg": hide_form,
    "tekst": texts_form,
    "eigen": own_form,
}
"""What each page asks, by its name in the address."""
_DROPS: Final = {Deed.FINDING: Deed.DROP_FINDING, Deed.ACTION: Deed.DROP_ACTION}


@blueprint.get("/<any(verberg, tekst, eigen):page>/<name>", endpoint="show")
def show_form(dossier_id: str, page: str, name: str) -> ResponseReturnValue:
    """Show the form as it stands now."""
    return draw(FORMS[page](enter_room(dossier_id), name))


@blueprint.post("/<any(verberg, tekst, eigen):page>/<name>", endpoint="save")
def save_form(dossier_id: str, page: str, name: str) -> ResponseReturnValue:
    """Keep what changed; else show the form again with everything that was typed."""
    form = read(FORMS[page](enter_room(dossier_id), name), request.form)
    action = request.form.get("actie", "")
    try:
        wanted = _edits(form, action)
        kept = keep(form.visit, form.who, wanted) if wanted else form.visit
    except RefusedChange as refusal:
        return draw(refused(form, refusal), 422)
    except ChangedElsewhere as clash:
        return _show_both(form, page, name, clash)
    except NoRoom:
        return draw(replace(form, trouble=room_words(form.visit)), 422)
    except DossierError as error:
        said = form.visit.words(f"trouble.{error.trouble}")
        return draw(replace(form, trouble=said), status_of(error))
    return see_other(_after(kept, page, name, action, wanted))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the form again with everything that was typed when its token is too old."""
    named = request.view_args or {}
    try:
        form = FORMS[named["page"]](enter_room(named["dossier_id"]), named["name"])
    except NotFound as missing:
        return error_page(missing)
    typed = read(form, request.form)
    return draw(replace(typed, trouble=form.visit.words("web.question.again")), 400)


def draw(form: RoomForm, status: int = 200) -> Response:
    """Show a form of the room."""
    visit = form.visit
    return show(
        "report_room_form.html",
        visit.words,
        status=status,
        switch=Switch.away_from(visit.language, form="kamer"),
        form=form,
        h=lambda key, **values: visit.words(f"hand.{key}", **values),
        here=request.path,
        back=url_for("report_room.show", dossier_id=visit.id),
        updated=visit.dossier.updated,
    )


def room_words(visit: Visit) -> str:
    """Say that a report holds no more changes."""
    return visit.words("hand.wrong.room", most=str(MOST_CHANGES), letters=str(MOST_CHARACTERS))


def _edits(form: RoomForm, action: str) -> tuple[Edit, ...]:
    kind, _, passage = action.partition("-")
    if kind == "weg":
        return tuple(Edit(_DROPS[one.kind], one.target, stood=one.stood) for one in form.parts if one.kind in _DROPS)
    if kind == "taal":
        form = replace(form, parts=tuple(replace(one, fresh=False) for one in form.parts))
    return edits(form, passage if kind == "origineel" else "")


def _show_both(form: RoomForm, page: str, name: str, clash: ChangedElsewhere) -> Response:
    """Show what was typed with what the other window made of it, or that it was taken away there."""
    now = FORMS[page](enter_room(form.visit.id), name)
    if now.trouble:
        stamped = (replace(one, stood=new.stood) for one, new in zip(form.parts, now.parts, strict=True))
        return draw(replace(form, parts=tuple(stamped), trouble=now.trouble, drop=""), 409)
    return draw(show_both(form, now, clash.edits), 409)


def _after(visit: Visit, page: str, name: str, action: str, wanted: tuple[Edit, ...]) -> str:
    kind, _, rest = action.partition("-")
    if kind == "taal" and language_named(rest):
        visit.workshop.intake.choose(visit.id, visit.token, language=rest)
        return back_to(visit, "", "") if wanted and page == "eigen" else request.path
    if kind == "origineel":
        return f"{url_for('report_room_pages.show', dossier_id=visit.id, page=page, name=name)}#{rest}-text"
    deed = {"verberg": "verborgen"}.get(page, "weg" if kind == "weg" else "bewaard")
    changed = visit.dossier.changes[-1].target if page == "eigen" and wanted else name
    return back_to(visit, deed if wanted else "zelfde", changed)
