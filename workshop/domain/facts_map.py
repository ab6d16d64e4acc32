"""Facts about the journey map: touchpoints, decision moments, experiences, handoffs and surprises."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from workshop.domain.facts_channels import Blocks, absent, highest_use, of
from workshop.domain.journey import RETURNING, Block, Phase
from workshop.domain.journey_map import Cycle, Feeling, Touchpoint, steps_with
from workshop.domain.outcome import Missing, Outcome
from workshop.domain.reading import Reading
from workshop.language.dates import months_between

MAP = "touchpoints"
"""The question on which every fact about the map rests."""
WARM = Decimal(4)
COLD = Decimal(3)


def mean(values: Iterable[int]) -> Decimal | None:
    """Return the mean of whole numbers; None without any."""
    known = list(values)
    return Decimal(sum(known)) / len(known) if known else None


def points_of(reading: Reading, blocks: Blocks = tuple(Block)) -> tuple[Touchpoint, ...] | Outcome:
    """Return the touchpoints that are there today (in these blocks), or the outcome when there is no map to look at.

    What still has to be designed was not experienced or measured yet and surprises nobody.
    """
    if (missing := absent(reading, MAP)) is not None:
        return missing
    return reading.journey.existing(blocks)


def lived_through(reading: Reading, blocks: Blocks = tuple(Block)) -> tuple[Touchpoint, ...] | Outcome:
    """Return the touchpoints that customers meet today; nobody has lived through a map of how it will be."""
    points = points_of(reading, blocks)
    if not isinstance(points, Outcome) and points and reading.journey.designing:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({MAP}))
    return points


def counted(reading: Reading, found: Iterable[object]) -> Outcome:
    """Return how many there are, as a fact that rests on the map."""
    return of(Decimal(sum(1 for _ in found)), MAP)


def touchpoints(reading: Reading, group: Blocks) -> Outcome:
    """How many touchpoints lie in the group; those still to be designed do not count on a map of today."""
    points = points_of(reading, group)
    return points if isinstance(points, Outcome) else counted(reading, points)


def present(reading: Reading, group: Blocks) -> Outcome:
    """Tell whether the customer meets you in the group: a channel is used there, or a touchpoint stands there.

    Where customers buy once, the time between purchases and buying again do not apply.
    """
    if reading.buys_once:
        group = tuple(block for block in group if block not in RETURNING)
    if not group:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"purchase_rhythm"}))
    if reading.journey.existing(group):
        return of(True, MAP)
    use = highest_use(reading, group)
    return Outcome(use.value > 0, use.seen) if isinstance(use.value, Decimal) else use


def present_online(reading: Reading, group: Blocks) -> Outcome:
    """Tell whether the customer can meet you online in the group."""
    online = {one.id for one in reading.questionnaire.channels if one.medium in ("online", "both")}
    if any(one.channel in online for one in reading.journey.existing(group)):
        return of(True, MAP)
    if (missing := absent(reading, "channel_use")) is not None:
        return missing
    matrix, inside = reading.matrix, reading.blocks_in_model(group)
    levels = (
        [row.get(block) for id_, row in matrix.levels.items() if id_ in online for block in inside] if matrix else []
    )
    if any(level for level in levels):
        return of(True, "channel_use")
    return of(None if None in levels else False, "channel_use")


def repeat_steps(reading: Reading) -> Outcome:
    """How many of the six steps of the second cycle have a touchpoint (source 004)."""
    points = points_of(reading)
    if isinstance(points, Outcome):
        return points
    return counted(reading, steps_with(one for one in points if one.cycle is Cycle.REPEAT))


def measured_share(reading: Reading) -> Outcome:
    """Share 0–1 of touchpoints measured in the last twelve months, over those of which it was said."""
    points = lived_through(reading)
    if isinstance(points, Outcome):
        return points
    said = [one for one in (point.measured(reading.on) for point in points) if one is not None]
    return of(Decimal(sum(said)) / len(said) if said else None, MAP)


def _one(reading: Reading, code: str, *, lived: bool = False) -> Touchpoint | Outcome:
    missing = absent(reading, MAP)
    found = None if lived and reading.journey.designing else reading.journey.touchpoint(code)
    return missing or found or Outcome(Missing.NOT_APPLICABLE, frozenset({MAP}))


def shortfall(reading: Reading, code: str) -> Outcome:
    """How far the experience stays behind the expectation at a touchpoint: the larger of both sides, 0 when neither."""
    point = _one(reading, code, lived=True)
    if isinstance(point, Outcome):
        return point
    found = point.shortfalls
    return of(Decimal(max(0, *found)) if found else None, MAP)


def known_shortfall(reading: Reading, code: str) -> Outcome:
    """How far the experience stays behind as far as both are known: 0 where either is missing."""
    found = shortfall(reading, code)
    return found if isinstance(found.value, Decimal) else Outcome(Decimal(0), found.seen)


def mean_shortfall(reading: Reading, group: Blocks) -> Outcome:
    """Mean of expected − experienced over the touchpoints of a group, both sides; unknown while none has both."""
    points = lived_through(reading, group)
    if isinstance(points, Outcome):
        return points
    if not points:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({MAP}))
    return of(mean(one for point in points for one in point.shortfalls), MAP)


def experienced_emotional(reading: Reading, code: str) -> Outcome:
    """How a touchpoint feels to the customer, 1–5."""
    point = _one(reading, code, lived=True)
    if isinstance(point, Outcome):
        return point
    score = point.experienced(Feeling.EMOTIONAL)
    return of(None if score is None else Decimal(score), MAP)


def helped(reading: Reading, code: str) -> Outcome:
    """Tell whether an idea stands at this touchpoint or at the next one."""
    point = _one(reading, code)
    if isinstance(point, Outcome):
        return point
    following = reading.journey.after(point)
    return of(bool(point.text("idea") or (following and following.text("idea"))), MAP)


def lies_in(reading: Reading, code: str, group: Blocks) -> Outcome:
    """Tell whether a touchpoint lies in a group of building blocks."""
    point = _one(reading, code)
    return point if isinstance(point, Outcome) else of(point.block in group, MAP)


def is_decision(reading: Reading, code: str) -> Outcome:
    """Tell whether a touchpoint is a decision moment."""
    point = _one(reading, code)
    return point if isinstance(point, Outcome) else of(point.is_decision, MAP)


def handoffs_open(reading: Reading) -> Outcome:
    """How many handoffs have no receiver; who works alone hands over to partners only."""
    points = points_of(reading)
    if isinstance(points, Outcome):
        return points
    open_ = [one for one in points if one.hands_over and not one.receiver]
    to_partners = [one for one in open_ if one.text("ownership") == "partner"]
    team = reading.text("team")
    if team is None and open_ and not to_partners:
        return Outcome(Missing.UNKNOWN, frozenset({MAP, "team"}), frozenset({"team"}))
    return counted(reading, to_partners if team == "alone" else open_)


def chance_handovers(reading: Reading) -> Outcome:
    """How often the customer passes to another owner in the next phase while that step is left to chance.

    A handoff to someone who is named is no chance.
    """
    points = points_of(reading)
    if isinstance(points, Outcome):
        return points
    if (missing := absent(reading, "phase_checks")) is not None:
        return missing
    pairs = [pair for one in reading.journey.maps for cycle in Cycle for pair in pairwise(one.cycle(cycle))]
    counting = {point.code for point in points}
    steps = [
        _transition(reading, one.block) for one, two in pairs if one.code in counting and _passes(reading, one, two)
    ]
    if "" in steps and "chance" not in steps:
        return of(None, "phase_checks")
    return of(Decimal(steps.count("chance")), MAP, "phase_checks")


def _passes(reading: Reading, one: Touchpoint, two: Touchpoint) -> bool:
    """Tell whether the next touchpoint lies in another phase with another owner, while no receiver was named."""
    moves_on = reading.model.phase_of(one.block) is not reading.model.phase_of(two.block)
    return moves_on and bool(one.owner and two.owner) and one.owner != two.owner and not one.receiver


def _transition(reading: Reading, block: Block) -> str:
    checks = reading.phased("phase_checks")
    item = checks.items.get(block) if checks else None
    said = item.get("transition") if item else None
    return str(said.value) if said is not None and said.known else ""


def cold_phases(reading: Reading) -> Outcome:
    """How many phases work well (functional 4 or more) but leave the customer cold (emotional 3 or less)."""
    points = lived_through(reading)
    if isinstance(points, Outcome):
        return points
    return counted(reading, phases_left_cold(reading)) if _felt(reading) else of(None, MAP)


def phases_left_cold(reading: Reading) -> tuple[Phase, ...]:
    """Return the phases that work well but leave the customer cold."""
    return tuple(phase for phase, does, feels in _felt(reading) if does >= WARM and feels <= COLD)


def _felt(reading: Reading) -> list[tuple[Phase, Decimal, Decimal]]:
    """Return the phases of which it is known how they work and how they feel, with both levels (1–5)."""
    here = ((phase, reading.journey.existing(phase.blocks)) for phase in reading.model.phases)
    levels = ((phase, _level(found, Feeling.FUNCTIONAL), _level(found, Feeling.EMOTIONAL)) for phase, found in here)
    return [(phase, does, feels) for phase, does, feels in levels if does is not None and feels is not None]


def _level(points: Iterable[Touchpoint], feeling: Feeling) -> Decimal | None:
    scores = (one.experienced(feeling) for one in points)
    return mean(score for score in scores if score is not None)


def surprises(reading: Reading) -> Outcome:
    """How many touchpoints hold a surprise; unknown while that was said of none."""
    points = points_of(reading)
    if isinstance(points, Outcome):
        return points
    said = [one for one in (point.says("surprise") for point in points) if one is not None]
    return of(Decimal(sum(said)) if said else None, MAP)


def newest_surprise_months(reading: Reading) -> Outcome:
    """How many months ago the newest surprise began; does not apply without a dated one."""
    points = points_of(reading)
    if isinstance(points, Outcome):
        return points
    days = [day for point in points if point.says("surprise") and (day := point.day("surprise_since")) is not None]
    if not days or reading.on is None:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({MAP}))
    return of(min(months_between(day, reading.on) for day in days), MAP)


def most_personas_on_map(reading: Reading) -> Outcome:
    """How many customer groups stand on the fullest map; one is how it should be (source 002)."""
    if (missing := absent(reading, "maps")) is not None:
        return missing
    return of(Decimal(max((len(one.personas) for one in reading.journey.maps), default=0)), "maps")
