"""Markdown of authors becomes blocks: paragraphs and lists with bold, italic and links; nothing else gets through.

Python-Markdown reads the text and hands over its element tree; no HTML is made from it here. Raw HTML is shown as
text. Python-Markdown 3.11 needs 70 s for 20 kB of "[" (issue 798), so long or bracketed texts stay plain text.
"""

import re
from dataclasses import replace
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from workshop.report.document import BulletList, ListItem, NumberedList, Paragraph
from workshop.report.html import prose_to_html
from workshop.report.phrases import Prose
from workshop.report.spans import Span, Spans, trimmed
from workshop.report.spans import text as text_spans

if TYPE_CHECKING:
    from markdown import Markdown

MOST_CHARACTERS: Final = 4_000
MOST_BRACKETS: Final = 100
_LINK: Final = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_MARKER: Final = re.compile(r"^( *)(?:[-*+]|\d{1,3}[.)])( +)(?=\S)")
_STASHED: Final = re.compile("[\x02\x03]")
_BOLD: Final = frozenset({"strong"})
_ITALIC: Final = frozenset({"em"})
_SENTENCE: Final = re.compile(r"[.!?](?=\s|$)")
_READING: Final = Lock()
_PLAIN: Final = Span("")


def too_heavy(markdown: str) -> bool:
    """Tell whether a text is too long or too bracketed to be read as Markdown."""
    return len(markdown) > MOST_CHARACTERS or markdown.count("[") > MOST_BRACKETS


@lru_cache(maxsize=2048)
def blocks(markdown: str) -> tuple[Prose, ...]:
    """Read Markdown as paragraphs and lists; a text that is too heavy stays as it was typed."""
    if too_heavy(markdown):
        return tuple(Paragraph(text_spans(part.strip())) for part in markdown.split("\n\n") if part.strip())
    return tuple(_blocks(_tree(_with_clear_lists(markdown))))


def spans(markdown: str) -> Spans:
    """Read one line of Markdown as running text."""
    found: list[Span] = []
    for block in blocks(markdown):
        parts = block.spans if isinstance(block, Paragraph) else tuple(_flat(block))
        found += [Span(" "), *parts] if found else parts
    return tuple(found)


def first_paragraph(markdown: str) -> Spans:
    """The first paragraph of a text as running text; lists are left out."""
    return next((block.spans for block in blocks(markdown) if isinstance(block, Paragraph)), spans(markdown))


def opening(run: Spans, least: int = 60, until: str = "") -> Spans:
    """The first sentences of a text, until they say enough; a question alone never does.

    With `until` they also reach the first place where that stands, such as "{": the client's own figure.
    """
    whole = "".join(span.text for span in run)
    least = max(least, whole.find(until) if until else 0)
    ends = [match.end() for match in _SENTENCE.finditer(whole)]
    end = next((at for at in ends if at >= least and whole[at - 1] != "?"), len(whole))
    kept: list[Span] = []
    for span in run:
        kept.append(replace(span, text=span.text[:end]))
        end -= len(kept[-1].text)
    return tuple(span for span in kept if span.text)


def safe_html(markdown: str) -> str:
    """Markdown as HTML for help texts: what `blocks` lets through, and nh3 as a second wall."""
    import nh3

    return nh3.clean(
        prose_to_html(blocks(markdown)),
        tags={"p", "ul", "ol", "li", "strong", "em", "a", "br"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def _flat(block: BulletList | NumberedList) -> list[Span]:
    found: list[Span] = []
    for item in block.items:
        found += [Span("; ")] if found else []
        found += item.spans
        for inner in item.inside:
            found += [Span(": "), *_flat(inner)]
    return found


def _with_clear_lists(markdown: str) -> str:
    """Write lists so that Python-Markdown sees them: a blank line before, nesting by four spaces."""
    lines: list[str] = []
    indents: list[int] = []
    for line in markdown.expandtabs(4).split("\n"):
        marker = _MARKER.match(line)
        if marker is None:
            indents = indents if line.startswith(" ") and line.strip() else ([] if line.strip() else indents)
            lines.append(line)
            continue
        if not indents and lines and lines[-1].strip():
            lines.append("")
        indent = len(marker[1])
        indents = [one for one in indents if one < indent] + [indent]
        lines.append("    " * (len(indents) - 1) + line.lstrip())
    return "\n".join(lines)


@lru_cache(maxsize=1)
def _reader() -> "Markdown":
    from markdown import Markdown

    reader = Markdown(extensions=["sane_lists"], tab_length=4)
    reader.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail", "image_link", "image_reference", "short_image_ref", "backtick"):
        reader.inlinePatterns.deregister(name)
    for name in ("code", "hashheader", "setextheader", "hr", "quote", "reference"):
        reader.parser.blockprocessors.deregister(name)
    reader.ESCAPED_CHARS.append("<")
    return reader


def _tree(markdown: str) -> Element:
    """What Python-Markdown read, before it would make HTML of it; one text at a time, for it keeps a state."""
    with _READING:
        reader = _reader()
        reader.reset()
        lines = _STASHED.sub("", markdown).split("\n")
        for preprocessor in reader.preprocessors:
            lines = preprocessor.run(lines)
        root = reader.parser.parseDocument(lines).getroot()
        if root is None:
            return Element("div")
        for name in ("inline", "unescape"):
            reader.treeprocessors[name].run(root)  # both work in place
        return root


def _blocks(root: Element) -> list[Prose]:
    found: list[Prose] = []
    for element in root:
        if element.tag in {"ul", "ol"}:
            found.append(_list(element))
        elif run := trimmed(_spans(element)):
            found.append(Paragraph(run))
    return found


def _list(element: Element) -> BulletList | NumberedList:
    items = tuple(_item(child) for child in element if child.tag == "li")
    return NumberedList(items) if element.tag == "ol" else BulletList(items)


def _item(element: Element) -> ListItem:
    inside = tuple(_list(child) for child in element if child.tag in {"ul", "ol"})
    own: list[Span] = list(_text(element.text))
    for child in element:
        if child.tag not in {"ul", "ol"}:
            own += [Span("\n")] if child.tag == "p" and plain_text(own) else []
            own += _spans(child) if child.tag == "p" else _spans_of_child(child, _PLAIN)
    return ListItem(trimmed(own), inside)


def plain_text(found: list[Span]) -> str:
    """The text of a list of spans, without blanks around it."""
    return "".join(span.text for span in found).strip()


def _spans(element: Element, like: Span = _PLAIN) -> list[Span]:
    found = list(_text(element.text, like))
    for child in element:
        found += _spans_of_child(child, like)
    return found


def _spans_of_child(child: Element, like: Span) -> list[Span]:
    if child.tag == "br":
        return [Span("\n"), *_text(child.tail, like)]
    link = (child.get("href") or "") if child.tag == "a" else like.link
    inner = Span(
        "",
        bold=like.bold or child.tag in _BOLD,
        italic=like.italic or child.tag in _ITALIC,
        link=link if _LINK.fullmatch(link) else "",
    )
    return [*_spans(child, inner), *_text(child.tail, like)]


def _text(words: object, like: Span = _PLAIN) -> tuple[Span, ...]:
    if not isinstance(words, str) or not words:
        return ()
    joined = _STASHED.sub("", re.sub(r" *\n *", " ", words))
    return (Span(joined, like.bold, like.italic, like.link),) if joined else ()
