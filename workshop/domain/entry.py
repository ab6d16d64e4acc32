"""What a form field holds, as raw strings, and the answer it means: read, and shown again.

Where the strings of an Entry stand:
text · number, amount, percent, date, text: `text` (percent as typed: "55")
choice, choices, scale, yes_no: `chosen` (codes; yes_no "yes" or "no"; blank codes are skipped)
division: `cells` phase id → text · matrix: `cells` "channel|phase" → "0" to "3" or blank
count: `cells` channel → text · group: `items` field code → Entry · per_phase: `phases` card key → field code → Entry

A Problem points with dots: "hours.retention", "channel_use.website.retention", "last_ten.website", and for the
first item of a group "channels.1.channel" (items count from 1, in the order of the form, blank ones too).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, assert_never

from workshop.domain.answer import Answer, Evidence, Item, Phased, Problem, Status, Value
from workshop.domain.cells import Form, read_cells, read_typed, show_cells
from workshop.domain.journey import PhaseModel
from workshop.domain.kept import keep_evidence, keep_item
from workshop.domain.phased import cards, collect
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType
from workshop.domain.validity import (
    Refused,
    Row,
    check_codes,
    check_number,
    check_text,
    refuse,
    refuse_unknown,
    take_rows,
)
from workshop.language.dates import format_date, parse_date
from workshop.language.numbers import Misread, format_number
from workshop.language.text import clean_text
from workshop.language.tongue import Language

YES: Final = "yes"
NO: Final = "no"
_NO_CELLS: Final[Mapping[str, str]] = MappingProxyType({})
_NO_PHASES: Final[Mapping[str, Mapping[str, "Entry"]]] = MappingProxyType({})
_EVIDENCE: Final = tuple(str(int(one)) for one in Evidence)


@dataclass(frozen=True, slots=True)
class Entry:
    """The raw strings of one question in a form; `status` is what was ticked instead of a value, or None."""

    status: Status | None = None
    text: str = ""
    chosen: tuple[str, ...] = ()
    cells: Mapping[str, str] = field(default_factory=lambda: _NO_CELLS)
    items: tuple[Mapping[str, "Entry"], ...] = ()
    phases: Mapping[str, Mapping[str, "Entry"]] = field(default_factory=lambda: _NO_PHASES)
    evidence: str = ""

    @property
    def filled(self) -> bool:
        """Tell whether any value was typed or chosen; a ticked status or evidence alone is none."""
        return (
            bool(clean_text(self.text))
            or any(self.chosen)
            or any(text.strip() for text in self.cells.values())
            or any(one.filled for item in self.items for one in item.values())
            or any(one.filled for card in self.phases.values() for one in card.values())
        )


_Read = Value | None | Refused


def parse_entry(
    question: Question,
    entry: Entry,
    questionnaire: Questionnaire,
    model: PhaseModel,
    language: Language,
    before: Answer | None = None,
) -> Answer | None | tuple[Problem, ...]:
    """Read a field; None when nothing was filled in.

    `before` is the answer that the form was made from: parts of a division or matrix that were not changed keep
    what is finer than the model shows, so saving an untouched page through another model changes nothing. Evidence
    that is not asked stays with its value, and a group that is known to be empty stays so while it is left blank.
    """
    read = _answer(question, entry, question.code, Form(questionnaire, model, language), before)
    if isinstance(read, Refused):
        return read.problems
    return keep_evidence(question, read, before) if read is not None else _still_none(before)


def _still_none(before: Answer | None) -> Answer | None:
    """Keep the answer that a group has no items: blank is what the form shows for it."""
    return before if before is not None and before.value == () else None


def _answer(question: Question, entry: Entry, where: str, form: Form, before: Answer | None) -> Answer | None | Refused:
    if entry.status is not None and entry.status is not Status.ANSWERED:
        return _status(question, entry.status, entry.filled, where)
    value = _value(question, entry, where, form, before)
    if value is None or isinstance(value, Refused):
        return value
    evidence = entry.evidence.strip() if question.asks_evidence else ""
    if evidence and evidence not in _EVIDENCE:
        return refuse(where, "answer.evidence")
    return Answer(value=value, evidence=Evidence(int(evidence)) if evidence else None)


def _status(question: Question, status: Status, filled: bool, where: str) -> Answer | Refused:
    if filled:
        return refuse(where, f"answer.value_and_{status}")
    takes = question.takes_unknown if status is Status.UNKNOWN else question.takes_not_applicable
    return Answer(status) if takes else refuse(where, f"answer.without_{status}")


def _value(question: Question, entry: Entry, where: str, form: Form, before: Answer | None) -> _Read:
    match question.type:
        case QuestionType.TEXT:
            return check_text(entry.text, where)
        case QuestionType.DATE:
            day = parse_date(entry.text, form.language) if entry.text.strip() else None
            return refuse(where, day.key, **day.values) if isinstance(day, Misread) else day
        case QuestionType.NUMBER | QuestionType.AMOUNT | QuestionType.PERCENT:
            return _number(question, entry.text, where, form.language)
        case QuestionType.CHOICE | QuestionType.CHOICES | QuestionType.SCALE | QuestionType.YES_NO:
            return _codes(question, tuple(filter(None, entry.chosen)), where)
        case QuestionType.DIVISION | QuestionType.MATRIX | QuestionType.COUNT:
            return read_cells(question, entry.cells, where, form, before.value if before else None)
        case QuestionType.GROUP:
            return _items(question, entry.items, where, form)
        case QuestionType.PER_PHASE:
            return _cards(question, entry, where, form, before)
        case _:
            assert_never(question.type)


def _codes(question: Question, chosen: tuple[str, ...], where: str) -> _Read:
    if not chosen:
        return None
    if question.type is not QuestionType.CHOICES and len(set(chosen)) > 1:
        return refuse(where, "answer.one_only")
    if question.type is QuestionType.YES_NO:
        return chosen[0] == YES if chosen[0] in (YES, NO) else refuse_unknown(where, chosen[0], (YES, NO))
    codes = check_codes(question, chosen, where)
    if isinstance(codes, Refused) or question.type is QuestionType.CHOICES:
        return codes
    return int(codes[0]) if question.type is QuestionType.SCALE else codes[0]


def _number(question: Question, text: str, where: str, language: Language) -> Decimal | None | Refused:
    typed = read_typed(question, text, where, language)
    if typed is None or isinstance(typed, Refused):
        return typed
    value = check_number(question, typed, where, language, question.low)
    if isinstance(value, Refused) or question.type is not QuestionType.PERCENT:
        return value
    return value.scaleb(-2)


def _items(question: Question, items: tuple[Mapping[str, Entry], ...], where: str, form: Form) -> _Read:
    """Read a group; items that were left wholly blank are dropped, partly filled ones stay."""
    rows: list[Row] = []
    for number, entries in enumerate(items, start=1):
        row = _row(question, entries, f"{where}.{number}", number, form)
        if row.answers or row.problems:
            rows.append(row)
    return take_rows(question, rows, where) or None


def _row(question: Question, entries: Mapping[str, Entry], where: str, number: int, form: Form) -> Row:
    """Read the fields of one item or card."""
    problems: list[Problem] = []
    answers: dict[str, Answer] = {}
    for one in question.fields:
        read = _answer(one, entries.get(one.code, Entry()), f"{where}.{one.code}", form, None)
        if isinstance(read, Refused):
            problems.extend(read.problems)
        elif read is not None:
            answers[one.code] = read
    return Row(number, answers, tuple(problems))


def _cards(question: Question, entry: Entry, where: str, form: Form, before: Answer | None) -> _Read:
    """Read the cards of a question per phase; cards of another model are refused, never lost."""
    was = before.value if before and isinstance(before.value, Phased) else None
    shown = {card.key: card for card in cards(form.model, was)}
    problems: list[Problem] = []
    given: dict[str, Item | None] = {}
    for key, entries in entry.phases.items():
        if key not in shown and any(one.filled or one.status for one in entries.values()):
            problems.append(Problem(where, "answer.other_model", {}))
            continue
        row = _row(question, entries, f"{where}.{key}", 1, form)
        problems.extend(row.problems)
        card = shown.get(key)
        item = keep_item(question, Item(row.answers), card.item if card else None)
        given[key] = item if item.answers else None
    return Refused(tuple(problems)) if problems else collect(form.model, given, was)


def show_entry(
    question: Question,
    answer: Answer | None,
    questionnaire: Questionnaire,
    model: PhaseModel,
    language: Language,
) -> Entry:
    """Write an answer as the form shows it; reading it back with `before=answer` gives the same answer."""
    if answer is None or answer.value is None:
        return Entry(status=answer.status if answer else None)
    shown = _shown(question, answer.value, Form(questionnaire, model, language))
    return shown if answer.evidence is None else replace(shown, evidence=str(int(answer.evidence)))


def _shown(question: Question, value: Value, form: Form) -> Entry:
    match value:
        case bool():
            return Entry(chosen=(YES if value else NO,))
        case int():
            return Entry(chosen=(str(value),))
        case str():
            return Entry(text=value) if question.type is QuestionType.TEXT else Entry(chosen=(value,))
        case Decimal():
            return Entry(text=_number_shown(question, value, form.language))
        case date():
            return Entry(text=format_date(value, form.language))
        case Phased():
            shown = ((card.key, card.item) for card in cards(form.model, value))
            return Entry(phases={key: _fields_shown(question, item, form) for key, item in shown if item is not None})
        case tuple():
            return _tuple_shown(question, value, form)
        case _:
            return Entry(cells=show_cells(value, form))


def _tuple_shown(question: Question, value: tuple[str, ...] | tuple[Item, ...], form: Form) -> Entry:
    items = tuple(_fields_shown(question, item, form) for item in value if isinstance(item, Item))
    return Entry(chosen=tuple(code for code in value if isinstance(code, str)), items=items)


def _fields_shown(question: Question, item: Item, form: Form) -> Mapping[str, Entry]:
    return {
        one.code: show_entry(one, item.get(one.code), form.questionnaire, form.model, form.language)
        for one in question.fields
    }


def _number_shown(question: Question, value: Decimal, language: Language) -> str:
    if question.type is QuestionType.PERCENT:
        return format_number(value.scaleb(2), language)
    cents = question.type is QuestionType.AMOUNT and value % 1 != 0
    return format_number(value, language, 2 if cents else None)
