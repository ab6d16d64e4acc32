"""Deleting a dossier for good: what is lost, a last way to keep it, and then it is gone."""

from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.dossier import DossierError
from workshop.web.dossier.overview import here, switch
from workshop.web.errors import status_of
from workshop.web.owner.file import holds
from workshop.web.pages import Switch, see_other, show, visitor_words
from workshop.web.visit import NoDossier, Visit, cookie_name, enter, workshop

blueprint: Final = Blueprint("removing", __name__)
SURE: Final = "ja"


@blueprint.get("/d/<dossier_id>/verwijder", endpoint="ask")
def ask_if_sure(dossier_id: str) -> ResponseReturnValue:
    """Show what is lost, and ask to be sure."""
    return _ask(enter(dossier_id))


@blueprint.post("/d/<dossier_id>/verwijder", endpoint="remove")
def remove(dossier_id: str) -> ResponseReturnValue:
    """Delete the dossier when the box is ticked; when that fails nothing is lost."""
    visit = enter(dossier_id)
    if request.form.get("zeker") != SURE:
        return _ask(visit, wrong=visit.words("web.removing.not_sure"), status=422)
    try:
        removed = visit.workshop.intake.remove(visit.id, visit.token)
    except DossierError as error:
        return _ask(visit, trouble=visit.words(f"trouble.{error.trouble}"), status=status_of(error))
    if not removed:
        raise NoDossier
    answer = see_other(url_for("removing.gone", taal=visit.language.value))
    https = workshop().settings.https
    answer.delete_cookie(cookie_name(visit.id), path="/", secure=https, httponly=True, samesite="Lax")
    return answer


@blueprint.get("/verwijderd", endpoint="gone")
def show_gone() -> ResponseReturnValue:
    """Say that it is gone."""
    words = visitor_words()
    return show(
        "deleted.html",
        words,
        switch=Switch.away_from(words.language, link=f"{url_for('removing.gone')}?taal={{}}"),
    )


def _ask(visit: Visit, *, wrong: str = "", trouble: str = "", status: int = 200) -> Response:
    return show(
        "delete.html",
        visit.words,
        status=status,
        switch=switch(visit, "verwijder"),
        overview=here(visit),
        action=url_for("removing.remove", dossier_id=visit.id),
        file=url_for("dossier_file.download", dossier_id=visit.id),
        name=visit.response.client or visit.words("web.removing.nameless"),
        holds=holds(visit),
        wrong=wrong,
        trouble=trouble,
    )
