"""The core properties: title, author, dates and the like, each once and well written."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import long, short
from workshop.report.lint.package import Element, Package, Part

_DATES: Final = frozenset({long("dcterms:created"), long("dcterms:modified")})
_KNOWN: Final = _DATES | {
    *(long(f"dc:{name}") for name in ("creator", "description", "identifier", "language", "subject", "title")),
    *(long(f"cp:{name}") for name in ("category", "contentStatus", "keywords", "lastModifiedBy", "lastPrinted")),
    *(long(f"cp:{name}") for name in ("revision", "version", "contentType")),
}
_MONTH: Final = r"-(0[1-9]|1[0-2])"
_DAY: Final = r"-(0[1-9]|[12]\d|3[01])"
_TIME: Final = r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)"
W3C_DATE: Final = re.compile(rf"\d{{4}}({_MONTH}({_DAY}({_TIME})?)?)?")
_TYPE: Final = "core-properties"


def core_faults(package: Package) -> Iterator[Fault]:
    """What is wrong with the core properties; a package may do without them."""
    names = [one.target for one in package.relations.values() if one.kind == _TYPE]
    if len(names) > 1:
        yield Fault(Rule.CORE_DUPLICATE, "_rels/.rels", "there are two parts of core properties")
    for part in filter(None, map(package.part, names)):
        if part.tree is not None:
            yield from _of(part, part.tree)


def _of(part: Part, tree: Element) -> Iterator[Fault]:
    for tag, count in Counter(one.tag for one in tree).items():
        if count > 1:
            yield Fault(Rule.CORE_DUPLICATE, part.name, f"{short(tag)} stands there {count} times")
    for one in tree:
        if one.tag not in _KNOWN or len(one):
            yield Fault(Rule.CORE_UNKNOWN, part.name, f"{short(one.tag)} is no core property of text alone")
        elif one.tag in _DATES:
            typed = one.get(long("xsi:type"), "").rpartition(":")[2] == "W3CDTF"
            if not (typed and W3C_DATE.fullmatch((one.text or "").strip())):
                yield Fault(Rule.CORE_DATE, part.name, f"{short(one.tag)} is no W3C date")
