"""Reading the XML of an uploaded file: no document types, no entities, no network, and never more than fits."""

import re
from typing import Final

from lxml import etree

from workshop.report.house.verdict import Refused

MOST_XML: Final = 8 * 1024 * 1024
MOST_TAGS: Final = 60_000
MOST_ATTRIBUTES: Final = 120_000
"""Together for all parts of one file: enough for a template, and read within the second."""
_DECLARED: Final = re.compile(r"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["'][^>]*\?>""")
_OPENING: Final = re.compile(r"^<\?xml[^>]*\?>\s*")
_DANGER: Final = ("<!DOCTYPE", "<!ENTITY")


def plain_xml(part: str, data: bytes) -> bytes:
    """Give the XML as UTF-8; raises Refused for another encoding and for a document type or an entity."""
    try:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("bad_xml", part=part) from error
    if any(mark in text for mark in _DANGER):
        raise Refused("entities", part=part)
    named = _DECLARED.match(text)
    expected = "utf-16" if wide else "utf-8"
    if named is not None and named[1].lower() not in (expected, "us-ascii"):
        raise Refused("bad_xml", part=part)
    if wide:
        return _OPENING.sub("", text).encode("utf-8")
    return data.removeprefix(b"\xef\xbb\xbf")


def read_tree(part: str, data: bytes) -> etree._Element:
    """Read XML that `plain_xml` gave; raises Refused when it is malformed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused("bad_xml", part=part) from error


class Budget:
    """Counts what the XML of one file asks for, `room` times that of a template; raises Refused when it is too much."""

    def __init__(self, room: int = 1) -> None:
        self._bytes, self._tags, self._attributes = room * MOST_XML, room * MOST_TAGS, room * MOST_ATTRIBUTES

    def spend(self, data: bytes) -> None:
        """Count one part."""
        self._bytes -= len(data)
        self._tags -= data.count(b"<")
        self._attributes -= data.count(b"=")
        if min(self._bytes, self._tags, self._attributes) < 0:
            raise Refused("too_complicated")
