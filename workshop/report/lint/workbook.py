"""Reading the embedded workbook of a chart: the values of its cells, by sheet and place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from workshop.report.lint.names import long
from workshop.report.lint.package import Element, Part, members, opened

_REFERENCE: Final = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")


class BadWorkbook(Exception):
    """A workbook that cannot be read, or a reference that leads nowhere in it."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Cells by sheet: each value as the workbook writes it, by column (from 1) and row."""

    sheets: Mapping[str, Mapping[tuple[int, int], str]]

    def values(self, reference: str) -> list[str | None]:
        """The values of a reference such as Sheet1!$B$2:$B$6; None for an empty cell; raises BadWorkbook."""
        found = _REFERENCE.fullmatch(reference.strip())
        if found is None:
            raise BadWorkbook(f"'{reference}' is no reference")
        sheet = (found[1] or found[2]).replace("''", "'")
        if sheet not in self.sheets:
            raise BadWorkbook(f"there is no sheet '{sheet}'")
        left, top = _column(found[3]), int(found[4])
        right, bottom = _column(found[5] or found[3]), int(found[6] or found[4])
        places = ((column, row) for row in range(top, bottom + 1) for column in range(left, right + 1))
        return [self.sheets[sheet].get(place) for place in places]


def workbook(file: bytes) -> Workbook:
    """Read a workbook; raises BadWorkbook."""
    found, wrong = members(file)
    package, faults = opened(found)
    main = package.main()
    if wrong or faults or main is None or main.tree is None:
        raise BadWorkbook("; ".join(fault.what for fault in (*wrong, *faults)) or "it has no workbook in it")
    strings = [_text(one) for part in package.reached(main, "sharedStrings") for one in _all(part, "si")]
    sheets = {}
    for one in _all(main, "sheet"):
        relation = main.relations.get(one.get(long("r:id"), ""))
        part = None if relation is None else package.part(relation.target)
        if part is None or part.tree is None:
            raise BadWorkbook(f"sheet {one.get('name')} is not there")
        sheets[one.get("name", "")] = dict(_cells(part, strings))
    return Workbook(sheets)


def _all(part: Part, name: str) -> Iterator[Element]:
    return iter(()) if part.tree is None else part.tree.iter(long(name, "s"))


def _cells(part: Part, strings: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    for one in _all(part, "c"):
        place = re.fullmatch(r"([A-Z]+)(\d+)", one.get("r", ""))
        if place is None:
            raise BadWorkbook(f"a cell has no place: {one.get('r')}")
        value = one.findtext(long("v", "s"))
        match one.get("t"):
            case "s":
                value = _shared(strings, value or "")
            case "inlineStr":
                value = _text(one)
        if value is not None:
            yield (_column(place[1]), int(place[2])), value


def _shared(strings: list[str], number: str) -> str:
    if not number.isdecimal() or int(number) >= len(strings):
        raise BadWorkbook(f"there is no text {number}")
    return strings[int(number)]


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(long("t", "s")))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
