"""The lint itself: all rules over one package, and the refusal of a package with faults."""

from collections.abc import Iterator
from itertools import chain

from workshop.report.errors import BadPackage
from workshop.report.lint.charts import chart_faults
from workshop.report.lint.definitions import Definitions, definitions, use_faults
from workshop.report.lint.drawings import drawing_faults
from workshop.report.lint.fault import Fault
from workshop.report.lint.links import reference_faults, relation_faults, type_faults
from workshop.report.lint.marks import (
    bookmark_faults,
    comment_faults,
    control_faults,
    field_faults,
    link_faults,
    note_faults,
)
from workshop.report.lint.names import NAMESPACES
from workshop.report.lint.package import Package, Part, members, opened
from workshop.report.lint.properties import core_faults
from workshop.report.lint.tables import section_faults, table_faults
from workshop.report.lint.walk import Seen, prefix_faults, shape_faults, text_faults, walked

_LOOKED_INTO = frozenset(NAMESPACES[prefix] for prefix in ("w", "a", "c"))


def check(package: bytes) -> tuple[Fault, ...]:
    """Every fault of a Word file, each once; none when Word will open it without a question."""
    found, faults = members(package)
    parts, unread = opened(found)
    defined, wrong = definitions(parts)
    every = chain(faults, unread, wrong, type_faults(parts), relation_faults(parts), core_faults(parts))
    return tuple(sorted({*every, *_part_faults(parts, defined)}))


def must_be_sound(package: bytes, base: bytes = b"") -> None:
    """Raise BadPackage for a file with faults; those that the template (`base`) itself came with do not count."""
    found = check(package)
    known = set(check(base)) if found and base else set()
    ours = tuple(one for one in found if one not in known)
    if ours:
        raise BadPackage(tuple(f"{one.rule} {one.part}: {one.what}" for one in ours), ours[0].rule)


def _part_faults(package: Package, defined: Definitions) -> Iterator[Fault]:
    stories = []
    for part in package.parts.values():
        if part.tree is None or part.tree.tag.removeprefix("{").partition("}")[0] not in _LOOKED_INTO:
            continue
        seen = walked(part)
        stories.append(seen)
        yield from _story_faults(seen, part, package)
        yield from use_faults(seen.name, seen.given, defined)
        yield from reference_faults(part, [*seen.watched["link"], *seen.watched["reference"]])
        yield from chart_faults(part, package)
    yield from link_faults(stories)
    yield from control_faults(stories)


def _story_faults(seen: Seen, part: Part, package: Package) -> Iterator[Fault]:
    yield from shape_faults(seen)
    yield from text_faults(part)
    yield from prefix_faults(part, seen)
    yield from bookmark_faults(seen)
    yield from field_faults(seen)
    yield from comment_faults(seen, package, part)
    yield from note_faults(seen, package, part)
    yield from table_faults(seen)
    yield from section_faults(seen)
    yield from drawing_faults(seen)
