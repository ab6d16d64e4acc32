"""What a value must satisfy, whoever gives it: a form or an answers file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from difflib import get_close_matches
from typing import Final

from workshop.domain.answer import Answer, Item, Problem
from workshop.domain.journey import Block, PhaseModel
from workshop.domain.questionnaire import HOURS, MONEY, Question, Questionnaire, QuestionType
from workshop.language.numbers import MOST_DECIMALS, MOST_WHOLE_DIGITS, say_number
from workshop.language.text import MAX_TEXT, clean_text
from workshop.language.tongue import Language

MOST_DIGITS: Final = 15
"""The most digits in a number: as many as JSON readers everywhere keep exactly."""
MOST_LEVEL: Final = 3
"""The heaviest use of a channel in a matrix; 0 is not at all."""
_CENTS: Final = 2
_FINE_TO_CENTS: Final = MONEY | HOURS
_NAMED_AT_MOST: Final = 12
_MOST_ECHOED: Final = 60


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that cannot be taken, with the reasons."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What was read of one item of a group: its number as people see it, its answers, and what is wrong with it."""

    number: int
    answers: Mapping[str, Answer]
    problems: tuple[Problem, ...] = ()


def refuse(where: str, key: str, **values: str) -> Refused:
    """Refuse for one reason; `key` is a full words key such as "answer.too_low"."""
    return Refused((Problem(where, key, values),))


def refuse_unknown(where: str, given: str, known: Iterable[str]) -> Refused:
    """Refuse a code that is not one of the known ones, with the one that was probably meant."""
    codes, said = list(known), echo(given)
    near = get_close_matches(said, codes, n=1)
    if near:
        return refuse(where, "answer.unknown_meant", given=said, meant=near[0])
    more = ", …" if len(codes) > _NAMED_AT_MOST else ""
    return refuse(where, "answer.unknown", given=said, known=", ".join(codes[:_NAMED_AT_MOST]) + more)


def echo(given: str) -> str:
    """Give back what someone wrote, short and on one line, so that a message stays a message."""
    return " ".join(clean_text(given).split())[:_MOST_ECHOED]


def most_decimals(question: Question) -> int:
    """Say how many decimals an answer may have: euros and hours two, whole numbers none, others six."""
    if question.whole or question.type is QuestionType.COUNT:
        return 0
    fine = question.type in (QuestionType.AMOUNT, QuestionType.DIVISION) or question.unit in _FINE_TO_CENTS
    return _CENTS if fine else MOST_DECIMALS


def quantum(question: Question) -> Decimal:
    """Return the smallest step in which a divided amount is split: a cent, or one when whole."""
    return Decimal(1).scaleb(-most_decimals(question))


def check_number(
    question: Question, typed: Decimal, where: str, language: Language, low: Decimal | None
) -> Decimal | Refused:
    """Take a number in the unit as typed (percent: 55); `low` is the lowest one, None for no bound."""
    value = _tidy(typed)
    if isinstance(value, str):
        return refuse(where, value, most=str(MOST_WHOLE_DIGITS if value.endswith("large") else MOST_DECIMALS))
    if low is not None and value < low:
        return refuse(where, "answer.too_low", low=say_number(low, language))
    if question.high is not None and value > question.high:
        return refuse(where, "answer.too_high", high=say_number(question.high, language))
    most = most_decimals(question)
    if _decimals(value) > most:
        key = "answer.too_many_decimals" if most else "answer.not_whole"
        return refuse(where, key, **({"most": str(most)} if most else {}))
    if len(value.as_tuple().digits) > MOST_DIGITS:
        return refuse(where, "answer.too_many_digits", most=str(MOST_DIGITS))
    return value


def check_part(question: Question, typed: Decimal, where: str, language: Language) -> Decimal | Refused:
    """Take one part of a divided amount: never below zero."""
    return check_number(question, typed, where, language, low=Decimal(0))


def check_count(question: Question, typed: Decimal, where: str, language: Language) -> int | Refused:
    """Take a counted number: whole and never below zero."""
    value = check_number(question, typed, where, language, low=Decimal(0))
    return value if isinstance(value, Refused) else int(value)


