"""What a customer brings in: who stays, what he leaves, and what must be true for it to pay."""

from decimal import Decimal

from workshop.domain.answer import Item
from workshop.domain.figure import ONE_OFF, Figure, also_from, lacking, made_from, product, why
from workshop.domain.formulas import (
    YEARS,
    break_even_retention,
    clv_excluding_first,
    clv_including_first,
    equal_value_retention,
    five_year_value,
    margin_without,
    present_value,
)
from workshop.domain.reading import Reading
from workshop.domain.survival import FallingChurn, Point, fit, mistake

POINTS_MORE = Decimal("0.05")
"""Five points more customers who stay: the size of the "what is at stake" sum."""
LARGE_SHARE = Decimal("0.30")
"""Above this share of revenue one customer makes an average misleading."""


def buys_once(reading: Reading) -> bool:
    """Tell whether customers normally buy once; not until someone says so."""
    return reading.text("purchase_rhythm") == "once"


def starter(reading: Reading) -> str:
    """Return the answer that says there were no customers a year ago, or ""; a count outweighs "starting"."""
    start = reading.number("customers_start")
    if start is not None:
        return "customers_start" if start == 0 else ""
    return "business_age" if reading.text("business_age") == "starting" else ""


def retention(reading: Reading) -> Figure:
    """Return r = (E − N) / S, else the share of last year's buyers that bought again (repeat_rate)."""
    if buys_once(reading):
        return ONE_OFF
    codes = ("customers_start", "customers_end", "customers_new")
    start, end, new = (reading.number(code) for code in codes)
    repeat = reading.number("repeat_rate")
    if start is not None and end is not None and new is not None and start > 0:
        r = (end - new) / start
        inputs = dict(zip(codes, (start, end, new), strict=True))
        possible = 0 <= r <= 1
        return Figure(r if possible else None, codes, note="" if possible else "contradiction", inputs=inputs)
    if repeat is not None:
        return Figure(repeat, ("repeat_rate",), inputs={"repeat_rate": repeat})
    if said := starter(reading):
        return Figure(None, (said,), ("repeat_rate",), "starter")
    missing = tuple(code for code in (*codes, "repeat_rate") if reading.number(code) is None)
    return Figure(None, (), missing, why(reading, missing))


def per_year(reading: Reading, *codes: str) -> Figure:
    """Multiply answers into an amount per customer per year; a customer who buys once has none."""
    return ONE_OFF if buys_once(reading) else product(reading, *codes)


def lifetime(m: Figure, r: Figure, rate: Decimal) -> Figure:
    """Return the value over five years, the first margin included."""
    if m.value is None or r.value is None:
        return lacking(m, r)
    note = "nobody_left" if r.value == 1 else ""
    value = five_year_value(m.value, r.value, rate)
    return made_from(value, note, margin_per_year=m, retention=r, discount_rate=rate)


def one_purchase(m0: Figure) -> Figure:
    """Return the five-year value of a customer who buys once: five years hold one purchase."""
    if m0.value is None:
        return lacking(m0)
    return Figure(m0.value, (*ONE_OFF.codes, *m0.codes), note=ONE_OFF.note, inputs=m0.inputs)


def falling_churn(reading: Reading) -> tuple[FallingChurn | None, str]:
    """Return the model of customers who leave less and less, and the note that says why there is none."""
    if buys_once(reading):
        return None, ONE_OFF.note
    items = reading.items("survival")
    if not items:
        return None, "no_survival"
    found = tuple(sorted(point for item in items if (point := _point(item)) is not None))
    if note := mistake(found):
        return None, note
    model = fit(found)
    return model, "" if model else "churn_not_falling"


def _point(item: Item) -> Point | None:
    year, share = (item.get(code) for code in ("year", "share"))
    if year is None or share is None or not isinstance(share.value, Decimal):
        return None
    if isinstance(year.value, bool) or not isinstance(year.value, int | Decimal):
        return None
    return int(year.value), share.value


def falling_lifetime(m: Figure, model: FallingChurn | None, note: str, rate: Decimal) -> Figure:
    """Return the value over five years when the share that stays grows with the years."""
    if note == ONE_OFF.note:
        return ONE_OFF
    if model is None:
        return Figure(None, ("survival",), (), note)
    if m.value is None:
        return lacking(m)
    flows = tuple(m.value * model.survival(year) for year in range(YEARS))
    years = {f"year{year + 1}": flow / (1 + rate) ** year for year, flow in enumerate(flows)}
    inputs = {"margin_per_year": m.value, "discount_rate": rate, **years}
    return Figure(present_value(flows, rate), (*m.codes, "survival"), inputs=inputs)


