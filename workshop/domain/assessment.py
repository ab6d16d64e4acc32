"""The one door of the domain: assess() turns answers into scores, sums, findings and priorities."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.answer import Evidence, Status
from workshop.domain.economics import Economics, economics
from workshop.domain.facts import AnswerFacts
from workshop.domain.finding import Finding, Rules, Shown, StrongPoint
from workshop.domain.journey import PhaseModel
from workshop.domain.judging import judge, strong_points
from workshop.domain.phase_scores import Attention, attention, score_phase
from workshop.domain.priority import in_order, top_three
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.reading import Reading
from workshop.domain.response import Response
from workshop.domain.route import visible
from workshop.domain.scoring import PhaseScore, Score, SelfTestScore, mean_score
from workshop.domain.selftest_scores import score_selftest
from workshop.domain.showing import show_answers, show_figures


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

    @property
    def priorities(self) -> tuple[str, ...]:
        """Ids of the findings to work on first."""
        return tuple(one.id for one in self.top)


def assess(questionnaire: Questionnaire, rules: Rules, response: Response) -> Assessment:
    """Assess a response in its phase model; hidden answers never count; an unknown model falls back to the default."""
    seen = visible(questionnaire, response)
    response = response.only(frozenset(seen))
    model = questionnaire.model(response.model) or questionnaire.model(questionnaire.default_model)
    if model is None:
        raise ValueError(f"questionnaire {questionnaire.id} has no phase model {response.model!r}")
    reading = Reading(questionnaire, model, response)
    shared, sums = attention(reading), economics(reading)
    phases = tuple(score_phase(reading, phase, shared) for phase in model.phases)
    lowest = _lowest(phases)
    world = AnswerFacts(reading, sums, shared.balance)
    values = {**show_answers(reading), **show_figures(world)}
    findings = in_order(judge(rules, world, lowest, values), model)
    order = tuple(one.code for one in questionnaire.questions if one.code in seen)
    return Assessment(
        response=response,
        model=model,
        phases=phases,
        total=mean_score([phase.score for phase in phases]),
        lowest=lowest,
        selftests=tuple(score_selftest(one, reading, phases, shared, sums) for one in questionnaire.selftests),
        attention=shared,
        economics=sums,
        findings=findings,
        top=top_three(findings, model),
        strengths=strong_points(rules, world, values),
        visible=order,
        unanswered=tuple(code for code in order if response.get(code) is None),
        unknown=tuple(code for code in order if reading.status(code) is Status.UNKNOWN),
        measured=_measured(response),
        values=values,
    )


def _lowest(phases: tuple[PhaseScore, ...]) -> str:
    """Return the shown phase with the lowest score; the earliest of equals; "" when none is shown."""
    shown = [(phase.score.value, phase.phase) for phase in phases if phase.score.value is not None]
    return min(shown, key=lambda one: one[0])[1] if shown else ""


def _measured(response: Response) -> Decimal | None:
    levels = [one.evidence for one in response.answers.values() if one.known and one.evidence is not None]
    return Decimal(sum(level is Evidence.MEASURED for level in levels)) / len(levels) if levels else None
