"""Keeping what a page sent: its answers, in one go, and drafts of what is no answer yet."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Answer, Problem
from workshop.domain.dossier import Dossier, DossierError, Draft
from workshop.domain.questionnaire import Question
from workshop.domain.response import Response
from workshop.language.tongue import Language, language_named
from workshop.report.voice import Voice
from workshop.services.intake import without_answered
from workshop.web.dossier.check import said
from workshop.web.fields.cards import COPY, arranged, kept_after, pressed
from workshop.web.fields.drafts import keep_drafts, mark
from workshop.web.fields.marks import WHOLE
from workshop.web.fields.stamps import ChangedElsewhere, asked_again, compare, settle, stamp, untouched
from workshop.web.map.keeping import follow
from workshop.web.question.asking import Asked, Both, ask, refuse_contradictions
from workshop.web.question.differences import differences
from workshop.web.route.model import chosen_model
from workshop.web.visit import NoDossier, Visit, enter, who_types


def keep(asked: Asked) -> Visit:
    """Save what changed on the page; returns the visit as it is after the commit.

    Raises ChangedElsewhere, with nothing saved, when another window changed the same answers in the meantime.
    """
    kept = _settle(asked, asked.form.answers)
    language, model = _language(asked.action), chosen_model(asked.visit, asked.action)
    if language is None and model is None:
        return kept
    return _visit(kept, kept.workshop.intake.choose(kept.id, kept.token, language=language, model=model))


def keep_cards(asked: Asked, group: Question) -> Visit:
    """Do what a button of a card asks, after saving the page as it stood: so it is a change of its own, to be undone.

    What is not finished yet stops no button: it waits as a draft, like a card that was just copied. Raises
    ChangedElsewhere when another window changed the same answers in the meantime.
    """
    button, before = pressed(asked.action), _before_button(asked)
    kept, clashing = keep_readable(before)
    if clashing:
        raise ChangedElsewhere(tuple(clashing))
    cards, readable = before.form.entries[group.code].items, asked.form.readable
    copied = button.kind == COPY and asked.form.entries[group.code].items != cards
    if group.code in readable and not copied:
        stood = before.form.readable.get(group.code, kept.response.get(group.code))
        return _settle(_renewed(asked, kept, group, stood), {group.code: readable[group.code]})
    card = cards[button.number - 1] if 0 < button.number <= len(cards) else {}
    answer = kept_after(kept, group, button, card)
    anew = _renewed(asked, kept, group, kept.response.get(group.code))
    return _settle(anew, {group.code: answer}, frozenset({group.code}))


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
    return answer != asked.visit.response.get(code) and not untouched(question, sent, answer)


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


def _before_button(asked: Asked) -> Asked:
    """Return the page as it was typed, with no button pressed."""
    sent = MultiDict(asked.sent or {})
    sent.pop("actie", None)
    return ask(asked.visit, asked.page, back=asked.back, sent=sent)


def _renewed(asked: Asked, kept: Visit, group: Question, stood: Answer | None) -> Asked:
    """Return the page with the cards as the button left them, and with the mark of what stood there before it."""
    code = group.code
    sent = arranged(asked.sent or MultiDict(), code, asked.form.entries[code])
    sent[f"stand-{code}"] = stamp(group, stood)
    sent[f"concept-{code}"] = mark(kept.dossier.drafts.get(code))
    return replace(asked, visit=kept, sent=sent)


def show_both(asked: Asked, clash: ChangedElsewhere) -> Asked:
    """Return the page as it was typed, with what the other window made of it beside each answer that clashed."""
    visit = enter(asked.visit.id)
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    clashing = [one for one in asked.page.questions if one.code in clash.codes]
    both = {one.code: _both(asked, one, visit.response, voice) for one in clashing}
    for one in clashing:
        key = "web.autosave.changed_in_parts" if both[one.code].lines else "web.autosave.changed_elsewhere"
        there = said(one, visit.response.get(one.code), voice)
        asked.form.refuse([Problem(one.code, key, {"there": there})])
    return replace(asked, visit=visit, both=both)


def _both(asked: Asked, question: Question, now: Response, voice: Voice) -> Both:
    sent: Mapping[str, str] = asked.sent if asked.sent is not None else {}
    mine, theirs = asked.form.answers[question.code], now.get(question.code)
    clashes = compare(question, sent, mine, now).clashes or frozenset({WHOLE})
    lines = differences(question, mine, theirs, clashes, voice)
    return Both(asked_again(question, sent, clashes, theirs), lines)


def _language(action: str) -> Language | None:
    kind, _, code = action.partition("-")
    return language_named(code) if kind == "taal" else None
