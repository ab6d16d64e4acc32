"""Checks the texts: what is missing, what is too long, which sources are named, which placeholders exist."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from workshop.content.header import split_list
from workshop.content.mistake import Mistake, nearest
from workshop.content.notebook import shorten
from workshop.content.reading import FolderReading
from workshop.content.rules_reader import role, rule_pieces
from workshop.content.scanner import Line, Piece, Scan
from workshop.content.sources import QUESTIONNAIRE, RULES, SOURCE_NAME, TEXTS, Sources
from workshop.domain.facts import FIGURES
from workshop.domain.finding import Focus, Rule
from workshop.domain.questionnaire import QuestionType

MOST_INTRO_WORDS = 60
MOST_QUESTIONS = 4
NEEDED_SUBHEADINGS = ("advice", "first_step")
_TABLES = frozenset({QuestionType.GROUP, QuestionType.MATRIX, QuestionType.PER_PHASE})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_UNSHOWABLE = _TABLES | {QuestionType.YES_NO, QuestionType.CHOICES}


def text_mistakes(sources: Sources, reading: FolderReading) -> Iterator[Mistake]:
    """Give every mistake in the texts of a folder, translations included."""
    yield from _pages(sources, reading)
    for name in TEXTS:
        scan = sources.scan(name)
        if scan is not None:
            yield from _sources(sources.file(name), [scan.head, *scan.pieces])
    for language in ("", *sources.languages[1:]):
        asked, rules = sources.scan(QUESTIONNAIRE, language), sources.scan(RULES, language)
        if asked is not None:
            yield from _introductions(sources.file(QUESTIONNAIRE, language), asked)
        if rules is not None and sources.scan(RULES) is not None:
            yield from _placeholders(sources.file(RULES, language), rules, reading)
    rules = sources.scan(RULES)
    if rules is not None:
        yield from _missing_texts(sources.file(RULES), rules)


def _pages(sources: Sources, reading: FolderReading) -> Iterator[Mistake]:
    """Report long pages, unless one of their questions could not be read whole: its page may have been lost."""
    for page in reading.questionnaire.pages:
        unread = any(question.code in reading.unsure for question in page.questions)
        for question in () if unread else page.questions[MOST_QUESTIONS : MOST_QUESTIONS + 1]:
            values = {"code": page.code, "count": str(len(page.questions)), "most": str(MOST_QUESTIONS)}
            yield Mistake(sources.file(QUESTIONNAIRE), question.line, "page_too_long", values)


def _introductions(file: Path, scan: Scan) -> Iterator[Mistake]:
    for section in scan.pieces:
        count = len(section.prose.split())
        if section.level == 1 and count > MOST_INTRO_WORDS:
            values = {"code": section.code or "", "count": str(count), "most": str(MOST_INTRO_WORDS)}
            yield Mistake(file, section.prose_line, "introduction_too_long", values)


def _sources(file: Path, pieces: Iterable[Piece]) -> Iterator[Mistake]:
    """Report sources that are no file name, wherever one is named."""
    for piece in pieces:
        for entry in piece.entries:
            if entry.key != "source" and not re.fullmatch(r"selftest \S+ source", entry.key):
                continue
            for name in split_list(entry.value) if piece.entry("value") is None else ():
                if not SOURCE_NAME.fullmatch(name):
                    yield Mistake(file, entry.line, "bad_source", {"name": shorten(name)})
        yield from _sources(file, piece.children)


def _missing_texts(file: Path, scan: Scan) -> Iterator[Mistake]:
    for piece, is_gap in rule_pieces(scan):
        code = piece.code or shorten(piece.title)
        if piece.entry("source") is None:
            yield Mistake(file, piece.line, "missing_source", {"what": "rule", "code": code})
        if not piece.prose:
            yield Mistake(file, piece.line, "missing_explanation", {"code": code})
        filled = {role(child) for child in piece.children if child.prose}
        misspelt = any(role(child) is None for child in piece.children)
        for name in NEEDED_SUBHEADINGS if is_gap and not misspelt else ():
            if name not in filled:
                yield Mistake(file, piece.line, f"missing_{name}", {"code": code})


def _placeholders(file: Path, scan: Scan, reading: FolderReading) -> Iterator[Mistake]:
    """Report placeholders that no answer, figure or rule can fill."""
    answers = {question.code: question.type for question in reading.questionnaire.questions}
    for piece, is_gap in (one for one in rule_pieces(scan) if one[0].code):
        rules = [one for one in reading.rules.gaps if one.id == piece.code] if is_gap else []
        shown = set(_shown(piece.code or "", reading))
        thresholds = (one.code for one in reading.rules.thresholds)
        known = (
            *answers,
            *FIGURES,
            *thresholds,
            "best_phase",
            *shown,
            *(name for rule in rules for name in _places(rule, reading)),
        )
        for line in _lines(piece):
            for name in _PLACEHOLDER.findall(line.text):
                if name not in known:
                    values = {"name": shorten(name), **nearest(name, known)}
                    yield Mistake(file, line.number, "unknown_placeholder", values)
                elif name not in {*shown, *reading.unsure} and answers.get(name) in _UNSHOWABLE:
                    values = {"name": name, "type": answers[name].value}
                    yield Mistake(file, line.number, "unshowable_placeholder", values)


def _shown(code: str, reading: FolderReading) -> Iterator[str]:
    """Give the extra placeholders of the rule or strong point with this code."""
    shown = [(rule.id, rule.show) for rule in reading.rules.gaps]
    shown += [(strength.id, strength.show) for strength in reading.rules.strengths]
    yield from (name for owner, show in shown if owner == code for name, _, _ in show)


def _places(rule: Rule, reading: FolderReading) -> tuple[str, ...]:
    """Return the placeholders of a rule that tell where it looked; of an unsure rule that may be every one."""
    if rule.id not in reading.unsure:
        return placeholders(rule.focus, bool(rule.phase))
    return tuple(name for focus in Focus for name in placeholders(focus))


def placeholders(focus: Focus, placed: bool = False) -> tuple[str, ...]:
    """Return the placeholders that tell where a gap rule was looking; `placed` when it has a `phase:`."""
    names = ["top_channel"]
    if focus in (Focus.PHASE, Focus.CELL) or placed:
        names += ["phase", "strong_channels"]
    if focus in (Focus.CHANNEL, Focus.CELL):
        names += ["channel", "better_phase"]
    if focus is Focus.TOUCHPOINT:
        names += ["touchpoint", "phase", "strong_channels", "customer_channels"]
    if focus is Focus.PHASE:
        names += ["customer_channels"]
    if focus is not Focus.BUSINESS:
        names += ["also"]
    return tuple(dict.fromkeys(names))


def _lines(piece: Piece) -> Iterator[Line]:
    """Give the heading and every line of prose of a rule, subheadings included."""
    yield Line(piece.line, piece.title)
    yield from piece.lines
    for child in piece.children:
        yield from _lines(child)
