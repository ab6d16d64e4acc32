"""Reads rules.md: gap rules with their advice, and strong points."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from workshop.content.codes import Shape, check_code, check_unique, coded
from workshop.content.header import Header, Keys, missing_key, split_list
from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.reader import BESIDE_HEAD_KEYS, check_head
from workshop.content.scanner import Entry, Piece, Scan
from workshop.domain.expression import Expression, parse_expression
from workshop.domain.finding import Conditional, Focus, Level, RootCause, Rule, Rules, Strength, Threshold
from workshop.domain.journey import BLOCK_GROUPS, Block

GAPS, STRENGTHS, THRESHOLDS = "gaps", "strengths", "thresholds"
SECTIONS = (GAPS, STRENGTHS, THRESHOLDS)
GAP_KEYS = Keys(
    plain=frozenset(
        {"when", "severity", "ease", "root cause", "source", "quote", "for each", "numeric", "phase", "effect", "level"}
    ),
    repeatable=frozenset({"absorbs", "defers"}),
    named=frozenset({"severity N when", "root cause NAME when", "show NAME as KIND"}),
)
STRENGTH_KEYS = Keys(frozenset({"when", "source", "quote"}), named=frozenset({"show NAME as KIND"}))
SUBHEADINGS: Mapping[str, str] = {
    "advies": "advice",
    "advice": "advice",
    "eerste stap": "first_step",
    "first step": "first_step",
    "meten": "measure",
    "measure": "measure",
    "voorbeeld": "example",
    "example": "example",
}
NEVER = parse_expression("False")
"""Stands in for a condition that could not be read."""
_WHEN = re.compile(r"(?P<ids>.*?)\s+when\s+(?P<condition>.*)")


THRESHOLD_KEYS = Keys(frozenset({"value", "kind", "source"}))


class ThresholdKind(StrEnum):
    """What a threshold is compared with: a fraction 0–1, a plain number, or euros."""

    PERCENT = "percent"
    NUMBER = "number"
    MONEY = "money"


class ShownKind(StrEnum):
    """How an extra placeholder is written in a sentence."""

    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"
    TEXT = "text"
    TRUTH = "truth"


def read_rules(scan: Scan, notebook: Notebook) -> Rules:
    """Read a scanned rules.md as far as it goes; mistakes go into the notebook."""
    check_head(scan, BESIDE_HEAD_KEYS, notebook)
    gaps: list[Rule] = []
    strengths: list[Strength] = []
    thresholds: list[Threshold] = []
    for section in scan.pieces:
        if not _is_section(section, notebook):
            continue
        below = [child for child in section.children if child.level == 2]
        if section.code == THRESHOLDS:
            named = coded(below, "threshold", notebook)
            thresholds.extend(_threshold(piece, code, notebook) for piece, code in named)
            continue
        for piece, code in coded(below, "rule", notebook, Shape.RULE):
            if section.code == GAPS:
                gaps.append(_gap(piece, code, notebook))
            else:
                strengths.append(_strength(piece, code, notebook))
    found = [(rule.id, rule.line) for rule in gaps] + [(rule.id, rule.line) for rule in strengths]
    check_unique(found, "rule", notebook)
    check_unique(((one.code, one.line) for one in thresholds), "threshold", notebook)
    _check_references(scan, [rule.id for rule in gaps], notebook)
    return Rules(tuple(gaps), tuple(strengths), tuple(thresholds))


def rule_pieces(scan: Scan) -> Iterator[tuple[Piece, bool]]:
    """Give every rule's piece, and whether it is a gap rule."""
    for section in scan.pieces:
        if section.code in (GAPS, STRENGTHS):
            yield from ((piece, section.code == GAPS) for piece in section.children if piece.level == 2)


def _is_section(section: Piece, notebook: Notebook) -> bool:
    if section.level != 1:
        notebook.note(section.line, "outside_rules", title=shorten(section.title))
        return False
    Header(section, notebook).check(Keys(frozenset()))
    if section.code not in SECTIONS:
        near = nearest(section.code or "", SECTIONS)
        notebook.note(section.line, "unknown_rules_section", name=section.code or section.title, **near)
        return False
    return True


def _gap(piece: Piece, code: str, notebook: Notebook) -> Rule:
    header = Header(piece, notebook)
    _check_rule(header, GAP_KEYS, ("when", "severity", "ease", "root cause"))
    texts = _subheadings(piece, notebook)
    return Rule(
        id=code,
        title=piece.title,
        when=header.expression(piece.entry("when")) or NEVER,
        severity=header.whole("severity", 1, 4) or 1,
        ease=header.whole("ease", 1, 5) or 1,
        root_cause=header.word("root cause", RootCause) or RootCause.ORGANISATION,
        focus=_focus(header),
        source=header.text("source"),
        explanation=piece.prose,
        advice=texts.get("advice", ""),
        first_step=texts.get("first_step", ""),
        measure=texts.get("measure", ""),
        example=texts.get("example", ""),
        level=header.word("level", Level) or Level.MOMENT,
        quote=header.text("quote"),
        severity_when=tuple(_severities(header)),
        root_cause_when=tuple(_root_causes(header)),
        absorbs=tuple(_references(header, "absorbs")),
        defers=tuple(_references(header, "defers")),
        numeric=header.yes("numeric"),
        phase=_place(header),
        effect=header.expression(piece.entry("effect")),
        show=tuple(_shown(header)),
        line=piece.line,
    )


