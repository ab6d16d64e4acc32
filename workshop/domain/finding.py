"""Rules and what they find: a finding is an id, a severity, figures and evidence; its words stand in the rule file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from workshop.domain.expression import Expression

TRUTH: Final = "truth"


class RootCause(StrEnum):
    """Group of a gap (docs/reference/scoring.md, 4); the top three holds at most one of each."""

    RETENTION = "retention"
    ACQUISITION = "acquisition"
    FIGURES = "figures"
    CUSTOMER_INSIGHT = "customer_insight"
    PURCHASE = "purchase"
    ORGANISATION = "organisation"


class FindingStatus(StrEnum):
    """Whether a gap is there, cannot be judged yet, or is covered by a graver one."""

    FIRED = "fired"
    TO_CHECK = "to_check"
    ABSORBED = "absorbed"


class Focus(StrEnum):
    """What a rule walks over: once for the business, or per phase, channel, channel × phase, or touchpoint."""

    BUSINESS = "business"
    PHASE = "phase"
    CHANNEL = "channel"
    CELL = "cell"
    TOUCHPOINT = "touchpoint"


class Level(StrEnum):
    """What an advice improves: the whole chain, or one contact moment (source 001 asks for a balance)."""

    CHAIN = "chain"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Conditional:
    """A value of a rule that holds only when its condition does (`severity: 2 when retention >= 0.60`)."""

    value: str
    when: Expression | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One gap rule with its words in one language.

    `severity` 1 tip – 4 critical; `ease` 1 project – 5 today, free; `root_cause` and `severity_when` take the
    first conditional that holds. `absorbs` and `defers` name rules that this one hides or turns into "nog te
    toetsen". `numeric` lowers the severity by one when a number it rests on is only an estimate.
    `show` holds extra placeholders: (name, kind, expression). Texts are Markdown with {placeholders}; `example` is
    a worked example in words, of an invented entrepreneur.
    """

    id: str
    title: str
    when: Expression
    severity: int
    ease: int
    root_cause: RootCause
    focus: Focus
    source: str
    explanation: str
    advice: str
    first_step: str
    measure: str
    example: str = ""
    level: Level = Level.MOMENT
    quote: str = ""
    severity_when: tuple[Conditional, ...] = ()
    root_cause_when: tuple[Conditional, ...] = ()
    absorbs: tuple[Conditional, ...] = ()
    defers: tuple[Conditional, ...] = ()
    numeric: bool = False
    phase: str = ""
    effect: Expression | None = None
    show: tuple[tuple[str, str, Expression], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Strength:
    """A rule for a strong point: shown under "wat al goed gaat" when its condition holds."""

    id: str
    title: str
    when: Expression
    text: str
    source: str
    show: tuple[tuple[str, str, Expression], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that rules compare with, in one table where a consultant can change it.

    `kind` is percent (a fraction 0–1), number or money; `source` a source text, the tag of a paper, or "own choice".
    """

    code: str
    title: str
    value: Decimal
    kind: str
    source: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one questionnaire in one language."""

    gaps: tuple[Rule, ...]
    strengths: tuple[Strength, ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @property
    def values(self) -> Mapping[str, Decimal]:
        """Thresholds by code."""
        return {one.code: one.value for one in self.thresholds}

    def gap(self, rule_id: str) -> Rule | None:
        """Return the gap rule with this id, or None."""
        return next((rule for rule in self.gaps if rule.id == rule_id), None)


@dataclass(frozen=True, slots=True)
class Shown:
    """A value for a sentence: `kind` is money, percent, number, text, truth, phase, channel, phases or channels.

    A truth says nothing itself: its sentence stands there while it holds and falls away when it does not.
    """

    value: Decimal | str | tuple[str, ...] | None
    kind: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A judged gap.

    `evidence` are answer codes that made it fire (or that are missing, for "to check"); `severity` and `ease`
    1–5; `priority` = impact × ease (1–25), None unless fired; `phase` a phase id of the model or "".
    `shown` holds the values for its sentences; `effect` euros per year on the client's own answers, or None;
    `foci` are the places (channel, phase) and `touchpoints` the codes of the contact moments where it fired.
    """

    id: str
    status: FindingStatus
    severity: int
    ease: int
    priority: int | None
    root_cause: RootCause
    phase: str
    evidence: tuple[str, ...]
    source: str
    absorbed_by: str = ""
    effect: Decimal | None = None
    estimate: bool = False
    foci: tuple[tuple[str, str], ...] = ()
    touchpoints: tuple[str, ...] = ()
    level: Level = Level.MOMENT
    shown: Mapping[str, Shown] = field(default_factory=dict)

    @property
    def impact(self) -> int:
        """How much closing it matters, 1–5: the severity, a step more in the lowest phase; 0 unless it fired."""
        return (self.priority or 0) // self.ease


@dataclass(frozen=True, slots=True)
class StrongPoint:
    """Something that goes well, with the answers that show it."""

    id: str
    evidence: tuple[str, ...]
    source: str
    shown: Mapping[str, Shown] = field(default_factory=dict)
