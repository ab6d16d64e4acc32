"""The history of a dossier: who changed what, and taking it back."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound, UnprocessableEntity

from workshop.domain.edit import Edit
from workshop.services.history import ChangedSince, NoSuchEdit
from workshop.web.clock import clock
from workshop.web.dossier.overview import here, switch
from workshop.web.dossier.undoing import last_change
from workshop.web.fields.whole import number
from workshop.web.history.days import Changed, changes, day_title, days, page_title, runs
from workshop.web.pages import see_other, show
from workshop.web.visit import NoDossier, Visit, enter, who_types

blueprint: Final = Blueprint("history", __name__, url_prefix="/d/<dossier_id>/geschiedenis")
A_PAGE: Final = 50
"""How many edits stand on a page."""
MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Done:
    """What an undo brought: its own number, to take it back in turn, and what it changed; no number for nothing."""

    number: int | None
    title: str = ""
    changes: tuple[Changed, ...] = ()


@blueprint.get("", endpoint="show")
def show_history(dossier_id: str) -> ResponseReturnValue:
    """Show the changes, the newest first."""
    visit = enter(dossier_id)
    before = _number(request.args.get("voor", ""))
    edits = visit.workshop.history.edits(visit.id, visit.token, A_PAGE + 1, before)
    grouped = runs(edits)
    more = len(edits) > A_PAGE
    shown = grouped[:-1] if more and len(grouped) > 1 else grouped
    return show(
        "history.html",
        visit.words,
        switch=switch(visit, "geschiedenis"),
        updated=visit.dossier.updated,
        overview=here(visit),
        action=url_for("history.undo", dossier_id=visit.id),
        last=None if before else last_change(visit),
        days=days(visit, shown),
        started_full=bool(visit.response.answers),
        done=_done(visit),
        older=_link(visit, shown[-1][-1].number) if more else "",
        newest=_link(visit, None) if before else "",
        report=url_for("report_room.show", dossier_id=visit.id) if visit.dossier.changes else "",
    )


@blueprint.post("", endpoint="undo")
def undo(dossier_id: str) -> ResponseReturnValue:
    """Take back one edit or a run of them; when answers changed again since, show both and ask."""
    visit = enter(dossier_id)
    last, shown = _number(request.form.get("tot", "")), _number(request.form.get("gezien", ""))
    first = _number(request.form.get("van", "")) or last
    if last is None:
        raise UnprocessableEntity
    history = visit.workshop.history
    try:
        kept = history.undo(visit.id, visit.token, last, who_types(), since=first, shown=shown)
    except NoSuchEdit:
        raise NotFound from None
    except ChangedSince as clash:
        return _ask(enter(dossier_id), history.run(visit.id, visit.token, first or last, last), first or last, clash)
    if kept is None:
        raise NoDossier
    return see_other(url_for("history.show", dossier_id=visit.id, gedaan=kept.revision))


def _ask(visit: Visit, edit: Edit, first: int, clash: ChangedSince) -> Response:
    """Show what stands now beside what would be put back."""
    now = {code: visit.response.get(code) for code in edit.codes if visit.response.get(code) != edit.before[code]}
    found = zip(now, changes(visit, now, {code: edit.before[code] for code in now}), strict=True)
    return show(
        "history_clash.html",
        visit.words,
        status=409,
        overview=here(visit),
        history=_link(visit, None),
        title=page_title(visit, edit),
        action=url_for("history.undo", dossier_id=visit.id),
        first=first,
        last=edit.number,
        seen=visit.dossier.revision,
        changes=[(changed, _later(visit, code) if code in clash.codes else "") for code, changed in found],
    )


def _later(visit: Visit, code: str) -> str:
    """Say when and by whom an answer was changed last; only that it was, when that is too long ago to look up."""
    edits = visit.workshop.history.edits(visit.id, visit.token)
    last = next((one for one in edits if code in one.codes), None)
    if last is None:
        return visit.words("web.history.clash.since")
    day, who = day_title(visit, last), last.who or visit.words("web.history.someone")
    day = day[:1].lower() + day[1:]
    return visit.words("web.history.clash.later", day=day, time=clock(last.at), who=who)


def _done(visit: Visit) -> Done | None:
    """Return what the undo changed that this page came from."""
    number = _number(request.args.get("gedaan", ""))
    if number is None:
        return None
    try:
        edit = visit.workshop.history.run(visit.id, visit.token, number, number)
    except NoSuchEdit:
        return Done(None)
    if not edit.undoes:
        return Done(None)
    return Done(edit.number, page_title(visit, edit), tuple(changes(visit, edit.before, edit.after)))


def _link(visit: Visit, before: int | None) -> str:
    return url_for("history.show", dossier_id=visit.id, voor=before)


def _number(text: str) -> int | None:
    return number(text, MOST_DIGITS)
