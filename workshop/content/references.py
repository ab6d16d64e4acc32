"""Checks names that point from one part of a questionnaire to another, and codes that are already taken."""

import keyword
from collections.abc import Iterator, Mapping
from pathlib import Path

from workshop.content.mistake import Mistake, nearest
from workshop.content.reader import SETTINGS
from workshop.content.reading import FolderReading
from workshop.content.scanner import Piece
from workshop.content.sources import QUESTIONNAIRE, Sources
from workshop.content.texts import placeholders
from workshop.domain.facts import FIGURES
from workshop.domain.finding import Focus
from workshop.domain.questionnaire import Question, QuestionType

FOCUS_PLACEHOLDERS = tuple(dict.fromkeys(name for focus in Focus for name in placeholders(focus)))
TAKEN = frozenset((*FIGURES, *FOCUS_PLACEHOLDERS, *keyword.kwlist))
"""Codes that no question can have: they mean something else in conditions and texts."""


def reference_mistakes(sources: Sources, reading: FolderReading) -> Iterator[Mistake]:
    """Give what points nowhere: rows that do not exist, groups that are none, codes with another meaning."""
    file = sources.file(QUESTIONNAIRE)
    scan = sources.scan(QUESTIONNAIRE)
    pieces = {piece.line: piece for section in (scan.pieces if scan else ()) for piece in section.children}
    yield from _settings(sources, reading)
    for question in reading.questionnaire.questions:
        if question.code in TAKEN:
            yield Mistake(file, question.line, "code_taken", {"code": question.code})
        piece = pieces.get(question.line)
        if piece is not None and question.code not in reading.unsure:
            yield from _rows(file, question, piece, reading)


def _settings(sources: Sources, reading: FolderReading) -> Iterator[Mistake]:
    """Report settings that nothing reads."""
    scan = sources.scan(QUESTIONNAIRE)
    for name in reading.questionnaire.settings:
        entry = scan.head.entry(f"setting {name}") if scan else None
        if name not in SETTINGS and entry is not None:
            values = {"name": name, "known": ", ".join(SETTINGS), **nearest(name, SETTINGS)}
            yield Mistake(sources.file(QUESTIONNAIRE), entry.line, "unknown_setting", values)


def _rows(file: Path, question: Question, piece: Piece, reading: FolderReading) -> Iterator[Mistake]:
    book = reading.questionnaire
    rows = [one.id for one in book.channels] if question.rows else [one.code for one in question.choices]
    always, source = piece.entry("always"), piece.entry("rows from")
    for name in question.always if always and rows else ():
        if name not in rows:
            yield Mistake(file, always.line if always else 0, "unknown_row", _unknown(name, rows))
    if source is not None and source.value:
        known = tuple(_row_sources(reading, question))
        if source.value not in known:
            yield Mistake(file, source.line, "unknown_row_source", _unknown(source.value, known))


def _unknown(name: str, known: tuple[str, ...] | list[str]) -> Mapping[str, str]:
    return {"name": name, "known": ", ".join(known[:12]), **nearest(name, known)}


def _row_sources(reading: FolderReading, own: Question) -> Iterator[str]:
    """Give every earlier question or field whose choices can be the rows of a later one."""
    for question in reading.questionnaire.questions:
        if question.code == own.code:
            return
        if question.type is QuestionType.CHOICES:
            yield question.code
        yield from (f"{question.code}.{one.code}" for one in question.fields if one.type is QuestionType.CHOICE)
