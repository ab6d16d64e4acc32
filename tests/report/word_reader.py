"""Reading a Word file back, as a test looks at it."""

import io
import zipfile

from lxml import etree

from workshop.report.word.xml import NAMESPACES, W

Element = etree._Element


def part(file: bytes, name: str = "word/document.xml") -> Element:
    """A part of the file as a tree."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def members(file: bytes) -> list[str]:
    """The names of all parts."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.namelist()


def find(tree: Element, path: str) -> list[Element]:
    """All elements on an XPath with the usual prefixes."""
    found = tree.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def text(element: Element) -> str:
    """What stands in an element; a line break is a newline."""
    pieces = []
    for node in element.iter(f"{W}t", f"{W}br", f"{W}tab"):
        pieces.append(node.text or "" if node.tag == f"{W}t" else "\n" if node.tag == f"{W}br" else "\t")
    return "".join(pieces)


def style(paragraph: Element) -> str:
    """The style id of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def value(element: Element) -> str:
    """The w:val of an element."""
    return element.get(f"{W}val", "")
