"""Reading a report back that was edited in Word: show what comes along, and keep what the visitor ticks."""

from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from workshop.domain.dossier import DossierError
from workshop.domain.hand import hand
from workshop.language.text import clean_text
from workshop.report.house.archive import MOST_FILE
from workshop.report.keep.deeds import deeds
from workshop.report.keep.opened import Refused
from workshop.report.keep.saying import Told, left_behind
from workshop.services.editing import ChangedElsewhere, NoRoom, RefusedChange
from workshop.services.reporting import Wish
from workshop.web.dossier.overview import switch
from workshop.web.errors import error_page, status_of
from workshop.web.pages import see_other, show
from workshop.web.room.keeping import back_to, enter_room, keep, who_is
from workshop.web.room.pieces import Piece, carried, carried_rest, pieces_of, read_pieces, read_rest, renewed
from workshop.web.visit import WHO, Visit, enter
from workshop.web.wire.files import room_for

blueprint: Final = Blueprint("keep", __name__, url_prefix="/d/<dossier_id>/rapport/terug")
MEGABYTE: Final = 1024 * 1024
blueprint.url_value_preprocessor(room_for(MOST_FILE, MEGABYTE))


@blueprint.get("", endpoint="ask")
def ask(dossier_id: str) -> ResponseReturnValue:
    """Ask for the edited report."""
    return _ask(enter(dossier_id))


@blueprint.post("", endpoint="read")
def read_back(dossier_id: str) -> ResponseReturnValue:
    """Show what of an edited report comes along; nothing changes yet."""
    room, file = enter_room(dossier_id), request.files.get("bestand")
    visit, words = room.visit, room.visit.words
    data = file.read(MOST_FILE + 1) if file else b""
    if not data:
        return _ask(visit, words("keep.refused.no_file"))
    try:
        merged = visit.workshop.keep(visit.response, data, room.hand, Wish())
    except Refused as refused:
        return _ask(visit, words(f"keep.refused.{refused.reason}", **refused.values))
    found = deeds(merged, room.hand, visit.language)
    return _check(visit, pieces_of(found, merged, room), tuple(left_behind(merged, found, words)))


@blueprint.post("/bewaar", endpoint="save")
def save(dossier_id: str) -> ResponseReturnValue:
    """Keep the pieces that are ticked; else show them again."""
    visit, sent = enter(dossier_id), request.form
    pieces = read_pieces(sent.get("stukken", ""), sent.getlist("neem"))
    rest, who = read_rest(sent.get("rest", "[]")), " ".join(clean_text(sent.get(WHO, "")).split())
    taken = [one for one in pieces if one.taken]
    if not taken:
        return see_other(back_to(visit, "", ""))
    try:
        kept = keep(visit, who, [one.wish for one in taken])
    except RefusedChange as refusal:
        mistakes = tuple(dict.fromkeys(visit.words(one.key, **one.values) for _, one in refusal.wrong))
        return _check(visit, pieces, rest, who=who, mistakes=mistakes, status=422)
    except ChangedElsewhere as clash:
        now = enter(dossier_id)
        pieces = renewed(pieces, clash.edits, hand(now.dossier.changes, now.dossier.notes))
        return _check(now, pieces, rest, who=who, trouble=now.words("keep.room.conflict_now"), status=409)
    except NoRoom:
        return _check(visit, pieces, rest, who=who, trouble=visit.words("keep.room.full"), status=422)
    except DossierError as error:
        said = visit.words(f"trouble.{error.trouble}")
        return _check(visit, pieces, rest, who=who, trouble=said, status=status_of(error))
    return see_other(back_to(kept, "bewaard", taken[0].wanted.target))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Ask for the file again when the token of the form is too old."""
    try:
        visit = enter((request.view_args or {}).get("dossier_id", ""))
    except NotFound as missing:
        return error_page(missing)
    return _ask(visit, visit.words("keep.room.again"), status=400)


def _ask(visit: Visit, wrong: str = "", status: int = 422) -> Response:
    """Show the form for the file, with what is wrong with the one that was sent."""
    return show(
        "keep.html",
        visit.words,
        status=status if wrong else 200,
        switch=switch(visit, "rapport"),
        h=lambda key, **values: visit.words(f"keep.room.{key}", **values),
        client=visit.response.client,
        back=url_for("report_room.show", dossier_id=visit.id),
        here=url_for("keep.ask", dossier_id=visit.id),
        most=str(MOST_FILE // MEGABYTE),
        wrong=wrong,
    )


def _check(
    visit: Visit,
    pieces: tuple[Piece, ...],
    rest: tuple[Told, ...],
    *,
    who: str | None = None,
    mistakes: tuple[str, ...] = (),
    trouble: str = "",
    status: int = 200,
) -> Response:
    """Show what comes along and what does not."""
    return show(
        "keep_check.html",
        visit.words,
        status=status,
        switch=switch(visit, "rapport"),
        h=lambda key, **values: visit.words(f"keep.room.{key}", **values),
        nothing=visit.words("keep.say.nothing"),
        client=visit.response.client,
        back=url_for("report_room.show", dossier_id=visit.id),
        here=url_for("keep.ask", dossier_id=visit.id),
        save=url_for("keep.save", dossier_id=visit.id),
        pieces=[(one, one.told(visit.words)) for one in pieces],
        carried=carried(pieces),
        rest=rest,
        carried_rest=carried_rest(rest),
        who=who_is(visit) if who is None else who,
        mistakes=mistakes,
        trouble=trouble,
    )
