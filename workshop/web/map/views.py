"""What the map editor shows, as plain data: lists to choose from, and the touchpoints per phase and cycle."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from workshop.domain.answer import Item
from workshop.domain.journey import Block, Phase
from workshop.domain.journey_map import Cycle, Touchpoint
from workshop.domain.map_edit import TOUCHPOINTS, Atlas, lanes, text_of
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.reading import Reading
from workshop.web.drawing.views import Option
from workshop.web.map.frame import groups, name_of
from workshop.web.map.keeping import asked, charted
from workshop.web.visit import Visit

SHORT: Final = 1
"""From this many points below what a customer expects, a row says so."""


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Choices under one heading; a group without a name has no heading."""

    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One touchpoint in the list; `marks` are the few words that tell most about it."""

    code: str
    name: str
    channel: str
    marks: tuple[str, ...]
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The touchpoints of one phase; `block` is where a new one goes, "" when the model has no such phase."""

    name: str
    block: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One cycle: the first purchase, or the next ones."""

    code: str
    name: str
    lanes: tuple[Lane, ...]

    @property
    def count(self) -> int:
        """How many touchpoints it holds."""
        return sum(len(lane.rows) for lane in self.lanes)


def field(visit: Visit, code: str) -> Question:
    """Return a field of a touchpoint; a questionnaire that does not ask it has nothing to choose there."""
    return asked(visit.questionnaire, TOUCHPOINTS).field(code) or Question(code, code, QuestionType.TEXT)


def phase_options(visit: Visit, chosen: str) -> tuple[OptionGroup, ...]:
    """Return the blocks to choose from under the phases of the model in view, and last those it does not have."""
    names = {choice.code: choice.text for choice in field(visit, "block").choices}

    def options(blocks: Iterable[Block]) -> tuple[Option, ...]:
        return tuple(Option("", "block", str(one), names.get(one, str(one)), one == chosen) for one in blocks)

    found = [OptionGroup(phase.name, options(phase.blocks)) for phase in visit.model.phases]
    outside = options(visit.model.outside)
    rest = [OptionGroup(visit.words("map_editor.outside"), outside)] if outside else []
    return (*found, *rest)


def channel_options(visit: Visit, atlas: Atlas, chosen: str) -> tuple[OptionGroup, ...]:
    """Return the channels to choose from: those this business uses first, and none at all before that."""
    named = [text_of(one, "channel") for one in (*named_channels(visit), *atlas.points)]
    own = {code for code in named if code}
    choices = [Option("", "channel", one.code, one.text, one.code == chosen) for one in field(visit, "channel").choices]
    blank = OptionGroup("", (Option("", "channel", "", visit.words("map_editor.no_channel"), not chosen),))
    parts = (("own_channels", True), ("other_channels", False))
    found = [(key, tuple(one for one in choices if (one.value in own) is mine)) for key, mine in parts]
    return (blank, *(OptionGroup(visit.words(f"map_editor.{key}"), options) for key, options in found if options))


def cycle_options(visit: Visit, chosen: str) -> tuple[OptionGroup, ...]:
    """Return the two cycles."""
    choices = field(visit, "cycle").choices
    return (OptionGroup("", tuple(Option("", "cycle", one.code, one.text, one.code == chosen) for one in choices)),)


def named_channels(visit: Visit) -> tuple[Item, ...]:
    """Return the channels that were named in the wizard."""
    answer = visit.response.get("channels")
    values = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
    return tuple(one for one in values if isinstance(one, Item))


def rounds(visit: Visit, atlas: Atlas, code: str) -> tuple[Round, ...]:
    """Return all touchpoints of a map, per cycle and phase."""
    points = points_of(visit)
    names = {one.code: one.text for one in field(visit, "cycle").choices}
    return tuple(
        Round(one.value, names.get(one.value, one.value), _lanes(visit, atlas, code, one, points)) for one in Cycle
    )


def points_of(visit: Visit) -> Callable[[str], Touchpoint | None]:
    """Return how to find a touchpoint as the rest of the domain reads it."""
    return Reading(visit.questionnaire, visit.model, charted(visit.response)).journey.touchpoint


def _lanes(
    visit: Visit, atlas: Atlas, code: str, cycle: Cycle, points: Callable[[str], Touchpoint | None]
) -> tuple[Lane, ...]:
    shown = groups(visit.model)
    found = lanes(atlas, code, cycle, shown)
    phases: list[Phase | None] = [*visit.model.phases, None]
    last = len(visit.model.phases) - 1
    made = []
    for number, (phase, items) in enumerate(zip(phases, found, strict=True)):
        rows = tuple(
            _row(
                visit,
                item,
                points(text_of(item, "code")),
                up=place > 0 or 0 < number <= last,
                down=place < len(items) - 1 or number < last,
            )
            for place, item in enumerate(items)
        )
        if phase is not None:
            made.append(Lane(phase.name, str(phase.blocks[0]), rows))
        elif rows:
            made.append(Lane(visit.words("map_editor.outside"), "", rows))
    return tuple(made)


def _row(visit: Visit, item: Item, point: Touchpoint | None, *, up: bool, down: bool) -> Row:
    channel = visit.questionnaire.channel(text_of(item, "channel"))
    marks = tuple(_marks(visit, point)) if point is not None else ()
    return Row(
        text_of(item, "code"), name_of(item, visit.words), channel.name if channel else "", marks, up=up, down=down
    )


def _marks(visit: Visit, point: Touchpoint) -> Iterable[str]:
    if point.is_decision:
        yield visit.words("map_editor.mark.decision")
    if max(point.shortfalls, default=0) >= SHORT:
        yield visit.words("map_editor.mark.short")
    if point.owner == "":
        yield visit.words("map_editor.mark.nobody")
    if point.to_design:
        yield visit.words("map_editor.mark.to_design")
