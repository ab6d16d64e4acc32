"""A Word package unpacked: its parts, each with its content type, its tree and its relations."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml import etree

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import long

Element = etree._Element
TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "application/vnd.openxmlformats-package.relationships+xml"
_UNREADABLE: Final = (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, OSError)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part; `kind` is the last word of its type, `target` a part's name or an outside address."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(slots=True)
class Part:
    """One part: `kind` is its content type ("" when it has none), `tree` is None for what is not XML."""

    name: str
    content: bytes
    kind: str = ""
    tree: Element | None = None
    relations: Mapping[str, Relation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Package:
    """All parts by name in small letters, and the relations of the package itself."""

    parts: Mapping[str, Part]
    relations: Mapping[str, Relation]

    def part(self, name: str) -> Part | None:
        """The part with this name, whatever its capitals."""
        return self.parts.get(name.lower())

    def reached(self, part: Part, kind: str) -> Iterator[Part]:
        """The parts that relations of this kind lead to."""
        for one in part.relations.values():
            found = self.part(one.target) if one.kind == kind and not one.outside else None
            if found is not None:
                yield found

    def main(self) -> Part | None:
        """The main document."""
        targets = (one.target for one in self.relations.values() if one.kind == "officeDocument")
        return self.part(next(targets, ""))


def members(file: bytes) -> tuple[dict[str, bytes], list[Fault]]:
    """The members of a zip by name, and what is wrong with the zip."""
    found: dict[str, bytes] = {}
    faults: list[Fault] = []
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            for entry in archive.infolist():
                faults += _name_faults(entry.filename, found)
                if not entry.is_dir():
                    found[entry.filename] = archive.read(entry)
    except _UNREADABLE as error:
        faults.append(Fault(Rule.ZIP_BROKEN, "", str(error)))
    return found, faults


def _name_faults(name: str, known: Iterable[str]) -> Iterator[Fault]:
    if name.lower() in {one.lower() for one in known}:
        yield Fault(Rule.ZIP_DUPLICATE, name, "two members have this name")
    if name.startswith("/") or set(name) & set("\\ ?#") or ".." in name.split("/"):
        yield Fault(Rule.ZIP_NAME, name, "this is not the name of a part")


def opened(found: Mapping[str, bytes]) -> tuple[Package, list[Fault]]:
    """The package in these members, and what of it cannot be read."""
    faults: list[Fault] = []
    parts = {name.lower(): Part(name, content) for name, content in found.items()}
    kinds, ends = _kinds(parts.get(TYPES.lower()), faults)
    for name, part in parts.items():
        part.kind = kinds.get(f"/{name}", "") or ends.get(name.rpartition(".")[2], "")
        if part.tree is None and is_xml(part):
            part.tree = parsed(part, faults)
    for name, part in parts.items():
        if name.endswith(".rels") and part.tree is not None and (owner := parts.get(owner_of(name))):
            owner.relations = relations(part, faults)
    root = parts.get("_rels/.rels")
    return Package(parts, {} if root is None else relations(root, faults)), faults


def is_xml(part: Part) -> bool:
    """Whether a part is XML, by its content type or its name."""
    return part.kind.endswith(("+xml", "/xml")) or part.name.lower().endswith((".xml", ".rels"))


def owner_of(name: str) -> str:
    """The part that the relations in `name` belong to: word/document.xml of word/_rels/document.xml.rels."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def safe_parser() -> etree.XMLParser:
    """A parser that opens nothing beside the text itself."""
    return etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)


def parsed(part: Part, faults: list[Fault]) -> Element | None:
    """The tree of a part; None when it cannot be read."""
    try:
        tree = etree.fromstring(part.content, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        faults.append(Fault(Rule.XML_BROKEN, part.name, str(error)))
        return None
    if tree.getroottree().docinfo.internalDTD is not None:
        faults.append(Fault(Rule.XML_DTD, part.name, "it has a document type"))
    return tree


def _kinds(part: Part | None, faults: list[Fault]) -> tuple[dict[str, str], dict[str, str]]:
    """Content types by part and by extension, in small letters."""
    if part is not None:
        part.tree = parsed(part, faults)
    by_name: dict[str, str] = {}
    by_end: dict[str, str] = {}
    for one in () if part is None or part.tree is None else part.tree:
        override = one.tag == long("ct:Override")
        known, key = (by_name, "PartName") if override else (by_end, "Extension")
        name = one.get(key, "").lower()
        if name in known:
            faults.append(Fault(Rule.TYPE_DUPLICATE, TYPES, f"{one.get(key)} has two content types"))
        known[name] = one.get("ContentType", "")
    return by_name, by_end


def relations(part: Part, faults: list[Fault]) -> dict[str, Relation]:
    """The relations in a part of relations, by id."""
    found: dict[str, Relation] = {}
    folder = posixpath.dirname(owner_of(part.name))
    for one in () if part.tree is None else part.tree.iter(long("rel:Relationship")):
        relation = _relation(one, folder)
        if len(one) or not (relation.kind and relation.target and relation.id.isidentifier()):
            faults.append(Fault(Rule.RELATION_BROKEN, part.name, f"'{relation.id}' lacks a good id, type or target"))
        if relation.id in found:
            faults.append(Fault(Rule.RELATION_DUPLICATE, part.name, f"{relation.id} stands there twice"))
        found[relation.id] = relation
    return found


def _relation(one: Element, folder: str) -> Relation:
    target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
    kind = one.get("Type", "").rpartition("/")[2]
    if not outside and target:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relation(one.get("Id", ""), kind, target, outside)
