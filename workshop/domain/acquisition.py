"""What winning a customer costs: euros, own hours, and when they are earned back (docs/reference/scoring.md, 5)."""

from decimal import Decimal

from workshop.domain.figure import Figure, also_from, lacking, made_from, product, said_not_to_apply
from workshop.domain.journey import up_to_purchase
from workshop.domain.reading import Reading


def spend(reading: Reading) -> Figure:
    """Return euros spent in twelve months on winning: as answered, else 12 × the monthly spend up to purchase."""
    said = reading.number("acquisition_spend")
    if said is not None:
        return Figure(said, ("acquisition_spend",), inputs={"acquisition_spend": said})
    division = reading.division("eur_per_phase")
    monthly = division.over(up_to_purchase(division)) if division else None
    if monthly is not None:
        return Figure(monthly * 12, ("eur_per_phase",), note="from_phases", inputs={"monthly": monthly})
    if said_not_to_apply(reading, "acquisition_spend"):
        return Figure(Decimal(0), ("acquisition_spend",), inputs={"acquisition_spend": Decimal(0)})
    return Figure(None, (), ("acquisition_spend",), "missing")


def hours_cost(reading: Reading, hours_code: str) -> Figure:
    """Return hours × cost per hour in euros; zero hours need no cost per hour, "n.v.t." hours count as none."""
    hours = reading.number(hours_code)
    if said_not_to_apply(reading, hours_code):
        hours = Decimal(0)
    if hours == 0:
        return Figure(Decimal(0), (hours_code,), inputs={hours_code: Decimal(0)})
    return product(reading, hours_code, "hour_cost")


def acquisition(reading: Reading, spent: Figure) -> tuple[Figure, Figure]:
    """Return CAC = (spend + hours to win × new customers × cost per hour) / new customers, and CAC without hours."""
    new = product(reading, "customers_new")
    hours = hours_cost(reading, "hours_to_win")
    if new.value is None or spent.value is None:
        unknown = lacking(new, spent, hours)
        return unknown, unknown
    if new.value == 0:
        note = "no_new_customers" if spent.value > 0 else "nothing_spent"
        none = made_from(None, note, spend=spent, customers_new=new)
        return none, none
    cash = made_from(spent.value / new.value, spend=spent, customers_new=new)
    if hours.value is None:
        return Figure(None, cash.codes, hours.missing, "hours_not_counted", cash.inputs), cash
    return also_from((spent.value + hours.value * new.value) / new.value, cash, hours), cash


def payback(cac: Figure, margin: Figure, name: str, per: Decimal = Decimal(1)) -> Figure:
    """Return how many orders (or months, per=12) earn the acquisition cost back; `name` names the margin."""
    if cac.value is None or margin.value is None:
        return lacking(cac, margin)
    parts: dict[str, Figure | Decimal] = {"acquisition_cost": cac, name: margin}
    if margin.value <= 0:
        return made_from(None, "no_margin", **parts)
    return made_from(cac.value / (margin.value / per), **parts)
