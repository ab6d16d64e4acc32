"""The buttons of a card in a group: move it, copy it, remove it and put it back."""

from dataclasses import dataclass
from typing import Final

from workshop.domain.answer import Answer, Item
from workshop.domain.entry import Entry, show_entry
from workshop.domain.route import items_of
from workshop.report.answers import answer_words
from workshop.report.voice import Voice
from workshop.web.fields.entries import moved_item, standing, with_item, without_item
from workshop.web.fields.forms import PageForm
from workshop.web.visit import Visit

REMOVE: Final = "weg"
UP: Final = "omhoog"
DOWN: Final = "omlaag"
COPY: Final = "kopie"
BACK: Final = "terug"
THEIRS: Final = "hun"
MINE: Final = "mijn"
_STEPS: Final = {UP: -1, DOWN: 1}


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
    code, _, number = rest.partition("-")
    return Pressed(kind, code, int(number) if number.isdecimal() and len(number) < 10 else 0)


def press(visit: Visit, form: PageForm, action: str) -> frozenset[str]:
    """Do in a form what a button of a card asks; returns the questions of which the kept answer is shown again."""
    button = pressed(action)
    if button.kind == THEIRS:
        form.restore(button.code)
        return frozenset({button.code})
    if button.kind == REMOVE:
        form.change(button.code, lambda entry: without_item(entry, button.number))
    if button.kind in _STEPS:
        form.change(button.code, lambda entry: moved_item(entry, button.number, _STEPS[button.kind]))
    if button.kind == BACK:
        form.change(button.code, lambda entry: _put_back(visit, entry, button))
    return frozenset()


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


def _put_back(visit: Visit, entry: Entry, button: Pressed) -> Entry:
    question, found = visit.questionnaire.question(button.code), _removed(visit, button)
    if found is None or question is None:
        return entry
    place, item = found
    shown = show_entry(question, Answer(value=(item,)), visit.questionnaire, visit.model, visit.language)
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
