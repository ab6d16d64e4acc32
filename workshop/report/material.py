"""What a report is made of: one assessment, the content it rests on, and the words of one language."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from workshop.domain.answer import Answer, Status
from workshop.domain.assessment import Assessment
from workshop.domain.finding import Finding, FindingStatus, Focus, Rule, Rules, Strength, StrongPoint
from workshop.domain.hand import NO_HAND, Hand, Task
from workshop.domain.hand_order import target_of
from workshop.domain.hand_plain import TITLE
from workshop.domain.questionnaire import Question, Questionnaire
from workshop.language.messages import Words
from workshop.report import prose
from workshop.report.answers import answer_words
from workshop.report.phrases import Filler, Prose
from workshop.report.retold import retold
from workshop.report.spans import Spans
from workshop.report.voice import Voice

MOST_TOLD: Final = 8
"""So many gaps are told in full; of the others the report says what to do first."""
TOLD_IN_SHORT: Final = 3
"""The same in the short report of a quick scan."""


class Detail(StrEnum):
    """How much a report tells."""

    SHORT = "short"
    """The quick scan in four or five pages."""
    ADVICE = "advice"
    """The full session in ten to fourteen pages."""
    WHOLE = "whole"
    """Everything, with all annexes: also what the result page on screen shows."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the chapters take; `strict` makes an unknown placeholder an error (tests) instead of a gap.

    `hand` and `hidden` (the gaps left out) are what a consultant changed: `report.hand.with_hand` sets them.
    """

    assessment: Assessment
    questionnaire: Questionnaire
    rules: Rules
    words: Words
    client: str
    made_on: date
    version: str = ""
    author: str = ""
    office: str = ""
    strict: bool = False
    detail: Detail = Detail.WHOLE
    hand: Hand = NO_HAND
    hidden: tuple[Finding, ...] = ()
    voice: Voice = field(init=False)
    gaps: tuple["Gap", ...] = field(init=False, repr=False, compare=False)
    """All findings with the words of their rules, in the order of the assessment."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "voice", Voice(self.words, self.questionnaire, self.assessment.model))
        object.__setattr__(self, "gaps", tuple(gap for one in self.assessment.findings for gap in self._gap(one)))

    @property
    def short(self) -> bool:
        """Tell whether this is the quick scan in a few pages."""
        return self.detail is Detail.SHORT

    @property
    def whole(self) -> bool:
        """Tell whether everything is told, with all annexes."""
        return self.detail is Detail.WHOLE

    @property
    def fired(self) -> tuple["Gap", ...]:
        """All gaps that are there, the most urgent first."""
        return self.with_status(FindingStatus.FIRED)

    @property
    def top(self) -> tuple["Gap", ...]:
        """The chosen priorities, three at most, in the order of the assessment."""
        return tuple(gap for one in self.assessment.top for gap in self._gap(one))

    @property
    def detailed(self) -> tuple["Gap", ...]:
        """The gaps that are told in full: the priorities and the most urgent others, in the order of the table."""
        first = dict.fromkeys(gap.key for gap in (*self.top, *self.fired))
        told = frozenset(tuple(first)[: TOLD_IN_SHORT if self.short else MOST_TOLD])
        return tuple(gap for gap in self.fired if gap.key in told)

    def with_status(self, status: FindingStatus) -> tuple["Gap", ...]:
        """Gaps with this status, in the order of the assessment."""
        return tuple(gap for gap in self.gaps if gap.finding.status is status)

    @property
    def left_out(self) -> tuple["Gap", ...]:
        """The gaps that a consultant hid."""
        return tuple(gap for one in self.hidden for gap in self._gap(one))

    @property
    def strengths(self) -> tuple["Strong", ...]:
        """Strong points with their words."""
        rules = {rule.id: rule for rule in self.rules.strengths}
        points = self.assessment.strengths
        return tuple(Strong(point, rules[point.id], self) for point in points if point.id in rules)

    @property
    def answered(self) -> tuple[Answer, ...]:
        """The answers with a value."""
        return tuple(one for one in self.assessment.response.answers.values() if one.status is Status.ANSWERED)

    def answer(self, question: Question) -> str:
        """What was answered to a question, in words."""
        return answer_words(question, self.assessment.response.get(question.code), self.voice)

    def questions(self, codes: tuple[str, ...]) -> tuple[Question, ...]:
        """The questions with these codes, in the order of the questionnaire; "channels.owner" means "channels"."""
        wanted = {code.split(".")[0] for code in codes}
        return tuple(question for question in self.questionnaire.questions if question.code in wanted)

    def named(self, rule_id: str) -> str:
        """A gap as its id and title; only the id when it was not found."""
        title = next((f" {gap.title}" for gap in self.gaps if gap.finding.id == rule_id), "")
        return f"{rule_id}{title}"

    def _gap(self, finding: Finding) -> Iterator["Gap"]:
        rule = self.rules.gap(finding.id)
        if rule is not None:
            yield Gap(finding, rule, self)


