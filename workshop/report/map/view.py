"""What a journey map has to say: its lanes, and what stands in each lane at each touchpoint."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop.domain.finding import Finding, FindingStatus
from workshop.domain.journey import BEFORE, Block, PhaseModel
from workshop.domain.journey_map import Feeling, JourneyMap, Touchpoint
from workshop.domain.questionnaire import Questionnaire
from workshop.language.dates import format_date
from workshop.language.messages import Words
from workshop.report.picture.shapes import Form, Lettering


class Lane(StrEnum):
    """A row of the map."""

    TOUCHPOINT = "touchpoint"
    GOAL = "goal"
    CHANNEL = "channel"
    FUNCTIONAL = "functional"
    EMOTIONAL = "emotional"
    PAINS = "pains"
    PLUSES = "pluses"
    SURPRISE = "surprise"
    DECISION = "decision"
    OWNER = "owner"
    HANDOFF = "handoff"
    MEASURED = "measured"
    GAPS = "gaps"
    IDEA = "idea"


class Band(StrEnum):
    """The part of the journey seen from the purchase (source 002)."""

    BEFORE = "before"
    AT = "at"
    AFTER = "after"


LANES: Final = tuple(Lane)
CURVES: Final = {Lane.FUNCTIONAL: Feeling.FUNCTIONAL, Lane.EMOTIONAL: Feeling.EMOTIONAL}
_FIELDS: Final = {Lane.GOAL: "want", Lane.PAINS: "pain", Lane.PLUSES: "plus", Lane.IDEA: "idea"}
_MEDIA: Final = {"online": Form.SQUARE, "offline": Form.CIRCLE, "both": Form.TRIANGLE}


def band_of(block: Block) -> Band:
    """The band a building block lies in."""
    if block in BEFORE:
        return Band.BEFORE
    return Band.AT if block is Block.BUYING else Band.AFTER


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a lane at a touchpoint: words, with a mark before them."""

    words: str = ""
    form: Form | None = None
    lettering: Lettering = Lettering.BODY


NOTHING: Final = Entry()


@dataclass(frozen=True, slots=True)
class MapView:
    """A map with everything that its words need, and the lanes to draw, in order."""

    map: JourneyMap
    model: PhaseModel
    questionnaire: Questionnaire
    words: Words
    findings: tuple[Finding, ...] = ()
    lanes: tuple[Lane, ...] = LANES

    @property
    def name(self) -> str:
        """What the map is called; by its customer groups when it has no name."""
        return self.map.name or self.words.join(self.map.personas) or self.words("map.nameless")

    def entry(self, lane: Lane, point: Touchpoint) -> Entry:
        """What stands in a lane of text at a touchpoint."""
        if lane in _FIELDS:
            return Entry(point.text(_FIELDS[lane]))
        ways = {
            Lane.TOUCHPOINT: self._touchpoint,
            Lane.CHANNEL: self._channel,
            Lane.SURPRISE: self._surprise,
            Lane.DECISION: self._decision,
            Lane.OWNER: self._owner,
            Lane.HANDOFF: self._handoff,
            Lane.MEASURED: self._measured,
        }
        return ways[lane](point) if lane in ways else NOTHING

    def gaps_at(self, point: Touchpoint) -> tuple[str, ...]:
        """The numbers of the gaps found at a touchpoint."""
        return tuple(dict.fromkeys(one.id for one in self._fired() if point.code in one.touchpoints))

    def gaps_in(self, phase_id: str) -> tuple[str, ...]:
        """The numbers of the gaps found in a phase, not at one touchpoint."""
        return tuple(dict.fromkeys(one.id for one in self._fired() if one.phase == phase_id and not one.touchpoints))

    def phase_name(self, block: Block) -> str:
        """The name of the phase that covers a block, or that it is not in this model."""
        phase = self.model.phase_of(block)
        return phase.name if phase else self.words("map.outside")

    def medium(self, channel_id: str) -> str:
        """Whether a channel is online, offline or both; "" when it is not in the catalogue."""
        channel = self.questionnaire.channel(channel_id)
        return channel.medium if channel else ""

    def channel_words(self, point: Touchpoint) -> str:
        """The channel with its medium: "online: website"."""
        channel = self.questionnaire.channel(point.channel)
        if channel is None:
            return point.channel
        return self.words(f"map.{channel.medium}", channel=channel.name) if channel.medium in _MEDIA else channel.name

    def chosen(self, point: Touchpoint, code: str) -> str:
        """A choice at a touchpoint in the words of the questionnaire."""
        picked, question = point.text(code), self.questionnaire.question("touchpoints")
        field = question.field(code) if question else None
        choice = field.choice(picked) if field else None
        return choice.text if choice else picked

    def person(self, name: str | None) -> str:
        """Who it is: "" when nothing was said, "niemand" when nobody does it."""
        return self.words("map.nobody") if name == "" else name or ""

    def date(self, point: Touchpoint, code: str) -> str:
        """A date in words, "" when there is none."""
        day = point.day(code)
        return format_date(day, self.words.language) if day else ""

    def _fired(self) -> Iterable[Finding]:
        return (one for one in self.findings if one.status is FindingStatus.FIRED)

    def _touchpoint(self, point: Touchpoint) -> Entry:
        return Entry(point.name or self.words("map.nameless"), lettering=Lettering.NAME)

    def _channel(self, point: Touchpoint) -> Entry:
        return Entry(self.channel_words(point), _MEDIA.get(self.medium(point.channel)))

    def _surprise(self, point: Touchpoint) -> Entry:
        if not point.says("surprise"):
            return NOTHING
        since = self.date(point, "surprise_since")
        return Entry(self.words("map.surprise_since", date=since) if since else self.words("map.surprise"), Form.STAR)

    def _decision(self, point: Touchpoint) -> Entry:
        if not point.is_decision:
            return NOTHING
        return Entry(point.text("decisive") or self.words("map.decision"), Form.DIAMOND)

    def _owner(self, point: Touchpoint) -> Entry:
        return Entry(self.person(point.owner), Form.CROSS if point.owner == "" else None)

    def _handoff(self, point: Touchpoint) -> Entry:
        if not point.hands_over:
            return NOTHING
        said = ": ".join(filter(None, (self.person(point.receiver), point.text("handoff_how"))))
        return Entry(said, Form.CROSS if point.receiver == "" else Form.ARROW)

    def _measured(self, point: Touchpoint) -> Entry:
        said = point.says("measured")
        if said is None:
            return NOTHING
        if not said:
            return Entry(self.words("map.not_measured"), Form.CROSS)
        what = ": ".join(filter(None, (point.text("measure"), point.text("measured_value"))))
        return Entry(what or self.words("map.measured"), Form.CHECK)
