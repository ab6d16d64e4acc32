"""Looking through another phase model from any page that shows phases; every answer stays as it is."""

from dataclasses import dataclass
from typing import Final

from flask import request

from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Page, QuestionType
from workshop.web.visit import Visit

TURNED: Final = "beeld"
"""What the address of a page says after another phase model was chosen on it."""
PHASED: Final = frozenset({QuestionType.DIVISION, QuestionType.MATRIX, QuestionType.PER_PHASE})
"""Questions that are asked per phase of the model in view."""


@dataclass(frozen=True, slots=True)
class ModelButton:
    """A phase model to look through, with the first sentence about it and its phases.

    The one in view is `chosen`, and has the `focus` when it was chosen just now.
    """

    id: str
    name: str
    line: str
    phases: str
    chosen: bool
    focus: bool


def model_buttons(visit: Visit) -> tuple[ModelButton, ...]:
    """Return the phase models of the questionnaire."""
    turned, now = request.args.get("deed") == TURNED, visit.model.id
    return tuple(
        ModelButton(one.id, one.name, *told(one), one.id == now, turned and one.id == now)
        for one in visit.questionnaire.models
    )


def told(model: PhaseModel) -> tuple[str, str]:
    """Return the first sentence about a phase model, and the names of its phases on one line."""
    first, _, rest = model.description.partition(". ")
    return f"{first}." if rest else first, " · ".join(one.name for one in model.phases)


def buttons_on(visit: Visit, page: Page) -> tuple[ModelButton, ...]:
    """Return the models to switch between on a page of questions; none where no question is asked per phase."""
    return model_buttons(visit) if any(one.type in PHASED for one in page.questions) else ()


def chosen_model(visit: Visit, action: str) -> str | None:
    """Return the model whose button on a page of questions was pressed ("model-gilev"), None for another button."""
    kind, _, model = action.partition("-")
    return model if kind == "model" and visit.questionnaire.model(model) is not None else None
