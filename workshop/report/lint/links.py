"""Content types and relations: what is there, what it is called, and where it leads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import long, short
from workshop.report.lint.package import TYPES, Element, Package, Part, Relation, owner_of

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN: Final = f"{_WORD}document.main+xml"
_MAINS: Final = frozenset({_MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"})
KINDS: Final[Mapping[str, str]] = {
    "officeDocument": _MAIN,
    **{name: f"{_WORD}{name}+xml" for name in ("styles", "settings", "numbering", "fontTable", "header", "footer")},
    **{name: f"{_WORD}{name}+xml" for name in ("comments", "footnotes", "endnotes", "webSettings")},
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""Content type that each kind of relation leads to; other kinds lead to anything."""
ROOTS: Final[Mapping[str, str]] = {
    _MAIN: "w:document",
    f"{_WORD}styles+xml": "w:styles",
    f"{_WORD}settings+xml": "w:settings",
    f"{_WORD}numbering+xml": "w:numbering",
    f"{_WORD}fontTable+xml": "w:fonts",
    f"{_WORD}header+xml": "w:hdr",
    f"{_WORD}footer+xml": "w:ftr",
    f"{_WORD}comments+xml": "w:comments",
    f"{_WORD}footnotes+xml": "w:footnotes",
    f"{_WORD}endnotes+xml": "w:endnotes",
    KINDS["theme"]: "a:theme",
    KINDS["chart"]: "c:chartSpace",
    KINDS["core-properties"]: "cp:coreProperties",
}
_ONCE: Final = frozenset({"styles", "settings", "numbering", "fontTable", "theme", "comments", "footnotes", "endnotes"})
_SAFE: Final = ("http://", "https://", "mailto:", "tel:", "#")
_ASKING: Final = ("id", "embed", "link")
_WANTED: Final[Mapping[tuple[str, str], str]] = {
    (long("w:headerReference"), "id"): "header",
    (long("w:footerReference"), "id"): "footer",
    (long("w:hyperlink"), "id"): "hyperlink",
    (long("a:blip"), "embed"): "image",
    (long("a:blip"), "link"): "image",
    (long("c:chart"), "id"): "chart",
    (long("c:externalData"), "id"): "package",
}


def type_faults(package: Package) -> Iterator[Fault]:
    """Content types that are missing, wrong or of nothing, and parts that begin with the wrong element."""
    types = package.part(TYPES)
    if types is None:
        yield Fault(Rule.PART_MISSING, TYPES, "there are no content types")
    for one in () if types is None or types.tree is None else types.tree.iter(long("ct:Override")):
        if package.part(one.get("PartName", "").lstrip("/")) is None:
            yield Fault(Rule.TYPE_ORPHAN, TYPES, f"{one.get('PartName')} is not there")
    for part in package.parts.values():
        if part.name != TYPES:
            yield from _type_of(part)


def _type_of(part: Part) -> Iterator[Fault]:
    if not part.kind:
        yield Fault(Rule.TYPE_MISSING, part.name, "it has no content type")
    elif part.kind == "application/xml" and part.name.lower().startswith(("word/", "docprops/")):
        yield Fault(Rule.TYPE_GENERIC, part.name, "it is plain XML, so Word does not know what it is")
    root = ROOTS.get(part.kind)
    if root and part.tree is not None and part.tree.tag != long(root):
        yield Fault(Rule.PART_ROOT, part.name, f"it starts with {short(part.tree.tag)} instead of {root}")


def relation_faults(package: Package) -> Iterator[Fault]:
    """Relations that lead nowhere, outside, or to the wrong kind of part."""
    if package.main() is None:
        yield Fault(Rule.PART_MISSING, "_rels/.rels", "no main document")
    yield from _relations(package, "_rels/.rels", package.relations)
    for part in package.parts.values():
        yield from _relations(package, part.name, part.relations)
        if part.name.endswith(".rels") and part.name != "_rels/.rels" and not package.part(owner_of(part.name)):
            yield Fault(Rule.RELATION_ORPHAN, part.name, f"{owner_of(part.name)} is not there")


def _relations(package: Package, name: str, relations: Mapping[str, Relation]) -> Iterator[Fault]:
    kinds = [one.kind for one in relations.values()]
    for kind in sorted({one for one in kinds if kinds.count(one) > 1} & _ONCE):
        yield Fault(Rule.RELATION_DUPLICATE, name, f"there are two relations to {kind}")
    for one in relations.values():
        target = package.part(one.target)
        if one.outside:
            if one.kind != "hyperlink" or not one.target.lower().startswith(_SAFE):
                yield Fault(Rule.RELATION_EXTERNAL, name, f"{one.id} leads outside to something of type {one.kind}")
        elif target is None and not one.target.startswith("#"):
            yield Fault(Rule.RELATION_DANGLING, name, f"{one.id} leads to {one.target}, which is not there")
        elif target is not None and target.kind:
            yield from _kind(name, one, target)


def _kind(name: str, relation: Relation, target: Part) -> Iterator[Fault]:
    wanted = KINDS.get(relation.kind, target.kind)
    allowed = _MAINS if relation.kind == "officeDocument" else {wanted}
    image = relation.kind == "image" and not target.kind.startswith("image/")
    if image or target.kind not in allowed:
        yield Fault(Rule.TYPE_WRONG, name, f"{relation.id} is of type {relation.kind}, its part is {target.kind}")


def reference_faults(part: Part, elements: Iterable[Element]) -> Iterator[Fault]:
    """Every r:id, r:embed and r:link of these elements has a relation, of the kind that is asked for."""
    for one in elements:
        yield from _references(part, one)


def _references(part: Part, element: Element) -> Iterator[Fault]:
    for name in _ASKING:
        value = element.get(long(f"r:{name}"))
        if not value:
            continue
        found, wanted = part.relations.get(value), _WANTED.get((element.tag, name))
        if found is None:
            yield Fault(Rule.RELATION_UNKNOWN, part.name, f"{short(element.tag)} asks for {value}, which is not there")
        elif wanted and found.kind != wanted:
            yield Fault(
                Rule.RELATION_KIND, part.name, f"{short(element.tag)} asks for {wanted}, {value} is {found.kind}"
            )
