"""How a typed number is read, said back at once: nobody should have to trust our reading of a point or a comma."""

import re
from decimal import Decimal
from typing import Final

from workshop.domain.questionnaire import Question, QuestionType
from workshop.language.numbers import NBSP, Misread, format_number, parse_number
from workshop.language.tongue import Language
from workshop.web.drawing.context import MONEY, Drawing

_CENT: Final = Decimal("0.01")
_ONE_MARK: Final = re.compile(r"[^.,]*[1-9][0-9]{0,2}[.,][0-9]{3}[^0-9.,]*")
"""A number whose only mark may be read in two ways: 1.250."""


def echo(drawing: Drawing, question: Question, typed: str) -> str:
    """Say how a field is read: "Wij lezen: € 1.250,50"; "" when it is blank or no number."""
    language = drawing.words.language
    value = parse_number(typed, drawing.reading)
    if isinstance(value, Misread):
        return ""
    before, after = drawing.unit(question)
    number = _number(value, typed, language, cents=question.type is QuestionType.AMOUNT or question.unit in MONEY)
    gap = NBSP if language is Language.NL else ""
    glued = gap if after == "%" else NBSP
    read = f"{before}{gap if before else ''}{number}{glued if after else ''}{after}"
    return drawing.words("web.autosave.read", read=read)


def echo_when_other(drawing: Drawing, question: Question, typed: str) -> str:
    """Say how a field in a list is read, as far as that shows something else than what was typed."""
    value = parse_number(typed, drawing.reading)
    if isinstance(value, Misread):
        return ""
    shown = format_number(value, drawing.reading)
    return "" if typed.strip() in (shown, f"{value:f}") else echo(drawing, question, typed)


def exactly(value: Decimal, language: Language, *, cents: bool) -> str:
    """Write a number with all its decimals, an amount that is not round in two at least."""
    whole_cents = value % 1 != 0 and value.quantize(_CENT) == value
    return format_number(value, language, 2 if cents and whole_cents else None)


def _number(value: Decimal, typed: str, language: Language, *, cents: bool) -> str:
    """Write a number; what might have meant decimals is written without a mark for the thousands."""
    if value == value.to_integral_value() and abs(value) >= 1000 and _ONE_MARK.fullmatch(typed.strip()):
        return f"{value:f}".partition(".")[0]
    return exactly(value, language, cents=cents)
