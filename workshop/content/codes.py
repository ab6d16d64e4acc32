"""Codes: what they look like, and that each stands only once."""

import re
from collections.abc import Iterable
from enum import Enum

from workshop.content.notebook import Notebook, shorten
from workshop.content.scanner import Piece

_SEPARATORS = re.compile(r"[^0-9a-zA-Z]+")


class Shape(Enum):
    """What a code may look like; the value is its pattern, the name the key of its message."""

    SNAKE = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
    NUMBER = r"[0-9]{1,3}"
    RULE = r"[A-Z]{1,3}[0-9]{1,3}|[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
    MODEL = r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"

    def fits(self, code: str) -> bool:
        """Tell whether a code looks like this."""
        return re.fullmatch(self.value, code, re.ASCII) is not None


def check_code(
    code: str | None, line: int, what: str, title: str, notebook: Notebook, shape: Shape = Shape.SNAKE
) -> str | None:
    """Give the code back, or None when it is missing; a malformed one is reported but kept, to save follow-ups."""
    if not code:
        notebook.note(line, "missing_code", what=what, title=shorten(title), example=as_snake(title))
        return None
    if not shape.fits(code):
        notebook.note(line, f"malformed_code.{shape.name.lower()}", what=what, code=code, example=as_snake(code))
    return code


def as_snake(text: str) -> str:
    """Make an example of a well-formed code out of any text."""
    snake = _SEPARATORS.sub("_", text).strip("_").lower()[:30].strip("_")
    return snake if snake[:1].isalpha() else f"code_{snake}".strip("_")


def check_unique(codes: Iterable[tuple[str, int]], what: str, notebook: Notebook) -> dict[str, int]:
    """Report each code that stands a second time, naming both lines; return those codes with the last line."""
    first: dict[str, int] = {}
    doubled: dict[str, int] = {}
    for code, line in codes:
        if code in first:
            doubled[code] = line
            notebook.note(line, "duplicate_code", what=what, code=code, first=str(first[code]))
        first.setdefault(code, line)
    return doubled


def coded(
    pieces: Iterable[Piece], what: str, notebook: Notebook, shape: Shape = Shape.SNAKE
) -> tuple[tuple[Piece, str], ...]:
    """Give the pieces that have a code, with it; the others are reported."""
    found = ((piece, check_code(piece.code, piece.line, what, piece.title, notebook, shape)) for piece in pieces)
    return tuple((piece, code) for piece, code in found if code)


def coded_once(
    pieces: Iterable[Piece], what: str, notebook: Notebook, shape: Shape = Shape.SNAKE
) -> tuple[tuple[Piece, str], ...]:
    """Give the pieces that have a code, with it; report codes that are missing or stand twice."""
    found = coded(pieces, what, notebook, shape)
    check_unique(((code, piece.line) for piece, code in found), what, notebook)
    return found
