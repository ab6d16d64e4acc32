"""The HTML writer: blocks as safe, accessible HTML; every text escaped, no inline style, bars as SVG attributes.

Classes all start with "report-"; `page.css` beside this module styles them, on the result page and stand-alone.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final, assert_never

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart
from workshop.report.charts.drawn import drawn
from workshop.report.charts.measures import has_numbers
from workshop.report.document import (
    BulletList,
    Calculation,
    Calculations,
    Callout,
    Card,
    Cell,
    ColumnKind,
    Contents,
    Cover,
    Document,
    FormField,
    FormFields,
    Heading,
    KeyFigures,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Passage,
    Quote,
    Simple,
    Table,
    Tone,
)
from workshop.report.numbering import Numbered, entries, numbered
from workshop.report.pages import Drawing, PageTurn
from workshop.report.picture.svg import framed, svg
from workshop.report.spans import Span, Spans, clean

_STYLES: Final = {
    ParagraphStyle.BODY: "",
    ParagraphStyle.LEAD: ' class="report-lead"',
    ParagraphStyle.NOTE: ' class="report-note"',
    ParagraphStyle.LABEL: ' class="report-label"',
    ParagraphStyle.ADVICE: ' class="report-advice"',
}
_KINDS: Final = {
    ColumnKind.TEXT: "",
    ColumnKind.NUMBER: ' class="report-number"',
    ColumnKind.WORDS: ' class="report-words"',
}
_MOST_LEVEL: Final = 6


def to_html(document: Document, top: int = 2) -> str:
    """The document as a fragment for inside a page whose own headings end above level `top`."""
    return Writer(document, top).body()


def to_page(document: Document) -> str:
    """The document as a whole page that needs nothing from outside; made for reading and for printing."""
    title = said(f"{document.title} – {document.client}" if document.client else document.title)
    return (
        f'<!doctype html>\n<html lang="{said(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        f'<body class="report-page">\n<main>\n{to_html(document, 1)}</main>\n</body>\n</html>\n'
    )


def stylesheet() -> str:
    """The looks of a report and of its pictures: screen, phone, dark and print."""
    return "".join(Path(__file__).with_name(name).read_text("utf-8") for name in ("page.css", "map.css"))


def prose_to_html(blocks: Sequence[Simple]) -> str:
    """Paragraphs and lists as HTML."""
    return "".join(simple(block) for block in blocks)


def said(words: str) -> str:
    """Text as HTML shows it literally."""
    return escape(clean(words), quote=True)


def spans(run: Spans) -> str:
    """Running text with bold, italic and links."""
    return "".join(_span(span) for span in run)


def simple(block: Simple) -> str:
    """A paragraph, a list or fields to fill in."""
    match block:
        case Paragraph():
            return f"<p{_STYLES[block.style]}>{spans(block.spans)}</p>\n"
        case BulletList():
            return f"<ul>\n{''.join(map(_item, block.items))}</ul>\n"
        case NumberedList():
            return f"<ol>\n{''.join(map(_item, block.items))}</ol>\n"
        case FormFields():
            return f'<p class="report-fields">{" ".join(map(_field, block.fields))}</p>\n'
        case Passage():
            return prose_to_html(block.blocks)
        case _:
            assert_never(block)


def _field(field: FormField) -> str:
    """A line to fill in, or what was filled in."""
    if field.value:
        return f"<span>{said(field.label)}: <strong>{said(field.value)}</strong></span>"
    return f'<span class="report-field">{said(field.label)}:</span>'


class Writer:
    """Writes one document; `top` is the heading level of a chapter."""

    def __init__(self, document: Document, top: int) -> None:
        self.document = document
        self.top = top

    def body(self) -> str:
        """All blocks, wrapped in one element with the language."""
        inside = "".join(self._block(one) for one in numbered(self.document))
        return f'<div class="report" lang="{said(self.document.language)}">\n{inside}</div>\n'

    def _block(self, one: Numbered) -> str:  # noqa: C901 - one line a block
        match one.block:
            case Heading() as heading:
                return self._heading(heading, one.number)
            case Paragraph() | BulletList() | NumberedList() | FormFields() | Passage() as block:
                return simple(block)
            case Table() as table:
                return _table(table, one.number)
            case Calculations() as sums:
                return _calculations(sums, one.number)
            case KeyFigures() as figures:
                return _figures(figures)
            case Drawing() as drawing:
                return _drawing(drawing, one.number)
            case Chart() as chart:
                return _chart(chart, one.number, Language(self.document.language))
            case PageTurn() as turn:
                return '<div class="report-wide">\n' if turn.wide else "</div>\n"
            case Callout() as callout:
                return self._box(f"report-box report-box-{callout.kind}", callout.title, callout.blocks)
            case Card() as card:
                return self._box("report-card", card.title, card.blocks, card.number)
            case Quote() as quote:
                source = f"<cite>{said(quote.source)}</cite>" if quote.source else ""
                return f'<blockquote class="report-quote"><p>“{said(quote.text)}”</p>{source}</blockquote>\n'
            case Cover() as cover:
                return self._cover(cover)
            case Contents() as contents:
                return self._contents(contents)
            case PageBreak():
                return '<div class="report-break"></div>\n'
            case _:
                assert_never(one.block)

    def _level(self, level: int) -> int:
        return min(self.top + level - 1, _MOST_LEVEL)

    def _heading(self, heading: Heading, number: str) -> str:
        level = self._level(heading.level)
        count = f'<span class="report-count">{said(number)}</span> ' if number else ""
        return f'<h{level} id="{said(heading.id)}">{count}{said(heading.text)}</h{level}>\n'

    def _box(self, name: str, title: str, blocks: Sequence[Simple], number: str = "") -> str:
        count = f'<span class="report-card-number">{said(number)}</span> ' if number else ""
        return (
            f'<section class="{name}">\n<p class="report-box-title">{count}{said(title)}</p>\n'
            f"{prose_to_html(blocks)}</section>\n"
        )

    def _cover(self, cover: Cover) -> str:
        level = self._level(1)
        facts = "".join(f"<div><dt>{said(what)}</dt><dd>{said(value)}</dd></div>" for what, value in cover.facts)
        return (
            f'<header class="report-cover">\n<h{level}>{said(cover.title)}</h{level}>\n'
            f'<p class="report-lead">{said(cover.subtitle)}</p>\n<p class="report-client">{said(cover.client)}</p>\n'
            f"<dl>{facts}</dl>\n</header>\n"
        )

    def _contents(self, contents: Contents) -> str:
        level = self._level(2)
        lines = "".join(
            f'<li class="report-toc-{heading.level}"><a href="#{said(heading.id)}">'
            f"{said(f'{number} {heading.text}'.strip())}</a></li>\n"
            for heading, number in entries(self.document, contents)
        )
        title = said(contents.title)
        head = f'<nav class="report-contents" aria-label="{title}">\n<h{level}>{title}</h{level}>'
        return f"{head}\n<ul>\n{lines}</ul>\n</nav>\n"


def _span(span: Span) -> str:
    words = said(span.text).replace("\n", "<br>")
    if span.bold:
        words = f"<strong>{words}</strong>"
    if span.italic:
        words = f"<em>{words}</em>"
    return f'<a href="{said(span.link)}">{words}</a>' if span.link else words


def _item(item: ListItem) -> str:
    return f"<li>{spans(item.spans)}{prose_to_html(item.inside)}</li>\n"


def _scrolling(caption: str, number: str, head: str, rows: str, extra: str = "") -> str:
    """A table in a frame that scrolls sideways on a phone, reachable with the keyboard."""
    title = f"{number} – {caption}" if number else caption
    return (
        f'<div class="report-scroll" role="region" aria-label="{said(caption)}" tabindex="0">\n'
        f"<table{extra}>\n<caption>{said(title)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _head(title: str, kind: ColumnKind) -> str:
    return f'<th scope="col"{_KINDS[kind]}>{said(title)}</th>'


def _table(table: Table, number: str) -> str:
    head = "".join(_head(column.title, column.kind) for column in table.columns)
    kinds = [column.kind for column in table.columns]
    rows = "".join(
        f"<tr>{''.join(_cell(one, kind) for one, kind in zip(row, kinds, strict=True))}</tr>\n" for row in table.rows
    )
    return _scrolling(table.caption, number, head, rows, _extra(table))


def _extra(table: Table) -> str:
    names = [name for name, wanted in (("report-narrow", table.narrow), ("report-tall", table.tall)) if wanted]
    return f' class="{" ".join(names)}"' if names else ""


def _cell(cell: Cell, kind: ColumnKind) -> str:
    if cell.fill_in and not cell.spans:
        return f'<td class="report-blank"><span class="report-hidden">{said(cell.fill_in)}</span></td>'
    if cell.tone is not Tone.NONE:
        return f'<td class="report-words report-tone-{cell.tone}">{spans(cell.spans)}</td>'
    return f"<td{_KINDS[kind]}>{spans(cell.spans)}</td>"


def _calculations(block: Calculations, number: str) -> str:
    kinds = (ColumnKind.TEXT, ColumnKind.TEXT, ColumnKind.NUMBER)
    head = "".join(_head(title, kind) for title, kind in zip(block.titles, kinds, strict=True))
    return _scrolling(block.caption, number, head, "".join(map(_calculation, block.items)))


def _calculation(one: Calculation) -> str:
    how = f"<p>{said(one.formula)}</p>"
    how += f'<p class="report-sum">{said(one.sum)}</p>' if one.sum else ""
    how += "".join(f'<p class="report-note">{said(note)}</p>' for note in one.notes)
    value = f'<td class="report-number">{said(one.value)}</td>'
    return f'<tr><th scope="row">{said(one.name)}</th><td>{how}</td>{value}</tr>\n'


def _drawing(block: Drawing, number: str) -> str:
    title = f"{number} – {block.caption}" if number else block.caption
    note = f'<p class="report-note">{said(block.note)}</p>\n' if block.note else ""
    caption = f"<figcaption>{said(title)}</figcaption>\n"
    return f'<figure class="report-drawing">\n{caption}{framed(block.pictures, block.caption)}</figure>\n{note}'


def _chart(chart: Chart, number: str, language: Language) -> str:
    """The picture of a chart, which says its conclusion; only the words while no number is known."""
    title = said(f"{number} – {chart.caption}" if number else chart.caption)
    picture = ""
    if has_numbers(chart):
        inside = svg(drawn(chart, language), "chart")
        picture = f'<div class="report-scroll" role="region" aria-label="{title}" tabindex="0">\n{inside}</div>\n'
    words = (chart.note,) if picture else (chart.conclusion, chart.note)
    notes = "".join(f'<p class="report-note">{said(one)}</p>\n' for one in words if one)
    return f'<figure class="report-drawing">\n<figcaption>{title}</figcaption>\n{picture}{notes}</figure>\n'


def _figures(block: KeyFigures) -> str:
    cells = "".join(
        f'<div class="report-figure report-tone-{one.tone}">'
        f"<dt>{said(one.label)}</dt><dd>{said(one.value)}</dd></div>\n"
        for one in block.figures
    )
    return f'<dl class="report-figures">\n{cells}</dl>\n'
