"""What Hypothesis draws: questions of every type, valid answers to them, and whole questionnaires.

`answers(question, questionnaire)` draws any valid answer to a question; `responses(questionnaire)` any answers to a
questionnaire, at any length and on any day; `notes()` the notes of a session; `full_sessions(questionnaire)` sessions
in which nearly all is answered; `questionnaires()` small questionnaires with conditions.
"""

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from tests.dossiers import full_session
from workshop.domain.answer import Answer, Counts, Evidence, Item, Phased, Status, Value
from workshop.domain.dossier import clean_who
from workshop.domain.expression import parse_expression
from workshop.domain.journey import Block, Division, Matrix, Phase, PhaseModel, Stage
from workshop.domain.note import Note, NoteKind
from workshop.domain.questionnaire import (
    Channel,
    Choice,
    Fit,
    Page,
    Question,
    Questionnaire,
    QuestionType,
    Section,
    Unit,
)
from workshop.domain.response import Length, Response
from workshop.domain.validity import most_decimals, row_ids
from workshop.language.text import clean_text
from workshop.language.tongue import Address, Language

A_MILLION = Decimal(1_000_000)


def phase(id_: str, *blocks: str) -> Phase:
    """Make a phase of these blocks."""
    return Phase(id_, id_.capitalize(), "", tuple(Block(block) for block in blocks), (Stage.AWARENESS,))


FIVE = PhaseModel(
    "five-phase",
    "Vijf fasen",
    "",
    "002",
    (
        phase("awareness", "b1"),
        phase("consideration", "b2", "b3"),
        phase("purchase", "b4"),
        phase("retention", "b5", "b6", "b7", "b8", "b9"),
        phase("advocacy", "b10"),
    ),
)
THREE = PhaseModel(
    "three-phase",
    "Drie fasen",
    "",
    "000",
    (phase("attract", "b1", "b2", "b3"), phase("sell", "b4", "b5"), phase("keep", "b6", "b7", "b8")),
)
TEN = PhaseModel("ten-blocks", "Tien", "", "000", tuple(phase(f"on_{block}", block) for block in Block))
MODELS = (FIVE, THREE, TEN)
"""Three models: several blocks a phase, blocks outside the model, and one block a phase."""

CHANNELS = tuple(
    Channel(id_, id_.capitalize(), "online", "own", {Stage.AWARENESS: Fit("strong", "S1")}, "")
    for id_ in ("website", "flyer", "word_of_mouth", "newsletter")
)
CHOICES = (Choice("never", "Nooit", 0), Choice("sometimes", "Soms", 40), Choice("always", "Altijd", 100))
SCALE = tuple(Choice(str(point), f"Punt {point}", point * 25) for point in range(5))

FIELDS = (
    Question("name", "Naam", QuestionType.TEXT),
    Question("revenue_share", "Aandeel", QuestionType.PERCENT, low=Decimal(0), high=Decimal(100)),
    Question("kind", "Soort", QuestionType.CHOICE, choices=CHOICES),
    Question("wishes", "Wensen", QuestionType.TEXT, asks_evidence=True),
    Question("euros", "Euro per maand", QuestionType.AMOUNT, unit=Unit.EURO_PER_MONTH, low=Decimal(0)),
)
QUESTIONS = (
    Question("market", "Markt", QuestionType.CHOICE, choices=CHOICES),
    Question("roles", "Rollen", QuestionType.CHOICES, choices=CHOICES),
    Question("care", "Zorg", QuestionType.SCALE, choices=SCALE, asks_evidence=True),
    Question("growth", "Groei", QuestionType.NUMBER),
    Question("customers", "Klanten", QuestionType.NUMBER, unit=Unit.CUSTOMERS, whole=True, low=Decimal(0)),
    Question("hours", "Uren", QuestionType.NUMBER, unit=Unit.HOURS, low=Decimal(0), high=Decimal(168)),
    Question("order", "Bedrag", QuestionType.AMOUNT, unit=Unit.EURO, low=Decimal(0), asks_evidence=True),
    Question("again", "Opnieuw", QuestionType.PERCENT, unit=Unit.PERCENT, low=Decimal(0), high=Decimal(100)),
    Question("own_walk", "Zelf gelopen", QuestionType.YES_NO),
    Question("story", "Verhaal", QuestionType.TEXT),
    Question("since", "Sinds", QuestionType.DATE),
    Question("hours_per_phase", "Uren per fase", QuestionType.DIVISION, unit=Unit.HOURS_PER_WEEK),
    Question("customers_per_phase", "Klanten per fase", QuestionType.DIVISION, whole=True),
    Question("channel_use", "Inzet", QuestionType.MATRIX, rows="channels", asks_evidence=True),
    Question("last_ten", "Laatste tien", QuestionType.COUNT, rows="channels", at_most=10),
    Question("personas", "Klantgroepen", QuestionType.GROUP, fields=FIELDS, at_most=6),
    Question("messages", "Teksten", QuestionType.PER_PHASE, fields=FIELDS),
)
"""One or two questions of every type."""


