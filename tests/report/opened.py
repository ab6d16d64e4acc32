"""A Word file opened by its parts, with every look worked out through its styles: what the criteria look at."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import Final

from lxml import etree

from tests.report.word_reader import Element, find, value
from workshop.report.word.xml import W

BODY: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
CORE: Final = "docProps/core.xml"
CONTENTS: Final = re.compile(r"toc \d")
_MAPPED: Final = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}


class Opened:
    """A package: its zip entries, its parts, and its paragraphs with their looks.

    `chapters` is the least to expect; `typed` holds what the client typed, which stands there as he wrote it; a
    `foreign` base is a consultant's own, which decides on its header, footer and front page.
    """

    def __init__(self, file: bytes, chapters: int = 6, typed: Sequence[str] = (), *, foreign: bool = False) -> None:
        self.file = file
        self.foreign = foreign
        self.typed = typed
        self.chapters = chapters
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            self.entries = archive.infolist()
            self.parts = {one.filename: archive.read(one) for one in self.entries}
        self._trees: dict[str, Element] = {}
        self._styled: dict[tuple[str, str], Element | None] = {}

    def tree(self, name: str) -> Element:
        """A part as a tree; an empty one when the part is missing."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts.get(name, b"<missing/>"))
        return self._trees[name]

    def named(self, pattern: str) -> list[str]:
        """The names of the parts that match a pattern, in order."""
        return sorted(name for name in self.parts if re.fullmatch(pattern, name))

    @cached_property
    def body(self) -> Element:
        """The body of the document."""
        return find(self.tree(BODY), "//w:body")[0]

    @cached_property
    def paragraphs(self) -> list[Element]:
        """Every paragraph of the document, those in cells and text boxes too."""
        return list(self.body.iter(f"{W}p"))

    @cached_property
    def language(self) -> str:
        """The language of the properties, such as nl-NL."""
        found = self.tree(CORE).find("{http://purl.org/dc/elements/1.1/}language")
        return "" if found is None else found.text or ""

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by id."""
        return {one.get(f"{W}styleId", ""): one for one in self.tree(STYLES).iter(f"{W}style")}

    def style_name(self, paragraph: Element) -> str:
        """The name of the style of a paragraph, in lower case; "" without one."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        style = None if found is None else self.styles.get(value(found))
        name = None if style is None else style.find(f"{W}name")
        return "" if name is None else value(name).lower()

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            style = self.styles[style_id]
            yield style
            base = style.find(f"{W}basedOn")
            style_id = "" if base is None else value(base)

    def look(self, paragraph: Element, path: str) -> Element | None:
        """A property such as "w:pPr/w:keepNext" where the styles of a paragraph, or the defaults, first give it."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        key = ("" if found is None else value(found), path)
        if key not in self._styled:
            self._styled[key] = self._first(*key)
        return self._styled[key]

    def _first(self, style_id: str, path: str) -> Element | None:
        for style in self.chain(style_id):
            here = find(style, path)
            if here:
                return here[0]
        kind = path.split(":")[1][:3]
        return next(iter(find(self.tree(STYLES), f"//w:docDefaults/w:{kind}Default/{path}")), None)

    def is_on(self, paragraph: Element, name: str, otherwise: bool = False) -> bool:
        """Tell whether a switch such as keepNext is on, by the paragraph itself or by its style."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        found = self.look(paragraph, f"w:pPr/w:{name}") if own is None else own
        return otherwise if found is None else value(found) not in {"0", "false"}

    def outline(self, paragraph: Element) -> int:
        """The level of a heading, 1 to 9; 0 for other paragraphs."""
        found = self.look(paragraph, "w:pPr/w:outlineLvl")
        level = 9 if found is None else int(value(found))
        return 0 if level > 8 else level + 1

    def size(self, paragraph: Element) -> float:
        """The size of the letters of a paragraph, in points."""
        found = self.look(paragraph, "w:rPr/w:sz")
        return 10.0 if found is None else int(value(found)) / 2

    def colour(self, paragraph: Element) -> str:
        """The colour of the letters of a paragraph as RRGGBB."""
        found = self.look(paragraph, "w:rPr/w:color")
        return "000000" if found is None else self._rgb(value(found), found.get(f"{W}themeColor"))

    def fill(self, shading: Element) -> str:
        """The colour of a fill as RRGGBB, with its tint."""
        name = shading.get(f"{W}themeFill")
        colour = self._rgb(shading.get(f"{W}fill", "FFFFFF"), name)
        share = int(shading.get(f"{W}themeFillTint", "FF"), 16) if name else 255
        channels = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        return "".join(f"{round(one * share / 255 + 255 - share):02X}" for one in channels)

    def _rgb(self, written: str, theme: str | None) -> str:
        if theme:
            path = f"//a:clrScheme/a:{_MAPPED.get(theme, theme)}/*"
            found = find(self.tree("word/theme/theme1.xml"), path)
            written = next((one.get("lastClr") or one.get("val") or written for one in found), written)
        return "000000" if written == "auto" else written

    @cached_property
    def tables(self) -> list[Element]:
        """Every table."""
        return list(self.body.iter(f"{W}tbl"))

    @cached_property
    def data_tables(self) -> list[Element]:
        """The tables with a first row of its own: data, not boxes."""
        return [one for one in self.tables if find(one, "w:tblPr/w:tblLook[@w:firstRow='1']")]

    @cached_property
    def sections(self) -> list[tuple[list[Element], Element]]:
        """What stands in each section, with its page."""
        made: list[tuple[list[Element], Element]] = []
        inside: list[Element] = []
        for child in self.body:
            page = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
            if child.tag != f"{W}sectPr":
                inside.append(child)
            if page is not None:
                made.append((inside, page))
                inside = []
        return made

    def related(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """The relations of a part: kind, target and whether it is outside, by id."""
        folder, _, name = part.rpartition("/")
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                one.get("Target", ""),
                one.get("TargetMode") == "External",
            )
            for one in self.tree(f"{folder}/_rels/{name}.rels")
        }


def said(paragraph: Element) -> str:
    """What a paragraph itself says, without the text boxes in its drawings; a tab is a tab."""
    pieces = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        in_a_run = next(node.iterancestors()).tag == f"{W}r"  # a tab in w:tabs is a stop
        if in_a_run and next(node.iterancestors(f"{W}p")) is paragraph:
            pieces.append(node.text or "" if node.tag == f"{W}t" else "\t" if node.tag == f"{W}tab" else "\n")
    return "".join(pieces)


def in_cell(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a table."""
    return next(paragraph.iterancestors(f"{W}tc"), None) is not None


def in_drawing(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a text box."""
    return next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None


def start(paragraph: Element) -> str:
    """The first words of a paragraph, to find it by."""
    return f"“{said(paragraph)[:40]}”"


def runs_of_lists(opened: Opened) -> list[tuple[str, list[Element]]]:
    """Paragraphs that follow each other in one numbered list, with the id of that list."""

    def list_id(paragraph: Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        return "" if found is None else value(found)

    return [(number, list(group)) for number, group in groupby(opened.paragraphs, key=list_id) if number]
