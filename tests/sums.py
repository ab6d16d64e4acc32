"""Sums on plain figures without any questionnaire: answers as the domain holds them, and the economics of them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tests.klantreis import HAIRDRESSER
from tests.strategies import FIVE
from workshop.domain.answer import Answer, Item, Status, Value
from workshop.domain.economics import Economics, economics
from workshop.domain.questionnaire import Page, Question, Questionnaire, QuestionType, Section
from workshop.domain.reading import Reading
from workshop.domain.response import Response

UNKNOWN, NOT_APPLICABLE = Answer(Status.UNKNOWN), Answer(Status.NOT_APPLICABLE)
ADVISER: Mapping[str, object] = {
    "customers_start": 20,
    "customers_end": 18,
    "customers_new": 8,
    "first_order": 4500,
    "order_value": 4500,
    "orders_per_year": 1.2,
    "margin": 70,
    "acquisition_spend": 3500,
    "hours_to_win": 22,
    "hour_cost": 55,
}
"""The second case of docs/reference/scoring.md, 5."""
KITCHENS: Mapping[str, object] = {
    "purchase_rhythm": "once",
    "customers_end": 40,
    "customers_new": 40,
    "first_order": 9000,
    "order_value": 9000,
    "margin": 30,
    "acquisition_spend": 12_000,
    "hours_to_win": 8,
    "hour_cost": 45,
}
"""A business whose customers buy once."""
HIGH_END = (86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1)
"""Survival per year of Fader and Hardie's "High End" segment, in per cent."""
_PERCENTS = frozenset({"margin", "repeat_rate", "largest_customer_share", "share"})


def questionnaire(rate: str = "0.10", codes: Iterable[str] = ()) -> Questionnaire:
    """Make a questionnaire that asks only these codes and calculates with this interest."""
    settings = {"discount_rate": Decimal(rate)}
    page = Page("sums", "Sommen", tuple(Question(code, f"Vraag {code}", QuestionType.NUMBER) for code in codes))
    sections = (Section("sums", "Sommen", "", (page,)),)
    return Questionnaire("sums", "1", "nl", "Sommen", "", (), sections, (FIVE,), (), FIVE.id, settings=settings)


def answer(code: str, value: object) -> Answer:
    """Make an answer as the domain holds it: percentages are fractions, numbers are decimals."""
    if isinstance(value, Answer):
        return value
    if isinstance(value, int | float):
        return Answer(value=Decimal(str(value)) / (100 if code in _PERCENTS else 1))
    assert isinstance(value, str | Decimal | tuple)
    held: Value = value
    return Answer(value=held)


def survival(*shares: float | None) -> Answer:
    """Make the answer on how many are left after each year, in per cent; None leaves a year out."""
    found = [(year, share) for year, share in enumerate(shares, start=1) if share is not None]
    return points(*found)


def points(*found: tuple[int, float]) -> Answer:
    """Make the same answer out of years and shares in per cent."""
    items = (Item({"year": answer("year", year), "share": answer("share", share)}) for year, share in found)
    return Answer(value=tuple(items))


def response(base: Mapping[str, object], /, **changes: object) -> Response:
    """Make a response of plain figures; None takes one away."""
    plain = {code: value for code, value in {**base, **changes}.items() if value is not None}
    return Response("sums", "1", FIVE.id, answers={code: answer(code, value) for code, value in plain.items()})


def sums(base: Mapping[str, object] = HAIRDRESSER, /, *, rate: str = "0.10", **changes: object) -> Economics:
    """Do the sums on plain figures; None takes one away."""
    return economics(Reading(questionnaire(rate), FIVE, response(base, **changes)))
