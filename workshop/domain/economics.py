"""What a customer costs and brings in: arithmetic on the client's own answers (docs/reference/scoring.md, 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal

from workshop.domain.answer import Status
from workshop.domain.formulas import (
    break_even_retention,
    clv_excluding_first,
    clv_including_first,
    five_year_value,
)
from workshop.domain.journey import up_to_purchase
from workshop.domain.reading import Reading

DISCOUNT_RATE = Decimal("0.10")
"""Default discount rate per year; a questionnaire may set another (`setting discount_rate`)."""
POINTS_MORE = Decimal("0.05")
"""Five points more customers who stay: the size of the "what is at stake" sum."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A calculated figure: None when it cannot be known; `codes` are the answers it rests on.

    `missing` are answers that would be needed; `note` a words key (section [economics.note]) that explains a
    missing or special value; `inputs` the numbers of the sum, by the names of the formula.
    """

    value: Decimal | None
    codes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    note: str = ""
    inputs: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Economics:
    """The figures of docs/reference/scoring.md, 5; euros per customer unless said otherwise, retention and rates 0–1.

    retention r · margin_per_year m · first_margin m0 · order_margin margin per order · spend euros on winning
    customers in 12 months · acquisition_cost CAC · acquisition_cash CAC without own hours · payback in orders and
    months · clv_excl and clv_incl the first margin · clv5 five years, first margin included · clv5_to_cac ·
    break_even_retention r* · allowable_acquisition_cost CLV5/3 · retention_effect margin per year when five points
    more customers stay (S × 0.05 × m) · care_cost hours without order × cost per hour · revenue_per_year per customer.
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
    discount_rate: Decimal

    def figure(self, name: str) -> Figure | None:
        """Return a figure by its name, or None when there is no such figure."""
        found = getattr(self, name) if name in FIGURE_NAMES else None
        return found if isinstance(found, Figure) else None


FIGURE_NAMES = frozenset(one.name for one in fields(Economics)) - {"discount_rate"}
"""Names that conditions and texts may use for figures."""


def economics(reading: Reading) -> Economics:
    """Do all sums on the answers; a figure that cannot be known is None with what is missing or why."""
    rate = reading.questionnaire.settings.get("discount_rate", DISCOUNT_RATE)
    r, m, m0 = _retention(reading), _margin_per_year(reading), _product(reading, "first_order", "margin")
    order = _product(reading, "order_value", "margin")
    spend = _spend(reading)
    cac, cash = _acquisition(reading, spend)
    clv5 = _lifetime(m, r, rate)
    care = _care_cost(reading)
    return Economics(
        retention=r,
        margin_per_year=m,
        first_margin=m0,
        order_margin=order,
        spend=spend,
        acquisition_cost=cac,
        acquisition_cash=cash,
        payback_orders=_payback(cac, order, "order_margin"),
        payback_months=_payback(cac, m, "margin_per_year", per=Decimal(12)),
        clv_excl=_perpetual(m, r, rate, including=False),
        clv_incl=_perpetual(m, r, rate, including=True),
        clv5=clv5,
        clv5_to_cac=_ratio(clv5, cac),
        break_even_retention=_break_even(cac, m, rate),
        allowable_acquisition_cost=_allowable(clv5),
        retention_effect=_retention_effect(reading, m, r),
        care_cost=care,
        margin_after_care=_margin_after_care(m, care),
        revenue_per_year=_product(reading, "order_value", "orders_per_year"),
        discount_rate=rate,
    )


def _product(reading: Reading, *codes: str) -> Figure:
    """Multiply answers; unknown as soon as one is."""
    inputs = {code: value for code in codes if (value := reading.number(code)) is not None}
    missing = tuple(code for code in codes if code not in inputs)
    if missing:
        return Figure(None, tuple(inputs), missing, _why(reading, missing), inputs)
    value = Decimal(1)
    for factor in inputs.values():
        value *= factor
    return Figure(value, codes, inputs=inputs)


def _why(reading: Reading, missing: tuple[str, ...]) -> str:
    """Tell whether missing answers do not apply or are simply not known."""
    dropped = all(reading.status(code) is Status.NOT_APPLICABLE for code in missing)
    return "not_applicable" if dropped else "missing"


