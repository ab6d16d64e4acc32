"""One walk over a part: which shapes and values its elements have, and the elements that other rules look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from workshop.report.lint import order, values
from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import NAMESPACES, long, short
from workshop.report.lint.package import Element, Part, safe_parser

_REFERRING: Final = (
    "headerReference|footerReference|altChunk|subDoc|control|attachedTemplate|embedRegular|embedBold|embedItalic|"
    "embedBoldItalic|a:blip|a:hlinkClick|a:hlinkHover|asvg:svgBlip|c:chart|c:externalData|c:userShapes|v:imagedata|"
    "v:fill|o:OLEObject"
)
"""Elements that ask for a relation, beside links."""
WATCHED: Final[Mapping[str, str]] = {
    **dict.fromkeys(map(long, ("bookmarkStart", "bookmarkEnd")), "bookmark"),
    **dict.fromkeys(map(long, ("fldChar", "instrText", "fldSimple")), "field"),
    **dict.fromkeys(map(long, ("commentRangeStart", "commentRangeEnd", "commentReference")), "comment"),
    **dict.fromkeys(map(long, ("footnoteReference", "endnoteReference")), "note"),
    **dict.fromkeys(map(long, ("wp:docPr", "wps:cNvPr")), "drawing"),
    **dict.fromkeys(map(long, _REFERRING.split("|")), "reference"),
    long("hyperlink"): "link",
    long("sdt"): "control",
    long("tbl"): "table",
    **dict.fromkeys(map(long, ("gridSpan", "vMerge")), "span"),
    long("sectPr"): "section",
    long("a:graphicData"): "graphic",
    long("mc:Choice"): "choice",
}
STEADY: Final = frozenset(("word/styles.xml", "word/settings.xml", "word/fonttable.xml", "word/theme/theme1.xml"))
"""Parts that only a template decides on; nothing of a client stands in them."""
_NEEDY: Final = frozenset(tag for tag, slots in order.CONTENT.items() if any(slot.needed for slot in slots))
_STRAY: Final = etree.XPath(
    "descendant::text()[not(parent::w:t)][normalize-space()][parent::w:*]/parent::*"
    "[not(self::w:instrText or self::w:delText or self::w:delInstrText or self::w:fldData)]",
    namespaces={"w": NAMESPACES["w"]},
)

Shape = tuple[str, tuple[str, ...]]
Given = tuple[str, tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a walk saw: each shape and each set of values once, and the watched elements in their order.

    A shape is a tag with the tags of its children; values are those of the attributes that `values.NAMES` tells.
    """

    name: str
    shapes: set[Shape] = field(default_factory=set)
    given: set[Given] = field(default_factory=set)
    watched: Mapping[str, list[Element]] = field(default_factory=lambda: {kind: [] for kind in WATCHED.values()})


def walked(part: Part) -> Seen:
    """Walk over a part; what a template brings along is the same in every report, and walked over once."""
    return _walked_once(part.name, part.content) if part.name.lower() in STEADY else _walked(part.name, part.tree)


@lru_cache(maxsize=16)
def _walked_once(name: str, content: bytes) -> Seen:
    return _walked(name, etree.fromstring(content, safe_parser()))


def _walked(name: str, tree: Element | None) -> Seen:
    seen = Seen(name)
    if tree is not None:
        _Walk(seen).down(tree, tree.tag)
    return seen


class _Walk:
    """Goes down a tree; what to note of an element is looked up by its tag, for there are very many of them."""

    def __init__(self, seen: Seen) -> None:
        self._notes = {
            tag: (values.NAMES.get(tag, ()), seen.watched[WATCHED[tag]].append if tag in WATCHED else None)
            for tag in (*values.NAMES, *WATCHED)
        }
        self._shape, self._give = seen.shapes.add, seen.given.add

    def down(self, element: Element, tag: str) -> None:
        """Note the children of an element, and go down into each."""
        children = list(element)
        tags = tuple([child.tag for child in children])
        self._shape((tag, tags))
        notes, give = self._notes, self._give
        for child, child_tag in zip(children, tags, strict=True):
            note = notes.get(child_tag)
            if note is not None:
                if note[0]:
                    give((child_tag, tuple(map(child.get, note[0]))))
                if note[1] is not None:
                    note[1](child)
            if len(child):
                self.down(child, child_tag)
            elif child_tag in _NEEDY:
                self._shape((child_tag, ()))


def shape_faults(seen: Seen) -> Iterator[Fault]:
    """Elements in the wrong place or order, missing children, and attributes that Word does not read."""
    for tag, children in seen.shapes:
        for rule, what in order.findings(tag, children):
            yield Fault(rule, seen.name, what)
    for tag, given in seen.given:
        for rule, what in values.findings(tag, given):
            yield Fault(rule, seen.name, what)


def text_faults(part: Part) -> Iterator[Fault]:
    """Text where no text may stand; the text itself is not told, it may be a client's."""
    stray = [] if part.tree is None else _STRAY(part.tree)
    for one in stray if isinstance(stray, list) else ():
        if isinstance(one, etree._Element):
            yield Fault(Rule.TEXT_PLACE, part.name, f"text in {short(one.tag)}")


def prefix_faults(part: Part, seen: Seen) -> Iterator[Fault]:
    """Prefixes that are named in an attribute and not declared: Word refuses the whole file."""
    roots = [] if part.tree is None else [part.tree]
    for one, attribute in (
        *((root, long("mc:Ignorable")) for root in roots),
        *((choice, "Requires") for choice in seen.watched["choice"]),
    ):
        for prefix in one.get(attribute, "").split():
            if prefix not in one.nsmap:
                yield Fault(Rule.XML_PREFIX, part.name, f"{short(attribute)} names {prefix}, which is not declared")
