"""Reads coverage.csv: every item of the source texts with the places where the questionnaire deals with it."""

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from workshop.content.header import split_list
from workshop.content.mistake import Mistake, nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.reading import FolderReading, read_folder
from workshop.content.sources import COVERAGE, SOURCE_NAME, decoded, read_sources
from workshop.domain.facts import FIGURES

ITEMS = 106
"""How many items the five source texts hold; a questionnaire with a coverage.csv accounts for each of them."""
NUMBER, SOURCE, ITEM, PLACES = "nr", "bron", "onderdeel", "plaatsen"
COLUMNS = (NUMBER, SOURCE, ITEM, PLACES)
Known = Mapping[str, Collection[str]]
"""Kind of place → the names that exist."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row: the item's number, the file it comes from, and its places as `kind:name`."""

    number: int
    source: str
    places: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A coverage.csv as far as it could be read, and every mistake in it."""

    items: tuple[Item, ...]
    mistakes: tuple[Mistake, ...]

    def per_source(self) -> Mapping[str, tuple[int, int]]:
        """Return for each source text how many items it has, and how many places they have together."""
        found: dict[str, tuple[int, int]] = {}
        for item in self.items:
            items, places = found.get(item.source, (0, 0))
            found[item.source] = items + 1, places + len(item.places)
        return dict(sorted(found.items()))


def coverage(folder: Path, elsewhere: Known) -> Coverage | None:
    """Read and check a folder's coverage.csv; None without one.

    `elsewhere` are the kinds of places that no questionnaire holds: lanes, chapters and pages. In a folder that cannot
    be read whole, places are not looked up: what is missing may well be there.
    """
    file = folder / COVERAGE
    if not file.is_file():
        return None
    notebook = Notebook(file)
    try:
        text = decoded(file.read_bytes())
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Coverage((), (Mistake(file, line, "not_utf8"),))
    sources = read_sources(folder)
    reading = read_folder(sources, sources.base_language)
    items = tuple(_items(text, notebook))
    if not notebook.mistakes:
        _check_numbers(items, notebook)
    if not reading.mistakes:
        _check_places(items, {**known_places(reading), **elsewhere}, notebook)
    return Coverage(items, tuple(sorted(notebook.mistakes, key=lambda one: one.line)))


def known_places(reading: FolderReading) -> Known:
    """Return every place that a questionnaire folder itself holds."""
    book, rules = reading.questionnaire, reading.rules
    return {
        "question": [one.code for one in book.questions],
        "field": [f"{one.code}.{field.code}" for one in book.questions for field in one.fields],
        "rule": [one.id for one in rules.gaps],
        "strength": [one.id for one in rules.strengths],
        "figure": list(FIGURES),
        "model": [one.id for one in book.models],
        "phase": [f"{one.id}.{phase.id}" for one in book.models for phase in one.phases],
        "channel": [one.id for one in book.channels],
        "selftest": [one.id for one in book.selftests],
    }


def _items(text: str, notebook: Notebook) -> Iterator[Item]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=";", strict=False)
    try:
        titles = [title.strip() for title in next(reader, [])]
        missing = [column for column in COLUMNS if column not in titles]
        for column in missing:
            notebook.note(1, "missing_column", column=column, **nearest(column, titles))
        for cells in reader if not missing else ():
            if any(cell.strip() for cell in cells):
                item = _item(titles, [cell.strip() for cell in cells], reader.line_num, notebook)
                if item is not None:
                    yield item
    except csv.Error as error:
        notebook.note(max(1, reader.line_num), "csv_broken", cause=str(error))


def _item(titles: list[str], cells: list[str], line: int, notebook: Notebook) -> Item | None:
    if len(cells) != len(titles):
        notebook.note(line, "cell_count", found=str(len(cells)), expected=str(len(titles)))
        return None
    row = dict(zip(titles, cells, strict=True))
    number = row[NUMBER]
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= ITEMS):
        notebook.note(line, "coverage.bad_number", number=shorten(number), most=str(ITEMS))
        return None
    for column in (SOURCE, ITEM):
        if not row[column]:
            notebook.note(line, "empty_cell", column=column, code=number)
    if row[SOURCE] and not SOURCE_NAME.fullmatch(row[SOURCE]):
        notebook.note(line, "bad_source", name=shorten(row[SOURCE]))
    return Item(int(number), row[SOURCE], split_list(row[PLACES]), line)


def _check_numbers(items: tuple[Item, ...], notebook: Notebook) -> None:
    """Report numbers that stand twice, and those that are missing on the line where they should stand."""
    first: dict[int, int] = {}
    for item in items:
        if item.number in first:
            at = str(first[item.number])
            notebook.note(item.line, "coverage.number_twice", number=str(item.number), first=at)
        first.setdefault(item.number, item.line)
    last = max(first.values(), default=1)
    for number in range(1, ITEMS + 1):
        if number not in first:
            after = min((line for one, line in first.items() if one > number), default=last)
            notebook.note(after, "coverage.missing_number", number=str(number))


def _check_places(items: tuple[Item, ...], known: Known, notebook: Notebook) -> None:
    for item in items:
        if not item.places:
            notebook.note(item.line, "coverage.no_place", number=str(item.number))
        for place in item.places:
            kind, colon, name = place.partition(":")
            if not colon or kind not in known:
                listed = ", ".join(known)
                notebook.note(
                    item.line, "coverage.unknown_kind", place=shorten(place), known=listed, **nearest(kind, known)
                )
            elif name not in known[kind]:
                near = {key: f"{kind}:{one}" for key, one in nearest(name, known[kind]).items()}
                notebook.note(item.line, "coverage.unknown_place", place=shorten(place), **near)
