"""Scores as gauges: the number, its range, and where it was before; what is not known has no bar."""

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from workshop.domain.scoring import HUNDRED, Score
from workshop.report.charts.gauges import Gauge, gauges
from workshop.report.picture.shapes import Picture
from workshop.report.picture.svg import svg
from workshop.report.voice import Voice


def score_gauge(name: str, score: Score, voice: Voice, before: Score | None = None) -> Gauge:
    """Return a score as a gauge; `before` marks where it stood."""
    said = voice.span(score) if score.value is not None else f"? ({voice.span(score)})"
    was = before.value if before is not None and before.value != score.value else None
    return Gauge(name, said, share(score.value), share(score.low), share(score.high), share(was))


def score_words(score: Score, voice: Voice) -> str:
    """Write a score with its range: "62 (41–81)", "onbekend (41–81)", or "onbekend" while nothing is known."""
    if score.value is not None:
        return voice.span(score)
    unknown = voice.words("web.dashboard.not_known")
    return f"{unknown} ({voice.span(score)})" if score.certainty else unknown


def first_question(text: str) -> str:
    """Return the first of the questions that one text asks: a picture has no room for more."""
    first, mark, _ = text.partition("?")
    return first + mark


def share(score: Decimal | None) -> float | None:
    """Return a score 0–100 as a share 0–1; None while it is not known."""
    return None if score is None else float(score / HUNDRED)


def drawn_gauges(rows: Iterable[Gauge], title: str, description: str) -> Markup:
    """Return gauges as SVG; its title and description are the alternative text."""
    return inline(gauges(tuple(rows), title, description))


def inline(picture: Picture, look: str = "chart fitting") -> Markup:
    """Return a picture as SVG that fits in a page, in a class of the style sheet."""
    return Markup(svg(picture, look))  # noqa: S704 - escaped by the report
