"""Opening an edited report safely: judged as a zip and as XML before anything looks inside."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from workshop.report.errors import ReportError
from workshop.report.house.archive import unpack
from workshop.report.house.package import Package, read_package
from workshop.report.house.verdict import Refused as RefusedFile
from workshop.report.word.manifest import NAMESPACE, Manifest
from workshop.report.word.reading import Reader, numbering_of, styles_of
from workshop.report.word.xml import W

_ROOM: Final = 6
"""A report with all annexes that went through LibreOffice has a hundred thousand tags, and charts besides."""
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


class Refused(ReportError):
    """An edited report cannot be read; `reason` is a key of [keep.refused], with its values."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(f"The edited report cannot be read: {reason}.")
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an edited report that matter: its body, how to read it, and what it says about itself."""

    body: etree._Element
    reader: Reader
    manifest: Manifest | None


def opened(file: bytes) -> Opened:
    """Open a file within limits (10 MB packed, 30 MB unpacked, 48 MB of XML); raises Refused."""
    try:
        package = read_package(unpack(file), _ROOM)
        _judge(package)
        body = package.tree(package.main).find(f"{W}body")
        reader = Reader(styles_of(_part(package, "styles")), numbering_of(_part(package, "numbering")), _links(package))
        manifest = _manifest(package)
    except RefusedFile as refused:
        raise Refused(refused.remark.code, **refused.remark.values) from refused
    if body is None:
        raise Refused("not_word")
    return Opened(body, reader, manifest)


def _judge(package: Package) -> None:
    """Refuse what is no plain Word document; what it links to is never opened."""
    mains = [one for one in package.relations.get("", []) if one.last == "officeDocument"]
    if any(one.kind.startswith(_STRICT) for one in mains):
        raise Refused("strict")
    if any("macroenabled" in kind.lower() or "vba" in kind.lower() for kind in package.types.values()):
        raise Refused("macros")
    if len(mains) != 1 or package.types.get(package.main) != _MAIN or package.main not in package.parts:
        raise Refused("not_word")


def _part(package: Package, kind: str) -> etree._Element | None:
    name = next(iter(package.related(package.main, kind)), "")
    return package.tree(name) if name in package.parts else None


def _links(package: Package) -> dict[str, str]:
    return {one.id: one.target for one in package.relations.get(package.main, []) if one.external}


def _manifest(package: Package) -> Manifest | None:
    """The manifest among the data parts of the file; other programs may have parts of their own."""
    mark = NAMESPACE.encode()
    names = package.related(package.main, "customXml")
    ours = (package.tree(one) for one in names if mark in package.parts.get(one, b""))
    return next((found for tree in ours if (found := Manifest.read(tree))), None)
