"""The colours of a template: what its theme says, written beside each theme colour for programs that read no themes."""

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from workshop.report.word.xml import NAMESPACES, W

SLOTS: Final = (
    *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    *("hlink", "folHlink"),
)
_NAMES: Final = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_PAIRS: Final = (("themeColor", ("color", "val"), "theme"), ("themeFill", ("fill",), "themeFill"))
_A: Final = f"{{{NAMESPACES['a']}}}"


def theme_colours(theme: etree._Element | None) -> dict[str, str]:
    """The colours of a theme by slot, as RRGGBB; what it does not say in plain numbers is left out."""
    found: dict[str, str] = {}
    for slot in SLOTS if theme is not None else ():
        entry = None if theme is None else theme.find(f".//{_A}clrScheme/{_A}{slot}")
        for one in entry if entry is not None else ():
            value = one.get("val", "") if one.tag == f"{_A}srgbClr" else one.get("lastClr", "")
            if len(value) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in value):
                found[slot] = value.upper()
    return found


def slot_of(name: str) -> str:
    """The slot of a theme colour by the name that a style uses for it."""
    return _NAMES.get(name, name)


def recolour(elements: Iterable[etree._Element], colours: Mapping[str, str]) -> None:
    """Write the colour of this theme beside each theme colour in these elements."""
    for element in elements:
        for one in element.iter(f"{W}shd", f"{W}color", *_EDGES):
            for theme, plain, prefix in _PAIRS:
                value = colours.get(slot_of(one.get(f"{W}{theme}", "")))
                if value is None:
                    continue
                tint = one.get(f"{W}{prefix}Tint")
                shown = mixed(value, int(tint, 16)) if tint else value
                for name in plain:
                    if one.get(f"{W}{name}") is not None and (name != "val" or one.tag == f"{W}color"):
                        one.set(f"{W}{name}", shown)


_EDGES: Final = tuple(f"{W}{side}" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def mixed(value: str, share: int) -> str:
    """A colour mixed with white; `share` 0–255 says how much of it is left."""
    parts = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round((part * share + 255 * (255 - share)) / 255):02X}" for part in parts)
