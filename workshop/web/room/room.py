"""The report room: everything a consultant does with a report before it is handed over."""

from typing import Final

from flask import Blueprint, Response, request, session
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, UnprocessableEntity

from workshop.domain.dossier import DossierError
from workshop.domain.hand import Deed
from workshop.language.text import clean_text
from workshop.services.editing import ChangedElsewhere, Edit, NoRoom, RefusedChange
from workshop.web.dossier.overview import here, switch
from workshop.web.drawing.views import Mistake
from workshop.web.errors import error_page, status_of
from workshop.web.pages import see_other, show
from workshop.web.result.page import house_styles
from workshop.web.room.keeping import Room, back_to, enter_room, keep, who_is
from workshop.web.room.pages import room_words
from workshop.web.room.views import (
    action_rows,
    asleep,
    change_rows,
    chapter_rows,
    finding_rows,
    gap_rows,
    hidden_rows,
    links,
)
from workshop.web.visit import WHO

blueprint: Final = Blueprint("report_room", __name__, url_prefix="/d/<dossier_id>/rapport")
ORDER: Final = "stand-orde"
"""What a form calls the mark of the order of the gaps."""
TOLD: Final = frozenset({"op", "neer", "toon", "verborgen", "bewaard", "weg", "terug", "zelfde", "naam"})
_STEPS: Final = frozenset({"op", "neer"})


@blueprint.get("", endpoint="show")
def show_room(dossier_id: str) -> ResponseReturnValue:
    """Show what can be downloaded and what can be changed."""
    return draw(enter_room(dossier_id))


@blueprint.post("", endpoint="change")
def change_room(dossier_id: str) -> ResponseReturnValue:
    """Move or show a gap, put back something of one's own, or remember a name."""
    room = enter_room(dossier_id)
    who = " ".join(clean_text(request.form.get(WHO, "")).split())
    deed, _, about = request.form.get("actie", "").partition("-")
    target, _, place = about.partition(":")
    if deed == "naam":
        session[WHO] = who[:100]
        return see_other(back_to(room.visit, deed, ""))
    edit = _edit(room, deed, target, place)
    try:
        kept = keep(room.visit, who, (edit,))
    except RefusedChange as refusal:
        errors = dict.fromkeys(room.visit.words(one.key, **one.values) for _, one in refusal.wrong)
        return draw(room, who=who, mistakes=tuple(Mistake(WHO, error) for error in errors), status=422)
    except ChangedElsewhere:
        return draw(enter_room(dossier_id), who=who, trouble=room.visit.words("hand.room.moved_elsewhere"), status=409)
    except NoRoom:
        return draw(room, who=who, trouble=room_words(room.visit), status=422)
    except DossierError as error:
        said = room.visit.words(f"trouble.{error.trouble}")
        return draw(room, who=who, trouble=said, status=status_of(error))
    return see_other(back_to(kept, deed, target))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the room as it is when the token of the form is too old: press the button again."""
    try:
        room = enter_room((request.view_args or {}).get("dossier_id", ""))
    except NotFound as missing:
        return error_page(missing)
    return draw(room, trouble=room.visit.words("web.question.again"), status=400)


def draw(
    room: Room, *, who: str | None = None, mistakes: tuple[Mistake, ...] = (), trouble: str = "", status: int = 200
) -> Response:
    """Show the room."""
    visit, asked = room.visit, request.args.get("deed", "")
    deed, target = (asked, request.args.get("bij", "")) if asked in TOLD and not (mistakes or trouble) else ("", "")
    recent, older = change_rows(room)
    return show(
        "report_room.html",
        visit.words,
        status=status,
        switch=switch(visit, "rapport"),
        h=lambda key, **values: visit.words(f"hand.{key}", **values),
        p=lambda key, n: visit.words.plural(f"hand.{key}", n),
        here=here(visit),
        room=request.path,
        client=visit.response.client,
        updated=visit.dossier.updated,
        who=who_is(visit) if who is None else who,
        mistakes=mistakes,
        trouble=trouble,
        told=visit.words(f"hand.told.{deed}", what=room.named(target)) if deed else "",
        focus=target,
        deed=deed,
        put_back=target if deed == "weg" and room.last_made(target) else "",
        order=room.stood(Deed.MOVE, ""),
        gaps=gap_rows(room),
        hidden=hidden_rows(room),
        asleep=asleep(room),
        findings=finding_rows(room),
        actions=action_rows(room),
        chapters=chapter_rows(room),
        foreword=room.hand.foreword,
        links=links(room),
        recent=recent,
        older=older,
        pdf=visit.workshop.can_pdf,
        styles=house_styles(visit),
    )


def _edit(room: Room, deed: str, target: str, place: str) -> Edit:
    """Return what a button asks for; raises UnprocessableEntity for what is not there, or what no button sends."""
    if room.sheet.gap(target) and deed in _STEPS and place.isdecimal():
        return Edit(Deed.MOVE, target, {"place": place}, stood=request.form.get(ORDER))
    if room.sheet.gap(target) and deed == "toon":
        return Edit(Deed.SHOW, target)
    last = room.last_made(target) if deed == "terug" else None
    if last is not None:
        return Edit(last.kind, target, last.value)
    raise UnprocessableEntity
