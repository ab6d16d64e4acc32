"""What the terms of conditions can be at all: bounds, choices and the nature of facts."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.content.constraints import finite, spread
from workshop.content.notebook import Placed
from workshop.content.ranges import INFINITY, Codes, Domain, Range, Ticked, Truths
from workshop.content.vocabulary import FIT_LEVELS, Vocabulary
from workshop.domain.facts import FACTS, FIGURES
from workshop.domain.questionnaire import Question, QuestionType

HUNDRED = Decimal(100)
_SHARE = Range(Decimal(0), Decimal(1))
_LEVELS = Range(points=frozenset(map(Decimal, range(4))))
_COUNTED = Range(low=Decimal(0), whole=True)
_FACT_RANGES: Mapping[str, Range] = {
    **dict.fromkeys(("hours_share", "euros_share", "target_share", "top_channel_share"), _SHARE),
    **dict.fromkeys(("aspects_measured_share", "assumed_share"), _SHARE),
    **dict.fromkeys(("use", "highest_use"), _LEVELS),
    **dict.fromkeys(("customers_from", "customers_counted", "items"), _COUNTED),
    **dict.fromkeys(("aspects_filled", "aspects_total"), _COUNTED),
}


@dataclass(frozen=True, slots=True)
class Declared:
    """Gives the domain of a term in one expression; None when nothing is known about it."""

    vocabulary: Vocabulary
    placed: Placed

    def __call__(self, node: ast.expr) -> Domain | None:
        """Return what a term can be."""
        match node:
            case ast.Name(id=name):
                return self._name(name)
            case ast.Call(func=ast.Name(id=fact)):
                return fact_domain(fact)
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                exact = finite(number)
                return None if exact is None else Range(exact, exact)
            case ast.BinOp(left=left, op=op, right=right):
                return _reckoned(op, self(left), self(right))
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return _reckoned(ast.Sub(), Range(Decimal(0), Decimal(0)), self(inner))
        return None

    def _name(self, name: str) -> Domain | None:
        if name in self.vocabulary.focus_names(self.placed):
            known = {"phase": self.vocabulary.phases, "channel": self.vocabulary.channels}
            codes = frozenset(known.get(name, ()))
            return Codes(codes) if codes else None
        if (threshold := self.vocabulary.thresholds.get(name)) is not None:
            return Range(threshold.value, threshold.value)
        if name in FIGURES:
            return Range()
        question = self.vocabulary.question(name, self.placed)
        if question is None or name in self.vocabulary.unsure:
            return None
        return question_domain(question)


def _reckoned(op: ast.operator, one: Domain | None, other: Domain | None) -> Range | None:
    return spread(op, one, other) if isinstance(one, Range) and isinstance(other, Range) else None


def question_domain(question: Question) -> Domain | None:
    """Return what the answer to a question can be, by its type, bounds and choices."""
    codes = frozenset(choice.code for choice in question.choices)
    match question.type:
        case QuestionType.CHOICE:
            return Codes(codes) if codes else None
        case QuestionType.CHOICES:
            return Ticked(among=codes) if codes else None
        case QuestionType.SCALE:
            points = frozenset(Decimal(code) for code in codes if code.isdecimal())
            return Range(points=points) if points else None
        case QuestionType.NUMBER | QuestionType.AMOUNT | QuestionType.PERCENT:
            return _bounds(question)
        case QuestionType.YES_NO:
            return Truths()
        case QuestionType.GROUP | QuestionType.COUNT:
            most = INFINITY if question.at_most is None else Decimal(question.at_most)
            return Range(Decimal(0), most, whole=True)
        case QuestionType.DIVISION:
            return Range(low=Decimal(0))
    return None


def _bounds(question: Question) -> Range:
    percent = question.type is QuestionType.PERCENT
    low, high = (bound / HUNDRED if bound is not None and percent else bound for bound in (question.low, question.high))
    whole = question.whole and not percent
    return Range(-INFINITY if low is None else low, INFINITY if high is None else high, whole=whole)


def fact_domain(fact: str) -> Domain | None:
    """Return what a fact can give."""
    signature = FACTS.get(fact)
    if signature is None:
        return None
    match signature.result:
        case "truth":
            return Truths()
        case "number":
            return _FACT_RANGES.get(fact, Range())
        case "text":
            return Codes(frozenset(FIT_LEVELS)) if fact == "fit" else None
