"""What was typed but is no answer yet: from a form that was sent to a draft, and back into the form."""

from collections.abc import Iterable, Mapping
from typing import Final

from werkzeug.datastructures import MultiDict

from workshop.domain.dossier import Draft
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Question
from workshop.web.model_switch import PHASED

_MODEL: Final = "model"


def draft_of(sent: MultiDict[str, str], code: str) -> Draft:
    """Take everything that a form holds of one question, and the phase model it was made with."""
    own = ((name, value) for name, value in sent.items(multi=True) if name == code or name.startswith(f"{code}-"))
    return ((_MODEL, sent.get(_MODEL, "")), *own)


def drafts_in(
    drafts: Mapping[str, Draft], questions: Iterable[Question], model: PhaseModel
) -> Mapping[str, MultiDict[str, str]]:
    """Return what was typed for these questions as a form sends it, as far as it fits this phase model."""
    held = ((one, drafts[one.code]) for one in questions if one.code in drafts)
    return {one.code: MultiDict(draft) for one, draft in held if _fits(draft, one, model)}


def dropped(drafts: Mapping[str, Draft], questions: Iterable[Question], model: PhaseModel) -> Mapping[str, None]:
    """Return which drafts a saved page replaces: those that stood on it."""
    return dict.fromkeys(drafts_in(drafts, questions, model))


def _fits(draft: Draft, question: Question, model: PhaseModel) -> bool:
    return question.type not in PHASED or dict(draft).get(_MODEL) in ("", model.id)
