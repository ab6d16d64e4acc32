"""The forms of a touchpoint and of a map, as they came back."""

from collections.abc import Sequence
from typing import Final

from flask import request
from werkzeug.datastructures import MultiDict

from workshop.domain import map_edit
from workshop.domain.answer import Item
from workshop.domain.map_edit import MAPS, TOUCHPOINTS, text_of
from workshop.domain.questionnaire import Question
from workshop.web.map.forms import ItemForm, make, touchpoint_fields
from workshop.web.map.keeping import asked, atlas_of
from workshop.web.map.spots import Spot
from workshop.web.visit import Visit

NEEDED_OF_POINT: Final = ("name", "block")
NEEDED_OF_MAP: Final = ("name",)
"""What every touchpoint, and every map, must say of itself."""


def item_on(visit: Visit, code: str, point: str) -> Item | None:
    """Return a touchpoint of a map, None when it is not on it."""
    here = atlas_of(visit.response).points_on(code)
    return next((one for one in here if text_of(one, "code") == point), None)


def sent_point(visit: Visit, code: str, point: str, *, whole: bool = True) -> ItemForm:
    """Read the form of a touchpoint; when it is not the whole form, the fields that were sent."""
    fields = touchpoint_fields(visit) if whole else _only_sent(touchpoint_fields(visit))
    return make(visit, fields, item_on(visit, code, point) or Item({}), request.form, Spot(TOUCHPOINTS, point))


def scope_fields(visit: Visit) -> tuple[Question, ...]:
    """Return what is asked of a map."""
    return tuple(one for one in asked(visit.questionnaire, MAPS).fields if one.code != "code")


def sent_scope(visit: Visit, code: str, *, whole: bool = True) -> ItemForm:
    """Read the form of a map, or the fields that were sent; its customer groups are ticked, and kept as one text."""
    sent = MultiDict(request.form)
    sent["personas"] = f"{map_edit.SEPARATOR} ".join(filter(None, request.form.getlist("personas")))
    fields = scope_fields(visit) if whole else _only_sent(scope_fields(visit))
    return make(visit, fields, atlas_of(visit.response).map(code), sent, Spot(MAPS, code))


def _only_sent(fields: Sequence[Question]) -> tuple[Question, ...]:
    """Take the fields that a part of a form says it holds."""
    stood = frozenset(request.form.getlist("gevraagd"))
    return tuple(one for one in fields if one.code in stood)
