"""What a chart shows, without a colour or a size in points: writers decide on the looks."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """The form of a chart."""

    RANGE = "range"
    """Lying bars, each with the lowest and highest it can be."""
    COLUMNS = "columns"
    """Standing columns, one group a category."""
    BARS = "bars"
    """Lying bars, one group a category."""
    LINES = "lines"
    """Lines through points, one point a category."""
    SPOTS = "spots"
    """Named spots on two axes, with a line through the middle of each."""


class NumberForm(StrEnum):
    """How a number is written, on axes and beside marks."""

    PLAIN = "plain"
    """73, or 3,5 where it is not whole."""
    PERCENT = "percent"
    """20 %; the value is 20, not 0.2."""
    EURO = "euro"
    """€ 1.250, whole euros."""


class Role(StrEnum):
    """What a series is for; a writer gives each its own colour and its own pattern or mark."""

    MAIN = "main"
    OTHER = "other"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Series:
    """Values by category; None is "not known": it shows nothing, never zero.

    `low` and `high` (kind RANGE only) are the ends of the range, as long as `values`.
    """

    name: str
    values: tuple[Decimal | None, ...]
    role: Role = Role.MAIN
    low: tuple[Decimal, ...] = ()
    high: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place on two axes (kind SPOTS); spots at the same place share one label in every writer."""

    name: str
    across: Decimal
    up: Decimal


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: what it measures and, where that is fixed, its ends."""

    title: str = ""
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption; `conclusion` says in one or two sentences what it shows (the alternative text).

    A table with the same numbers always stands right after it in the document. `values` is the axis of the numbers;
    `categories_axis` that of the categories, or the one across for SPOTS.
    """

    kind: ChartKind
    caption: str
    conclusion: str
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    spots: tuple[Spot, ...] = ()
    form: NumberForm = NumberForm.PLAIN
    values: Axis = Axis()
    categories_axis: Axis = Axis()
    note: str = ""
