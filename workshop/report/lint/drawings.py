"""Drawings: unique ids, and graphics that hold what they say."""

from collections import Counter
from collections.abc import Iterator

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import NAMESPACES, short
from workshop.report.lint.walk import Seen


def drawing_faults(seen: Seen) -> Iterator[Fault]:
    """What is wrong with the drawings of a part, apart from their order and numbers."""
    for id_, count in Counter(one.get("id", "") for one in seen.watched["drawing"]).items():
        if count > 1 or not id_.isdecimal():
            yield Fault(Rule.DRAWING_ID, seen.name, f"{count} drawings or shapes have id '{id_}'")
    for one in seen.watched["graphic"]:
        uri = one.get("uri", "")
        inside = {child.tag.removeprefix("{").partition("}")[0] for child in one if isinstance(child.tag, str)}
        if uri in NAMESPACES.values() and uri not in inside:
            held = ", ".join(short(child.tag) for child in one) or "nothing"
            yield Fault(Rule.DRAWING_KIND, seen.name, f"a graphic of kind {uri.rpartition('/')[2]} holds {held}")
