"""Typed reading of a response: figures, divisions, channels and customer aspects, each unknown where it is unknown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from workshop.domain.answer import Answer, Counts, Evidence, Item, Phased, Status
from workshop.domain.journey import RETURNING, Block, Division, Matrix, Phase, PhaseModel
from workshop.domain.journey_map import Journey, read_journey
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response

ASPECTS = ("desires", "fears", "wishes", "needs", "interests", "barriers")
"""The six aspects of a persona that source 003 asks about."""

FIT_VALUES: Mapping[str, Decimal] = {
    "strong": Decimal(1),
    "fair": Decimal("0.6"),
    "weak": Decimal("0.2"),
    "none": Decimal(0),
}
"""Worth of a channel's fit in a phase (docs/reference/scoring.md, 2)."""
FITTING = ("fair", "strong")
"""Fits with which a channel serves a phase."""


@dataclass(frozen=True, slots=True)
class ChannelUse:
    """How one channel is used in one phase: level 0–3, None when that cell was left open; fit of that channel there."""

    channel: str
    phase: str
    level: int | None
    fit: str

    @property
    def used(self) -> bool:
        """Tell whether the channel is known to be used here."""
        return self.level is not None and self.level >= 1

    @property
    def fits(self) -> bool:
        """Tell whether the channel suits the phase at least fairly."""
        return self.fit in FITTING


