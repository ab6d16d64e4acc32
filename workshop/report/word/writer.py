"""The Word writer: a document of blocks becomes a .docx in the style of a template, with the same bytes each time."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from workshop.report.document import Document
from workshop.report.errors import TemplateLacksStyle
from workshop.report.word.blocks import Blocks
from workshop.report.word.looks import CHARACTERS, LOOKS, TABLES
from workshop.report.word.parts import (
    add_lists,
    fill_margins,
    name_annexes,
    next_list,
    saved,
    set_language,
    set_properties,
)
from workshop.report.word.sections import lay_out
from workshop.report.word.xml import DECLARATIONS, W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def to_docx(document: Document, template: Path | bytes, *, work: bool = False, pictures: bool = False) -> bytes:
    """Write the document into the template and give the file.

    A `work` copy names the source of each advice in comments; `pictures` asks for charts as pictures, for programs
    that cannot show a native chart.
    """
    import docx  # takes 0.1 s; screens never need it

    word = docx.Document(io.BytesIO(template) if isinstance(template, bytes) else str(template))
    numbering = word.part.numbering_part.element
    styles = style_ids(word)
    missing = tuple(name for name in needed_styles() if name.lower() not in styles)
    if missing:
        raise TemplateLacksStyle(missing)
    blocks = Blocks(
        document,
        styles=lambda name: styles[name.lower()],
        link=lambda address: word.part.relate_to(address, _LINK, is_external=True),
        first_list=next_list(numbering),
    )
    _replace_body(word, blocks.body())
    add_lists(numbering, blocks.simples.lists)
    name_annexes(numbering, document.labels.annex)
    fill_margins(word, document)
    set_language(word, document.language)
    set_properties(word, document)
    return saved(word)


def style_ids(word: "WordDocument") -> dict[str, str]:
    """Style ids by name in lower case: a Dutch Word calls "heading 1" Kop1, but keeps its name."""
    found: dict[str, str] = {}
    for style in word.styles.element.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found.setdefault(name.get(f"{W}val", "").lower(), style.get(f"{W}styleId", ""))
    return found


def needed_styles() -> Iterator[str]:
    """The names of all styles that the report is written in."""
    yield from (look.name for look in LOOKS)
    yield from (*CHARACTERS, *TABLES)


def _replace_body(word: "WordDocument", xml: str) -> None:
    """Put our blocks in the place of what the template's body holds; its last section stays."""
    body = word.element.body
    section = body.find(f"{W}sectPr")
    for child in list(body):
        if child is not section:
            body.remove(child)
    parsed = etree.fromstring(f"<w:body {DECLARATIONS}>{xml}</w:body>")
    for child in list(parsed):
        body.append(child) if section is None else section.addprevious(child)
    lay_out(body, section)
