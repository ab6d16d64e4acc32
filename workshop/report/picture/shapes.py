"""A picture in neutral shapes: what stands where and what it is for, never a colour; writers decide on the looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop.report.picture.lettering import width_of

Point = tuple[float, float]


class Area(StrEnum):
    """What a box is for."""

    BAND = "band"
    PHASE = "phase"
    LANE_PHASE = "lane-phase"
    OUTSIDE = "outside"
    HEAD = "head"
    STRIPE = "stripe"
    TOUCHPOINT = "touchpoint"
    TO_DESIGN = "to-design"
    CARE = "care"
    TAG = "tag"
    STEP = "step"
    STEP_OPEN = "step-open"
    BAR_MAIN = "bar-main"
    BAR_OTHER = "bar-other"
    BAR_COST = "bar-cost"
    BAR_RANGE = "bar-range"
    PLOT = "plot"
    PAGE = "page"


class Stroke(StrEnum):
    """What a line is for."""

    RULE = "rule"
    GRID = "grid"
    PHASE_RULE = "phase-rule"
    EXPECTED = "expected"
    EXPERIENCED = "experienced"
    RETURN = "return"
    CHART_GRID = "chart-grid"
    CHART_AXIS = "chart-axis"
    LINE_MAIN = "line-main"
    LINE_OTHER = "line-other"
    LINE_COST = "line-cost"
    HATCH_OTHER = "hatch-other"
    HATCH_COST = "hatch-cost"
    WHISKER = "whisker"


class Lettering(StrEnum):
    """What a text is for; it decides on size and weight."""

    TITLE = "title"
    PHASE = "phase-name"
    HEAD = "head-name"
    GUIDE = "guide"
    NAME = "name"
    BODY = "body"
    SOFT = "soft"
    COUNT = "count"
    COUNT_FULL = "count-full"
    TAG = "tag-name"
    AXIS = "axis"
    FIGURE = "figure"


class Form(StrEnum):
    """The shape of a mark."""

    SQUARE = "square"
    CIRCLE = "circle"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    RING = "ring"
    DISC = "disc"
    STAR = "star"
    CHECK = "check"
    CROSS = "cross"
    ARROW = "arrow"
    POINT_MAIN = "point-main"
    POINT_OTHER = "point-other"
    POINT_COST = "point-cost"


SIZES: Final = {
    Lettering.TITLE: 15.0,
    Lettering.PHASE: 13.0,
    Lettering.NAME: 11.0,
    Lettering.GUIDE: 10.0,
    Lettering.AXIS: 9.0,
    Lettering.FIGURE: 9.0,
}
"""Height of a letter per use; all others are of the plain size."""
PLAIN: Final = 11.0
BOLD: Final = frozenset({Lettering.PHASE, Lettering.HEAD, Lettering.NAME, Lettering.TAG, Lettering.TITLE})


def size_of(lettering: Lettering) -> float:
    """The height of a letter."""
    return SIZES.get(lettering, PLAIN)


def leading_of(lettering: Lettering) -> float:
    """The distance between two lines."""
    return round(size_of(lettering) * 1.2, 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `round` is the radius of its corners."""

    area: Area
    left: float
    top: float
    width: float
    height: float
    round: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `smooth` bends it gently, `arrow` gives it a head at its end."""

    stroke: Stroke
    points: tuple[Point, ...]
    smooth: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text in a room from `left`, `width` wide; `middle` centres them, else they start at the left."""

    lettering: Lettering
    left: float
    top: float
    width: float
    lines: tuple[str, ...]
    middle: bool = False

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return round(len(self.lines) * leading_of(self.lettering), 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign round a centre; a reader tells it by its form, the text beside it says the same."""

    form: Form
    x: float
    y: float
    radius: float


Shape = Box | Line | Text | Mark


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes from back to front, the texts in reading order; `title` and `description` are the alternative text."""

    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts in reading order."""
        return tuple(one for one in self.shapes if isinstance(one, Text))


Frame = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def frame_of(shape: Shape) -> Frame:
    """The smallest upright frame round a shape."""
    match shape:
        case Box():
            return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height
        case Text():
            return _text_frame(shape)
        case Mark():
            return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
        case Line():
            return _around(shape.points)


def _text_frame(text: Text) -> Frame:
    wide = max((width_of(line, size_of(text.lettering), bold=text.lettering in BOLD) for line in text.lines), default=0)
    left = text.left + (text.width - wide) / 2 if text.middle else text.left
    return left, text.top, left + wide, text.top + text.height


def _around(points: Iterable[Point]) -> Frame:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)
