"""Questions on paper, as plain data: boxes to tick, lines to write on, tables, and what was answered already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from markupsafe import Markup

from workshop.domain.answer import Answer, Evidence, Item, Phased, Status
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Page, Question, QuestionType, Section
from workshop.domain.route import items_of, rows
from workshop.report.answers import row_words
from workshop.report.voice import Voice
from workshop.web.dossier.check import said
from workshop.web.drawing.context import Drawing

_T = QuestionType
_NOTHING: Final = Markup("")
Shape = Literal["options", "lines", "fill", "table", "entries", "map"]
_ENTRIES: Final = frozenset({_T.GROUP, _T.PER_PHASE})
MOST_OPTIONS: Final = 12
"""A longer list stands once at the end of the paper."""
BLANK_ROWS: Final = 6
BLANK_ENTRIES: Final = 2
_SHORT_EXAMPLE: Final = 24
_LINES: Final = 3
_FACTS: Final = {"starting": "business_age", "buys_once": "purchase_rhythm"}
"""Facts in a condition, with the question that they are read from."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick; `on` when it was."""

    label: str
    on: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question on paper; `answer` is what was said in words, and then there is nothing to fill in.

    options: `ticks` · lines: `lines` to write on · fill: one short line between `before` and `after` ·
    table: `heads` over `rows` (a blank row title is to be filled in) · entries: cards of more questions.
    """

    title: str
    shape: Shape
    number: str = ""
    help: Markup = _NOTHING
    hint: str = ""
    depends: str = ""
    answer: str = ""
    ticks: tuple[Tick, ...] = ()
    lines: int = 0
    before: str = ""
    after: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    entries: tuple["Entry", ...] = ()
    others: tuple[Tick, ...] = ()
    evidence: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One card of a group, or of a phase."""

    title: str
    parts: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page of the wizard, on paper."""

    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One section, on paper."""

    title: str
    help: Markup
    pages: tuple[PaperPage, ...]


def parts(drawing: Drawing, pages: Iterable[Page], *, conditions: bool) -> tuple[PaperPart, ...]:
    """Put pages of questions on paper, section by section; `conditions` tells on which answers a question depends."""
    asked = {page.code: page for page in pages}
    number = 0
    found: list[PaperPart] = []
    for section in drawing.questionnaire.sections:
        drawn: list[PaperPage] = []
        for page in (asked[one.code] for one in section.pages if one.code in asked):
            sheets = tuple(
                replace(_top(drawing, one, conditions=conditions), number=str(number + place))
                for place, one in enumerate(page.questions, start=1)
            )
            number += len(sheets)
            drawn.append(PaperPage(page.title, sheets))
        if drawn:
            found.append(PaperPart(section.title, drawing.prose(section.help), tuple(drawn)))
    return tuple(found)


def whole(sections: Iterable[Section], *, full: bool) -> tuple[Page, ...]:
    """Return every page as far as a length asks it, whatever was answered."""
    pages = (page for section in sections for page in section.pages)
    cut = (
        replace(page, questions=tuple(_cut(one, full) for one in page.questions if full or not one.full))
        for page in pages
    )
    return tuple(page for page in cut if page.questions)


def _cut(question: Question, full: bool) -> Question:
    return question if full else replace(question, fields=tuple(one for one in question.fields if not one.full))


def depends_on(drawing: Drawing, question: Question) -> str:
    """Name the questions that decide whether this one is asked, "" when it always is."""
    condition = question.ask_when
    if condition is None:
        return ""
    codes = condition.names | {_FACTS[one] for one in condition.facts if one in _FACTS}
    titles = [f"‘{one.title}’" for one in drawing.questionnaire.questions if one.code in codes]
    return drawing.words("web.paper.depends", questions=drawing.words.join(titles)) if titles else ""


def _top(drawing: Drawing, question: Question, *, conditions: bool) -> Sheet:
    return replace(
        _sheet(drawing, question, drawing.response.get(question.code)),
        help=drawing.prose(question.help),
        depends=depends_on(drawing, question) if conditions else "",
    )


def _sheet(drawing: Drawing, question: Question, answer: Answer | None) -> Sheet:
    carded = answer is not None and answer.known and not question.editor and question.type in _ENTRIES
    if answer is not None and answer.status is not Status.UNKNOWN and not carded:
        voice = Voice(drawing.words, drawing.questionnaire, drawing.model)
        return Sheet(question.title, "lines", answer=said(question, answer, voice))
    return _blank(drawing, question, answer)


