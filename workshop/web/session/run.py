"""The run sheet of a session: which parts there are, how long each takes, and which one it should be now."""

from typing import Final

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.note import NoteKind
from workshop.web.dossier.overview import here, switch
from workshop.web.fields.whole import number
from workshop.web.pages import see_other, show
from workshop.web.session.views import guide_of, now_in, rows, section_stop, sheet_of
from workshop.web.visit import NoDossier, Visit, enter

blueprint: Final = Blueprint("session", __name__, url_prefix="/d/<dossier_id>/sessie")


@blueprint.get("", endpoint="show")
def show_session(dossier_id: str) -> ResponseReturnValue:
    """Show the run sheets, the parts of the one that was chosen, and every section."""
    visit = enter(dossier_id)
    sheet = sheet_of(visit)
    planned = {code for part in sheet.parts for code in part.sections} if sheet else set()
    return show(
        "session.html",
        visit.words,
        switch=switch(visit, "sessie"),
        updated=visit.dossier.updated,
        client=visit.response.client,
        here=here(visit),
        action=url_for("session.run", dossier_id=visit.id),
        sheets=guide_of(visit).sheets,
        chosen=sheet,
        parts=rows(visit, sheet) if sheet else (),
        now=now_in(visit, sheet),
        runs=visit.dossier.session.began is not None,
        others=[section_stop(visit, one) for one in visit.route.sections if one.code not in planned],
        screen=url_for("session_screen.show", dossier_id=visit.id),
        cheat=url_for("session_sheet.show", dossier_id=visit.id),
        quotes=sum(one.kind is NoteKind.QUOTE for one in visit.dossier.notes),
        parked=sum(one.kind is NoteKind.PARKED and not one.done for one in visit.dossier.notes),
    )


@blueprint.post("", endpoint="run")
def run(dossier_id: str) -> ResponseReturnValue:
    """Choose a run sheet, or start or stop the clock."""
    visit = enter(dossier_id)
    deed, _, about = request.form.get("actie", "").partition("-")
    if not _run(visit, deed, about):
        abort(422)
    return see_other(url_for("session.show", dossier_id=visit.id, _anchor="draaiboek"))


def _run(visit: Visit, deed: str, about: str) -> bool:
    """Do what a button asks for; tells whether it is something that can be done."""
    sessions, key = visit.workshop.sessions, (visit.id, visit.token)
    sheet = guide_of(visit).sheet(number(about, 4) or 0)
    match deed:
        case "draaiboek" if sheet is not None:
            kept = sessions.choose(*key, sheet.minutes)
        case "begin":
            kept = sessions.begin(*key)
        case "stop":
            kept = sessions.stop(*key)
        case _:
            return False
    if kept is None:
        raise NoDossier
    return True
