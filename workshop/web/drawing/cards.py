"""What goes with the cards of a group: their names and buttons, and what is left to choose."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from workshop.domain.entry import Entry
from workshop.domain.questionnaire import Question
from workshop.web.drawing.context import Drawing
from workshop.web.drawing.views import Card, CardButton
from workshop.web.fields.cards import COPY, DOWN, REMOVE, UP
from workshop.web.fields.entries import is_filled

_FEW: Final = 3
"""More cards than this fold away under their names."""
_MANY_FIELDS: Final = 20
"""So do cards that together have more fields than this; a single card stays open."""
Fields = Mapping[str, Entry]
"""What stands in a card, by field."""


def items_to_draw(drawing: Drawing, question: Question, entry: Entry, blanks: int, most: int) -> list[Fields]:
    """Return the cards of a group with its blank ones."""
    wanted = blanks if not entry.items else int(drawing.one_more == question.code)
    extra: list[Fields] = [{} for _ in range(min(wanted, most - len(entry.items)))]
    return [*entry.items, *extra]


def taken(question: Question, items: Sequence[Fields]) -> frozenset[str]:
    """Return the choices that cards begin with: each can be chosen once; that nothing was chosen is no choice."""
    first = question.fields[0].code
    return frozenset(code for item in items if first in item for code in item[first].chosen if code)


def to_choose(card: Card, used: frozenset[str]) -> Card:
    """Leave out of the list that a card begins with what other cards chose."""
    first, *rest = card.fields
    options = tuple(one for one in first.box.options if one.checked or one.value not in used)
    return replace(card, fields=(replace(first, box=replace(first.box, options=options)), *rest))


def with_buttons(drawing: Drawing, question: Question, card: Card, number: int, entry: Entry) -> Card:
    """Give a card its name, and the buttons that move, copy and remove it; a blank card has none."""
    called = _called(card)
    if number > len(entry.items):
        return replace(card, called=called)
    first, last = number == 1, number >= sum(is_filled(item) for item in entry.items)
    offered = {UP: not first, DOWN: not last, COPY: len(entry.items) < (question.at_most or 99), REMOVE: True}
    kinds = [kind for kind, offer in offered.items() if offer]
    buttons = tuple(
        CardButton(
            f"{kind}-{question.code}-{number}",
            drawing.words(f"web.cards.{kind}"),
            f"{card.id}-{kind}" if kind in (UP, DOWN) else "",
        )
        for kind in kinds
    )
    return _folded(drawing, replace(card, called=called, buttons=buttons), entry.items[number - 1], len(entry.items))


def _folded(drawing: Drawing, card: Card, item: Fields, cards: int) -> Card:
    """Fold a filled card away when there are many, unless something in it needs mending or it has no name yet."""
    filled = sum(one.filled or one.status is not None for one in item.values())
    many = cards > _FEW or (cards > 1 and cards * len(card.fields) > _MANY_FIELDS)
    if not many or not filled:
        return card
    state = drawing.words("web.question.filled", n=str(filled), total=str(len(card.fields)))
    nameless = not item.get(card.fields[0].code, Entry()).filled
    return replace(card, state=state, open=nameless or any(one.errors or one.box.errors for one in card.fields))


def _called(card: Card) -> str:
    """Name a card after what stands in its first field: "Kanaal 2: Instagram"."""
    box = card.fields[0].box
    name = next((one.label for one in box.options if one.checked and one.value), "") if box.options else box.value
    return f"{card.title}: {name}" if name else card.title
