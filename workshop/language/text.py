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
    """Make a readable file name without extension: letters, digits and hyphens, at most 120 characters."""
    plain = unicodedata.normalize("NFKD", "-".join(part for part in parts if part))
    letters = [one if one.isascii() and one.isalnum() else "-" for one in plain if not unicodedata.combining(one)]
    return "-".join(word for word in "".join(letters).lower().split("-") if word)[:120].strip("-")
