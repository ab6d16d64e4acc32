"""Sheets to print: what to have at hand, all questions with room for a pen, and the same with the answers so far."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.domain.homework import minutes
from workshop.domain.questionnaire import Page, Question, Questionnaire
from workshop.domain.response import Length
from workshop.domain.response import Response as Answers
from workshop.language.dates import format_date
from workshop.language.messages import Words
from workshop.web.door.start import first_questionnaire
from workshop.web.dossier.overview import here, switch
from workshop.web.drawing.bare import bare, bare_of
from workshop.web.drawing.context import Drawing
from workshop.web.pages import Switch, show, visitor_language
from workshop.web.paper.views import depends_on, parts, whole
from workshop.web.visit import enter, workshop

blueprint: Final = Blueprint("paper", __name__)
PAPER: Final = "papier"


@dataclass(frozen=True, slots=True)
class Need:
    """A figure to look up before starting."""

    title: str
    find: Markup
    minutes: str
    depends: str


@blueprint.get("/papier/nodig", endpoint="needed")
def show_needed() -> ResponseReturnValue:
    """List what to have at hand, and the figures of the quick scan with where to find them."""
    words, questionnaire = _opened()
    drawing = _drawing(words, questionnaire)
    questions = [one for one in questionnaire.questions if one.find and not one.full]
    always = [one for one in questions if one.ask_when is None]
    sometimes = [one for one in questions if one.ask_when is not None]
    return show(
        "paper_needed.html",
        words,
        switch=_switch(words, url_for("paper.needed")),
        needs=questionnaire.needs,
        figures=(_needs(drawing, always), _needs(drawing, sometimes)),
        minutes=str(minutes(always)),
    )


@blueprint.get("/papier/vragen", endpoint="questions")
def show_questions() -> ResponseReturnValue:
    """Show all questions of the quick scan or the full session as a form for a pen."""
    words, questionnaire = _opened()
    asked = request.args.get("omvang", "")
    length = Length(asked) if asked in tuple(Length) else Length.QUICK
    pages = whole(questionnaire.sections, full=length is Length.FULL)
    drawing = _drawing(words, questionnaire)
    return _form(drawing, pages, length, _switch(words, url_for("paper.questions", omvang=length.value)))


@blueprint.get("/d/<dossier_id>/papier", endpoint="own")
def show_own(dossier_id: str) -> ResponseReturnValue:
    """Show the questions of a dossier as a form for a pen, with what was answered so far."""
    visit = enter(dossier_id)
    return _form(bare_of(visit), visit.route.pages, visit.response.length, switch(visit, PAPER), back=here(visit))


def _form(drawing: Drawing, pages: tuple[Page, ...], length: Length, turn: Switch, back: str = "") -> Response:
    words = drawing.words
    listed = (*(one for page in pages for one in page.questions), *_fields(pages))
    return show(
        "paper.html",
        words,
        switch=turn,
        own=bool(back),
        back=back or url_for("start.home", taal=words.language.value),
        client=drawing.response.client,
        made_on=format_date(workshop().today(), words.language),
        questionnaire=drawing.questionnaire,
        length=length.value,
        parts=parts(drawing, pages, conditions=not back),
        channels=[one.name for one in drawing.questionnaire.channels] if _names_channels(drawing, listed) else (),
    )


def _fields(pages: tuple[Page, ...]) -> tuple[Question, ...]:
    return tuple(field for page in pages for one in page.questions if not one.editor for field in one.fields)


def _names_channels(drawing: Drawing, questions: tuple[Question, ...]) -> bool:
    """Tell whether a question on paper is answered with channels."""
    known = {one.id for one in drawing.questionnaire.channels}
    return any(one.rows == "channels" or (one.choices and {c.code for c in one.choices} <= known) for one in questions)


def _needs(drawing: Drawing, questions: list[Question]) -> tuple[Need, ...]:
    return tuple(
        Need(
            one.title,
            drawing.prose(one.find),
            "" if one.minutes is None else str(one.minutes),
            depends_on(drawing, one),
        )
        for one in questions
    )


def _opened() -> tuple[Words, Questionnaire]:
    """Return the words and the questionnaire for a visitor without a dossier."""
    language = visitor_language()
    return workshop().words(language), workshop().bundle(first_questionnaire(), language).questionnaire


def _drawing(words: Words, questionnaire: Questionnaire) -> Drawing:
    model = questionnaire.model(questionnaire.default_model) or questionnaire.models[0]
    blank = Answers(questionnaire.id, questionnaire.version, model.id, words.language.value)
    return bare(words, questionnaire, model, blank)


def _switch(words: Words, address: str) -> Switch:
    return Switch.away_from(words.language, link=f"{address}{'&' if '?' in address else '?'}taal={{}}")
