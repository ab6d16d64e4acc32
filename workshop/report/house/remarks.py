"""What to look at in a template that is safe: nothing here keeps it from being used."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from workshop.report.house.fonts import named_fonts
from workshop.report.house.mend import properties_of
from workshop.report.house.package import Package
from workshop.report.house.verdict import Remark
from workshop.report.word import placeholders
from workshop.report.word.widths import text_width
from workshop.report.word.xml import W

KNOWN_FONTS: Final = frozenset(
    (
        *("Aptos", "Aptos Display", "Arial", "Arial Black", "Arial Narrow", "Book Antiqua", "Bookman Old Style"),
        *("Calibri", "Calibri Light", "Cambria", "Cambria Math", "Candara", "Carlito", "Century Gothic", "Consolas"),
        *("Constantia", "Corbel", "Courier New", "Franklin Gothic Book", "Garamond", "Georgia", "Gill Sans MT"),
        *("Helvetica", "Palatino Linotype", "Segoe UI", "Symbol", "Tahoma", "Times New Roman", "Trebuchet MS"),
        *("Verdana", "Wingdings"),
    )
)
"""Fonts that Word has on Windows and on a Mac."""
_A4: Final = {11906, 16838}
_NEAR: Final = 40
_NARROW: Final = 7937
"""Twips: fourteen centimetres."""
_CHANGES: Final = tuple(f"{W}{one}" for one in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_MOST: Final = 12


def remarks(package: Package) -> Iterator[Remark]:
    """Everything that the consultant may want to change, in the order of its weight."""
    stories = [package.tree(name) for name in package.stories()]
    styles = _styles(package)
    yield from _places(stories)
    yield from _people(package)
    yield from _traces(package, stories)
    yield from _pages(stories[0])
    yield from _looks(styles, stories)


def _styles(package: Package) -> etree._Element | None:
    found = package.related(package.main, "styles")
    return package.tree(found[0]) if found else None


def _places(stories: list[etree._Element]) -> Iterator[Remark]:
    """Placeholders that we do not have, and a body without a place for the report."""
    unknown = dict.fromkeys(one for root in stories for one in islice(placeholders.unknown_names(root), _MOST))
    for name in list(unknown)[:_MOST]:
        meant = placeholders.meant(name)
        yield Remark(
            "placeholder_meant" if meant else "placeholder", {"name": f"{{{{{name}}}}}", "meant": f"{{{{{meant}}}}}"}
        )
    body = stories[0]
    anchors = {placeholders.anchor(one) for one in placeholders.braced(body)} - {"", "contents"}
    words = sum(len((node.text or "").split()) for node in body.iter(f"{W}t"))
    if words and not anchors:
        yield Remark("no_anchor", {"words": str(words)})


def _people(package: Package) -> Iterator[Remark]:
    if names := properties_of(package):
        yield Remark("properties", {"names": names[:80]})


def _traces(package: Package, stories: list[etree._Element]) -> Iterator[Remark]:
    """What earlier work left behind."""
    kinds = {one.last for one in package.relations.get(package.main, [])}
    if any(next(root.iter(*_CHANGES), None) is not None for root in stories):
        yield Remark("changes")
    if "comments" in kinds:
        yield Remark("comments")
    if "customXml" in kinds:
        yield Remark("custom_xml")
    if any(_on(one) for root in stories for one in root.iter(f"{W}vanish")):
        yield Remark("hidden")


def _pages(document: etree._Element) -> Iterator[Remark]:
    for section in document.iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        sides = [_number(size.get(f"{W}{side}", "")) for side in ("w", "h")] if size is not None else []
        if sides and not all(any(abs(side - one) <= _NEAR for one in _A4) for side in sides):
            yield Remark("paper")
            break
    for section in document.iter(f"{W}sectPr"):
        if text_width(section) < _NARROW:
            yield Remark("narrow", {"centimetres": str(round(text_width(section) / 567))})
            break


def _looks(styles: etree._Element | None, stories: list[etree._Element]) -> Iterator[Remark]:
    roots = [*stories, *([] if styles is None else [styles])]
    strange = sorted({one for root in roots for one in named_fonts(root)} - KNOWN_FONTS)
    if strange:
        yield Remark("fonts", {"fonts": ", ".join(strange[:_MOST])})
    languages = {one.get(f"{W}val", "")[:2].lower() for root in roots for one in root.iter(f"{W}lang")} - {""}
    if others := sorted(languages - {"nl", "en"}):
        yield Remark("language", {"languages": ", ".join(others[:_MOST])})
    if any(_is_heading(one.getparent()) for one in stories[0].iterfind(f".//{W}p/{W}pPr/{W}numPr")):
        yield Remark("numbers")


def _is_heading(looks: etree._Element | None) -> bool:
    """Tell whether these are the looks of a heading: then it has a number or list beside that of its style."""
    style = None if looks is None else looks.find(f"{W}pStyle")
    return style is not None and re.match(r"(?i)heading|kop|berschrift", style.get(f"{W}val", "")) is not None


def _on(one: etree._Element) -> bool:
    return one.get(f"{W}val", "1") not in ("0", "false", "off")


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 9 else 0
