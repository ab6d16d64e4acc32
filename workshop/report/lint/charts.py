"""Charts: an embedded workbook that opens, the values that are shown are its own, and axes that are there."""

from collections.abc import Iterator

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import long
from workshop.report.lint.package import Element, Package, Part
from workshop.report.lint.workbook import BadWorkbook, Workbook, workbook

_CACHES = {long("c:strRef"): long("c:strCache"), long("c:numRef"): long("c:numCache")}


def chart_faults(part: Part, package: Package) -> Iterator[Fault]:
    """What is wrong with a chart, apart from the order of its elements."""
    if part.tree is None or part.tree.tag != long("c:chartSpace"):
        return
    yield from _axes(part.name, part.tree)
    yield from _counts(part.name, part.tree)
    try:
        book = workbook(_embedded(part, part.tree, package))
    except BadWorkbook as error:
        yield Fault(Rule.CHART_WORKBOOK, part.name, f"the workbook: {error}")
        return
    for reference in part.tree.iter(*_CACHES):
        yield from _cache(part.name, reference, book)


def _embedded(part: Part, tree: Element, package: Package) -> bytes:
    """The workbook of a chart; raises BadWorkbook."""
    data = tree.find(long("c:externalData"))
    relation = None if data is None else part.relations.get(data.get(long("r:id"), ""))
    found = None if relation is None else package.part(relation.target)
    if found is None:
        raise BadWorkbook("the chart has none")
    return found.content


def _axes(name: str, tree: Element) -> Iterator[Fault]:
    if tree.find(f"{long('c:chart')}/{long('c:plotArea')}") is None:
        yield Fault(Rule.CHILD_MISSING, name, "c:chart lacks c:plotArea")
    plots = [one for one in tree.iter(long("c:plotArea")) for one in one]
    axes = {_id(one, "axId") for one in plots if one.tag.endswith("Ax")}
    for plot in plots:
        wanted = [one.get("val", "") for one in plot.findall(long("c:axId")) if not plot.tag.endswith("Ax")]
        wanted += [_id(plot, "crossAx")] if plot.tag.endswith("Ax") else []
        for id_ in wanted:
            if id_ not in axes:
                yield Fault(Rule.CHART_AXIS, name, f"axis {id_} is not there")


def _id(axis: Element, name: str) -> str:
    found = axis.find(long(f"c:{name}"))
    return "" if found is None else found.get("val", "")


def _counts(name: str, tree: Element) -> Iterator[Fault]:
    for cache in tree.iter(*_CACHES.values()):
        count = _id(cache, "ptCount")
        places = [one.get("idx", "") for one in cache.findall(long("c:pt"))]
        if not count.isdecimal() or any(not at.isdecimal() or int(at) >= int(count) for at in places):
            yield Fault(Rule.CHART_CACHE, name, f"a point stands outside the {count or 'unknown'} points of its series")
        elif len(places) != len(set(places)):
            yield Fault(Rule.CHART_CACHE, name, "a point stands there twice")


def _cache(name: str, reference: Element, book: Workbook) -> Iterator[Fault]:
    formula = reference.findtext(long("c:f")) or ""
    cache = reference.find(_CACHES[reference.tag])
    try:
        held = book.values(formula)
    except BadWorkbook as error:
        yield Fault(Rule.CHART_CACHE, name, str(error))
        return
    points = [] if cache is None else cache.findall(long("c:pt"))
    shown = {one.get("idx", ""): one.findtext(long("c:v")) or "" for one in points}
    for at, value in enumerate(held):
        if not _equal(shown.get(str(at)), value):
            yield Fault(Rule.CHART_CACHE, name, f"point {at} of {formula} is not what the workbook holds")
    if len(shown) > len(held):
        yield Fault(Rule.CHART_CACHE, name, f"{len(shown)} points are shown of the {len(held)} of {formula}")


def _equal(shown: str | None, held: str | None) -> bool:
    if (shown or None) == (held or None):
        return True
    try:
        return float(shown or "") == float(held or "")
    except ValueError:
        return False
