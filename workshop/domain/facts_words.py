"""Facts about what is said to whom, on which side, and how long ago: messages, brand, channels of the customer."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from workshop.domain.answer import Answer, Evidence, Item, Status
from workshop.domain.facts_channels import Blocks, absent, of
from workshop.domain.journey import Phase
from workshop.domain.outcome import Missing, Outcome
from workshop.domain.reading import Reading
from workshop.language.dates import months_between

NOTHING = "none"
"""The choice that says that a message plays on no need."""
SIGNERS = ("decider", "payer", "board", "buyer")
"""Roles that sign or pay, beside the one who uses it (source 000)."""


def buys_once(reading: Reading) -> Outcome:
    """Tell whether a customer normally buys once, as with a kitchen; false until someone says so.

    It says for whom a rule is meant, so it is no evidence of a gap.
    """
    return Outcome(reading.buys_once)


def starting(reading: Reading) -> Outcome:
    """Tell whether someone has hardly any customers yet; false until he says so; no evidence of a gap either."""
    return Outcome(reading.starting)


def months_since(reading: Reading, code: str) -> Outcome:
    """Months from a date that was given to the day of judging."""
    if (missing := absent(reading, code)) is not None:
        return missing
    day = reading.day(code)
    return of(months_between(day, reading.on) if day and reading.on else None, code)


def evidence_of(reading: Reading, code: str) -> Outcome:
    """What an answer rests on, 0–3; unknown while that was not said."""
    if (missing := absent(reading, code)) is not None:
        return missing
    level = reading.evidence(code)
    return of(None if level is None else Decimal(level), code)


def _messages(reading: Reading, group: Blocks) -> tuple[Item, ...] | Outcome:
    if (missing := absent(reading, "messages")) is not None:
        return missing
    phased = reading.phased("messages")
    return phased.distinct(group) if phased else ()


def _said(items: Iterable[Item], code: str) -> Iterator[Answer]:
    yield from (said for item in items if (said := item.get(code)) is not None and said.known)


def messages_without_need(reading: Reading, group: Blocks) -> Outcome:
    """How many messages in the group play on no wish, need, fear or desire of the customer."""
    found = _messages(reading, group)
    if isinstance(found, Outcome):
        return found
    said = list(_said(found, "need"))
    return of(Decimal(sum(one.value == NOTHING for one in said)) if said else None, "messages")


def messages_on(reading: Reading, aspect: str) -> Outcome:
    """How many messages play on this aspect of the customer picture, such as desires."""
    found = _messages(reading, tuple(reading.model.targets()))
    if isinstance(found, Outcome):
        return found
    said = list(_said(found, "need"))
    return of(Decimal(sum(one.value == aspect for one in said)) if said else None, "messages")


def lowest_five_seconds(reading: Reading) -> Outcome:
    """The worst result of the five-second test: of five people, how many say rightly what is offered."""
    found = _messages(reading, tuple(reading.model.targets()))
    if isinstance(found, Outcome):
        return found
    scores = [one.value for one in _said(found, "five_seconds") if isinstance(one.value, Decimal)]
    return of(min(scores, default=None), "messages")


def _items_asked(reading: Reading, code: str, field: str) -> tuple[Item, ...] | Outcome:
    """Return the items of a group, or the outcome when there are none or this field of them is not asked."""
    if reading.status(f"{code}.{field}") is Status.NOT_APPLICABLE:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({code}))
    missing = absent(reading, code)
    return missing if missing is not None else reading.items(code) or ()


def dreams_filled(reading: Reading) -> Outcome:
    """For how many customer groups the dream is known; unknown while none is told and nothing later was answered."""
    found = _items_asked(reading, "personas", "dream")
    if isinstance(found, Outcome):
        return found
    told = any(item.get("dream") is not None for item in found) or reading.went_on("personas")
    return of(Decimal(sum(1 for _ in _said(found, "dream"))) if told else None, "personas")


def roles_unserved(reading: Reading) -> Outcome:
    """How many roles sign or pay without an explanation of their own, where more than one role decides."""
    found = _items_asked(reading, "personas", "deciders")
    if isinstance(found, Outcome):
        return found
    unserved: set[str] = set()
    said = False
    for item in found:
        deciders, served = (_ticked(item, code) for code in ("deciders", "served_roles"))
        if deciders is None or (served is None and len(deciders) > 1):
            continue
        said = True
        if len(deciders) > 1:
            unserved |= {role for role in deciders if role in SIGNERS and role not in (served or ())}
    return of(Decimal(len(unserved)) if said else None, "personas")


def _ticked(item: Item, code: str) -> tuple[str, ...] | None:
    said = item.get(code)
    if said is None or not isinstance(said.value, tuple):
        return None
    return tuple(one for one in said.value if isinstance(one, str))


def brand_share(reading: Reading) -> Outcome:
    """Share 0–1 of channels that show who you are, over those of which it was said."""
    found = _items_asked(reading, "channels", "brand_visible")
    if isinstance(found, Outcome):
        return found
    said = [one.value is True for one in _said(found, "brand_visible")]
    return of(Decimal(sum(said)) / len(said) if said else None, "channels")


def _media(reading: Reading) -> dict[str, str]:
    return {one.id: one.medium for one in reading.questionnaire.channels}


def side_share(reading: Reading) -> Outcome:
    """Largest share 0–1 of channel use that lies online or offline; a channel that is both counts half on each side."""
    if (missing := absent(reading, "channel_use")) is not None:
        return missing
    online = total = Decimal(0)
    media = _media(reading)
    worth = {"online": Decimal(1), "both": Decimal("0.5")}
    for channel, use in _use_of_channels(reading).items():
        total += use
        online += use * worth.get(media.get(channel, ""), Decimal(0))
    if not total:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"channel_use"}))
    return of(max(online, total - online) / total, "channel_use")


def customer_channels(reading: Reading, blocks: Blocks, least: Evidence = Evidence.HEARD) -> tuple[str, ...]:
    """Return the channels that customers use themselves in these blocks, as heard or measured."""
    phased = reading.phased("phase_checks")
    items = phased.distinct(blocks) if phased else ()
    said = (one for one in _said(items, "customer_channels") if (one.evidence or Evidence.NONE) >= least)
    return tuple(dict.fromkeys(str(code) for one in said if isinstance(one.value, tuple) for code in one.value))


def customers_on_other_side(reading: Reading) -> Outcome:
    """Tell whether customers use a channel on the side, online or offline, where you do least."""
    checks = absent(reading, "phase_checks")
    if checks is not None:
        return checks
    share = side_share(reading)
    if isinstance(share.value, Missing):
        return share
    media = _media(reading)
    mostly = _mostly_online(reading, media)
    other = "offline" if mostly else "online"
    used = customer_channels(reading, tuple(reading.model.targets()))
    return of(any(media.get(one) == other for one in used), "phase_checks", "channel_use")


def _mostly_online(reading: Reading, media: dict[str, str]) -> bool:
    used = _use_of_channels(reading).items()
    return sum(use for id_, use in used if media.get(id_) == "online") >= sum(
        use for id_, use in used if media.get(id_) == "offline"
    )


def _use_of_channels(reading: Reading) -> dict[str, Decimal]:
    """Sum up how heavily each channel is used over the phases of the model."""
    phases, matrix = reading.model.phases, reading.matrix
    if matrix is None:
        return {}
    return {id_: Decimal(sum(matrix.level(id_, one.blocks) or 0 for one in phases)) for id_ in matrix.levels}


def missed_channels(reading: Reading, phase: Blocks) -> Outcome:
    """How many channels customers use in a phase where you are in none of them; heard or measured only."""
    if (missing := absent(reading, "phase_checks")) is not None:
        return missing
    used = customer_channels(reading, phase)
    if not used:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"phase_checks"}))
    matrix = reading.matrix
    if matrix is None:
        return absent(reading, "channel_use") or of(None, "channel_use")
    there = {point.channel for point in reading.journey.existing(phase)}
    levels = [matrix.level(one, phase) for one in used if one in matrix.levels]
    if any(level for level in levels) or there & set(used):
        return of(Decimal(0), "phase_checks", "channel_use")
    return of(None, "channel_use") if None in levels else of(Decimal(len(used)), "phase_checks", "channel_use")


def channels_of_customers(reading: Reading, phase: Phase) -> tuple[str, ...]:
    """Return the channels for the placeholder {customer_channels}."""
    return customer_channels(reading, phase.blocks)
