"""The journey map as SVG, for a page on screen or on paper."""

from collections.abc import Iterable

from workshop.domain.finding import Finding
from workshop.domain.journey import PhaseModel
from workshop.domain.journey_map import JourneyMap
from workshop.domain.questionnaire import Questionnaire
from workshop.language.messages import Words
from workshop.report.map.blank import PAPERS, blank_picture
from workshop.report.map.picture import pictures
from workshop.report.map.view import MapView
from workshop.report.picture.svg import framed, svg


def draw(
    journey_map: JourneyMap,
    model: PhaseModel,
    questionnaire: Questionnaire,
    words: Words,
    findings: Iterable[Finding],
    prompts: bool = False,
) -> str:
    """Draw a map in a frame that scrolls; `prompts` asks a question per lane while it is empty, on screen only."""
    view = MapView(journey_map, model, questionnaire, words, tuple(findings))
    return framed(pictures(view, prompts=prompts), words("map.title", name=view.name))


def blank(model: PhaseModel, words: Words, paper: str = "a4") -> str:
    """Draw an empty map to print and fill in by hand: `paper` is "a4" or "a3", lying."""
    known = paper if paper in PAPERS else "a4"
    drawn = svg(blank_picture(model, words, PAPERS[known]), "map-blank")
    return f'<div class="map-paper map-{known}">\n{drawn}</div>\n'
