"""From visit to order: the steps that are known with who drops off, how easy buying is, and being found nearby."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workshop.report.chapters.parts import cell, note
from workshop.report.chapters.said import fact_line, facts
from workshop.report.document import Block, Column, ColumnKind, Heading, Table
from workshop.report.material import Material
from workshop.report.voice import FEW_CUSTOMERS

MONTHS: Final = 12
_STEPS: Final = (("visitors_per_month", 1), ("requests_per_month", 1), ("quotes", MONTHS), ("quotes_won", MONTHS))
"""Each step with the months that its number covers."""
_BUYING: Final = ("steps_to_buy", "buying_minutes", "mobile_ok", "payment_missing", "abandoned_share")
_NEARBY: Final = ("profile_claimed", "top_three", "top_three_on", "reviews_count", "reviews_average", "last_review")
_REPLY: Final = ("reply_hours", "follows_up")
STRAIGHT: Final = frozenset({"shop", "webshop", "hospitality", "subscription"})
"""Where a customer buys without asking first."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of the funnel: how many in so many months."""

    code: str
    count: Decimal
    months: int

    @property
    def monthly(self) -> Decimal:
        return self.count / self.months


def funnel(material: Material) -> tuple[Block, ...]:
    """How many get how far in a month; nothing while fewer than two steps are known."""
    steps = _known(material)
    if len(steps) < 2:
        return ()
    words = material.words
    rows = []
    for step, later in zip(steps, (*steps[1:], None), strict=True):
        name = cell(words(f"chapter.funnel.{step.code}"))
        lost = (
            "" if step.code == "visitors_per_month" and _straight(material, steps) else _drop_off(material, step, later)
        )
        rows.append((name, cell(material.voice.number(step.monthly, 1)), cell(lost)))
    columns = (
        Column(words("chapter.column.step"), width=3),
        Column(words("chapter.column.monthly"), ColumnKind.NUMBER, 2),
        Column(words("chapter.column.drop_off"), width=5),
    )
    reasons = tuple(note(f"{what}: {how}") for what, how in facts(material, "lost_reasons"))
    straight = (note(words("chapter.funnel.straight")),) if _straight(material, steps) else ()
    table = Table(columns, tuple(rows), words("chapter.funnel.caption"), words("chapter.funnel.summary"))
    return (table, *straight, *reasons)


def _straight(material: Material, steps: list[_Step]) -> bool:
    """Tell whether a visitor can buy without asking first, and both numbers are shown."""
    forms = material.assessment.reading.codes("sales_forms") or ()
    both = {"visitors_per_month", "requests_per_month"} <= {one.code for one in steps}
    return both and not STRAIGHT.isdisjoint(forms)


def _known(material: Material) -> list[_Step]:
    numbers = ((code, material.assessment.reading.number(code), months) for code, months in _STEPS)
    return [_Step(code, number, months) for code, number, months in numbers if number is not None]


def _drop_off(material: Material, step: _Step, later: _Step | None) -> str:
    """How many stop here: in counts, and as a percentage where it is said of enough people."""
    if later is None or later.monthly > step.monthly or not step.count:
        return ""
    words, voice = material.words, material.voice
    months = max(step.months, later.months)
    lost, whole = (step.monthly - later.monthly) * months, step.monthly * months
    key = "year" if months == MONTHS else "month"
    said = words(f"chapter.funnel.lost_{key}", lost=voice.number(lost, 0), whole=voice.number(whole, 0))
    if step.count < FEW_CUSTOMERS:
        return said
    return f"{said} ({voice.percent(lost / whole, 0)})"


def buying(material: Material) -> tuple[Block, ...]:
    """The way to the purchase: how many get how far, how easy buying is, and how people find this business."""
    steps = funnel(material)
    if not material.whole:
        return (Heading(2, material.words("chapter.funnel.title"), "channels-funnel"), *steps) if steps else ()
    single = [] if steps else ["visitors_per_month", "requests_per_month", "quotes", "quotes_won", "lost_reasons"]
    found = (facts(material, *_NEARBY, *_REPLY), facts(material, *_BUYING, *single))
    lines = [block for one in found for block in fact_line(one)]
    if not (steps or lines):
        return ()
    return (Heading(2, material.words("chapter.funnel.title"), "channels-funnel"), *steps, *lines)
