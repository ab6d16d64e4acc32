"""The journey map as data: touchpoints in order, one map per persona, read from the answers (001, 002, 004)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from workshop.domain.answer import Item
from workshop.domain.journey import Block
from workshop.language.dates import months_between

STEPS: Mapping[str, tuple[Block, ...]] = {
    "orientation": (Block.ATTENTION, Block.INTEREST),
    "selection": (Block.DESIRE,),
    "transaction": (Block.BUYING, Block.BUYING_AGAIN),
    "delivery": (Block.DELIVERY, Block.USE),
    "care": (Block.SERVICE,),
    "in_between": (Block.BETWEEN_PURCHASES,),
}
"""The six steps of source 004; the second cycle, of a customer who buys again, walks through the same six."""


class Cycle(StrEnum):
    """Which time around: the first purchase, or a customer who comes again."""

    FIRST = "first"
    REPEAT = "repeat"


class MapKind(StrEnum):
    """Whether a map shows how it goes now, or how it will be."""

    EXISTING = "existing"
    DESIGN = "design"


class Feeling(StrEnum):
    """The two sides of an experience (source 004)."""

    FUNCTIONAL = "functional"
    EMOTIONAL = "emotional"


FEELINGS = tuple(Feeling)
_BLOCKS: Mapping[str, Block] = {str(block): block for block in Block}
PLACES: Mapping[Cycle, Mapping[Block, int]] = {
    Cycle.FIRST: {block: place for place, block in enumerate(Block)},
    Cycle.REPEAT: {
        block: place
        for place, block in enumerate(
            (
                Block.BETWEEN_PURCHASES,
                *(Block.ATTENTION, Block.INTEREST, Block.DESIRE, Block.BUYING_AGAIN, Block.BUYING),
                *(Block.DELIVERY, Block.USE, Block.SERVICE, Block.RECOMMENDING),
            )
        )
    },
}
"""In which order a customer meets the blocks; a known customer begins between two purchases."""


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One contact moment; everything but its place is in `item`, by the field codes of the questionnaire.

    `owner` and `receiver` are None when nothing was said and "" when it is known that nobody is.
    """

    code: str
    map: str
    name: str
    block: Block
    cycle: Cycle
    channel: str
    owner: str | None
    receiver: str | None
    item: Item

    def text(self, code: str) -> str:
        """Return a text or choice code, "" when there is none."""
        value = self._value(code)
        return value if isinstance(value, str) else ""

    def says(self, code: str) -> bool | None:
        """Return a yes or no; None when nothing was said."""
        value = self._value(code)
        return value if isinstance(value, bool) else None

    def score(self, code: str) -> int | None:
        """Return a point of a scale 1–5."""
        value = self._value(code)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def share(self, code: str) -> Decimal | None:
        """Return a number or a fraction 0–1."""
        value = self._value(code)
        return value if isinstance(value, Decimal) else None

    def day(self, code: str) -> date | None:
        """Return a date."""
        value = self._value(code)
        return value if isinstance(value, date) else None

    def _value(self, code: str) -> object:
        answer = self.item.answers.get(code)
        return answer.value if answer is not None else None

    def expected(self, feeling: Feeling) -> int | None:
        """Return what the customer expects, 1–5."""
        return self.score(f"expected_{feeling}")

    def experienced(self, feeling: Feeling) -> int | None:
        """Return what the customer experiences, 1–5."""
        return self.score(f"experienced_{feeling}")

    @property
    def shortfalls(self) -> tuple[int, ...]:
        """Expected minus experienced, for each side where both are known; below zero is better than expected."""
        pairs = ((self.expected(one), self.experienced(one)) for one in FEELINGS)
        return tuple(expected - got for expected, got in pairs if expected is not None and got is not None)

    @property
    def is_decision(self) -> bool:
        """Tell whether the customer says yes or no here (source 001)."""
        return self.says("decision") is True

    @property
    def to_design(self) -> bool:
        """Tell whether this touchpoint does not exist yet."""
        return self.text("status") == "to_design"

    @property
    def hands_over(self) -> bool:
        """Tell whether someone else takes over after it."""
        return bool(self.text("handoff_how") or self.receiver is not None)

    def measured(self, on: date | None) -> bool | None:
        """Tell whether it was measured in the twelve months before `on`; a measurement without a date counts."""
        said, day = self.says("measured"), self.day("measured_on")
        if said and day is not None and on is not None:
            return months_between(day, on) <= 12
        return said


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """One map: the touchpoints of one persona, in the order in which a customer meets them.

    `personas` are names; more than one makes it a combined map, which is a gap (source 002). `subject`, `start`,
    `finish` and `duration` are the scope in the words of the client.
    """

    code: str
    name: str
    kind: MapKind
    personas: tuple[str, ...]
    touchpoints: tuple[Touchpoint, ...]
    subject: str = ""
    start: str = ""
    finish: str = ""
    duration: str = ""

    def cycle(self, cycle: Cycle) -> tuple[Touchpoint, ...]:
        """Return the touchpoints of one cycle."""
        return tuple(one for one in self.touchpoints if one.cycle is cycle)

    def in_blocks(self, blocks: Iterable[Block], cycle: Cycle | None = None) -> tuple[Touchpoint, ...]:
        """Return the touchpoints that lie in these blocks, of one cycle or of both."""
        wanted = frozenset(blocks)
        return tuple(one for one in self.touchpoints if one.block in wanted and cycle in (None, one.cycle))


