"""Tables for Word: data tables with a header row, bars, sums, and the boxes and cards that stand on their own."""

from collections.abc import Sequence
from typing import Final

from workshop.report.document import Calculation, Calculations, Cell, ColumnKind, KeyFigures, Table, Tone
from workshop.report.simple import FormField
from workshop.report.word import drawing as word_drawing
from workshop.report.word.controls import fill_in
from workshop.report.word.looks import PAPER, TEXT_WIDTH
from workshop.report.word.styles import line, shading
from workshop.report.word.xml import Inline, attribute

_TINT: Final = 0x40
NARROW: Final = TEXT_WIDTH * 6 // 10
MOST_KEPT: Final = 6
"""Rows of a table that is kept on one page."""
LONG_TABLE: Final = 600
"""Letters from which on a table is long: it may then go on to the next page."""
_STYLES: Final = {ColumnKind.TEXT: "Table Text", ColumnKind.NUMBER: "Table Number", ColumnKind.WORDS: "Table Words"}
_FIGURE_SHARE: Final = 16
"""What a key figure gets of the width beside its own length: a long word keeps to one line."""
_TALL: Final = 1700
"""Twips: three centimetres, five lines of handwriting."""
_SUM_WIDTHS: Final = (2700, 4912, 1800)


def _keep(at: int, count: int, most: int = MOST_KEPT // 2) -> str:
    """Keep a row with the next: all of a short table, and of a long one at least two rows on each page."""
    inside = at < count - 1
    return "<w:keepNext/>" if inside and (count <= most or at == 0 or at == count - 2) else ""


def _most_kept(table: Table) -> int:
    """So many rows of this table stay on one page: fewer where they hold long texts."""
    letters = sum(len(span.text) for cells in table.rows for one in cells for span in one.spans)
    return MOST_KEPT if letters < LONG_TABLE else MOST_KEPT // 2


class Counter:
    """Hands out numbers: for bookmarks, drawings and content controls."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """The next number, from 1."""
        self._last += 1
        return self._last


def frame(
    style: str, widths: Sequence[int], rows: str, *, summary: str, caption: str = "", header: bool = False
) -> str:
    """A table in a named style, with its alternative text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    title = f"<w:tblCaption w:val={attribute(caption)}/>" if caption else ""
    look = (
        f'<w:tblLook w:val="{"0620" if header else "0600"}" w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{title}<w:tblDescription w:val={attribute(summary)}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, *, header: bool = False, split: bool = False, tall: bool = False) -> str:
    """A row; it stays on one page unless it may be split, and a header row is repeated on each page.

    A `tall` one has room to write in by hand.
    """
    height = f'<w:trHeight w:val="{_TALL}" w:hRule="atLeast"/>' if tall else ""
    properties = ("" if split else "<w:cantSplit/>") + height + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def cell(width: int, inside: str, properties: str = "") -> str:
    """A cell; what is inside must end with a paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'


def tone_fill(tone: Tone) -> str:
    """The light fill of a tone."""
    return "" if tone is Tone.NONE else shading(word_drawing.ACCENTS[tone], _TINT)


def widths_of(shares: Sequence[int], whole: int = TEXT_WIDTH) -> list[int]:
    """Divide a width by shares, to the last twip."""
    total = sum(shares)
    widths = [whole * share // total for share in shares]
    widths[-1] += whole - sum(widths)
    return widths


class Tables:
    """Writes the tables of one document."""

    def __init__(self, inline: Inline, numbers: Counter) -> None:
        self.inline = inline
        self.numbers = numbers
        self.width = TEXT_WIDTH
        """How wide a table is; more on lying pages."""

    def table(self, table: Table) -> str:
        """A data table."""
        widths = widths_of([column.width for column in table.columns], NARROW if table.narrow else self.width)
        count, most = len(table.rows), _most_kept(table)
        titles = [(column.title, column.kind is ColumnKind.NUMBER) for column in table.columns]
        rows = [self._header(titles, widths)]
        for at, cells in enumerate(table.rows):
            pieces = zip(cells, table.columns, widths, strict=True)
            long = any(sum(len(span.text) for span in one.spans) > 1500 for one in cells)
            keep = _keep(at, count, most)
            inside = (self._cell(one, column.kind, width, keep) for one, column, width in pieces)
            rows.append(row("".join(inside), split=long, tall=table.tall))
        return self._frame("Report Table", widths, rows, table.caption, table.summary)

    def calculations(self, block: Calculations) -> str:
        """Figures with their formula, their sum and their value."""
        last = len(block.titles) - 1
        titles = [(title, at == last) for at, title in enumerate(block.titles)]
        count = len(block.items)
        kept = (_keep(at, count) for at in range(count))
        rows = [self._header(titles, _SUM_WIDTHS), *map(self._calculation, block.items, kept)]
        return self._frame("Report Table", _SUM_WIDTHS, rows, block.caption, block.summary)

    def _calculation(self, one: Calculation, keep: str) -> str:
        words = self.inline.words
        how = words("Table Text", one.formula) + words("Sum", one.sum)
        how += words("Table Note", " ".join(one.notes)) if one.notes else ""
        insides = (words("Table Words", one.name, keep), how, words("Result", one.value))
        return row("".join(cell(width, inside) for width, inside in zip(_SUM_WIDTHS, insides, strict=True)))

    def figures(self, block: KeyFigures) -> str:
        """Key figures side by side."""
        widths = widths_of([_FIGURE_SHARE + len(figure.value) for figure in block.figures])
        cells = ""
        for width, figure in zip(widths, block.figures, strict=True):
            edge = f"<w:tcBorders>{line('top', word_drawing.ACCENTS[figure.tone], 24)}</w:tcBorders>"
            inside = self.inline.words("Key Value", figure.value) + self.inline.words("Key Label", figure.label)
            cells += cell(width, inside, edge + shading(PAPER))
        style = self.inline.styles("Report Figures")
        return frame(style, widths, row(cells), summary=block.summary)

    def _header(self, titles: Sequence[tuple[str, bool]], widths: Sequence[int]) -> str:
        cells = (
            cell(width, self.inline.words("Table Head Number" if number else "Table Head", title))
            for (title, number), width in zip(titles, widths, strict=True)
        )
        return row("".join(cells), header=True)

    def _cell(self, one: Cell, kind: ColumnKind, width: int, keep: str) -> str:
        if one.fill_in:
            said = "".join(span.text for span in one.spans)
            field = FormField("", one.fill_in, id=one.id, value=said)
            return cell(width, fill_in(field, self.numbers.next(), self.inline, cell=True))
        return cell(width, self.inline.lines(_STYLES[kind], one.spans, keep), tone_fill(one.tone))

    def _frame(self, style: str, widths: Sequence[int], rows: list[str], caption: str, summary: str) -> str:
        name = self.inline.styles(style)
        return frame(name, widths, "".join(rows), summary=summary, caption=caption, header=True)
