"""How a typed number is read, said back at once: nobody should have to trust our reading of a point or a comma.

Everything a page says back about typed numbers (echo, total, what is left, the limits in messages) is written by
`say_number`: without a mark for the thousands, so that 1.000 is said back as 1000. In a field a number stands as it was
typed, or as the language writes it.
"""

from decimal import Decimal
from typing import Final

from workshop.domain.cells import read_number
from workshop.domain.questionnaire import MONEY, Question, QuestionType
from workshop.language.numbers import NBSP, Misread, format_number, say_number
from workshop.language.tongue import Language
from workshop.web.drawing.context import Drawing

_CENT: Final = Decimal("0.01")
_NO_NUMBER: Final = "number.not_a_number"


def echo(drawing: Drawing, question: Question, typed: str, *, told: bool = False) -> str:
    """Say how a field is read: "Wij lezen: € 1250,50"; of what cannot be read, what to do; "" when it is blank.

    `told` leaves out what is wrong with it: that stands at the field already.
    """
    if not typed.strip():
        return ""
    language = drawing.words.language
    value = read_number(question, typed, drawing.reading)
    if isinstance(value, Misread):
        key = "web.numbers.not_yet" if value.key == _NO_NUMBER else value.key
        return "" if told else drawing.words(key, **value.values)
    before, after = drawing.unit(question)
    number = exactly(value, language, cents=question.type is QuestionType.AMOUNT or question.unit in MONEY)
    gap = NBSP if language is Language.NL else ""
    glued = gap if after == "%" else NBSP
    read = f"{before}{gap if before else ''}{number}{glued if after else ''}{after}"
    return drawing.words("web.autosave.read", read=read)


def echo_when_other(drawing: Drawing, question: Question, typed: str, *, told: bool = False) -> str:
    """Say how a field in a list is read, as far as that shows something else than what was typed."""
    value = read_number(question, typed, drawing.reading)
    shown = () if isinstance(value, Misread) else (format_number(value, drawing.reading), f"{value:f}")
    return "" if typed.strip() in shown else echo(drawing, question, typed, told=told)


def exactly(value: Decimal, language: Language, *, cents: bool) -> str:
    """Say a number with all its decimals, an amount that is not round in two at least."""
    whole_cents = value % 1 != 0 and value.quantize(_CENT) == value
    return say_number(value, language, 2 if cents and whole_cents else None)
