"""What is never let in: everything in a Word file that runs, fetches, or hides another file."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from workshop.report.house.fields import codes
from workshop.report.house.package import Package, Relation
from workshop.report.house.verdict import Refused
from workshop.report.word.tags import PASSAGE, read_tag
from workshop.report.word.xml import W

MAIN_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_WEB: Final = frozenset({"http", "https", "mailto"})
_FIELDS: Final = frozenset(
    ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "MACROBUTTON", "DATABASE", "RD", "")
)
"""The names of fields that fetch or run something; "" is a name that another field would make up."""
_INSIDE: Final = {
    "altChunk": "embedded",
    "subDoc": "embedded",
    "frameset": "embedded",
    "control": "active",
    "OLEObject": "ole",
    "objectEmbed": "ole",
    "objectLink": "ole",
}
_KINDS: Final = {
    "aFChunk": "embedded",
    "subDocument": "embedded",
    "frame": "embedded",
    "control": "active",
    "activeXControlBinary": "active",
    "oleObject": "ole",
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "attachedTemplate": "linked_template",
    "mailMergeSource": "linked",
    "mailMergeHeaderSource": "linked",
}
ROOTS: Final = {
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "header": "hdr",
    "footer": "ftr",
    "fontTable": "fonts",
}
"""What hangs on the body → the name of its root element."""
_PIXELS: Final = 50_000_000
_DEEPEST: Final = 12
_SIZE: Final = re.compile(r"-?[0-9]{1,6}")
"""Twips; the standard also allows "2.5cm", which no program writes."""


def inspect(package: Package) -> None:
    """Raise Refused for the first danger that is found."""
    _look_at_parts(package)
    _look_at_main(package)
    for relations in package.relations.values():
        for one in relations:
            _look_at_relation(one, package)
    _look_at_depth(package)
    _look_at_own(package)
    _look_at_kin(package)
    for name, content_type in package.types.items():
        if content_type.endswith(("+xml", "/xml")) or name.endswith((".xml", ".vml")):
            _look_inside(name, package.tree(name))
        elif content_type.startswith("image/"):
            _look_at_picture(package.parts[name])


def _look_at_parts(package: Package) -> None:
    for name, content_type in package.types.items():
        low, kind = name.lower(), content_type.lower()
        if "macroenabled" in kind or "vba" in kind or "vbaproject" in low or "vbadata" in low:
            raise Refused("macros")
        if "activex" in low or "activex" in kind:
            raise Refused("active")
        if "oleobject" in kind or (low.endswith(".bin") and "printersettings" not in low):
            raise Refused("ole")


def _look_at_main(package: Package) -> None:
    kinds = [one for one in package.relations.get("", []) if one.last == "officeDocument"]
    if any(one.kind.startswith(_STRICT) for one in kinds):
        raise Refused("strict")
    if len(kinds) != 1 or kinds[0].external:
        raise Refused("not_word")
    if package.types.get(package.main, "") not in {f"{MAIN_TYPES}.{one}.main+xml" for one in ("document", "template")}:
        raise Refused("not_word")
    root = package.tree(package.main)
    if root.tag.startswith(f"{{{_STRICT}"):
        raise Refused("strict")
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise Refused("not_word")


def _look_at_own(package: Package) -> None:
    """Refuse a report of ours: what it says of one client would stand in the report of every other."""
    tags = (one.get(f"{W}val", "") for one in package.tree(package.main).iter(f"{W}tag"))
    if any((found := read_tag(one)) is not None and found.kind == PASSAGE for one in tags):
        raise Refused("own_report")


def _look_at_kin(package: Package) -> None:
    """Refuse parts that are not what they are called, and pages whose sizes are no numbers."""
    for last, name in ROOTS.items():
        if any(package.tree(part).tag != f"{W}{name}" for part in package.related(package.main, last)):
            raise Refused("damaged")
    for page in package.tree(package.main).iter(f"{W}pgSz", f"{W}pgMar"):
        for name in ("w", "h", "top", "bottom", "left", "right", "header", "footer"):
            if not _SIZE.fullmatch(page.get(f"{W}{name}", "0")):
                raise Refused("damaged")


def _look_at_relation(one: Relation, package: Package) -> None:
    if one.last in _KINDS:
        raise Refused(_KINDS[one.last], address=one.target[:80])
    if not one.external:
        if one.target not in package.parts and one.last != "hyperlink":
            raise Refused("part_missing", part=one.target[:80])
        return
    if one.last != "hyperlink" or not _is_web(one.target):
        raise Refused("linked", address=one.target[:80])


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and "\\" not in address


def _look_at_depth(package: Package) -> None:
    """Refuse parts that hang on parts without end: whatever walks over them would walk too deep."""
    reached, layer = {""}, [""]
    for _ in range(_DEEPEST):
        targets = [one.target for part in layer for one in package.relations.get(part, []) if not one.external]
        layer = list(dict.fromkeys(one for one in targets if one not in reached))
        reached.update(layer)
    if layer:
        raise Refused("damaged")


def _look_inside(name: str, root: etree._Element) -> None:
    for found in root.iter(*(f"{{*}}{one}" for one in _INSIDE)):
        raise Refused(_INSIDE[etree.QName(found).localname], part=name)
    for code in codes(root):
        _look_at_field(code)


def _look_at_field(code: str) -> None:
    word, _, rest = code.strip().partition(" ")
    plain = word.strip("\"'\\").upper()
    if plain in _FIELDS:
        raise Refused("field", field=plain or "?")
    if plain == "HYPERLINK" and any(_is_local(one) for one in _addresses(rest)):
        raise Refused("linked", address=rest.strip()[:80])


def _addresses(rest: str) -> Iterator[str]:
    """The address of a HYPERLINK field: what stands first, when that is no switch."""
    first = rest.strip()
    if first and not first.startswith("\\"):
        yield first.split('"')[1] if first.startswith('"') and first.count('"') > 1 else first.split()[0]


def _is_local(address: str) -> bool:
    return not address.startswith("#") and not _is_web(address)


def _look_at_picture(data: bytes) -> None:
    """Refuse a picture that would take gigabytes to show."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        wide, high = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        if wide * high > _PIXELS:
            raise Refused("picture")
