"""Fitting what we wrote to the pages of a template: no table or drawing wider than the text."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from workshop.report.word.looks import TEXT_WIDTH, WIDE_WIDTH
from workshop.report.word.xml import NAMESPACES, W

_WIDTHS: Final = ((f"{W}tblW", f"{W}w"), (f"{W}gridCol", f"{W}w"), (f"{W}tcW", f"{W}w"))
_GROUP: Final = f"{{{NAMESPACES['wpg']}}}grpSpPr/{{{NAMESPACES['a']}}}xfrm/{{{NAMESPACES['a']}}}ext"


def text_width(section: etree._Element | None) -> int:
    """Twips between the margins of a section; that of our own pages when it does not say."""
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    if size is None or margins is None:
        return TEXT_WIDTH
    return _twips(size, "w", 11906) - _twips(margins, "left", 1247) - _twips(margins, "right", 1247)


def fit_widths(body: etree._Element, ours: Sequence[etree._Element]) -> None:
    """Make what we wrote narrower in every section that has less room than our own pages."""
    mine = set(ours)
    waiting: list[etree._Element] = []
    for one in body:
        waiting += [one] if one in mine else []
        section = one if one.tag == f"{W}sectPr" else one.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            size = section.find(f"{W}pgSz")
            wide = size is not None and size.get(f"{W}orient") == "landscape"
            share = text_width(section) / (WIDE_WIDTH if wide else TEXT_WIDTH)
            if share < 1:
                _narrow(waiting, share)
            waiting = []


def _narrow(elements: Sequence[etree._Element], share: float) -> None:
    for element in elements:
        for tag, name in _WIDTHS:
            for one in element.iter(tag):
                _scale(one, name, share)
        for drawn in element.iter(f"{{{NAMESPACES['wp']}}}inline"):
            for one in (*drawn.iterfind(f"{{{NAMESPACES['wp']}}}extent"), *drawn.iterfind(f".//{_GROUP}")):
                _scale(one, "cx", share)
                _scale(one, "cy", share)


def _scale(one: etree._Element, name: str, share: float) -> None:
    value = one.get(name, "")
    if value.isdigit():
        one.set(name, str(int(int(value) * share)))


def _twips(one: etree._Element, name: str, otherwise: int) -> int:
    value = one.get(f"{W}{name}", "")
    return int(value) if value.lstrip("-").isdigit() else otherwise
