"""The parts of a Word file and how they hang together, read and written without python-docx."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from workshop.report.house.trees import Budget, plain_xml, read_tree
from workshop.report.house.verdict import Refused
from workshop.report.zipped import pack

HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
CORE_KIND: Final = f"{PACKAGE}/relationships/metadata/core-properties"
TYPES_PART: Final = "[Content_Types].xml"
_RELATIONS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One link from a part: `target` is a part's name, or an address when it is `external`."""

    id: str
    kind: str
    target: str
    external: bool = False

    @property
    def last(self) -> str:
        """The last word of its kind, such as "header"."""
        return self.kind.rsplit("/", 1)[-1]


@dataclass(slots=True)
class Package:
    """Parts by name, their content types, and the relations of each part ("" for the package itself)."""

    parts: dict[str, bytes]
    types: dict[str, str]
    relations: dict[str, list[Relation]] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The name of the part that holds the body."""
        return self.related("", "officeDocument")[0]

    def related(self, part: str, last: str) -> list[str]:
        """The parts that hang on a part by this kind of relation."""
        return [one.target for one in self.relations.get(part, []) if one.last == last and not one.external]

    def stories(self) -> list[str]:
        """The parts that hold text: the body, headers, footers and notes."""
        kinds = ("header", "footer", "footnotes", "endnotes")
        return list(dict.fromkeys([self.main, *(one for kind in kinds for one in self.related(self.main, kind))]))

    def tree(self, part: str) -> etree._Element:
        """A part as a tree."""
        return read_tree(part, self.parts[part])

    def put(self, part: str, tree: etree._Element) -> None:
        """Write a part anew."""
        self.parts[part] = HEAD + etree.tostring(tree, encoding="UTF-8")

    def add(self, source: str, kind: str, part: str, content_type: str, data: bytes) -> str:
        """Hang a new part on another and give the id of the relation."""
        taken = {one.id for one in self.relations.get(source, [])}
        number = next(f"rId{at}" for at in range(1, len(taken) + 2) if f"rId{at}" not in taken)
        self.parts[part], self.types[part] = data, content_type
        self.relations.setdefault(source, []).append(Relation(number, kind, part))
        return number

    def to_bytes(self) -> bytes:
        """The whole file; the same parts always give the same bytes."""
        members = dict(self.parts)
        for source, relations in self.relations.items():
            if relations:
                members[relations_part(source)] = _relations_xml(source, relations)
        members[TYPES_PART] = _types_xml(self.types)
        return pack(members, level=1)


def relations_part(source: str) -> str:
    """The name of the part with the relations of a part."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_package(members: dict[str, bytes], room: int = 1) -> Package:
    """Read the members of a file as a package whose XML is sound; raises Refused for what is not.

    `room` is how many times the XML of a template may be in it.
    """
    if TYPES_PART not in members:
        raise Refused("not_word")
    budget = Budget(room)
    budget.spend(members[TYPES_PART])
    types = _types(members)
    parts = {name: data for name, data in members.items() if name != TYPES_PART}
    for name, data in parts.items():
        if _is_xml(name, types.get(name, "")):
            budget.spend(data)
            parts[name] = plain_xml(name, data)
            read_tree(name, parts[name])
    package = Package({one: data for one, data in parts.items() if not one.endswith(".rels")}, types)
    for source in ("", *package.parts):
        if (name := relations_part(source)) in parts:
            package.relations[source] = list(_relations(source, read_tree(name, parts[name])))
    return package


def _is_xml(name: str, content_type: str) -> bool:
    return content_type.endswith(("+xml", "/xml")) or name.lower().endswith((".xml", ".rels", ".vml"))


def _types(members: dict[str, bytes]) -> dict[str, str]:
    tree = read_tree(TYPES_PART, plain_xml(TYPES_PART, members[TYPES_PART]))
    default: dict[str, str] = {}
    named: dict[str, str] = {}
    for one in tree.iter("{*}Default", "{*}Override"):
        content_type = one.get("ContentType", "")
        if etree.QName(one).localname == "Default":
            default[one.get("Extension", "").lower()] = content_type
        else:
            named[one.get("PartName", "").removeprefix("/").lower()] = content_type
    return {
        name: named.get(name.lower(), default.get(posixpath.splitext(name)[1].lower().removeprefix("."), ""))
        for name in members
        if name != TYPES_PART and not name.endswith(".rels")
    }


def _relations(source: str, tree: etree._Element) -> Iterator[Relation]:
    for one in tree.iter("{*}Relationship"):
        external = one.get("TargetMode", "").lower() == "external"
        target = one.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
        yield Relation(one.get("Id", ""), one.get("Type", ""), target, external)


def _relations_xml(source: str, relations: list[Relation]) -> bytes:
    folder = posixpath.dirname(source)
    lines = ""
    for one in relations:
        target = one.target if one.external else posixpath.relpath(f"/{one.target}", f"/{folder}")
        mode = ' TargetMode="External"' if one.external else ""
        lines += f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.kind)} Target={quoteattr(target)}{mode}/>"
    return HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'.encode()


def _types_xml(types: dict[str, str]) -> bytes:
    lines = "".join(
        f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(types[name])}/>" for name in sorted(types)
    )
    defaults = (("rels", _RELATIONS_TYPE), ("xml", "application/xml"))
    shapes = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults)
    return HEAD + f'<Types xmlns="{PACKAGE}/content-types">{shapes}{lines}</Types>'.encode()
