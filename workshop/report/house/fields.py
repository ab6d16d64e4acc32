"""The codes of the fields in a part, put together from the runs they are cut into."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from workshop.report.word.xml import W

_PIECES: Final = (f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple")


@dataclass(slots=True)
class _Open:
    """A field that has begun: its code so far, until what it shows starts."""

    pieces: list[str] = field(default_factory=list)
    shows: bool = False


def codes(root: etree._Element) -> Iterator[str]:
    """The code of every field; "" for a field whose name another field would make up."""
    open_fields: list[_Open] = []
    for piece in root.iter(*_PIECES):
        if piece.tag == f"{W}fldSimple":
            yield from filter(str.strip, [piece.get(f"{W}instr", "")])
        elif piece.tag != f"{W}fldChar":
            if open_fields and not open_fields[-1].shows:
                open_fields[-1].pieces.append(piece.text or "")
        else:
            yield from _mark(piece.get(f"{W}fldCharType", ""), open_fields)
    yield from (_code(one) for one in open_fields)


def _mark(kind: str, open_fields: list[_Open]) -> Iterator[str]:
    if kind == "begin":
        if open_fields and not open_fields[-1].shows and not _is_named(_code(open_fields[-1])):
            yield ""
        open_fields.append(_Open())
    elif kind == "separate" and open_fields:
        open_fields[-1].shows = True
    elif kind == "end" and open_fields:
        found = _code(open_fields.pop())
        if found.strip():
            yield found


def _is_named(code: str) -> bool:
    """Tell whether the name of a field is whole: a blank follows it, or it is a sum."""
    return code.lstrip().startswith("=") or " " in code.strip(" ") or (code.endswith(" ") and bool(code.strip()))


def _code(one: _Open) -> str:
    return "".join(one.pieces).replace("\t", " ").replace("\n", " ")
