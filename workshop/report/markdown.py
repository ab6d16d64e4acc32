"""Lines as Markdown that `prose.blocks` reads back as the same lines; what Markdown cannot say becomes plainer."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from workshop.report import prose
from workshop.report.lines import Line, LineKind, Lines, lines, plain, tidy
from workshop.report.simple import Simple
from workshop.report.spans import Span

_MARKUP: Final = re.compile(r"([\\`*_\[\]<]|!$)")
_LINE_START: Final = re.compile(r"^([+-]|\d+[.)])(?=\s|$)", re.MULTILINE)


def markdown_of(blocks: Iterable[Simple]) -> str:
    """Write simple blocks as Markdown that reads back the same."""
    return markdown(lines(blocks))


def markdown(of: Lines) -> str:
    """Write lines as Markdown; when looks or lists would come out otherwise they go, the text never does."""
    for plainer in (of, _without_looks(of), _without_lists(of)):
        written = _written(plainer)
        if not prose.too_heavy(written) and lines(prose.blocks(written)) == plainer:
            return written
    return plain(of)


def _written(of: Lines) -> str:
    pieces: list[str] = []
    kinds: list[LineKind] = []
    """The lists that the last line is in, from the outside in."""
    for line in of:
        going_on = bool(kinds) and kinds[line.depth :] in ([], [line.kind])
        if pieces:
            pieces.append("\n" if going_on and line.kind is not LineKind.TEXT else "\n\n")
        pieces.append(_line(line))
        kinds = [*kinds[: line.depth], line.kind] if line.kind is not LineKind.TEXT else []
    return "".join(pieces)


def _line(line: Line) -> str:
    text = "".join(map(_span, line.spans))
    if line.kind is LineKind.TEXT:
        return _broken(text, "")
    marker = "1." if line.kind is LineKind.NUMBER else "-"
    return f"{'    ' * line.depth}{marker} {_broken(text, ' ')}"


def _broken(text: str, indent: str) -> str:
    """Line ends as Markdown has them, and nothing that looks like a list at the start of a line."""
    return _LINE_START.sub(_escaped, text).replace("\n", f"  \n{indent}")


def _escaped(start: re.Match[str]) -> str:
    return f"{start[1][:-1]}\\{start[1][-1]}"


def _span(span: Span) -> str:
    core = span.text.strip()
    if not core:
        return span.text
    start = span.text.index(core)
    words = _MARKUP.sub(r"\\\1", core)
    words = f"**{words}**" if span.bold else words
    words = f"*{words}*" if span.italic else words
    words = f"[{words}]({span.link})" if span.link else words
    return f"{span.text[:start]}{words}{span.text[start + len(core) :]}"


def _without_looks(of: Lines) -> Lines:
    return tidy(replace(one, spans=(Span("".join(span.text for span in one.spans)),)) for one in of)


def _without_lists(of: Lines) -> Lines:
    """Paragraphs only; a dash says what was in a list."""
    dash = (Span("– "),)
    return tidy(
        Line(LineKind.TEXT, one.spans if one.kind is LineKind.TEXT else (*dash, *one.spans))
        for one in _without_looks(of)
    )
