"""A page of questions: shown, judged and saved."""

from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from workshop.domain.dossier import DossierError
from workshop.domain.questionnaire import Page
from workshop.web.asking import ask, draw_page, judge
from workshop.web.errors import error_page, status_of
from workshop.web.pages import see_other
from workshop.web.saving import keep, place_after, show_both
from workshop.web.stamps import ChangedElsewhere
from workshop.web.visit import Visit, enter

blueprint: Final = Blueprint("questions", __name__, url_prefix="/d/<dossier_id>/vraag")
BACK_TO_CHECK: Final = "controle"


@blueprint.get("/<page>", endpoint="page")
def show_page(dossier_id: str, page: str) -> ResponseReturnValue:
    """Show the questions of a page with the answers so far; a page with an editor of its own leads there."""
    visit = enter(dossier_id)
    found = _page(visit, page)
    if all(one.editor for one in found.questions):
        return see_other(url_for("maps.show", dossier_id=visit.id))
    asked = ask(visit, found, checking=_checking())
    return draw_page(asked, one_more=request.args.get("nog", ""))


@blueprint.post("/<page>", endpoint="save")
def save_page(dossier_id: str, page: str) -> ResponseReturnValue:
    """Save the page when every answer on it can be kept; else show it again with everything that was typed."""
    visit = enter(dossier_id)
    asked = ask(visit, _page(visit, page), checking=_checking(), sent=request.form)
    if not judge(asked):
        return draw_page(asked, status=422)
    try:
        kept = keep(asked)
    except ChangedElsewhere as clash:
        return draw_page(show_both(asked, clash), status=409)
    except DossierError as error:
        return draw_page(asked, status=status_of(error), trouble=visit.words(f"trouble.{error.trouble}"))
    return see_other(place_after(asked, kept))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the page again with everything that was typed when its token is too old: nothing is saved, nothing lost."""
    named = request.view_args or {}
    try:
        visit = enter(named.get("dossier_id", ""))
        asked = ask(visit, _page(visit, named.get("page", "")), checking=_checking(), sent=request.form)
    except NotFound as missing:
        return error_page(missing)
    return draw_page(asked, status=400, trouble=visit.words("web.question.again"))


def _page(visit: Visit, code: str) -> Page:
    page = visit.route.page(code)
    if page is None:
        raise NotFound
    return page


def _checking() -> bool:
    return request.args.get("terug") == BACK_TO_CHECK
