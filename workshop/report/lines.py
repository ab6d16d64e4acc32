"""Running text as plain lines: what a passage says, whatever program wrote it, with a mark to compare it by.

Lines are what Markdown and Word have in common: paragraphs and list items with bold, italic and links. Blanks are
single, and none stands at an edge of a line or of bold text; so the same text always gives the same lines.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from itertools import groupby
from typing import Final, assert_never

from workshop.report.simple import BulletList, FormFields, NumberedList, Paragraph, Passage, Simple
from workshop.report.spans import Span, Spans, clean, trimmed

MARK_LENGTH: Final = 16

_BLANKS: Final = re.compile("(?:[\t\n]| [ \t\n])[ \t\n]*")
_PARTING: Final = "\n\n"
_IN_LINK: Final = {ord(sign): f"%{ord(sign):02X}" for sign in '() "<>\\`'}
"""What an address writes otherwise, so that Markdown can hold it."""
_SOFT_HYPHEN: Final = "\u00ad"


class LineKind(StrEnum):
    """What a line is."""

    TEXT = "text"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a list item; `depth` counts the lists around the list it is in, from 0."""

    kind: LineKind
    spans: Spans
    depth: int = 0


Lines = tuple[Line, ...]


def lines(blocks: Iterable[Simple]) -> Lines:
    """What simple blocks say, line by line; fields to fill in say nothing."""
    return tidy(one for block in blocks for one in _raw(block))


def tidy(raw: Iterable[Line]) -> Lines:
    """Lines in their one normal form: no empty ones, an empty line inside a paragraph ends it, no depth is skipped."""
    found: list[Line] = []
    for line in raw:
        for at, part in enumerate(_parts(line.spans)):
            inside = line.kind is not LineKind.TEXT
            if at and inside:
                found[-1] = replace(found[-1], spans=_joined(found[-1].spans, part))
                continue
            deepest = found[-1].depth + 1 if found and found[-1].kind is not LineKind.TEXT else 0
            found.append(Line(line.kind, part, min(line.depth, deepest) if inside else 0))
    return tuple(found)


def mark(of: Lines) -> str:
    """A short mark of a text: 16 hexadecimal digits, the same for the same text; soft hyphens do not count."""
    said = [
        [one.kind, one.depth, *([span.text, span.bold, span.italic, span.link] for span in one.spans)]
        for one in _without_soft_hyphens(of)
    ]
    return text_mark(json.dumps(said))


def text_mark(text: str) -> str:
    """The mark of plain text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:MARK_LENGTH]


def plain(of: Lines) -> str:
    """Lines without any look, an empty line between them."""
    return "\n\n".join("".join(span.text for span in one.spans) for one in of)


def tidy_text(text: str) -> str:
    """Plain text as one line with single blanks."""
    return " ".join(clean(text).replace(_SOFT_HYPHEN, "").split())


def _raw(block: Simple, depth: int = 0) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield Line(LineKind.TEXT, block.spans)
        case BulletList() | NumberedList():
            kind = LineKind.NUMBER if isinstance(block, NumberedList) else LineKind.BULLET
            for item in block.items:
                yield Line(kind, item.spans, depth)
                for inner in item.inside:
                    yield from _raw(inner, depth + 1)
        case Passage():
            for one in block.blocks:
                yield from _raw(one)
        case FormFields():
            return
        case _:
            assert_never(block)


def _parts(spans: Spans) -> Iterator[Spans]:
    """The stretches of text between empty lines, each tidied."""
    part: list[Span] = []
    for span in _merged(_settled(_pieces(spans))):
        first, *others = span.text.split(_PARTING)
        part.append(replace(span, text=first))
        for text in others:
            yield from filter(None, (trimmed(part),))
            part = [replace(span, text=text)]
    yield from filter(None, (trimmed(part),))


def _pieces(spans: Spans) -> list[Span]:
    """Words and the blanks between them apart; blanks without a look, and as few as they can be."""
    found: list[Span] = []
    for span in spans:
        text = _BLANKS.sub(_as_few, clean(span.text))
        core = text.strip()
        start = text.find(core) if core else 0
        for piece in (Span(text[:start]), _looking(span, core), Span(text[start + len(core) :])):
            if piece.text and found and not found[-1].text.strip() and not piece.text.strip():
                found[-1] = Span(_BLANKS.sub(_as_few, found[-1].text + piece.text))
            elif piece.text:
                found.append(piece)
    return found


def _looking(like: Span, text: str) -> Span:
    """Text that looks like a span; a link has no look of its own, and one inside the report is no more than text."""
    if like.link:
        return Span(text, link="" if like.link.startswith("#") else like.link.translate(_IN_LINK))
    return Span(text, like.bold, like.italic)


def _as_few(blanks: re.Match[str]) -> str:
    breaks = blanks[0].count("\n")
    return _PARTING[:breaks] if breaks else " "


def _settled(pieces: Sequence[Span]) -> Iterator[Span]:
    """A blank between two looks has only what they share."""
    nothing = Span("")
    for at, piece in enumerate(pieces):
        if piece.text.strip():
            yield piece
            continue
        before, after = pieces[at - 1] if at else nothing, pieces[at + 1] if at + 1 < len(pieces) else nothing
        link = before.link if before.link == after.link else ""
        yield Span(piece.text, before.bold and after.bold, before.italic and after.italic, link)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    for look, group in groupby(spans, key=lambda one: (one.bold, one.italic, one.link)):
        yield Span("".join(one.text for one in group), *look)


def _joined(before: Spans, after: Spans) -> Spans:
    return tuple(_merged(_settled(_pieces((*before, Span("\n"), *after)))))


def _without_soft_hyphens(of: Lines) -> Iterator[Line]:
    for one in of:
        yield replace(one, spans=tuple(replace(span, text=span.text.replace(_SOFT_HYPHEN, "")) for span in one.spans))
