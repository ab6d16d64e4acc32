"""The part of a long answer that a gap looked at: one channel, one cell of the matrix, one count."""

from collections.abc import Iterator
from typing import Final

from workshop.domain.answer import Answer, Counts, Item, Phased
from workshop.domain.journey import Matrix
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question, QuestionType
from workshop.report.answers import answer_words, item_title
from workshop.report.chapters.at_fault import at_fault
from workshop.report.map.table import scored
from workshop.report.material import Gap

POINTS: Final = "touchpoints"


def looked_at(gap: Gap, question: Question, answer: Answer | None) -> str:
    """Say only what the gap rests on, such as "LinkedIn in Aankoop: gewoon"; "" when that is the whole answer."""
    if named := at_fault(gap, question):
        return named
    if question.editor:
        return _on_map(gap, question)
    channels = [channel for channel, _ in gap.finding.foci if channel]
    match answer.value if answer else None:
        case Matrix() as matrix if any(channel or phase for channel, phase in gap.finding.foci):
            found = [said for channel, phase in gap.finding.foci for said in _cells(gap, matrix, channel, phase)]
        case Counts() as counts if channels:
            found = [f"{gap.material.voice.channel(one)} {counts.counts.get(one, 0)}" for one in channels]
        case tuple() as items if channels:
            found = list(_items(gap, question, [one for one in items if isinstance(one, Item)], channels))
        case Phased() as phased:
            told = [card.phase for card in cards(gap.material.voice.model, phased) if card.item is not None]
            names = gap.material.words.join([gap.material.voice.phase(one) for one in dict.fromkeys(told)])
            found = [gap.material.words("report.fault.phases", names=names)] if told else []
        case _:
            found = []
    return "; ".join(found)


def _on_map(gap: Gap, question: Question) -> str:
    """The touchpoints that the gap is about with what is expected and experienced; else how many there are."""
    words, journey = gap.material.words, gap.material.assessment.reading.journey
    found = [point for code in gap.finding.touchpoints if (point := journey.touchpoint(code))]
    if question.code != POINTS:
        return ""
    if not found:
        return words.plural("map.touchpoints", len(journey.touchpoints))
    return "; ".join(scored(words, point) for point in found)


def _cells(gap: Gap, matrix: Matrix, channel: str, phase_id: str) -> Iterator[str]:
    """Say one cell; for a channel alone every phase where it is used, for a phase alone which channels are, if any."""
    words, voice = gap.material.words, gap.material.voice
    for phase in voice.model.phases:
        level = matrix.level(channel, phase.blocks)
        if phase_id not in ("", phase.id) or (not phase_id and not level):
            continue
        if not channel:
            used = words.join([voice.channel(one) for one in matrix.levels if matrix.level(one, phase.blocks)])
            key = "used_channels" if used else "no_channel"
            yield words(f"report.gaps.{key}", phase=phase.name, **({"channels": used} if used else {}))
            continue
        said = words("report.level.unknown" if level is None else f"report.level.l{level}")
        yield words("report.gaps.cell", channel=voice.channel(channel), phase=phase.name, level=said)


def _items(gap: Gap, question: Question, items: list[Item], channels: list[str]) -> Iterator[str]:
    for item in items:
        named = item.get(question.fields[0].code) if question.fields else None
        if named is None or named.value not in channels:
            continue
        rest = [one for one in question.fields[1:] if one.type is not QuestionType.YES_NO and item.get(one.code)]
        told = [answer_words(one, item.get(one.code), gap.material.voice) for one in rest]
        yield f"{item_title(question, item, gap.material.voice)} ({', '.join(told)})" if told else ""
