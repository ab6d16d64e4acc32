"""Questions per phase: the cards that a model shows of them, and what comes back from those cards."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.domain.answer import Item, Phased
from workshop.domain.journey import Block, PhaseModel


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a phase: the blocks that say the same; a phase has more than one when its blocks differ.

    `key` is the id of the phase, followed by ".b5" (its first block) when it is not the first card of the phase;
    `item` is None while nothing is known of the phase.
    """

    key: str
    phase: str
    blocks: tuple[Block, ...]
    item: Item | None


def cards(model: PhaseModel, phased: Phased | None) -> tuple[Card, ...]:
    """Return the cards of every phase of a model, in order; nothing is lost that was said in another model."""
    found: list[Card] = []
    for phase in model.phases:
        items = phased.distinct(phase.blocks) if phased else ()
        if not items:
            found.append(Card(phase.id, phase.id, phase.blocks, None))
        for index, item in enumerate(items):
            own = tuple(block for block in phase.blocks if phased and phased.items.get(block) == item)
            found.append(Card(f"{phase.id}.{own[0]}" if index else phase.id, phase.id, own, item))
    return tuple(found)


def collect(model: PhaseModel, given: Mapping[str, Item | None], before: Phased | None) -> Phased | None:
    """Put cards back on the blocks; None when nothing is left.

    An unchanged card leaves everything as it was. The first card of a phase, once changed, also covers the blocks of
    the phase that nothing was said about. Blocks that the model does not show keep what they had.
    """
    old = before.items if before else {}
    items = {block: item for block, item in old.items() if block in model.outside}
    for card in cards(model, before):
        item = given.get(card.key)
        if item is None or not item.answers:
            continue
        blank = () if item == card.item or card.key != card.phase else _blank(model, card.phase, old)
        items |= dict.fromkeys((*card.blocks, *blank), item)
    return Phased({block: items[block] for block in Block if block in items}) if items else None


def _blank(model: PhaseModel, phase_id: str, old: Mapping[Block, Item]) -> tuple[Block, ...]:
    phase = model.phase(phase_id)
    return tuple(block for block in phase.blocks if block not in old) if phase else ()
