"""The names an expression may use in one questionnaire, and what each of them is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from workshop.content.notebook import Placed
from workshop.content.reading import FolderReading
from workshop.domain.facts import FACTS, FIGURES
from workshop.domain.finding import Focus, Threshold
from workshop.domain.journey import BLOCK_GROUPS, Block
from workshop.domain.questionnaire import Question, QuestionType


class Kind(Enum):
    """What a part of an expression is worth; ANY is what nothing can be said about."""

    NUMBER = "number"
    FRACTION = "fraction"
    TRUTH = "truth"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"
    TABLE = "table"
    ANY = "any"


NUMERIC = frozenset({Kind.NUMBER, Kind.FRACTION})
WORDLIKE = frozenset({Kind.TEXT, Kind.CHOICE})


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind with the codes it can be, and the name by which a message speaks of it."""

    kind: Kind
    codes: tuple[str, ...] = ()
    name: str = ""


ANYTHING = Sort(Kind.ANY)
FIT_LEVELS = ("strong", "fair", "weak", "none")
FOCUS_NAMES: Mapping[Focus, frozenset[str]] = {
    Focus.BUSINESS: frozenset(),
    Focus.PHASE: frozenset({"phase"}),
    Focus.CHANNEL: frozenset({"channel"}),
    Focus.CELL: frozenset({"phase", "channel"}),
    Focus.TOUCHPOINT: frozenset({"touchpoint", "phase"}),
}
EVERY_FOCUS_NAME = frozenset(name for names in FOCUS_NAMES.values() for name in names)
_KINDS: Mapping[QuestionType, Kind] = {
    QuestionType.CHOICE: Kind.CHOICE,
    QuestionType.CHOICES: Kind.CHOICES,
    QuestionType.SCALE: Kind.NUMBER,
    QuestionType.NUMBER: Kind.NUMBER,
    QuestionType.AMOUNT: Kind.NUMBER,
    QuestionType.PERCENT: Kind.FRACTION,
    QuestionType.YES_NO: Kind.TRUTH,
    QuestionType.TEXT: Kind.TEXT,
    QuestionType.DATE: Kind.NUMBER,
    QuestionType.DIVISION: Kind.NUMBER,
    QuestionType.MATRIX: Kind.TABLE,
    QuestionType.GROUP: Kind.NUMBER,
    QuestionType.COUNT: Kind.NUMBER,
    QuestionType.PER_PHASE: Kind.TABLE,
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that expressions of one folder may name."""

    questions: Mapping[str, Question]
    siblings: Mapping[str, Mapping[str, Question]]
    places: Mapping[str, int]
    unsure: frozenset[str]
    phases: tuple[str, ...]
    channels: tuple[str, ...]
    foci: Mapping[str, frozenset[str]]
    choice_codes: frozenset[str]
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)

    def focus_names(self, placed: Placed) -> frozenset[str]:
        """Return the names that hold only in this expression's rule."""
        return self.foci.get(placed.owner, FOCUS_NAMES[Focus.BUSINESS])

    def names(self, placed: Placed) -> tuple[str, ...]:
        """Return every name that may stand in this expression."""
        fields = self.fields_beside(placed)
        return (*self.questions, *fields, *FIGURES, *self.thresholds, *self.focus_names(placed))

    def fields_beside(self, placed: Placed) -> Mapping[str, Question]:
        """Return the fields of the same item that an expression may name: an `ask when` looks at questions only."""
        return {} if placed.key == "ask when" else self.siblings.get(placed.owner, {})

    def question(self, name: str, placed: Placed) -> Question | None:
        """Return the question or field that a name stands for in this expression."""
        return self.fields_beside(placed).get(name) or self.questions.get(name)

    def groups(self, placed: Placed) -> tuple[str, ...]:
        """Return everything that can stand where a fact asks for a group or phase."""
        blocks = (block.value for block in Block)
        return (*BLOCK_GROUPS, *blocks, *self.phases, *(self.focus_names(placed) & {"phase"}))

    def sort(self, name: str, placed: Placed) -> Sort | None:
        """Return what a name is worth; None when it is unknown."""
        if name in self.focus_names(placed):
            known = {"phase": self.phases, "channel": self.channels}
            return Sort(Kind.CHOICE, known[name], name) if name in known else ANYTHING
        if name in self.thresholds:
            kind = Kind.FRACTION if self.thresholds[name].kind == "percent" else Kind.NUMBER
            return Sort(kind, (), name)
        if name in FIGURES:
            return Sort(Kind.FRACTION if FIGURES[name] == "percent" else Kind.NUMBER, (), name)
        question = self.question(name, placed)
        if question is None:
            return None
        if name in self.unsure:
            return ANYTHING
        return Sort(_KINDS[question.type], tuple(choice.code for choice in question.choices), name)


def fact_sort(name: str) -> Sort:
    """Return what a fact gives."""
    match FACTS[name].result:
        case "number":
            return Sort(Kind.FRACTION if name.endswith("_share") else Kind.NUMBER, (), name)
        case "truth":
            return Sort(Kind.TRUTH, (), name)
        case "text":
            return Sort(Kind.CHOICE, FIT_LEVELS, name) if name == "fit" else Sort(Kind.TEXT, (), name)


def vocabulary_of(reading: FolderReading) -> Vocabulary:
    """Gather the names of a folder."""
    questions = reading.questionnaire.questions
    models = reading.questionnaire.models
    phases = dict.fromkeys(phase.id for model in models for phase in model.phases)
    everything = [one for question in questions for one in (question, *question.fields)]
    return Vocabulary(
        questions={question.code: question for question in reversed(questions)},
        siblings={
            f"{question.code}.{field.code}": {one.code: one for one in question.fields}
            for question in questions
            for field in question.fields
        },
        places={question.code: place for place, question in reversed(list(enumerate(questions)))},
        unsure=reading.unsure,
        phases=tuple(phases),
        channels=tuple(channel.id for channel in reading.questionnaire.channels),
        foci=_foci(reading),
        choice_codes=frozenset(choice.code for one in everything for choice in one.choices),
        thresholds={one.code: one for one in reading.rules.thresholds},
    )


def _foci(reading: FolderReading) -> Mapping[str, frozenset[str]]:
    """Return the names that each rule's focus gives; an unsure rule, or a code that stands twice, may use them all."""
    foci: dict[str, frozenset[str]] = {}
    for rule in reading.rules.gaps:
        unclear = rule.id in foci or rule.id in reading.unsure
        foci[rule.id] = EVERY_FOCUS_NAME if unclear else FOCUS_NAMES[rule.focus]
    return foci
