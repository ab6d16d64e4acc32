"""The parts around the body of a Word file: lists, header and footer, language, properties, and the zip itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from workshop.report.document import Document
from workshop.report.spans import clean
from workshop.report.word.placeholders import fill, values_of
from workshop.report.word.template import pack
from workshop.report.word.xml import DECLARATIONS, W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.packuri import PackURI

LOCALES: Final = {"nl": "nl-NL", "en": "en-GB"}


def add_lists(numbering: etree._Element, count: int) -> None:
    """Give each numbered list its own definition, so that it starts at 1; definitions stand before their uses."""
    if not count:
        return
    first_num = numbering.find(f"{W}num")
    numbers = [int(one.get(f"{W}numId", "0")) for one in numbering.iter(f"{W}num")]
    kinds = [int(one.get(f"{W}abstractNumId", "0")) for one in numbering.iter(f"{W}abstractNum")]
    kind, number = max(kinds, default=-1) + 1, max(numbers, default=0) + 1
    for at in range(count):
        definition = _parse(_list_definition(kind + at))
        if first_num is None:
            numbering.append(definition)
        else:
            first_num.addprevious(definition)
        use = f'<w:num w:numId="{number + at}"><w:abstractNumId w:val="{kind + at}"/></w:num>'
        numbering.append(_parse(use))


def next_list(numbering: etree._Element) -> int:
    """The id that the first new list will get."""
    return max((int(one.get(f"{W}numId", "0")) for one in numbering.iter(f"{W}num")), default=0) + 1


def name_annexes(numbering: etree._Element, label: str, annex: str) -> None:
    """Write "Bijlage A" before an annex, in the language of the document; `annex` is the id of its style."""
    for level in numbering.iter(f"{W}lvl"):
        style, shown = level.find(f"{W}pStyle"), level.find(f"{W}lvlText")
        if style is not None and shown is not None and style.get(f"{W}val") == annex:
            shown.set(f"{W}val", f"{label} %1")


def fill_in(word: "WordDocument", document: Document, ours: Sequence[etree._Element]) -> None:
    """Fill in the placeholders of the template: in its body, headers and footers, text boxes included.

    Not in what is `ours`: braces that a client typed stay as he typed them.
    """
    values, mine = values_of(document), set(ours)
    for element in word.element.body:
        if element not in mine:
            fill(element, values)
    beside = {**values, "client": document.client or document.author}
    for root in margins_of(word):
        fill(root, beside)


def margins_of(word: "WordDocument") -> Iterator[etree._Element]:
    """The headers and footers of all pages: first, even and other."""
    for one in word.part.rels.values():
        if one.reltype.rsplit("/", 1)[-1] in ("header", "footer"):
            yield one.target_part.element


def theme_of(word: "WordDocument") -> etree._Element | None:
    """The theme of the template, None when it has none."""
    found = (one.target_part.blob for one in word.part.rels.values() if one.reltype.endswith("/theme"))
    blob = next(found, None)
    return None if blob is None else etree.fromstring(blob)


def set_language(word: "WordDocument", language: str) -> None:
    """Set the one language of the document, in its styles and its theme fonts."""
    locale = LOCALES[language]
    for element in word.styles.element.iter(f"{W}lang"):
        element.set(f"{W}val", locale)
    for root in (word.settings.element, word.element.body, *margins_of(word)):
        for element in root.iter(f"{W}themeFontLang", f"{W}lang"):
            element.set(f"{W}val", locale)


def set_properties(word: "WordDocument", document: Document) -> None:
    """Title, author, subject, language and dates; the only date is the day the report was made."""
    made = datetime.combine(document.made_on, time(), UTC).replace(tzinfo=None)
    properties = word.core_properties
    properties.title = _short(f"{document.title} – {document.client}" if document.client else document.title)
    properties.author = properties.last_modified_by = _short(document.author)
    properties.subject = _short(document.subject)
    properties.keywords = _short(", ".join(document.keywords))
    properties.language = LOCALES[document.language]
    properties.comments = ""
    properties.created = properties.modified = made
    properties.revision = 1


def saved(word: "WordDocument") -> bytes:
    """The file, with fixed dates and sorted members: same answers, same bytes.

    python-docx 1.2 only saves to a zip with the time of day in it; its writer is handed a dictionary instead of a
    zip, which also saves packing everything twice.
    """
    from docx.opc.pkgwriter import PackageWriter

    members = _Members({})
    package = word.part.package
    for part in package.parts:
        part.before_marshal()
    writer: Any = PackageWriter
    writer._write_content_types_stream(members, package.parts)
    writer._write_pkg_rels(members, package.rels)
    writer._write_parts(members, package.parts)
    return pack(members.blobs, level=3)


@dataclass(frozen=True, slots=True)
class _Members:
    """Takes the parts of a file, as python-docx's own zip writer would."""

    blobs: dict[str, bytes]

    def write(self, name: "PackURI", blob: bytes) -> None:
        """Keep one part under its name in the file."""
        self.blobs[name.membername] = blob


def _short(words: str) -> str:
    return " ".join(clean(words).split())[:255]


def _list_definition(kind: int) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="%{level + 1}."/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{340 * (level + 1)}" w:hanging="340"/></w:pPr></w:lvl>'
        for level, shape in enumerate(("decimal", "lowerLetter"))
    )
    return (
        f'<w:abstractNum w:abstractNumId="{kind}"><w:nsid w:val="{0x4B4B0000 + kind:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _parse(xml: str) -> etree._Element:
    head, tail = xml.split(" ", 1) if " " in xml.split(">", 1)[0] else (xml, "")
    assert tail  # noqa: S101 - every fragment here has attributes
    return etree.fromstring(f"{head} {DECLARATIONS} {tail}")


__all__ = [
    "add_lists",
    "fill_in",
    "margins_of",
    "name_annexes",
    "next_list",
    "saved",
    "set_language",
    "set_properties",
    "theme_of",
]
