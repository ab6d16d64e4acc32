"""Blocks as WordprocessingML: one method a block, every look by a named style."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final, assert_never

from workshop.report.charts.chart import Chart
from workshop.report.charts.measures import has_numbers
from workshop.report.document import (
    Block,
    BulletList,
    Calculations,
    Callout,
    CalloutKind,
    Card,
    Contents,
    Cover,
    Document,
    FormFields,
    Heading,
    KeyFigures,
    NumberedList,
    PageBreak,
    Paragraph,
    Passage,
    Quote,
    Simple,
    Table,
)
from workshop.report.numbering import Numbered, numbered
from workshop.report.pages import Drawing, PageTurn
from workshop.report.spans import Span, text
from workshop.report.word import front
from workshop.report.word import picture as picture_word
from workshop.report.word.charts import Charts
from workshop.report.word.looks import CLAY, DEEP, PAPER, SLATE, TEAL, TEXT_WIDTH, WIDE_WIDTH
from workshop.report.word.prose import Simples
from workshop.report.word.sections import section_end
from workshop.report.word.styles import line, shading
from workshop.report.word.tables import Counter, Tables, cell, frame, row, widths_of
from workshop.report.word.xml import Inline, Linker, Styles, bookmark, field, run

_BOX_EDGES: Final = {
    CalloutKind.NOTE: SLATE,
    CalloutKind.GOOD: TEAL,
    CalloutKind.ATTENTION: CLAY,
}
_NUMBER_WIDTH: Final = 760
_BREAK: Final = "<w:pageBreakBefore/>"
SEPARATOR: Final = '<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
"""Only where a chapter puts two tables next to each other; tests keep chapters from doing so."""


class Blocks:
    """Writes the blocks of one document; the numbered lists it needs count from `first_list`."""

    def __init__(self, document: Document, styles: Styles, link: Linker, first_list: int, charts: Charts) -> None:
        self.document = document
        self.charts = charts
        self.inline = Inline(styles, link)
        self.numbers = Counter()
        self.tables = Tables(self.inline, self.numbers)
        self.simples = Simples(self.inline, self.numbers, first_list)
        self._break = False

    def body(self) -> str:
        """Everything between the start of the body and its last section."""
        pieces = []
        self.simples.led = _leading(self.document.blocks)
        for kind, group in groupby(numbered(self.document), key=_grouping):
            together = list(group)
            if kind == "card":
                pieces.append(self._cards([one.block for one in together if isinstance(one.block, Card)]))
            elif kind == "callout":
                pieces.append(self._boxes([one.block for one in together if isinstance(one.block, Callout)]))
            else:
                pieces += [self._block(one) for one in together]
        return _apart(pieces, self.inline.styles("Normal"))

    def _block(self, one: Numbered) -> str:  # noqa: C901 - one line a block
        match one.block:
            case Heading() as heading:
                return self._heading(heading)
            case Paragraph() | BulletList() | NumberedList() | FormFields() | Passage() as simple:
                return self.simples.write(simple, properties=self._around(simple))
            case Table() as table:
                return self._caption(one.number, table.caption) + self.tables.table(table)
            case Calculations() as sums:
                return self._caption(one.number, sums.caption) + self.tables.calculations(sums)
            case KeyFigures() as figures:
                return self.tables.figures(figures)
            case Chart() as chart:
                return self._caption(one.number, chart.caption) + self._chart(chart)
            case Drawing() as drawing:
                return self._drawing(drawing, one.number)
            case PageTurn() as turn:
                self.tables.width = WIDE_WIDTH if turn.wide else TEXT_WIDTH
                return section_end(self.inline.styles("Normal"), wide=not turn.wide)
            case Quote() as quote:
                said = (Span(f"“{quote.text}”", italic=True), *text(f" ({quote.source})"))
                return self.inline.lines("Quote", said)
            case Cover() as cover:
                return front.cover(cover, self.inline, self.numbers.next())
            case Contents() as contents:
                return front.contents(contents, self.document, self.inline, self._new_page())
            case PageBreak():
                self._break = True
                return ""
            case Card() as card:
                return self._cards([card])
            case Callout() as callout:
                return self._boxes([callout])
            case _:
                assert_never(one.block)

    def _drawing(self, block: Drawing, number: str) -> str:
        pictures = "".join(
            self.inline.paragraph(
                "Map Picture", picture_word.drawn(one, self.numbers.next, self.inline.styles), self._new_page()
            )
            for one in block.pictures
        )
        return self._caption(number, block.caption) + pictures + self.inline.words("Note", block.note)

    def _chart(self, chart: Chart) -> str:
        """The chart, whose alternative text is its conclusion; that stands there itself while no number is known."""
        notes = self.inline.words("Note", chart.note)
        if not has_numbers(chart):
            return self.inline.words("Note", chart.conclusion) + notes
        run_of_chart = self.charts.run(chart, self.numbers.next(), self.tables.width)
        return self.inline.paragraph("Chart", run_of_chart) + notes

    def _around(self, simple: Simple) -> str:
        """What the first paragraph needs beside its style: to start a page."""
        return self._new_page() if isinstance(simple, Paragraph | Passage) else ""

    def _new_page(self) -> str:
        """A page break before this paragraph when one was asked for."""
        wanted, self._break = self._break, False
        return _BREAK if wanted else ""

    def _heading(self, heading: Heading) -> str:
        style = f"heading {heading.level}"
        if heading.annex:
            style = "Annex Heading"
        elif heading.level == 2 and self._in_annex(heading):
            style = "Annex Subheading"
        inside = bookmark(heading.id, self.numbers.next(), run(heading.text))
        return self.inline.paragraph(style, inside, self._new_page())

    def _in_annex(self, heading: Heading) -> bool:
        annex = False
        for block in self.document.blocks:
            if isinstance(block, Heading) and block.level == 1:
                annex = block.annex
            if block is heading:
                return annex
        return False

    def _caption(self, number: str, caption: str) -> str:
        label, _, count = number.rpartition(" ")
        inside = run(f"{label} ") + field(f"SEQ {label} \\* ARABIC", count) + run(f" – {caption}")
        return self.inline.paragraph("caption", inside, self._new_page())

    def _cards(self, cards: Sequence[Card]) -> str:
        widths = (_NUMBER_WIDTH, TEXT_WIDTH - _NUMBER_WIDTH)
        rows = ""
        for card in cards:
            inside = self.inline.words("Card Title", card.title)
            inside += "".join(self.simples.write(block, "Card Text") for block in card.blocks)
            number = self.inline.words("Card Number", card.number)
            rows += row(cell(widths[0], number, shading(DEEP)) + cell(widths[1], inside, shading(PAPER)))
        summary = "; ".join(f"{card.number}. {card.title}" for card in cards)
        return frame(self.inline.styles("Report Cards"), widths, rows, summary=summary)

    def _boxes(self, boxes: Sequence[Callout]) -> str:
        widths, side = widths_of([1] * len(boxes)), "left" if len(boxes) == 1 else "top"
        cells = ""
        for width, box in zip(widths, boxes, strict=True):
            edge = f"<w:tcBorders>{line(side, _BOX_EDGES[box.kind], 36)}</w:tcBorders>"
            inside = self.inline.words("Box Title", box.title)
            inside += "".join(self.simples.write(block, "Box Text") for block in box.blocks)
            cells += cell(width, inside, edge + shading(PAPER))
        summary = "; ".join(box.title for box in boxes)
        return frame(self.inline.styles("Report Box"), widths, row(cells), summary=summary)


def _grouping(one: Numbered) -> str:
    match one.block:
        case Card():
            return "card"
        case Callout():
            return "callout"
        case _:
            return ""


def _leading(blocks: Sequence[Block]) -> frozenset[int]:
    """Paragraphs right before a table or picture: they stay on its page."""
    before = (
        one for one, after in pairwise(blocks) if isinstance(after, Table | Calculations | Card | Drawing | Chart)
    )
    return frozenset(id(one.blocks[-1] if isinstance(one, Passage) else one) for one in before)


def _apart(pieces: Sequence[str], style: str) -> str:
    """Join pieces; an empty paragraph in `style` keeps two tables apart that Word would otherwise run together."""
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and joined[-1].endswith("</w:tbl>") and piece.startswith("<w:tbl>"):
            joined.append(SEPARATOR.format(style=style))
        joined.append(piece)
    return "".join(joined)
