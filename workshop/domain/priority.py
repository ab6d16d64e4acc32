"""Choosing the three priorities: impact × ease, one per root cause, and never only before the purchase."""

from decimal import Decimal

from workshop.domain.finding import Finding, FindingStatus, RootCause
from workshop.domain.journey import BLOCK_GROUPS, PhaseModel

MOST = 3
"""How many priorities a client gets: three, not forty-two."""
MOST_ACTIONS = 9
"""How many actions a plan of ninety days holds at most."""
GRAVE = 3
"""Severity from which a gap after the purchase must be among the priorities (source 003: forgotten phases)."""


def in_order(findings: tuple[Finding, ...], model: PhaseModel) -> tuple[Finding, ...]:
    """Order findings: fired by priority, then larger euro effect, then earlier phase; the rest graver first."""
    phases = [phase.id for phase in model.phases]
    statuses = [FindingStatus.FIRED, FindingStatus.TO_CHECK, FindingStatus.ABSORBED]

    def key(one: Finding) -> tuple[int, int, Decimal, int, str]:
        place = phases.index(one.phase) if one.phase in phases else len(phases)
        weight = one.priority if one.status is FindingStatus.FIRED else one.severity
        return statuses.index(one.status), -(weight or 0), -(one.effect or Decimal(0)), place, one.id

    return tuple(sorted(findings, key=key))


def top_three(findings: tuple[Finding, ...], model: PhaseModel) -> tuple[Finding, ...]:
    """Pick at most three fired findings out of an ordered list, each with another root cause.

    When a grave gap after the purchase fired, at least one of the three lies after the purchase.
    """
    fired = [one for one in findings if one.status is FindingStatus.FIRED]
    picked: list[Finding] = []
    for one in fired:
        taken = {each.root_cause for each in picked} | {each.id for each in picked}
        if len(picked) < MOST and one.root_cause not in taken and one.id not in taken:
            picked.append(one)
    forgotten = [one for one in fired if one.severity >= GRAVE and one.root_cause is RootCause.RETENTION]
    if forgotten and not any(after_purchase(one, model) for one in picked):
        picked = [*picked[: MOST - 1], forgotten[0]]
    return tuple(picked)


def actions(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings whose advice stands in the plan: the nine that come first, each rule once."""
    fired = {one.id: one for one in reversed(findings) if one.status is FindingStatus.FIRED}
    return tuple(one for one in findings if fired.get(one.id) is one)[:MOST_ACTIONS]


def after_purchase(finding: Finding, model: PhaseModel) -> bool:
    """Tell whether a gap is about customers one already has."""
    phase = model.phase(finding.phase)
    after = BLOCK_GROUPS["after"]
    wholly = phase is not None and all(block in after for block in phase.blocks)
    return finding.root_cause is RootCause.RETENTION or wholly
