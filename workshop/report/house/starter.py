"""The starter template to download: every style on a page by its name, what can be filled in, and a short how-to."""

from collections.abc import Callable, Sequence
from typing import Final

from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.report.house.archive import unpack
from workshop.report.house.package import read_package
from workshop.report.word.looks import LOOKS, SLATE, TABLES, TEXT_WIDTH, WHITE, Look
from workshop.report.word.placeholders import ANCHORS, NAMES
from workshop.report.word.styles import shading, style_id
from workshop.report.word.tables import cell, frame, row
from workshop.report.word.template import build_template
from workshop.report.word.xml import run

_STEPS: Final = ("one", "two", "three", "four")
_HALF: Final = TEXT_WIDTH // 2
_NEW_PAGE: Final = "<w:pageBreakBefore/>"
_REPORT: Final = {Language.NL: "rapport", Language.EN: "report"}


def starter(words: Words) -> bytes:
    """The template as a .docx file, with its explanation in this language."""
    package = read_package(unpack(build_template()))
    tree = package.parts[package.main].decode()
    start, end = tree.index("<w:body>") + len("<w:body>"), tree.index("<w:sectPr>")
    body = _how_to(words) + _fillable(words) + _styles(words) + _place(words)
    package.parts[package.main] = (tree[:start] + body + tree[end:]).encode()
    for name in package.stories():
        package.parts[name] = _in_language(package.parts[name].decode(), words).encode()
    return package.to_bytes()


def _in_language(text: str, words: Words) -> str:
    """Write the placeholders of header and footer as this language names them."""
    for key in ("client", "title", "page", "of"):
        text = text.replace(f"{{{{{key}}}}}", f"{{{{{_name(key, words.language)}}}}}")
    return text


def _name(key: str, language: Language) -> str:
    """What is typed for a value: the Dutch name stands first in the table, the English one last."""
    names = [name for name, one in (*NAMES.items(), *ANCHORS.items()) if one == key]
    return names[0] if language is Language.NL else names[-1]


def _how_to(words: Words) -> str:
    said = _said(words)
    steps = "".join(_line("List Bullet", said(f"how_{step}")) for step in _STEPS)
    title = _line("Title", said("title")) + _line("Subtitle", said("subtitle"))
    return title + _line("TOC Heading", said("how")) + steps


def _fillable(words: Words) -> str:
    """The table of what can be filled in; single braces, or it would be filled in itself."""
    said = _said(words)
    keys = [key for key in dict.fromkeys((*NAMES.values(), *ANCHORS.values())) if words.has(f"house.placeholder.{key}")]
    head = row(_cells("Table Head", said("what"), said("gives")), header=True)
    rows = "".join(
        row(_cells("Table Text", _name(key, words.language), words(f"house.placeholder.{key}"))) for key in keys
    )
    table = frame(style_id("Report Table"), (_HALF, _HALF), head + rows, summary=said("names_text"), header=True)
    return _line("TOC Heading", said("names")) + _line("Normal", said("names_text")) + table


def _styles(words: Words) -> str:
    """Every style by its name on one page: two columns, and white ones on a dark ground."""
    said = _said(words)
    dark, light = ([one for one in LOOKS if (one.colour == WHITE) is wanted] for wanted in (True, False))
    half = next(at for at in range(len(light)) if _height(light[:at]) * 2 > _height(light))
    columns = "".join(
        cell(_HALF, "".join(_line(one.name, one.name) for one in part)) for part in (light[:half], light[half:])
    )
    widths = (TEXT_WIDTH // len(dark),) * len(dark)
    whites = "".join(cell(widths[0], _line(one.name, one.name), shading(SLATE)) for one in dark)
    tables = "".join(
        _line("caption", said("table", name=name), "" if at else _NEW_PAGE)
        + frame(style_id(name), (_HALF, _HALF), row(_cells("Table Text", name, name)), summary=name)
        for at, name in enumerate(TABLES)
    )
    box = style_id("Report Box")
    both = frame(box, (_HALF, _HALF), row(columns, split=True), summary=said("styles"))
    below = _line("caption", said("styles_dark")) + frame(box, widths, row(whites), summary=said("styles_dark"))
    return _line("TOC Heading", said("styles"), _NEW_PAGE) + _line("Note", said("styles_text")) + both + below + tables


def _height(looks: Sequence[Look]) -> float:
    """Points that these samples take under one another, about."""
    return sum((one.size or 10) * 1.2 + sum(one.space[:2] if one.space else (0,)) / 20 for one in looks)


def _place(words: Words) -> str:
    """Where the report goes."""
    mark = f"{{{{{_REPORT[words.language]}}}}}"
    note = _line("Note", words("house.starter.here"))
    return note + _line("Normal", mark)


def _line(style: str, text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{properties}</w:pPr>{run(text)}</w:p>'


def _cells(style: str, *texts: str) -> str:
    return "".join(cell(_HALF, _line(style, one)) for one in texts)


def _said(words: Words) -> Callable[..., str]:
    return lambda key, **values: words(f"house.starter.{key}", **values)
