"""The one text cleaner at the border: what is kept here, Word and XML can hold."""

import re
import unicodedata
from typing import Final

MAX_TEXT: Final = 10_000
"""The most characters in one answer; whoever takes text in refuses more, nobody cuts it off."""

_LINE_END: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_TOO_MANY_BLANK_LINES: Final = re.compile(r"\n{4,}")
_LAST_TWO_OF_EACH_PLANE: Final = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_NO_NAME: Final = re.compile(r"[^0-9a-z]+")
_DROPPED: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters without tab and line ends
    r"\u202a-\u202e\u2066-\u2069"  # bidi overrides: they make text look like other text
    r"\ufeff"  # byte order mark
    r"\ud800-\udfff"  # halves of a character
    rf"\ufdd0-\ufdef{_LAST_TWO_OF_EACH_PLANE}]"  # never characters
)


def clean_text(raw: str) -> str:
    """Give the text as we keep it: composed, one kind of line end, nothing that a report cannot hold."""
    kept = unicodedata.normalize("NFC", _DROPPED.sub("", raw))
    lines = _LINE_END.sub("\n", kept).split("\n")
    text = "\n".join(line.rstrip() for line in lines)
    return _TOO_MANY_BLANK_LINES.sub("\n\n\n", text).strip()


def file_stem(*parts: str) -> str:
    """Make a readable file name without extension that every disk takes: plain letters, digits and hyphens.

    What cannot be written so falls away; each part keeps at most 40 characters.
    """
    return "-".join(plain for plain in map(_plain, parts) if plain)


def _plain(part: str) -> str:
    letters = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    return _NO_NAME.sub("-", letters).strip("-")[:40].strip("-")
