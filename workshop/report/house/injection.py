"""Putting our styles into a template that lacks them, so that they look like the styles it has."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from workshop.report.house.fonts import Sheet
from workshop.report.house.lists import Lists
from workshop.report.house.palette import Palette
from workshop.report.word.looks import SERIF, TEXT_WIDTH
from workshop.report.word.writer import needed_styles
from workshop.report.word.xml import W

_BASICS: Final = ("Default Paragraph Font", "Normal Table", "No List")
_HEADINGS: Final = ("heading 1", "heading 2")
_LISTED: Final = ("List Bullet", "List Bullet 2")
_LINKS: Final = ("basedOn", "next", "link")
_KEPT: Final = ("heading 1", "heading 2", "heading 3", "caption")
_BASE_LANGUAGE: Final = "nl-NL"
_BEFORE_KEEP: Final = frozenset({f"{W}pStyle"})
_BEFORE_NUMBER: Final = frozenset(
    f"{W}{one}" for one in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_BEFORE_SPACING: Final = _BEFORE_NUMBER | {
    f"{W}{one}"
    for one in (
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
    )
}
_AFTER_LOOKS: Final = frozenset(f"{W}{one}" for one in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_AFTER_OUTLINE: Final = frozenset({f"{W}divId", f"{W}cnfStyle", f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"})


@dataclass(frozen=True, slots=True)
class Base:
    """What we copy from: the styles and the lists of our own base."""

    sheet: Sheet
    lists: etree._Element


def inject_styles(sheet: Sheet, base: Base, lists: Lists, width: int) -> None:
    """Add every style that the report needs and the template lacks; `width` is its text width in twips."""
    _Injection(sheet, base.sheet, base.lists, lists, Palette(sheet), width).run()


@dataclass(slots=True)
class _Injection:
    sheet: Sheet
    base: Sheet
    base_lists: etree._Element
    lists: Lists
    palette: Palette
    width: int

    def run(self) -> None:
        names = [*_BASICS, *needed_styles()]
        lacking = [name for name in dict.fromkeys(names) if not self._has(name)]
        ids = self._ids(lacking)
        for name in lacking:
            self.sheet.root.append(self._copy(name, ids))
        self.sheet.look_up()
        self._number_headings(lacking, ids)
        self._bullet(lacking, ids)
        self._hold_together()
        self._give_room(lacking)
        self._speak()
        self.lists.unlink(self.sheet.root)

    def _has(self, name: str) -> bool:
        """Tell whether a style is there; one of another kind under this name makes room."""
        mine, theirs = self.base.by_name[name.lower()], self.sheet.by_name.get(name.lower())
        if theirs is None:
            return False
        if theirs.get(f"{W}type") == mine.get(f"{W}type"):
            return True
        label = theirs.find(f"{W}name")
        if label is not None:
            label.set(f"{W}val", f"{name} (2)")
        return False

    def _ids(self, lacking: list[str]) -> dict[str, str]:
        """Our style ids → the ids in this template."""
        taken = {one.lower() for one in self.sheet.by_id}
        ids = {}
        for name, style in self.base.by_name.items():
            own = style.get(f"{W}styleId", "")
            if name in {one.lower() for one in lacking}:
                ids[own] = next(one for at in range(99) if (one := f"{own}{at or ''}").lower() not in taken)
                taken.add(ids[own].lower())
            else:
                ids[own] = self.sheet.id(name)
        return ids

    def _copy(self, name: str, ids: dict[str, str]) -> etree._Element:
        style = deepcopy(self.base.by_name[name.lower()])
        style.set(f"{W}styleId", ids[style.get(f"{W}styleId", "")])
        if any(one.get(f"{W}default") and one.get(f"{W}type") == style.get(f"{W}type") for one in self.sheet.root):
            style.attrib.pop(f"{W}default", "")
        for link in list(style.iter(*(f"{W}{one}" for one in _LINKS))):
            link.set(f"{W}val", ids.get(link.get(f"{W}val", ""), ""))
        for number in style.iter(f"{W}numId"):
            number.set(f"{W}val", self.lists.add(self.base_lists, number.get(f"{W}val", ""), ids))
        self._dress(style)
        return style

    def _dress(self, style: etree._Element) -> None:
        """Give a style of ours the fonts and colours of the template."""
        for fonts in list(style.iter(f"{W}rFonts")):
            own = self.sheet.said("heading 1", "rFonts") if fonts.get(f"{W}ascii") == SERIF else None
            parent = fonts.getparent()
            if parent is not None:
                parent.replace(fonts, deepcopy(own)) if own is not None else parent.remove(fonts)
        self.palette.dress(style)
        for tab in style.iter(f"{W}tab"):
            if tab.get(f"{W}pos") == str(TEXT_WIDTH):
                tab.set(f"{W}pos", str(self.width))

    def _number_headings(self, lacking: list[str], ids: dict[str, str]) -> None:
        """Number the headings of a template that numbers none of them; else ours follow its numbers."""
        theirs = [self.sheet.by_name[one] for one in _HEADINGS if one not in lacking]
        numbers = [one for style in theirs for one in style.iterfind(f"{W}pPr/{W}numPr/{W}numId")]
        if not numbers:
            for level, style in enumerate(theirs):
                _number(style, self.lists.add(self.base_lists, "1", ids), level)
                self._unnumber_heirs(style.get(f"{W}styleId", ""))
        for name in _HEADINGS if numbers else ():
            for one in self.sheet.by_name[name].iterfind(f"{W}pPr/{W}numPr/{W}numId") if name in lacking else ():
                one.set(f"{W}val", numbers[0].get(f"{W}val", "0"))

    def _unnumber_heirs(self, parent: str) -> None:
        """Keep the numbers that we gave to a heading from styles that rest on it, such as that of the contents."""
        ours = {self.sheet.id(one) for one in needed_styles() if one.startswith(("heading", "Annex"))}
        for style in self.sheet.root.iter(f"{W}style"):
            based = style.find(f"{W}basedOn")
            heir = based is not None and based.get(f"{W}val") == parent and style.get(f"{W}styleId") not in ours
            if heir and style.find(f"{W}pPr/{W}numPr") is None:
                _number(style, "0", 0)

    def _bullet(self, lacking: list[str], ids: dict[str, str]) -> None:
        """Give bullets to list styles of the template that have lost theirs."""
        for level, name in enumerate(_LISTED):
            style = self.sheet.by_name[name.lower()]
            if name not in lacking and style.find(f"{W}pPr/{W}numPr") is None:
                _number(style, self.lists.add(self.base_lists, "3", ids), level)

    def _hold_together(self) -> None:
        """Headings and captions stay with what follows, and headings are in the contents."""
        for name in _KEPT:
            looks = _paragraph_looks(self.sheet.by_name[name])
            if looks.find(f"{W}keepNext") is None:
                _insert(looks, etree.Element(f"{W}keepNext"), _BEFORE_KEEP)
            if name.startswith("heading") and looks.find(f"{W}outlineLvl") is None:
                outline = etree.Element(f"{W}outlineLvl")
                outline.set(f"{W}val", str(int(name[-1]) - 1))
                at = [one for one in looks if one.tag in _AFTER_OUTLINE]
                at[0].addprevious(outline) if at else looks.append(outline)

    def _give_room(self, lacking: list[str]) -> None:
        """Give distances to styles of the template that have none, neither of their own nor by what they rest on."""
        default = self.sheet.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
        found = []
        for name in needed_styles() if default is None else ():
            style, ours = self.sheet.by_name[name.lower()], self.base.by_name[name.lower()].find(f"{W}pPr/{W}spacing")
            said = any(one.find(f"{W}pPr/{W}spacing") is not None for one in self.sheet.chain(name))
            if name not in lacking and not said and ours is not None:
                found.append((style, deepcopy(ours)))
        for style, spacing in found:
            _insert(_paragraph_looks(style), spacing, _BEFORE_SPACING)

    def _speak(self) -> None:
        """See that the defaults name a language; the report sets it."""
        defaults = self.sheet.root.find(f"{W}docDefaults")
        if defaults is None:
            own = self.base.root.find(f"{W}docDefaults")
            self.sheet.root.insert(0, deepcopy(own) if own is not None else etree.Element(f"{W}docDefaults"))
            return
        for name in ("rPrDefault", "rPr"):
            found = defaults.find(f"{W}{name}")
            if found is None:
                found = etree.Element(f"{W}{name}")
                defaults.insert(0, found)
            defaults = found
        if defaults.find(f"{W}lang") is None:
            etree.SubElement(defaults, f"{W}lang").set(f"{W}val", _BASE_LANGUAGE)


def _paragraph_looks(style: etree._Element) -> etree._Element:
    """The paragraph properties of a style, made where they belong when there are none."""
    found = style.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        after = [one for one in style if one.tag in _AFTER_LOOKS]
        after[0].addprevious(found) if after else style.append(found)
    return found


def _number(style: etree._Element, number: str, level: int) -> None:
    """Hang a style on a list."""
    numbering = etree.Element(f"{W}numPr")
    etree.SubElement(numbering, f"{W}ilvl").set(f"{W}val", str(level))
    etree.SubElement(numbering, f"{W}numId").set(f"{W}val", number)
    _insert(_paragraph_looks(style), numbering, _BEFORE_NUMBER)


def _insert(looks: etree._Element, new: etree._Element, before: frozenset[str]) -> None:
    """Put a property behind those that must stand before it."""
    looks.insert(sum(one.tag in before for one in looks), new)
