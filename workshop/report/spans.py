"""Running text: runs that are bold, italic or a link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = re.compile("\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_PLAIN: Final = re.compile("[\t\n\x20-\x84\x86-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""Text that is clean already, as nearly all of it is."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `link` is "#id" of a heading, or an http, https or mailto address."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Spans = tuple[Span, ...]


def text(words: str) -> Spans:
    """Plain text as spans."""
    return (Span(words),) if words else ()


def bold(words: str) -> Spans:
    """Bold text as spans."""
    return (Span(words, bold=True),) if words else ()


def trimmed(spans: Sequence[Span]) -> Spans:
    """The same without blanks around it; nothing when only blanks are left."""
    left = list(spans)
    while left and not left[0].text.strip():
        left.pop(0)
    while left and not left[-1].text.strip():
        left.pop()
    if left:
        left[0] = replace(left[0], text=left[0].text.lstrip())
        left[-1] = replace(left[-1], text=left[-1].text.rstrip())
    return tuple(left)


def clean(words: str) -> str:
    """Text that every writer can hold: each line end a newline, other control characters left out."""
    return words if _PLAIN.fullmatch(words) else _NOT_XML.sub("", _BREAKS.sub("\n", words))
