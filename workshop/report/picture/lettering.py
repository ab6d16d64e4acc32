"""How wide text is, and how it breaks into lines: a careful guess that holds for the usual sans-serif fonts."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from workshop.report.spans import clean

ELLIPSIS: Final = "…"
_NARROW: Final = dict.fromkeys("iljI.,;:'|!·‘’ ", 0.27) | dict.fromkeys('ftr()[]/\\-–"“” ', 0.34)
_WIDE: Final = dict.fromkeys("mwMW@%€…—", 0.9)
_WIDTHS: Final = _NARROW | _WIDE
_LETTER: Final = 0.53
_CAPITAL: Final = 0.69
_FULL: Final = 1.05
_BOLD: Final = 1.07

Measure = Callable[[str], float]
"""Tells how wide a line is."""


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is."""
    return sum(map(_letter, words)) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=1024)
def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F") or ord(letter) > 0xFFFF:
        return _FULL
    return _CAPITAL if letter.isupper() else _LETTER


def wrapped(words: str, size: float, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break text into at most so many lines; what does not fit is cut off with an ellipsis."""

    def wide(line: str) -> float:
        return width_of(line, size, bold=bold)

    blank = wide(" ")
    lines: list[str] = []
    used = 0.0
    for word in clean(words).split():
        added = wide(word)
        if lines and used + blank + added <= room:
            lines[-1] += f" {word}"
            used += blank + added
            continue
        pieces = [word] if added <= room else _pieces(word, room, wide)
        lines += pieces
        used = added if len(pieces) == 1 else wide(pieces[-1])
        if len(lines) > most:
            return (*lines[: most - 1], _cut(lines[most - 1], room, wide))
    return tuple(lines)


def _pieces(word: str, room: float, wide: Measure) -> list[str]:
    """Break a word that is longer than a line, with hyphens; at most what a picture could ever show."""
    pieces, rest = [], word[:400]
    while wide(rest) > room and len(rest) > 1:
        fit = max(1, next(at for at in range(1, len(rest) + 1) if wide(f"{rest[:at]}-") > room) - 1)
        pieces.append(f"{rest[:fit]}-")
        rest = rest[fit:]
    return [*pieces, rest]


def _cut(line: str, room: float, wide: Measure) -> str:
    kept = line.rstrip("-")
    while kept and wide(f"{kept}{ELLIPSIS}") > room:
        kept = kept[:-1]
    return f"{kept.rstrip(' .,;:')}{ELLIPSIS}"
