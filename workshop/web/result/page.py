"""The result: on screen, as a report to download, and the answers to take along."""

import re
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256
from typing import Final

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.domain.hand import hand
from workshop.language.dates import format_date
from workshop.language.text import file_stem
from workshop.services.reporting import Form, Wish
from workshop.web.board.dashboard import dashboard
from workshop.web.dossier.overview import here, switch
from workshop.web.map.keeping import charted
from workshop.web.pages import see_other, show
from workshop.web.route.model import model_buttons
from workshop.web.route.progress import count
from workshop.web.visit import Visit, enter
from workshop.web.wire.files import download

blueprint: Final = Blueprint("result", __name__, url_prefix="/d/<dossier_id>")
FORMATS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
ON: Final = "1"
"""What a choice in an address sends when it is ticked."""
UNTIL_LOOKING_BACK: Final = timedelta(days=90)
_STYLE: Final = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)


@blueprint.get("/resultaat", endpoint="show")
def show_result(dossier_id: str) -> ResponseReturnValue:
    """Show the result, with what to do now."""
    visit = enter(dossier_id)
    changes = hand(visit.dossier.changes, visit.dossier.notes)
    return show(
        "result.html",
        visit.words,
        switch=switch(visit, "resultaat"),
        updated=visit.dossier.updated,
        here=here(visit),
        client=visit.response.client,
        models=model_buttons(visit),
        questionnaire=visit.questionnaire,
        open_questions=count(visit).open,
        board=dashboard(visit, visit.workshop.material(charted(visit.response), changes)),
        result=Markup(visit.workshop.result_html(visit.response, changes)),  # noqa: S704 - escaped by the report
        later=format_date(visit.workshop.today() + UNTIL_LOOKING_BACK, visit.language),
    )


@blueprint.get("/rapport.<format>")
def report(dossier_id: str, format: str) -> ResponseReturnValue:
    """Hand over the report as Word, web page or Markdown."""
    visit = enter(dossier_id)
    if format not in FORMATS:
        abort(404)
    wish = _wish(visit, Form(format))
    changes = hand(visit.dossier.changes, visit.dossier.notes)
    content = visit.workshop.report(visit.response, wish, visit.workshop.today(), changes)
    kind = "klantreis-werkversie" if wish.work else "klantreis-adviesrapport"
    answer = download(content, FORMATS[format], file_name(visit, kind, format), inline=format == "html")
    if format == "html":
        answer.headers["Content-Security-Policy"] = policy_for(content)
    return answer


@blueprint.get("/antwoorden.json")
def answers(dossier_id: str) -> ResponseReturnValue:
    """Send on to the file of the whole dossier: an older address of it."""
    return see_other(url_for("dossier_file.download", dossier_id=enter(dossier_id).id))


def house_styles(visit: Visit) -> tuple[str, ...]:
    """Return the names of the house styles to choose from."""
    return visit.workshop.house_styles()


def _wish(visit: Visit, form: Form) -> Wish:
    """Read how the report is asked for; a house style that is not there is no page."""
    asked = request.args
    house = asked.get("huisstijl", "")
    if house and house not in house_styles(visit):
        abort(404)
    return Wish(
        form,
        work=asked.get("werkversie") == ON,
        pictures=asked.get("plaatjes") == ON,
        annexes=asked.get("bijlagen") == ON,
        house=house,
    )


def file_name(visit: Visit, kind: str, format: str) -> str:
    """Return a name that says what it is, for whom and from when."""
    return f"{file_stem(kind, visit.response.client, visit.workshop.today().isoformat())}.{format}"


def policy_for(page: bytes) -> str:
    """Allow a report page exactly the styles that stand in it, by their hash, and nothing else."""
    hashes = [f"'sha256-{b64encode(sha256(style).digest()).decode()}'" for style in _STYLE.findall(page)]
    styles = " ".join(hashes) or "'none'"
    return f"default-src 'none'; style-src {styles}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
