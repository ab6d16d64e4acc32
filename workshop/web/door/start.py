"""The door: the start page, a new dossier, and the way back to an old one."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.limit import OverLimit
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Length
from workshop.domain.response import Response as Answers
from workshop.domain.route import plan
from workshop.language.text import clean_text
from workshop.language.tongue import Language, language_named
from workshop.web.door.sample import sample_report
from workshop.web.pages import Switch, is_own_computer, see_other, show, visitor_language, wait
from workshop.web.route.line import wind
from workshop.web.route.progress import count, last_place
from workshop.web.visit import MOST_KEYS, NoDossier, Visit, hand_key, visited, workshop

blueprint: Final = Blueprint("start", __name__)
LONGEST_NAME: Final = 120
MOST_SHOWN: Final = 20
"""How many dossiers of this browser stand on the start page."""
ALL: Final = "alle"
"""What an address says to show them all."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A dossier that this browser opened before."""

    name: str
    link: str
    progress: str


@dataclass(frozen=True, slots=True)
class Size:
    """How much a length asks of someone who has answered nothing yet."""

    name: str
    steps: str
    questions: str


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """Tell what the workshop gives and needs, and let someone begin or go on."""
    return _home()


def _home(wrong: str = "", *, status: int = HTTPStatus.OK) -> Response:
    """Show the start page, with what was typed on it and what was wrong with that."""
    language = _asked_language()
    questionnaire = workshop().bundle(first_questionnaire(), language).questionnaire
    model = questionnaire.model(questionnaire.default_model)
    words, sample = workshop().words(language), sample_report(language)
    visits, older = visited(MOST_KEYS if ALL in request.args else MOST_SHOWN)
    phases = [phase.name for phase in (model.phases if model else ())]
    return show(
        "start.html",
        words,
        status=status,
        switch=Switch.away_from(language, link=f"{request.script_root}/?taal={{}}"),
        needs=questionnaire.needs,
        lengths=[_size(questionnaire, length) for length in Length],
        phases=phases,
        way=wind(len(phases)),
        visits=[_seen(visit) for visit in visits],
        more=words.plural("web.door.older", older) if older else "",
        peek=sample.peek if sample else None,
        client=client_name(),
        chosen=(chosen_length() or Length.QUICK).value,
        wrong=words(f"web.door.{wrong}") if wrong else "",
    )


@blueprint.post("/start")
def start() -> ResponseReturnValue:
    """Start a dossier and hand over its key."""
    language = _asked_language()
    questionnaire = workshop().bundle(first_questionnaire(), language).questionnaire
    try:
        started = workshop().intake.start(
            questionnaire,
            language,
            client_name(),
            length=chosen_length() or Length.QUICK,
            address=workshop().settings.address,
            limited=not is_own_computer(),
        )
    except OverLimit as refused:
        return wait(_home("too_many", status=HTTPStatus.TOO_MANY_REQUESTS), refused)
    number = started.dossier.id
    return hand_key(see_other(url_for("overview.show", dossier_id=number)), number, started.token)


@blueprint.get("/hervat/<token>")
def resume(token: str) -> ResponseReturnValue:
    """Exchange the token of a private link for a cookie, on an address without it."""
    found = let_in(token)
    if found is None:
        raise NoDossier
    return found


def first_questionnaire() -> str:
    """Return the questionnaire that the start page offers."""
    return workshop().settings.questionnaire


def client_name() -> str:
    """Return the typed name of the business, as far as it is a name."""
    return clean_text(request.form.get("klant", ""))[:LONGEST_NAME]


def chosen_length() -> Length | None:
    """Return how much someone wants to be asked, None when the form does not say."""
    said = request.form.get("omvang", "")
    return Length(said) if said in tuple(Length) else None


def let_in(token: str) -> ResponseReturnValue | None:
    """Open the dossier of this token at the page where someone left off; None when it opens none."""
    dossier = workshop().intake.resume(token)
    if dossier is None:
        return None
    place = last_place(Visit(workshop(), dossier, token))
    return hand_key(see_other(place), dossier.id, token)


def _asked_language() -> Language:
    """Return the language of the form that was sent, else that of the visitor."""
    return language_named(request.form.get("taal", "")) or visitor_language()


def _size(questionnaire: Questionnaire, length: Length) -> Size:
    blank = Answers(questionnaire.id, questionnaire.version, questionnaire.default_model, length=length)
    route = plan(questionnaire, blank)
    return Size(length.value, str(len(route.sections)), str(route.count()[1]))


def _seen(visit: Visit) -> Seen:
    answers = count(visit)
    progress = visit.words("web.overview.count", n=str(answers.answered), total=str(answers.total))
    name = visit.response.client or visit.words("web.start.nameless", id=visit.id)
    return Seen(name, url_for("overview.show", dossier_id=visit.id), progress)
