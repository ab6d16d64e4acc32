"""Judging the gap rules: which gaps are there, which cannot be judged yet, and which are covered by a graver one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from workshop.domain.answer import Evidence
from workshop.domain.expression import Expression
from workshop.domain.facts import AnswerFacts
from workshop.domain.finding import (
    Conditional,
    Finding,
    FindingStatus,
    Focus,
    RootCause,
    Rule,
    Rules,
    Shown,
    StrongPoint,
)
from workshop.domain.journey import Block, PhaseModel
from workshop.domain.outcome import Missing, Outcome, truth
from workshop.domain.reading import Reading
from workshop.domain.showing import show_expression, show_focus

_PLACE = {"before": Block.ATTENTION, "winning": Block.ATTENTION, "keeping": Block.BETWEEN_PURCHASES}
_PLACE |= {"recommending": Block.RECOMMENDING, "after": Block.BETWEEN_PURCHASES}
_PLACE |= {str(block): block for block in Block}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One rule at one focus: the world it was judged in and what came out."""

    world: AnswerFacts
    outcome: Outcome

    @property
    def holds(self) -> bool:
        """Tell whether the rule's condition is certainly true."""
        return truth(self.outcome.value) is True

    @property
    def open(self) -> bool:
        """Tell whether an answer is missing to judge it."""
        return self.outcome.value is Missing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule with its finding and the judgements that made it fire (none when it is to be checked)."""

    rule: Rule
    finding: Finding
    holding: tuple[Judgement, ...]


def judge(rules: Rules, world: AnswerFacts, lowest: str, values: Mapping[str, Shown]) -> tuple[Finding, ...]:
    """Judge every gap rule; `lowest` is the phase whose gaps weigh one step heavier, `values` what texts may quote."""
    worlds = {focus: tuple(_worlds(focus, world)) for focus in {rule.focus for rule in rules.gaps}}
    judged = [one for rule in rules.gaps for one in _judge_rule(rule, worlds[rule.focus], lowest)]
    deferred = _deferring(judged)
    kept = [one for one in judged if one.finding.id not in deferred]
    settled = [_settle(one.finding, deferred, _absorbing(kept)) for one in judged]
    return tuple(replace(one, shown={**values, **one.shown}) for one in settled)


def _judge_rule(rule: Rule, worlds: Iterable[AnswerFacts], lowest: str) -> Iterator[Judged]:
    judgements = [Judgement(one, rule.when(one)) for one in worlds]
    holding = [one for one in judgements if one.holds]
    waiting = [one for one in judgements if one.open]
    if holding:
        yield from _fired(rule, holding, lowest)
    elif waiting:
        yield Judged(rule, _to_check(rule, waiting), ())


def judge_plan(
    rules: Rules, world: AnswerFacts, lowest: str, values: Mapping[str, Shown], plan: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Judge the rules about the plan itself: the actions that follow from the other findings."""
    levels = frozenset(one.level for one in plan)
    about = [rule for rule in rules.gaps if "plan_levels" in rule.when.facts]
    aware = replace(world, plan=levels if len(plan) > 1 else None)
    found = (one.finding for rule in about for one in _judge_rule(rule, _worlds(rule.focus, aware), lowest))
    evidence = _ordered(frozenset(code for one in plan for code in one.evidence), world.reading)
    return tuple(replace(one, shown={**values, **one.shown}, evidence=evidence) for one in found)


def _settle(finding: Finding, deferred: Mapping[str, Finding], absorbed: Mapping[str, str]) -> Finding:
    """Give a fired finding its final status; one that waits names the figures it waits for."""
    if finding.status is not FindingStatus.FIRED:
        return finding
    if first := deferred.get(finding.id):
        waits = replace(finding, status=FindingStatus.TO_CHECK, priority=None)
        return replace(waits, absorbed_by=first.id, evidence=first.evidence)
    if by := absorbed.get(finding.id):
        return replace(finding, status=FindingStatus.ABSORBED, priority=None, absorbed_by=by)
    return finding


def _deferring(judged: list[Judged]) -> Mapping[str, Finding]:
    """Return which rules wait for figures that the client does not know: rule id → the finding that says so."""
    return {target: one.finding for one in judged for target in _named(one, one.rule.defers)}


def _absorbing(judged: list[Judged]) -> Mapping[str, str]:
    """Return which rules are covered by a graver one: rule id → the rule that covers it."""
    return {target: one.rule.id for one in judged for target in _named(one, one.rule.absorbs)}


def _named(one: Judged, options: tuple[Conditional, ...]) -> Iterator[str]:
    for option in options:
        if any(_holds(option.when, judgement.world) for judgement in one.holding):
            yield from option.value.replace(",", " ").split()


def strong_points(rules: Rules, world: AnswerFacts, values: Mapping[str, Shown]) -> tuple[StrongPoint, ...]:
    """Return what goes well: the strong points whose condition certainly holds."""
    points: list[StrongPoint] = []
    for rule in rules.strengths:
        outcome = rule.when(world)
        if truth(outcome.value) is True:
            shown = {name: show_expression(kind, one, world) for name, kind, one in rule.show}
            evidence = _ordered(outcome.seen, world.reading)
            points.append(StrongPoint(rule.id, evidence, rule.source, {**values, **shown}))
    return tuple(points)


