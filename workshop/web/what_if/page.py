"""The what-if page: try out other numbers and see what they do; nothing is kept, so that everything may be tried."""

from typing import Final

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.what_if import Knob
from workshop.report.voice import Voice
from workshop.web.dossier.overview import here, switch
from workshop.web.drawing.views import Mistake
from workshop.web.pages import show
from workshop.web.visit import enter
from workshop.web.what_if.chart import balance
from workshop.web.what_if.form import ALONG, COSTS, Trial, groups, ideas, read_trial
from workshop.web.what_if.views import conditions, figures_known, margin_then, outcomes, shortly, unread

blueprint: Final = Blueprint("what_if", __name__, url_prefix="/d/<dossier_id>")


@blueprint.get("/wat-als", endpoint="show")
def show_what_if(dossier_id: str) -> ResponseReturnValue:
    """Show the client's figures as they are, beside what they would be with the numbers in the address."""
    visit = enter(dossier_id)
    trial = read_trial(visit, request.args)
    sums, words = trial.sums, visit.words
    assumed = words.join([trial.label(one) for one in Knob if one in sums.assumed])
    voice = Voice(words, visit.questionnaire, visit.model)
    return show(
        "what_if.html",
        words,
        switch=switch(visit, "wat-als"),
        here=here(visit),
        page=url_for("what_if.show", dossier_id=visit.id),
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


def _mistakes(trial: Trial) -> list[Mistake]:
    """List what could not be read, by the name of its field."""
    return [
        Mistake(knob.value, trial.visit.words(one.key, **one.values), trial.label(knob))
        for knob, problems in trial.wrong.items()
        for one in problems
    ]
