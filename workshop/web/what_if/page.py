"""The what-if page: try out other numbers and see what they do; nothing is kept, so that everything may be tried."""

from typing import Final

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.what_if import Knob
from workshop.language.tongue import language_named
from workshop.report.voice import Voice
from workshop.web.dossier.overview import here
from workshop.web.drawing.views import Mistake
from workshop.web.pages import Switch, see_other, show
from workshop.web.visit import enter
from workshop.web.what_if.chart import balance
from workshop.web.what_if.form import ALONG, COSTS, Trial, groups, ideas, in_language, read_trial
from workshop.web.what_if.views import conditions, figures_known, margin_then, outcomes, shortly, unread

blueprint: Final = Blueprint("what_if", __name__, url_prefix="/d/<dossier_id>")
FORM: Final = "proef"


@blueprint.get("/wat-als", endpoint="show")
def show_what_if(dossier_id: str) -> ResponseReturnValue:
    """Show the client's figures as they are, beside what they would be with the numbers in the address."""
    visit = enter(dossier_id)
    trial = read_trial(visit, request.args)
    sums, words, address = trial.sums, visit.words, url_for("what_if.show", dossier_id=visit.id)
    assumed = words.join([trial.label(one) for one in Knob if one in sums.assumed])
    voice = Voice(words, visit.questionnaire, visit.model)
    return show(
        "what_if.html",
        words,
        status=422 if trial.wrong else 200,
        switch=Switch.away_from(visit.language, form=FORM, action=f"{address}?taal={{}}"),
        here=here(visit),
        page=address,
        client=visit.response.client,
        questionnaire=visit.questionnaire,
        ideas=ideas(trial),
        groups=groups(trial),
        costs=COSTS,
        along=ALONG,
        goes_along=trial.along,
        mistakes=_mistakes(trial),
        changed=bool(sums.tried),
        shortly=shortly(trial),
        assumed=assumed,
        unread=unread(trial) if sums.tried else "",
        margin=margin_then(trial),
        balance=balance(trial),
        outcomes=outcomes(trial),
        conditions=conditions(trial),
        known=figures_known(sums.now) or figures_known(sums.then),
        rounding=words("report.economics.rounding"),
        rate=voice.percent(sums.now.discount_rate),
    )


@blueprint.post("/wat-als", endpoint="speak")
def speak(dossier_id: str) -> ResponseReturnValue:
    """Change the language and come back with the numbers that were typed, calculated or not."""
    visit = enter(dossier_id)
    language = language_named(request.args.get("taal", "")) or abort(422)
    numbers = in_language(read_trial(visit, request.form), language)
    visit.workshop.intake.choose(visit.id, visit.token, language=language)
    return see_other(url_for("what_if.show", dossier_id=visit.id, **numbers))  # type: ignore[arg-type]


def _mistakes(trial: Trial) -> list[Mistake]:
    """List what could not be read, by the name of its field."""
    return [
        Mistake(knob.value, trial.visit.words(one.key, **one.values), trial.label(knob))
        for knob, problems in trial.wrong.items()
        for one in problems
    ]
