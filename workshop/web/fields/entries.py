"""Names of form fields, and the raw strings that stand under them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Protocol

from workshop.domain.answer import Status
from workshop.domain.cells import CELL_MARK
from workshop.domain.entry import Entry
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Question, Questionnaire, QuestionType
from workshop.domain.validity import row_ids
from workshop.language.text import clean_text

MOST_ITEMS: Final = 60
"""More cards than this are no form of ours."""
STATUS_VALUES: Final[Mapping[str, Status]] = {
    f"-{status.value}": status for status in (Status.UNKNOWN, Status.NOT_APPLICABLE)
}
"""What "weet ik niet" and "n.v.t." send; no code of a choice starts with a hyphen."""
_T = QuestionType
ONE_OF: Final = frozenset({_T.CHOICE, _T.SCALE, _T.YES_NO})


class Sent(Protocol):
    """The part of a submitted form that is read here."""

    def getlist(self, key: str) -> list[str]:
        """Return all values under this name."""

    def get(self, key: str, default: str) -> str:
        """Return the first value under this name."""

    def keys(self) -> Iterable[str]:
        """Return all names."""

    def __contains__(self, key: object) -> bool: ...


def part_name(name: str, *parts: str | int) -> str:
    """Return the name of a part of an answer: "channels-2-channel"."""
    return "-".join((name, *map(str, parts)))


def read_entry(question: Question, name: str, sent: Sent, questionnaire: Questionnaire, model: PhaseModel) -> Entry:
    """Read what was sent for one question, or for one field of a card, under this name."""
    status = _status(sent, name)
    evidence = sent.get(part_name(name, "evidence"), "")
    match question.type:
        case _T.CHOICE | _T.CHOICES | _T.SCALE | _T.YES_NO:
            chosen = tuple(code for code in sent.getlist(name) if code not in STATUS_VALUES)
            return Entry(status, chosen=chosen, evidence=evidence)
        case _T.DIVISION:
            phases = {phase.id: _typed(sent, part_name(name, phase.id)) for phase in model.phases}
            return Entry(status, cells=phases, evidence=evidence)
        case _T.MATRIX:
            return Entry(status, cells=_matrix(question, name, sent, questionnaire, model), evidence=evidence)
        case _T.COUNT:
            rows = [row for row in row_ids(question, questionnaire) if part_name(name, row) in sent]
            return Entry(status, cells={row: _typed(sent, part_name(name, row)) for row in rows}, evidence=evidence)
        case _T.GROUP:
            return Entry(status, items=_items(question, name, sent, questionnaire, model), evidence=evidence)
        case _T.PER_PHASE:
            return Entry(status, phases=dict(_phases(question, name, sent, questionnaire, model)), evidence=evidence)
    return Entry(status, text=_typed(sent, name), evidence=evidence)


def card_name(name: str, key: str) -> str:
    """Return the name of the card of a phase: "messages-retention" or, for its second card, "messages-retention-b8"."""
    return part_name(name, *key.split("."))


def without_item(entry: Entry, number: int) -> Entry:
    """Take one card out of a group; cards count from 1."""
    items = tuple(item for index, item in enumerate(entry.items, start=1) if index != number)
    return Entry(entry.status, items=items, evidence=entry.evidence)


def with_item(entry: Entry, item: Mapping[str, Entry], place: int) -> Entry:
    """Put a card into a group, at this place from 0 or else at the end; blank cards go."""
    items = [one for one in entry.items if is_filled(one)]
    items.insert(place, item)
    return Entry(entry.status, items=tuple(items), evidence=entry.evidence)


def moved_item(entry: Entry, number: int, steps: int) -> Entry:
    """Move a card up (-1) or down (1) in its group; cards count from 1, blank ones go, and the ends hold."""
    place = standing(entry, number) - 1
    items = [item for item in entry.items if is_filled(item)]
    if 0 <= place < len(items) and 0 <= place + steps < len(items):
        items.insert(place + steps, items.pop(place))
    return Entry(entry.status, items=tuple(items), evidence=entry.evidence)


def copied_item(entry: Entry, number: int, told_apart: str) -> Entry:
    """Put a copy of a card at the end of its group, without the field that tells cards apart; cards count from 1."""
    found = entry.items[number - 1] if 0 < number <= len(entry.items) else {}
    copy = {code: one for code, one in found.items() if code != told_apart}
    return with_item(entry, copy, len(entry.items)) if is_filled(copy) else entry


def card_fields(name: str, items: Iterable[Mapping[str, Entry]]) -> Iterator[tuple[str, str]]:
    """Give the cards of a group as a form sends them, numbered from 1: `read_entry` reads the same again."""
    for number, item in enumerate(items, start=1):
        for code, one in item.items():
            yield from _fields(part_name(name, number, code), one)


def card_pattern(name: str) -> re.Pattern[str]:
    """Return what the names of the fields in the cards of a group begin with; group 1 is the number of the card."""
    return re.compile(rf"{re.escape(name)}-([0-9]{{1,3}})-")


def standing(entry: Entry, number: int) -> int:
    """Return which number a card gets when the blank ones are gone."""
    return sum(is_filled(item) for item in entry.items[:number])


def is_filled(item: Mapping[str, Entry]) -> bool:
    """Tell whether anything stands in a card."""
    return any(one.filled or one.status is not None for one in item.values())


def _typed(sent: Sent, name: str) -> str:
    """Take typed text without what a page cannot show again, such as control characters pasted along."""
    return clean_text(sent.get(name, ""))


def _fields(name: str, entry: Entry) -> Iterator[tuple[str, str]]:
    yield from ((name, text) for text in (entry.text, *entry.chosen) if text)
    yield from ((part_name(name, *cell.split(CELL_MARK)), text) for cell, text in entry.cells.items())
    if entry.status is not None:
        yield part_name(name, "status"), f"-{entry.status.value}"
    if entry.evidence:
        yield part_name(name, "evidence"), entry.evidence


def _status(sent: Sent, name: str) -> Status | None:
    ticked = (*sent.getlist(name), *sent.getlist(part_name(name, "status")))
    return next((STATUS_VALUES[value] for value in ticked if value in STATUS_VALUES), None)


def _matrix(
    question: Question, name: str, sent: Sent, questionnaire: Questionnaire, model: PhaseModel
) -> Mapping[str, str]:
    places = [(row, phase.id) for row in row_ids(question, questionnaire) for phase in model.phases]
    named = {f"{row}{CELL_MARK}{phase}": part_name(name, row, phase) for row, phase in places}
    return {key: sent.get(cell, "") for key, cell in named.items() if cell in sent}


def _phases(
    question: Question, name: str, sent: Sent, questionnaire: Questionnaire, model: PhaseModel
) -> Iterator[tuple[str, Mapping[str, Entry]]]:
    """Give the cards of each phase that were sent, by their key."""
    names = tuple(sent.keys())
    for phase in model.phases:
        for key in (phase.id, *(f"{phase.id}.{block}" for block in phase.blocks)):
            card = card_name(name, key)
            fields = {one.code: part_name(card, one.code) for one in question.fields}
            if any(one in names or f"{one}-status" in names for one in fields.values()):
                yield (
                    key,
                    {
                        one.code: read_entry(one, fields[one.code], sent, questionnaire, model)
                        for one in question.fields
                    },
                )


def _items(
    question: Question, name: str, sent: Sent, questionnaire: Questionnaire, model: PhaseModel
) -> tuple[Mapping[str, Entry], ...]:
    card = card_pattern(name)
    numbers = sorted({int(found[1]) for key in sent.keys() if (found := card.match(key))})[:MOST_ITEMS]  # noqa: SIM118
    return tuple(
        {
            one.code: read_entry(one, part_name(name, number, one.code), sent, questionnaire, model)
            for one in question.fields
        }
        for number in numbers
    )
