"""Making a judged template fit for the report: what it lacks comes from our own base, in its own colours and fonts."""

from copy import deepcopy
from functools import lru_cache
from typing import Final

from lxml import etree

from workshop.report.house.archive import unpack
from workshop.report.house.fonts import Sheet, theme_fonts
from workshop.report.house.injection import Base, inject_styles
from workshop.report.house.judge import judge
from workshop.report.house.lists import Lists
from workshop.report.house.margins import add_footer
from workshop.report.house.package import OFFICE, Package, read_package
from workshop.report.house.theming import theme_after_headings
from workshop.report.house.verdict import Refused
from workshop.report.word.template import build_template
from workshop.report.word.theme import theme_colours
from workshop.report.word.widths import text_width
from workshop.report.word.xml import W

_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME: Final = "application/vnd.openxmlformats-officedocument.theme+xml"


@lru_cache(maxsize=4)
def ready(data: bytes) -> bytes:
    """Judge a file and make it fit, all in one; raises Refused."""
    verdict = judge(data)
    if verdict.refused is not None:
        raise Refused(verdict.refused.code, **verdict.refused.values)
    return fit(verdict.template)


def fit(template: bytes) -> bytes:
    """Give a judged template with every style, list and part that the report is written in."""
    package = read_package(unpack(template))
    base = _base()
    for last in ("theme", "styles", "numbering", "fontTable"):
        _have(package, base, last, _THEME if last == "theme" else f"{_TYPES}.{last}+xml")
    document = package.tree(package.main)
    section = _last_section(document)
    sheet = sheet_of(package)
    theme_after_headings(package, sheet)
    lists = Lists(_numbering(package))
    inject_styles(sheet, Base(sheet_of(base), _numbering(base)), lists, text_width(section))
    add_footer(package, base, section, sheet)
    package.put(package.main, document)
    package.put(package.related(package.main, "styles")[0], sheet.root)
    package.put(package.related(package.main, "numbering")[0], lists.root)
    return package.to_bytes()


def sheet_of(package: Package) -> Sheet:
    """The styles of a package with the colours and fonts of its theme."""
    themes = package.related(package.main, "theme")
    theme = package.tree(themes[0]) if themes else None
    return Sheet(package.tree(package.related(package.main, "styles")[0]), theme_colours(theme), theme_fonts(theme))


@lru_cache(maxsize=1)
def _base() -> Package:
    return read_package(unpack(build_template()))


def _numbering(package: Package) -> etree._Element:
    return package.tree(package.related(package.main, "numbering")[0])


def _have(package: Package, base: Package, last: str, kind: str) -> None:
    """Put in a part of our base where the template has none; its lists and styles come later."""
    if package.related(package.main, last):
        return
    root = base.tree(base.related(base.main, last)[0])
    if last in ("styles", "numbering"):
        for one in list(root):
            if one.tag != f"{W}docDefaults":
                root.remove(one)
    name = next(part for at in range(99) if (part := f"word/{last}{at or ''}.xml") not in package.parts)
    package.add(package.main, f"{OFFICE}/{last}", name, kind, etree.tostring(root))


def _last_section(document: etree._Element) -> etree._Element:
    """The last section of the body; A4 when the template has none."""
    body = document.find(f"{W}body")
    found = None if body is None else body.find(f"{W}sectPr")
    if body is not None and found is None:
        base = _base()
        own = base.tree(base.main).find(f"{W}body/{W}sectPr")
        found = etree.SubElement(body, f"{W}sectPr")
        found.extend(deepcopy(one) for one in (own if own is not None else ()) if "Reference" not in one.tag)
    if found is None:
        raise Refused("not_word")
    return found
