"""The ten building blocks of a customer journey and the phase models that are views on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum


class Block(StrEnum):
    """A building block: the smallest part of the journey that any model of the five sources tells apart."""

    ATTENTION = "b1"
    INTEREST = "b2"
    DESIRE = "b3"
    BUYING = "b4"
    DELIVERY = "b5"
    USE = "b6"
    SERVICE = "b7"
    BETWEEN_PURCHASES = "b8"
    BUYING_AGAIN = "b9"
    RECOMMENDING = "b10"


class Stage(StrEnum):
    """A column of the channel catalogue: the part of the journey for which a channel's fit is known."""

    AWARENESS = "awareness"
    CONSIDERATION = "consideration"
    PURCHASE = "purchase"
    DELIVERY = "delivery"
    KEEPING = "keeping"
    ADVOCACY = "advocacy"


class PhaseKind(StrEnum):
    """How a phase is drawn: as a column, as a lane over all columns, or as a second cycle."""

    COLUMN = "column"
    LANE = "lane"
    CYCLE = "cycle"


CENT = Decimal("0.01")
BEFORE = (Block.ATTENTION, Block.INTEREST, Block.DESIRE)
WINNING = (*BEFORE, Block.BUYING)
KEEPING = (Block.DELIVERY, Block.USE, Block.SERVICE, Block.BETWEEN_PURCHASES, Block.BUYING_AGAIN)
RETURNING = (Block.BETWEEN_PURCHASES, Block.BUYING_AGAIN)
RECOMMENDING = (Block.RECOMMENDING,)
BLOCK_GROUPS: Mapping[str, tuple[Block, ...]] = {
    "before": BEFORE,
    "winning": WINNING,
    "keeping": KEEPING,
    "recommending": RECOMMENDING,
    "after": (*KEEPING, *RECOMMENDING),
    "returning": RETURNING,
    "journey": tuple(Block),
}
"""Named groups that rules speak of; in Dutch b5–b9 are "behoud" and b10 is "aanbeveling"."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of a model: the blocks it covers and the catalogue stages that tell which channels fit.

    `functional_need` and `emotional_need` say what a customer needs and wants to feel here; `do` and `do_not` are
    the advice that goes with the phase whatever the answers are (source 004).
    """

    id: str
    name: str
    description: str
    blocks: tuple[Block, ...]
    stages: tuple[Stage, ...]
    kind: PhaseKind = PhaseKind.COLUMN
    functional_need: str = ""
    emotional_need: str = ""
    do: tuple[str, ...] = ()
    do_not: tuple[str, ...] = ()

    def touches(self, group: Iterable[Block]) -> bool:
        """Tell whether this phase covers at least one block of the group."""
        return any(block in self.blocks for block in group)


