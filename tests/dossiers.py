"""A whole full session, made without chance: every question answered and a map with as many moments as asked for.

Every text holds a token of its own ("zz-kpi-3") by which a test finds it back wherever it is quoted.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Final

from workshop.domain.answer import Answer, Counts, Evidence, Item, Phased, Value
from workshop.domain.journey import Block, Division, Matrix
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType
from workshop.domain.response import Length, Response
from workshop.domain.validity import row_ids

DAY: Final = date(2026, 11, 22)
REALISTIC: Final[Mapping[str, Value]] = {
    "goal": "other",
    "market": "both",
    "sales_forms": ("shop", "advice"),
    "team": "small",
    "purchase_rhythm": "regular",
    "business_age": "longer",
    "top_three": "no",
    "period_start": date(2025, 10, 1),
    "period_end": date(2026, 9, 30),
    "interviews_count": Decimal(4),
    "reviews_count": Decimal(12),
    "reviews_average": Decimal("4.2"),
    "last_review": date(2026, 1, 5),
    "quotes": Decimal(40),
    "quotes_won": Decimal(12),
    "promised_days": Decimal(5),
    "real_days": Decimal(7),
    "longest_silence_days": Decimal(90),
    "days_to_next": Decimal(40),
    "hours_to_win": Decimal(2),
    "hours_to_deliver": Decimal(3),
    "hour_cost": Decimal(30),
    "orders_per_year": Decimal(6),
    "order_value": Decimal(42),
    "first_order": Decimal(42),
    "margin": Decimal("0.55"),
    "customers_start": Decimal(400),
    "customers_end": Decimal(420),
    "customers_new": Decimal(120),
    "acquisition_spend": Decimal(2400),
    "repeat_rate": Decimal("0.4"),
}
"""Answers that belong together; every other question gets a value in the middle of what it takes."""
CHANNELS: Final = ("google_profile", "website", "flyer", "newsletter", "word_of_mouth", "shop", "phone")
PERSONAS: Final = ("Ouders", "Studenten")


def full_session(questionnaire: Questionnaire, moments: int = 40, model: str = "five-phase") -> Response:
    """Answer every question of a questionnaire; the map holds `moments` contact moments."""
    tokens = count(1)
    answers = {one.code: _answer(one, questionnaire, tokens, moments) for one in questionnaire.questions}
    frame = (questionnaire.id, questionnaire.version, model, questionnaire.language, "Jansen")
    return Response(*frame, answers, Length.FULL, DAY)


def _answer(question: Question, questionnaire: Questionnaire, tokens: Iterator[int], moments: int) -> Answer:
    evidence = Evidence(next(tokens) % 3 + 1) if question.asks_evidence else None
    value = REALISTIC.get(question.code)
    return Answer(value=_value(question, questionnaire, tokens, moments) if value is None else value, evidence=evidence)


def _value(question: Question, questionnaire: Questionnaire, tokens: Iterator[int], moments: int) -> Value:
    number = next(tokens)
    match question.type:
        case QuestionType.TEXT:
            return f"zz-{question.code}-{number}"
        case QuestionType.CHOICE | QuestionType.SCALE | QuestionType.CHOICES:
            return _chosen(question, number)
        case QuestionType.YES_NO:
            return number % 2 == 0
        case QuestionType.DATE:
            return date(2026, 1 + number % 9, 1 + number % 28)
        case QuestionType.NUMBER | QuestionType.AMOUNT:
            return min(Decimal(3), question.high or Decimal(3))
        case QuestionType.PERCENT:
            return Decimal(20 + number % 60) / 100
        case _:
            return _wide(question, questionnaire, tokens, moments)


def _chosen(question: Question, number: int) -> Value:
    codes = [one.code for one in question.choices]
    if question.type is QuestionType.CHOICES:
        return tuple(code for code in codes if code != "none")[:2]
    code = codes[number % len(codes)]
    return int(code) if question.type is QuestionType.SCALE else code


def _wide(question: Question, questionnaire: Questionnaire, tokens: Iterator[int], moments: int) -> Value:
    match question.type:
        case QuestionType.DIVISION:
            even = question.code == "target_shares"
            return Division({block: Decimal(10 if even else 10 - index) for index, block in enumerate(Block)})
        case QuestionType.MATRIX:
            rows = [one for one in row_ids(question, questionnaire) if one in CHANNELS]
            return Matrix({row: _levels(place) for place, row in enumerate(rows)})
        case QuestionType.COUNT:
            return Counts({"word_of_mouth": 7, "website": 3})
        case QuestionType.PER_PHASE:
            return Phased({block: _item(question, questionnaire, tokens, place) for place, block in enumerate(Block)})
        case _:
            sizes = {"maps": 1, "touchpoints": moments, "channels": len(CHANNELS), "personas": 2, "survival": 3}
            many = range(sizes.get(question.code, 2))
            return tuple(_item(question, questionnaire, tokens, place) for place in many)


def _levels(place: int) -> Mapping[Block, int]:
    return {block: (index * 2 + place) % 4 for index, block in enumerate(Block)}


def _item(question: Question, questionnaire: Questionnaire, tokens: Iterator[int], place: int) -> Item:
    fields = {one.code: _answer(one, questionnaire, tokens, 0) for one in question.fields}
    return Item({**fields, **{code: Answer(value=value) for code, value in _placed(question.code, place).items()}})


def _placed(group: str, place: int) -> Mapping[str, Value]:
    """Give the entries of a group what places them: codes, channels, blocks, years."""
    match group:
        case "personas":
            return {"name": PERSONAS[place], "revenue_share": Decimal("0.5")}
        case "channels":
            return {"channel": CHANNELS[place]}
        case "survival":
            return {"year": Decimal(place + 1), "share": Decimal(80 - 20 * place) / 100}
        case "maps":
            return {"code": f"m{place + 1}", "kind": "existing", "personas": PERSONAS[0]}
        case "touchpoints":
            block = list(Block)[place % 10]
            cycle = "repeat" if place % 4 == 3 else "first"
            placed = {"code": f"t{place + 1}", "map": "m1", "block": str(block), "cycle": cycle, "status": "existing"}
            return {**placed, "channel": CHANNELS[place % len(CHANNELS)]}
        case _:
            return {}
