"""What if: the same sums with some numbers as someone tries them out; arithmetic, no forecast, and nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from workshop.domain.answer import Answer
from workshop.domain.economics import Economics, economics
from workshop.domain.reading import Reading

COUNTS = ("customers_start", "customers_end", "customers_new")
"""The three counts out of which retention is worked out."""


class Knob(StrEnum):
    """A number to try out; all but RETENTION carry the code of their question.

    RETENTION and MARGIN are fractions (0.55 is 55 %), amounts are euros, HOURS_TO_WIN hours per new customer.
    """

    RETENTION = "retention"
    ORDERS_PER_YEAR = "orders_per_year"
    ORDER_VALUE = "order_value"
    FIRST_ORDER = "first_order"
    MARGIN = "margin"
    HOURS_TO_WIN = "hours_to_win"
    HOUR_COST = "hour_cost"
    ACQUISITION_SPEND = "acquisition_spend"
    CUSTOMERS_NEW = "customers_new"


_ONCE = frozenset({Knob.FIRST_ORDER})
_AGAIN = frozenset({Knob.RETENTION, Knob.ORDERS_PER_YEAR, Knob.ORDER_VALUE})


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The sums as they are and as they would be; `tried` are the numbers that differ from now.

    `assumed` are those of them that nobody answered: without them the sum could not be made.
    """

    now: Economics
    then: Economics
    tried: Mapping[Knob, Decimal]
    assumed: frozenset[Knob]


def knobs(reading: Reading) -> tuple[Knob, ...]:
    """Return what can be tried out: what the questionnaire asks and what counts for how its customers buy."""
    left_out = _AGAIN if reading.buys_once else _ONCE
    return tuple(one for one in Knob if one not in left_out and _asked(reading, one))


def price_knob(reading: Reading) -> Knob:
    """Return the knob of the price: that of the one purchase, or of an average one."""
    return Knob.FIRST_ORDER if reading.buys_once else Knob.ORDER_VALUE


def standing(reading: Reading, knob: Knob, sums: Economics) -> Decimal | None:
    """Return what a knob stands at now; None while nobody knows."""
    match knob:
        case Knob.RETENTION:
            return sums.retention.value
        case Knob.ACQUISITION_SPEND:
            return sums.spend.value
        case _:
            return reading.number(knob)


def try_out(reading: Reading, sums: Economics, wanted: Mapping[Knob, Decimal], *, same_costs: bool = True) -> WhatIf:
    """Do the sums again with these numbers; one that is as it was changes nothing.

    A price that changes takes the margin along when the costs of a purchase stay the same (`same_costs`); else the
    margin stays the same share of the price. New customers leave retention as it is, and the other way round.
    """
    now = {one: standing(reading, one, sums) for one in knobs(reading)}
    tried = {one: value for one, value in wanted.items() if one in now and value != now[one]}
    if not tried:
        return WhatIf(sums, sums, {}, frozenset())
    answers = {one.value: value for one, value in tried.items() if one is not Knob.RETENTION}
    if (margin := _margin(reading, tried, same_costs=same_costs)) is not None:
        answers[Knob.MARGIN] = margin
    answers |= _retention(reading, tried, now.get(Knob.RETENTION))
    changes = {code: Answer(value=value) for code, value in answers.items()}
    then = economics(replace(reading, response=reading.response.with_answers(changes)))
    return WhatIf(sums, then, tried, frozenset(one for one in tried if now[one] is None))


def _asked(reading: Reading, knob: Knob) -> bool:
    codes = (*COUNTS, "repeat_rate") if knob is Knob.RETENTION else (knob.value,)
    return any(reading.questionnaire.question(code) for code in codes)


def _margin(reading: Reading, tried: Mapping[Knob, Decimal], *, same_costs: bool) -> Decimal | None:
    """Return the share that is left at a new price when a purchase costs what it did; None when that is not so."""
    price = price_knob(reading)
    was, new = reading.number(price), tried.get(price)
    margin = tried.get(Knob.MARGIN, reading.number(Knob.MARGIN))
    if not same_costs or was is None or margin is None or not new:
        return None
    return 1 - was * (1 - margin) / new


def _retention(reading: Reading, tried: Mapping[Knob, Decimal], now: Decimal | None) -> Mapping[str, Decimal]:
    """Return the answers with which the domain finds this retention: the counts where they are known, else a share."""
    wanted = tried.get(Knob.RETENTION, now)
    if wanted is None or reading.buys_once or not tried.keys() & {Knob.RETENTION, Knob.CUSTOMERS_NEW}:
        return {}
    start, end, new = (reading.number(code) for code in COUNTS)
    new = tried.get(Knob.CUSTOMERS_NEW, new)
    if start and end is not None and new is not None:
        return {"customers_end": new + wanted * start}
    return {"repeat_rate": wanted}
