"""The fonts and colours that the styles of a template end up with, along what they are based on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from workshop.report.word.theme import mixed, slot_of
from workshop.report.word.xml import NAMESPACES, W

_DEEPEST: Final = 12
_A: Final = f"{{{NAMESPACES['a']}}}"


@dataclass(slots=True)
class Sheet:
    """The styles of a template by name and by id, with the colours and fonts of its theme."""

    root: etree._Element
    colours: Mapping[str, str]
    fonts: Mapping[str, str] = field(default_factory=dict)
    by_name: dict[str, etree._Element] = field(init=False)
    by_id: dict[str, etree._Element] = field(init=False)

    def __post_init__(self) -> None:
        self.look_up()

    def look_up(self) -> None:
        """Read the names of the styles, again after a change."""
        self.by_name, self.by_id = {}, {}
        for style in self.root.iter(f"{W}style"):
            name = style.find(f"{W}name")
            self.by_id.setdefault(style.get(f"{W}styleId", ""), style)
            if name is not None:
                self.by_name.setdefault(name.get(f"{W}val", "").lower(), style)

    def id(self, name: str) -> str:
        """The id of a style by its name, "" when it is not there."""
        found = self.by_name.get(name.lower())
        return "" if found is None else found.get(f"{W}styleId", "")

    def chain(self, name: str) -> Iterator[etree._Element]:
        """A style and what it is based on, then the defaults of the document."""
        style = self.by_name.get(name.lower())
        for _ in range(_DEEPEST):
            if style is None:
                break
            yield style
            based = style.find(f"{W}basedOn")
            style = None if based is None else self.by_id.get(based.get(f"{W}val", ""))
        yield from self.root.iterfind(f"{W}docDefaults/{W}rPrDefault")

    def said(self, name: str, wanted: str) -> etree._Element | None:
        """The first run property of this kind along the chain of a style, such as "color"."""
        found = (style.find(f"{W}rPr/{W}{wanted}") for style in self.chain(name))
        return next((one for one in found if one is not None), None)

    def font(self, name: str) -> str:
        """The font of a style, "" when nothing says."""
        found = self.said(name, "rFonts")
        if found is None:
            return ""
        theme = found.get(f"{W}asciiTheme", "")
        return self.fonts.get(theme[:5], "") or found.get(f"{W}ascii", "")

    def colour(self, name: str) -> str:
        """The text colour of a style as RRGGBB, "" when it is automatic."""
        found = self.said(name, "color")
        return "" if found is None else self.plain(found)

    def plain(self, one: etree._Element) -> str:
        """A colour element as RRGGBB, "" when it is automatic."""
        value = self.colours.get(slot_of(one.get(f"{W}themeColor", "")), "") or one.get(f"{W}val", "")
        if len(value) != 6 or any(sign not in "0123456789abcdefABCDEF" for sign in value):
            return ""
        tint, shade = one.get(f"{W}themeTint"), one.get(f"{W}themeShade")
        if one.get(f"{W}themeColor") and tint:
            return mixed(value, int(tint, 16))
        if one.get(f"{W}themeColor") and shade:
            return darker(value, int(shade, 16))
        return value.upper()

    def size(self, name: str) -> float:
        """The size of a style in points; ten when nothing says, as in Word."""
        found = self.said(name, "sz")
        value = "" if found is None else found.get(f"{W}val", "")
        return int(value) / 2 if value.isdigit() else 10

    def bold(self, name: str) -> bool:
        """Whether a style is bold."""
        found = self.said(name, "b")
        return found is not None and found.get(f"{W}val", "1") not in ("0", "false")


def darker(value: str, share: int) -> str:
    """A colour mixed with black; `share` 0–255 says how much of it is left."""
    return "".join(f"{round(int(value[at : at + 2], 16) * share / 255):02X}" for at in (0, 2, 4))


def theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The fonts of a theme: "major" for headings, "minor" for text."""
    found: dict[str, str] = {}
    for kind in ("major", "minor") if theme is not None else ():
        latin = None if theme is None else theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            found[kind] = latin.get("typeface", "")
    return found


def named_fonts(root: etree._Element) -> Iterator[str]:
    """The fonts that a part names itself."""
    for one in root.iter(f"{W}rFonts"):
        yield from (name for side in ("ascii", "hAnsi") if (name := one.get(f"{W}{side}")))