def refuse_level(where: str) -> Refused:
    """Refuse something else than a level of use."""
    return refuse(where, "answer.not_a_level", most=str(MOST_LEVEL))


def check_text(raw: str, where: str) -> str | None | Refused:
    """Take a text in the form we keep it; None when nothing is left; more than 10,000 characters is refused."""
    text = clean_text(raw)
    if len(text) > MAX_TEXT:
        return refuse(where, "answer.too_long", length=str(len(text)), most=str(MAX_TEXT))
    return text or None


def check_codes(question: Question, codes: Iterable[str], where: str) -> tuple[str, ...] | Refused:
    """Take codes of choices: each once, in the order of the question."""
    given = dict.fromkeys(codes)
    known = tuple(choice.code for choice in question.choices)
    for code in given:
        if code not in known:
            return refuse_unknown(where, code, known)
    return tuple(code for code in known if code in given)


def take_rows(question: Question, rows: Sequence[Row], where: str) -> tuple[Item, ...] | Refused:
    """Take the rows of a group: each tells its own choice when it begins with one, and they are not too many."""
    first = next((one for one in question.fields[:1] if one.type is QuestionType.CHOICE), None)
    seen: dict[object, int] = {}
    problems: list[Problem] = []
    for row in rows:
        problems += row.problems
        at = f"{where}.{row.number}"
        if first is None or any(one.where in (at, f"{at}.{first.code}") for one in row.problems):
            continue
        said = row.answers.get(first.code)
        problems += _lone(first, said, f"{at}.{first.code}", row.number, seen)
        if said is not None and said.known:
            seen.setdefault(said.value, row.number)
    if question.at_most is not None and len(rows) > question.at_most:
        problems.append(Problem(where, "answer.too_many_items", {"most": str(question.at_most)}))
    return Refused(tuple(problems)) if problems else tuple(Item(row.answers) for row in rows)


def _lone(
    first: Question, said: Answer | None, where: str, number: int, seen: Mapping[object, int]
) -> tuple[Problem, ...]:
    """Refuse a row that does not say what it is about, or that says what an earlier row said."""
    if said is None:
        return refuse(where, "answer.row_without", row=str(number), field=first.title).problems
    if not said.known or said.value not in seen:
        return ()
    choice = first.choice(str(said.value))
    values = {"row": str(number), "first": str(seen[said.value]), "given": choice.text if choice else str(said.value)}
    return (Problem(where, "answer.row_twice", values),)


def row_ids(question: Question, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return every row that a matrix or count may have: the catalogue, or else its own choices."""
    if question.rows == "channels":
        return tuple(channel.id for channel in questionnaire.channels)
    return tuple(choice.code for choice in question.choices)


def blocks_of(model: PhaseModel, cells: Iterable[str], where: str) -> Mapping[str, Block] | Refused:
    """Say whether cells are building blocks: the blocks, or nothing when they are phases; a mixture is refused."""
    names = list(cells)
    blocks = {name: Block(name) for name in names if name in set(Block)}
    phases = [name for name in names if model.phase(name) is not None]
    if len(blocks) == len(names):
        return blocks
    if blocks and phases:
        return refuse(where, "answer.mixed_cells", phase=phases[0], block=next(iter(blocks)))
    wrong = [name for name in names if name not in blocks and name not in phases]
    if wrong:
        known = (*(phase.id for phase in model.phases), *Block)
        return Refused(tuple(p for n in wrong for p in refuse_unknown(f"{where}.{echo(n)}", n, known).problems))
    return {}


def _tidy(typed: Decimal) -> Decimal | str:
    """Strip closing zeros; give a words key when the number is too large or too precise to be shown again."""
    if typed and typed.adjusted() >= MOST_WHOLE_DIGITS:
        return "number.too_large"
    if typed and typed.adjusted() < -MOST_DECIMALS:
        return "number.too_precise"
    value = typed.normalize(Context(prec=max(1, len(typed.as_tuple().digits))))
    if _decimals(value) > MOST_DECIMALS:
        return "number.too_precise"
    return Decimal(int(value)) if not _decimals(value) else value


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
