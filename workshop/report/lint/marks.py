"""What runs through the text in pairs: bookmarks, comments, fields; and links, notes and content controls."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import VAL, long
from workshop.report.lint.package import Element, Package, Part
from workshop.report.lint.walk import Seen

_ID: Final = long("id")
_STARTS: Final = frozenset(map(long, ("bookmarkStart", "commentRangeStart")))
_ENDS: Final = frozenset(map(long, ("bookmarkEnd", "commentRangeEnd")))
_NAME: Final = re.compile(r"[^\W\d]\w{0,39}")
_TARGETS: Final = (
    re.compile(r'^\s*(?:PAGEREF|REF|NOTEREF)\s+"?([^\s"\\]+)', re.IGNORECASE),
    re.compile(r'^\s*HYPERLINK\s.*?\\l\s+"?([^\s"]+)', re.IGNORECASE),
)
_OWN: Final = frozenset({"_top", "top"})


def bookmark_faults(seen: Seen) -> Iterator[Fault]:
    """Bookmarks without an end or a start, and names or ids that come twice."""
    marks = seen.watched["bookmark"]
    yield from _pairs(seen.name, marks, Rule.BOOKMARK_PAIR)
    starts = [one for one in marks if one.tag == long("bookmarkStart")]
    for id_, count in Counter(one.get(_ID, "") for one in starts).items():
        if count > 1:
            yield Fault(Rule.BOOKMARK_PAIR, seen.name, f"bookmark {id_} starts {count} times")
    for name, count in Counter(one.get(long("name"), "").lower() for one in starts).items():
        if count > 1 or not _NAME.fullmatch(name):
            yield Fault(Rule.BOOKMARK_NAME, seen.name, f"the name of a bookmark is there {count} times, or no name")


def _pairs(name: str, marks: Iterable[Element], rule: Rule) -> Iterator[Fault]:
    """Ranges that end without a start, or start without an end."""
    open_ = set[str]()
    for one in marks:
        id_ = one.get(_ID, "")
        if one.tag in _STARTS:
            open_.add(id_)
        elif one.tag in _ENDS and id_ not in open_:
            yield Fault(rule, name, f"range {id_} ends without a start")
        elif one.tag in _ENDS:
            open_.remove(id_)
    for id_ in sorted(open_):
        yield Fault(rule, name, f"range {id_} has no end")


def field_faults(seen: Seen) -> Iterator[Fault]:
    """Fields that do not begin, separate and end in this order."""
    open_: list[str] = []
    for one in seen.watched["field"]:
        kind = one.get(long("fldCharType"), "")
        match kind:
            case "begin":
                open_.append(kind)
            case "separate" if open_ and open_[-1] == "begin":
                open_[-1] = kind
            case "end" if open_:
                open_.pop()
            case "separate" | "end":
                yield Fault(Rule.FIELD_UNBALANCED, seen.name, f"'{kind}' of a field that is not open there")
            case _ if one.tag == long("instrText") and "begin" not in open_[-1:]:
                yield Fault(Rule.FIELD_UNBALANCED, seen.name, "the code of a field outside a field")
    if open_:
        yield Fault(Rule.FIELD_UNBALANCED, seen.name, f"{len(open_)} fields have no end")


def link_faults(stories: Iterable[Seen]) -> Iterator[Fault]:
    """Links and references to bookmarks that are not there."""
    every = list(stories)
    names = {one.get(long("name"), "") for seen in every for one in seen.watched["bookmark"]} | _OWN
    for seen in every:
        for target in (*_anchors(seen.watched["link"]), *_targets(seen.watched["field"])):
            if target not in names:
                yield Fault(Rule.LINK_ANCHOR, seen.name, f"nothing is called '{target}'")


def _anchors(links: Iterable[Element]) -> Iterator[str]:
    for one in links:
        anchor, outside = one.get(long("anchor")), one.get(long("r:id"))
        if anchor and not outside:
            yield anchor


def _targets(fields: Iterable[Element]) -> Iterator[str]:
    for one in fields:
        code = one.text if one.tag == long("instrText") else one.get(long("instr"))
        for pattern in _TARGETS:
            if found := pattern.match(code or ""):
                yield found[1]


def comment_faults(seen: Seen, package: Package, part: Part) -> Iterator[Fault]:
    """Comments that are referred to and not there, and ranges without an end or a start."""
    marks, known = seen.watched["comment"], _ids(package, part, "comments", "comment")
    yield from _pairs(seen.name, marks, Rule.COMMENT_PAIR)
    for id_ in {one.get(_ID, "") for one in marks} - set(known):
        yield Fault(Rule.COMMENT_UNDEFINED, seen.name, f"comment {id_} is not there")
    for id_, count in known.items():
        if count > 1:
            yield Fault(Rule.COMMENT_UNDEFINED, seen.name, f"comment {id_} is there {count} times")


def note_faults(seen: Seen, package: Package, part: Part) -> Iterator[Fault]:
    """Footnotes and endnotes that are referred to and not there."""
    known = {kind: _ids(package, part, f"{kind}s", kind) for kind in ("footnote", "endnote")}
    for one in seen.watched["note"]:
        kind = "footnote" if one.tag == long("footnoteReference") else "endnote"
        if one.get(_ID, "") not in known[kind]:
            yield Fault(Rule.NOTE_UNDEFINED, seen.name, f"{kind} {one.get(_ID)} is not there")


def _ids(package: Package, part: Part, relation: str, name: str) -> Counter[str]:
    trees = [found.tree for found in package.reached(part, relation) if found.tree is not None]
    return Counter(one.get(_ID, "") for tree in trees for one in tree.findall(long(name)))


def control_faults(stories: Iterable[Seen]) -> Iterator[Fault]:
    """Content controls with the same id, or with paragraphs where runs belong."""
    ids = Counter[str]()
    for seen in stories:
        for one in seen.watched["control"]:
            id_ = one.find(f"{long('sdtPr')}/{long('id')}")
            key = "" if id_ is None else id_.get(VAL, "")
            ids[key] += 1
            if key and ids[key] == 2:
                yield Fault(Rule.CONTROL_DUPLICATE, seen.name, f"content control {key} is there twice")
            if _misplaced(one):
                yield Fault(Rule.CONTROL_LEVEL, seen.name, "a content control holds what may not stand there")


def _misplaced(control: Element) -> bool:
    """Whether a control between runs holds paragraphs, or one between paragraphs runs."""
    parent, content = control.getparent(), control.find(long("sdtContent"))
    tags = set() if content is None else {one.tag for one in content}
    between_runs = parent is not None and parent.tag in {long("p"), long("hyperlink"), long("fldSimple")}
    between_blocks = parent is not None and parent.tag in {long("body"), long("tc"), long("hdr"), long("ftr")}
    blocks, runs = {long("p"), long("tbl"), long("tr"), long("tc")}, {long("r"), long("hyperlink"), long("fldSimple")}
    return bool((between_runs and tags & blocks) or (between_blocks and tags & (runs | {long("tr"), long("tc")})))
