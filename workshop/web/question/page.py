"""A page of questions: shown, judged and saved."""

from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from workshop.domain.dossier import DossierError
from workshop.domain.questionnaire import Page
from workshop.web.errors import error_page, status_of
from workshop.web.fields.cards import arranged_group, undo
from workshop.web.fields.stamps import ChangedElsewhere
from workshop.web.pages import see_other
from workshop.web.question.asking import Turn, ask, draw_page, judge, page_sent, whole_page
from workshop.web.question.going_on import place_after
from workshop.web.question.saving import hold, keep, keep_cards, show_both
from workshop.web.route.way_back import way_back
from workshop.web.visit import Visit, enter

blueprint: Final = Blueprint("questions", __name__, url_prefix="/d/<dossier_id>/vraag")


@blueprint.get("/<page>", endpoint="page")
def show_page(dossier_id: str, page: str) -> ResponseReturnValue:
    """Show the questions of a page with the answers so far.

    A page with an editor of its own leads there, and one that asks nothing now leads to the next.
    """
    visit = enter(dossier_id)
    found = visit.route.page(page)
    if found is None:
        return see_other(_beyond(visit, whole_page(visit, page)))
    if all(one.editor for one in found.questions):
        return see_other(url_for("maps.show", dossier_id=visit.id))
    asked = ask(visit, found, back=way_back())
    return draw_page(asked, turn=_turn(visit))


@blueprint.post("/<page>", endpoint="save")
def save_page(dossier_id: str, page: str) -> ResponseReturnValue:
    """Save the page when every answer on it can be kept; else show it again with everything that was typed.

    What cannot be kept as answers now is kept as drafts: whoever closes the browser finds it here again.
    """
    visit = enter(dossier_id)
    asked = ask(visit, page_sent(visit, page, request.form), back=way_back(), sent=request.form)
    sound, group = judge(asked), arranged_group(visit, asked.form, asked.action)
    if not sound and group is None:
        return draw_page(hold(asked), status=422)
    try:
        kept = keep(asked) if group is None else keep_cards(asked, group)
    except ChangedElsewhere as clash:
        return draw_page(show_both(hold(asked), clash), status=409)
    except DossierError as error:
        return draw_page(asked, status=status_of(error), trouble=visit.words(f"trouble.{error.trouble}"))
    return see_other(place_after(asked, kept))


@blueprint.errorhandler(CSRFError)
def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Show the page again with everything that was typed when its token is too old: nothing is saved, nothing lost."""
    named = request.view_args or {}
    try:
        visit = enter(named.get("dossier_id", ""))
        asked = ask(visit, page_sent(visit, named.get("page", ""), request.form), back=way_back(), sent=request.form)
    except NotFound as missing:
        return error_page(missing)
    return draw_page(asked, status=400, trouble=visit.words("web.question.again"))


def _beyond(visit: Visit, page: Page) -> str:
    """Return the address of the page that follows one that asks nothing now."""
    after = visit.route.after(page.code)
    if after is None:
        return url_for("overview.show", dossier_id=visit.id)
    return url_for("questions.page", dossier_id=visit.id, page=after.code)


def _turn(visit: Visit) -> Turn:
    """Read what the address of a page asks to show: one more card, or the way to put one back."""
    gone = request.args.get("weg", "")
    return Turn(request.args.get("nog", ""), undo(visit, gone) if gone else None)
