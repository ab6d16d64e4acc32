"""Lying and upright pages in one Word file: where a section ends, and how its page is laid out."""

from copy import deepcopy
from typing import Final

from lxml import etree

from workshop.report.word.xml import W

_LYING: Final = "landscape"
_ABOVE: Final = 1080
_BELOW: Final = 850
"""Twips above and below the text of a lying page."""


def section_end(*, wide: bool) -> str:
    """Mark where a section of lying (`wide`) or upright pages ends; `lay_out` makes it one."""
    page = f'<w:pgSz w:orient="{_LYING}"/>' if wide else "<w:pgSz/>"
    style = '<w:pStyle w:val="Normal"/>'
    return f"<w:p><w:pPr>{style}<w:sectPr>{page}</w:sectPr></w:pPr></w:p>"


def lay_out(body: etree._Element, last: etree._Element | None) -> None:
    """Give each marked section the header, footer and margins of the last one; the mark moves to the text before it."""
    marks = [one for one in body if one.tag == f"{W}p" and one.find(f"{W}pPr/{W}sectPr") is not None]
    if last is None:
        for mark in marks:
            body.remove(mark)
        return
    first_page = last.find(f"{W}titlePg")
    for at, mark in enumerate(marks):
        section = _section(mark, last, first=at == 0)
        before = mark.getprevious()
        looks = None if before is None or before.tag != f"{W}p" else before.find(f"{W}pPr")
        if looks is None or looks.find(f"{W}sectPr") is not None:
            looks = mark.find(f"{W}pPr")
        else:
            body.remove(mark)
        if looks is not None:
            for old in looks.findall(f"{W}sectPr"):
                looks.remove(old)
            looks.append(section)
    if marks and first_page is not None:
        last.remove(first_page)


def _section(mark: etree._Element, last: etree._Element, *, first: bool) -> etree._Element:
    """A copy of the last section; only the first of a file has a first page of its own."""
    section = deepcopy(last)
    wide = mark.find(f"{W}pPr/{W}sectPr/{W}pgSz[@{W}orient]") is not None
    size, other = section.find(f"{W}pgSz"), section.find(f"{W}titlePg")
    if wide and size is not None:
        short, long = sorted((size.get(f"{W}w", "11906"), size.get(f"{W}h", "16838")), key=int)
        size.set(f"{W}w", long)
        size.set(f"{W}h", short)
        size.set(f"{W}orient", _LYING)
        _flatten(section.find(f"{W}pgMar"))
    if other is not None and not first:
        section.remove(other)
    return section


def _flatten(margins: etree._Element | None) -> None:
    """A lying page is low: it has no more room above and below than it needs."""
    for side, most in (("top", _ABOVE), ("bottom", _BELOW)):
        if margins is not None:
            margins.set(f"{W}{side}", str(min(most, int(margins.get(f"{W}{side}", "0")))))
