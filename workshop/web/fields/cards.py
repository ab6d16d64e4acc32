"""The buttons of a card in a group: move it, copy it, remove it and put it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Answer, Item
from workshop.domain.entry import Entry, parse_entry, show_entry
from workshop.domain.questionnaire import Question, QuestionType
from workshop.domain.route import items_of
from workshop.report.answers import answer_words
from workshop.report.voice import Voice
from workshop.web.fields.entries import (
    card_fields,
    card_pattern,
    copied_item,
    moved_item,
    standing,
    with_item,
    without_item,
)
from workshop.web.fields.forms import PageForm
from workshop.web.fields.whole import number
from workshop.web.visit import Visit

REMOVE: Final = "weg"
UP: Final = "omhoog"
DOWN: Final = "omlaag"
COPY: Final = "kopie"
BACK: Final = "terug"
THEIRS: Final = "hun"
MINE: Final = "mijn"
_MOST_DIGITS: Final = 9
_STEPS: Final = {UP: -1, DOWN: 1}
_ARRANGING: Final = frozenset({REMOVE, UP, DOWN, COPY, BACK})


@dataclass(frozen=True, slots=True)
class Undo:
    """A card that was just removed: what its notice says, and what the button sends that puts it back."""

    said: str
    action: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of the form: what it does, and to which card of which question; cards count from 1, 0 is none."""

    kind: str
    code: str = ""
    number: int = 0


def pressed(action: str) -> Pressed:
    """Read what a button of the form sends: "weg-channels-2"."""
    kind, _, rest = action.partition("-")
    code, _, counted = rest.partition("-")
    return Pressed(kind, code, number(counted, _MOST_DIGITS) or 0)


def press(visit: Visit, form: PageForm, action: str) -> None:
    """Do in a form what its button asks: arrange the cards of a group, or show the kept answer again."""
    button = pressed(action)
    if button.kind == THEIRS:
        form.restore(button.code)
        return
    group = arranged_group(visit, form, action)
    if group is not None:
        form.change(group.code, lambda entry: _arrange(visit, group, entry, button))


def arranged_group(visit: Visit, form: PageForm, action: str) -> Question | None:
    """Return the group in this form of which the button arranges the cards; None for any other button."""
    button = pressed(action)
    asked = button.kind in _ARRANGING and button.code in form.entries
    question = visit.questionnaire.question(button.code) if asked else None
    return question if question is not None and question.type is QuestionType.GROUP else None


def arranged(sent: MultiDict[str, str], code: str, entry: Entry) -> MultiDict[str, str]:
    """Return a form with the cards of one group as they stand now: moved, copied, taken out or put back."""
    card = card_pattern(code)
    other = [pair for pair in sent.items(multi=True) if not card.match(pair[0])]
    return MultiDict([*other, *card_fields(code, entry.items)])


def kept_after(visit: Visit, group: Question, button: Pressed, card: Mapping[str, Entry]) -> Answer | None:
    """Return the answer of a group of which other cards are not finished: without this card, or with one put back.

    The card is known by the field that tells cards apart; one that is no part of the answer changes nothing.
    """
    answer = visit.response.get(group.code)
    items = list(items_of(answer))
    place = _place(visit, group, items, card) if button.kind == REMOVE else None
    found = _removed(visit, button) if button.kind == BACK else None
    if place is not None:
        del items[place]
    elif found is not None:
        items.insert(*found)
    else:
        return answer
    return Answer(value=tuple(items), evidence=answer.evidence if answer else None) if items else None


def card_after(entry: Entry, button: Pressed) -> str:
    """Return the id where to go on after a button of a card was pressed."""
    place = standing(entry, button.number)
    if button.kind not in _STEPS:
        return f"{button.code}-vraag"
    last = standing(entry, len(entry.items))
    now = min(max(place + _STEPS[button.kind], 1), last)
    direction = {1: DOWN, last: UP}.get(now, button.kind)
    return f"{button.code}-{now}-{direction}"


def undo(visit: Visit, wish: str) -> Undo | None:
    """Return how to put back the card that this address tells of ("channels-17"); None when there is none."""
    button = pressed(f"{BACK}-{wish}")
    question, found = visit.questionnaire.question(button.code), _removed(visit, button)
    if found is None or question is None:
        return None
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    first = question.fields[0]
    name = answer_words(first, found[1].get(first.code), voice)
    return Undo(visit.words("web.cards.removed", name=name), f"{BACK}-{wish}")


def _place(visit: Visit, group: Question, items: Sequence[Item], card: Mapping[str, Entry]) -> int | None:
    """Find the item that a card was made from, by what it begins with; None when it is no part of the answer yet."""
    first = group.fields[0]
    read = parse_entry(first, card.get(first.code, Entry()), visit.questionnaire, visit.model, visit.language)
    names = [found.value if (found := item.get(first.code)) else None for item in items]
    if not isinstance(read, Answer) or read.value is None or read.value not in names:
        return None
    return names.index(read.value)


def _arrange(visit: Visit, group: Question, entry: Entry, button: Pressed) -> Entry:
    if button.kind == REMOVE:
        return without_item(entry, button.number)
    if button.kind == COPY:
        return copied_item(entry, button.number, group.fields[0].code)
    if button.kind == BACK:
        return _put_back(visit, group, entry, button)
    return moved_item(entry, button.number, _STEPS[button.kind])


def _put_back(visit: Visit, group: Question, entry: Entry, button: Pressed) -> Entry:
    found = _removed(visit, button)
    if found is None:
        return entry
    place, item = found
    shown = show_entry(group, Answer(value=(item,)), visit.questionnaire, visit.model, visit.language)
    return with_item(entry, shown.items[0], place)


def _removed(visit: Visit, button: Pressed) -> tuple[int, Item] | None:
    """Return the item that an edit took out of a group, and its place from 0."""
    found = visit.workshop.history.edits(visit.id, visit.token, 1, button.number + 1)
    if not found or found[0].number != button.number:
        return None
    before, after = (items_of(answers.get(button.code)) for answers in (found[0].before, found[0].after))
    if len(before) != len(after) + 1:
        return None
    place = next((n for n, item in enumerate(after) if item != before[n]), len(after))
    return place, before[place]
