"""What a template looks like, as plain values: its colours, letters, margins and logo."""

import re
from dataclasses import dataclass
from typing import Final

from workshop.report.house.archive import unpack
from workshop.report.house.fit import sheet_of
from workshop.report.house.fonts import Sheet
from workshop.report.house.package import Package, read_package
from workshop.report.word.theme import SLOTS
from workshop.report.word.xml import W

STYLES: Final = (
    "Title",
    "heading 1",
    "heading 2",
    "heading 3",
    "Normal",
    "Quote",
    "caption",
    "Table Head",
    "Table Text",
)
"""The styles of the report that a preview shows."""
_PICTURES: Final = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_NOT_FONT: Final = re.compile(r"[^A-Za-z0-9 -]")
_LARGEST: Final = 40.0
_MOST_TEXT: Final = 300


@dataclass(frozen=True, slots=True)
class Sample:
    """How one style looks: a font name of letters and digits, points, a colour as RRGGBB ("" is automatic)."""

    name: str
    font: str
    size: float
    colour: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A template at a glance; `colours` by the slot of the theme, `logo` with its content type, None without one."""

    samples: tuple[Sample, ...]
    colours: tuple[tuple[str, str], ...]
    header: str
    footer: str
    logo: tuple[str, bytes] | None


def preview(template: bytes) -> Preview:
    """Look at a template that is fit for the report."""
    package = read_package(unpack(template))
    sheet = sheet_of(package)
    return Preview(
        tuple(_sample(sheet, name) for name in STYLES),
        tuple((slot, sheet.colours[slot]) for slot in SLOTS if slot in sheet.colours),
        _text(package, "header"),
        _text(package, "footer"),
        _logo(package),
    )


def _sample(sheet: Sheet, name: str) -> Sample:
    font = _NOT_FONT.sub("", sheet.font(name)).strip()[:60]
    return Sample(name, font, min(sheet.size(name), _LARGEST), sheet.colour(name), sheet.bold(name))


def _text(package: Package, last: str) -> str:
    """The words of the headers or footers, each once."""
    trees = (package.tree(part) for part in package.related(package.main, last))
    texts = ("".join(node.text or "" for node in tree.iter(f"{W}t")) for tree in trees)
    return " · ".join(dict.fromkeys(one.strip() for one in texts if one.strip()))[:_MOST_TEXT]


def _logo(package: Package) -> tuple[str, bytes] | None:
    """The first picture of a header, a footer or the body that a browser can show."""
    places = [*package.related(package.main, "header"), *package.related(package.main, "footer"), package.main]
    for part in (picture for place in places for picture in package.related(place, "image")):
        data = package.parts[part]
        for start, kind in _PICTURES.items():
            if data.startswith(start):
                return kind, data
    return None
