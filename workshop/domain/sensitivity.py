"""What if one thing were a little different: plain arithmetic on the same answers, no forecast."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workshop.domain.economics import Economics
from workshop.domain.figure import ONE_OFF
from workshop.domain.formulas import five_year_value

RETENTION_STEP = Decimal("0.05")
PRICE_STEP = Decimal("0.05")
HOURS_STEP = Decimal("0.25")


class Change(StrEnum):
    """What changes: the share that stays, the price at equal costs, or the hours to win a customer."""

    RETENTION = "retention"
    PRICE = "price"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Outlook:
    """Five-year value, acquisition cost and what each euro brings in; None while unknown or not possible."""

    clv5: Decimal | None
    cost: Decimal | None

    @property
    def ratio(self) -> Decimal | None:
        """Return value per euro of acquisition; none without a cost or without anything left."""
        if not self.cost or self.clv5 is None or self.clv5 <= 0 or self.cost < 0:
            return None
        return self.clv5 / self.cost

    @property
    def figures(self) -> Mapping[str, Decimal | None]:
        """Return what is set side by side: clv5, cost and ratio."""
        return {"clv5": self.clv5, "cost": self.cost, "ratio": self.ratio}

    def less(self, other: "Outlook") -> Mapping[str, Decimal | None]:
        """Return each figure minus that of another."""
        return {name: _minus(value, other.figures[name]) for name, value in self.figures.items()}


@dataclass(frozen=True, slots=True)
class Variation:
    """One thing a step up or down: `step` is a share of all customers, a share of the price, or hours."""

    change: Change
    step: Decimal
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Today's outlook beside each variation that can be calculated."""

    now: Outlook
    variations: tuple[Variation, ...]


def sensitivity(sums: Economics) -> Sensitivity:
    """Vary retention, price and hours by a step each way; only what the answers allow."""
    now = Outlook(sums.clv5.value, sums.acquisition_cost.value)
    return Sensitivity(now, (*_retention(sums, now), *_price(sums, now), *_hours(sums, now)))


def _retention(sums: Economics, now: Outlook) -> Iterator[Variation]:
    """Five points more and fewer; fewer points where fewer are left between none and all."""
    m, r = sums.margin_per_year.value, sums.retention.value
    if m is None or r is None:
        return
    for step in (min(RETENTION_STEP, 1 - r), -min(RETENTION_STEP, r)):
        if step:
            clv5 = five_year_value(m, r + step, sums.discount_rate)
            yield Variation(Change.RETENTION, step, Outlook(clv5, now.cost))


def _price(sums: Economics, now: Outlook) -> Iterator[Variation]:
    """Five per cent of the order value more or less margin, with the same costs and the same customers."""
    once = sums.margin_per_year == ONE_OFF
    m = sums.first_margin if once else sums.margin_per_year
    price = m.inputs.get("first_order") if once else sums.revenue_per_year.value
    if m.value is None or price is None or now.clv5 is None:
        return
    for step in (PRICE_STEP, -PRICE_STEP):
        margin = m.value + step * price
        r = sums.retention.value
        clv5 = margin if once or r is None else five_year_value(margin, r, sums.discount_rate)
        yield Variation(Change.PRICE, step, Outlook(clv5, now.cost))


def _hours(sums: Economics, now: Outlook) -> Iterator[Variation]:
    """A quarter of an hour fewer and more to win a customer; never fewer hours than none."""
    inputs = sums.acquisition_cost.inputs
    hours, price = inputs.get("hours_to_win"), inputs.get("hour_cost")
    if now.cost is None or hours is None or not price:
        return
    for step in (-min(HOURS_STEP, hours), HOURS_STEP):
        if step:
            yield Variation(Change.HOURS, step, Outlook(now.clv5, now.cost + step * price))


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other
