"""The cheat sheet: the consultant's own window, with what to ask and listen for, and a place for notes."""

from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, UnprocessableEntity

from workshop.domain.dossier import DossierError
from workshop.domain.note import NoteKind
from workshop.domain.questionnaire import Section
from workshop.language.tongue import language_named
from workshop.services.ports import Dossier
from workshop.services.session import NoteChanged, NoteGone, RefusedNote
from workshop.web.errors import error_page, status_of
from workshop.web.pages import see_other
from workshop.web.session.notes import Typed, changing, clashing, refused, seal, sent, unseal
from workshop.web.session.sheet_page import Outcome, draw
from workshop.web.session.views import section_called, sheet_of, staged
from workshop.web.visit import NoDossier, Visit, enter

blueprint: Final = Blueprint("session_sheet", __name__, url_prefix="/d/<dossier_id>/spiekbriefje")
KINDS: Final = {"citaat": NoteKind.QUOTE, "parkeer": NoteKind.PARKED}
WRITES: Final = frozenset({*KINDS, "bewaar"})
"""The buttons that keep what was typed."""


@blueprint.get("", endpoint="show")
def show_sheet(dossier_id: str) -> ResponseReturnValue:
    """Show the help with a section, its questions and the notes."""
    visit = enter(dossier_id)
    deed = Outcome(told=request.args.get("gedaan", ""))
    return draw(visit, _section(visit), changing(visit, request.args.get("notitie", "")), deed)


@blueprint.post("", endpoint="change")
def change(dossier_id: str) -> ResponseReturnValue:
    """Do what a button asks for: show on the screen, or keep, change or take away a note."""
    visit = enter(dossier_id)
    section, typed = _section(visit), sent()
    deed, _, about = request.form.get("actie", "").partition("-")
    try:
        kept = _do(visit, section, deed, about, typed)
    except (RefusedNote, NoteChanged, NoteGone, DossierError) as error:
        return _not_kept(enter(dossier_id), section, typed, error)
    if kept is None:
        raise NoDossier
    return _after(visit, Visit(visit.workshop, kept, visit.token), section, f"{deed}-{about}", typed)


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the page with what was typed when its token is too old: nothing is kept, nothing lost."""
    try:
        visit = enter((request.view_args or {}).get("dossier_id", ""))
        return draw(visit, _section(visit), sent(), Outcome(trouble=visit.words("web.question.again")), status=400)
    except NotFound as missing:
        return error_page(missing)


def _section(visit: Visit) -> Section:
    """Return the section of this address, else the one on the screen, else the first of the run sheet, or of all."""
    asked = request.args.get("deel")
    if asked is not None:
        return section_called(visit, asked)
    shown, sheet = staged(visit, visit.dossier.session.shown), sheet_of(visit)
    planned = [code for part in sheet.parts for code in part.sections] if sheet else []
    known = {one.code: one for one in visit.route.sections}
    return shown[0] if shown else next((known[code] for code in planned if code in known), visit.route.sections[0])


def _do(visit: Visit, section: Section, deed: str, about: str, typed: Typed) -> Dossier | None:
    """Do what a button asks for; raises what the service raises."""
    sessions, key = visit.workshop.sessions, (visit.id, visit.token)
    match deed:
        case "toon" if staged(visit, about):
            return sessions.show(*key, about)
        case "leeg":
            return sessions.show(*key, "")
        case "bedek" | "onthul":
            return sessions.cover(*key, deed == "bedek")
        case "taal" if language_named(about):
            return visit.workshop.intake.choose(*key, language=about)
        case "citaat" | "parkeer":
            return sessions.add(*key, KINDS[deed], typed.text, typed.said_by, section.code)
        case _:
            return _change_note(visit, deed, about, typed)


def _change_note(visit: Visit, deed: str, about: str, typed: Typed) -> Dossier | None:
    sessions, key = visit.workshop.sessions, (visit.id, visit.token)
    match deed:
        case "bewaar":
            return sessions.rewrite(*key, unseal(visit, typed.seal), typed.text, typed.said_by)
        case "klaar" | "open":
            return sessions.finish(*key, about, deed == "klaar")
        case "weg":
            return sessions.remove(*key, about)
        case "terug":
            return sessions.put_back(*key, unseal(visit, request.form.get("terugzetten", "")))
        case _:
            raise UnprocessableEntity


def _not_kept(visit: Visit, section: Section, typed: Typed, error: Exception) -> ResponseReturnValue:
    """Show the page with what was typed and why it was not kept."""
    match error:
        case RefusedNote():
            return draw(visit, section, refused(visit, typed, error), status=422)
        case NoteChanged():
            return draw(visit, section, clashing(visit, typed, error), status=409)
        case DossierError():
            trouble = visit.words(f"trouble.{error.trouble}")
            return draw(visit, section, typed, Outcome(trouble=trouble), status=status_of(error))
        case _:
            left = Typed(typed.text, typed.said_by)
            return draw(visit, section, left, Outcome(trouble=visit.words("web.session.wrong.gone")), status=409)


def _after(visit: Visit, kept: Visit, section: Section, action: str, typed: Typed) -> ResponseReturnValue:
    """Show the page again; what was typed stays when a button was pressed that does not keep it."""
    deed, _, about = action.partition("-")
    gone = next((one for one in visit.dossier.notes if one.code == about), None) if deed == "weg" else None
    left, section = Typed() if deed in WRITES else typed, section_called(kept, section.code)
    if gone is not None:
        return draw(kept, section, left, Outcome(told="weg", undo=seal(kept, gone)))
    if left.text.strip() or left.seal:
        return draw(kept, section, left, Outcome(told=deed))
    anchor = _place(section, deed, about)
    return see_other(url_for("session_sheet.show", dossier_id=kept.id, deel=section.code, gedaan=deed, _anchor=anchor))


def _place(section: Section, deed: str, about: str) -> str:
    """Return where on the page to go on: at the page of questions or the note that a button stood at."""
    if deed == "toon" and about != section.code:
        return f"blok-{about}"
    return about if deed in ("klaar", "open") else "gedaan"
