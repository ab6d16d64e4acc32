"""The one door of the domain: assess() turns answers into scores, sums, findings and priorities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workshop.domain.answer import Evidence, Status
from workshop.domain.economics import Economics, economics
from workshop.domain.facts import AnswerFacts
from workshop.domain.finding import Finding, Rules, Shown, StrongPoint
from workshop.domain.journey import PhaseModel
from workshop.domain.judging import judge, judge_plan, strong_points
from workshop.domain.phase_scores import Attention, attention, score_phase
from workshop.domain.priority import actions, in_order, top_three
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.reading import Reading
from workshop.domain.response import Response
from workshop.domain.route import asked_of, visible
from workshop.domain.scoring import PhaseScore, Score, SelfTestScore, mean_score
from workshop.domain.selftest_scores import score_selftest
from workshop.domain.showing import show_answers, show_figures, show_thresholds


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that follows from a response: the same for screen, report and command line.

    `response` holds only the visible answers; `visible` their codes and those still open, in order; `unanswered` are
    visible questions without an answer and `unknown` those answered "weet ik niet"; `lowest` is the id of the lowest
    shown phase or ""; `priorities` the ids of at most three findings; `values` answers and figures for sentences;
    `measured` the share 0–1 of answers whose evidence is "measured", over those that say what they rest on.
    """

    response: Response
    model: PhaseModel
    phases: tuple[PhaseScore, ...]
    total: Score
    lowest: str
    selftests: tuple[SelfTestScore, ...]
    attention: Attention
    economics: Economics
    findings: tuple[Finding, ...]
    top: tuple[Finding, ...]
    strengths: tuple[StrongPoint, ...]
    visible: tuple[str, ...]
    unanswered: tuple[str, ...]
    unknown: tuple[str, ...]
    measured: Decimal | None
    values: Mapping[str, Shown]
    reading: Reading
    """The answers as the domain reads them, for whoever shows them in another way."""

    @property
    def priorities(self) -> tuple[str, ...]:
        """Ids of the findings to work on first."""
        return tuple(one.id for one in self.top)


def assess(questionnaire: Questionnaire, rules: Rules, response: Response, today: date | None = None) -> Assessment:
    """Assess a response in its phase model; hidden answers never count; an unknown model falls back to the default.

    It is judged on the day that the response names, else on `today`; without either, what hangs on it is unknown.
    """
    seen = visible(questionnaire, response)
    response = asked_of(questionnaire, response, seen)
    model = questionnaire.model(response.model) or questionnaire.model(questionnaire.default_model)
    if model is None:
        raise ValueError(f"questionnaire {questionnaire.id} has no phase model {response.model!r}")
    reading = Reading(questionnaire, model, response, seen, response.on or today)
    shared, sums = attention(reading), economics(reading)
    phases = tuple(score_phase(reading, phase, shared) for phase in model.phases)
    lowest = _lowest(phases)
    best = _best(phases)
    world = AnswerFacts(reading, sums, shared.balance, thresholds=rules.values, best=best.score.value if best else None)
    values = {**show_thresholds(rules), **show_answers(reading), **show_figures(world)}
    values |= {"best_phase": Shown(best.phase, "phase")} if best else {}
    findings = in_order(judge(rules, world, lowest, values), model)
    top = top_three(findings, model)
    findings = in_order((*findings, *judge_plan(rules, world, lowest, values, actions(findings))), model)
    order = tuple(one.code for one in questionnaire.questions if one.code in seen)
    return Assessment(
        response=response,
        model=model,
        phases=phases,
        total=mean_score([phase.score for phase in phases if phase.applies]),
        lowest=lowest,
        selftests=tuple(score_selftest(one, reading, phases, shared, sums) for one in questionnaire.selftests),
        attention=shared,
        economics=sums,
        findings=findings,
        top=top,
        strengths=strong_points(rules, world, values),
        visible=order,
        unanswered=tuple(code for code in order if response.get(code) is None and code not in questionnaire.optional),
        unknown=tuple(code for code in order if reading.status(code) is Status.UNKNOWN),
        measured=_measured(response),
        values=values,
        reading=reading,
    )


def _lowest(phases: tuple[PhaseScore, ...]) -> str:
    """Return the shown phase with the lowest score; the earliest of equals; "" when none is shown."""
    shown = [(phase.score.value, phase.phase) for phase in phases if phase.score.value is not None]
    return min(shown, key=lambda one: one[0])[1] if shown else ""


def _best(phases: tuple[PhaseScore, ...]) -> PhaseScore | None:
    """Return the shown phase with the highest score; the earliest of equals."""
    shown = [phase for phase in phases if phase.score.value is not None]
    return max(shown, key=lambda one: one.score.value or Decimal(0), default=None)


def _measured(response: Response) -> Decimal | None:
    levels = [one.evidence for one in response.answers.values() if one.known and one.evidence is not None]
    return Decimal(sum(level is Evidence.MEASURED for level in levels)) / len(levels) if levels else None
