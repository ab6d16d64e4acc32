"""Hidden and moved gaps: the order and the priorities follow, scores and sums never do."""

from dataclasses import fields

import pytest
from hypothesis import given

from tests import klantreis
from tests.hands import any_changes, handed, hidden, moved_to
from workshop.domain.assessment import Assessment, assess
from workshop.domain.finding import Finding, FindingStatus
from workshop.domain.hand import NO_HAND, Change, hand
from workshop.domain.hand_order import handled, ranked, target_of

BUNDLE = klantreis.bundle()
FOUND = assess(BUNDLE.questionnaire, BUNDLE.rules, klantreis.response(klantreis.example("kapsalon")))


def fired(found: Assessment) -> list[str]:
    return [target_of(one) for one in found.findings if one.status is FindingStatus.FIRED]


def top(found: Assessment) -> list[str]:
    return [target_of(one) for one in found.top]


GAPS = [target_of(one) for one in ranked(FOUND, NO_HAND)]
NAMED = {target_of(one): one for one in FOUND.findings if one.status is FindingStatus.FIRED}


def test_without_a_hand_nothing_changes() -> None:
    assert handled(FOUND, NO_HAND) is FOUND
    assert GAPS[:3] == top(FOUND)


def test_a_hidden_gap_is_gone_and_the_next_one_takes_its_place_among_the_priorities() -> None:
    found = handled(FOUND, handed(hidden(GAPS[0])))

    assert GAPS[0] not in fired(found)
    assert top(found)[:2] == GAPS[1:3]
    assert len(top(found)) == 3


def test_a_hidden_gap_outside_the_priorities_leaves_them_as_they_are() -> None:
    assert top(handled(FOUND, handed(hidden(GAPS[-1])))) == top(FOUND)


def test_a_gap_moved_to_the_front_is_the_first_priority() -> None:
    found = handled(FOUND, handed(moved_to(GAPS[5], 1)))

    assert top(found) == [GAPS[5], *GAPS[:2]]
    assert fired(found) == [GAPS[5], *GAPS[:5], *GAPS[6:]]


def test_a_gap_moved_and_then_another_hidden_keeps_the_order_of_the_rest() -> None:
    found = handled(FOUND, handed(moved_to(GAPS[3], 2), hidden(GAPS[0])))

    assert fired(found)[:3] == [GAPS[3], GAPS[1], GAPS[2]]


def test_what_falls_under_a_hidden_gap_is_gone_too() -> None:
    under = next(one for one in FOUND.findings if one.status is FindingStatus.ABSORBED)
    covers = [target for target, one in NAMED.items() if one.id == under.absorbed_by]

    found = handled(FOUND, handed(*(hidden(one) for one in covers)))

    assert covers
    assert all(one.absorbed_by != under.absorbed_by for one in found.findings)


def test_a_hidden_gap_that_is_not_there_changes_nothing() -> None:
    found = handled(FOUND, handed(hidden("gap-G99-gone"), moved_to("gap-G99-gone", 1)))

    assert (top(found), sorted(fired(found))) == (top(FOUND), sorted(fired(FOUND)))


def test_every_gap_may_be_hidden() -> None:
    found = handled(FOUND, handed(*(hidden(one) for one in GAPS)))

    assert (fired(found), found.top) == ([], ())


@given(any_changes)
def test_scores_and_sums_are_never_changed_by_a_hand(changes: tuple[Change, ...]) -> None:
    found = handled(FOUND, hand(changes))

    kept = {one.name for one in fields(FOUND)} - {"findings", "top"}
    assert all(getattr(found, name) == getattr(FOUND, name) for name in kept)
    assert all(one in found.findings for one in found.top)
    assert all(one in FOUND.findings for one in found.findings)


@pytest.mark.parametrize(("phase", "expected"), [("retention", "gap-G01-retention"), ("", "gap-G01")])
def test_a_gap_is_named_after_its_rule_and_phase(phase: str, expected: str) -> None:
    one = next(iter(NAMED.values()))

    assert target_of(Finding("G01", one.status, 1, 1, 1, one.root_cause, phase, (), "")) == expected
