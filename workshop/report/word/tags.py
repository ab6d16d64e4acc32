"""Tags of content controls: which passage or field it is, and the mark of what stood in it when it was written."""

import re
from dataclasses import dataclass
from typing import Final
from zlib import crc32

PASSAGE: Final = "k1"
FIELD: Final = "f1"
DOTS: Final = "…………………………"
"""What stands in a field to fill in."""
CELL_DOTS: Final = "……………"
_MOST_ID: Final = 40
_NOT_ID: Final = re.compile(r"[^A-Za-z0-9._-]")
_TAG: Final = re.compile(rf"({PASSAGE}|{FIELD}):([A-Za-z0-9._-]{{1,{_MOST_ID}}}):([0-9a-f]{{0,16}})")


@dataclass(frozen=True, slots=True)
class Tag:
    """`kind` is PASSAGE or FIELD; `mark` says what stood there, "" when it was empty."""

    kind: str
    id: str
    mark: str = ""

    def __str__(self) -> str:
        """The tag as it stands in the file, 64 characters at most."""
        return f"{self.kind}:{self.id}:{self.mark}"


def short(id_: str) -> str:
    """An id as a tag can hold it; one that fits stays as it is."""
    if len(id_) <= _MOST_ID and not _NOT_ID.search(id_):
        return id_
    return f"{_NOT_ID.sub('_', id_)[: _MOST_ID - 9]}_{crc32(id_.encode('utf-8', 'replace')):08x}"


def read_tag(text: str) -> Tag | None:
    """Read a tag of ours; None for that of another program."""
    found = _TAG.fullmatch(text)
    return Tag(found[1], found[2], found[3]) if found else None


def untouched(text: str) -> bool:
    """Tell whether nobody filled in a field: it is empty, or only dots."""
    return not text.strip(" .…\u00a0\n\t")
