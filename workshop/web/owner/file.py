"""A dossier as one file: to keep, and to read in again as a new dossier."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from workshop.bootstrap import said
from workshop.content.answers_file import Whole
from workshop.content.history_file import MOST_EDITS
from workshop.domain.limit import OverLimit
from workshop.language.text import file_stem
from workshop.web.dossier.overview import here
from workshop.web.pages import Switch, is_own_computer, see_other, show, visitor_words, wait
from workshop.web.visit import Visit, enter, hand_key, workshop
from workshop.web.wire.files import download, room_for

blueprint: Final = Blueprint("dossier_file", __name__)
MOST_BYTES: Final = 4_000_000
MOST_MISTAKES: Final = 40
"""How many mistakes of a file are named on the page."""
blueprint.url_value_preprocessor(room_for(MOST_BYTES))


@blueprint.get("/d/<dossier_id>/dossier.json", endpoint="download")
def hand_over(dossier_id: str) -> ResponseReturnValue:
    """Hand over everything that makes up a dossier."""
    visit = enter(dossier_id)
    name = file_stem("klantreis-dossier", visit.response.client, visit.workshop.today().isoformat())
    return download(visit.workshop.export(visit.dossier), "application/json", f"{name}.json")


@blueprint.get("/inlezen", endpoint="choose")
def choose_file() -> ResponseReturnValue:
    """Ask for the file of a dossier."""
    return _ask()


@blueprint.post("/inlezen", endpoint="read")
def read_file() -> ResponseReturnValue:
    """Start a new dossier from a file; a file with mistakes is refused whole, with every mistake named."""
    words, file = visitor_words(), request.files.get("bestand")
    data = file.read(MOST_BYTES + 1) if file else b""
    if not data:
        return _ask("no_file")
    if len(data) > MOST_BYTES:
        return _ask("too_large")
    try:
        found = workshop().read_file(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _ask("not_text")
    if not isinstance(found, Whole):
        return _ask("wrong", said(words, found))
    whole = (found.response, found.changes, found.notes, found.trail)
    try:
        started = workshop().intake.keep(*whole, limited=not is_own_computer())
    except OverLimit as refused:
        return wait(_ask("too_many", status=HTTPStatus.TOO_MANY_REQUESTS), refused)
    number = started.dossier.id
    return hand_key(see_other(url_for("dossier_file.done", dossier_id=number)), number, started.token)


@blueprint.get("/d/<dossier_id>/ingelezen", endpoint="done")
def show_done(dossier_id: str) -> ResponseReturnValue:
    """Say what came in."""
    visit = enter(dossier_id)
    return show(
        "import_done.html",
        visit.words,
        overview=here(visit),
        sharing=url_for("sharing.show", dossier_id=visit.id),
        name=visit.response.client or visit.words("web.reading.done_nameless"),
        holds=(*holds(visit), *_past(visit)),
    )


@blueprint.errorhandler(RequestEntityTooLarge)
def refuse_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say that a file is too large, in the place where it was chosen."""
    return _ask("too_large", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def holds(visit: Visit) -> tuple[str, ...]:
    """Say what a dossier holds: its answers, and what else there is."""
    held = {"answers": len(visit.response.answers), "changes": len(visit.dossier.changes)}
    held |= {"notes": len(visit.dossier.notes), "drafts": len(visit.dossier.drafts)}
    return tuple(visit.words.plural(f"web.holds.{one}", n) for one, n in held.items() if n or one == "answers")


def _past(visit: Visit) -> tuple[str, ...]:
    """Say how long its history is, when it has one."""
    edits = len(visit.workshop.history.edits(visit.id, visit.token, MOST_EDITS))
    return (visit.words.plural("web.holds.edits", edits),) if edits else ()


def _ask(wrong: str = "", mistakes: tuple[str, ...] = (), *, status: int = HTTPStatus.UNPROCESSABLE_ENTITY) -> Response:
    words = visitor_words()
    more = len(mistakes) - MOST_MISTAKES
    return show(
        "import.html",
        words,
        status=status if wrong else HTTPStatus.OK,
        switch=Switch.away_from(words.language, link=f"{url_for('dossier_file.choose')}?taal={{}}"),
        action=url_for("dossier_file.read", taal=words.language.value),
        wrong=words(f"web.reading.{wrong}") if wrong else "",
        mistakes=mistakes[:MOST_MISTAKES],
        counted=words.plural("web.reading.mistakes", len(mistakes)),
        more=words.plural("web.reading.more", more) if more > 0 else "",
    )