@dataclass(frozen=True)
class Journey:
    """All maps of a business; `touchpoints` are those that count in scores and rules.

    These are the touchpoints of the maps of how it goes now; while there is none, those of the maps of how it will be.
    """

    maps: tuple[JourneyMap, ...]
    touchpoints: tuple[Touchpoint, ...] = field(init=False)
    designing: bool = field(init=False)
    """Whether there is nothing yet but maps of how it will be."""
    _by_code: Mapping[str, Touchpoint] = field(init=False, repr=False, compare=False)
    _today: tuple[Touchpoint, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        now = [one for one in self.maps if one.kind is MapKind.EXISTING and one.touchpoints]
        counting = tuple(point for one in now or self.maps for point in one.touchpoints)
        object.__setattr__(self, "touchpoints", counting)
        object.__setattr__(self, "designing", not now)
        everywhere = (point for one in self.maps for point in one.touchpoints)
        object.__setattr__(self, "_by_code", {point.code: point for point in everywhere})
        today = counting if not now else tuple(one for one in counting if not one.to_design)
        object.__setattr__(self, "_today", today)

    def touchpoint(self, code: str) -> Touchpoint | None:
        """Return the touchpoint with this code, on whichever map."""
        return self._by_code.get(code)

    def map(self, code: str) -> JourneyMap | None:
        """Return the map with this code."""
        return next((one for one in self.maps if one.code == code), None)

    def within(self, blocks: Iterable[Block]) -> tuple[Touchpoint, ...]:
        """Return the counting touchpoints in these blocks."""
        wanted = frozenset(blocks)
        return tuple(one for one in self.touchpoints if one.block in wanted)

    def existing(self, blocks: Iterable[Block]) -> tuple[Touchpoint, ...]:
        """Return the touchpoints in these blocks that are there today, or will be when all is still being designed."""
        wanted = frozenset(blocks)
        return tuple(one for one in self._today if one.block in wanted)

    def after(self, point: Touchpoint) -> Touchpoint | None:
        """Return the next touchpoint on the same map and in the same cycle."""
        own = self.map(point.map)
        pairs = pairwise(own.cycle(point.cycle)) if own else ()
        return next((second for first, second in pairs if first.code == point.code), None)


def read_journey(maps: tuple[Item, ...], touchpoints: tuple[Item, ...], nobody: frozenset[str]) -> Journey:
    """Read the maps and touchpoints out of the answers; `nobody` are words that mean that no one does it.

    A touchpoint without a code gets one from its place ("t3"); one whose map is unknown goes to the first map, and
    without any map there is one map without a name.
    """
    known = [_text(item, "code") or f"m{number}" for number, item in enumerate(maps, start=1)]
    home = known[0] if known else ""
    points = [
        _touchpoint(item, number, home, frozenset(known), nobody) for number, item in enumerate(touchpoints, start=1)
    ]
    if not maps:
        return Journey((JourneyMap(home, "", MapKind.EXISTING, (), _in_order(points)),) if points else ())
    return Journey(
        tuple(
            _map(item, code, _in_order(one for one in points if one.map == code))
            for item, code in zip(maps, known, strict=True)
        )
    )


def _map(item: Item, code: str, points: tuple[Touchpoint, ...]) -> JourneyMap:
    personas = tuple(name.strip() for name in _text(item, "personas").split(";") if name.strip())
    kind = MapKind.DESIGN if _text(item, "kind") == MapKind.DESIGN else MapKind.EXISTING
    scope = (_text(item, one) for one in ("subject", "start", "finish", "duration"))
    return JourneyMap(code, _text(item, "name"), kind, personas, points, *scope)


def _touchpoint(item: Item, number: int, home: str, known: frozenset[str], nobody: frozenset[str]) -> Touchpoint:
    block, own = _text(item, "block"), _text(item, "map")
    return Touchpoint(
        code=_text(item, "code") or f"t{number}",
        map=own if own in known else home,
        name=_text(item, "name"),
        block=_BLOCKS.get(block, Block.ATTENTION),
        cycle=Cycle.REPEAT if _text(item, "cycle") == Cycle.REPEAT else Cycle.FIRST,
        channel=_text(item, "channel"),
        owner=_person(item, "owner", nobody),
        receiver=_person(item, "handoff_to", nobody),
        item=item,
    )


def _in_order(points: Iterable[Touchpoint]) -> tuple[Touchpoint, ...]:
    """Put touchpoints in the order of the journey; within a block their own order stays."""
    return tuple(sorted(points, key=lambda one: (one.cycle is Cycle.REPEAT, PLACES[one.cycle][one.block])))


def _text(item: Item, code: str) -> str:
    answer = item.get(code)
    return answer.value if answer is not None and isinstance(answer.value, str) else ""


def _person(item: Item, code: str, nobody: frozenset[str]) -> str | None:
    """Return who it is; "" for a word such as "niemand", None when nothing was said."""
    name = _text(item, code).strip()
    if not name:
        return None
    return "" if name.lower() in nobody else name


def steps_with(points: Iterable[Touchpoint]) -> Iterator[str]:
    """Give the steps of source 004 that hold at least one of these touchpoints."""
    blocks = {one.block for one in points}
    yield from (step for step, own in STEPS.items() if blocks & set(own))
