"""What differs between two answers to one question, in words: the cells that both windows changed, a line each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workshop.domain.answer import Answer, Evidence
from workshop.domain.journey import Block
from workshop.domain.questionnaire import Question, QuestionType
from workshop.report.answers import answer_words
from workshop.report.voice import Voice
from workshop.web.fields.marks import WHOLE, Place
from workshop.web.fields.merging import Cell, Cells, cells_of

_MOST: Final = 8


def differences(
    question: Question, mine: Answer | None, theirs: Answer | None, clashes: frozenset[Place], voice: Voice
) -> tuple[str, ...]:
    """Say what differs at these places ("Klantgroep 2 · Naam: A (hier) – B (ander venster)").

    Says nothing of an answer that is one whole.
    """
    ours, others = cells_of(mine), cells_of(theirs)
    if ours is None or others is None:
        return ()
    told = dict.fromkeys(_Pair(question, ours, others, voice).lines(clashes))
    lines, more = tuple(told)[:_MOST], len(told) - _MOST
    return lines if more < 1 else (*lines, voice.words("web.autosave.more_differences", n=str(more)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """The cells of both answers."""

    question: Question
    mine: Cells
    theirs: Cells
    voice: Voice

    def lines(self, clashes: frozenset[Place]) -> Iterator[str]:
        """Say each place that differs; cards in order."""
        places = sorted(dict.fromkeys((*self.theirs, *self.mine)), key=lambda place: place[0].zfill(3))
        for place in places:
            one, other = self.mine.get(place), self.theirs.get(place)
            if one != other and (WHOLE in clashes or place in clashes):
                yield self._line(place, one, other)

    def _line(self, place: Place, one: Cell | None, other: Cell | None) -> str:
        words, row = self.voice.words, self._row(place[0])
        if self.question.type is QuestionType.GROUP and place[0]:
            card = [any(at[0] == place[0] for at in side) for side in (self.mine, self.theirs)]
            if not all(card):
                here, there = (self._card(place[0], side) for side in (self.mine, self.theirs))
                return words("web.autosave.difference", what=row, here=here, there=there)
        what = " · ".join(filter(None, (row, self._name(place))))
        here, there = self._said(place, one), self._said(place, other)
        if here == there:
            here, there = (f"{said}, {self._basis(cell)}" for said, cell in ((here, one), (there, other)))
        return words("web.autosave.difference", what=what, here=here, there=there)

    def _row(self, row: str) -> str:
        words = self.voice.words
        match self.question.type:
            case QuestionType.GROUP if row:
                named = f"web.group.{self.question.code}"
                return f"{words(named if words.has(named) else 'web.group.other')} {row}"
            case QuestionType.PER_PHASE if row:
                return self._phase(row)
        return self.voice.channel(row) if row else ""

    def _name(self, place: Place) -> str:
        row, name = place
        if not row:
            return self.voice.words("web.question.evidence")
        field = self.question.field(name)
        return field.title.removesuffix("?") if field else self._phase(name)

    def _phase(self, block: str) -> str:
        phase = self.voice.model.phase_of(Block(block))
        return phase.name if phase else self.voice.words(f"block.{block}")

    def _card(self, row: str, side: Cells) -> str:
        """Call a card after its first field that says something."""
        for field in self.question.fields:
            cell = side.get((row, field.code))
            if isinstance(cell, Answer):
                return answer_words(field, cell, self.voice)
        return self.voice.words("web.autosave.no_card")

    def _said(self, place: Place, cell: Cell | None) -> str:
        field = self.question.field(place[1]) or self.question
        if cell is None or isinstance(cell, Answer):
            return answer_words(field, cell, self.voice)
        return str(cell) if place[0] else self.voice.evidence(Evidence(cell))

    def _basis(self, cell: Cell | None) -> str:
        return self.voice.evidence(cell.evidence if isinstance(cell, Answer) else None)
