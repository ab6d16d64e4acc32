"""Splits a Markdown text into its head and its nested headings, each with line numbers; never raises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workshop.language.text import clean_text

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKS = re.compile(r"(#{1,3})\s")
_KEY = re.compile(r"[^\W\d][^:{}]*")
_CODE = re.compile(r"\{([^{}]*)\}$")
_CODE_AND_SCORE = re.compile(r"\{([^{}]*)\}\s*(?:=(.*))?$")
_HEAD_MARK = "---"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the file; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` line; `column` is where the value starts, counted from 1."""

    key: str
    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Option:
    """One `- Text {code} = 40` line; `code` and `score` are None when they are not there."""

    text: str
    code: str | None
    score: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading with everything under it; the head of a file is a piece of level 0.

    `code` is None when the heading has none; below a `###` without a code stands only prose. `strays` are lines
    under the heading that are neither a key nor an option; `lines` is the prose as it stands in the file.
    """

    level: int
    title: str
    code: str | None
    line: int
    entries: tuple[Entry, ...] = ()
    options: tuple[Option, ...] = ()
    strays: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    children: tuple["Piece", ...] = ()

    @property
    def prose(self) -> str:
        """The text below the first blank line, cleaned, as Markdown."""
        return clean_text("\n".join(line.text for line in self.lines))

    @property
    def prose_line(self) -> int:
        """The line on which the prose starts, or the heading's when there is none."""
        return next((line.number for line in self.lines if line.text.strip()), self.line)

    def entry(self, key: str) -> Entry | None:
        """Return the first line with this key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def option(self, code: str) -> Option | None:
        """Return the first option with this code, or None."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True, slots=True)
class Scan:
    """A whole text: its head (the introduction is the head's prose) and its outer headings.

    `head_missing` tells that the text starts without `---`, `head_open` that the second `---` never comes.
    """

    head: Piece
    pieces: tuple[Piece, ...]
    head_missing: bool = False
    head_open: bool = False


def scan(text: str) -> Scan:
    """Split a text; whatever does not fit stays in `strays` for the reader to report."""
    raw = _LINE_END.split(text.removeprefix("\ufeff"))
    lines = [Line(number, line) for number, line in enumerate(raw, start=1)]
    missing = not _is_mark(lines[0])
    still_open = not missing and not any(_is_mark(line) for line in lines[1:])
    head, body = _head_and_body(lines)
    introduction, *headings = _chunks(body)
    keys = [line for line in head if line.text.strip()]
    return Scan(
        _under(Piece(0, "", None, 1), keys, introduction),
        _nest([_heading(chunk) for chunk in headings]),
        missing,
        still_open,
    )


def _is_mark(line: Line) -> bool:
    return line.text.strip() == _HEAD_MARK


def _is_heading(line: Line) -> bool:
    return _MARKS.match(line.text) is not None


def _head_and_body(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Cut at the second `---`; a head that is never closed ends at the first heading."""
    if not _is_mark(lines[0]):
        return [], lines
    for index, line in enumerate(lines[1:], start=1):
        if _is_mark(line):
            return lines[1:index], lines[index + 1 :]
        if _is_heading(line):
            return lines[1:index], lines[index:]
    return lines[1:], []


def _chunks(body: list[Line]) -> Iterator[list[Line]]:
    """Give what stands before the first heading, then each heading with its lines."""
    chunk: list[Line] = []
    for line in body:
        if _is_heading(line):
            yield chunk
            chunk = []
        chunk.append(line)
    yield chunk


def _heading(chunk: list[Line]) -> Piece:
    first, *rest = chunk
    text = first.text.strip()
    level = len(text) - len(text.lstrip("#"))
    match = _CODE.search(text)
    title = (text[: match.start()] if match else text)[level:].strip()
    bare = Piece(level, title, match[1].strip() if match else None, first.number)
    if level == 3 and match is None:
        return replace(bare, lines=tuple(rest))
    end = next((index for index, line in enumerate(rest) if not line.text.strip()), len(rest))
    return _under(bare, rest[:end], rest[end:])


def _under(bare: Piece, keys: list[Line], prose: list[Line]) -> Piece:
    read = [_key_or_option(line) for line in keys]
    return replace(
        bare,
        entries=tuple(one for one in read if isinstance(one, Entry)),
        options=tuple(one for one in read if isinstance(one, Option)),
        strays=tuple(one for one in read if isinstance(one, Line)),
        lines=tuple(prose),
    )


def _key_or_option(line: Line) -> Entry | Option | Line:
    text = line.text.strip()
    if text == "-" or text.startswith("- "):
        return read_option(text[1:].strip(), line.number)
    key, colon, value = text.partition(":")
    if not colon or not _KEY.fullmatch(key) or value[:1].strip():
        return line
    column = line.text.index(":") + 2 + len(value) - len(value.lstrip())
    return Entry(" ".join(key.split()), value.strip(), line.number, column)


def read_option(text: str, number: int) -> Option:
    """Read `Text {code} = 40`."""
    match = _CODE_AND_SCORE.search(text)
    if match is None:
        return Option(text, None, None, number)
    score = None if match[2] is None else match[2].strip()
    return Option(text[: match.start()].strip(), match[1].strip(), score, number)


def _nest(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Put under each piece the deeper ones that follow it."""
    nested: list[Piece] = []
    start = 0
    while start < len(pieces):
        top = pieces[start]
        deeper = (i for i in range(start + 1, len(pieces)) if pieces[i].level <= top.level)
        end = next(deeper, len(pieces))
        nested.append(replace(top, children=_nest(pieces[start + 1 : end])))
        start = end
    return tuple(nested)
