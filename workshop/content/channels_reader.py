"""Reads channels.csv: the channel catalogue with fit and source per stage."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from workshop.content.codes import check_code, check_unique
from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.domain.journey import Stage
from workshop.domain.questionnaire import Channel, Fit

FITS: Mapping[str, str] = {"S": "strong", "O": "fair", "Z": "weak", "-": "none", "–": "none"}
MEDIA = ("online", "offline", "both")
KINDS = ("own", "partner", "customer", "external")
NAME_COLUMNS: Mapping[str, str] = {"nl": "naam", "en": "name"}
REASON_COLUMNS: Mapping[str, str] = {"nl": "reden", "en": "reason"}
COLUMNS = (
    *("id", "naam", "name", "medium", "soort"),
    *(column for stage in Stage for column in (stage.value, f"{stage.value}_bron")),
    *("reden", "reason"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the catalogue by column, with its line; `whole` when it has as many cells as there are columns."""

    line: int
    cells: Mapping[str, str]
    whole: bool


def read_channels(text: str, language: str, notebook: Notebook) -> tuple[Channel, ...]:
    """Read the catalogue in one language as far as it goes; mistakes go into the notebook."""
    rows = list(_rows(text, notebook))
    check_unique(((row.cells["id"], row.line) for row in rows), "channel", notebook)
    return tuple(_channel(row, language, notebook) for row in rows)


def _rows(text: str, notebook: Notebook) -> Iterator[_Row]:
    """Give the rows that have an id; a catalogue with missing columns gives none."""
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=False)
    try:
        titles = [title.strip() for title in next(reader, [])]
        if not _columns_are_right(titles, notebook):
            return
        for cells in reader:
            row = _row(titles, [cell.strip() for cell in cells], reader.line_num, notebook)
            if row is not None:
                yield row
    except csv.Error as error:
        notebook.note(max(1, reader.line_num), "csv_broken", cause=str(error))


def _columns_are_right(titles: list[str], notebook: Notebook) -> bool:
    missing = [column for column in COLUMNS if column not in titles]
    unknown = [title for title in titles if title not in COLUMNS and title]
    for column in missing:
        notebook.note(1, "missing_column", column=column, **nearest(column, unknown))
    for title in unknown if not missing else ():
        notebook.note(1, "unknown_column", column=shorten(title), **nearest(title, COLUMNS))
    for title in dict.fromkeys(titles):
        if title and titles.count(title) > 1:
            notebook.note(1, "column_twice", column=shorten(title))
    return not missing


def _row(titles: list[str], cells: list[str], line: int, notebook: Notebook) -> _Row | None:
    if not any(cells):
        return None
    whole = len(cells) >= len(titles) and not any(cells[len(titles) :])
    if not whole:
        notebook.note(line, "cell_count", found=str(len(cells)), expected=str(len(titles)))
    padded = [*cells, *[""] * (len(titles) - len(cells))]
    row = _Row(line, dict(zip(titles, padded, strict=False)), whole)
    name = row.cells["naam"] or row.cells["name"] or str(line)
    code = check_code(row.cells["id"], line, "channel", name, notebook)
    return row if code else None


def _channel(row: _Row, language: str, notebook: Notebook) -> Channel:
    if not row.whole:
        notebook = Notebook(notebook.file)  # its cells stand in the wrong columns: nothing else is said of them
    for column in (*NAME_COLUMNS.values(), *REASON_COLUMNS.values()):
        if not row.cells[column]:
            notebook.note(row.line, "empty_cell", column=column, code=row.cells["id"])
    return Channel(
        id=row.cells["id"],
        name=row.cells[NAME_COLUMNS.get(language, "name")],
        medium=_one_of(row, "medium", MEDIA, notebook),
        kind=_one_of(row, "soort", KINDS, notebook),
        fits={stage: _fit(row, stage, notebook) for stage in Stage},
        reason=row.cells[REASON_COLUMNS.get(language, "reason")],
    )


def _one_of(row: _Row, column: str, known: tuple[str, ...], notebook: Notebook) -> str:
    name = row.cells[column]
    if name not in known:
        listed = ", ".join(known)
        values = {"column": column, "name": shorten(name), "known": listed, **nearest(name, known)}
        notebook.note(row.line, "unknown_cell", **values)
        return known[0]
    return name


def _fit(row: _Row, stage: Stage, notebook: Notebook) -> Fit:
    letter, source = row.cells[stage.value], row.cells[f"{stage.value}_bron"]
    level = FITS.get(letter.upper())
    if level is None:
        notebook.note(row.line, "wrong_fit", column=stage.value, name=shorten(letter), code=row.cells["id"])
        return Fit("none", source)
    if level != "none" and not source:
        notebook.note(row.line, "empty_cell", column=f"{stage.value}_bron", code=row.cells["id"])
    return Fit(level, source)
