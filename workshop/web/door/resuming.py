"""The way back in: a pasted private link or a short code, typed on any device."""

import re
from typing import Final

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from workshop.domain.limit import OverLimit
from workshop.web.door.start import let_in
from workshop.web.pages import Switch, show, visitor_language, wait
from workshop.web.visit import cookie_name, workshop

blueprint: Final = Blueprint("resuming", __name__, url_prefix="/hervat")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{20,128}")
_TAIL: Final = 500
"""How many characters of what was pasted are looked at."""


@blueprint.get("", endpoint="ask")
def ask_for_key() -> ResponseReturnValue:
    """Ask for the private link or the short code."""
    return _ask()


@blueprint.post("", endpoint="open")
def open_typed() -> ResponseReturnValue:
    """Open the dossier of a link or code; whatever stands before the token of a link does not matter."""
    typed = request.form.get("link", "")[-_TAIL:]
    tokens = _TOKEN.findall(typed)
    try:
        found = let_in(tokens[-1]) if tokens else _by_code(typed)
    except OverLimit as refused:
        return wait(_ask(typed, wrong="too_many", status=429), refused)
    return found or _ask(typed, wrong="wrong", status=422)


def _by_code(typed: str) -> ResponseReturnValue | None:
    """Let this device in by a code; one that was in already keeps the key it has."""
    started = workshop().sharing.redeem(typed)
    if started is None:
        return None
    own = request.cookies.get(cookie_name(started.dossier.id), "")
    return (let_in(own) if own else None) or let_in(started.token)


def _ask(typed: str = "", *, wrong: str = "", status: int = 200) -> Response:
    language = visitor_language()
    words = workshop().words(language)
    return show(
        "resume.html",
        words,
        status=status,
        switch=Switch.away_from(language, link=f"{request.script_root}/hervat?taal={{}}"),
        typed=typed.strip(),
        wrong=words(f"web.resuming.{wrong}") if wrong else "",
    )
