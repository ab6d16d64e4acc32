"""House styles: upload a Word template, read what we think of it, look at it, and try it out."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from workshop.language.messages import Words
from workshop.language.numbers import format_number
from workshop.language.text import file_stem
from workshop.report.house.archive import MOST_FILE
from workshop.report.house.fit import ready
from workshop.report.house.judge import judge
from workshop.report.house.preview import Preview, preview
from workshop.report.house.saying import anchor, say, style_name, told
from workshop.report.house.starter import starter
from workshop.report.house.verdict import Refused
from workshop.storage.houses import HouseError
from workshop.web.house.looks import stylesheet
from workshop.web.pages import Switch, is_own_computer, see_other, show, visitor_words
from workshop.web.visit import workshop
from workshop.web.wire.files import download, room_for

blueprint: Final = Blueprint("house", __name__, url_prefix="/huisstijl")
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
blueprint.url_value_preprocessor(room_for(MOST_FILE))


@blueprint.before_request
def only_here() -> None:
    """Show these pages on one's own computer only, unless the installation allows it."""
    if not is_own_computer() and not workshop().settings.house_styles:
        raise NotFound


@blueprint.get("", endpoint="list")
def list_styles() -> ResponseReturnValue:
    """Show all house styles and how to add one."""
    return _page()


@blueprint.post("", endpoint="add")
def add_style() -> ResponseReturnValue:
    """Judge an uploaded file, and keep it when it can be used."""
    words, file = visitor_words(), request.files.get("bestand")
    data = file.read(MOST_FILE + 1) if file else b""
    if file is None or not data:
        return _page(wrong=words("house.web.no_file"))
    verdict = workshop().houses.judge(data, file.filename or "", words.language)
    if verdict.refused is not None:
        return _page(wrong=told(verdict, words).refused)
    try:
        name = workshop().houses.styles.add(request.form.get("naam", "") or (file.filename or "")[:-5], data)
    except HouseError as error:
        return _page(wrong=words(f"house.say.{error.key}", **error.values))
    return see_other(url_for("house.show", name=name, nieuw="1", taal=words.language.value))


@blueprint.get("/<name>", endpoint="show")
def show_style(name: str) -> ResponseReturnValue:
    """Show what we think of a house style, and how it looks."""
    words, data = visitor_words(), _read(name)
    return show(
        "house_style.html",
        words,
        switch=_switch(url_for("house.show", name=name)),
        h=_said(words),
        name=name,
        added=request.args.get("nieuw") == "1",
        told=told(judge(data, name), words),
        looks=_looks(data),
        called=lambda name: style_name(name, words),
        points=lambda size: format_number(Decimal(str(size)), words.language),
    )


@blueprint.get("/<name>/stijl.css")
def style_sheet(name: str) -> ResponseReturnValue:
    """Hand over the letters and colours of a house style as a style sheet."""
    return Response(stylesheet(_looks(_read(name))), mimetype="text/css")


@blueprint.get("/<name>/logo")
def logo(name: str) -> ResponseReturnValue:
    """Hand over the picture in the header: only what begins as a PNG or a JPEG."""
    found = _looks(_read(name)).logo
    if found is None:
        raise NotFound
    return download(found[1], found[0])


@blueprint.get("/<name>/voorbeeld.docx")
def sample(name: str) -> ResponseReturnValue:
    """Hand over the report of an invented company in a house style."""
    made = workshop().houses.sample(_read(name), visitor_words().language)
    return download(made, WORD, f"{file_stem('proefrapport', name)}.docx")


@blueprint.post("/<name>/weg")
def remove(name: str) -> ResponseReturnValue:
    """Remove a house style."""
    _read(name)
    workshop().houses.styles.remove(name)
    return see_other(url_for("house.list", taal=visitor_words().language.value))


@blueprint.get("/sjabloon.docx")
def starter_template() -> ResponseReturnValue:
    """Hand over the starter template."""
    words = visitor_words()
    return download(starter(words), WORD, words("house.say.file"))


@blueprint.app_errorhandler(HouseError)
def unknown_page(error: HouseError) -> ResponseReturnValue:
    """Say that a house style is not there, wherever it was asked for."""
    words = visitor_words()
    return _trouble(words, words(f"house.say.{error.key}", **error.values), 404)


@blueprint.app_errorhandler(Refused)
def refused_page(error: Refused) -> ResponseReturnValue:
    """Say that a kept house style can no longer be used, and why."""
    words = visitor_words()
    return _trouble(words, say(error.remark, "refused", words), 422)


def _trouble(words: Words, message: str, status: int) -> Response:
    return show("house_trouble.html", words, status=status, h=_said(words), message=message)


def _page(wrong: str = "") -> Response:
    words = visitor_words()
    return show(
        "house.html",
        words,
        status=422 if wrong else 200,
        switch=_switch(url_for("house.list")),
        h=_said(words),
        styles=workshop().house_styles(),
        anchor=anchor(words),
        typed=request.form.get("naam", ""),
        wrong=wrong,
    )


def _switch(address: str) -> Switch:
    return Switch.away_from(visitor_words().language, link=f"{address}?taal={{}}")


def _said(words: Words) -> Callable[..., str]:
    return lambda key, **values: words(f"house.web.{key}", **values)


def _read(name: str) -> bytes:
    return workshop().houses.styles.read(name)


def _looks(data: bytes) -> Preview:
    return preview(ready(data))