@dataclass(frozen=True, slots=True)
class Gap:
    """A finding with the words of its rule, the client's own values filled in."""

    finding: Finding
    rule: Rule
    material: Material

    @property
    def anchor(self) -> str:
        """The id of the heading where this gap is described; a rule may fire in more than one phase."""
        return target_of(self.finding)

    @property
    def link(self) -> str:
        """The heading to lead a reader to: that of this gap, or of the table where it has only a line."""
        return self.anchor if self.key in {one.key for one in self.material.detailed} else "gaps-others"

    @property
    def key(self) -> tuple[str, str]:
        """What tells this gap from every other: the id of its rule and the phase it was found in."""
        return self.finding.id, self.finding.phase

    @property
    def title(self) -> str:
        """The title as a sentence; with its phase when the same rule fired in another phase too."""
        own = self.material.hand.texts.get(f"{self.anchor}{TITLE}", "")
        return own or self.original_title

    @property
    def original_title(self) -> str:
        """The title as the rule gives it."""
        title = self._filler.title(self.rule.title)
        same = [one for one in self.material.assessment.findings if one.id == self.finding.id]
        if len(same) < 2 or "{phase}" in self.rule.title:
            return title
        return self.material.words(
            "report.gaps.in_phase", title=title, phase=self.material.voice.phase(self.finding.phase)
        )

    @property
    def also(self) -> str:
        """The other places where this gap was found: "Folder in Aankoop, LinkedIn in Overweging"."""
        if self.rule.focus is Focus.TOUCHPOINT:
            others = self.finding.shown.get("also")
            return self.material.words.join(others.value) if others and isinstance(others.value, tuple) else ""
        return ", ".join(dict.fromkeys(self._place(*one) for one in self.finding.foci[1:]))

    @property
    def why(self) -> Spans:
        """What we see, in a sentence or two with the client's own figure."""
        own = self.material.hand.texts.get(f"{self.anchor}.see")
        if own is not None:
            return prose.opening(prose.first_paragraph(own), 65)
        return self._opening(prose.first_paragraph(self.rule.explanation), 65, "{")

    @property
    def first_step(self) -> Spans:
        """What to do today, in a sentence or two; nothing when the rule does not say."""
        own = self._own("first_step")
        return self._opening(prose.spans(self.rule.first_step), 40) if own is None else prose.opening(own, 40)

    @property
    def step(self) -> Spans:
        """What to do today, in full."""
        own = self._own("first_step")
        return self.line(self.rule.first_step) if own is None else own

    @property
    def action(self) -> Spans:
        """What to do, in a sentence or two."""
        own = self._own("advice")
        return self._opening(prose.first_paragraph(self.rule.advice), 95) if own is None else prose.opening(own, 95)

    @property
    def measure(self) -> Spans:
        """How to see whether it works, in a sentence or two."""
        own = self._own("measure")
        return self._opening(prose.spans(self.rule.measure), 60) if own is None else prose.opening(own, 60)

    @property
    def task(self) -> Task:
        """Who closes this gap and when, as a consultant filled it in."""
        return self.material.hand.task(self.anchor)

    def prose(self, markdown: str) -> tuple[Prose, ...]:
        """A text of the rule as blocks, filled in."""
        return self._filler.blocks(prose.blocks(markdown))

    def line(self, markdown: str) -> Spans:
        """A text of the rule as one line, filled in."""
        return self._filler.spans(prose.spans(markdown))

    def _opening(self, run: Spans, least: int, until: str = "") -> Spans:
        filler = self._filler
        return filler.spans(prose.opening(filler.kept(run), least, until))

    def _place(self, channel: str, phase: str) -> str:
        voice = self.material.voice
        if channel and phase:
            return voice.words("report.gaps.place", channel=voice.channel(channel), phase=voice.phase(phase))
        return voice.channel(channel) if channel else voice.phase(phase)

    def _own(self, part: str) -> Spans | None:
        """A part of the advice as a consultant rewrote it; None when he did not."""
        own = self.material.hand.texts.get(f"{self.anchor}.advice")
        return None if own is None else retold(own, self.material.words)[part]

    @property
    def _filler(self) -> Filler:
        judged = self.finding.status is FindingStatus.FIRED
        shown = {**self.material.assessment.values, **self.finding.shown}
        return Filler(self.material.voice, shown, strict=self.material.strict and judged)


@dataclass(frozen=True, slots=True)
class Strong:
    """A strong point with its words."""

    point: StrongPoint
    rule: Strength
    material: Material

    @property
    def title(self) -> str:
        """The title as a sentence."""
        return self._filler.title(self.rule.title)

    @property
    def text(self) -> Spans:
        """What goes well, as one line."""
        return self._filler.spans(prose.spans(self.rule.text))

    @property
    def _filler(self) -> Filler:
        shown = {**self.material.assessment.values, **self.point.shown}
        return Filler(self.material.voice, shown, self.material.strict)
