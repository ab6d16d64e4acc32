"""The outlines of marks, the same for every writer."""

from typing import Final

from workshop.report.picture.shapes import Form

OPEN: Final = frozenset({Form.CHECK, Form.ARROW})
OUTLINES: Final = {
    Form.SQUARE: ((-1, -0.8), (1, -0.8), (1, 0.8), (-1, 0.8)),
    Form.TRIANGLE: ((0, -1), (1, 0.8), (-1, 0.8)),
    Form.DIAMOND: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    Form.STAR: (
        *((0, -1.2), (0.3, -0.4), (1.15, -0.37), (0.48, 0.15), (0.7, 0.97)),
        *((0, 0.5), (-0.7, 0.97), (-0.48, 0.15), (-1.15, -0.37), (-0.3, -0.4)),
    ),
    Form.CHECK: ((-0.9, 0.1), (-0.2, 0.8), (1, -0.8)),
    Form.CROSS: (
        *((-0.8, -0.5), (-0.5, -0.8), (0, -0.3), (0.5, -0.8), (0.8, -0.5), (0.3, 0)),
        *((0.8, 0.5), (0.5, 0.8), (0, 0.3), (-0.5, 0.8), (-0.8, 0.5), (-0.3, 0)),
    ),
    Form.POINT_OTHER: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    Form.POINT_COST: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    Form.ARROW: ((-1, 0), (0.9, 0), (0.2, -0.7), (0.9, 0), (0.2, 0.7)),
}
"""The corners of a mark, from its centre in radii."""

ROUND: Final = frozenset({Form.CIRCLE, Form.RING, Form.DISC, Form.POINT_MAIN})
