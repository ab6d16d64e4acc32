"""Where to go on after a page of questions was saved: the next page, back, or the same page with something new."""

from typing import Final

from flask import url_for

from workshop.domain.answer import Answer
from workshop.domain.contradictions import contradictions
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response
from workshop.web.fields.cards import BACK, COPY, DOWN, MINE, REMOVE, THEIRS, UP, card_after, pressed
from workshop.web.question.asking import Asked
from workshop.web.route.progress import after_page
from workshop.web.route.way_back import SAVED
from workshop.web.visit import Visit

_MORE: Final = "meer"
_STAYING: Final = frozenset({_MORE, COPY, REMOVE, UP, DOWN, BACK, MINE, THEIRS, "taal", "model"})
"""Buttons that save the page and come back to it."""


def place_after(asked: Asked, kept: Visit) -> str:
    """Return where to go after saving: on, back, or the same page when it has something new to say."""
    kind, _, _ = asked.action.partition("-")
    if kind in _STAYING:
        return _same_page(asked, kept)
    news = _news(asked, kept)
    if news:
        return f"{asked.link()}#{news}-vraag"
    if kind == "overzicht":
        return url_for("overview.show", dossier_id=kept.id)
    if asked.back:
        return asked.back.address(kept, asked.page, deed=SAVED)
    return after_page(kept, asked.page)


def _same_page(asked: Asked, kept: Visit) -> str:
    """Return the address of the same page, at what the button was about."""
    button = pressed(asked.action)
    code = button.code
    match button.kind:
        case "meer":
            return f"{asked.link(code)}#{code}-{_items(kept, code) + 1}"
        case "kopie":
            entry = asked.form.entries.get(code)
            last = len(entry.items) if entry else 0
            nothing = last == _items(kept, code)
            return f"{asked.link(code if nothing else None)}#{code}-{last + nothing}"
        case "weg":
            return f"{asked.link(weg=f'{code}-{kept.dossier.revision}')}#terug"
        case "taal":
            return asked.link()
        case "model":
            return f"{asked.link(turned=True)}#fasen"
    return f"{asked.link()}#{_card(asked, code)}"


def _card(asked: Asked, code: str) -> str:
    button, entry = pressed(asked.action), asked.form.entries.get(code)
    return card_after(entry, button) if entry is not None else f"{code}-vraag"


def _news(asked: Asked, kept: Visit) -> str:
    """Return a question that is new on the page since it was made, or that contradicts another answer since."""
    now = kept.route.page(asked.page.code)
    if now is None:
        return ""
    stood = asked.form.entries
    appeared = [q.code for q in now.questions if q.code not in stood and kept.response.get(q.code) is None]
    told = asked.sent.getlist("gezien") if asked.sent is not None else []
    doubted = _doubted(kept.questionnaire, kept.response) - frozenset(told)
    return next((code for code in (*appeared, *(q.code for q in now.questions if q.code in doubted))), "")


def _doubted(questionnaire: Questionnaire, response: Response) -> set[str]:
    return {problem.where.partition(".")[0] for problem in contradictions(questionnaire, response)}


def _items(kept: Visit, code: str) -> int:
    answer: Answer | None = kept.response.get(code)
    return len(answer.value) if answer and isinstance(answer.value, tuple) else 0
