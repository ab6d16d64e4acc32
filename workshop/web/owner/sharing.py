"""Sharing a dossier: the private link, its QR code, a short code, and who types in this browser."""

from datetime import datetime
from typing import Final

from flask import Blueprint, request, session, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import UnprocessableEntity

from workshop.language.dates import format_date
from workshop.web.clock import clock, local
from workshop.web.dossier.overview import here, switch
from workshop.web.pages import is_own_computer, see_other, show
from workshop.web.visit import NoDossier, Visit, enter, private_link, remember_who, site, who_types

blueprint: Final = Blueprint("sharing", __name__, url_prefix="/d/<dossier_id>/delen")
CODE: Final = "code"
"""Under which name the form session holds a code that is shown once, with the dossier that it opens."""
_TOLD: Final = {"naam": "web.sharing.named", "ingetrokken": "web.sharing.withdrawn"}


@blueprint.get("", endpoint="show")
def show_sharing(dossier_id: str) -> ResponseReturnValue:
    """Show every way back into this dossier, and the code that was just made."""
    visit = enter(dossier_id)
    link, until = private_link(visit), visit.workshop.sharing.code_until(visit.id, visit.token)
    told = _TOLD.get(request.args.get("deed", ""), "")
    return show(
        "sharing.html",
        visit.words,
        switch=switch(visit, "delen"),
        updated=visit.dossier.updated,
        overview=here(visit),
        action=url_for("sharing.change", dossier_id=visit.id),
        client=visit.response.client,
        link=link,
        qr=qr_code(link),
        here_only=is_own_computer(),
        code=_code_once(visit) if until else "",
        code_place=site() + url_for("resuming.ask"),
        until=_moment(visit, until) if until else "",
        told=visit.words(told) if told else "",
        who=who_types(),
        file=url_for("dossier_file.download", dossier_id=visit.id),
        read=url_for("dossier_file.choose"),
        remove=url_for("removing.ask", dossier_id=visit.id),
    )


@blueprint.post("", endpoint="change")
def change_sharing(dossier_id: str) -> ResponseReturnValue:
    """Make or withdraw the short code, or remember who types."""
    visit = enter(dossier_id)
    sharing = visit.workshop.sharing
    match request.form.get("actie", ""):
        case "code":
            made = sharing.make_code(visit.id, visit.token)
            if made is None:
                raise NoDossier
            session[CODE] = [visit.id, made.text]
            return see_other(_back(visit, "", "code"))
        case "intrekken":
            sharing.withdraw(visit.id, visit.token)
            return see_other(_back(visit, "ingetrokken", "code"))
        case "naam":
            remember_who()
            return see_other(_back(visit, "naam", "wie"))
    raise UnprocessableEntity


def qr_code(link: str) -> Markup:
    """Draw a link as QR code: black on white with its quiet zone, in SVG that needs no style."""
    import segno  # pulls in urllib.request and tempfile: no other page needs those

    drawn = segno.make(link, error="m", micro=False)
    return Markup(drawn.svg_inline(border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None))  # noqa: S704 - drawn from bits


def _code_once(visit: Visit) -> str:
    """Return the code that was just made for this dossier, and forget it: we keep only its hash."""
    dossier_id, code = session.get(CODE, ("", ""))
    if dossier_id != visit.id:
        return ""
    session.pop(CODE)
    return str(code)


def _moment(visit: Visit, moment: datetime) -> str:
    return f"{format_date(local(moment).date(), visit.language)}, {clock(moment)}"


def _back(visit: Visit, deed: str, anchor: str) -> str:
    return url_for("sharing.show", dossier_id=visit.id, deed=deed or None, _anchor=anchor)
