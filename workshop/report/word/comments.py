"""Comments in a working copy: where each passage comes from, on its first paragraph."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from lxml import etree

from workshop.report.word.controls import content_of, controls
from workshop.report.word.tags import PASSAGE
from workshop.report.word.xml import DECLARATIONS, Styles, W, attribute, run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def add_comments(word: "WordDocument", sources: Mapping[str, str], author: str, made_on: date, styles: Styles) -> None:
    """Give each passage that has a source (by its short id) a comment; no part is made when there are none."""
    written: list[str] = []
    for tag, element in controls(word.element.body, PASSAGE):
        first = next(content_of(element).iter(f"{W}p"), None)
        source = sources.get(tag.id, "")
        if source and first is not None:
            _anchor(first, len(written), styles)
            written.append(_comment(len(written), source, author, made_on, styles))
    if written:
        _put(word, "".join(written))


def initials(author: str) -> str:
    """The first letters of a name: "KW" of "Klantreis Workshop"."""
    return "".join(part[0].upper() for part in author.split())[:4]


def _comment(number: int, source: str, author: str, made_on: date, styles: Styles) -> str:
    about = f'w:id="{number}" w:author={attribute(author)} w:initials={attribute(initials(author))}'
    reference = f'<w:r><w:rPr><w:rStyle w:val="{styles("annotation reference")}"/></w:rPr><w:annotationRef/></w:r>'
    style = f'<w:pPr><w:pStyle w:val="{styles("annotation text")}"/></w:pPr>'
    return (
        f'<w:comment {about} w:date="{made_on.isoformat()}T00:00:00Z"><w:p>{style}{reference}{run(source)}</w:p>'
        "</w:comment>"
    )


def _anchor(paragraph: etree._Element, number: int, styles: Styles) -> None:
    """Hang a comment on the start of a paragraph.

    Before the text, not around it: LibreOffice 7.4 drops a text that a comment ends inside a content control.
    """
    mark = f'w:id="{number}"'
    looks = f'<w:rPr><w:rStyle w:val="{styles("annotation reference")}"/></w:rPr>'
    hung = (
        f"<w:p {DECLARATIONS}><w:commentRangeStart {mark}/><w:commentRangeEnd {mark}/>"
        f"<w:r>{looks}<w:commentReference {mark}/></w:r></w:p>"
    )
    at = 0 if paragraph.find(f"{W}pPr") is None else 1
    paragraph[at:at] = list(etree.fromstring(hung))


def _put(word: "WordDocument", comments: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    xml = f"{_HEAD}<w:comments {DECLARATIONS}>{comments}</w:comments>".encode()
    word.part.relate_to(Part(PackURI("/word/comments.xml"), _KIND, xml, word.part.package), _RELATION)
