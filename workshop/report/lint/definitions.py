"""Styles and lists: what is defined, and whether what is used is among it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import VAL, long
from workshop.report.lint.package import Element, Package, Part

STYLE_USES: Final[Mapping[str, str]] = {
    long("pStyle"): "paragraph",
    long("rStyle"): "character",
    long("tblStyle"): "table",
    long("styleLink"): "numbering",
    long("numStyleLink"): "numbering",
}
"""Elements that name a style, and the kind that it must be."""
_LIST: Final = long("numId")
_LEVELS: Final = frozenset(map(long, ("lvl", "lvlOverride")))
_NO_LIST: Final = frozenset({"0"})
_LINKS: Final = tuple(map(long, ("basedOn", "next", "link")))


@dataclass(frozen=True, slots=True)
class Definitions:
    """Styles by id with their kind, and the ids of lists."""

    styles: Mapping[str, str] = field(default_factory=dict)
    lists: frozenset[str] = _NO_LIST


def definitions(package: Package) -> tuple[Definitions, list[Fault]]:
    """What the main document can use, and what is wrong with it."""
    main = package.main()
    if main is None:
        return Definitions(), []
    styles, numbering = next(package.reached(main, "styles"), None), next(package.reached(main, "numbering"), None)
    defined, faults = _styles(styles) if styles is not None else ({}, [])
    lists, wrong = _lists(numbering) if numbering is not None else (_NO_LIST, [])
    return Definitions(defined, lists), faults + wrong


def use_faults(name: str, given: Iterable[tuple[str, tuple[str | None, ...]]], defined: Definitions) -> Iterator[Fault]:
    """Styles and lists that a part uses and that are not defined, or are of another kind."""
    for tag, values in given:
        wanted = STYLE_USES.get(tag)
        kind = defined.styles.get(values[0] or "") if wanted else None
        if wanted and kind is None:
            yield Fault(Rule.STYLE_UNDEFINED, name, f"style '{values[0]}' is not defined")
        elif kind != wanted:
            yield Fault(Rule.STYLE_KIND, name, f"style '{values[0]}' is of kind {kind}, used for a {wanted}")
        elif tag == _LIST and (values[0] or "") not in defined.lists:
            yield Fault(Rule.NUMBER_UNDEFINED, name, f"list {values[0]} is not defined")


def _styles(part: Part) -> tuple[dict[str, str], list[Fault]]:
    styles = [] if part.tree is None else part.tree.findall(long("style"))
    kinds = {one.get(long("styleId"), ""): one.get(long("type"), "paragraph") for one in styles}
    return kinds, [*_style_doubles(part.name, styles), *_style_links(part.name, styles, kinds)]


def _style_doubles(name: str, styles: list[Element]) -> Iterator[Fault]:
    ids = Counter(one.get(long("styleId"), "") for one in styles)
    names = Counter(_val(one, "name").lower() for one in styles)
    defaults = Counter(one.get(long("type")) for one in styles if one.get(long("default")) in {"1", "true", "on"})
    for what, counted in (("id", ids), ("name", names), ("default", defaults)):
        for key, count in counted.items():
            if count > 1:
                yield Fault(Rule.STYLE_DUPLICATE, name, f"the {what} '{key}' is there {count} times")


def _style_links(name: str, styles: list[Element], kinds: Mapping[str, str]) -> Iterator[Fault]:
    parents: dict[str, str] = {}
    for one in styles:
        id_ = one.get(long("styleId"), "")
        parents[id_] = _val(one, "basedOn")
        for link in _LINKS:
            found = one.find(link)
            wanted = "" if found is None else found.get(VAL, "")
            if found is not None and wanted not in kinds:
                yield Fault(Rule.STYLE_UNDEFINED, name, f"'{id_}' names '{wanted}', which is not defined")
    for id_ in parents:
        if _circles(id_, parents):
            yield Fault(Rule.STYLE_CYCLE, name, f"'{id_}' is based on itself")


def _circles(start: str, parents: Mapping[str, str]) -> bool:
    seen, at = set[str](), parents[start]
    while at and at != start and at not in seen:
        seen.add(at)
        at = parents.get(at, "")
    return at == start


def _lists(part: Part) -> tuple[frozenset[str], list[Fault]]:
    if part.tree is None:
        return _NO_LIST, []
    kinds = [one.get(long("abstractNumId"), "") for one in part.tree.findall(long("abstractNum"))]
    nums = [one.get(long("numId"), "") for one in part.tree.findall(long("num"))]
    faults = [*_number_doubles(part.name, part.tree, kinds, nums)]
    for one in part.tree.findall(long("num")):
        if _val(one, "abstractNumId") not in kinds:
            what = f"list {one.get(long('numId'))} uses definition {_val(one, 'abstractNumId')}, which is not there"
            faults.append(Fault(Rule.NUMBER_UNDEFINED, part.name, what))
    return _NO_LIST | set(nums), faults


def _number_doubles(name: str, tree: Element, kinds: list[str], nums: list[str]) -> Iterator[Fault]:
    for what, found in (("definition", kinds), ("list", nums)):
        for key, count in Counter(found).items():
            if count > 1:
                yield Fault(Rule.NUMBER_DUPLICATE, name, f"{what} {key} is there {count} times")
    for one in (*tree.findall(long("abstractNum")), *tree.findall(long("num"))):
        levels = Counter(
            level.get(long("ilvl"), "") for level in one if level.tag in {long("lvl"), long("lvlOverride")}
        )
        for key, count in levels.items():
            if count > 1:
                yield Fault(Rule.NUMBER_DUPLICATE, name, f"level {key} is there {count} times")


def _val(element: Element, name: str) -> str:
    found = element.find(long(name))
    return "" if found is None else found.get(VAL, "")
