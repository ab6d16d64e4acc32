"""A picture as SVG: classes only, so that a strict content security policy lets it through."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Final

from workshop.report.picture.forms import OPEN, OUTLINES, ROUND
from workshop.report.picture.shapes import Box, Line, Mark, Picture, Point, Shape, Text, leading_of, size_of
from workshop.report.spans import clean

_BASELINE: Final = 0.82
_HEAD: Final = 6.0


def framed(drawn: Sequence[Picture], label: str) -> str:
    """Pictures under one another in a region that a keyboard can scroll."""
    inside = "".join(svg(one) for one in drawn)
    return f'<div class="report-scroll" role="region" aria-label="{_said(label)}" tabindex="0">\n{inside}</div>\n'


def svg(picture: Picture, extra: str = "") -> str:
    """A picture as SVG; what it shows also stands in its title and description."""
    size = f"{_n(picture.width)} {_n(picture.height)}"
    inside = "".join(map(_shape, picture.shapes))
    return (
        f'<svg class="{f"map {extra}".strip()}" viewBox="0 0 {size}" role="img" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{_said(picture.title)}</title><desc>{_said(picture.description)}</desc>\n{inside}</svg>\n"
    )


def _shape(shape: Shape) -> str:
    match shape:
        case Box():
            place = f'x="{_n(shape.left)}" y="{_n(shape.top)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
            bent = f' rx="{_n(shape.round)}"' if shape.round else ""
            return f'<rect class="map-{shape.area}" {place}{bent}/>\n'
        case Line():
            return _line(shape)
        case Text():
            return _text(shape)
        case Mark():
            return _mark(shape)


def _line(line: Line) -> str:
    path = f'<path class="map-{line.stroke}" d="{_smooth(line.points) if line.smooth else _straight(line.points)}"/>\n'
    return path + (f'<path class="map-arrow-head" d="{_head(line.points)}"/>\n' if line.arrow else "")


def _straight(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _smooth(points: Sequence[Point]) -> str:
    path = f"M{_n(points[0][0])} {_n(points[0][1])}"
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) / 2
        path += f"C{_n(half)} {_n(y)} {_n(half)} {_n(to_y)} {_n(to_x)} {_n(to_y)}"
    return path


def _head(points: Sequence[Point]) -> str:
    """The head of an arrow at the last point, which lies straight above or left of the one before."""
    (before_x, _), (x, y) = points[-2:]
    wings = ((x - _HEAD / 2, y + _HEAD), (x + _HEAD / 2, y + _HEAD))
    if before_x != x:
        wings = ((x + _HEAD, y - _HEAD / 2), (x + _HEAD, y + _HEAD / 2))
    return _straight((wings[0], (x, y), wings[1])) + "Z"


def _text(text: Text) -> str:
    step, size = leading_of(text.lettering), size_of(text.lettering)
    x = text.left + text.width / 2 if text.middle else text.left
    first = text.top + (step - size) / 2 + size * _BASELINE
    anchor = " map-middle" if text.middle else ""
    spans = "".join(
        f'<tspan x="{_n(x)}" y="{_n(first + at * step)}">{_said(line)}</tspan>' for at, line in enumerate(text.lines)
    )
    return f'<text class="map-{text.lettering}{anchor}">{spans}</text>\n' if spans else ""


def _mark(mark: Mark) -> str:
    x, y, r = mark.x, mark.y, mark.radius
    name = f'class="map-{mark.form}"'
    if mark.form in ROUND:
        return f'<circle {name} cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}"/>\n'
    corners = tuple((x + across * r, y + down * r) for across, down in OUTLINES[mark.form])
    closing = "Z" if mark.form not in OPEN else ""
    return f'<path {name} d="{_straight(corners)}{closing}"/>\n'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _said(words: str) -> str:
    return escape(clean(words), quote=True)