def _lacking(*figures: Figure, note: str = "missing") -> Figure:
    """Make an unknown figure out of figures it would need, passing on what is missing and why."""
    codes = tuple(dict.fromkeys(code for one in figures for code in one.codes))
    missing = tuple(dict.fromkeys(code for one in figures for code in one.missing))
    reason = next((one.note for one in figures if one.value is None and one.note not in ("", "missing")), note)
    return Figure(None, codes, missing, reason)


def _from(value: Decimal | None, note: str = "", /, **parts: Figure | Decimal) -> Figure:
    """Make a figure out of others, keeping what it rests on and the numbers of its sum."""
    figures = [one for one in parts.values() if isinstance(one, Figure)]
    codes = tuple(dict.fromkeys(code for one in figures for code in one.codes))
    numbers = {name: one.value if isinstance(one, Figure) else one for name, one in parts.items()}
    return Figure(value, codes, (), note, {name: one for name, one in numbers.items() if one is not None})


def _retention(reading: Reading) -> Figure:
    """Return r = (E − N) / S, else the share of last year's buyers that bought again (repeat_rate)."""
    codes = ("customers_start", "customers_end", "customers_new")
    start, end, new = (reading.number(code) for code in codes)
    repeat = reading.number("repeat_rate")
    if start is not None and end is not None and new is not None and start > 0:
        r = (end - new) / start
        inputs = dict(zip(codes, (start, end, new), strict=True))
        return (
            Figure(r, codes, inputs=inputs) if 0 <= r <= 1 else Figure(None, codes, note="contradiction", inputs=inputs)
        )
    if repeat is not None:
        return Figure(repeat, ("repeat_rate",), inputs={"repeat_rate": repeat})
    if start == 0:
        return Figure(None, ("customers_start",), ("repeat_rate",), "starter")
    missing = tuple(code for code in (*codes, "repeat_rate") if reading.number(code) is None)
    return Figure(None, (), missing, _why(reading, missing))


def _margin_per_year(reading: Reading) -> Figure:
    return _product(reading, "order_value", "orders_per_year", "margin")


def _spend(reading: Reading) -> Figure:
    """Return euros spent in twelve months on winning: as answered, else 12 × the monthly spend up to purchase."""
    said = reading.number("acquisition_spend")
    if said is not None:
        return Figure(said, ("acquisition_spend",), inputs={"acquisition_spend": said})
    division = reading.division("eur_per_phase")
    monthly = division.over(up_to_purchase(division)) if division else None
    if monthly is not None:
        return Figure(monthly * 12, ("eur_per_phase",), note="from_phases", inputs={"monthly": monthly})
    if reading.status("acquisition_spend") is Status.NOT_APPLICABLE:
        return Figure(Decimal(0), ("acquisition_spend",), inputs={"acquisition_spend": Decimal(0)})
    return Figure(None, (), ("acquisition_spend",), "missing")


def _hours_cost(reading: Reading, hours_code: str) -> Figure:
    """Return hours × cost per hour in euros; zero hours need no cost per hour, "n.v.t." hours count as none."""
    hours = reading.number(hours_code)
    if reading.status(hours_code) is Status.NOT_APPLICABLE:
        hours = Decimal(0)
    if hours == 0:
        return Figure(Decimal(0), (hours_code,), inputs={hours_code: Decimal(0)})
    return _product(reading, hours_code, "hour_cost")


def _acquisition(reading: Reading, spend: Figure) -> tuple[Figure, Figure]:
    """Return CAC = (spend + hours to win × new customers × cost per hour) / new customers, and CAC without hours."""
    new = _product(reading, "customers_new")
    hours = _hours_cost(reading, "hours_to_win")
    if new.value is None or spend.value is None:
        lacking = _lacking(new, spend, hours)
        return lacking, lacking
    if new.value == 0:
        note = "no_new_customers" if spend.value > 0 else "nothing_spent"
        none = _from(None, note, spend=spend, customers_new=new)
        return none, none
    cash = _from(spend.value / new.value, spend=spend, customers_new=new)
    if hours.value is None:
        return Figure(None, cash.codes, hours.missing, "hours_not_counted", cash.inputs), cash
    total = (spend.value + hours.value * new.value) / new.value
    codes = tuple(dict.fromkeys((*cash.codes, *hours.codes)))
    return Figure(total, codes, inputs={**cash.inputs, **hours.inputs}), cash


