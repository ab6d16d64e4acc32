"""The style page: every token and component of our looks in one place, for whoever builds pages here."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from workshop.web.pages import Switch, show, visitor_language
from workshop.web.route.line import draw, wind
from workshop.web.style.samples import mistakes, samples
from workshop.web.style.tokens import pairs, tokens
from workshop.web.visit import workshop

blueprint: Final = Blueprint("style", __name__)
PROGRESS: Final = ((0.0, 0.0, 0.0, 0.0), (1.0, 0.5, 0.0, 0.0), (1.0, 1.0, 1.0, 1.0))
"""The journey line with nothing, something and everything answered."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two tokens that meet, with their contrast as it is written."""

    front: str
    ground: str
    light: str
    dark: str
    least: str


@blueprint.get("/stijl")
def page() -> ResponseReturnValue:
    """Show the tokens with their contrast, and every component in its states."""
    language = visitor_language()
    words = workshop().words(language)

    def say(key: str) -> str:
        return words(f"web.sample_words.{key}")

    return show(
        "style.html",
        words,
        switch=Switch.away_from(language, link=f"{request.script_root}/stijl?taal={{}}"),
        tokens=tokens(),
        contrasts=[
            Contrast(one.front.name, one.ground.name, f"{one.light:.1f}", f"{one.dark:.1f}", f"{one.least:g}")
            for one in pairs()
        ],
        lines=[draw(shares, here) for here, shares in enumerate(PROGRESS)],
        way=wind(len(say("stops").split(" | "))),
        stops=say("stops").split(" | "),
        questions=samples(say),
        mistakes=mistakes(say),
    )
