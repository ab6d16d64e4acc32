"""Tables and sections: rows fit their grid, merges have a start, cells end with a paragraph."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from workshop.report.lint.fault import Fault, Rule
from workshop.report.lint.names import VAL, long
from workshop.report.lint.package import Element
from workshop.report.lint.walk import Seen

_CELL, _ROW = map(long, ("tc", "tr"))
_WRAPPERS: Final = frozenset(map(long, ("sdt", "sdtContent", "customXml", "ins", "del")))
_MARKS: Final = frozenset(map(long, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")))
_SKIPPED: Final = f"{long('trPr')}/{long('gridBefore')}"
_ENDS: Final = frozenset(map(long, ("p", "sdt", "customXml")))


def table_faults(seen: Seen) -> Iterator[Fault]:
    """What is wrong with the tables of a part."""
    for tag, children in seen.shapes:
        if tag == _CELL and next((one for one in reversed(children) if one not in _MARKS), "") not in _ENDS:
            yield Fault(Rule.CELL_END, seen.name, "a cell does not end with a paragraph")
    spans, merges = _of_cells(seen.watched["span"])
    for table in seen.watched["table"]:
        yield from _rows(seen.name, table, spans, merges)


def section_faults(seen: Seen) -> Iterator[Fault]:
    """Sections with two headers or footers for the same pages."""
    for section in seen.watched["section"]:
        kinds = [(one.tag, one.get(long("type"))) for one in section if one.get(long("r:id"))]
        if len(kinds) != len(set(kinds)):
            yield Fault(Rule.SECTION_MARGIN, seen.name, "a section has two headers or footers of a kind")


def _of_cells(found: Iterable[Element]) -> tuple[dict[Element, int], dict[Element, str]]:
    """How many columns each cell is wide that is wider than one, and how each merged cell goes on."""
    spans: dict[Element, int] = {}
    merges: dict[Element, str] = {}
    for one in found:
        properties = one.getparent()
        cell = None if properties is None else properties.getparent()
        if cell is None:
            continue
        if one.tag == long("vMerge"):
            merges[cell] = one.get(VAL, "continue")
        else:
            spans[cell] = _whole(one.get(VAL, ""), 1)
    return spans, merges


def _rows(name: str, table: Element, spans: Mapping[Element, int], merges: Mapping[Element, str]) -> Iterator[Fault]:
    grid = table.find(long("tblGrid"))
    columns = 0 if grid is None else len(grid.findall(long("gridCol")))
    merged = set[int]()
    for number, row in enumerate(_inside(table, _ROW), start=1):
        at, going = _skipped(row), set[int]()
        for cell in _inside(row, _CELL):
            if cell in merges:
                going.add(at)
                if merges[cell] == "continue" and at not in merged:
                    yield Fault(Rule.MERGE_ORPHAN, name, f"row {number} continues a merge that is not there")
            at += spans.get(cell, 1)
        if columns and at > columns:
            yield Fault(Rule.ROW_WIDTH, name, f"row {number} is {at} columns wide in a grid of {columns}")
        merged = going


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag in _WRAPPERS:
            yield from _inside(one, tag)


def _skipped(row: Element) -> int:
    """Columns of the grid that a row leaves open before its first cell."""
    found = row.find(_SKIPPED)
    return 0 if found is None else _whole(found.get(VAL, ""), 0)


def _whole(text: str, without: int) -> int:
    return int(text) if text.isdecimal() else without
