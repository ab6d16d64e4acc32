"""The sample report as a page: what someone gets, before he answers anything."""

from typing import Final

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.services.reporting import Form
from workshop.web.door.sample import Sample, sample_report
from workshop.web.pages import Switch, show, visitor_language
from workshop.web.result.page import FORMATS, policy_for
from workshop.web.visit import workshop
from workshop.web.wire.files import download

blueprint: Final = Blueprint("sample", __name__, url_prefix="/voorbeeld")
FORMS: Final = ("docx", "html")
FILE_NAME: Final = "klantreis-adviesrapport-voorbeeld"


@blueprint.get("", endpoint="show")
def show_sample() -> ResponseReturnValue:
    """Show the result of an invented business, with its report to download."""
    language = visitor_language()
    sample = _sample()
    return show(
        "sample.html",
        workshop().words(language),
        switch=Switch.away_from(language, link=f"{request.script_root}/voorbeeld?taal={{}}"),
        client=sample.response.client,
        result=Markup(sample.result),  # noqa: S704 - escaped by the report
    )


@blueprint.get("/rapport.<format>")
def report(format: str) -> ResponseReturnValue:
    """Hand over the sample report as Word or as a web page."""
    if format not in FORMS:
        abort(404)
    content = _sample().report(Form(format))
    answer = download(content, FORMATS[format], f"{FILE_NAME}.{format}", inline=format == "html")
    if format == "html":
        answer.headers["Content-Security-Policy"] = policy_for(content)
    return answer


def _sample() -> Sample:
    return sample_report(visitor_language()) or abort(404)
