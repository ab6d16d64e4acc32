"""WordprocessingML as text: escaped runs, paragraphs, fields and links; every look comes from a named style."""

import re
from collections.abc import Callable, Iterable
from typing import Final
from xml.sax.saxutils import escape as escape_xml
from xml.sax.saxutils import quoteattr
from zlib import crc32

from workshop.report.spans import Span, Spans, clean

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARATIONS: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
W: Final = f"{{{NAMESPACES['w']}}}"
R: Final = f"{{{NAMESPACES['r']}}}"

_MOST_NAME: Final = 40
_NOT_NAME: Final = re.compile(r"[^A-Za-z0-9_]")

Linker = Callable[[str], str]
"""Gives the relationship id of an outside address."""
Styles = Callable[[str], str]
"""Gives the style id of a style name, as this template spells it."""


def attribute(words: str) -> str:
    """A quoted attribute value on one line."""
    return quoteattr(" ".join(clean(words).split()))


def bookmark_name(anchor: str) -> str:
    """A bookmark name that Word takes: letters, digits and underscores, 40 at most."""
    name = f"k_{_NOT_NAME.sub('_', anchor)}"
    return (
        name if len(name) <= _MOST_NAME else f"{name[: _MOST_NAME - 9]}_{crc32(anchor.encode('utf-8', 'replace')):08x}"
    )


def run(words: str, properties: str = "") -> str:
    """A run of text; newlines become line breaks."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = "<w:br/>".join(_line(line) for line in clean(words).split("\n"))
    return f"<w:r>{looks}{pieces}</w:r>" if pieces else ""


def field(instruction: str, shown: str) -> str:
    """A field that Word may recalculate, with what it shows now."""
    return f"<w:fldSimple w:instr={attribute(f' {instruction} ')}>{run(shown)}</w:fldSimple>"


def bookmark(anchor: str, number: int, inside: str) -> str:
    """Something that links can lead to."""
    name = bookmark_name(anchor)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


class Inline:
    """Writes spans as runs and links, with the style ids of one template."""

    def __init__(self, styles: Styles, link: Linker) -> None:
        self.styles = styles
        self._link = link

    def spans(self, spans: Spans) -> str:
        """All spans of a paragraph."""
        return "".join(self.span(span) for span in spans)

    def span(self, span: Span) -> str:
        """One span: bold and italic by character style, a link as a real link."""
        if not span.text:
            return ""
        if not span.link:
            return run(span.text, self._looks(span))
        target = (
            f'w:anchor="{bookmark_name(span.link[1:])}"'
            if span.link.startswith("#")
            else f'r:id="{self._link(clean(span.link))}"'
        )
        style = f'<w:rStyle w:val="{self.styles("Hyperlink")}"/>'
        return f'<w:hyperlink {target} w:history="1">{run(span.text, style)}</w:hyperlink>'

    def _looks(self, span: Span) -> str:
        if span.bold:
            return f'<w:rStyle w:val="{self.styles("Strong")}"/>{"<w:i/>" if span.italic else ""}'
        return f'<w:rStyle w:val="{self.styles("Emphasis")}"/>' if span.italic else ""

    def paragraph(self, style: str, inside: str, properties: str = "") -> str:
        """A paragraph in a named style; nothing when it would be empty."""
        if not inside:
            return ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles(style)}"/>{properties}</w:pPr>{inside}</w:p>'

    def lines(self, style: str, spans: Spans, properties: str = "") -> str:
        """A paragraph of spans."""
        return self.paragraph(style, self.spans(spans), properties)

    def words(self, style: str, words: str, properties: str = "") -> str:
        """A paragraph of plain text."""
        return self.paragraph(style, run(words), properties)


def joined(pieces: Iterable[str]) -> str:
    """Pieces of XML as one text."""
    return "".join(pieces)


def _line(line: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape_xml(part)}</w:t>' if part else "" for part in line.split("\t"))
    return "<w:tab/>".join(parts)
