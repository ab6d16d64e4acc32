"""Small pieces that chapters share: cells, captions and labelled paragraphs."""

from collections.abc import Iterable

from workshop.report.document import BulletList, Cell, ListItem, Paragraph, ParagraphStyle, Tone
from workshop.report.spans import Span, Spans, bold, text


def cell(words: str, tone: Tone = Tone.NONE) -> Cell:
    """A cell with plain text, a dash when there is none: a reader hears "nothing" instead of silence."""
    return Cell(text(words.strip() or "–"), tone)


def link_cell(words: str, anchor: str) -> Cell:
    """A cell that leads to a heading."""
    return Cell((Span(words, link=f"#{anchor}"),))


def paragraph(words: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(text(words))


def note(words: str) -> Paragraph:
    """A small remark."""
    return Paragraph(text(words), ParagraphStyle.NOTE)


def label(words: str) -> Paragraph:
    """A small heading inside a chapter, not in the list of contents."""
    return Paragraph(text(words), ParagraphStyle.LABEL)


def labelled(words: str, spans: Spans) -> Paragraph:
    """A paragraph that starts with a bold word: "Eerste stap: …"."""
    return Paragraph((*bold(f"{words} "), *spans))


def bullets(items: Iterable[Spans]) -> BulletList:
    """A list without order."""
    return BulletList(tuple(ListItem(item) for item in items))
