"""A questionnaire as read from its folder: sections, pages, questions and choices; immutable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from workshop.domain.expression import Expression
from workshop.domain.journey import PhaseModel, Stage


class QuestionType(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    CHOICES = "choices"
    SCALE = "scale"
    NUMBER = "number"
    AMOUNT = "amount"
    PERCENT = "percent"
    YES_NO = "yes_no"
    TEXT = "text"
    DATE = "date"
    DIVISION = "division"
    MATRIX = "matrix"
    GROUP = "group"
    COUNT = "count"
    PER_PHASE = "per_phase"


class Unit(StrEnum):
    """Unit of a number; its words stand in templates/words, section [unit]."""

    EURO = "euro"
    EURO_PER_HOUR = "euro_per_hour"
    EURO_PER_MONTH = "euro_per_month"
    HOURS = "hours"
    HOURS_PER_WEEK = "hours_per_week"
    HOURS_PER_MONTH = "hours_per_month"
    HOURS_PER_YEAR = "hours_per_year"
    PERCENT = "percent"
    TIMES_PER_YEAR = "times_per_year"
    CUSTOMERS = "customers"
    CONVERSATIONS = "conversations"
    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    STEPS = "steps"
    PEOPLE = "people"
    REQUESTS = "requests"
    QUOTES = "quotes"
    CONTACTS = "contacts"
    REVIEWS = "reviews"
    STARS = "stars"
    TIMES = "times"
    TIMES_PER_MONTH = "times_per_month"
    VISITORS_PER_MONTH = "visitors_per_month"
    REQUESTS_PER_MONTH = "requests_per_month"


MONEY: Final = frozenset({Unit.EURO, Unit.EURO_PER_HOUR, Unit.EURO_PER_MONTH})
HOURS: Final = frozenset({Unit.HOURS, Unit.HOURS_PER_WEEK, Unit.HOURS_PER_MONTH, Unit.HOURS_PER_YEAR})


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice or one point of a scale; `score` (0–100) only where the answer is scored."""

    code: str
    text: str
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A condition that a set of answers must satisfy; when it is false `message` is shown at the question."""

    condition: Expression
    message: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question, or one field of a repeated group.

    Numbers: `low` and `high` are inclusive plausible bounds in the unit as typed (percent: 0–100);
    `whole` asks for whole numbers. `rows` names a list for matrix and count ("channels" = the catalogue) and
    `rows_from` the group field ("channels.channel") whose answers narrow the rows in the wizard;
    `always` are row ids shown in any case. `at_most` limits items of a group, or the total of a count. `nobody` holds
    words (lower case) that mean "none" in a text field. An `optional` question never counts as still open. `full` is
    asked in the full session only; `editor` names the page where a group is filled in when that is no question page
    ("map").
    """

    code: str
    title: str
    type: QuestionType
    help: str = ""
    why: str = ""
    example: str = ""
    prompt: str = ""
    find: str = ""
    minutes: int | None = None
    source: str = ""
    unit: Unit | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    whole: bool = False
    choices: tuple[Choice, ...] = ()
    fields: tuple["Question", ...] = ()
    rows: str = ""
    rows_from: str = ""
    always: tuple[str, ...] = ()
    at_most: int | None = None
    nobody: tuple[str, ...] = ()
    asks_evidence: bool = False
    takes_unknown: bool = True
    takes_not_applicable: bool = True
    ask_when: Expression | None = None
    full: bool = False
    optional: bool = False
    editor: str = ""
    checks: tuple[Check, ...] = ()
    line: int = 0

    @property
    def is_money(self) -> bool:
        """Tell whether the answer is in euros: an amount, or a division in euros."""
        euros = (Unit.EURO, Unit.EURO_PER_HOUR, Unit.EURO_PER_MONTH)
        return self.type is QuestionType.AMOUNT or (self.type is QuestionType.DIVISION and self.unit in euros)

    @property
    def conditional(self) -> bool:
        """Tell whether it depends on the answers or the length whether this is asked, in whole or in part."""
        return self.ask_when is not None or self.full or any(one.conditional for one in self.fields)

    def choice(self, code: str) -> Choice | None:
        """Return the choice with this code, or None."""
        return next((choice for choice in self.choices if choice.code == code), None)

    def field(self, code: str) -> "Question | None":
        """Return the field of a repeated group with this code, or None."""
        return next((one for one in self.fields if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Page:
    """One to four related questions under one heading; `code` is unique in the questionnaire."""

    code: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One task of the task list; `help` is its introduction in Markdown (at most 60 words)."""

    code: str
    title: str
    help: str
    pages: tuple[Page, ...]
    questions: tuple[Question, ...] = field(init=False, compare=False, repr=False)
    """All questions of the section, in the order they are asked."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "questions", tuple(one for page in self.pages for one in page.questions))


FIT_ORDER = ("none", "weak", "fair", "strong")
"""How well a channel suits a stage, from not at all to strongly."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a channel suits a stage: "strong", "fair", "weak" or "none", with the tag of its source."""

    level: str
    source: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A row of the channel catalogue; `medium` is online, offline or both, `kind` own, partner, customer, external."""

    id: str
    name: str
    medium: str
    kind: str
    fits: Mapping[Stage, Fit]
    reason: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """One of the six questions of source 003, printed verbatim; `score` names the scoring function for it."""

    id: str
    text: str
    score: str
    source: str


def _unconditional(questions: tuple[Question, ...]) -> Iterator[str]:
    for question in questions:
        if not question.conditional:
            yield question.code
            yield from (f"{question.code}.{field.code}" for field in question.fields)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything of one questionnaire folder but its rules, in one language."""

    id: str
    version: str
    language: str
    title: str
    introduction: str
    needs: tuple[str, ...]
    sections: tuple[Section, ...]
    models: tuple[PhaseModel, ...]
    channels: tuple[Channel, ...]
    default_model: str
    selftests: tuple[SelfTest, ...] = ()
    settings: Mapping[str, Decimal] = field(default_factory=dict)
    sample: str = ""
    """Name of the example whose report people see before they start; "" for none."""
    pages: tuple[Page, ...] = field(init=False, compare=False, repr=False)
    """All pages in order."""
    questions: tuple[Question, ...] = field(init=False, compare=False, repr=False)
    """All questions in order, without the fields of groups."""
    optional: frozenset[str] = field(init=False, compare=False, repr=False)
    """Codes of the questions that may be left blank."""
    always_asked: frozenset[str] = field(init=False, compare=False, repr=False)
    """Codes of the questions without a condition, and of their fields as "group.field"."""
    places: Mapping[str, int] = field(init=False, compare=False, repr=False)
    """Where each question stands, from 0."""
    _by_code: Mapping[str, Question] = field(init=False, compare=False, repr=False)
    _fits: dict[tuple[str, tuple[Stage, ...]], str] = field(init=False, compare=False, repr=False, default_factory=dict)
    _channels: Mapping[str, Channel] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        pages = tuple(page for section in self.sections for page in section.pages)
        questions = tuple(question for page in pages for question in page.questions)
        object.__setattr__(self, "pages", pages)
        object.__setattr__(self, "questions", questions)
        object.__setattr__(self, "optional", frozenset(one.code for one in questions if one.optional))
        object.__setattr__(self, "always_asked", frozenset(_unconditional(questions)))
        object.__setattr__(self, "places", {one.code: place for place, one in enumerate(questions)})
        object.__setattr__(self, "_by_code", {one.code: one for one in reversed(questions)})
        object.__setattr__(self, "_channels", {one.id: one for one in reversed(self.channels)})

    def question(self, code: str) -> Question | None:
        """Return the question with this code, or None."""
        return self._by_code.get(code)

    @property
    def money_codes(self) -> frozenset[str]:
        """Codes of the answers that are euros; a field of a group as "group.field"."""
        fields = [(f"{one.code}.{part.code}", part) for one in self.questions for part in one.fields]
        return frozenset(code for code, one in [*((q.code, q) for q in self.questions), *fields] if one.is_money)

    def model(self, model_id: str) -> PhaseModel | None:
        """Return the phase model with this id, or None."""
        return next((model for model in self.models if model.id == model_id), None)

    def channel(self, channel_id: str) -> Channel | None:
        """Return the channel with this id, or None."""
        return self._channels.get(channel_id)

    def fit(self, channel_id: str, stages: tuple[Stage, ...]) -> str:
        """Return the best fit of a channel over some stages: strong, fair, weak or none; looked up once."""
        known = self._fits.get((channel_id, stages))
        if known is None:
            channel = self.channel(channel_id)
            levels = [channel.fits[one].level for one in stages if one in channel.fits] if channel else []
            known = self._fits[channel_id, stages] = max(levels, key=FIT_ORDER.index, default="none")
        return known

    def __iter__(self) -> Iterator[Section]:
        return iter(self.sections)