def _strength(piece: Piece, code: str, notebook: Notebook) -> Strength:
    header = Header(piece, notebook)
    _check_rule(header, STRENGTH_KEYS, ("when",))
    for child in piece.children:
        notebook.note(child.line, "unknown_subheading", name=shorten(child.title))
    when = header.expression(piece.entry("when")) or NEVER
    shown = tuple(_shown(header))
    return Strength(code, piece.title, when, piece.prose, header.text("source"), shown, piece.line)


def _threshold(piece: Piece, code: str, notebook: Notebook) -> Threshold:
    header = Header(piece, notebook)
    _check_rule(header, THRESHOLD_KEYS, ("value", "kind", "source"))
    entry = piece.entry("value")
    value = header.number(entry, entry.value) if entry and entry.value else None
    kind = header.word("kind", ThresholdKind) or ThresholdKind.NUMBER
    return Threshold(code, piece.title, value or Decimal(0), kind, header.text("source"), piece.prose, piece.line)


def _check_rule(header: Header, keys: Keys, needed: tuple[str, ...]) -> None:
    piece = header.piece
    header.check(keys)
    header.refuse_options()
    missing_key(piece, needed, "rule", header.notebook)
    if not piece.title:
        header.notebook.note(piece.line, "missing_title", what="rule", code=piece.code or "")


def role(piece: Piece) -> str | None:
    """Tell what a subheading of a rule holds: advice, first_step, measure or example."""
    return SUBHEADINGS.get(piece.title.lower())


def _subheadings(piece: Piece, notebook: Notebook) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    first: dict[str, int] = {}
    for child in piece.children:
        name = role(child)
        if child.code is not None or name is None:
            near = nearest(child.title, SUBHEADINGS)
            notebook.note(child.line, "unknown_subheading", name=shorten(child.title), **near)
            continue
        if name in texts:
            notebook.note(child.line, "subheading_twice", name=child.title, first=str(first[name]))
        first.setdefault(name, child.line)
        texts.setdefault(name, child.prose)
    return texts


def _focus(header: Header) -> Focus:
    """Read what a rule walks over; where that is unclear the rule is unsure: every name of a focus may stand in it."""
    entry = header.piece.entry("for each")
    focus = header.word("for each", Focus)
    if entry is not None and focus is None:
        header.notebook.unsure.add(header.piece.code or "")
    if entry is not None and focus is Focus.BUSINESS:
        header.notebook.note(entry.line, "needless_focus")
    return focus or Focus.BUSINESS


def _place(header: Header) -> str:
    """Read where the gap is shown: a named group of blocks, or one block."""
    entry = header.piece.entry("phase")
    if entry is None or not entry.value:
        return ""
    known = (*BLOCK_GROUPS, *(block.value for block in Block))
    if entry.value not in known:
        values = {"name": shorten(entry.value), "known": ", ".join(known), **nearest(entry.value, known)}
        header.notebook.note(entry.line, "unknown_word", key="phase", **values)
        return ""
    return entry.value


def _severities(header: Header) -> Iterator[Conditional]:
    for entry, (level,) in header.named("severity N when"):
        if level not in ("1", "2", "3", "4"):
            header.notebook.note(entry.line, "out_of_range", key=entry.key, number=level, low="1", high="4")
        elif (condition := header.expression(entry)) is not None:
            yield Conditional(level, condition)


def _root_causes(header: Header) -> Iterator[Conditional]:
    for entry, (name,) in header.named("root cause NAME when"):
        cause = header.member(entry, name, RootCause)
        condition = header.expression(entry)
        if cause is not None and condition is not None:
            yield Conditional(cause.value, condition)


def _references(header: Header, key: str) -> Iterator[Conditional]:
    """Read `absorbs: G22 G23 when …` as one conditional per rule id."""
    for entry in header.all(key):
        ids, condition = _parts(entry)
        when = header.expression(entry, condition) if condition is not None else None
        if condition is None or when is not None:
            yield from (Conditional(one, when) for one in split_list(ids))


def _parts(entry: Entry) -> tuple[str, str | None]:
    match = _WHEN.fullmatch(entry.value)
    return (match["ids"], match["condition"]) if match else (entry.value, None)


def _shown(header: Header) -> Iterator[tuple[str, str, Expression]]:
    """Read the extra placeholders; one with a mistake keeps its name, so that texts may use it."""
    for entry, (name, kind) in header.named("show NAME as KIND"):
        check_code(name, entry.line, "placeholder", name, header.notebook)
        known = header.member(entry, kind, ShownKind)
        yield name, known or ShownKind.TEXT, header.expression(entry) or NEVER


def _check_references(scan: Scan, known: list[str], notebook: Notebook) -> None:
    """Report rule ids in `absorbs` and `defers` that exist nowhere."""
    for piece, _ in rule_pieces(scan):
        for entry in (entry for entry in piece.entries if entry.key in ("absorbs", "defers")):
            for one in split_list(_parts(entry)[0]):
                if one == piece.code:
                    notebook.note(entry.line, "own_rule", key=entry.key, code=one)
                elif one not in known:
                    name = {"name": shorten(one), **nearest(one, known)}
                    notebook.note(entry.line, "unknown_rule", key=entry.key, **name)
