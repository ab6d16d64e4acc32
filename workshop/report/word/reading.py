"""Reading running text back out of Word, whatever Word, LibreOffice or another program made of its runs.

What counts is what a reader sees: inserted text does, deleted text does not; bookmarks, comments and spelling marks
are nothing. Looks are met by the names of styles.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from lxml import etree

from workshop.report.lines import Line, LineKind
from workshop.report.spans import Span
from workshop.report.word.xml import NAMESPACES, R, W

Element = etree._Element
Numbering = Mapping[str, tuple[LineKind, ...]]
"""What each list of the file is, by its number: bullets or numbers, level by level."""

MC: Final = f"{{{NAMESPACES['mc']}}}"
AROUND: Final = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")
)
"""What stands around paragraphs or runs without being text itself."""
SIGNS: Final = {
    f"{W}tab": " ",
    f"{W}cr": "\n",
    f"{W}br": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_OFF: Final = frozenset({"0", "false", "off"})
_LIST_STYLE: Final = re.compile(r"(list bullet|box bullet|list number)(?: (\d))?")


class Lost(StrEnum):
    """What a passage in Markdown cannot hold."""

    TABLE = "table"
    PICTURE = "picture"
    NOTE = "note"


_LOST: Final = {
    f"{W}drawing": Lost.PICTURE,
    f"{W}pict": Lost.PICTURE,
    f"{W}object": Lost.PICTURE,
    f"{MC}AlternateContent": Lost.PICTURE,
    f"{W}footnoteReference": Lost.NOTE,
    f"{W}endnoteReference": Lost.NOTE,
}


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in lower case, its looks, and the list and level it brings along."""

    name: str
    bold: bool = False
    italic: bool = False
    list: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """What was read: the lines, and what could not be."""

    lines: tuple[Line, ...]
    lost: frozenset[Lost] = frozenset()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads elements of one file; without `numbering` a list is known by the name of its style."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)

    def text(self, elements: Iterable[Element]) -> Text:
        """Read paragraphs and what stands around them, as raw lines."""
        lost: set[Lost] = set()
        found: list[Line] = []
        going_on = False
        for paragraph in _paragraphs(elements, lost):
            spans = tuple(self._spans(paragraph, lost))
            if going_on:
                found[-1] = replace(found[-1], spans=found[-1].spans + spans)
            else:
                found.append(replace(self._kind(paragraph), spans=spans))
            going_on = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        return Text(tuple(found), frozenset(lost))

    def inside(self, element: Element) -> str:
        """The text of what stands in a control, around runs or around paragraphs, without looks."""
        paragraphs = tuple(_paragraphs(element, set())) or (element,)
        return "\n".join("".join(span.text for span in self._spans(one, set())) for one in paragraphs)

    def _kind(self, paragraph: Element) -> Line:
        """An empty line: what kind of line the paragraph is."""
        properties = paragraph.find(f"{W}pPr")
        style = self._style(properties, "pStyle")
        named = _LIST_STYLE.fullmatch(style.name)
        own = None if properties is None else properties.find(f"{W}numPr")
        list_ = _value(own, "numId") or ("" if named else style.list)
        level = _number(_value(own, "ilvl"), int(named[2] or 1) - 1 if named else style.level)
        if list_ == "0" or not (list_ or named):
            return Line(LineKind.TEXT, ())
        levels = self.numbering.get(list_)
        if levels:
            return Line(levels[min(level, len(levels) - 1)], (), level)
        counted = named is not None and named[1] == "list number"
        return Line(LineKind.NUMBER if counted else LineKind.BULLET, (), level)

    def _style(self, properties: Element | None, kind: str) -> Style:
        id_ = _value(properties, kind)
        return self.styles.get(id_, Style(id_.lower()))

    def _spans(self, element: Element, lost: set[Lost], link: str = "") -> Iterator[Span]:
        for child in element:
            if child.tag == f"{W}r":
                yield from self._run(child, lost, link)
            elif child.tag == f"{W}hyperlink":
                yield from self._spans(child, lost, self.links.get(child.get(f"{R}id", ""), ""))
            elif child.tag in AROUND:
                yield from self._spans(child, lost, link)

    def _run(self, run: Element, lost: set[Lost], link: str) -> Iterator[Span]:
        properties = run.find(f"{W}rPr")
        style = self._style(properties, "rStyle")
        bold = _switch(properties, "b", style.bold or style.name == "strong")
        italic = _switch(properties, "i", style.italic or style.name == "emphasis")
        text = "".join(_sign(child, lost) for child in run)
        if text:
            yield Span(text, bold, italic, link)