def questionnaire_of(
    questions: Iterable[Question], language: str = "nl", models: tuple[PhaseModel, ...] = MODELS
) -> Questionnaire:
    """Make a questionnaire with one page a question and three questions a section."""
    pages = [Page(f"page_{one.code}", one.title, (one,)) for one in questions]
    sections = tuple(
        Section(f"section_{start}", f"Deel {start}", "", tuple(pages[start : start + 3]))
        for start in range(0, len(pages), 3)
    )
    return Questionnaire("klantreis", "1", language, "Scan", "", (), sections, models, CHANNELS, models[0].id)


EVERY_TYPE = questionnaire_of(QUESTIONS)
"""A questionnaire with every type of question, without conditions."""

languages = st.sampled_from(Language)
lengths = st.sampled_from(Length)
days_of_judging = st.none() | st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
models = st.sampled_from(MODELS)
questions = st.sampled_from(QUESTIONS)


def texts() -> st.SearchStrategy[str]:
    """Draw texts as they are kept: cleaned and not empty."""
    return st.text(min_size=1, max_size=80).map(clean_text).filter(bool)


def numbers(question: Question, low: Decimal | None = None) -> st.SearchStrategy[Decimal]:
    """Draw numbers as typed, within the bounds of the question and with as many decimals as it takes."""
    places = most_decimals(question)
    least = next((bound for bound in (low, question.low) if bound is not None), -A_MILLION)
    most = question.high if question.high is not None else A_MILLION
    whole = st.integers(int(least.scaleb(places)), int(most.scaleb(places)))
    return whole.map(lambda number: Decimal(number).scaleb(-places))


def answers(question: Question, questionnaire: Questionnaire) -> st.SearchStrategy[Answer]:
    """Draw any valid answer to a question, "weet ik niet" and "n.v.t." too where it takes them."""
    without = [
        *([Answer(Status.UNKNOWN)] if question.takes_unknown else []),
        *([Answer(Status.NOT_APPLICABLE)] if question.takes_not_applicable else []),
    ]
    evidence = st.none() | st.sampled_from(Evidence)
    given = st.builds(
        lambda value, rests_on: Answer(value=value, evidence=rests_on), values(question, questionnaire), evidence
    )
    return given | st.sampled_from(without) if without else given


def values(question: Question, questionnaire: Questionnaire) -> st.SearchStrategy[Value]:
    """Draw any valid value for a question."""
    codes = [choice.code for choice in question.choices]
    match question.type:
        case QuestionType.CHOICE:
            return st.sampled_from(codes)
        case QuestionType.CHOICES:
            some = st.sets(st.sampled_from(codes), min_size=1)
            return some.map(lambda chosen: tuple(code for code in codes if code in chosen))
        case QuestionType.SCALE:
            return st.sampled_from([int(code) for code in codes])
        case QuestionType.NUMBER | QuestionType.AMOUNT | QuestionType.PERCENT:
            shift = -2 if question.type is QuestionType.PERCENT else 0
            return numbers(question).map(lambda typed: typed.scaleb(shift))
        case QuestionType.YES_NO:
            return st.booleans()
        case QuestionType.TEXT | QuestionType.DATE:
            return texts() if question.type is QuestionType.TEXT else st.dates(min_value=date(1000, 1, 1))
        case _:
            return _wide_values(question, questionnaire)


def _wide_values(question: Question, questionnaire: Questionnaire) -> st.SearchStrategy[Value]:
    blocks = st.sampled_from(Block)
    match question.type:
        case QuestionType.DIVISION:
            return _divisions(question)
        case QuestionType.MATRIX:
            row = st.dictionaries(blocks, st.integers(0, 3), min_size=1)
            rows = st.sampled_from(row_ids(question, questionnaire))
            return st.dictionaries(rows, row, min_size=1).map(Matrix)
        case QuestionType.COUNT:
            rows = st.sampled_from(row_ids(question, questionnaire))
            return st.dictionaries(rows, st.integers(0, 10), min_size=1).map(Counts)
        case QuestionType.PER_PHASE:
            return st.dictionaries(blocks, _items(question, questionnaire), min_size=1).map(_in_block_order)
        case _:
            most = min(question.at_most or 5, 5)
            return st.lists(_items(question, questionnaire), max_size=most).map(tuple).map(_distinct(question))


def _in_block_order(items: Mapping[Block, Item]) -> Phased:
    return Phased({block: items[block] for block in Block if block in items})


