"""Names of elements and attributes in a Word package: short as a person writes them, long as lxml does."""

from collections.abc import Mapping
from functools import cache
from typing import Final

NAMESPACES: Final[Mapping[str, str]] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
_PREFIXES: Final = {address: prefix for prefix, address in NAMESPACES.items()}


@cache
def long(name: str, prefix: str = "w") -> str:
    """The name as lxml spells it: "pPr" and "w:pPr" are {…/wordprocessingml/2006/main}pPr."""
    before, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[before or prefix]}}}{local}"


@cache
def short(tag: str) -> str:
    """The name as a person writes it, for messages."""
    address, _, local = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(address, "?" if address else "")
    return f"{prefix}:{local}" if prefix else local


VAL: Final = long("val")
