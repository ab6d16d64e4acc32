"""The last hand on a Word report: marks of what stands in it, so that a next version can tell what a person changed."""

from typing import TYPE_CHECKING

from workshop.report.document import Document
from workshop.report.lines import mark, tidy
from workshop.report.word.controls import content_of, controls, set_tag
from workshop.report.word.manifest import Manifest, Written, add_manifest
from workshop.report.word.outside import outside, outside_mark, said
from workshop.report.word.reading import Reader, numbering_of, styles_of
from workshop.report.word.tags import PASSAGE, Tag
from workshop.report.word.xml import W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml import etree


def seal(word: "WordDocument", document: Document) -> None:
    """Mark each passage as it will be read back, and write the manifest of the whole file."""
    body = word.element.body
    links = {id_: one.target_ref for id_, one in word.part.rels.items() if one.is_external}
    found = list(controls(body, PASSAGE))
    used = {one.get(f"{W}val", "") for _, element in found for one in element.iter(f"{W}pStyle", f"{W}rStyle")}
    reader = Reader(styles_of(word.styles.element, used), numbering_of(word.part.numbering_part.element), links)
    passages = {tag.id: _marked(tag, element, reader) for tag, element in found}
    add_manifest(word, Manifest.of(document, passages, map(outside_mark, outside(body))))


def _marked(tag: Tag, element: "etree._Element", reader: Reader) -> Written:
    content = content_of(element)
    now = mark(tidy(reader.text(content).lines))
    set_tag(element, Tag(PASSAGE, tag.id, now))
    return Written(now, tuple(outside_mark(said(one)) for one in content.iter(f"{W}p")))
