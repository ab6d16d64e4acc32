"""Friendly pages for everything that goes wrong, in the language of the visitor and without a trace of his data."""

import logging
import traceback
from http import HTTPStatus
from types import TracebackType
from typing import Final

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from workshop.content.answers_file import OtherVersion
from workshop.domain.dossier import DossierError, Trouble
from workshop.report.errors import BadPackage, NoOffice, PdfBusy, PdfFailed
from workshop.web.pages import show, visitor_words
from workshop.web.visit import NoDossier

KNOWN: Final = frozenset({400, 403, 404, 405, 413, 422, 500, 503})
log = logging.getLogger("workshop.web")

type_of_trouble = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFlask(Flask):
    """Flask that logs where something broke, but never the message: that may hold what a client typed."""

    def log_exception(self, exc_info: type_of_trouble) -> None:
        """Log the kind of error and its last places in the code."""
        kind, _, trace = exc_info
        places = " < ".join(f"{f.name} {f.filename}:{f.lineno}" for f in traceback.extract_tb(trace)[:-6:-1])
        log.error("%s on %s: %s", getattr(kind, "__name__", kind), request.endpoint, places)


def register(app: Flask) -> None:
    """Answer every error with an own page."""
    app.register_error_handler(HTTPException, error_page)
    app.register_error_handler(InternalServerError, error_page)
    app.register_error_handler(DossierError, trouble_page)
    app.register_error_handler(BadPackage, refused_page)
    app.register_error_handler(PdfFailed, no_pdf_page)
    app.register_error_handler(OtherVersion, other_version_page)


def trouble_page(error: DossierError) -> ResponseReturnValue:
    """Show why the dossiers cannot be read now."""
    words = visitor_words()
    log.error("%s on %s", error.trouble.name, request.endpoint)
    said = words(f"trouble.{error.trouble}")
    return _waiting(show("error.html", words, status=status_of(error), kind="e503", said=said))


def refused_page(error: BadPackage) -> ResponseReturnValue:
    """Show that a Word file is not right and is not handed out, with the code of the fault."""
    words = visitor_words()
    log.error("BadPackage on %s: %s", request.endpoint, error.rule)
    return show(
        "refused.html",
        words,
        status=500,
        title=words("lint.page.title"),
        said=words("lint.refused", rule=error.rule),
        next=words("lint.page.next"),
    )


def no_pdf_page(error: PdfFailed) -> ResponseReturnValue:
    """Show that a PDF could not be made, and how else to get one."""
    words = visitor_words()
    kind = {NoOffice: "no_office", PdfBusy: "busy"}.get(type(error), "failed")
    log.error("%s on %s", type(error).__name__, request.endpoint)
    said, next_ = words(f"pdf.{kind}"), words("pdf.next")
    page = show("refused.html", words, status=503, title=words("pdf.title"), said=said, next=next_)
    return _waiting(page) if kind == "busy" else page


def other_version_page(error: OtherVersion) -> ResponseReturnValue:
    """Show that a file would lose answers, as their questions are gone from the questionnaire."""
    words = visitor_words()
    log.error("OtherVersion on %s: %s", request.endpoint, ", ".join(error.codes))
    said = words("web.other_version.said", codes=words.join(error.codes))
    title, next_ = words("web.other_version.title"), words("web.other_version.next")
    return show("refused.html", words, status=409, title=title, said=said, next=next_)


def status_of(error: DossierError) -> int:
    """Return 503 when waiting helps, 507 when the disk is full, else 500."""
    return {Trouble.BUSY: 503, Trouble.FULL: 507}.get(error.trouble, 500)


def error_page(error: HTTPException) -> ResponseReturnValue:
    """Show what went wrong and what to do now."""
    if error.response is not None:
        return error.get_response()
    page = _waiting(show("error.html", visitor_words(), status=error.code or 500, kind=kind_of(error), said=""))
    if valid := getattr(error, "valid_methods", None):
        page.headers["Allow"] = ", ".join(sorted(valid))
    return page


def _waiting(page: Response) -> Response:
    if page.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        page.headers["Retry-After"] = "5"
    return page


def kind_of(error: HTTPException) -> str:
    """Return which words tell about this error."""
    match error:
        case CSRFError():
            return "token"
        case SecurityError():
            return "host"
        case NoDossier():
            return "no_dossier"
    return f"e{error.code}" if error.code in KNOWN else "e500" if (error.code or 500) >= 500 else "e400"
