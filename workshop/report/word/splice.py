"""Written blocks and the document they go into become one: joined as text and read once.

To move elements from one tree to another takes lxml ten times as long as to read them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from workshop.report.word.xml import NAMESPACES

_SIGN: Final = "klantreis"
Elements = list[etree._Element]


def sign(number: int) -> etree._Element:
    """A sign to put where part `number` goes."""
    return etree.ProcessingInstruction(_SIGN, str(number))


def spliced(document: etree._Element, parts: Sequence[str]) -> tuple[etree._Element, list[Elements]]:
    """The document with each part (XML, in our own prefixes) at its sign, and the new elements of each part."""
    from docx.oxml.parser import parse_xml  # gives the elements that python-docx works with

    declared = {**{prefix: uri for prefix, uri in document.nsmap.items() if prefix}, **NAMESPACES}
    root = etree.Element(document.tag, {str(name): str(value) for name, value in document.attrib.items()}, declared)
    root.extend(list(document))
    text = etree.tostring(root, encoding="unicode")
    for number, part in enumerate(parts):
        begin = etree.tostring(sign(number), encoding="unicode")
        text = text.replace(begin, f"{begin}{part}{begin}")
    whole: etree._Element = parse_xml(text)
    return whole, list(_taken(whole))


def _taken(whole: etree._Element) -> Iterator[Elements]:
    """The elements between two signs; the signs are taken away."""
    signs = [one for one in whole.iter(etree.ProcessingInstruction) if getattr(one, "target", "") == _SIGN]
    for begin, end in zip(signs[::2], signs[1::2], strict=True):
        body, found = begin.getparent(), []
        for one in begin.itersiblings():
            if one is end:
                break
            found.append(one)
        if body is not None:
            body.remove(begin)
            body.remove(end)
        yield found
