"""The seven indicators of a phase and the attention it gets, read from the answers (docs/reference/scoring.md, 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.journey import Phase
from workshop.domain.reading import FIT_VALUES, ChannelUse, Reading
from workshop.domain.scoring import (
    HUNDRED,
    Indicator,
    PhaseScore,
    Score,
    attention_score,
    balance_index,
    channel_fit_score,
    weigh,
)

WEIGHTS: Mapping[str, Decimal] = {
    "coverage": Decimal(20),
    "fit": Decimal(15),
    "attention": Decimal(15),
    "experience": Decimal(20),
    "message": Decimal(10),
    "measuring": Decimal(10),
    "ownership": Decimal(10),
}
"""Weight of each indicator; experience, message and measuring need the full session and are unknown in the scan."""


@dataclass(frozen=True, slots=True)
class Attention:
    """Share of hours and euros per phase (0–1), the target, and the balance index 0–100; None where unknown."""

    hours: Mapping[str, Decimal | None]
    euros: Mapping[str, Decimal | None]
    shares: Mapping[str, Decimal | None]
    targets: Mapping[str, Decimal]
    balance: Decimal | None


def attention(reading: Reading) -> Attention:
    """Divide attention over the phases: half hours, half euros; hours only where euros are unknown."""
    phases = [phase.id for phase in reading.model.phases]
    hours, euros = reading.shares("hours_per_phase"), reading.shares("eur_per_phase")
    shares: dict[str, Decimal | None] = dict.fromkeys(phases)
    if hours is not None:
        shares = {one: (hours[one] + euros[one]) / 2 if euros is not None else hours[one] for one in phases}
    targets = dict.fromkeys(phases, Decimal(1) / len(phases))
    known = [share for share in shares.values() if share is not None]
    balance = balance_index(known, list(targets.values())) if len(known) == len(phases) > 1 else None
    nothing: dict[str, Decimal | None] = dict.fromkeys(phases)
    return Attention(dict(hours or nothing), dict(euros or nothing), shares, targets, balance)


def score_phase(reading: Reading, phase: Phase, shared: Attention) -> PhaseScore:
    """Score one phase; a phase known to have no channel at all scores 0 with full certainty."""
    cells = reading.cells(phase)
    skipped = reading.matrix is not None and all(cell.level == 0 for cell in cells)
    share = shared.shares[phase.id]
    values: dict[str, Decimal | None] = {
        "coverage": Decimal(0) if skipped else coverage(cells),
        "fit": channel_fit_score((cell.level or 0, FIT_VALUES[cell.fit]) for cell in cells),
        "attention": None if share is None else attention_score(share, shared.targets[phase.id]),
        "ownership": ownership(reading, cells),
    }
    indicators = tuple(
        Indicator(id_, weight, values.get(id_), applies=not skipped or id_ == "coverage")
        for id_, weight in WEIGHTS.items()
    )
    score = Score(Decimal(0), Decimal(0), Decimal(0), HUNDRED) if skipped else weigh(indicators)
    return PhaseScore(phase.id, score, indicators, skipped)


def coverage(cells: tuple[ChannelUse, ...]) -> Decimal | None:
    """Score whether a phase is served: 100 by a channel that fits, 50 only by weak ones, None while unknown."""
    if any(cell.used and cell.fits for cell in cells):
        return HUNDRED
    if not cells or any(cell.level is None for cell in cells):
        return None
    return Decimal(50) if any(cell.used for cell in cells) else Decimal(0)


def ownership(reading: Reading, cells: tuple[ChannelUse, ...]) -> Decimal | None:
    """Score the share of channels in use that have an owner, over those whose owner was named; None when none was."""
    named = [has for cell in cells if cell.used for has in [owned(reading, cell.channel)] if has is not None]
    return Decimal(sum(named)) / len(named) * HUNDRED if named else None


def owned(reading: Reading, channel: str) -> bool | None:
    """Tell whether someone owns a channel; None when nothing was said, False for words such as "niemand"."""
    item = reading.channel_item(channel)
    said = item.get("owner") if item else None
    if said is None or not said.known or not isinstance(said.value, str):
        return None
    question = reading.questionnaire.question("channels")
    field = question.field("owner") if question else None
    return said.value.strip().lower() not in (field.nobody if field else ())
