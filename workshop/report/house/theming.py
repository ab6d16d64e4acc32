"""A theme that says nothing of the house style takes the colour of its headings, for charts, boxes and tables."""

from typing import Final

from lxml import etree

from workshop.report.house.fonts import Sheet
from workshop.report.house.package import Package
from workshop.report.house.palette import contrast_on_white, tone_down
from workshop.report.word.theme import mixed, theme_colours
from workshop.report.word.xml import NAMESPACES, W

_OFFICE: Final = frozenset({"4F81BD", "4472C4", "5B9BD5", "156082"})
"""The first accent of Word's own themes of 2007, 2016, 2013 and 2023."""
_SLOTS: Final = (b"accent1", b"tx2", b"dk2", b"bg2", b"lt2", b"text2", b"background2")
_PALE: Final = 26
_NEARLY_BLACK: Final = 17
_A: Final = f"{{{NAMESPACES['a']}}}"


def theme_after_headings(package: Package, sheet: Sheet) -> None:
    """Write the colour of the headings into a theme of Word itself, unless pages of the template use that theme."""
    own = _plain_colour(sheet)
    if not own or sheet.colours.get("accent1") not in _OFFICE or _uses_theme(package):
        return
    part = package.related(package.main, "theme")[0]
    theme = package.tree(part)
    for slot, value in (("dk2", tone_down(own)), ("accent1", tone_down(own)), ("lt2", mixed(own, _PALE))):
        for entry in theme.iterfind(f".//{_A}clrScheme/{_A}{slot}"):
            entry[:] = [etree.Element(f"{_A}srgbClr", val=value)]
    package.put(part, theme)
    sheet.colours = theme_colours(theme)


def _plain_colour(sheet: Sheet) -> str:
    """The colour of the headings when they name one themselves, "" when that is black or comes from the theme."""
    said = sheet.said("heading 1", "color")
    own = "" if said is None or said.get(f"{W}themeColor") else sheet.plain(said)
    return own if own and contrast_on_white(own) < _NEARLY_BLACK else ""


def _uses_theme(package: Package) -> bool:
    texts = [package.parts[one] for one in package.stories()]
    return any(b'val="%s"' % slot in text or b'themeColor="%s"' % slot in text for text in texts for slot in _SLOTS)
