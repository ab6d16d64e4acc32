"""Reads session.md: run sheets with their parts, and help with each section for whoever leads a session."""

from collections.abc import Iterator

from workshop.content.codes import Shape, coded_once
from workshop.content.header import Header, Keys, missing_key
from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.reader import BESIDE_HEAD_KEYS, check_head
from workshop.content.scanner import Piece, Scan
from workshop.domain.journey import Block
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.run_sheet import Guide, Part, Place, RunSheet, SectionHelp

SHEETS, HELP = "sheets", "help"
CHAPTERS = (SHEETS, HELP)
PART_KEYS = Keys(frozenset({"minutes", "sections", "questions", "look at"}))
HELP_KEYS = Keys(frozenset({"blocks"}), repeatable=frozenset({"prompt", "listen", "pitfall"}))
MOST_MINUTES = 240
NOTHING = Keys(frozenset())


def read_guide(scan: Scan, questionnaire: Questionnaire, notebook: Notebook) -> Guide:
    """Read a scanned session.md as far as it goes; mistakes go into the notebook."""
    check_head(scan, BESIDE_HEAD_KEYS, notebook)
    below = {code: _children(piece, notebook) for piece, code in _chapters(scan, notebook)}
    sheets = coded_once(below.get(SHEETS, ()), "sheet", notebook, Shape.NUMBER)
    helps = coded_once(below.get(HELP, ()), "section", notebook)
    _check_complete(scan, questionnaire, notebook)
    return Guide(
        tuple(_help(piece, code, questionnaire, notebook) for piece, code in helps),
        tuple(_sheet(piece, code, questionnaire, notebook) for piece, code in sheets),
    )


def _chapters(scan: Scan, notebook: Notebook) -> Iterator[tuple[Piece, str]]:
    for piece in scan.pieces:
        if piece.level == 1 and piece.code in CHAPTERS:
            Header(piece, notebook).check(NOTHING)
            yield piece, piece.code
        else:
            near = nearest(piece.code or "", CHAPTERS)
            notebook.note(piece.line, "session.unknown_chapter", name=piece.code or shorten(piece.title), **near)


def _children(piece: Piece, notebook: Notebook) -> tuple[Piece, ...]:
    """Return the headings with ## of a chapter; others are reported."""
    for child in piece.children:
        if child.level != 2:
            notebook.note(child.line, "session.misplaced", title=shorten(child.title or child.code or ""))
    return tuple(child for child in piece.children if child.level == 2)


def _check_complete(scan: Scan, questionnaire: Questionnaire, notebook: Notebook) -> None:
    """Report sections that whoever leads the session gets no help with, unless one was only misspelt."""
    pieces = [piece for piece in scan.pieces if piece.code == HELP]
    headings = [one for piece in pieces for child in piece.children for one in (child, *child.children)]
    helped, sections = {one.code for one in headings}, [one.code for one in questionnaire.sections]
    for code in sections if helped <= set(sections) else ():
        if code not in helped:
            notebook.note(pieces[0].line if pieces else 1, "session.section_missing", code=code)


def _help(piece: Piece, code: str, questionnaire: Questionnaire, notebook: Notebook) -> SectionHelp:
    header = Header(piece, notebook)
    header.check(HELP_KEYS)
    header.refuse_options()
    missing_key(piece, ("prompt", "listen", "pitfall"), "section", notebook)
    _known((code,), [one.code for one in questionnaire.sections], piece.line, notebook, "section")
    for child in piece.children:
        notebook.note(child.line, "session.misplaced", title=shorten(child.title or child.code or ""))
    entry = piece.entry("blocks")
    blocks = [header.member(entry, name, Block) for name in header.list("blocks")] if entry else []
    prompts, listen, pitfalls = (
        tuple(one.value for one in header.all(key) if one.value) for key in ("prompt", "listen", "pitfall")
    )
    return SectionHelp(code, prompts, listen, pitfalls, tuple(block for block in blocks if block))


def _sheet(piece: Piece, code: str, questionnaire: Questionnaire, notebook: Notebook) -> RunSheet:
    header = Header(piece, notebook)
    header.check(NOTHING)
    header.refuse_options()
    parts = tuple(
        _part(child, name, questionnaire, notebook) for child, name in coded_once(piece.children, "part", notebook)
    )
    minutes = int(code) if code.isdecimal() else 0
    total = sum(part.minutes for part in parts)
    if minutes != total and all(part.minutes for part in parts):
        notebook.note(piece.line, "session.minutes_differ", code=code, total=str(total))
    return RunSheet(minutes, piece.title, piece.prose, parts)


def _part(piece: Piece, code: str, questionnaire: Questionnaire, notebook: Notebook) -> Part:
    header = Header(piece, notebook)
    header.check(PART_KEYS)
    header.refuse_options()
    missing_key(piece, ("minutes",), "part", notebook)
    sections, questions = header.list("sections"), header.list("questions")
    look = header.word("look at", Place)
    if not sections and piece.entry("sections") is None and piece.entry("look at") is None:
        notebook.note(piece.line, "session.about_nothing", code=code)
    _known(sections, [one.code for one in questionnaire.sections], _line(piece, "sections"), notebook, "section")
    own = [one.code for section in questionnaire.sections if section.code in sections for one in section.questions]
    _known(questions, own, _line(piece, "questions"), notebook, "question")
    minutes = header.whole("minutes", 1, MOST_MINUTES) or 0
    return Part(code, piece.title, minutes, sections, questions, look, piece.prose)


def _known(names: tuple[str, ...], known: list[str], line: int, notebook: Notebook, what: str) -> None:
    """Report names of sections or questions that are not there."""
    for name in names:
        if name not in known:
            listed = ", ".join(known[:12])
            notebook.note(line, f"session.unknown_{what}", name=shorten(name), known=listed, **nearest(name, known))


def _line(piece: Piece, key: str) -> int:
    entry = piece.entry(key)
    return entry.line if entry else piece.line
