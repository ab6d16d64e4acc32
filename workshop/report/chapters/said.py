"""What was said, in words: pieces that the chapters on the full session share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.domain import journey
from workshop.domain.answer import Answer, Evidence, Item
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question, QuestionType
from workshop.report.answers import answer_words, in_line, item_title
from workshop.report.document import Block, BulletList, ListItem
from workshop.report.material import Material
from workshop.report.spans import bold, text

Fact = tuple[str, str]
"""What it is about, and what was said; both in words."""
MOST_STEPS = int(Evidence.MEASURED)
BETWEEN = " · "
_CHOSEN = frozenset({QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.SCALE})


def said(material: Material, code: str) -> str:
    """The answer to a question in words, "" when there is none."""
    question, answer = material.questionnaire.question(code), material.assessment.response.get(code)
    return answer_words(question, answer, material.voice) if question and answer and answer.known else ""


def told(material: Material, group: Question, item: Item, code: str) -> str:
    """The answer to a field of a group in words, "" when there is none."""
    field, answer = group.field(code), item.get(code)
    return answer_words(field, answer, material.voice) if field and answer and answer.known else ""


def named(material: Material, group: Question, item: Item) -> str:
    """What an entry of a group is called."""
    return item_title(group, item, material.voice)


def dots(answer: Answer | None) -> str:
    """What an answer rests on, as dots alone: "●●○"; "" when that was not said."""
    if answer is None or not answer.known or answer.evidence is None:
        return ""
    steps = int(answer.evidence)
    return f"{'●' * steps}{'○' * (MOST_STEPS - steps)}"


@dataclass(frozen=True, slots=True)
class PerPhase:
    """What was told once about one phase or a few: the ids of the phases, the blocks of them, and the answers."""

    phases: tuple[str, ...]
    blocks: tuple[journey.Block, ...]
    item: Item


def per_phase(material: Material, code: str) -> tuple[PerPhase, ...]:
    """The answers to a question per phase; what says the same in several phases stands there once."""
    found: list[PerPhase] = []
    for card in cards(material.voice.model, material.assessment.reading.phased(code)):
        if card.item is None or not any(answer.known for answer in card.item.answers.values()):
            continue
        same = next((at for at, one in enumerate(found) if one.item == card.item), None)
        if same is None:
            found.append(PerPhase((card.phase,), card.blocks, card.item))
        else:
            before = found[same]
            found[same] = replace(before, phases=(*before.phases, card.phase), blocks=(*before.blocks, *card.blocks))
    return tuple(found)


def phase_names(material: Material, one: PerPhase) -> str:
    """The phases that something was told about, in one line."""
    return material.words.join([material.voice.phase(phase) for phase in one.phases])


def silent_phases(material: Material, told_of: Iterable[PerPhase]) -> str:
    """The phases that nothing was told about, in one line."""
    known = {phase for one in told_of for phase in one.phases}
    return material.words.join([one.name for one in material.voice.model.phases if one.id not in known])


def fact(material: Material, code: str) -> tuple[Fact, ...]:
    """One answer as a fact, with what it rests on; nothing while it is not known."""
    given, question = said(material, code), material.questionnaire.question(code)
    if not given:
        return ()
    given = in_line(given) if question and question.type in _CHOSEN else given
    answer = material.assessment.response.get(code)
    evidence = material.voice.evidence(answer.evidence if answer else None)
    return ((material.words(f"chapter.label.{code}"), f"{given} ({evidence})" if evidence else given),)


def facts(material: Material, *codes: str) -> tuple[Fact, ...]:
    """These answers as facts, as far as they are known."""
    return tuple(one for code in codes for one in fact(material, code))


def fact_line(found: Iterable[Fact]) -> tuple[Block, ...]:
    """Facts under one another, what it is about in bold."""
    items = tuple(ListItem((*bold(f"{what}: "), *text(how.rstrip(".")))) for what, how in found)
    return (BulletList(items),) if items else ()
