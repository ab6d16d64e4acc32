"""Facts about attention and channels: shares of hours and euros, use, fit, cost and yield."""

from decimal import Decimal

from workshop.domain.answer import Status
from workshop.domain.journey import BLOCK_GROUPS, WINNING, Block, Phase
from workshop.domain.outcome import Missing, Operand, Outcome
from workshop.domain.reading import Reading

Blocks = tuple[Block, ...]
ATTRACTING = "stand_out"
"""The task of a channel by which someone first hears of you: that is the way that the last ten customers tell."""


def of(value: Operand | None, *codes: str) -> Outcome:
    """Make an outcome that rests on these answers; None becomes unknown with the same answers missing."""
    seen = frozenset(codes)
    return Outcome(Missing.UNKNOWN, seen, seen) if value is None else Outcome(value, seen)


def absent(reading: Reading, code: str) -> Outcome | None:
    """Return the outcome of a fact whose answer is not there, or None when it is."""
    status = reading.status(code)
    if status is Status.ANSWERED:
        return None
    return Outcome(Missing.NOT_APPLICABLE, frozenset({code})) if status is Status.NOT_APPLICABLE else of(None, code)


def _share(reading: Reading, code: str, group: Blocks) -> Outcome:
    """Share 0–1 of a division that lies in the group, over the blocks that the model shows."""
    if (missing := absent(reading, code)) is not None:
        return missing
    division = reading.division(code)
    inside = reading.blocks_in_model(group)
    if not inside:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({code}))
    part = division.over(inside) if division else None
    total = division.over(reading.blocks_in_model(tuple(Block))) if division else None
    if part is None or total is None:
        return of(None, code)
    return of(part / total, code) if total else Outcome(Missing.NOT_APPLICABLE, frozenset({code}))


def hours_share(reading: Reading, group: Blocks) -> Outcome:
    """Share 0–1 of the week's hours that goes to the group."""
    return _share(reading, "hours_per_phase", group)


def euros_share(reading: Reading, group: Blocks) -> Outcome:
    """Share 0–1 of the month's euros that goes to the group."""
    return _share(reading, "eur_per_phase", group)


def target_share(reading: Reading, group: Blocks) -> Outcome:
    """Share 0–1 of attention that the group deserves: equal per phase of the model, unless the client set another."""
    targets = reading.targets
    inside = [targets[block] for block in group if block in targets]
    return Outcome(sum(inside, Decimal(0))) if inside else Outcome(Missing.NOT_APPLICABLE)


def highest_use(reading: Reading, group: Blocks) -> Outcome:
    """Heaviest channel use 0–3 anywhere in the group; unknown while only zeros and open cells are there."""
    if (missing := absent(reading, "channel_use")) is not None:
        return missing
    inside = reading.blocks_in_model(group)
    if not inside or reading.matrix is None:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"channel_use"}))
    levels = [row.get(block) for row in reading.matrix.levels.values() for block in inside]
    highest = max((level for level in levels if level is not None), default=0)
    return of(None if highest == 0 and None in levels else Decimal(highest), "channel_use")


def covers(reading: Reading, blocks: Blocks, group: Blocks) -> Outcome:
    """Tell whether a phase lies at least partly in a group."""
    return Outcome(any(block in group for block in blocks))


def use(reading: Reading, channel: str, blocks: Blocks) -> Outcome:
    """Use 0–3 of one channel in one phase."""
    if (missing := absent(reading, "channel_use")) is not None:
        return missing
    level = reading.matrix.level(channel, blocks) if reading.matrix else None
    return of(None if level is None else Decimal(level), "channel_use")


def fit(reading: Reading, channel: str, blocks: Blocks) -> Outcome:
    """Fit of one channel in one phase by the catalogue: strong, fair, weak or none."""
    if not channel:
        return of(None, "channel_use")
    phase = next((one for one in reading.model.phases if one.blocks == blocks), None)
    known = phase is not None and reading.questionnaire.channel(channel) is not None
    return Outcome(reading.fit(channel, phase)) if phase is not None and known else Outcome(Missing.NOT_APPLICABLE)


def _channel_number(reading: Reading, channel: str, field: str) -> Decimal | None:
    item = reading.channel_item(channel)
    said = item.get(field) if item else None
    if said is not None and said.status is Status.NOT_APPLICABLE:
        return Decimal(0)
    return said.value if said is not None and isinstance(said.value, Decimal) else None


