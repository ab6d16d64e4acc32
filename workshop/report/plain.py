"""The Markdown writer: every block as plain text that two reports can be compared by."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from workshop.report.charts.chart import Chart
from workshop.report.document import (
    BulletList,
    Calculations,
    Callout,
    Card,
    Cell,
    ColumnKind,
    Contents,
    Cover,
    Document,
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
)
from workshop.report.numbering import Numbered, entries, numbered
from workshop.report.pages import Drawing, PageTurn
from workshop.report.spans import Span, Spans, clean

_MARKUP: Final = re.compile(r"([\\`*_\[\]|~])")
_LINE_START: Final = re.compile(r"^(\s*)([#>+-]|\d+[.)])(?=\s|$)", re.MULTILINE)
_BLANK: Final = "\\_\\_\\_\\_\\_\\_"
"""A line to fill in."""
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")


def to_markdown(document: Document) -> str:
    """The whole document as Markdown."""
    pieces = (_block(document, one) for one in numbered(document))
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def escaped(words: str) -> str:
    """Text that Markdown shows literally."""
    marked = _MARKUP.sub(r"\\\1", _ENTITY.sub("&amp;", clean(words))).replace("<", "&lt;")
    return _LINE_START.sub(lambda match: f"{match[1]}{_escaped_start(match[2])}", marked)


def _escaped_start(marker: str) -> str:
    return f"{marker[:-1]}\\{marker[-1]}"


def _block(document: Document, one: Numbered) -> str:  # noqa: C901 - one line a block
    match one.block:
        case Heading() as heading:
            return f"{'#' * heading.level} {_line(f'{one.number} {heading.text}')}"
        case Paragraph() | BulletList() | NumberedList() | FormFields() | Passage() as block:
            return _simple(block)
        case Table() as table:
            return _table(table, one.number)
        case Calculations() as sums:
            return _calculations(sums, one.number)
        case KeyFigures() as figures:
            return "\n".join(f"- **{_line(each.value)}** – {_line(each.label)}" for each in figures.figures)
        case Callout() as callout:
            return _quoted(f"**{_line(callout.title)}**", callout.blocks)
        case Card() as card:
            return _quoted(f"**{_line(f'{card.number} {card.title}')}**", card.blocks)
        case Quote() as quote:
            source = f" ({_line(quote.source)})" if quote.source else ""
            return f"> “{_line(quote.text)}”{source}"
        case Cover() as cover:
            return _cover(cover)
        case Contents() as contents:
            return _contents(document, contents)
        case Drawing() as drawing:
            return _drawing(drawing, one.number)
        case Chart() as chart:
            said = [f"*{_caption(one.number, chart.caption)}*", _line(chart.conclusion), _line(chart.note)]
            return "\n\n".join(filter(None, said))
        case PageTurn():
            return ""
        case PageBreak():
            return "---"
        case _:
            assert_never(one.block)


def _line(words: str) -> str:
    return " ".join(escaped(words).split(None)).strip() if "\n" in words else escaped(words).strip()


def _spans(run: Spans) -> str:
    return "".join(_span(span) for span in run)


def _broken(words: str) -> str:
    """Line ends as line breaks."""
    return words.replace("\n", "\\\n")


def _span(span: Span) -> str:
    core = span.text.strip()
    if not core:
        return _broken(span.text)
    before, after = span.text[: span.text.index(core)], span.text[span.text.index(core) + len(core) :]
    words = _broken(escaped(core))
    words = f"**{words}**" if span.bold else words
    words = f"*{words}*" if span.italic else words
    words = f"[{words}]({clean(span.link).replace(' ', '%20').replace(')', '%29')})" if span.link else words
    return f"{_broken(before)}{words}{_broken(after)}"


def _simple(block: Simple) -> str:
    match block:
        case Paragraph():
            words = _spans(block.spans)
            return f"**{words}**" if block.style is ParagraphStyle.LABEL else words
        case BulletList() | NumberedList():
            return "\n".join(_list(block, ""))
        case FormFields():
            return " · ".join(f"{_line(one.label)}: {_line(one.value) or _BLANK}" for one in block.fields)
        case Passage():
            return "\n\n".join(map(_simple, block.blocks))
        case _:
            assert_never(block)


def _list(block: BulletList | NumberedList, indent: str) -> Iterable[str]:
    for number, item in enumerate(block.items, start=1):
        marker = f"{number}." if isinstance(block, NumberedList) else "-"
        yield f"{indent}{marker} {_item(item)}"
        for inner in item.inside:
            yield from _list(inner, indent + " " * (len(marker) + 1))


def _item(item: ListItem) -> str:
    return _spans(item.spans).replace("\\\n", " ")


def _quoted(title: str, blocks: Sequence[Simple]) -> str:
    inside = "\n\n".join([title, *(_simple(block) for block in blocks)])
    return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))


def _grid(caption: str, titles: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]]) -> str:
    head = "| " + " | ".join(_line(title) for title, _ in titles) + " |"
    rule = "| " + " | ".join("---:" if number else "---" for _, number in titles) + " |"
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"*{caption}*", "", head, rule, *lines])


def _caption(number: str, caption: str) -> str:
    return _line(f"{number} – {caption}" if number else caption)


def _table(table: Table, number: str) -> str:
    titles = [(column.title, column.kind is ColumnKind.NUMBER) for column in table.columns]
    return _grid(_caption(number, table.caption), titles, ([_cell(one) for one in row] for row in table.rows))


def _cell(cell: Cell) -> str:
    return _BLANK if cell.fill_in and not cell.spans else _spans(cell.spans).replace("\\\n", "<br>").replace("\n", " ")


def _calculations(block: Calculations, number: str) -> str:
    titles = [(block.titles[0], False), (block.titles[1], False), (block.titles[2], True)]
    rows = [
        [
            _line(one.name),
            "<br>".join(_line(line) for line in (one.formula, one.sum, *one.notes) if line),
            _line(one.value),
        ]
        for one in block.items
    ]
    return _grid(_caption(number, block.caption), titles, rows)


def _drawing(block: Drawing, number: str) -> str:
    """What a picture shows, in a line each; the table beside it says all."""
    lines = [f"- {_line(one.description)}" for one in block.pictures]
    return "\n".join([f"*{_caption(number, block.caption)}*", "", *lines])


def _cover(cover: Cover) -> str:
    facts = "\n".join(f"- {_line(what)}: {_line(value)}" for what, value in cover.facts)
    return f"# {_line(cover.title)}\n\n{_line(cover.subtitle)}\n\n**{_line(cover.client)}**\n\n{facts}"


def _contents(document: Document, contents: Contents) -> str:
    lines = [
        f"{'  ' * (heading.level - 1)}- [{_line(f'{number} {heading.text}')}](#{heading.id})"
        for heading, number in entries(document, contents)
    ]
    return "\n".join([f"**{_line(contents.title)}**", "", *lines])
