"""Tidying the text of a template: comments out, numbers that would clash moved aside, loose ends tied."""

from collections.abc import Collection, Iterator
from typing import Final

from lxml import etree

from workshop.report.house.sequence import in_order
from workshop.report.word.loose import unlink
from workshop.report.word.xml import NAMESPACES, R, W

_OURS: Final = "k_"
_THEIRS: Final = "h_"
"""Bookmarks of an earlier report of ours get another first letter."""
FIRST: Final = 1_000_000
"""From here the bookmarks, controls and drawings of a template are numbered, so many apart for each part."""
_COMMENTS: Final = ("commentRangeStart", "commentRangeEnd", "commentReference")
_LOOSE: Final = ("proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "printerSettings")
_STORES: Final = frozenset({"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"})
"""The properties of the file itself, which a content control may show."""


def tidy(root: etree._Element, first: int, relations: Collection[str]) -> Iterator[str]:
    """Tidy one part in place, number it from `first`, and give the codes of what to say about it.

    `relations` are the ids that the part may use; a link by another one loses its target.
    """
    for link in root.iter(f"{W}hyperlink"):
        if link.get(f"{R}id", "") not in relations:
            link.attrib.pop(f"{R}id", "")
    _remove(root, (*(f"{W}{one}" for one in (*_COMMENTS, *_LOOSE)), f"{W}placeholder"))
    for bound in list(root.iter(f"{W}dataBinding", "{*}dataBinding")):
        if bound.get(f"{W}storeItemID", "").upper() not in _STORES:
            _drop(bound)
    in_order(root)
    for one in root.iter(f"{W}cantSplit", f"{W}tblHeader"):
        if one.get(f"{W}val") == "true":  # LibreOffice 7; Word knows "on" and "off" here
            one.attrib.pop(f"{W}val", "")
    _rename_bookmarks(root)
    _renumber(root, first)
    if unlink(root):
        yield "links"


def _remove(root: etree._Element, tags: tuple[str, ...]) -> None:
    for one in list(root.iter(*tags)):
        _drop(one)


def _drop(one: etree._Element) -> None:
    """Remove an element; these have no text after them."""
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _rename_bookmarks(root: etree._Element) -> None:
    def renamed(name: str) -> str:
        return f"{_THEIRS}{name.removeprefix(_OURS)}" if name.startswith(_OURS) else name

    for one in root.iter(f"{W}bookmarkStart"):
        one.set(f"{W}name", renamed(one.get(f"{W}name", "")))
    for one in root.iter(f"{W}hyperlink"):
        if anchor := one.get(f"{W}anchor"):
            one.set(f"{W}anchor", renamed(anchor))
    for one in root.iter(f"{W}instrText"):
        one.text = (one.text or "").replace(f" {_OURS}", f" {_THEIRS}")


def _renumber(root: etree._Element, first: int) -> None:
    """Give bookmarks, controls and drawings numbers far above ours; a mark without its other half goes."""
    ends = {one.get(f"{W}id", ""): one for one in root.iter(f"{W}bookmarkEnd")}
    names: set[str] = set()
    numbers: set[str] = set()
    for at, start in enumerate(list(root.iter(f"{W}bookmarkStart")), start=first):
        end, name = ends.pop(start.get(f"{W}id", ""), None), start.get(f"{W}name", "")
        if end is None or not name or name in names:
            _drop(start)
            continue
        names.add(name)
        numbers.add(str(at))
        start.set(f"{W}id", str(at))
        end.set(f"{W}id", str(at))
    for one in list(root.iter(f"{W}bookmarkEnd")):
        if one.get(f"{W}id") not in numbers:
            _drop(one)
    for at, control in enumerate(root.iterfind(f".//{W}sdtPr/{W}id"), start=first):
        control.set(f"{W}val", str(at))
    for at, drawn in enumerate(root.iter(f"{{{NAMESPACES['wp']}}}docPr"), start=first):
        drawn.set("id", str(at))
