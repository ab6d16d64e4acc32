"""An empty map to print and fill in by hand."""

from collections.abc import Iterator
from typing import Final

from workshop.domain.journey import Phase, PhaseKind, PhaseModel
from workshop.domain.journey_map import STEPS
from workshop.language.messages import Words
from workshop.report.map.view import CURVES, Lane
from workshop.report.picture.lettering import width_of, wrapped
from workshop.report.picture.shapes import Area, Box, Lettering, Line, Picture, Shape, Stroke, Text, leading_of, size_of

PAPERS: Final = {"a4": (1123.0, 790.0), "a3": (1587.0, 1118.0)}
"""Width and height of lying paper, 96 to an inch."""
_EDGE: Final = 34.0
_HEAD: Final = 150.0
_PAD: Final = 6.0
_CARE: Final = 40.0
_REPEAT: Final = 58.0
_TALL: Final = {Lane.TOUCHPOINT: 1.5, Lane.FUNCTIONAL: 1.4, Lane.EMOTIONAL: 1.4}
_SHORT: Final = {Lane.SURPRISE: 0.8, Lane.GAPS: 0.8}


def blank_picture(model: PhaseModel, words: Words, size: tuple[float, float], *, questions: bool = True) -> Picture:
    """All phases as columns and all lanes empty, with a guide question at each lane; `size` is width and height.

    Paper lower than A4 has no room for the `questions`.
    """
    width, height = size
    title = words("map.blank.title")
    names = words.join([phase.name for phase in model.phases])
    sheet = _Sheet(model, words, width, height, questions=questions)
    description = words("map.blank.description", phases=names)
    return Picture(f"{title}: {model.name}", description, width, height, tuple(sheet.shapes()))


class _Sheet:
    """Lays out one sheet of paper."""

    def __init__(self, model: PhaseModel, words: Words, width: float, height: float, *, questions: bool) -> None:
        self.words = words
        self.questions = questions
        self.right, self.bottom = width - _EDGE, height - _EDGE
        self.columns = tuple(one for one in model.phases if one.kind is PhaseKind.COLUMN)
        self.under = tuple(one for one in model.phases if one.kind is PhaseKind.LANE)
        self.left = _EDGE + _HEAD
        self.wide = (self.right - self.left) / len(self.columns)

    def shapes(self) -> Iterator[Shape]:
        """Everything on the sheet, from top to bottom."""
        yield from self._fields()
        top = _EDGE + 40
        yield from self._phases(top)
        top += 34
        bottom = self.bottom - _REPEAT - len(self.under) * _CARE
        yield from self._lanes(top, bottom)
        for phase in self.under:
            yield from self._care(phase, bottom)
            bottom += _CARE
        yield from self._repeat(bottom)

    def _fields(self) -> Iterator[Shape]:
        title = (self.words("map.blank.title"),)
        yield Text(Lettering.TITLE, _EDGE, _EDGE, _HEAD, title)
        wide = (self.right - self.left) / 3
        for at, key in enumerate(("name", "persona", "date")):
            left, said = self.left + at * wide, f"{self.words(f'map.blank.{key}')}:"
            room = width_of(said, size_of(Lettering.BODY)) + 4
            yield Text(Lettering.BODY, left, _EDGE + 4, room, (said,))
            yield Line(Stroke.PHASE_RULE, ((left + room, _EDGE + 18), (left + wide - 16, _EDGE + 18)))

    def _phases(self, top: float) -> Iterator[Shape]:
        for at, phase in enumerate(self.columns):
            left = self.left + at * self.wide
            lines = wrapped(phase.name, size_of(Lettering.PHASE), self.wide - 2 * _PAD, 1, bold=True)
            yield Box(Area.PHASE, left + 1, top, self.wide - 2, 30, 3)
            yield Text(Lettering.PHASE, left + _PAD, top + 7, self.wide - 2 * _PAD, lines, middle=True)

    def _lanes(self, top: float, bottom: float) -> Iterator[Shape]:
        weights = [_TALL.get(lane, _SHORT.get(lane, 1.0)) for lane in Lane]
        unit, begin = (bottom - top) / sum(weights), top
        texts: list[Shape] = []
        for at, (lane, weight) in enumerate(zip(Lane, weights, strict=True)):
            if at % 2 == 0:
                yield Box(Area.STRIPE, _EDGE, top, self.right - _EDGE, unit * weight)
            texts += self._head(lane, top)
            if lane in CURVES:
                texts += self._scale(top, unit * weight)
            top += unit * weight
        for at in range(len(self.columns) + 1):
            left = self.left + at * self.wide
            yield Line(Stroke.PHASE_RULE, ((left, begin), (left, bottom)))
        yield from texts

    def _head(self, lane: Lane, top: float) -> Iterator[Shape]:
        room = _HEAD - 2 * _PAD - 10
        name = Text(Lettering.HEAD, _EDGE + _PAD, top + 4, room, (self.words(f"map.lane.{lane}"),))
        yield name
        if self.questions:
            lines = wrapped(self.words(f"map.prompt.{lane}"), size_of(Lettering.GUIDE), room, 3)
            yield Text(Lettering.GUIDE, _EDGE + _PAD, name.top + name.height, room, lines)

    def _scale(self, top: float, height: float) -> Iterator[Shape]:
        for value in (1, 3, 5):
            level = top + 9 + (5 - value) * (height - 18) / 4
            yield Line(Stroke.GRID, ((self.left, level), (self.right, level)))
            under = level - leading_of(Lettering.GUIDE) / 2
            yield Text(Lettering.GUIDE, self.left - 12, under, 10, (str(value),), middle=True)

    def _care(self, phase: Phase, top: float) -> Iterator[Shape]:
        yield Box(Area.CARE, _EDGE, top + 3, self.right - _EDGE, _CARE - 4, 4)
        yield Text(Lettering.HEAD, _EDGE + _PAD, top + 7, _HEAD, (phase.name,))
        yield Text(Lettering.GUIDE, _EDGE + _PAD, top + 21, _HEAD, (self.words("map.runs_under"),))

    def _repeat(self, top: float) -> Iterator[Shape]:
        yield Text(Lettering.HEAD, _EDGE, top + 8, self.right, (self.words("map.blank.repeat"),))
        wide = (self.right - _EDGE) / len(STEPS)
        for at, step in enumerate(STEPS):
            left = _EDGE + at * wide
            yield Box(Area.STEP_OPEN, left + 2, top + 24, wide - 4, _REPEAT - 26, 6)
            yield Text(Lettering.GUIDE, left + 8, top + 27, wide - 16, (self.words(f"map.repeat.{step}"),))