def _worlds(focus: Focus, world: AnswerFacts) -> Iterator[AnswerFacts]:
    """Walk over what a rule looks at: the business, each phase, each channel, or each channel in each phase."""
    reading = world.reading
    phases = [phase.id for phase in reading.model.phases]
    rows = tuple(reading.matrix.levels) if reading.matrix else ("",)
    match focus:
        case Focus.BUSINESS:
            yield world
        case Focus.PHASE:
            yield from (world.at(phase=phase) for phase in phases)
        case Focus.CHANNEL:
            yield from (world.at(channel=channel) for channel in reading.channel_ids or ("",))
        case Focus.CELL:
            places = ((channel, phase) for channel in rows for phase in phases)
            yield from (world.at(channel=channel, phase=phase) for channel, phase in places)
        case Focus.TOUCHPOINT:
            yield from _at_touchpoints(world)


def _at_touchpoints(world: AnswerFacts) -> Iterator[AnswerFacts]:
    """Walk over the touchpoints that exist; without any, one world that says what is missing."""
    reading = world.reading
    points = [one for one in reading.journey.touchpoints if reading.journey.designing or not one.to_design]
    if not points and reading.answer("touchpoints") is None:
        yield world.at(touchpoint="", phase="", channel="")
    for point in points:
        phase = reading.model.phase_of(point.block)
        yield world.at(touchpoint=point.code, phase=phase.id if phase else "", channel=point.channel)


def _fired(rule: Rule, holding: list[Judgement], lowest: str) -> Iterator[Judged]:
    """Make findings: one per phase for a rule that walks over phases, else one that names every place."""
    if rule.focus is Focus.PHASE:
        for one in holding:
            yield Judged(rule, _finding(rule, [one], lowest), (one,))
    else:
        heaviest = sorted(holding, key=lambda one: -_severity(rule, one))
        yield Judged(rule, _finding(rule, heaviest, lowest), tuple(heaviest))


def _finding(rule: Rule, holding: list[Judgement], lowest: str) -> Finding:
    first = holding[0]
    reading = first.world.reading
    phase = first.world.focus.get("phase") or place_of(rule, reading.model)
    estimate = _rests_on_estimate(first.outcome.seen, reading) or _assumed(first)
    severity = _severity(rule, first)
    if rule.numeric and estimate:
        severity = max(1, severity - 1)
    touchpoints = tuple(one.world.focus["touchpoint"] for one in holding if one.world.focus.get("touchpoint"))
    decides = any(point and point.is_decision for point in map(reading.journey.touchpoint, touchpoints))
    impact = min(5, severity + (1 if decides or (phase and phase == lowest) else 0))
    effect = rule.effect(first.world).value if rule.effect else None
    seen = frozenset().union(*(one.outcome.seen for one in holding))
    shown = {name: show_expression(kind, one, first.world) for name, kind, one in rule.show}
    return Finding(
        id=rule.id,
        status=FindingStatus.FIRED,
        severity=severity,
        ease=rule.ease,
        priority=impact * rule.ease,
        root_cause=_root_cause(rule, first),
        phase=phase,
        evidence=_ordered(seen, reading),
        source=rule.source,
        effect=effect if isinstance(effect, Decimal) else None,
        estimate=estimate,
        foci=tuple((one.world.focus.get("channel", ""), one.world.focus.get("phase", "")) for one in holding),
        touchpoints=touchpoints,
        level=rule.level,
        shown={**show_focus(first.world, [one.world.focus for one in holding], phase), **shown},
    )


def _to_check(rule: Rule, waiting: list[Judgement]) -> Finding:
    reading = waiting[0].world.reading
    missing = frozenset().union(*(one.outcome.missing for one in waiting))
    if not missing and rule.focus in (Focus.CHANNEL, Focus.CELL):
        missing = frozenset({"channels" if rule.focus is Focus.CHANNEL else "channel_use"})
    return Finding(
        id=rule.id,
        status=FindingStatus.TO_CHECK,
        severity=rule.severity,
        ease=rule.ease,
        priority=None,
        root_cause=rule.root_cause,
        phase=place_of(rule, reading.model),
        evidence=_ordered(missing, reading),
        source=rule.source,
    )


def place_of(rule: Rule, model: PhaseModel) -> str:
    """Return the phase of the model where a rule's gap is shown; "" when it belongs to no phase."""
    block = _PLACE.get(rule.phase)
    phase = model.phase_of(block) if block else None
    return phase.id if phase else ""


def _severity(rule: Rule, judgement: Judgement) -> int:
    return int(_first_holding(rule.severity_when, judgement) or rule.severity)


def _root_cause(rule: Rule, judgement: Judgement) -> RootCause:
    return RootCause(_first_holding(rule.root_cause_when, judgement) or rule.root_cause)


def _first_holding(options: tuple[Conditional, ...], judgement: Judgement) -> str | None:
    return next((one.value for one in options if _holds(one.when, judgement.world)), None)


def _holds(condition: Expression | None, world: AnswerFacts) -> bool:
    return condition is None or truth(condition(world).value) is True


def _assumed(judgement: Judgement) -> bool:
    """Tell whether the contact moment that is looked at rests on an own estimate."""
    point = judgement.world.reading.journey.touchpoint(judgement.world.focus.get("touchpoint", ""))
    return point is not None and point.text("basis") == "assumed"


def _rests_on_estimate(codes: frozenset[str], reading: Reading) -> bool:
    levels = [reading.evidence(code) for code in codes]
    return any(level is not None and level <= Evidence.ESTIMATE for level in levels)


def _ordered(codes: frozenset[str], reading: Reading) -> tuple[str, ...]:
    """Put answer codes in the order of the questionnaire; figures' names fall away."""
    places = reading.questionnaire.places
    return tuple(sorted(codes & places.keys(), key=places.__getitem__))
