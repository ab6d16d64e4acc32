"""Where on a page something stands, in words: a message about one row or card names it."""

from typing import Final

from workshop.domain.answer import Phased, Problem
from workshop.domain.phased import Card, cards
from workshop.domain.questionnaire import Question, QuestionType
from workshop.web.drawing.context import Drawing

_NAME_IT: Final = frozenset({"answer.row_without", "answer.row_twice"})
"""Messages that name their row themselves."""
_ENDS: Final = (".", "?", "!")


def say_where(drawing: Drawing, problem: Problem) -> str:
    """Say what is wrong, after the row or card it is about: "Behoud: Dit getal is te hoog."."""
    told, place = drawing.say(problem), "" if problem.key in _NAME_IT else place_of(drawing, problem.where)
    if not place:
        return told
    return f"{place}{' ' if place.endswith(_ENDS) else ': '}{told}"


def place_of(drawing: Drawing, where: str) -> str:
    """Name the row, the cell or the field of a card that a problem points at; "" for a question as a whole."""
    code, *parts = where.split(".")
    question = drawing.questionnaire.question(code)
    if question is None or not parts:
        return ""
    match question.type:
        case QuestionType.GROUP | QuestionType.PER_PHASE:
            return " – ".join(filter(None, _in_card(drawing, question, parts)))
        case QuestionType.DIVISION:
            return _phase_name(drawing, parts[0])
        case _:
            names = (row_name(drawing, question, parts[0]), *(_phase_name(drawing, one) for one in parts[1:]))
            return ", ".join(filter(None, names))


def row_name(drawing: Drawing, question: Question, row: str) -> str:
    """Return the name of a row: a channel, or a choice of the question."""
    channel, choice = drawing.questionnaire.channel(row), question.choice(row)
    return channel.name if channel else choice.text if choice else row


def noun_of(drawing: Drawing, group: Question) -> str:
    """Return what one card of a group is called: "Kanaal"."""
    named = f"web.group.{group.code}"
    return drawing.words(named if drawing.words.has(named) else "web.group.other")


def phase_title(drawing: Drawing, card: Card) -> str:
    """Return the title of the card of a phase; one of a part of a phase names the part."""
    phase = drawing.model.phase(card.phase)
    name = phase.name if phase else card.phase
    if phase is None or len(card.blocks) == len(phase.blocks):
        return name
    return f"{name}: {drawing.words.join([drawing.words(f'block.{one}') for one in card.blocks])}"


def draft_note(drawing: Drawing, question: Question, where: str) -> str:
    """Tell that what stands in a question is kept, but is no answer yet; "" for an answer."""
    told: list[str] = []
    if where in drawing.drafted:
        group = question.type is QuestionType.GROUP
        told += [drawing.words("web.cards.draft" if group else "web.autosave.draft")]
        told += [say_where(drawing, one) for one in drawing.drafted[where]]
        told += [] if group or not drawing.said.get(where) else [_stays(drawing, where)]
    if where in drawing.elsewhere:
        told.append(drawing.words("web.autosave.elsewhere", there=drawing.elsewhere[where]))
    return " ".join(dict.fromkeys(told))


def _stays(drawing: Drawing, where: str) -> str:
    return drawing.words("web.autosave.there", there=drawing.said[where])


def _in_card(drawing: Drawing, question: Question, parts: list[str]) -> tuple[str, str]:
    """Name a card and its field; a group counts its cards, a question per phase has a key of one or two parts."""
    field = question.field(parts[-1])
    key = parts[:-1] if field else parts
    title = field.title if field else ""
    if not key:
        return "", ""
    if question.type is QuestionType.GROUP:
        return f"{noun_of(drawing, question)} {key[0]}", title
    answer = drawing.response.get(question.code)
    shown = cards(drawing.model, answer.value if answer and isinstance(answer.value, Phased) else None)
    card = next((one for one in shown if one.key == ".".join(key)), None)
    return phase_title(drawing, card) if card else _phase_name(drawing, key[0]), title


def _phase_name(drawing: Drawing, phase: str) -> str:
    found = drawing.model.phase(phase)
    return found.name if found else ""
