"""Typed reading of a response: figures, divisions, channels and customer aspects, each unknown where it is unknown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.answer import Answer, Counts, Evidence, Item, Status
from workshop.domain.journey import Block, Division, Matrix, Phase, PhaseModel
from workshop.domain.questionnaire import Channel, Questionnaire
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
_FIT_ORDER = ("none", "weak", "fair", "strong")


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
        return self.fit in ("fair", "strong")


@dataclass(frozen=True, slots=True)
class Reading:
    """A response seen through a questionnaire and a phase model; returns None for everything unknown."""

    questionnaire: Questionnaire
    model: PhaseModel
    response: Response

    def answer(self, code: str) -> Answer | None:
        """Return the answer as it stands."""
        return self.response.get(code)

    def status(self, code: str) -> Status | None:
        """Return what was done with the question; None when it was left open."""
        answer = self.response.get(code)
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
        """Tell whether a question lies behind: a later question has been answered."""
        codes = [question.code for question in self.questionnaire.questions]
        later = codes[codes.index(code) + 1 :] if code in codes else []
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

    @property
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
        found: Channel | None = self.questionnaire.channel(channel)
        levels = [found.fits[stage].level for stage in phase.stages if stage in found.fits] if found else []
        return max(levels, key=_FIT_ORDER.index, default="none")

    def cells(self, phase: Phase) -> tuple[ChannelUse, ...]:
        """Return the use of every named channel in one phase; empty when the matrix is unknown or has no rows."""
        matrix = self.matrix
        if matrix is None:
            return ()
        return tuple(
            ChannelUse(channel, phase.id, matrix.level(channel, phase.blocks), self.fit(channel, phase))
            for channel in matrix.levels
        )

    def aspects(self) -> Iterator[tuple[Item, Answer | None]]:
        """Walk over every aspect of every persona."""
        for item in self.items("personas") or ():
            for aspect in ASPECTS:
                yield item, item.get(aspect)

    def blocks_in_model(self, group: tuple[Block, ...]) -> tuple[Block, ...]:
        """Keep only the blocks that the model shows."""
        return tuple(block for block in group if self.model.phase_of(block) is not None)
