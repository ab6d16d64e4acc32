"""Keeping each answer while someone types: the page sends what changed and hears how it was read."""

from collections.abc import Mapping

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from workshop.domain.dossier import DossierError
from workshop.web.clock import clock
from workshop.web.drawing.views import Box, QuestionView
from workshop.web.errors import error_page, status_of
from workshop.web.fields.drafts import marks_on
from workshop.web.fields.stamps import ChangedElsewhere, stamp
from workshop.web.fields.told import State, new_token, state_of, told
from workshop.web.question.asking import TYPING, Asked, ask, draw_questions, page_sent
from workshop.web.question.elsewhere import elsewhere
from workshop.web.question.saving import keep_readable, show_both
from workshop.web.route.way_back import way_back
from workshop.web.visit import Visit, enter

blueprint = Blueprint("autosave", __name__, url_prefix="/d/<dossier_id>/vraag")


@blueprint.post("/<page>/bewaar", endpoint="save")
def save(dossier_id: str, page: str) -> ResponseReturnValue:
    """Save the answers that were sent, and keep what is no answer yet as it was typed.

    Answers 200 with the state of what was typed, and 500, 503 or 507 when the store cannot do its work now.
    """
    visit = enter(dossier_id)
    asked = ask(visit, page_sent(visit, page, request.form), back=way_back(), sent=request.form)
    try:
        kept, clashing = keep_readable(asked)
    except DossierError as error:
        return told(status_of(error), line=visit.words(f"trouble.{error.trouble}"))
    drafts = frozenset(asked.form.entries) - asked.form.readable.keys()
    answered = frozenset(asked.form.readable) - clashing
    state = state_of(drafts, clashing)
    return told(
        200,
        state=state,
        line=_line(kept, state, elsewhere(kept, asked.page, answered)),
        stamps=_stamps(asked, answered),
        drafts=sorted(drafts),
        held=marks_on(kept.dossier.drafts, asked.sent, asked.form.entries),
        read=_read(asked),
        there=_there(asked, clashing),
    )


@blueprint.errorhandler(CSRFError)
def renew(error: CSRFError) -> ResponseReturnValue:
    """Give the page a new form token when its own is too old; nothing is saved, and the page asks again."""
    try:
        enter((request.view_args or {}).get("dossier_id", ""))
    except NotFound as missing:
        return error_page(missing)
    return new_token()


def _line(kept: Visit, state: State, there: Mapping[str, str]) -> str:
    """Say that what was typed is safe, whether it is an answer, and what another window typed there."""
    time = clock(kept.dossier.updated)
    beside = (kept.words("web.autosave.elsewhere", there=one) for one in there.values())
    return " ".join((kept.words(state.line, time=time), *beside))


def _stamps(asked: Asked, answered: frozenset[str]) -> Mapping[str, str]:
    """Return the marks of what stands on the page: what another window changed beside it is not on it yet."""
    return {one.code: stamp(one, asked.form.answers[one.code]) for one in asked.page.questions if one.code in answered}


def _read(asked: Asked) -> Mapping[str, str]:
    """Say how each number was read, by the id of its field."""
    _, drawn = draw_questions(asked, TYPING)
    return {box.id: box.echo for view in drawn.values() for box in _boxes(view) if box.mode}


def _boxes(view: QuestionView) -> tuple[Box, ...]:
    inside = (box for card in view.cards for field in card.fields for box in _boxes(field))
    return (view.box, *view.boxes, *inside)


def _there(asked: Asked, clashing: frozenset[str]) -> Mapping[str, Mapping[str, str]]:
    """Return what the other window made of each answer: its mark, and the choice to put at the question."""
    if not clashing:
        return {}
    both = show_both(asked, ChangedElsewhere(tuple(clashing)))
    drawing, drawn = draw_questions(both)
    t = {"t": lambda key, **values: drawing.words(f"web.{key}", **values)}
    marks = both.stamps
    return {code: {"mark": marks[code], "html": render_template("clash.html", q=drawn[code], **t)} for code in clashing}
