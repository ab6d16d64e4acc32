"""The route through a questionnaire: which questions are asked, which page comes next, how far someone is."""

from dataclasses import dataclass, replace
from enum import StrEnum

from workshop.domain.answer import Answer, Item, Phased
from workshop.domain.economics import economics
from workshop.domain.facts import FIGURES, AnswerFacts
from workshop.domain.questionnaire import Page, Question, Questionnaire, Section
from workshop.domain.reading import Reading
from workshop.domain.response import Length, Response
from workshop.domain.validity import row_ids


class SectionStatus(StrEnum):
    """How far someone is with a section of the task list."""

    NOT_STARTED = "not_started"
    BUSY = "busy"
    DONE = "done"


def facts_of(questionnaire: Questionnaire, response: Response, *, figures: bool) -> AnswerFacts:
    """Return what a condition may ask of these answers; `figures` also works out the sums (all but `balance`)."""
    model = questionnaire.model(response.model) or questionnaire.models[0]
    reading = Reading(questionnaire, model, response)
    return AnswerFacts(reading, economics(reading) if figures else None)


def visible(questionnaire: Questionnaire, response: Response) -> frozenset[str]:
    """Return the codes of the questions that are asked: a condition must be true, not merely not false.

    Questions are judged in order, and what was once answered in a question that is hidden now no longer counts.
    """
    conditional = [one for one in questionnaire.questions if one.conditional]
    if not conditional:
        return questionnaire.always_asked
    figures = any(one.ask_when and one.ask_when.names & FIGURES.keys() for one in conditional)
    facts = facts_of(questionnaire, response, figures=figures)
    shown = set(questionnaire.always_asked)
    for question in conditional:
        answer = response.get(question.code)
        if _asks(question, facts, answer is not None):
            shown.add(question.code)
            asked = (
                one for one in question.fields if not one.conditional or _asks(one, facts, _holds(answer, one.code))
            )
            shown.update(f"{question.code}.{one.code}" for one in asked)
        elif answer is not None:
            response = response.with_answers({question.code: None})
            facts = facts_of(questionnaire, response, figures=figures)
    return frozenset(shown)


def _asks(question: Question, facts: AnswerFacts, answered: bool) -> bool:
    """Tell whether a question is asked: the quick scan asks what belongs to the full session only once answered."""
    if question.full and not answered and facts.reading.response.length is not Length.FULL:
        return False
    return question.ask_when is None or question.ask_when(facts).value is True


def items_of(answer: Answer | None) -> tuple[Item, ...]:
    """Return the items of a group or of a question per phase; none for any other answer."""
    match answer.value if answer else None:
        case Phased(items=items):
            return tuple(items.values())
        case tuple() as values:
            return tuple(one for one in values if isinstance(one, Item))
    return ()


def _holds(answer: Answer | None, code: str) -> bool:
    return any(item.get(code) is not None for item in items_of(answer))


def asked_of(questionnaire: Questionnaire, response: Response, shown: frozenset[str]) -> Response:
    """Return a response with only what is asked: what is hidden never counts, nor does a hidden field of a group.

    `shown` is what `visible` gives for this response.
    """
    kept = {code: answer for code, answer in response.answers.items() if code in shown}
    for question in questionnaire.questions:
        hidden = frozenset(one.code for one in question.fields if f"{question.code}.{one.code}" not in shown)
        if hidden and question.code in kept:
            kept[question.code] = _without(kept[question.code], hidden)
    return replace(response, answers=kept)


def _without(answer: Answer, hidden: frozenset[str]) -> Answer:
    def cut(item: Item) -> Item:
        return Item({code: one for code, one in item.answers.items() if code not in hidden})

    match answer.value:
        case Phased(items=items):
            return replace(answer, value=Phased({block: cut(item) for block, item in items.items()}))
        case tuple() as values if items_of(answer):
            return replace(answer, value=tuple(cut(one) for one in values if isinstance(one, Item)))
    return answer


