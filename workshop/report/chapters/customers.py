"""Jouw klant: the customer groups side by side with what each part rests on, and what a customer wants per phase."""

from collections.abc import Callable, Iterator
from typing import Final

from workshop.domain.answer import Item
from workshop.domain.journey import Block as Building
from workshop.domain.questionnaire import Question
from workshop.domain.reading import ASPECTS
from workshop.report.answers import in_line
from workshop.report.chapters.parts import cell, paragraph
from workshop.report.chapters.said import PerPhase, dots, named, per_phase, phase_names, told
from workshop.report.document import Block, Cell, Column, Heading, Table
from workshop.report.material import Material

_REASONS: Final = ("buying_reasons", "drop_reasons", "dream")
_FACTS: Final = ("need_type", "search_behaviour", "value_measure", "lead_time_weeks")
_CHECKS: Final = ("information_need", "expectation", "customer_channels", "transition")
_THEIRS: Final = "customer_channels"
BESIDE: Final = 3
"""So many customer groups stand side by side."""
Telling = Callable[[Material, Question, Item], str]


def customers(material: Material) -> tuple[Block, ...]:
    """A table of the customer groups, then what a customer wants in each phase."""
    question = material.questionnaire.question("personas")
    groups = material.assessment.reading.items("personas") or ()
    found = [table for some in _beside(groups) if question for table in _groups(material, question, some)]
    phases = _per_phase(material) if material.whole else ()
    if not (found or phases):
        return ()
    words = material.words
    opening = [paragraph(words("chapter.customers.introduction"))] if found else []
    return (Heading(1, words("chapter.customers.title"), "customers"), *opening, *found, *phases)


def _beside(groups: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The groups in rows of as many as fit side by side."""
    yield from (groups[start : start + BESIDE] for start in range(0, len(groups), BESIDE))


def main_group(material: Material) -> Item | None:
    """The customer group with the largest share of revenue; the first one while no share is known."""
    groups = material.assessment.reading.items("personas") or ()
    return max(groups, key=_share_of, default=None)


def _share_of(item: Item) -> float:
    answer = item.get("revenue_share")
    known = answer is not None and answer.known and not isinstance(answer.value, str | tuple)
    return float(str(answer.value)) if answer is not None and known else -1.0


def _groups(material: Material, question: Question, groups: tuple[Item, ...]) -> Iterator[Table]:
    """A row per part of the customer picture, a column per group."""
    words = material.words
    rows = [(name, [tell(material, question, one) for one in groups]) for name, tell in _parts(material)]
    cells = tuple((cell(name), *map(cell, given)) for name, given in rows if any(given))
    if not cells:
        return
    names = [named(material, question, one) for one in groups]
    columns = (Column(words("chapter.column.aspect"), width=3), *(Column(name, width=6) for name in names))
    every = words.join(names)
    caption, summary = words("chapter.customers.caption", name=every), words("chapter.customers.summary", name=every)
    yield Table(columns, cells, caption, summary)


def _parts(material: Material) -> Iterator[tuple[str, Telling]]:
    """The parts of the picture by name, each with what says it of a group."""
    words = material.words
    yield words("chapter.label.description"), _field("description")
    yield words("chapter.label.revenue_share"), _field("revenue_share")
    for code in (*ASPECTS, *_REASONS):
        yield words(f"chapter.aspect.{code}"), _field(code)
    for code in _FACTS if material.whole else ():
        yield words(f"chapter.label.{code}"), _field(code)
    yield words("chapter.label.deciders"), lambda made, question, one: _deciders(made, question, one, waiting=False)
    yield words("chapter.label.unserved"), lambda made, question, one: _deciders(made, question, one, waiting=True)
    yield words("chapter.label.missing"), _missing


def _field(code: str) -> Telling:
    def tell(material: Material, question: Question, item: Item) -> str:
        return f"{told(material, question, item, code)} {dots(item.get(code))}".strip()

    return tell


def _missing(material: Material, question: Question, item: Item) -> str:
    """The aspects that nobody knows yet."""
    unknown = [code for code in ASPECTS if not told(material, question, item, code)]
    return material.words.join([in_line(material.words(f"chapter.aspect.{code}")) for code in unknown])


def _deciders(material: Material, question: Question, item: Item, *, waiting: bool) -> str:
    """Who decides, or which of them have no explanation of their own yet."""
    roles, served = _ticked(item, "deciders") or (), _ticked(item, "served_roles")
    if not waiting:
        return _names(material, question, roles)
    return "" if served is None else _names(material, question, tuple(one for one in roles if one not in served))


def _ticked(item: Item, code: str) -> tuple[str, ...] | None:
    answer = item.get(code)
    if answer is None or not isinstance(answer.value, tuple):
        return None
    return tuple(one for one in answer.value if isinstance(one, str))


def _names(material: Material, question: Question, roles: tuple[str, ...]) -> str:
    field = question.field("deciders")
    chosen = ((field.choice(role) if field else None, role) for role in roles)
    texts = (choice.text if choice else role for choice, role in chosen)
    return material.words.join([in_line(one) for one in texts])


def _per_phase(material: Material) -> tuple[Block, ...]:
    """What a customer wants to know and expects in each phase, where he looks, and how he gets to the next one."""
    words, question = material.words, material.questionnaire.question("phase_checks")
    if question is None:
        return ()
    rows = [
        (phase_names(material, one), *(_check(material, question, one, code) for code in _CHECKS))
        for one in per_phase(material, "phase_checks")
    ]
    used = [at for at in range(1, len(_CHECKS) + 1) if any(row[at] for row in rows)]
    if not used:
        return ()
    columns = (
        Column(words("report.column.phase"), width=4),
        *(Column(words(f"chapter.column.{_CHECKS[at - 1]}"), width=5) for at in used),
    )
    cells = tuple(_cells(row, used) for row in rows if any(row[1:]))
    caption, summary = words("chapter.customers.phases.caption"), words("chapter.customers.phases.summary")
    return (Table(columns, cells, caption, summary),)


def _cells(row: tuple[str, ...], used: list[int]) -> tuple[Cell, ...]:
    return (cell(row[0]), *(cell(row[at]) for at in used))


def _check(material: Material, question: Question, one: PerPhase, code: str) -> str:
    given = told(material, question, one.item, code)
    if code != _THEIRS or not given:
        return given
    said = f"{given} {dots(one.item.get(code))}".strip()
    theirs = _ticked(one.item, code) or ()
    absent = [material.voice.channel(name) for name in theirs if not _there(material, one, name)]
    if not absent:
        return said
    nowhere = len(absent) == len(theirs)
    key = "chapter.customers.nowhere" if nowhere else "chapter.customers.absent"
    return f"{said}\n{material.words(key, **({} if nowhere else {'channels': ', '.join(absent)}))}"


def _there(material: Material, one: PerPhase, channel: str) -> bool:
    """Tell whether you use a channel in these phases, or a touchpoint stands there on it."""
    reading = material.assessment.reading
    blocks: tuple[Building, ...] = one.blocks
    used = reading.matrix.level(channel, blocks) if reading.matrix and channel in reading.matrix.levels else 0
    return bool(used) or any(point.channel == channel for point in reading.journey.existing(blocks))
