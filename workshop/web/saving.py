"""After a page is judged: keep its answers in one go, and find the place to go on."""

from collections.abc import Mapping
from dataclasses import replace

from flask import url_for

from workshop.domain.answer import Answer, Problem
from workshop.domain.contradictions import contradictions
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response
from workshop.language.tongue import Language
from workshop.report.voice import Voice
from workshop.web.asking import Asked
from workshop.web.check import said
from workshop.web.map_keeping import follow
from workshop.web.model_switch import chosen_model
from workshop.web.progress import after_page
from workshop.web.stamps import ChangedElsewhere, settle
from workshop.web.visit import NoDossier, Visit, enter, who_types


def keep(asked: Asked) -> Visit:
    """Save what changed on the page; returns the visit as it is after the commit.

    Raises ChangedElsewhere, with nothing saved, when another window changed the same answers in the meantime.
    """
    visit, typed = asked.visit, asked.form.answers
    sent: Mapping[str, str] = asked.sent if asked.sent is not None else {}

    def settled(now: Response) -> Mapping[str, Answer | None]:
        return follow(now, settle(asked.page.questions, sent, typed, now))

    kept = visit.workshop.intake.settle(
        visit.id, visit.token, settled, asked.page.code, who=who_types(), seen=visit.dossier
    )
    language, model = _language(asked.action), chosen_model(visit, asked.action)
    if kept is not None and (language is not None or model is not None):
        kept = visit.workshop.intake.choose(visit.id, visit.token, language=language, model=model)
    if kept is None:
        raise NoDossier
    return Visit(visit.workshop, kept, visit.token)


def show_both(asked: Asked, clash: ChangedElsewhere) -> Asked:
    """Return the page as it was typed, with what the other window made of it beside each answer that clashed."""
    visit = enter(asked.visit.id)
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    clashing = [one for one in asked.page.questions if one.code in clash.codes]
    there = {one.code: said(one, visit.response.get(one.code), voice) for one in clashing}
    asked.form.refuse([Problem(code, "web.question.changed_elsewhere", {"there": there[code]}) for code in there])
    return replace(asked, visit=visit, renewed=frozenset(there))


def place_after(asked: Asked, kept: Visit) -> str:
    """Return where to go after saving: on, back, or the same page when it has something new to say."""
    kind, _, code = asked.action.partition("-")
    if kind == "meer":
        return f"{asked.link(code)}#{code}-{_items(kept, code) + 1}"
    if kind == "weg":
        return f"{asked.link()}#{code.partition('-')[0]}-vraag"
    if kind == "taal":
        return asked.link()
    if kind == "model":
        return f"{asked.link(turned=True)}#fasen"
    news = _news(asked, kept)
    if news:
        return f"{asked.link()}#{news}-vraag"
    if kind == "overzicht":
        return url_for("overview.show", dossier_id=kept.id)
    if asked.back:
        return asked.back.link(kept, asked.page).link
    return after_page(kept, asked.page)


def _news(asked: Asked, kept: Visit) -> str:
    """Return a question that this very save made visible on the page, or that now contradicts another answer."""
    now = kept.route.page(asked.page.code)
    if now is None:
        return ""
    stood = asked.form.entries
    appeared = [q.code for q in now.questions if q.code not in stood and kept.response.get(q.code) is None]
    doubted = _doubted(kept.questionnaire, kept.response) - _doubted(kept.questionnaire, asked.visit.response)
    return next((code for code in (*appeared, *(q.code for q in now.questions if q.code in doubted))), "")


def _doubted(questionnaire: Questionnaire, response: Response) -> set[str]:
    return {problem.where.partition(".")[0] for problem in contradictions(questionnaire, response)}


def _items(kept: Visit, code: str) -> int:
    answer: Answer | None = kept.response.get(code)
    return len(answer.value) if answer and isinstance(answer.value, tuple) else 0


def _language(action: str) -> Language | None:
    kind, _, code = action.partition("-")
    return Language(code) if kind == "taal" and code in tuple(Language) else None
