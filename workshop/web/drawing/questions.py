"""From a question and what stands in it to a view, whatever its type; and from problems to the error summary."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from workshop.domain.answer import Phased, Problem
from workshop.domain.entry import Entry
from workshop.domain.phased import Card as PhaseCard
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question, QuestionType
from workshop.web.drawing import cards as draw_cards
from workshop.web.drawing import fields as draw_fields
from workshop.web.drawing import lists as draw_lists
from workshop.web.drawing.context import LONG_LIST, Drawing, ids
from workshop.web.drawing.places import draft_note, noun_of, phase_title, say_where
from workshop.web.drawing.views import Card, Mistake, QuestionView
from workshop.web.fields.entries import card_name, part_name

_T = QuestionType
_BLANK_ROWS: Final = 3
"""Blank rows in a group of short rows that has no answer yet."""
_MOST_CARDS: Final = 12
_CARD_LINES: Final = 2
"""Lines of a text area in a card, which has many."""


def draw(drawing: Drawing, question: Question, entry: Entry) -> QuestionView:
    """Draw a question of the page."""
    return replace(
        _body(drawing, question, question.code, entry, question.code),
        help=drawing.prose(question.help),
        why=drawing.prose(question.why),
        example=drawing.prose(question.example),
        find=drawing.prose(question.prompt, question.find),
    )


def mistakes(drawing: Drawing, views: Mapping[str, QuestionView]) -> tuple[Mistake, ...]:
    """List what is wrong, in the order of the page."""
    titles = {code: view.title for code, view in views.items() if len(views) > 1}
    return tuple(
        Mistake(_target(problem, views), say_where(drawing, problem), titles.get(problem.where.partition(".")[0], ""))
        for problem in drawing.problems
    )


def _body(drawing: Drawing, question: Question, name: str, entry: Entry, where: str) -> QuestionView:
    bare = QuestionView(
        question.code,
        name,
        name,
        question.title,
        "box",
        target=name,
        errors=drawing.errors_at(where),
        draft=draft_note(drawing, question, where),
        clash=where in drawing.clashing,
        small=name != question.code,
        status=draw_fields.status(drawing, question, name, entry),
        evidence=draw_fields.evidence(drawing, question, name, entry),
    )
    match question.type:
        case _T.CHOICE if len(question.choices) > LONG_LIST:
            return draw_fields.listed(drawing, question, bare, entry)
        case _T.CHOICE | _T.CHOICES | _T.SCALE | _T.YES_NO:
            return draw_fields.ticked(drawing, question, bare, entry)
        case _T.DIVISION | _T.COUNT:
            return draw_lists.amounts(drawing, question, bare, entry, where)
        case _T.MATRIX:
            return draw_lists.grid(drawing, question, bare, entry)
        case _T.GROUP:
            return _cards(drawing, question, bare, entry)
        case _T.PER_PHASE:
            return _phases(drawing, question, bare, entry)
    return draw_fields.typed(drawing, question, bare, entry)


def _cards(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw a card per entry of a group; a group of channels has short rows instead."""
    compact = _of_channels(drawing, question)
    most = question.at_most or _MOST_CARDS
    items = draw_cards.items_to_draw(drawing, question, entry, _BLANK_ROWS if compact else 1, most)
    noun = noun_of(drawing, question)
    used = draw_cards.taken(question, items)
    drawn = tuple(
        draw_cards.with_buttons(drawing, question, draw_cards.to_choose(card, used), number, entry)
        for number, item in enumerate(items, start=1)
        for card in [_card(drawing, question, str(number), item, f"{noun} {number}", told=number == 1 or not compact)]
    )
    return replace(
        bare,
        kind="cards",
        cards=drawn,
        compact=compact,
        more=drawing.words("web.question.more", noun=noun.lower()) if len(items) < most else "",
        described=ids(bare, question.help and "uitleg"),
        target=drawn[0].id if drawn else f"{bare.id}-vraag",
    )


def _phases(drawing: Drawing, question: Question, bare: QuestionView, entry: Entry) -> QuestionView:
    """Draw a card per phase of the model in view; a phase whose parts were answered apart has a card for each."""
    answer = drawing.response.get(question.code)
    shown = cards(drawing.model, answer.value if answer and isinstance(answer.value, Phased) else None)
    drawn = tuple(_phase(drawing, question, one, entry.phases.get(one.key, {}), told=one is shown[0]) for one in shown)
    first = next((one.id for one, card in zip(drawn, shown, strict=True) if not entry.phases.get(card.key)), "")
    opened = tuple(replace(card, open=card.open or card.id == first) for card in drawn)
    return replace(
        bare, kind="cards", cards=opened, described=ids(bare, question.help and "uitleg"), target=drawn[0].id
    )


def _phase(drawing: Drawing, question: Question, phase: PhaseCard, fields: Mapping[str, Entry], *, told: bool) -> Card:
    """Draw one phase, folded away unless something in it needs mending."""
    card = _card(drawing, question, phase.key, fields, phase_title(drawing, phase), told=told)
    filled = sum(one.filled or one.status is not None for one in fields.values())
    counted = {"n": str(filled), "total": str(len(question.fields))}
    state = drawing.words("web.question.filled", **counted) if filled else drawing.words("web.question.blank")
    return replace(card, state=state, open=any(one.errors or one.box.errors for one in card.fields))


def _of_channels(drawing: Drawing, question: Question) -> bool:
    first = question.fields[0] if question.fields else question
    return bool(first.choices) and all(drawing.questionnaire.channel(choice.code) for choice in first.choices)


def _card(drawing: Drawing, question: Question, key: str, item: Mapping[str, Entry], title: str, *, told: bool) -> Card:
    name, where = card_name(question.code, key), f"{question.code}.{key}"
    views = []
    for one in question.fields:
        entry = item.get(one.code, Entry())
        view = _body(drawing, replace(one, help=""), part_name(name, one.code), entry, f"{where}.{one.code}")
        view = replace(view, box=replace(view.box, lines=min(view.box.lines, _CARD_LINES)))
        views.append(_explained(drawing, one, view) if told else view)
    return Card(name, title, tuple(views))


def _explained(drawing: Drawing, field: Question, view: QuestionView) -> QuestionView:
    """Put help, example and ways to find out behind one word: a card has many fields."""
    example = f"*{drawing.words('web.question.example')}:* {field.example}" if field.example else ""
    told = drawing.prose(field.help, example, field.prompt, field.find)
    return replace(view, note=drawing.words("web.question.explain"), find=told)


def _target(problem: Problem, views: Mapping[str, QuestionView]) -> str:
    """Return the id of the field a problem is about; the parts of its place are the parts of the field's name."""
    code, _, rest = problem.where.partition(".")
    view = views.get(code)
    if view is None or not rest:
        return view.target if view else "main"
    place = problem.where.replace(".", "-")
    inside = (field.target for card in view.cards for field in card.fields if field.id == place)
    return next(inside, place)
