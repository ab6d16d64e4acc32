"""Lying and upright pages in one Word file: where a section ends, and how its page is laid out."""

from copy import deepcopy
from typing import Final

from lxml import etree

from workshop.report.word.xml import W

_LYING: Final = "landscape"
_EDGE: Final = 1134
"""Twips above and below the text of a lying page: two centimetres, less than on an upright one."""


def section_end(style: str, *, wide: bool) -> str:
    """Mark where a section of lying (`wide`) or upright pages ends; `lay_out` makes it one. `style` is a style id."""
    page = f'<w:pgSz w:orient="{_LYING}"/>' if wide else "<w:pgSz/>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:sectPr>{page}</w:sectPr></w:pPr></w:p>'


def lay_out(elements: list[etree._Element], last: etree._Element | None) -> list[etree._Element]:
    """Give each marked section the header, footer and margins of the last one; the mark moves to the text before it.

    Returns the elements that are left.
    """
    marks = [one for one in elements if one.tag == f"{W}p" and one.find(f"{W}pPr/{W}sectPr") is not None]
    spent = [mark for at, mark in enumerate(marks) if last is None or _moved(mark, _section(mark, last, first=at == 0))]
    for mark in spent:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    if marks and last is not None:
        _not_first(last)
    return [one for one in elements if one not in spent]


def _moved(mark: etree._Element, section: etree._Element) -> bool:
    """Write the section in the paragraph before its mark, or in the mark itself; tell whether the mark is spent."""
    before = mark.getprevious()
    looks = None if before is None or before.tag != f"{W}p" else before.find(f"{W}pPr")
    spent = looks is not None and looks.find(f"{W}sectPr") is None
    looks = looks if spent else mark.find(f"{W}pPr")
    if looks is not None:
        for old in looks.findall(f"{W}sectPr"):
            looks.remove(old)
        looks.append(section)
    return spent


def _section(mark: etree._Element, last: etree._Element, *, first: bool) -> etree._Element:
    """A copy of the last section; only the first of a file has a first page of its own."""
    section = deepcopy(last)
    wide = mark.find(f"{W}pPr/{W}sectPr/{W}pgSz[@{W}orient]") is not None
    size = section.find(f"{W}pgSz")
    if wide and size is not None:
        short, long = sorted((size.get(f"{W}w", "11906"), size.get(f"{W}h", "16838")), key=int)
        size.set(f"{W}w", long)
        size.set(f"{W}h", short)
        size.set(f"{W}orient", _LYING)
        _flatten(section.find(f"{W}pgMar"))
    if not first:
        _not_first(section)
    return section


def _not_first(section: etree._Element) -> None:
    """Only the first section of a row has a first page, counts from a number of its own, or begins halfway a page."""
    for name in ("titlePg", "type"):
        for one in section.findall(f"{W}{name}"):
            section.remove(one)
    for one in section.iterfind(f"{W}pgNumType"):
        one.attrib.pop(f"{W}start", "")


def _flatten(margins: etree._Element | None) -> None:
    """A lying page is low: it has no more room above and below than it needs."""
    for side in ("top", "bottom"):
        if margins is not None:
            margins.set(f"{W}{side}", str(min(_EDGE, int(margins.get(f"{W}{side}", "0")))))
