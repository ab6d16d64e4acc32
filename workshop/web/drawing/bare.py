"""Drawing outside a form: units and prose of questions on pages where nobody fills in a page of questions."""

from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.web.drawing.context import Drawing
from workshop.web.visit import Visit, workshop


def bare(words: Words, questionnaire: Questionnaire, model: PhaseModel, response: Response) -> Drawing:
    """Return a drawing without mistakes, blank cards or links to pages of questions."""
    return Drawing(words, questionnaire, model, response, workshop().render_markdown, lambda page: page)


def bare_of(visit: Visit) -> Drawing:
    """Return the same for a dossier."""
    return bare(visit.words, visit.questionnaire, visit.model, visit.response)
