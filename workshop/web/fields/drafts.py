"""What was typed but is no answer yet: from a form that was sent to a draft, and back into the form.

A page carries a mark of each draft that stood on it. By that mark a draft of another window is known: it is never
dropped unseen, and a draft that takes its place keeps it beside itself until there is an answer.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import Final

from werkzeug.datastructures import MultiDict

from workshop.domain.dossier import Draft
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Question
from workshop.language.tongue import Language, language_named
from workshop.web.route.model import PHASED

MODEL: Final = "model"
"""The field of a form, and of a draft, that names the phase model it was made with."""
MADE_IN: Final = "gemaakt-in"
"""The field of a form, and of a draft, that names the language it was made in."""
_ELSEWHERE: Final = "elders:"
"""What the names of a draft begin with that another window typed."""
_LENGTH: Final = 16


def draft_of(sent: MultiDict[str, str], code: str) -> Draft:
    """Take everything that a form holds of one question, and the phase model and the language it was made in."""
    own = ((name, value) for name, value in sent.items(multi=True) if name == code or name.startswith(f"{code}-"))
    return ((MODEL, sent.get(MODEL, "")), (MADE_IN, sent.get(MADE_IN, "")), *own)


def language_of(sent: MultiDict[str, str], otherwise: Language) -> Language:
    """Return the language that a form or a draft was made in, and in which its numbers and days are read."""
    return language_named(sent.get(MADE_IN, "")) or otherwise


def drafts_in(
    drafts: Mapping[str, Draft], questions: Iterable[Question], model: PhaseModel
) -> Mapping[str, MultiDict[str, str]]:
    """Return what was typed for these questions as a form sends it, as far as it fits this phase model."""
    held = ((one, drafts[one.code]) for one in questions if one.code in drafts)
    return {one.code: MultiDict(draft) for one, draft in held if _fits(draft, one, model)}


def keep_drafts(
    kept: Mapping[str, Draft], sent: MultiDict[str, str], answered: Collection[str], typed: Iterable[str]
) -> Mapping[str, Draft]:
    """Return the drafts after a page was sent: with those of the questions in `typed`, without what was `answered`.

    A draft goes only when it stood on the page that was sent.
    """
    stay = {code: one for code, one in kept.items() if code not in answered or mark(one) != _stood(sent, code)}
    return stay | {code: _beside(draft_of(sent, code), kept.get(code), _stood(sent, code)) for code in typed}


def mark(draft: Draft | None) -> str:
    """Return a short mark of a draft; "" for none."""
    return sha256(json.dumps(draft).encode()).hexdigest()[:_LENGTH] if draft else ""


def marks_on(kept: Mapping[str, Draft], sent: MultiDict[str, str] | None, codes: Iterable[str]) -> Mapping[str, str]:
    """Return the mark of each draft that stands on a page; what was sent and is a draft now stands on it too."""
    marks: dict[str, str] = {}
    for code in codes:
        draft = kept.get(code)
        stands = sent is None or (draft is not None and _own(draft) == draft_of(sent, code))
        marks[code] = mark(draft) if stands or sent is None else _stood(sent, code)
    return {code: one for code, one in marks.items() if one}


def typed_elsewhere(draft: Draft) -> MultiDict[str, str]:
    """Return what another window typed for the same question; empty when none did."""
    return MultiDict((name.removeprefix(_ELSEWHERE), text) for name, text in draft if name.startswith(_ELSEWHERE))


def typed_in(draft: Draft) -> MultiDict[str, str]:
    """Return what was typed in a draft itself, without what another window typed beside it."""
    return MultiDict(_own(draft))


def _beside(new: Draft, kept: Draft | None, stood: str) -> Draft:
    """Put a draft in the place of the one that is kept, and that one beside it when this page never showed it."""
    if kept is None or _own(kept) == new:
        return kept or new
    if mark(kept) == stood:
        return (*new, *(pair for pair in kept if pair[0].startswith(_ELSEWHERE)))
    return (*new, *((f"{_ELSEWHERE}{name}", text) for name, text in _own(kept)))


def _own(draft: Draft) -> Draft:
    return tuple(pair for pair in draft if not pair[0].startswith(_ELSEWHERE))


def _stood(sent: MultiDict[str, str], code: str) -> str:
    return sent.get(f"concept-{code}", "")


def _fits(draft: Draft, question: Question, model: PhaseModel) -> bool:
    return question.type not in PHASED or dict(draft).get(MODEL) in ("", model.id)
