"""Homework: what nobody knows yet and can be found out, worked out from the answers each time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workshop.domain.answer import Answer, Item, Phased, Status, Value
from workshop.domain.journey import PhaseModel
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question
from workshop.domain.route import Route, asked_of


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to find out: a question, or a `field` of one entry of it.

    `item` is that entry with its `number` (from 1) in a group, or its `phase` in a question per phase.
    `unknown` tells that someone said "weet ik niet"; else the question is still open.
    """

    question: Question
    field: Question | None = None
    item: Item | None = None
    number: int = 0
    phase: str = ""
    unknown: bool = True

    @property
    def asked(self) -> Question:
        """What is asked: the field, or the question itself."""
        return self.field or self.question


def errands(route: Route, model: PhaseModel) -> tuple[Errand, ...]:
    """Return what is not known and what is open and can be looked up, in the order of the questionnaire."""
    response = asked_of(route.questionnaire, route.response, route.shown)
    found = ((question, response.get(question.code)) for question in _asked(route))
    return tuple(errand for question, answer in found for errand in _of(question, answer, model))


@dataclass(frozen=True, slots=True)
class Things:
    """How many things are to be found out: said not to be known, and still open."""

    unknown: int
    open: int


def things(found: Iterable[Errand]) -> Things:
    """Count errands as things; the same question for more entries is one thing."""
    each = {(one.question.code, one.asked.code): one.unknown for one in found}
    unknown = sum(each.values())
    return Things(unknown, len(each) - unknown)


def found_out(route: Route) -> tuple[Question, ...]:
    """Return the questions that say where to find their answer, and have one."""
    return tuple(one for one in _asked(route) if one.find and route.response.known(one.code))


def minutes(questions: Iterable[Question]) -> int:
    """Add up how many minutes questions take to find out; those that do not say are not in it, so name them apart."""
    return sum(one.minutes for one in questions if one.minutes is not None)


def _asked(route: Route) -> Iterator[Question]:
    return (question for page in route.pages for question in page.questions)


def _of(question: Question, answer: Answer | None, model: PhaseModel) -> Iterator[Errand]:
    if answer is None:
        if question.find and not question.optional:
            yield Errand(question, unknown=False)
    elif answer.status is Status.UNKNOWN:
        yield Errand(question)
    else:
        entries = _entries(question, answer.value, model)
        yield from (replace(entry, field=field) for entry in entries for field in _unknown(question, entry.item))


def _entries(question: Question, value: Value | None, model: PhaseModel) -> Iterator[Errand]:
    """Give each entry of an answer, still without a field."""
    match value:
        case Phased():
            for card in cards(model, value):
                yield Errand(question, item=card.item, phase=card.phase)
        case tuple():
            items = (one for one in value if isinstance(one, Item))
            yield from (Errand(question, item=one, number=number) for number, one in enumerate(items, start=1))


def _unknown(question: Question, item: Item | None) -> Iterator[Question]:
    if item is None:
        return
    for field in question.fields:
        answer = item.get(field.code)
        if answer is not None and answer.status is Status.UNKNOWN:
            yield field
