"""The seven indicators of a phase and the attention it gets, read from the answers (docs/reference/scoring.md, 2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.answer import Item
from workshop.domain.journey import RETURNING, Phase
from workshop.domain.journey_map import Feeling, Touchpoint
from workshop.domain.reading import FIT_VALUES, FITTING, ChannelUse, Reading
from workshop.domain.scoring import (
    HUNDRED,
    Indicator,
    PhaseScore,
    Score,
    attention_score,
    balance_index,
    channel_fit_score,
    experience,
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
MESSAGE_PARTS: Mapping[str, Decimal] = {
    "need": Decimal(40),
    "five_seconds": Decimal(30),
    "call_to_action": Decimal(15),
    "last_change": Decimal(15),
}
"""Points for a message that plays on a need, is understood, says what to do, and was mended within a year."""
PEOPLE_TESTED = Decimal(5)


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
    targets = {phase.id: reading.target(phase) for phase in reading.model.phases}
    known = [share for share in shares.values() if share is not None]
    balance = balance_index(known, list(targets.values())) if len(known) == len(phases) > 1 else None
    nothing: dict[str, Decimal | None] = dict.fromkeys(phases)
    return Attention(dict(hours or nothing), dict(euros or nothing), shares, targets, balance)


def score_phase(reading: Reading, phase: Phase, shared: Attention) -> PhaseScore:
    """Score one phase; a phase known to have no channel and no touchpoint scores 0 with full certainty.

    A phase that is all about coming back does not apply where customers buy once.
    """
    cells, points = reading.cells(phase), reading.journey.existing(phase.blocks)
    skipped = reading.matrix is not None and all(cell.level == 0 for cell in cells) and not points
    share = shared.shares[phase.id]
    values: dict[str, Decimal | None] = {
        "coverage": Decimal(0) if skipped else coverage(cells, [reading.fit(one.channel, phase) for one in points]),
        "fit": channel_fit_score((cell.level or 0, FIT_VALUES[cell.fit]) for cell in cells),
        "attention": None if share is None else attention_score(share, shared.targets[phase.id]),
        "experience": None if reading.journey.designing else experienced(points),
        "message": message(reading, phase),
        "measuring": None if reading.journey.designing else _share(one.measured(reading.on) for one in points),
        "ownership": _owners(points) if points else ownership(reading, cells),
    }
    none = reading.buys_once and all(block in RETURNING for block in phase.blocks)
    indicators = tuple(
        Indicator(id_, weight, values.get(id_), applies=not none and (not skipped or id_ == "coverage"))
        for id_, weight in WEIGHTS.items()
    )
    skipped = skipped and not none
    score = Score(Decimal(0), Decimal(0), Decimal(0), HUNDRED) if skipped else weigh(indicators)
    return PhaseScore(phase.id, score, indicators, skipped)


def coverage(cells: tuple[ChannelUse, ...], fits: Sequence[str] = ()) -> Decimal | None:
    """Score whether a phase is served: 100 by a channel that fits, 50 only by weak ones, None while unknown.

    `fits` are the fits of the channels of the touchpoints in the phase.
    """
    if any(cell.used and cell.fits for cell in cells) or any(fit in FITTING for fit in fits):
        return HUNDRED
    if (not cells and not fits) or any(cell.level is None for cell in cells):
        return None
    return Decimal(50) if fits or any(cell.used for cell in cells) else Decimal(0)


def experienced(points: Iterable[Touchpoint]) -> Decimal | None:
    """Score what customers experience against what they expect, over both sides of every touchpoint that has both."""
    sides = ((point.experienced(side), point.expected(side)) for point in points for side in Feeling)
    return _mean([experience(Decimal(got), Decimal(due)) for got, due in sides if got is not None and due is not None])


def message(reading: Reading, phase: Phase) -> Decimal | None:
    """Score the texts and images of a phase; None while less than half of the parts is known."""
    phased = reading.phased("messages")
    scores = [_message(item) for item in phased.distinct(phase.blocks)] if phased else []
    return _mean([score for score in scores if score is not None])


def _message(item: Item) -> Decimal | None:
    parts = [Indicator(part, weight, _message_part(item, part)) for part, weight in MESSAGE_PARTS.items()]
    return weigh(parts).value


def _message_part(item: Item, part: str) -> Decimal | None:
    answer = item.get(part)
    match answer.value if answer is not None and answer.known else None:
        case None:
            return None
        case Decimal() as right:
            return min(HUNDRED, right / PEOPLE_TESTED * HUNDRED)
        case bool() as yes:
            return HUNDRED if yes else Decimal(0)
        case value:
            good = value == "under_year" if part == "last_change" else value != "none"
            return HUNDRED if good else Decimal(0)


def _owners(points: Iterable[Touchpoint]) -> Decimal | None:
    """Score the touchpoints that have an owner; a handoff that nobody receives counts half."""
    return _mean([_owner_points(one) for one in points if one.owner is not None])


def _owner_points(point: Touchpoint) -> Decimal:
    if not point.owner:
        return Decimal(0)
    return Decimal(50) if point.hands_over and not point.receiver else HUNDRED


def _share(said: Iterable[bool | None]) -> Decimal | None:
    return _mean([HUNDRED if one else Decimal(0) for one in said if one is not None])


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if values else None


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
