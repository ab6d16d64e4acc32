"""Dates as people type them and as people read them: "21 november 2026" to date and back."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from workshop.language.numbers import Misread
from workshop.language.tongue import Language

MONTHS: Final = MappingProxyType(
    {
        Language.NL: (
            *("januari", "februari", "maart", "april", "mei", "juni"),
            *("juli", "augustus", "september", "oktober", "november", "december"),
        ),
        Language.EN: (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    }
)

# Names and their first three letters mean one month in both languages, so each language reads all of them.
_MONTH_NUMBERS: Final = MappingProxyType(
    {
        written: number
        for names in MONTHS.values()
        for number, name in enumerate(names, start=1)
        for written in (name.lower(), name[:3].lower())
    }
    | {"mrt": 3, "sept": 9}
)
_BLANK_RUN: Final = re.compile(r"\s+")
_NOTATIONS: Final = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2}) ?(?P<mark>[-/.]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?(?P<year>[0-9]{2,4})"),
    re.compile(r"(?P<day>[0-9]{1,2})[ -](?P<month>[a-z]{3,9})\.?[ -](?P<year>[0-9]{2,4})"),
    re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{2,4})"),
)


def parse_date(text: str, language: Language) -> date | Misread:
    """Read a date, in figures with the day or a four-digit year first.

    Both languages read the same, so that a date survives a change of language.
    """
    typed = _BLANK_RUN.sub(" ", text.strip()).lower()
    if not typed:
        return Misread("date.empty")
    match = next(filter(None, (notation.fullmatch(typed) for notation in _NOTATIONS)), None)
    month = _month_number(match["month"]) if match else None
    if match is None or month is None:
        return Misread("date.not_a_date")
    if len(match["year"]) < 4:
        return Misread("date.short_year")
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return Misread("date.no_such_day")


def format_date(day: date, language: Language) -> str:
    """Write a date in full: "21 november 2026" in Dutch, "21 November 2026" in English."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year:04d}"


def _month_number(written: str) -> int | None:
    return int(written) if written.isdigit() else _MONTH_NUMBERS.get(written)


def months_between(early: date, late: date) -> Decimal:
    """Return the months from one day to another: whole calendar months, and days of the last one in 31sts.

    Below zero when the first day is the later one.
    """
    if late < early:
        return -months_between(late, early)
    whole = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    year, month = divmod(early.month - 1 + whole, 12)
    length = monthrange(early.year + year, month + 1)[1]
    turned = date(early.year + year, month + 1, min(early.day, length))
    return whole + Decimal((late - turned).days) / 31
