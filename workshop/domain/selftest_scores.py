"""Scores of the six questions that source 003 asks, each from the formula of docs/reference/scoring.md, 3."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from workshop.domain.answer import Status
from workshop.domain.economics import Economics
from workshop.domain.phase_scores import Attention
from workshop.domain.questionnaire import SelfTest
from workshop.domain.reading import ASPECTS, FIT_VALUES, Reading
from workshop.domain.scoring import HUNDRED, Indicator, PhaseScore, SelfTestScore, channel_fit_score, weigh

INTERVIEW_POINTS = ((0, 0), (3, 50), (5, 75), (10, 100))
"""Number of talks with customers in a year → points, linear in between (docs/reference/scoring.md, 3)."""

QUICK_REPLY = Decimal(8)
"""Working hours within which a reply counts as quick: the same working day."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the six scores are made from: the answers and what was already worked out."""

    reading: Reading
    phases: Sequence[PhaseScore]
    attention: Attention
    economics: Economics


def score_selftest(
    test: SelfTest, reading: Reading, phases: Sequence[PhaseScore], shared: Attention, sums: Economics
) -> SelfTestScore:
    """Score one of the six questions; parts that this questionnaire does not ask stay unknown."""
    parts = SCORERS[test.score](Scored(reading, phases, shared, sums))
    return SelfTestScore(test.id, weigh(parts), parts)


def _part(id_: str, weight: int, value: Decimal | None) -> Indicator:
    return Indicator(id_, Decimal(weight), value)


def _knowledge(reading: Reading) -> tuple[Indicator, ...]:
    question = reading.questionnaire.question("last_interview")
    choice = question.choice(reading.text("last_interview") or "") if question else None
    interview = None if choice is None or choice.score is None else Decimal(choice.score)
    talks = reading.number("interviews_count")
    return (
        _part("aspects", 60, aspect_score(reading)),
        _part("last_interview", 20, interview),
        _part("interviews_count", 20, None if talks is None else _interpolate(talks)),
    )


def aspect_score(reading: Reading) -> Decimal | None:
    """Mean over personas of (share of six aspects filled × mean evidence / 3) × 100; None without evidence levels."""
    personas = reading.items("personas")
    if not personas:
        return None
    scores: list[Decimal] = []
    for item in personas:
        filled = [one for one in (item.get(aspect) for aspect in ASPECTS) if one is not None and one.known]
        levels = [Decimal(one.evidence) for one in filled if one.evidence is not None]
        if filled and not levels:
            return None
        mean = sum(levels, Decimal(0)) / len(levels) if levels else Decimal(0)
        scores.append(Decimal(len(filled)) / len(ASPECTS) * mean / 3 * HUNDRED)
    return sum(scores, Decimal(0)) / len(scores)


def _interpolate(talks: Decimal) -> Decimal:
    for (x0, y0), (x1, y1) in pairwise(INTERVIEW_POINTS):
        if talks <= x1:
            return y0 + (max(talks, Decimal(0)) - x0) / (x1 - x0) * (y1 - y0)
    return HUNDRED


def _reach(reading: Reading, phases: Sequence[PhaseScore]) -> tuple[Indicator, ...]:
    covered = [one.value for phase in phases for one in phase.indicators if one.id == "coverage" and one.applies]
    served = sum(value == HUNDRED for value in covered)
    share = Decimal(served) / len(covered) if covered and None not in covered else None
    evidence = reading.evidence("last_ten")
    reply, same = reading.number("reply_hours"), reading.number("consistency")
    return (
        _part("phases_served", 40, None if share is None else share * HUNDRED),
        _part("source_evidence", 30, None if evidence is None else Decimal(evidence) / 3 * HUNDRED),
        _part("response_time", 15, None if reply is None else HUNDRED if reply <= QUICK_REPLY else Decimal(0)),
        _part("consistency", 15, None if same is None else same / 3 * HUNDRED),
    )


def _known_with_evidence(reading: Reading, groups: Sequence[Sequence[str]]) -> Decimal | None:
    """Share of figures that are known × mean evidence / 3 × 100; None when no figure is known or none says why.

    What does not apply leaves the share.
    """
    dropped = Status.NOT_APPLICABLE
    groups = [kept for group in groups if (kept := [one for one in group if reading.status(one) is not dropped])]
    known = [group for group in groups if all(reading.response.known(code) for code in group)]
    said = [reading.evidence(code) for group in known for code in group]
    levels = [Decimal(level) for level in said if level is not None]
    if not levels:
        return None
    return Decimal(len(known)) / len(groups) * sum(levels, Decimal(0)) / len(levels) / 3 * HUNDRED


def _time(reading: Reading, shared: Attention) -> tuple[Indicator, ...]:
    known = _known_with_evidence(reading, [("hours_per_phase",), ("hours_to_win",), ("hours_to_deliver",)])
    return (_part("hours_known", 50, known), _part("balance", 50, shared.balance))


def _revenue(reading: Reading, sums: Economics) -> tuple[Indicator, ...]:
    customers = (
        ("repeat_rate",)
        if "repeat_rate" in sums.retention.codes
        else ("customers_start", "customers_end", "customers_new")
    )
    groups = [("first_order",), ("orders_per_year", "order_value"), ("margin",), customers]
    ratio = sums.clv5_to_cac.value
    points = None if ratio is None else (Decimal(0) if ratio < 1 else HUNDRED if ratio >= 3 else Decimal(50))
    return (_part("figures_known", 60, _known_with_evidence(reading, groups)), _part("ratio", 40, points))


def _message(phases: Sequence[PhaseScore]) -> tuple[Indicator, ...]:
    """Give the mean of the message indicator over the phases; unknown while half of the phases says nothing."""
    found = [one for phase in phases for one in phase.indicators if one.id == "message" and one.applies]
    known = [one.value for one in found if one.value is not None]
    enough = known and len(known) * 2 >= len(found)
    return (Indicator("message", HUNDRED, sum(known, Decimal(0)) / len(known) if enough else None),)


def _channel_fit(reading: Reading) -> tuple[Indicator, ...]:
    cells = [cell for phase in reading.model.phases for cell in reading.cells(phase)]
    value = channel_fit_score((cell.level or 0, FIT_VALUES[cell.fit]) for cell in cells)
    return (Indicator("fit", HUNDRED, value),)


SCORERS: Mapping[str, Callable[[Scored], tuple[Indicator, ...]]] = {
    "knowledge": lambda one: _knowledge(one.reading),
    "reach": lambda one: _reach(one.reading, one.phases),
    "message": lambda one: _message(one.phases),
    "time": lambda one: _time(one.reading, one.attention),
    "revenue": lambda one: _revenue(one.reading, one.economics),
    "channel_fit": lambda one: _channel_fit(one.reading),
}
"""Names that a questionnaire may give to the score of a self-test → the parts of that score."""
