"""Content controls around the passages of a Word report, so that an edited report can be read back.

A passage is a building block, with its tag as category too: LibreOffice 7.4 forgets the tag of a control, and turns
the first paragraph of any other control into plain text.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from workshop.report.lines import text_mark, tidy_text
from workshop.report.simple import FormField, Passage
from workshop.report.word.tags import CELL_DOTS, DOTS, FIELD, PASSAGE, Tag, read_tag, short
from workshop.report.word.xml import Inline, W, attribute, run

_MOST_TITLE: Final = 64


def control(passage: Passage, number: int, inside: str) -> str:
    """Put a control around the paragraphs of a passage; `number` is its unique id; its mark comes last of all."""
    if not inside:
        return ""
    tag = Tag(PASSAGE, short(passage.id))
    head = f'<w:alias w:val={attribute(passage.title[:_MOST_TITLE])}/><w:tag w:val="{tag}"/><w:id w:val="{number}"/>'
    kind = f'<w:docPartGallery w:val="Quick Parts"/><w:docPartCategory w:val="{tag}"/>'
    head += f"<w:docPartObj>{kind}</w:docPartObj>"
    return f"<w:sdt><w:sdtPr>{head}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def fill_in(field: FormField, number: int, inline: Inline, *, cell: bool = False) -> str:
    """A control to type in, with its name for screen readers and what was filled in before.

    `number` is its unique id; in a `cell` it stands around a paragraph. A field without an id is not read back.
    """
    kind = '<w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>' if field.is_date else "<w:text/>"
    head = f'<w:alias w:val={attribute(field.name[:_MOST_TITLE])}/><w:tag w:val="{_field_tag(field, number)}"/>'
    head += f'<w:id w:val="{number}"/>{"" if field.value else "<w:showingPlcHdr/>"}{kind}'
    looks = "" if field.value else f'<w:rStyle w:val="{inline.styles("Placeholder Text")}"/>'
    text = run(field.value or (CELL_DOTS if cell else DOTS), looks)
    content = inline.paragraph("Table Text", text) if cell else text
    return f"<w:sdt><w:sdtPr>{head}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _field_tag(field: FormField, number: int) -> str:
    if not field.id:
        return f"field-{number}"
    return str(Tag(FIELD, short(field.id), text_mark(tidy_text(field.value)) if field.value else ""))


def tag_of(element: etree._Element) -> Tag | None:
    """Our tag of a content control; None for another element and for controls of others."""
    if element.tag != f"{W}sdt":
        return None
    return next((tag for found in _tags(element) if (tag := read_tag(found.get(f"{W}val", "")))), None)


def set_tag(control: etree._Element, tag: Tag) -> None:
    """Give a control another tag."""
    for found in _tags(control):
        found.set(f"{W}val", str(tag))


def _tags(control: etree._Element) -> Iterator[etree._Element]:
    for place in ("tag", f"docPartObj/{W}docPartCategory"):
        yield from control.iterfind(f"{W}sdtPr/{W}{place}")


def title_of(control: etree._Element) -> str:
    """What a control is called."""
    found = control.find(f"{W}sdtPr/{W}alias")
    return "" if found is None else found.get(f"{W}val", "")


def is_empty(control: etree._Element) -> bool:
    """Tell whether a control shows only what to do with it."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def content_of(control: etree._Element) -> etree._Element:
    """What stands in a control; the control itself when it is empty."""
    found = control.find(f"{W}sdtContent")
    return control if found is None else found


def controls(body: etree._Element, kind: str) -> Iterator[tuple[Tag, etree._Element]]:
    """All our controls of a kind, in the order of the text."""
    for element in body.iter(f"{W}sdt"):
        tag = tag_of(element)
        if tag is not None and tag.kind == kind:
            yield tag, element
