"""What a customer costs and brings in: arithmetic on the client's own answers (docs/reference/scoring.md, 5)."""

from dataclasses import dataclass, fields
from decimal import Decimal

from workshop.domain import acquisition, customer_value
from workshop.domain.figure import Figure, product
from workshop.domain.reading import Reading
from workshop.domain.survival import FallingChurn

DISCOUNT_RATE = Decimal("0.10")
"""Default discount rate per year; a questionnaire may set another (`setting discount_rate`)."""


@dataclass(frozen=True, slots=True)
class Economics:
    """The figures of docs/reference/scoring.md, 5; euros per customer unless said otherwise, retention and rates 0–1.

    retention r · margin_per_year m · first_margin m0 · order_margin margin per order · spend euros on winning
    customers in 12 months · acquisition_cost CAC · acquisition_cash CAC without own hours · payback in orders and
    months · clv_excl and clv_incl the first margin · clv5 five years, first margin included · clv5_to_cac ·
    break_even_retention r* · allowable_acquisition_cost CLV5/3 · retention_effect margin per year when five points
    more customers stay (S × 0.05 × m) · care_cost hours without order × cost per hour · revenue_per_year per customer ·
    clv5_falling_churn the same five years when customers leave less and less, by the model `falling_churn` ·
    retention_for_extra_hour what must stay for one more hour of care a year to leave the value equal ·
    margin_without_largest and clv5_without_largest of the other customers, when one brings in over 30 % of revenue.
    """

    retention: Figure
    margin_per_year: Figure
    first_margin: Figure
    order_margin: Figure
    spend: Figure
    acquisition_cost: Figure
    acquisition_cash: Figure
    payback_orders: Figure
    payback_months: Figure
    clv_excl: Figure
    clv_incl: Figure
    clv5: Figure
    clv5_to_cac: Figure
    break_even_retention: Figure
    allowable_acquisition_cost: Figure
    retention_effect: Figure
    care_cost: Figure
    margin_after_care: Figure
    revenue_per_year: Figure
    clv5_falling_churn: Figure
    retention_for_extra_hour: Figure
    margin_without_largest: Figure
    clv5_without_largest: Figure
    falling_churn: FallingChurn | None
    discount_rate: Decimal

    def figure(self, name: str) -> Figure | None:
        """Return a figure by its name, or None when there is no such figure."""
        found = getattr(self, name) if name in FIGURE_NAMES else None
        return found if isinstance(found, Figure) else None


FIGURE_NAMES = frozenset(one.name for one in fields(Economics)) - {"discount_rate", "falling_churn"}
"""Names that conditions and texts may use for figures."""


def economics(reading: Reading) -> Economics:
    """Do all sums on the answers; a figure that cannot be known is None with what is missing or why."""
    rate = reading.questionnaire.settings.get("discount_rate", DISCOUNT_RATE)
    once = customer_value.buys_once(reading)
    r = customer_value.retention(reading)
    m = customer_value.per_year(reading, "order_value", "orders_per_year", "margin")
    m0, order = product(reading, "first_order", "margin"), product(reading, "order_value", "margin")
    spend = acquisition.spend(reading)
    cac, cash = acquisition.acquisition(reading, spend)
    clv5 = customer_value.one_purchase(m0) if once else customer_value.lifetime(m, r, rate)
    clv_excl = customer_value.perpetual(m, r, rate, including=False)
    care = acquisition.hours_cost(reading, "hours_care")
    model, note = customer_value.falling_churn(reading)
    others = customer_value.without_largest(reading, m)
    return Economics(
        retention=r,
        margin_per_year=m,
        first_margin=m0,
        order_margin=order,
        spend=spend,
        acquisition_cost=cac,
        acquisition_cash=cash,
        payback_orders=acquisition.payback(cac, m0 if once else order, "first_margin" if once else "order_margin"),
        payback_months=acquisition.payback(cac, m, "margin_per_year", per=Decimal(12)),
        clv_excl=clv_excl,
        clv_incl=customer_value.perpetual(m, r, rate, including=True),
        clv5=clv5,
        clv5_to_cac=customer_value.ratio(clv5, cac),
        break_even_retention=customer_value.break_even(cac, m, rate),
        allowable_acquisition_cost=customer_value.allowable(clv5),
        retention_effect=customer_value.retention_effect(reading, m, r),
        care_cost=care,
        margin_after_care=customer_value.after_care(m, care),
        revenue_per_year=customer_value.per_year(reading, "order_value", "orders_per_year"),
        clv5_falling_churn=customer_value.falling_lifetime(m, model, note, rate),
        retention_for_extra_hour=customer_value.extra_hour(reading, m, clv_excl, rate),
        margin_without_largest=others,
        clv5_without_largest=others if others.value is None else customer_value.lifetime(others, r, rate),
        falling_churn=model,
        discount_rate=rate,
    )
