"""Numbers as people type them and as people read them: "€ 1.250,50" to Decimal and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from workshop.language.errors import LanguageError
from workshop.language.tongue import Language

MOST_WHOLE_DIGITS: Final = 15
MOST_DECIMALS: Final = 6
NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
NARROW: Final = "\u202f"
"""The narrow no-break space that stands between the thousands of a number that is said back."""

# A tab or line end inside a number is two cells pasted from a sheet, so it is no blank within a number.
_BLANKS_WITHIN: Final = " \u00a0\u2007\u2008\u2009\u200a\u202f"
_BLANKS_AROUND: Final = _BLANKS_WITHIN + "\t\r\n"
_BLANK_RUN: Final = re.compile(f"[{_BLANKS_WITHIN}]+")

_TYPED: Final = re.compile(
    r"""
    (?:(?P<sign>[-+−–])[ ]?)?
    (?:(?P<euro>€|euro?)[ ]?)?
    (?(sign)|(?:(?P<late_sign>[-+−–])[ ]?)?)                # € -12
    (?P<body>[0-9]*(?:[.,'’ ][0-9]+)*)
    (?:(?P<round>[.,])(?:--?|[–—=]))?                       # 12,-
    (?(euro)|(?:[ ]?(?:%|€|euro?|u|uur|uren|h|hours?))?)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_MARKS: Final = re.compile(r"[.,' ]")
_WHOLE: Final = re.compile(r"[0-9]*|[1-9][0-9]{0,2}(?P<mark>[.,' ])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_GROUP_MARK: Final = MappingProxyType({Language.NL: ".", Language.EN: ","})
_SWAP_MARKS: Final = str.maketrans(",.", ".,")
_SAID_MARKS: Final = MappingProxyType(
    {Language.NL: str.maketrans({",": NARROW, ".": ","}), Language.EN: str.maketrans({",": NARROW})}
)
_HALVES: Final = MappingProxyType({"¼": "25", "½": "5", "¾": "75"})
_PARTS: Final = re.compile(r"(?<![0-9.,'’])([0-9]{0,15}) ?([¼½¾])(?![0-9.,'’])")
_WORDS: Final = MappingProxyType({"anderhalf": "1.5", "anderhalve": "1.5", "half": "0.5", "halve": "0.5"})
_WORD: Final = re.compile(
    r"(?<![0-9a-z])(?:een )?(anderhalf|anderhalve|half|halve)(?![0-9a-z.,'’])", re.IGNORECASE | re.ASCII
)
_CLOCK: Final = re.compile(
    r"([0-9]{1,4})(?::| ?(?:uur|u|hours?|h)(?: en)? ?)([0-5][0-9])(?: ?(?:uur|u|h|m|min|minuten|minutes))?",
    re.IGNORECASE | re.ASCII,
)
_NAMED: Final = re.compile(r"€|euro?|%|[uh]", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Misread:
    """What could not be read: the key of its sentence in the words file, and what to fill in there."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))


class Measure(StrEnum):
    """What a typed number says that it counts."""

    MONEY = "money"
    PERCENT = "percent"
    HOURS = "hours"


def parse_number(text: str, language: Language) -> Decimal | Misread:
    """Read a number as people type it; equal numbers give the same Decimal, whatever the notation.

    Halves and quarters (2½, anderhalf) are read as such, hours with minutes (2u30, 1:30) as hours in two decimals.
    """
    typed = _BLANK_RUN.sub(" ", text.strip(_BLANKS_AROUND))
    if not typed.strip("€% "):
        return Misread("number.empty")
    match = _TYPED.fullmatch(_in_digits(typed))
    if match is None or not match["body"]:
        return Misread("number.not_a_number")
    body = match["body"].replace("’", "'")
    if match["round"]:
        body += match["round"] + "0"
    value = _parse_body(body, language)
    if isinstance(value, Misread) or not value:
        return value
    negative = (match["sign"] or match["late_sign"] or "+") != "+"
    return value.copy_negate() if negative else value


def measure_of(text: str) -> Measure | None:
    """Return what a number that can be read says it counts: "€ 25" money, "50 %" a percentage, "2u30" hours."""
    found = _NAMED.search(_in_digits(_BLANK_RUN.sub(" ", text.strip(_BLANKS_AROUND))))
    if found is None:
        return None
    return Measure.PERCENT if found[0] == "%" else Measure.MONEY if found[0][0] in "€eE" else Measure.HOURS


def say_number(value: Decimal, language: Language, decimals: int | None = None) -> str:
    """Write a number to whoever just typed one: an echo, a total, a limit in a message.

    Up to four digits it has no mark for the thousands ("1250"), above that a narrow space ("12 500,50"): the only
    point or comma in it stands before the decimals, so that nobody has to guess what 1.250 means.
    """
    text = _english(value, decimals)
    small = abs(value) < 10_000
    return text.replace(",", "").translate(_SAID_MARKS[language]) if small else text.translate(_SAID_MARKS[language])


def format_number(value: Decimal, language: Language, decimals: int | None = None) -> str:
    """Write a number with grouping; without `decimals` as many as the value has."""
    text = _english(value, decimals)
    return text.translate(_SWAP_MARKS) if language is Language.NL else text


def format_money(value: Decimal, language: Language, decimals: int = 2) -> str:
    """Write an amount in euros: "€ 1.647,50" in Dutch, "€1,647.50" in English."""
    number = format_number(value, language, decimals)
    sign = MINUS if number.startswith("-") else ""
    gap = NBSP if language is Language.NL else ""
    return f"{sign}€{gap}{number.removeprefix('-')}"


def format_percent(fraction: Decimal, language: Language, decimals: int | None = None) -> str:
    """Write a fraction as a percentage: 0.75 is "75 %" in Dutch and "75%" in English."""
    percentage = fraction.scaleb(2, Context(prec=max(1, len(fraction.as_tuple().digits))))
    gap = NBSP if language is Language.NL else ""
    return f"{format_number(percentage, language, decimals)}{gap}%"


def format_quantity(value: Decimal, unit: str, language: Language) -> str:
    """Write a number and its unit so that they stay on one line: "3,5 uur"."""
    return f"{format_number(value, language)}{NBSP}{unit}"


def _in_digits(typed: str) -> str:
    """Write halves, quarters, and hours with minutes in digits: "2u30" becomes "2.50 u"."""
    clock = _CLOCK.fullmatch(typed)
    if clock:
        return f"{clock[1]}.{(int(clock[2]) * 100 + 30) // 60:02d} u"
    typed = _PARTS.sub(lambda found: f"{found[1] or 0}.{_HALVES[found[2]]}", typed)
    return _WORD.sub(lambda found: _WORDS[found[1].lower()], typed)


def _parse_body(body: str, language: Language) -> Decimal | Misread:
    mark = _decimal_mark(body, language)
    whole, _, fraction = body.rpartition(mark) if mark else (body, "", "")
    if not _WHOLE.fullmatch(whole):
        return Misread("number.grouping")
    digits = _MARKS.sub("", whole)
    if len(digits) > MOST_WHOLE_DIGITS:
        return Misread("number.too_large", {"most": str(MOST_WHOLE_DIGITS)})
    if len(fraction) > MOST_DECIMALS:
        return Misread("number.too_precise", {"most": str(MOST_DECIMALS)})
    return Decimal(f"{digits or '0'}.{fraction.rstrip('0')}")


def _decimal_mark(body: str, language: Language) -> str:
    """Find the mark before the decimals; the language only decides where "1.250" is truly ambiguous."""
    marks = _MARKS.findall(body)
    if not marks or marks[-1] not in ".,":
        return ""
    mark: str = marks[-1]
    if len(marks) > 1:
        return mark if len(set(marks)) > 1 else ""
    before, _, after = body.partition(mark)
    could_group = len(after) == 3 and len(before) <= 3 and before.strip("0") != ""
    return "" if could_group and mark == _GROUP_MARK[language] else mark


def _english(value: Decimal, decimals: int | None) -> str:
    if not value.is_finite():
        raise LanguageError(f"{value} is no number to show; say in words that it is unknown.")
    with localcontext(Context(rounding=ROUND_HALF_UP)):
        text = f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text.strip("-0.,") else text.removeprefix("-")
