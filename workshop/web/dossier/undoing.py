"""The last change of a dossier, ready to be undone with one button."""

from dataclasses import dataclass
from typing import Final

from flask import url_for

from workshop.domain.edit import Edit, last_to_undo
from workshop.language.dates import format_date
from workshop.web.clock import clock, local
from workshop.web.visit import Visit

LOOK_BACK: Final = (1, 30)
"""How many edits are looked through for the last one that still stands: mostly it is the very last."""


@dataclass(frozen=True, slots=True)
class LastChange:
    """The change that a button takes back: its number, a line about it, and where the button sends it."""

    number: int
    line: str
    action: str


def last_change(visit: Visit) -> LastChange | None:
    """Return the newest change that still stands; None when there is none to undo."""
    looks = (visit.workshop.history.edits(visit.id, visit.token, most) for most in LOOK_BACK)
    found = next(filter(None, (last_to_undo(edits, visit.response) for edits in looks)), None)
    if found is None:
        return None
    return LastChange(found.number, _line(visit, found), url_for("history.undo", dossier_id=visit.id))


def question_title(visit: Visit, code: str) -> str:
    """Return what a question asks; its code when this version of the questionnaire has no such question."""
    question = visit.questionnaire.question(code)
    return question.title if question else code


def _line(visit: Visit, edit: Edit) -> str:
    titles = [question_title(visit, code) for code in edit.codes]
    what = f"{titles[0]} (+{len(titles) - 1})" if len(titles) > 1 else titles[0]
    day = local(edit.at).date()
    if day == visit.workshop.today():
        return visit.words("web.history.last", what=what, time=clock(edit.at))
    written = format_date(day, visit.language)
    return visit.words("web.history.last_day", what=what, time=clock(edit.at), day=written)
