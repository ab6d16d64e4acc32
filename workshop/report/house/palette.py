"""The colours of a house style: those of its theme, but as its own headings have them, and always readable."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from workshop.report.house.fonts import Sheet, darker
from workshop.report.word.looks import DEEP, SLATE, TEAL
from workshop.report.word.theme import mixed, slot_of
from workshop.report.word.xml import W

_ENOUGH: Final = 4.5
_SHARES: Final = (255, 217, 191, 166, 140, 115, 89, 64)
_GREY: Final = 166
"""How much of the text colour is left in small print (Word's "text 1, 35 % lighter")."""
_THEMED: Final = tuple(f"{W}{one}" for one in ("themeColor", "themeTint", "themeShade"))


@dataclass(frozen=True, slots=True)
class Palette:
    """Chooses what each colour of ours becomes in a template."""

    sheet: Sheet

    def dress(self, style: etree._Element) -> None:
        """Give the texts of a style colours of the template; fills and lines keep their theme colour."""
        for one in style.iter(f"{W}color"):
            name = one.get(f"{W}themeColor", "")
            chosen = self._chosen(name)
            if chosen:
                one.set(f"{W}val", chosen)
                for key in _THEMED:
                    one.attrib.pop(key, "")

    def _chosen(self, name: str) -> str:
        """The colour of a text as RRGGBB; "" leaves it to the theme."""
        if name == SLATE:
            return mixed(self.sheet.colours.get("dk1", "000000"), _GREY)
        own = {DEEP: self.sheet.colour("heading 1"), TEAL: self.sheet.colour("heading 2")}.get(name, "")
        if own:
            return tone_down(own)
        if name.startswith("accent"):
            return tone_down(self.sheet.colours.get(slot_of(name), "000000"))
        return ""


def tone_down(value: str) -> str:
    """A colour dark enough to read on white and on a light ground: at least 4.5 to 1."""
    for share in _SHARES:
        found = darker(value, share)
        if contrast_on_white(found) >= _ENOUGH:
            return found
    return "000000"


def contrast_on_white(value: str) -> float:
    """The contrast of WCAG between a colour and white, 1–21."""
    parts = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
