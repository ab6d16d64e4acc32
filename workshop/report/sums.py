"""Sums in full: every calculated figure with its formula in words and its arithmetic filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from workshop.domain.economics import Economics
from workshop.domain.figure import Figure
from workshop.report.document import Calculation
from workshop.report.voice import FEW_CUSTOMERS, NBSP, Voice

YEARS: Final = 5
EARNED: Final = "already_earned"


@dataclass(frozen=True, slots=True)
class Spec:
    """How a figure is shown: `kind` money, percent, orders or months; `variants` name the ways to fill in its sum."""

    name: str
    kind: str
    variants: tuple[tuple[str, tuple[str, ...]], ...]


COSTS: Final = (
    Spec("spend", "money", (("monthly", ("monthly",)),)),
    Spec("acquisition_cash", "money", (("plain", ("spend", "customers_new")),)),
    Spec(
        "acquisition_cost",
        "money",
        (
            ("plain", ("spend", "hours_to_win", "customers_new", "hour_cost")),
            ("no_hours", ("spend", "customers_new")),
        ),
    ),
    Spec(
        "payback_orders",
        "orders",
        (("plain", ("acquisition_cost", "order_margin")), ("first", ("acquisition_cost", "first_margin"))),
    ),
    Spec("payback_months", "months", (("plain", ("acquisition_cost", "margin_per_year")),)),
)
_FIVE_YEARS: Final = ("plain", ("year1", "year2", "year3", "year4", "year5"))
VALUES: Final = (
    Spec("clv5", "money", (_FIVE_YEARS, ("once", ("first_order", "margin")))),
    Spec("clv5_falling_churn", "money", (_FIVE_YEARS,)),
    Spec(
        "retention",
        "percent",
        (("counted", ("customers_end", "customers_new", "customers_start")), ("repeat", ("repeat_rate",))),
    ),
    Spec("margin_per_year", "money", (("plain", ("order_value", "orders_per_year", "margin")),)),
    Spec("order_margin", "money", (("plain", ("order_value", "margin")),)),
    Spec("first_margin", "money", (("plain", ("first_order", "margin")),)),
    Spec("revenue_per_year", "money", (("plain", ("order_value", "orders_per_year")),)),
    Spec("care_cost", "money", (("plain", ("hours_care", "hour_cost")),)),
    Spec("margin_after_care", "money", (("plain", ("margin_per_year", "hours_care", "hour_cost")),)),
    Spec(
        "margin_without_largest",
        "money",
        (("plain", ("margin_per_year", "customers_end", "largest_customer_share")),),
    ),
    Spec("clv5_without_largest", "money", (_FIVE_YEARS,)),
    Spec("clv_excl", "money", (("plain", ("margin_per_year", "retention", "discount_rate")),)),
    Spec("clv_incl", "money", (("plain", ("margin_per_year", "retention", "discount_rate")),)),
)
BALANCE: Final = (
    Spec("clv5_to_cac", "money", (("plain", ("clv5", "acquisition_cost")),)),
    Spec("retention_effect", "money", (("plain", ("customers_start", "points", "margin_per_year")),)),
)
CONDITIONS: Final = (
    Spec("allowable_acquisition_cost", "money", (("plain", ("clv5",)),)),
    Spec(
        "break_even_retention",
        "percent",
        (("plain", ("acquisition_cost", "margin_per_year", "discount_rate")),),
    ),
    Spec(
        "retention_for_extra_hour",
        "percent",
        (("plain", ("clv_excl", "discount_rate", "margin_left")),),
    ),
)
"""What must be true for a customer to pay."""
SPECS: Final = (*COSTS, *VALUES, *BALANCE, *CONDITIONS)
_COUNTED_SYMBOLS: Final[Mapping[str, str]] = {
    "hours_to_win": "hours",
    "hours_care": "hours",
    "customers_new": "customers",
    "customers_start": "customers",
    "customers_end": "customers",
    "orders_per_year": "orders",
}
"""Operands that are counted, with what they count."""
_PERCENT_SYMBOLS: Final = frozenset(
    {"margin", "retention", "repeat_rate", "discount_rate", "points", "largest_customer_share"}
)


def figure_of(economics: Economics, name: str) -> Figure:
    """The figure with this name; a figure that the domain does not know is an unknown figure."""
    return economics.figure(name) or Figure(None)


def few_customers(figure: Figure) -> bool:
    """Tell whether a figure was counted over so few customers that a percentage says little."""
    return 0 < figure.inputs.get("customers_start", Decimal(0)) < FEW_CUSTOMERS


def value_words(spec: Spec, figure: Figure, voice: Voice) -> str:
    """Write the value of a figure, a dash when it is not known; a share of few customers has no decimals."""
    match figure.value, spec.kind:
        case None, _:
            return "–"
        case value, "percent":
            return voice.percent(value, 0 if few_customers(figure) else 1)
        case value, "orders" | "months":
            return _counted(value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP), spec.kind, voice)
        case value, _:
            return voice.money(value, 2)


def calculation(spec: Spec, figure: Figure, voice: Voice, notes: tuple[str, ...] = ()) -> Calculation:
    """Show a figure with its formula and its sum, what to know about it, and where the formula comes from."""
    words = voice.words
    source = f"report.figure.{spec.name}.source"
    return Calculation(
        name=words(f"report.figure.{spec.name}.name"),
        value=value_words(spec, figure, voice),
        formula=words(f"report.figure.{spec.name}.formula"),
        sum=filled_sum(spec, figure, voice),
        notes=(*notes, words("report.economics.source", source=words(source))) if words.has(source) else notes,
    )


def filled_sum(spec: Spec, figure: Figure, voice: Voice) -> str:
    """The arithmetic with the client's own numbers; "" when the figure does not give them."""
    if figure.value is None or figure.note == EARNED:
        return ""
    inputs = {**yearly_amounts(figure.inputs), **figure.inputs}
    for variant, symbols in spec.variants:
        if all(symbol in inputs for symbol in symbols):
            operands = {symbol: _operand(symbol, inputs[symbol], voice) for symbol in symbols}
            left = voice.words(f"report.figure.{spec.name}.{variant}", **operands)
            return f"{left} = {value_words(spec, figure, voice)}"
    return ""


def yearly_amounts(inputs: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """The five yearly amounts of which a five-year value is the sum."""
    if not {"margin_per_year", "retention", "discount_rate"} <= inputs.keys():
        return {}
    factor = inputs["retention"] / (1 + inputs["discount_rate"])
    powers = [Decimal(1)]
    for _ in range(YEARS - 1):
        powers.append(powers[-1] * factor)
    return {f"year{year}": inputs["margin_per_year"] * power for year, power in enumerate(powers, start=1)}


def _operand(symbol: str, value: Decimal, voice: Voice) -> str:
    if symbol in _PERCENT_SYMBOLS:
        return voice.percent(value)
    if symbol in _COUNTED_SYMBOLS:
        return _counted(value, _COUNTED_SYMBOLS[symbol], voice)
    return voice.money(value, 2)


def _counted(value: Decimal, unit: str, voice: Voice) -> str:
    return f"{voice.number(value, 6)}{NBSP}{voice.unit(unit, value)}"
