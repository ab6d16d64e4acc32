"""Numbers of headings, tables and figures, the same for every writer."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.report.charts.chart import Chart
from workshop.report.document import Block, Calculations, Contents, Document, Heading, Table
from workshop.report.pages import Drawing


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its number: "2.1", "Bijlage A", "Tabel 3", or "" when it has none."""

    block: Block
    number: str


def numbered(document: Document) -> Iterator[Numbered]:
    """Walk over the blocks in order and count."""
    counts = _Counts()
    for block in document.blocks:
        match block:
            case Heading():
                number = counts.heading(block, document) if document.numbered else ""
            case Table() | Calculations():
                counts.tables += 1
                number = f"{document.labels.table} {counts.tables}"
            case Drawing() | Chart():
                counts.figures += 1
                number = f"{document.labels.figure} {counts.figures}"
            case _:
                number = ""
        yield Numbered(block, number)


def entries(document: Document, contents: Contents) -> tuple[tuple[Heading, str], ...]:
    """The headings that a list of contents names, with their numbers."""
    return tuple(
        (one.block, one.number)
        for one in numbered(document)
        if isinstance(one.block, Heading) and one.block.level <= contents.depth
    )


class _Counts:
    def __init__(self) -> None:
        self.levels = [0, 0, 0]
        self.annexes = 0
        self.tables = 0
        self.figures = 0
        self.in_annex = False

    def heading(self, block: Heading, document: Document) -> str:
        if block.level == 1:
            self.in_annex = block.annex
        if self.in_annex:
            return self._annex(block, document)
        self.levels[block.level - 1] += 1
        self.levels[block.level :] = [0] * (3 - block.level)
        return ".".join(str(count) for count in self.levels[: block.level]) if block.level < 3 else ""

    def _annex(self, block: Heading, document: Document) -> str:
        if block.level > 1:
            return ""
        self.annexes += 1
        return f"{document.labels.annex} {chr(64 + self.annexes)}"
