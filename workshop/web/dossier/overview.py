"""The task list of a dossier, and how the dossier is shown: model, language and name."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.homework import Things, errands, things
from workshop.language.messages import Words
from workshop.language.tongue import Address, language_named
from workshop.web.door.start import chosen_length, client_name
from workshop.web.dossier.undoing import last_change
from workshop.web.pages import Switch, see_other, show
from workshop.web.route.model import TURNED, model_buttons
from workshop.web.route.progress import Link, count, first_open, tasks
from workshop.web.visit import Visit, enter, private_link, remember_who, who_types

HOMEWORK: Final = "web.homework.title"
blueprint: Final = Blueprint("overview", __name__, url_prefix="/d/<dossier_id>")
PLACES: Final = {
    "overzicht": "overview.show",
    "controle": "check.show",
    "resultaat": "result.show",
    "rapport": "report_room.show",
    "wat-als": "what_if.show",
    "huiswerk": "homework.show",
    "papier": "paper.own",
    "sessie": "session.show",
    "scherm": "session_screen.show",
    "geschiedenis": "history.show",
    "delen": "sharing.show",
    "verwijder": "removing.ask",
}
"""The only places that a form may name to come back to."""


ROOMS: Final[tuple[tuple[str, str], ...]] = (
    ("report_room.show", "web.result.room"),
    ("what_if.show", "web.what_if.task"),
    ("homework.show", HOMEWORK),
    ("paper.own", "web.paper.task"),
    ("session.show", "web.session.title"),
    ("history.show", "web.history.task"),
)
"""What can be done besides answering: the page it stands on and the words of its link; "<words>_line" tells more."""


@dataclass(frozen=True, slots=True)
class Room:
    """A link to something else to do with a dossier, with a line about it ("" for none)."""

    title: str
    line: str
    link: str


@blueprint.get("/", endpoint="show")
def show_overview(dossier_id: str) -> ResponseReturnValue:
    """Show the sections with their status, the private link and the settings."""
    visit = enter(dossier_id)
    answers = count(visit)
    return show(
        "overview.html",
        visit.words,
        switch=switch(visit, "overzicht"),
        questionnaire=visit.questionnaire,
        client=visit.response.client,
        updated=visit.dossier.updated,
        here=here(visit),
        tasks=tasks(visit),
        answered=str(answers.answered),
        total=str(answers.total),
        next=_go_on(visit),
        rooms=[_room(visit, endpoint, words) for endpoint, words in ROOMS],
        chosen=visit.model.id,
        length=visit.response.length.value,
        address=visit.response.address.value,
        who=who_types(),
        last=last_change(visit),
        models=model_buttons(visit),
        resume_link=private_link(visit),
    )


@blueprint.post("/gegevens")
def choose(dossier_id: str) -> ResponseReturnValue:
    """Keep the name of the business and the phase model; every answer stays as it is."""
    visit = enter(dossier_id)
    model = request.form.get("model", visit.model.id)
    if visit.questionnaire.model(model) is None:
        abort(422)
    visit.workshop.intake.choose(
        *(visit.id, visit.token),
        model=model,
        client=client_name(),
        length=chosen_length(),
        address=chosen_address(),
    )
    remember_who()
    return see_other(here(visit))


@blueprint.post("/taal")
def speak(dossier_id: str) -> ResponseReturnValue:
    """Change the language and come back to the same page."""
    visit = enter(dossier_id)
    language, place = request.form.get("taal", ""), request.form.get("naar", "")
    if not language_named(language) or place not in PLACES:
        abort(422)
    visit.workshop.intake.choose(visit.id, visit.token, language=language)
    return see_other(url_for(PLACES[place], dossier_id=visit.id, deel=request.args.get("deel")))


@blueprint.post("/model")
def turn(dossier_id: str) -> ResponseReturnValue:
    """Look through another phase model and come back to the same page."""
    visit = enter(dossier_id)
    model, place = request.form.get("model", ""), request.form.get("naar", "")
    if visit.questionnaire.model(model) is None or place not in PLACES:
        abort(422)
    visit.workshop.intake.choose(visit.id, visit.token, model=model)
    return see_other(url_for(PLACES[place], dossier_id=visit.id, deed=TURNED, _anchor="fasen"))


def chosen_address() -> Address | None:
    """Return how someone wants to be spoken to, None when the form does not say."""
    said = request.form.get("aanspreekvorm", "")
    return Address(said) if said in tuple(Address) else None


def here(visit: Visit) -> str:
    """Return the address of the task list, with which all addresses of a dossier begin."""
    return url_for("overview.show", dossier_id=visit.id)


def switch(visit: Visit, place: str, section: str | None = None) -> Switch:
    """Return the language switch of a page without a form; `section` is the one it shows."""
    action = url_for("overview.speak", dossier_id=visit.id, deel=section)
    return Switch.away_from(visit.language, action=action, back=place)


def _room(visit: Visit, endpoint: str, words: str) -> Room:
    line = visit.words(f"{words}_line") if visit.words.has(f"{words}_line") else ""
    if words == HOMEWORK:
        line = _homework(visit)
    return Room(visit.words(words), line, url_for(endpoint, dossier_id=visit.id))


def _homework(visit: Visit) -> str:
    """Say how much is to be found out; while nobody said not to know something, only what the page is for."""
    found = errands(visit.route, visit.model)
    if things(found).unknown:
        return things_words(visit.words, things(found))
    return visit.words("web.homework.look_up" if found else "web.homework.title_line")


def things_words(words: Words, left: Things) -> str:
    """Say how many things are not known and how many are still open: "2 keer ‘weet ik niet’ en 16 nog open."."""
    counts = (("said_unknown", left.unknown), ("still_open", left.open))
    return f"{words.join([words.plural(f'web.homework.{kind}', n) for kind, n in counts if n])}."


def _go_on(visit: Visit) -> Link:
    page = first_open(visit)
    if page is None:
        return Link(url_for("result.show", dossier_id=visit.id), visit.words("web.check.onward"))
    title = visit.words("web.overview.go_on", page=page.title)
    return Link(url_for("questions.page", dossier_id=visit.id, page=page.code), title)