def _payback(cac: Figure, margin: Figure, name: str, per: Decimal = Decimal(1)) -> Figure:
    """Return how many orders (or months, per=12) earn the acquisition cost back."""
    if cac.value is None or margin.value is None:
        return _lacking(cac, margin)
    parts: dict[str, Figure | Decimal] = {"acquisition_cost": cac, name: margin}
    if margin.value <= 0:
        return _from(None, "no_margin", **parts)
    return _from(cac.value / (margin.value / per), **parts)


def _lifetime(m: Figure, r: Figure, rate: Decimal) -> Figure:
    if m.value is None or r.value is None:
        return _lacking(m, r)
    note = "nobody_left" if r.value == 1 else ""
    value = five_year_value(m.value, r.value, rate)
    return _from(value, note, margin_per_year=m, retention=r, discount_rate=rate)


def _perpetual(m: Figure, r: Figure, rate: Decimal, *, including: bool) -> Figure:
    """Return the endless CLV; not shown when nobody left (only five years then) or the sum would be infinite."""
    if m.value is None or r.value is None:
        return _lacking(m, r)
    parts: dict[str, Figure | Decimal] = {"margin_per_year": m, "retention": r, "discount_rate": rate}
    if r.value == 1 or r.value >= 1 + rate:
        return _from(None, "nobody_left", **parts)
    formula = clv_including_first if including else clv_excluding_first
    return _from(formula(m.value, r.value, rate), **parts)


def _ratio(clv5: Figure, cac: Figure) -> Figure:
    if clv5.value is None or cac.value is None:
        return _lacking(clv5, cac)
    if cac.value == 0:
        return _from(None, "no_acquisition_cost", clv5=clv5, acquisition_cost=cac)
    if clv5.value <= 0:
        return _from(None, "no_margin", clv5=clv5, acquisition_cost=cac)
    return _from(clv5.value / cac.value, clv5=clv5, acquisition_cost=cac)


def _break_even(cac: Figure, m: Figure, rate: Decimal) -> Figure:
    if cac.value is None or m.value is None:
        return _lacking(cac, m)
    parts: dict[str, Figure | Decimal] = {"acquisition_cost": cac, "margin_per_year": m, "discount_rate": rate}
    if m.value <= 0:
        return _from(None, "no_margin", **parts)
    value = break_even_retention(cac.value, m.value, rate)
    if value == 0:
        return _from(value, "already_earned", **parts)
    return _from(value, **parts) if value <= 1 else _from(None, "not_attainable", **parts)


def _allowable(clv5: Figure) -> Figure:
    if clv5.value is None:
        return _lacking(clv5)
    return _from(clv5.value / 3, clv5=clv5) if clv5.value > 0 else _from(None, "no_margin", clv5=clv5)


def _retention_effect(reading: Reading, m: Figure, r: Figure) -> Figure:
    """Return S × five points × m; fewer points where fewer than five are left to win."""
    start = _product(reading, "customers_start")
    if start.value is None or m.value is None:
        return _lacking(start, m)
    if start.value == 0 or m.value <= 0:
        return _from(None, "starter" if start.value == 0 else "no_margin", customers_start=start, margin_per_year=m)
    points = min(POINTS_MORE, 1 - r.value) if r.value is not None else POINTS_MORE
    if points <= 0:
        return _from(None, "nobody_left", customers_start=start, margin_per_year=m)
    return _from(start.value * points * m.value, customers_start=start, margin_per_year=m, points=points)


def _care_cost(reading: Reading) -> Figure:
    return _hours_cost(reading, "hours_care")


def _margin_after_care(m: Figure, care: Figure) -> Figure:
    if m.value is None or care.value is None:
        return _lacking(m, care)
    inputs = {"margin_per_year": m.value, **care.inputs}
    return Figure(m.value - care.value, tuple(dict.fromkeys((*m.codes, *care.codes))), inputs=inputs)
