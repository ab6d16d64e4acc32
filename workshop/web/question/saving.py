"""Keeping what a page sent: its answers, in one go, and drafts of what is no answer yet."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Answer, Problem
from workshop.domain.dossier import Dossier, DossierError, Draft
from workshop.domain.questionnaire import Question
from workshop.domain.response import Response
from workshop.language.tongue import Language
from workshop.report.voice import Voice
from workshop.services.intake import without_answered
from workshop.web.dossier.check import said
from workshop.web.fields.cards import REMOVE, pressed
from workshop.web.fields.drafts import keep_drafts
from workshop.web.fields.stamps import ChangedElsewhere, settle, stamp
from workshop.web.map.keeping import follow
from workshop.web.question.asking import CHANGED_ELSEWHERE, Asked, ask, judge, refuse_contradictions
from workshop.web.route.model import chosen_model
from workshop.web.visit import NoDossier, Visit, enter, who_types


def keep(asked: Asked) -> Visit:
    """Save what changed on the page; returns the visit as it is after the commit.

    Raises ChangedElsewhere, with nothing saved, when another window changed the same answers in the meantime.
    """
    if pressed(asked.action).kind == REMOVE:
        asked = _after_whole(asked)
    kept = _settle(asked, asked.form.answers)
    language, model = _language(asked.action), chosen_model(asked.visit, asked.action)
    if language is None and model is None:
        return kept
    return _visit(kept, kept.workshop.intake.choose(kept.id, kept.token, language=language, model=model))


def keep_readable(asked: Asked) -> tuple[Visit, frozenset[str]]:
    """Save each answer that can be read, and the rest of what was typed as drafts.

    Returns the visit as it is after the commit, and the questions that another window changed as well: what was typed
    there is a draft too.
    """
    asked.form.validate()
    refuse_contradictions(asked)
    readable, all_codes = asked.form.readable, frozenset(asked.form.entries)
    try:
        return _settle(asked, readable, all_codes - readable.keys()), frozenset()
    except ChangedElsewhere as clash:
        rest = {code: answer for code, answer in readable.items() if code not in clash.codes}
        return _settle(asked, rest, all_codes - rest.keys()), frozenset(clash.codes)


def hold(asked: Asked) -> Asked:
    """Keep what was typed and is not saved as drafts; a store that cannot do its work now leaves it on the page.

    Returns the page with the dossier as it is after that.
    """
    changed = {one.code for one in asked.page.questions if one.code in asked.form.answers and _is_typed(asked, one)}
    with suppress(DossierError):
        asked = replace(asked, visit=_settle(asked, {}, frozenset(changed)))
    return asked


def _is_typed(asked: Asked, question: Question) -> bool:
    """Tell whether an answer cannot be read or was changed on this page; what only another window changed was not."""
    code, sent = question.code, asked.sent if asked.sent is not None else {}
    answer = asked.form.answers[code]
    if code not in asked.form.readable:
        return True
    return answer != asked.visit.response.get(code) and stamp(question, answer) != sent.get(f"stand-{code}")


def _settle(asked: Asked, typed: Mapping[str, Answer | None], drafted: frozenset[str] = frozenset()) -> Visit:
    """Save these answers, and drafts of these questions; raises ChangedElsewhere, with nothing saved."""
    visit = asked.visit
    sent: MultiDict[str, str] = asked.sent if asked.sent is not None else MultiDict()
    sent_codes = {one.code for one in asked.page.questions}

    def settled(now: Response) -> Mapping[str, Answer | None]:
        return follow(now, settle(asked.page.questions, sent, typed, now))

    def typed_now(kept: Mapping[str, Draft], changed: Collection[str]) -> Mapping[str, Draft]:
        elsewhere = set(changed) - sent_codes
        return keep_drafts(without_answered(kept, elsewhere), sent, typed.keys(), drafted)

    kept = visit.workshop.intake.settle(
        visit.id, visit.token, settled, asked.page.code, who=who_types(), drafts=typed_now, seen=visit.dossier
    )
    return _visit(visit, kept)


def _visit(visit: Visit, kept: Dossier | None) -> Visit:
    if kept is None:
        raise NoDossier
    return Visit(visit.workshop, kept, visit.token)


def _after_whole(asked: Asked) -> Asked:
    """Save the page with the card that is to go, so that taking it out is a change of its own that can be undone."""
    sent = MultiDict(asked.sent or {})
    sent.pop("actie", None)
    whole = ask(asked.visit, asked.page, back=asked.back, sent=sent)
    if not judge(whole):
        return asked
    kept = _settle(whole, whole.form.answers)
    now = {one.code: stamp(one, kept.response.get(one.code)) for one in asked.page.questions}
    again = MultiDict(asked.sent or {})
    for code, mark in now.items():
        again[f"stand-{code}"] = mark
    anew = ask(kept, asked.page, back=asked.back, sent=again)
    anew.form.validate()
    return anew


def show_both(asked: Asked, clash: ChangedElsewhere) -> Asked:
    """Return the page as it was typed, with what the other window made of it beside each answer that clashed."""
    visit = enter(asked.visit.id)
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    clashing = [one for one in asked.page.questions if one.code in clash.codes]
    there = {one.code: said(one, visit.response.get(one.code), voice) for one in clashing}
    asked.form.refuse([Problem(code, CHANGED_ELSEWHERE, {"there": there[code]}) for code in there])
    return replace(asked, visit=visit, renewed=frozenset(there))


def _language(action: str) -> Language | None:
    kind, _, code = action.partition("-")
    return Language(code) if kind == "taal" and code in tuple(Language) else None