def numbering_of(part: Element | None) -> Numbering:
    """Read the part word/numbering.xml."""
    if part is None:
        return {}
    kinds = {
        one.get(f"{W}abstractNumId", ""): tuple(map(_level_kind, one.iterfind(f"{W}lvl")))
        for one in part.iterfind(f"{W}abstractNum")
    }
    uses = ((one.get(f"{W}numId", ""), _value(one, "abstractNumId")) for one in part.iterfind(f"{W}num"))
    return {number: kinds[kind] for number, kind in uses if kinds.get(kind)}


def styles_of(part: Element | None, used: Container[str] | None = None) -> Mapping[str, Style]:
    """Read the part word/styles.xml: styles by their id, with what they take from the style they are based on.

    Given the ids that are `used`, only those are read.
    """
    if part is None:
        return {}
    elements = {one.get(f"{W}styleId", ""): one for one in part.iterfind(f"{W}style")}
    wanted = elements.items() if used is None else [(id_, one) for id_, one in elements.items() if id_ in used]
    return {id_: _read_style(one, elements) for id_, one in wanted}


def names_only(names: Iterable[str]) -> Mapping[str, Style]:
    """Styles that have only a name, for text that was never in a file."""
    return {name: Style(name.lower()) for name in names}


def _read_style(element: Element, elements: Mapping[str, Element]) -> Style:
    chain = [element]
    while len(chain) < 10 and (base := elements.get(_value(chain[-1], "basedOn"))) is not None:
        chain.append(base)
    looks = [one.find(f"{W}rPr") for one in chain]
    lists = [one.find(f"{W}pPr/{W}numPr") for one in chain]
    character = element.get(f"{W}type") == "character"
    heading = any(one.find(f"{W}pPr/{W}outlineLvl") is not None for one in chain)
    list_ = "" if heading else next((found for one in lists if (found := _value(one, "numId"))), "")
    level = next((found for one in lists if (found := _value(one, "ilvl"))), "")
    return Style(
        _value(element, "name").lower(),
        character and next((True for one in looks if _switch(one, "b", False)), False),
        character and next((True for one in looks if _switch(one, "i", False)), False),
        list_,
        _number(level, 0),
    )


def _paragraphs(elements: Iterable[Element], lost: set[Lost]) -> Iterator[Element]:
    for element in elements:
        if element.tag == f"{W}p":
            yield element
        elif element.tag == f"{W}tbl":
            lost.add(Lost.TABLE)
            yield from element.iter(f"{W}p")
        elif element.tag in AROUND:
            yield from _paragraphs(element, lost)


def _sign(child: Element, lost: set[Lost]) -> str:
    """What one element of a run says."""
    if child.tag == f"{W}t":
        return child.text or ""
    if child.tag in _LOST:
        lost.add(_LOST[child.tag])
    return SIGNS.get(child.tag, "") if isinstance(child.tag, str) else ""


def _value(parent: Element | None, name: str) -> str:
    found = None if parent is None else parent.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _switch(properties: Element | None, name: str, otherwise: bool) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", "1") not in _OFF


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else otherwise


def _level_kind(level: Element) -> LineKind:
    shape = _value(level, "numFmt")
    return LineKind.BULLET if shape == "bullet" else LineKind.TEXT if shape == "none" else LineKind.NUMBER
