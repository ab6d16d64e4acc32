"""Keeping the form of a touchpoint or a map while someone types, as a page of questions does."""

from collections.abc import Mapping, Sequence
from typing import Final

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from workshop.domain.dossier import DossierError
from workshop.domain.map_edit import Gone
from workshop.web.clock import clock
from workshop.web.drawing.views import QuestionView
from workshop.web.errors import status_of
from workshop.web.fields.stamps import ChangedElsewhere, stamp
from workshop.web.fields.told import State, new_token, state_of, told
from workshop.web.map.forms import ItemForm, draw_form, judge, show_both
from workshop.web.map.keeping import atlas_of, enter_map
from workshop.web.map.saving import keep_readable
from workshop.web.map.sent import NEEDED_OF_MAP, NEEDED_OF_POINT, sent_point, sent_scope
from workshop.web.map.spots import Spot
from workshop.web.visit import Visit

blueprint: Final = Blueprint("map_autosave", __name__, url_prefix="/d/<dossier_id>/kaart/<code>")


@blueprint.post("/moment/<point>/bewaar", endpoint="point")
def save_point(dossier_id: str, code: str, point: str) -> ResponseReturnValue:
    """Save the fields of a touchpoint that were sent."""
    return _save(sent_point(enter_map(dossier_id, code), code, point, whole=False), NEEDED_OF_POINT)


@blueprint.post("/gegevens/bewaar", endpoint="scope")
def save_scope(dossier_id: str, code: str) -> ResponseReturnValue:
    """Save the fields of a map that were sent."""
    return _save(sent_scope(enter_map(dossier_id, code), code, whole=False), NEEDED_OF_MAP)


@blueprint.errorhandler(CSRFError)
def renew(error: CSRFError) -> ResponseReturnValue:
    """Give the page a new form token when its own is too old."""
    return new_token()


def _save(made: ItemForm, needed: Sequence[str]) -> ResponseReturnValue:
    """Save what was sent; answers as `question.autosave.save` does.

    An item that was removed in another window takes nothing: `lost` tells the page to hold on to what was typed.
    """
    visit, spot = made.visit, made.spot
    if spot is None:
        return told(404)
    judge(made, needed)
    try:
        kept, clashing = keep_readable(made, spot)
    except Gone:
        lost = {"state": State.LOST, "line": visit.words(State.LOST.line)}
        return told(200, **lost, stamps={}, drafts=[], held={}, read={}, there={})
    except DossierError as error:
        return told(status_of(error), line=visit.words(f"trouble.{error.trouble}"))
    views, _ = draw_form(made)
    drafts = frozenset(made.form.entries) - made.form.readable.keys()
    state = state_of(drafts, clashing)
    return told(
        200,
        state=state,
        line=kept.words(state.line, time=clock(kept.dossier.updated)),
        stamps=_stamps(made, frozenset(made.form.readable) - clashing),
        drafts=sorted(drafts),
        held=ItemForm(kept, made.fields, made.item, made.form, made.sent, spot=spot).draft_marks,
        read={one.box.id: one.box.echo for one in views.values() if one.box.mode},
        there=_there(made, spot, kept, clashing) if clashing else {},
    )


def _stamps(made: ItemForm, saved: frozenset[str]) -> Mapping[str, str]:
    """Return the marks of what stands on the page: what another window changed beside it is not on it yet."""
    return {one.code: stamp(one, made.answers[one.code]) for one in made.fields if one.code in saved}


def _there(made: ItemForm, spot: Spot, kept: Visit, clashing: frozenset[str]) -> Mapping[str, Mapping[str, str]]:
    """Return what the other window made of each field: its mark, and the choice to put at the field."""
    both = show_both(made, ChangedElsewhere(tuple(clashing)), spot.now(atlas_of(kept.response)))
    views, marks = draw_form(both)[0], both.stamps
    return {code: {"mark": marks[code], "html": _choice(kept, views[code])} for code in clashing}


def _choice(visit: Visit, view: QuestionView) -> str:
    return render_template("clash.html", q=view, t=lambda key, **values: visit.words(f"web.{key}", **values))