def _blank(drawing: Drawing, question: Question, answer: Answer | None) -> Sheet:
    others, evidence = _others(drawing, question, answer), _evidence(drawing, question)
    bare = Sheet(question.title, "lines", others=others, evidence=evidence)
    before, after = drawing.unit(question)
    if question.editor:
        return replace(bare, shape="map", hint=drawing.words("web.paper.on_map"), others=())
    match question.type:
        case _T.CHOICE | _T.CHOICES | _T.SCALE | _T.YES_NO:
            return _ticked(drawing, question, bare)
        case _T.NUMBER | _T.AMOUNT | _T.PERCENT:
            return replace(bare, shape="fill", before=before, after=after)
        case _T.DATE:
            return replace(bare, shape="fill", after=f"({drawing.words('web.paper.dated')})")
        case _T.TEXT:
            return replace(bare, lines=1 if 0 < len(question.example) <= _SHORT_EXAMPLE else _LINES)
        case _T.DIVISION | _T.COUNT | _T.MATRIX:
            return _table(drawing, question, bare, before or after)
        case _T.GROUP | _T.PER_PHASE:
            return _carded(drawing, question, bare, answer)


def _ticked(drawing: Drawing, question: Question, bare: Sheet) -> Sheet:
    words = drawing.words
    if question.type is _T.YES_NO:
        return replace(bare, shape="options", ticks=tuple(Tick(words(f"web.question.{one}")) for one in ("yes", "no")))
    if len(question.choices) > MOST_OPTIONS:
        return replace(bare, hint=words("web.paper.list_below"), lines=1 if question.type is _T.CHOICE else 2)
    hint = words(f"web.paper.{'several' if question.type is _T.CHOICES else 'one'}")
    hint = "" if hint in question.help else hint
    return replace(bare, shape="options", hint=hint, ticks=tuple(Tick(one.text) for one in question.choices))


def _table(drawing: Drawing, question: Question, bare: Sheet, unit: str) -> Sheet:
    """Draw a row per phase or per channel; channels that nobody named yet are blank rows."""
    words, phases = drawing.words, tuple(phase.name for phase in drawing.model.phases)
    if question.type is _T.DIVISION:
        return replace(bare, shape="table", heads=("", unit), rows=phases)
    named = rows(question, drawing.questionnaire, drawing.response)
    whole_list = len(named) > MOST_OPTIONS
    voice = Voice(words, drawing.questionnaire, drawing.model)
    shown = [row_words(question, row, voice) for row in (question.always if whole_list else named)]
    blank = BLANK_ROWS if whole_list else 1
    title, hint = words("web.paper.channel"), words("web.paper.list_below") if whole_list else ""
    if question.type is _T.COUNT:
        return replace(
            bare, shape="table", heads=(title, words("web.paper.how_many")), rows=(*shown, *[""] * blank), hint=hint
        )
    hint = f"{words('web.paper.level')} {hint}".strip()
    return replace(bare, shape="table", heads=(title, *phases), rows=(*shown, *[""] * blank), hint=hint)


def _carded(drawing: Drawing, question: Question, bare: Sheet, answer: Answer | None) -> Sheet:
    """Draw a card per entry or per phase, with what was said in it; blank ones while nothing was."""
    value = answer.value if answer is not None else None
    if question.type is _T.PER_PHASE:
        shown = cards(drawing.model, value if isinstance(value, Phased) else None)
        phases = {phase.id: phase.name for phase in drawing.model.phases}
        named = ((drawing.words("web.paper.phase", phase=phases[one.phase]), one.item) for one in shown)
        return replace(bare, shape="entries", entries=_entries(drawing, question, named))
    items = items_of(answer) or (None,) * BLANK_ENTRIES
    key = f"web.group.{question.code}"
    noun = drawing.words(key if drawing.words.has(key) else "web.group.other")
    numbered = enumerate(items, start=1)
    named = ((drawing.words("web.paper.number", noun=noun, n=str(number)), item) for number, item in numbered)
    hint = "" if items_of(answer) else drawing.words("web.paper.copy")
    others = () if items_of(answer) else bare.others
    return replace(bare, shape="entries", entries=_entries(drawing, question, named), hint=hint, others=others)


def _entries(drawing: Drawing, question: Question, named: Iterable[tuple[str, Item | None]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(title, tuple(_sheet(drawing, one, item.get(one.code) if item else None) for one in question.fields))
        for title, item in named
    )


def _others(drawing: Drawing, question: Question, answer: Answer | None) -> tuple[Tick, ...]:
    takes = ((Status.UNKNOWN, question.takes_unknown), (Status.NOT_APPLICABLE, question.takes_not_applicable))
    status = answer.status if answer else None
    return tuple(Tick(drawing.words(f"web.question.{one}"), status is one) for one, taken in takes if taken)


def _evidence(drawing: Drawing, question: Question) -> tuple[Tick, ...]:
    levels = Evidence if question.asks_evidence else ()
    return tuple(Tick(drawing.words(f"web.evidence.{one.name.lower()}")) for one in levels if one is not Evidence.NONE)