@dataclass(frozen=True, slots=True)
class PhaseModel:
    """A way to cut the journey into phases, with the source text that uses it."""

    id: str
    name: str
    description: str
    source: str
    phases: tuple[Phase, ...]

    def phase(self, phase_id: str) -> Phase | None:
        """Return the phase with this id, or None when the model has no such phase."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def phase_of(self, block: Block) -> Phase | None:
        """Return the one phase that covers the block; None means "not in this model"."""
        return next((phase for phase in self.phases if block in phase.blocks), None)

    @property
    def outside(self) -> tuple[Block, ...]:
        """Blocks that no phase of this model covers, in order."""
        return tuple(block for block in Block if self.phase_of(block) is None)

    def targets(self) -> Mapping[Block, Decimal]:
        """Share of attention (0–1) that each block deserves: equal per phase (source 000), even within one."""
        share = Decimal(1) / len(self.phases)
        return {block: share / len(phase.blocks) for phase in self.phases for block in phase.blocks}


@dataclass(frozen=True, slots=True)
class Division:
    """An amount divided over the blocks; `split` marks blocks whose part was split evenly out of one phase."""

    parts: Mapping[Block, Decimal]
    split: frozenset[Block] = frozenset()

    @property
    def total(self) -> Decimal:
        """Sum over all blocks, whichever model is shown."""
        return sum(self.parts.values(), Decimal(0))

    def over(self, blocks: Iterable[Block]) -> Decimal | None:
        """Sum over these blocks; None as soon as one of them is unknown."""
        found = [self.parts.get(block) for block in blocks]
        known = [part for part in found if part is not None]
        return sum(known, Decimal(0)) if len(known) == len(found) else None


def split_evenly(amount: Decimal, count: int, quantum: Decimal) -> tuple[Decimal, ...]:
    """Split an amount in `count` parts that differ by at most one quantum and sum to it exactly.

    The quantum is made finer when the amount itself is finer (1.005 with quantum 0.01 is split in thousandths).
    """
    exponent = amount.as_tuple().exponent
    unit = min(quantum, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) and exponent < 0 else quantum
    base = (amount / count).quantize(unit, rounding=ROUND_DOWN)
    rest = amount - base * count
    extra = int(abs(rest / unit))
    step = unit if rest >= 0 else -unit
    return tuple(base + (step if index < extra else Decimal(0)) for index in range(count))


def spread(
    model: PhaseModel,
    per_phase: Mapping[str, Decimal],
    before: Division | None = None,
    quantum: Decimal = CENT,
) -> Division:
    """Store amounts per phase on the blocks, splitting evenly where a phase covers several.

    A phase whose sum already stands in `before` keeps its finer parts, and blocks outside the model keep theirs,
    so looking at the answer through another model and saving it again changes nothing.
    """
    parts = {block: before.parts[block] for block in model.outside if before and block in before.parts}
    split = {block for block in parts if before and block in before.split}
    for phase in model.phases:
        amount = per_phase.get(phase.id)
        if amount is None:
            continue
        if before is not None and before.over(phase.blocks) == amount:
            parts |= {block: before.parts[block] for block in phase.blocks}
            split |= before.split & set(phase.blocks)
            continue
        parts |= dict(zip(phase.blocks, split_evenly(amount, len(phase.blocks), quantum), strict=True))
        split |= set(phase.blocks) if len(phase.blocks) > 1 else set()
    return Division(parts, frozenset(split))


def gather(model: PhaseModel, division: Division) -> Mapping[str, Decimal | None]:
    """Read amounts back per phase of any model; None where a block of the phase is unknown."""
    return {phase.id: division.over(phase.blocks) for phase in model.phases}


def up_to_purchase(division: Division) -> tuple[Block, ...]:
    """Return the blocks of the phases up to and including purchase, in the model in which the euros were given.

    A model whose purchase phase also covers delivery has split one amount evenly over both blocks: the whole of
    it belongs to the purchase phase, so the sum does not depend on the model that is shown.
    """
    buying, delivery = division.parts.get(Block.BUYING), division.parts.get(Block.DELIVERY)
    split = {Block.BUYING, Block.DELIVERY} <= division.split
    if split and buying is not None and delivery is not None and abs(buying - delivery) <= CENT:
        return (*WINNING, Block.DELIVERY)
    return WINNING


@dataclass(frozen=True, slots=True)
class Matrix:
    """How heavily each channel is used on each block: channel id → block → level 0–3 (0 = not at all)."""

    levels: Mapping[str, Mapping[Block, int]]

    def level(self, channel: str, blocks: Iterable[Block]) -> int | None:
        """Heaviest use on these blocks; None when no block is known."""
        row = self.levels.get(channel, {})
        found = [row[block] for block in blocks if block in row]
        return max(found, default=None)


def spread_levels(
    model: PhaseModel, per_phase: Mapping[str, Mapping[str, int]], before: Matrix | None = None
) -> Matrix:
    """Store a level per phase on every block it covers; untouched phases and outside blocks keep what was there."""
    levels: dict[str, dict[Block, int]] = {}
    for channel, cells in per_phase.items():
        old = dict(before.levels.get(channel, {})) if before else {}
        row = {block: old[block] for block in model.outside if block in old}
        for phase in model.phases:
            level = cells.get(phase.id)
            if level is None:
                continue
            if before is not None and before.level(channel, phase.blocks) == level:
                row |= {block: old[block] for block in phase.blocks if block in old}
            else:
                row |= dict.fromkeys(phase.blocks, level)
        levels[channel] = row
    return Matrix(levels)
