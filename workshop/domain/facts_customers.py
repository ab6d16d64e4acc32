"""Facts about what was answered and what is known of the customers."""

from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.answer import Evidence, Status
from workshop.domain.expression import AllOf, Argument, Name
from workshop.domain.facts_channels import absent, of
from workshop.domain.outcome import Missing, Outcome
from workshop.domain.reading import ASPECTS, Reading

REASONS = ("buying_reasons", "drop_reasons")
"""Why a customer buys and why he does not: the rest of what a customer picture rests on."""


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


@dataclass(frozen=True, slots=True)
class _Known:
    """Whether a figure is known: `state` known, unknown ("weet ik niet"), open or dropped, with the codes behind it."""

    state: str
    codes: tuple[str, ...]


def _known(reading: Reading, figure: Argument) -> _Known:
    """Look up a figure: a code; in round brackets one known answer is enough, in square ones all are needed."""
    match figure:
        case AllOf(parts=parts):
            return _first_of([_known(reading, one) for one in parts], ("unknown", "open", "dropped", "known"))
        case tuple():
            return _first_of([_known(reading, one) for one in figure], ("known", "unknown", "open", "dropped"))
    code = figure.id if isinstance(figure, Name) else str(figure)
    states = {Status.ANSWERED: "known", Status.UNKNOWN: "unknown", Status.NOT_APPLICABLE: "dropped"}
    status = reading.status(code)
    return _Known("open" if status is None else states[status], (code,))


def _first_of(found: list[_Known], order: tuple[str, ...]) -> _Known:
    state = min((one.state for one in found), key=order.index)
    return _Known(state, tuple(code for one in found if one.state == state for code in one.codes))


def dont_know_at_least(reading: Reading, least: Decimal, *figures: Argument) -> Outcome:
    """True when at least `least` of these figures are "weet ik niet".

    In round brackets one known answer is enough, in square ones all are needed. Figures that were left open keep it
    unknown as long as they could still make the number.
    """
    found = [_known(reading, one) for one in figures]
    unknown = [one for one in found if one.state == "unknown"]
    open_ = [one for one in found if one.state == "open"]
    if len(unknown) >= least:
        return of(True, *(code for one in unknown for code in one.codes))
    if len(unknown) + len(open_) >= least:
        seen = frozenset(code for one in unknown for code in one.codes)
        return Outcome(Missing.UNKNOWN, seen, frozenset(code for one in open_ for code in one.codes))
    return of(False, *(code for one in found for code in one.codes))


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


def _evidence_share(reading: Reading, levels: frozenset[Evidence], also: tuple[str, ...] = ()) -> Outcome:
    """Share 0–1 of filled fields with these evidence levels; unknown while levels not given could change it.

    The fields are the aspects of every persona, and those in `also`.
    """
    if (missing := absent(reading, "personas")) is not None:
        return missing
    said = [item.get(code) for item in reading.items("personas") or () for code in (*ASPECTS, *also)]
    filled = [answer for answer in said if answer is not None and answer.known]
    if not filled:
        return Outcome(Missing.NOT_APPLICABLE, frozenset({"personas"}))
    if any(answer.evidence is None for answer in filled):
        return of(None, "personas")
    return of(Decimal(sum(answer.evidence in levels for answer in filled)) / len(filled), "personas")


def assumed_share(reading: Reading) -> Outcome:
    """Share 0–1 of what is said of customers (aspects, reasons to buy or not) that is at most an own estimate."""
    return _evidence_share(reading, frozenset({Evidence.NONE, Evidence.ESTIMATE}), REASONS)


def aspects_measured_share(reading: Reading) -> Outcome:
    """Share 0–1 of filled customer aspects that were measured or counted."""
    return _evidence_share(reading, frozenset({Evidence.MEASURED}))