@dataclass(frozen=True, slots=True)
class Route:
    """The way through a questionnaire for these answers: what is asked, in which pages; worked out once."""

    questionnaire: Questionnaire
    response: Response
    shown: frozenset[str]
    pages: tuple[Page, ...]
    """The pages that have something to ask, with only the questions that are asked."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that ask something."""
        return tuple(one for one in self.questionnaire.sections if any(q.code in self.shown for q in one.questions))

    def page(self, code: str) -> Page | None:
        """Return this page with only the questions that are asked; None when it is unknown or asks nothing."""
        return next((page for page in self.pages if page.code == code), None)

    def after(self, code: str) -> Page | None:
        """Return the page after this one (itself asked or not); None at the end or when the code is unknown."""
        codes = [page.code for page in self.questionnaire.pages]
        later = codes[codes.index(code) + 1 :] if code in codes else []
        return next((page for page in self.pages if page.code in later), None)

    def before(self, code: str) -> Page | None:
        """Return the page before this one (itself asked or not); None at the start or when the code is unknown."""
        codes = [page.code for page in self.questionnaire.pages]
        earlier = codes[: codes.index(code)] if code in codes else []
        return next((page for page in reversed(self.pages) if page.code in earlier), None)

    def count(self, section: Section | None = None) -> tuple[int, int]:
        """Count the answers and the questions asked, of a section or of all; "weet ik niet" is an answer too."""
        questions = section.questions if section else self.questionnaire.questions
        asked = [q.code for q in questions if q.code in self.shown and (not q.optional or self.response.get(q.code))]
        return sum(self.response.get(code) is not None for code in asked), len(asked)

    def status(self, section: Section) -> SectionStatus:
        """Say how far a section is; a section that asks nothing is done."""
        answered, asked = self.count(section)
        if answered == asked:
            return SectionStatus.DONE
        return SectionStatus.BUSY if answered else SectionStatus.NOT_STARTED

    def step(self, page_code: str) -> tuple[int, int]:
        """Return the number of the section of this page, from 1, and how many sections ask something.

        The number is 0 when the page is unknown or its section asks nothing.
        """
        steps = (n for n, one in enumerate(self.sections, start=1) if any(p.code == page_code for p in one.pages))
        return next(steps, 0), len(self.sections)


def plan(questionnaire: Questionnaire, response: Response) -> Route:
    """Work out the route for these answers."""
    shown = visible(questionnaire, response)
    cut = (_cut(page, shown) for page in questionnaire.pages)
    return Route(questionnaire, response, shown, tuple(page for page in cut if page.questions))


def rows(question: Question, questionnaire: Questionnaire, response: Response) -> tuple[str, ...]:
    """Return the rows to show for a matrix or count, in the order of the catalogue.

    `rows_from` narrows them to what was named there, as soon as something was; rows that are `always` shown and
    rows that hold an answer come with them, so that nothing is lost unseen.
    """
    known = row_ids(question, questionnaire)
    named = _named(question.rows_from, response) if question.rows_from else ()
    if not named:
        return known
    answer = response.get(question.code)
    held = getattr(answer.value, "levels", getattr(answer.value, "counts", ())) if answer else ()
    wanted = {*named, *question.always, *held}
    return tuple(row for row in known if row in wanted)


def _named(rows_from: str, response: Response) -> tuple[str, ...]:
    """Return the codes in a field of a group ("channels.channel") or in a choices question ("channels")."""
    group, _, code = rows_from.partition(".")
    answer = response.get(group)
    if answer is None or not isinstance(answer.value, tuple):
        return ()
    values = [one.get(code) if isinstance(one, Item) else one for one in answer.value]
    return tuple(text for one in values if isinstance(text := one if isinstance(one, str) else one and one.value, str))


def _cut(page: Page, shown: frozenset[str]) -> Page:
    asked = tuple(cut_fields(question, shown) for question in page.questions if question.code in shown)
    return page if asked == page.questions else replace(page, questions=asked)


def cut_fields(question: Question, shown: frozenset[str]) -> Question:
    """Return a group with only the fields that are asked; any other question as it is."""
    fields = tuple(one for one in question.fields if f"{question.code}.{one.code}" in shown)
    return question if len(fields) == len(question.fields) else replace(question, fields=fields)
