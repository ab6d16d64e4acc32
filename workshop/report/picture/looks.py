"""The colours and lines of pictures by the names of a theme, for the writers that cannot use a style sheet."""

from dataclasses import dataclass
from typing import Final

from workshop.report.picture.shapes import Area, Form, Stroke


@dataclass(frozen=True, slots=True)
class Looks:
    """A fill and an edge as theme colours ("" is none); `thick` in EMU.

    `dark` is how much is left of the colour of the edge; `light` how much white is mixed into the fill, or into the
    edge where there is no fill; both in percent.
    """

    fill: str = ""
    edge: str = ""
    thick: int = 6350
    dash: str = ""
    dark: int = 100
    light: int = 0


AREAS: Final = {
    Area.BAND: Looks("bg2"),
    Area.PHASE: Looks(edge="accent1", thick=12700),
    Area.LANE_PHASE: Looks("bg2", "accent1", 12700, "sysDot"),
    Area.OUTSIDE: Looks(edge="accent6", thick=12700, dash="dash"),
    Area.STRIPE: Looks("bg2"),
    Area.TOUCHPOINT: Looks("bg1", "accent1"),
    Area.TO_DESIGN: Looks("bg1", "accent6", dash="dash"),
    Area.CARE: Looks("bg1", "accent1"),
    Area.TAG: Looks("bg1", "accent2"),
    Area.STEP: Looks("bg1", "accent1"),
    Area.STEP_OPEN: Looks("bg1", "accent6", dash="dash"),
    Area.BAR_MAIN: Looks("accent1", "accent1", 9525),
    Area.BAR_OTHER: Looks("bg1", "accent3", 9525, dark=75),
    Area.BAR_COST: Looks("bg1", "accent2", 9525),
    Area.BAR_RANGE: Looks("accent1", "accent1", 9525, light=60),
    Area.PLOT: Looks(edge="tx1", light=85),
    Area.PAGE: Looks("bg1"),
}
STROKES: Final = {
    Stroke.RULE: Looks(edge="accent6", thick=2500),
    Stroke.GRID: Looks(edge="accent6", thick=2500, dash="sysDot"),
    Stroke.PHASE_RULE: Looks(edge="accent6", thick=5000),
    Stroke.EXPECTED: Looks(edge="accent6", thick=12700, dash="dash"),
    Stroke.EXPERIENCED: Looks(edge="accent1", thick=19050),
    Stroke.RETURN: Looks(edge="accent2", thick=12700),
    Stroke.CHART_GRID: Looks(edge="tx1", light=85),
    Stroke.CHART_AXIS: Looks(edge="tx1", light=50),
    Stroke.LINE_MAIN: Looks(edge="accent1", thick=22225),
    Stroke.LINE_OTHER: Looks(edge="accent3", thick=22225, dash="sysDash", dark=75),
    Stroke.LINE_COST: Looks(edge="accent2", thick=22225, dash="sysDot"),
    Stroke.HATCH_OTHER: Looks(edge="accent3", thick=9525, dark=75),
    Stroke.HATCH_COST: Looks(edge="accent2", thick=9525),
    Stroke.WHISKER: Looks(edge="tx1", thick=12700),
}
FORMS: Final = {
    Form.SQUARE: Looks("bg1", "accent1", 12700),
    Form.CIRCLE: Looks("accent1"),
    Form.TRIANGLE: Looks("accent1"),
    Form.DIAMOND: Looks("accent2"),
    Form.RING: Looks("bg1", "accent6", 9525),
    Form.DISC: Looks("accent1"),
    Form.STAR: Looks("accent2"),
    Form.CHECK: Looks(edge="accent1", thick=15875),
    Form.CROSS: Looks("accent2"),
    Form.ARROW: Looks(edge="accent1", thick=12700),
    Form.POINT_MAIN: Looks("accent1", "accent1", 12700),
    Form.POINT_OTHER: Looks("bg1", "accent3", 15875, dark=75),
    Form.POINT_COST: Looks("bg1", "accent2", 15875),
}