def _distinct(question: Question) -> Callable[[tuple[Item, ...]], tuple[Item, ...]]:
    """Give every entry of a map its code, and drop the rows of any group that do not say what they are about."""
    letter, first = {"maps": "m", "touchpoints": "t"}.get(question.code, ""), question.fields[0]

    def coded(items: tuple[Item, ...]) -> tuple[Item, ...]:
        placed = ({"code": f"{letter}{number}", "map": f"m{1 + number % 2}"} for number in range(1, len(items) + 1))
        known = [{one: Answer(value=text) for one, text in said.items() if question.field(one)} for said in placed]
        return tuple(Item({**item.answers, **said}) for item, said in zip(items, known, strict=True))

    def apart(items: tuple[Item, ...]) -> tuple[Item, ...]:
        about = {said.value: item for item in items if (said := item.get(first.code)) is not None and said.known}
        return tuple(about.values())

    if letter:
        return coded
    return apart if first.type is QuestionType.CHOICE else lambda items: items


@st.composite
def _divisions(draw: st.DrawFn, question: Question) -> Division:
    parts = draw(st.dictionaries(st.sampled_from(Block), numbers(question, low=Decimal(0)), min_size=1))
    return Division(parts, draw(st.frozensets(st.sampled_from(sorted(parts)))))


@st.composite
def _items(draw: st.DrawFn, question: Question, questionnaire: Questionnaire) -> Item:
    fields = draw(st.lists(st.sampled_from(question.fields), min_size=1, unique_by=lambda one: one.code))
    return Item({one.code: draw(answers(one, questionnaire)) for one in fields})


@st.composite
def responses(draw: st.DrawFn, questionnaire: Questionnaire) -> Response:
    """Draw valid answers to some of the questions; together they may contradict one another."""
    asked = draw(st.lists(st.sampled_from(questionnaire.questions), unique_by=lambda one: one.code))
    said = {one.code: draw(answers(one, questionnaire)) for one in asked}
    model = draw(st.sampled_from(questionnaire.models))
    client = draw(st.text(alphabet=string.ascii_letters, max_size=20))
    pinned = (questionnaire.id, questionnaire.version, model.id, questionnaire.language, client)
    address = draw(st.sampled_from(Address))
    return Response(*pinned, said, draw(lengths), draw(days_of_judging), address)


@st.composite
def notes(draw: st.DrawFn) -> tuple[Note, ...]:
    """Draw the notes of a session, as they are kept."""
    drawn = st.builds(
        Note,
        st.just(""),
        st.sampled_from(NoteKind),
        texts(),
        st.text(max_size=30).map(clean_who),
        st.sampled_from(("", "business", "map")),
        st.datetimes(datetime(2020, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)),
        st.booleans(),
    )
    return tuple(replace(one, code=f"n{number}") for number, one in enumerate(draw(st.lists(drawn, max_size=5)), 1))


@st.composite
def full_sessions(draw: st.DrawFn, questionnaire: Questionnaire) -> Response:
    """Draw sessions in which nearly everything was answered: some answers are taken away, some are other valid ones."""
    whole = full_session(questionnaire, draw(st.integers(0, 6)), draw(st.sampled_from(questionnaire.models)).id)
    some = st.lists(st.sampled_from(questionnaire.questions), max_size=8, unique_by=lambda one: one.code)
    changes = {one.code: draw(st.none() | answers(one, questionnaire)) for one in draw(some)}
    return replace(whole.with_answers(changes), length=draw(lengths), on=draw(days_of_judging))


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Draw questionnaires of up to four sections whose questions are asked on conditions about earlier ones."""
    count = draw(st.integers(1, 12))
    asked = [_yes_no(draw, number) for number in range(count)]
    pages: list[Page] = []
    while asked:
        size = draw(st.integers(1, 4))
        pages.append(Page(f"page_{len(pages)}", "Pagina", tuple(asked[:size])))
        asked = asked[size:]
    sections: list[Section] = []
    while pages:
        size = draw(st.integers(1, 3))
        sections.append(Section(f"section_{len(sections)}", "Deel", "", tuple(pages[:size])))
        pages = pages[size:]
    return Questionnaire("random", "1", "nl", "Scan", "", (), tuple(sections), MODELS, CHANNELS, FIVE.id)


def _yes_no(draw: st.DrawFn, number: int) -> Question:
    """Make question q0, q1, …, asked on a condition about one or two questions before it, or always."""
    title = f"Vraag {number}"
    if number == 0 or draw(st.booleans()):
        return Question(f"q{number}", title, QuestionType.YES_NO)
    earlier = st.integers(0, number - 1).map(lambda index: f"q{index}")
    parts = draw(st.lists(st.tuples(earlier, st.booleans()), min_size=1, max_size=2))
    tested = [name if wanted else f"not {name}" for name, wanted in parts]
    condition = parse_expression(draw(st.sampled_from((" and ", " or "))).join(tested))
    return Question(f"q{number}", title, QuestionType.YES_NO, ask_when=condition)
