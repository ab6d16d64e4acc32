"""A fault in a Word package, and the rules that find one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Rule(StrEnum):
    """What the lint looks at; the value is the code that a user reads."""

    ZIP_BROKEN = "zip-broken"
    ZIP_DUPLICATE = "zip-duplicate"
    ZIP_NAME = "zip-name"
    XML_BROKEN = "xml-broken"
    XML_DTD = "xml-dtd"
    XML_PREFIX = "xml-prefix"
    PART_MISSING = "part-missing"
    PART_ROOT = "part-root"
    TYPE_MISSING = "type-missing"
    TYPE_GENERIC = "type-generic"
    TYPE_DUPLICATE = "type-duplicate"
    TYPE_ORPHAN = "type-orphan"
    TYPE_WRONG = "type-wrong"
    RELATION_BROKEN = "relation-broken"
    RELATION_DUPLICATE = "relation-duplicate"
    RELATION_DANGLING = "relation-dangling"
    RELATION_ORPHAN = "relation-orphan"
    RELATION_EXTERNAL = "relation-external"
    RELATION_UNKNOWN = "relation-unknown"
    RELATION_KIND = "relation-kind"
    CORE_DUPLICATE = "core-duplicate"
    CORE_DATE = "core-date"
    CORE_UNKNOWN = "core-unknown"
    STYLE_DUPLICATE = "style-duplicate"
    STYLE_UNDEFINED = "style-undefined"
    STYLE_KIND = "style-kind"
    STYLE_CYCLE = "style-cycle"
    NUMBER_DUPLICATE = "number-duplicate"
    NUMBER_UNDEFINED = "number-undefined"
    BOOKMARK_PAIR = "bookmark-pair"
    BOOKMARK_NAME = "bookmark-name"
    COMMENT_UNDEFINED = "comment-undefined"
    COMMENT_PAIR = "comment-pair"
    NOTE_UNDEFINED = "note-undefined"
    FIELD_UNBALANCED = "field-unbalanced"
    LINK_ANCHOR = "link-anchor"
    CONTROL_DUPLICATE = "control-duplicate"
    CONTROL_LEVEL = "control-level"
    CELL_END = "cell-end"
    ROW_WIDTH = "row-width"
    MERGE_ORPHAN = "merge-orphan"
    SECTION_MARGIN = "section-margin"
    DRAWING_ID = "drawing-id"
    DRAWING_SIZE = "drawing-size"
    DRAWING_KIND = "drawing-kind"
    CHART_WORKBOOK = "chart-workbook"
    CHART_CACHE = "chart-cache"
    CHART_AXIS = "chart-axis"
    ORDER = "order"
    TWICE = "twice"
    PLACE = "place"
    CHILD_MISSING = "child-missing"
    TEXT_PLACE = "text-place"
    VALUE = "value"
    VALUE_MISSING = "value-missing"


MEANING: Final[Mapping[Rule, str]] = MappingProxyType(
    {
        Rule.ZIP_BROKEN: "The file is a zip, and every member can be unpacked.",
        Rule.ZIP_DUPLICATE: "No two members have the same name, whatever their capitals.",
        Rule.ZIP_NAME: "A member's name is a plain path: no backslash, no '..', no blank, no leading slash.",
        Rule.XML_BROKEN: "Every XML part can be read.",
        Rule.XML_DTD: "No part has a document type or entities.",
        Rule.XML_PREFIX: "mc:Ignorable and mc:Choice name only prefixes that are declared.",
        Rule.PART_MISSING: "There are content types, and a main document that the package leads to.",
        Rule.PART_ROOT: "A part starts with the element that its content type promises.",
        Rule.TYPE_MISSING: "Every part has a content type.",
        Rule.TYPE_GENERIC: "No part of Word is plain application/xml.",
        Rule.TYPE_DUPLICATE: "A part or an extension gets its content type once.",
        Rule.TYPE_ORPHAN: "A content type is only given to a part that is there.",
        Rule.TYPE_WRONG: "A part has the content type of the relation that leads to it; the main one is a document.",
        Rule.RELATION_BROKEN: "A relation has an id that is a name, a type and a target.",
        Rule.RELATION_DUPLICATE: "Ids of relations are unique in a part; styles, numbering and settings come once.",
        Rule.RELATION_DANGLING: "A relation inside the file leads to a part.",
        Rule.RELATION_ORPHAN: "Relations belong to a part that is there.",
        Rule.RELATION_EXTERNAL: "Only links lead outside, by http, https, mailto or tel.",
        Rule.RELATION_UNKNOWN: "Every r:id, r:embed and r:link that is used has a relation.",
        Rule.RELATION_KIND: "A reference leads to the kind of part that it asks for: an image, a header, a chart.",
        Rule.CORE_DUPLICATE: "There is one core properties part, and each property stands in it once.",
        Rule.CORE_DATE: "Dates are W3C dates that say so (xsi:type).",
        Rule.CORE_UNKNOWN: "Only the core properties that exist stand there, with text alone.",
        Rule.STYLE_DUPLICATE: "Style ids and names are unique, and a kind of style has one default.",
        Rule.STYLE_UNDEFINED: "Every style that is used is defined.",
        Rule.STYLE_KIND: "A paragraph takes a paragraph style, a run a character style, a table a table style.",
        Rule.STYLE_CYCLE: "No style is based on itself, by whatever way round.",
        Rule.NUMBER_DUPLICATE: "Ids of lists, of their definitions and of the levels in one are unique.",
        Rule.NUMBER_UNDEFINED: "Every list that is used is defined, and so is its definition.",
        Rule.BOOKMARK_PAIR: "Bookmarks come in pairs of start and end, in that order, with unique ids.",
        Rule.BOOKMARK_NAME: "Names of bookmarks are unique, start with a letter or _, and have 40 characters at most.",
        Rule.COMMENT_UNDEFINED: "Every comment that is referred to is there, once.",
        Rule.COMMENT_PAIR: "Ranges of comments come in pairs, start before end.",
        Rule.NOTE_UNDEFINED: "Every footnote and endnote that is referred to is there.",
        Rule.FIELD_UNBALANCED: "Fields begin, separate and end in this order, each in its own story.",
        Rule.LINK_ANCHOR: "Every link and reference inside the document leads to a bookmark.",
        Rule.CONTROL_DUPLICATE: "Ids of content controls are unique.",
        Rule.CONTROL_LEVEL: "A content control inside a paragraph holds runs, one around paragraphs holds paragraphs.",
        Rule.CELL_END: "A cell ends with a paragraph.",
        Rule.ROW_WIDTH: "No row is wider than the grid of its table.",
        Rule.MERGE_ORPHAN: "A cell that continues a vertical merge has one above it that starts or continues it.",
        Rule.SECTION_MARGIN: "A section has one header and one footer of a kind.",
        Rule.DRAWING_ID: "Ids of drawings and shapes are unique in a part.",
        Rule.DRAWING_SIZE: "Places and sizes are whole numbers, and no size is negative.",
        Rule.DRAWING_KIND: "What a graphic holds is what its uri says.",
        Rule.CHART_WORKBOOK: "A chart has an embedded workbook, and the workbook opens.",
        Rule.CHART_CACHE: "What a chart shows is what its workbook holds, and every point is counted.",
        Rule.CHART_AXIS: "The axes that a chart names are there, with positive ids, and cross one that is there.",
        Rule.ORDER: "Elements stand in the order that Word expects.",
        Rule.TWICE: "What may stand once stands once.",
        Rule.PLACE: "An element stands only where it may stand.",
        Rule.CHILD_MISSING: "What an element must hold is in it: a table its grid, a row a cell.",
        Rule.TEXT_PLACE: "Text stands only in elements for text.",
        Rule.VALUE: "Attributes have values that Word reads: whole numbers, on or off, a word from the list.",
        Rule.VALUE_MISSING: "Attributes that Word needs are there.",
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the rule that found it, the part it is in, and what it is, in English for a developer."""

    rule: Rule
    part: str
    what: str
