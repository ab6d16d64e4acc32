"""What the consultant's hand does to an assessment: gaps left out and in another order; never a score or a sum."""

from dataclasses import replace
from typing import Final

from workshop.domain.assessment import Assessment
from workshop.domain.finding import Finding, FindingStatus
from workshop.domain.hand import Hand, moved
from workshop.domain.priority import MOST, top_three

GAP: Final = "gap-"
"""What the name of every gap begins with."""


def target_of(finding: Finding) -> str:
    """Return the name of a gap: its rule and its phase, for a rule may fire in more than one."""
    return GAP + "-".join(filter(None, (finding.id, finding.phase)))


def ranked(assessment: Assessment, hand: Hand) -> tuple[Finding, ...]:
    """Return the gaps that are there, hidden ones too, the priorities first, after the moves of the hand."""
    fired = (one for one in assessment.findings if one.status is FindingStatus.FIRED)
    named = {target_of(one): one for one in (*assessment.top, *fired)}
    return tuple(named[target] for target in moved(tuple(named), hand.moves))


def handled(assessment: Assessment, hand: Hand) -> Assessment:
    """Return the assessment as the report tells it.

    A hidden gap is not there, nor what falls under it. The next one takes its place among the priorities; once a gap
    was moved, the first three are the priorities.
    """
    if not (hand.hidden or hand.moves):
        return assessment
    fired = [one for one in assessment.findings if one.status is FindingStatus.FIRED]
    order = ranked(assessment, hand) if hand.moves else fired
    shown = tuple(one for one in order if target_of(one) not in hand.hidden)
    gone = {one.id for one in fired} - {one.id for one in shown}
    rest = (one for one in assessment.findings if one.status is not FindingStatus.FIRED and one.absorbed_by not in gone)
    return replace(assessment, findings=(*shown, *rest), top=_top(assessment, hand, shown))


def _top(assessment: Assessment, hand: Hand, shown: tuple[Finding, ...]) -> tuple[Finding, ...]:
    named = {target_of(one) for one in shown}
    if any(target in named for target, _ in hand.moves):
        return shown[:MOST]
    if all(target_of(one) in named for one in assessment.top):
        return assessment.top
    return top_three(shown, assessment.model)