def channel_cost(reading: Reading, channel: str) -> Outcome:
    """Cost of a channel in euros per month: euros plus hours × cost per hour."""
    euros, hours = (_channel_number(reading, channel, one) for one in ("eur_per_month", "hours_per_month"))
    rate = Decimal(0) if hours == 0 else reading.number("hour_cost")
    if euros is None or hours is None or rate is None:
        codes = ("channels",) if euros is None or hours is None else ("hour_cost",)
        return of(None, *codes)
    return of(euros + hours * rate, "channels", *(("hour_cost",) if hours else ()))


def channel_has_cost(reading: Reading, channel: str) -> Outcome:
    """Tell whether a channel costs euros or hours."""
    parts = [_channel_number(reading, channel, one) for one in ("eur_per_month", "hours_per_month")]
    if any(part is not None and part > 0 for part in parts):
        return of(True, "channels")
    return of(None if None in parts else False, "channels")


def channel_keeps(reading: Reading, channel: str) -> Outcome:
    """Tell whether a channel works for customers one already has: its heaviest use lies after the purchase."""
    if (missing := absent(reading, "channel_use")) is not None:
        return missing
    matrix = reading.matrix
    after = matrix.level(channel, BLOCK_GROUPS["after"]) if matrix else None
    before = matrix.level(channel, WINNING) if matrix else None
    if after is None and before is None:
        return of(None, "channel_use")
    return of((after or 0) > 0 and (after or 0) >= (before or 0), "channel_use")


def channel_attracts(reading: Reading, channel: str) -> Outcome:
    """Tell whether a channel's task is to be found: it stands out, or else its heaviest use is getting attention.

    A channel of whose use nothing was said is taken to attract: nothing says that it explains, sells, serves or keeps.
    """
    item = reading.channel_item(channel)
    jobs = item.get("jobs") if item else None
    if jobs is not None and isinstance(jobs.value, tuple):
        return of(ATTRACTING in jobs.value, "channels")
    matrix = reading.matrix
    later = tuple(block for block in Block if block is not Block.ATTENTION)
    first, rest = (matrix.level(channel, group) if matrix else None for group in ((Block.ATTENTION,), later))
    if first is rest is None:
        return of(True, "channels")
    return of((first or 0) > 0 and (first or 0) >= (rest or 0), "channel_use")


def customers_from(reading: Reading, channel: str) -> Outcome:
    """How many of the last ten customers came through this channel; a channel that was not counted got none."""
    if (missing := absent(reading, "last_ten")) is not None:
        return missing
    return of(Decimal(reading.counts.counts.get(channel, 0)) if reading.counts else None, "last_ten")


def customers_counted(reading: Reading) -> Outcome:
    """How many of the last customers were counted: at most ten."""
    if (missing := absent(reading, "last_ten")) is not None:
        return missing
    return of(Decimal(reading.counts.total) if reading.counts else None, "last_ten")


def top_channel_share(reading: Reading) -> Outcome:
    """Share 0–1 of the counted customers that came through the biggest channel."""
    if (missing := absent(reading, "last_ten")) is not None:
        return missing
    counts = reading.counts
    if counts is None or counts.total == 0:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"last_ten"}))
    return of(Decimal(max(counts.counts.values())) / counts.total, "last_ten")


def top_channel(reading: Reading) -> str | None:
    """Return the channel that brought most of the counted customers."""
    counts = reading.counts
    return max(counts.counts, key=lambda one: counts.counts[one]) if counts and counts.total else None


def strong_channels(reading: Reading, phase: Phase, most: int = 3) -> tuple[str, ...]:
    """Return channels that suit a phase strongly: those already in use first, then by catalogue order."""
    return reading.strong_channels[phase.id][:most]


def better_phase(reading: Reading, channel: str) -> str | None:
    """Return the first phase that a channel suits, strongly before fairly and not yet in heavy use before in use."""
    matrix = reading.matrix
    found: list[tuple[bool, int, str]] = []
    for phase in reading.model.phases:
        fit_here = reading.fit(channel, phase)
        if fit_here in ("strong", "fair"):
            level = matrix.level(channel, phase.blocks) if matrix else None
            found.append((fit_here == "fair", int((level or 0) >= 2), phase.id))
    found.sort(key=lambda one: (one[1], one[0]))
    return found[0][2] if found else None