def perpetual(m: Figure, r: Figure, rate: Decimal, *, including: bool) -> Figure:
    """Return the endless CLV; not shown when nobody left (only five years then) or the sum would be infinite."""
    if m.value is None or r.value is None:
        return lacking(m, r)
    parts: dict[str, Figure | Decimal] = {"margin_per_year": m, "retention": r, "discount_rate": rate}
    if r.value == 1 or r.value >= 1 + rate:
        return made_from(None, "nobody_left", **parts)
    formula = clv_including_first if including else clv_excluding_first
    return made_from(formula(m.value, r.value, rate), **parts)


def ratio(clv5: Figure, cac: Figure) -> Figure:
    """Return what five years bring in for each euro of acquisition."""
    if clv5.value is None or cac.value is None:
        return lacking(clv5, cac)
    if cac.value == 0:
        return made_from(None, "no_acquisition_cost", clv5=clv5, acquisition_cost=cac)
    if clv5.value <= 0:
        return made_from(None, "no_margin", clv5=clv5, acquisition_cost=cac)
    return made_from(clv5.value / cac.value, clv5=clv5, acquisition_cost=cac)


def break_even(cac: Figure, m: Figure, rate: Decimal) -> Figure:
    """Return the retention at which a customer just earns back what he cost."""
    if cac.value is None or m.value is None:
        return lacking(cac, m)
    parts: dict[str, Figure | Decimal] = {"acquisition_cost": cac, "margin_per_year": m, "discount_rate": rate}
    if m.value <= 0:
        return made_from(None, "no_margin", **parts)
    value = break_even_retention(cac.value, m.value, rate)
    if value == 0:
        return made_from(value, "already_earned", **parts)
    return made_from(value, **parts) if value <= 1 else made_from(None, "not_attainable", **parts)


def allowable(clv5: Figure) -> Figure:
    """Return what a new customer may cost by the rule of thumb: a third of the five-year value."""
    if clv5.value is None:
        return lacking(clv5)
    return made_from(clv5.value / 3, clv5=clv5) if clv5.value > 0 else made_from(None, "no_margin", clv5=clv5)


def extra_hour(reading: Reading, m: Figure, clv_excl: Figure, rate: Decimal) -> Figure:
    """Return the retention at which one more hour of care a year for each customer leaves his value equal."""
    hour = product(reading, "hour_cost")
    if m.value is None or clv_excl.value is None or hour.value is None:
        return lacking(m, clv_excl, hour)
    left = m.value - hour.value
    parts: dict[str, Figure | Decimal] = {"margin_per_year": m, "clv_excl": clv_excl, "hour_cost": hour}
    if left <= 0:
        return made_from(None, "hour_takes_all" if m.value > 0 else "no_margin", **parts)
    value = equal_value_retention(clv_excl.value, left, rate)
    if value > 1:
        return made_from(None, "hour_never_pays", **parts)
    return made_from(value, margin_left=left, discount_rate=rate, **parts)


def retention_effect(reading: Reading, m: Figure, r: Figure) -> Figure:
    """Return S × five points × m; fewer points where fewer than five are left to win."""
    start = product(reading, "customers_start")
    if m != ONE_OFF and (said := starter(reading)):
        return Figure(None, (said,), note="starter")
    if start.value is None or m.value is None:
        return lacking(start, m)
    if m.value <= 0:
        return made_from(None, "no_margin", customers_start=start, margin_per_year=m)
    points = min(POINTS_MORE, 1 - r.value) if r.value is not None else POINTS_MORE
    if points <= 0:
        return made_from(None, "nobody_left", customers_start=start, margin_per_year=m)
    return made_from(start.value * points * m.value, customers_start=start, margin_per_year=m, points=points)


def after_care(m: Figure, care: Figure) -> Figure:
    """Return the margin per year that is left after the hours of care."""
    if m.value is None or care.value is None:
        return lacking(m, care)
    return also_from(m.value - care.value, Figure(m.value, m.codes), care, margin_per_year=m.value)


def without_largest(reading: Reading, m: Figure) -> Figure:
    """Return the margin per year of the other customers, m × E × (1 − s) / (E − 1), when one customer is large."""
    share, end = product(reading, "largest_customer_share"), product(reading, "customers_end")
    if share.value is None or share.value <= LARGE_SHARE:
        return Figure(None, note="no_large_customer")
    if m.value is None or end.value is None:
        return lacking(m, end)
    parts = {"margin_per_year": m, "customers_end": end, "largest_customer_share": share}
    if end.value <= 1:
        return made_from(None, "one_customer", **parts)
    return made_from(margin_without(m.value, end.value, share.value), **parts)
