"""Facts about what was answered and what is known of the customers."""

from decimal import Decimal

from workshop.domain.answer import Evidence, Status
from workshop.domain.expression import Missing, Outcome
from workshop.domain.facts_channels import absent, of
from workshop.domain.reading import ASPECTS, Reading


def answered(reading: Reading, code: str) -> Outcome:
    """True with a value; false for "weet ik niet" and for a question that was passed over; unknown before that."""
    match reading.status(code):
        case Status.ANSWERED:
            return of(True, code)
        case Status.NOT_APPLICABLE:
            return Outcome(Missing.NOT_APPLICABLE, frozenset({code}))
        case Status.UNKNOWN:
            return of(False, code)
        case None:
            return of(False if reading.passed(code) else None, code)


def said_unknown(reading: Reading, code: str) -> Outcome:
    """True when the answer is "weet ik niet"; unknown while there is no answer."""
    status = reading.status(code)
    return of(None if status is None else status is Status.UNKNOWN, code)


def dont_know_at_least(reading: Reading, least: Decimal, *groups: tuple[str, ...]) -> Outcome:
    """True when at least `least` of these figures are "weet ik niet".

    In a bracket one known answer is enough. Figures that were left open keep it unknown as long as they could
    still make the number.
    """
    unknown: list[str] = []
    open_: list[str] = []
    for group in groups:
        statuses = [reading.status(code) for code in group]
        if Status.ANSWERED in statuses:
            continue
        if Status.UNKNOWN in statuses:
            unknown.append(group[statuses.index(Status.UNKNOWN)])
        elif None in statuses:
            open_.append(group[statuses.index(None)])
    if len(unknown) >= least:
        return of(True, *unknown)
    if len(unknown) + len(open_) >= least:
        return Outcome(Missing.UNKNOWN, frozenset(unknown), frozenset(open_))
    return of(False, *(code for group in groups for code in group))


def items(reading: Reading, code: str) -> Outcome:
    """Number of items in a repeated group; none when it was passed over or is "weet ik niet"."""
    said = answered(reading, code)
    if said.value is True:
        return of(Decimal(len(reading.items(code) or ())), code)
    return of(Decimal(0), code) if said.value is False else said


def aspects_filled(reading: Reading) -> Outcome:
    """How many aspects of customers have a text, over all personas."""
    count = items(reading, "personas")
    if isinstance(count.value, Missing):
        return count
    return of(Decimal(sum(answer is not None and answer.known for _, answer in reading.aspects())), "personas")


def aspects_total(reading: Reading) -> Outcome:
    """How many aspects there are to fill: six per persona."""
    count = items(reading, "personas")
    return count if not isinstance(count.value, Decimal) else of(count.value * len(ASPECTS), "personas")


def _evidence_share(reading: Reading, levels: frozenset[Evidence]) -> Outcome:
    """Share 0–1 of filled aspects with these evidence levels; unknown while levels not given could change it."""
    if (missing := absent(reading, "personas")) is not None:
        return missing
    filled = [answer for _, answer in reading.aspects() if answer is not None and answer.known]
    if not filled:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"personas"}))
    if any(answer.evidence is None for answer in filled):
        return of(None, "personas")
    return of(Decimal(sum(answer.evidence in levels for answer in filled)) / len(filled), "personas")


def assumed_share(reading: Reading) -> Outcome:
    """Share 0–1 of filled customer aspects that are at most an own estimate."""
    return _evidence_share(reading, frozenset({Evidence.NONE, Evidence.ESTIMATE}))


def aspects_measured_share(reading: Reading) -> Outcome:
    """Share 0–1 of filled customer aspects that were measured or counted."""
    return _evidence_share(reading, frozenset({Evidence.MEASURED}))