@dataclass(frozen=True)
class Reading:
    """A response seen through a questionnaire and a phase model; returns None for everything unknown."""

    questionnaire: Questionnaire
    model: PhaseModel
    response: Response
    asked: frozenset[str] | None = None
    """Codes of the questions that are asked; None when all of them count as asked."""
    on: date | None = None
    """The day of judging; None when nobody said: what depends on it is unknown."""

    def answer(self, code: str) -> Answer | None:
        """Return the answer as it stands."""
        return self.response.get(code)

    def status(self, code: str) -> Status | None:
        """Return what was done with the question; None when it was left open. What is not asked does not apply."""
        answer = self.response.get(code)
        if answer is None and self.asked is not None and code not in self.asked:
            return Status.NOT_APPLICABLE
        return answer.status if answer else None

    def number(self, code: str) -> Decimal | None:
        """Return a number, amount, scale point or fraction; None when there is none."""
        answer = self.response.get(code)
        if answer is None or not answer.known or isinstance(answer.value, bool):
            return None
        if isinstance(answer.value, int):
            return Decimal(answer.value)
        return answer.value if isinstance(answer.value, Decimal) else None

    def text(self, code: str) -> str | None:
        """Return a choice code or text."""
        answer = self.response.get(code)
        return answer.value if answer and answer.known and isinstance(answer.value, str) else None

    def evidence(self, code: str) -> Evidence | None:
        """Return what an answer rests on; None when that was not asked or not said."""
        answer = self.response.get(code)
        return answer.evidence if answer and answer.known else None

    def passed(self, code: str) -> bool:
        """Tell whether a question was passed over: a later one of its own section has been answered.

        An answer in a later section says nothing: sections are filled in any order.
        """
        sections = ([one.code for one in section.questions] for section in self.questionnaire.sections)
        return any(self._answered_after(code, codes) for codes in sections)

    def went_on(self, code: str) -> bool:
        """Tell whether any later question of the questionnaire has been answered."""
        return self._answered_after(code, [question.code for question in self.questionnaire.questions])

    def _answered_after(self, code: str, codes: Sequence[str]) -> bool:
        later = codes[codes.index(code) + 1 :] if code in codes else ()
        return any(one in self.response.answers for one in later)

    def division(self, code: str) -> Division | None:
        """Return an amount divided over the blocks."""
        answer = self.response.get(code)
        return answer.value if answer and isinstance(answer.value, Division) else None

    def shares(self, code: str) -> Mapping[str, Decimal] | None:
        """Return each phase's share (0–1) of a division; None when a phase is unknown or nothing was spent."""
        division = self.division(code)
        if division is None:
            return None
        parts = {phase.id: division.over(phase.blocks) for phase in self.model.phases}
        known = {phase: part for phase, part in parts.items() if part is not None}
        total = sum(known.values(), Decimal(0))
        if len(known) < len(parts) or total <= 0:
            return None
        return {phase: part / total for phase, part in known.items()}

    @cached_property
    def matrix(self) -> Matrix | None:
        """Return the use of channels per block."""
        answer = self.response.get("channel_use")
        return answer.value if answer and isinstance(answer.value, Matrix) else None

    @property
    def counts(self) -> Counts | None:
        """Return where the last ten customers came from."""
        answer = self.response.get("last_ten")
        return answer.value if answer and isinstance(answer.value, Counts) else None

    def items(self, code: str) -> tuple[Item, ...] | None:
        """Return the entries of a repeated group."""
        answer = self.response.get(code)
        if answer is None or not isinstance(answer.value, tuple):
            return None
        return tuple(one for one in answer.value if isinstance(one, Item))

    def phased(self, code: str) -> Phased | None:
        """Return fields that are asked per phase."""
        answer = self.response.get(code)
        return answer.value if answer and isinstance(answer.value, Phased) else None

    def day(self, code: str) -> date | None:
        """Return a date."""
        answer = self.response.get(code)
        return answer.value if answer and isinstance(answer.value, date) else None

    def says(self, code: str) -> bool | None:
        """Return a yes or no."""
        answer = self.response.get(code)
        return answer.value if answer and isinstance(answer.value, bool) else None

    def codes(self, code: str) -> tuple[str, ...] | None:
        """Return what was ticked; None when nothing was said."""
        answer = self.response.get(code)
        if answer is None or not isinstance(answer.value, tuple):
            return None
        return tuple(one for one in answer.value if isinstance(one, str))

    @cached_property
    def journey(self) -> Journey:
        """Return the maps and touchpoints; worked out once."""
        question = self.questionnaire.question("touchpoints")
        fields = [question.field(code) for code in ("owner", "handoff_to")] if question else []
        nobody = frozenset(word for one in fields if one for word in one.nobody)
        return read_journey(self.items("maps") or (), self.items("touchpoints") or (), nobody)

    @cached_property
    def targets(self) -> Mapping[Block, Decimal]:
        """Share of attention (0–1) that each block deserves: as the client set it, else equal per phase (source 000).

        Where customers buy once, what would go to coming back goes to recommending.
        """
        own = self.division("target_shares")
        blocks = [block for phase in self.model.phases for block in phase.blocks]
        if own is not None and (total := own.over(blocks)):
            return {block: own.parts[block] / total for block in blocks}
        shares = dict(self.model.targets())
        if self.buys_once and Block.RECOMMENDING in shares:
            shares[Block.RECOMMENDING] += sum((shares.pop(one, Decimal(0)) for one in RETURNING), Decimal(0))
            shares |= dict.fromkeys((one for one in RETURNING if one in blocks), Decimal(0))
        return shares

    def target(self, phase: Phase) -> Decimal:
        """Share of attention (0–1) that a phase deserves."""
        return sum((self.targets[block] for block in phase.blocks), Decimal(0))

    @property
    def buys_once(self) -> bool:
        """Tell whether a customer normally buys once, as with a kitchen; false until someone says so."""
        return self.text("purchase_rhythm") == "once"

    @property
    def starting(self) -> bool:
        """Tell whether someone has hardly any customers yet; false until he says so."""
        return self.text("business_age") == "starting"

    def channel_item(self, channel: str) -> Item | None:
        """Return what was said about one channel in use."""
        for item in self.items("channels") or ():
            said = item.get("channel")
            if said and said.value == channel:
                return item
        return None

    @property
    def channel_ids(self) -> tuple[str, ...]:
        """Channels that the business says it uses, in the order given."""
        values = [item.get("channel") for item in self.items("channels") or ()]
        return tuple(str(one.value) for one in values if one is not None and one.known)

    def fit(self, channel: str, phase: Phase) -> str:
        """Return the best fit of a channel over the stages of a phase: strong, fair, weak or none."""
        return self.questionnaire.fit(channel, phase.stages)

    @cached_property
    def strong_channels(self) -> Mapping[str, tuple[str, ...]]:
        """Channels that suit each phase strongly: those already in use first, then by catalogue order."""
        in_use = set(self.channel_ids) | set(self.matrix.levels if self.matrix else ())
        known = [one.id for one in self.questionnaire.channels]
        ordered = sorted(known, key=lambda one: one not in in_use)
        return {
            phase.id: tuple(one for one in ordered if self.fit(one, phase) == "strong") for phase in self.model.phases
        }

    def cells(self, phase: Phase) -> tuple[ChannelUse, ...]:
        """Return the use of every named channel in one phase; empty when the matrix is unknown or has no rows."""
        return self._cells[phase.id]

    @cached_property
    def _cells(self) -> Mapping[str, tuple[ChannelUse, ...]]:
        matrix = self.matrix or Matrix({})
        return {
            phase.id: tuple(
                ChannelUse(channel, phase.id, matrix.level(channel, phase.blocks), self.fit(channel, phase))
                for channel in matrix.levels
            )
            for phase in self.model.phases
        }

    def aspects(self) -> Iterator[tuple[Item, Answer | None]]:
        """Walk over every aspect of every persona."""
        for item in self.items("personas") or ():
            for aspect in ASPECTS:
                yield item, item.get(aspect)

    def blocks_in_model(self, group: tuple[Block, ...]) -> tuple[Block, ...]:
        """Keep only the blocks that the model shows."""
        return tuple(block for block in group if self.model.phase_of(block) is not None)
