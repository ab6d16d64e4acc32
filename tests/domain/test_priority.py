"""The three priorities: impact × ease, one per root cause, and the forgotten phases among them."""

import pytest

from tests.klantreis import bundle
from workshop.domain.finding import Finding, FindingStatus, RootCause
from workshop.domain.priority import in_order, top_three

MODEL = next(one for one in bundle().questionnaire.models if one.id == "five-phase")
KEEP, WIN, KNOW, ORDER = RootCause.RETENTION, RootCause.ACQUISITION, RootCause.FIGURES, RootCause.ORGANISATION


def gap(id_: str, priority: int, root: RootCause, severity: int = 3, phase: str = "") -> Finding:
    return Finding(id_, FindingStatus.FIRED, severity, 3, priority, root, phase, ("goal",), "")


def chosen(*gaps: Finding) -> list[str]:
    return [one.id for one in top_three(in_order(gaps, MODEL), MODEL)]


def test_each_root_cause_gets_one_place() -> None:
    assert chosen(gap("A", 20, WIN), gap("B", 15, WIN), gap("C", 10, KNOW), gap("D", 5, ORDER)) == ["A", "C", "D"]


def test_a_rule_that_fired_in_two_phases_gets_one_place() -> None:
    twice = (gap("A", 20, WIN, phase="awareness"), gap("A", 18, KEEP, severity=2, phase="retention"))

    assert chosen(*twice, gap("B", 3, KNOW)) == ["A", "B"]


def test_a_grave_gap_after_the_purchase_takes_the_last_of_three_places() -> None:
    gaps = (gap("A", 20, WIN), gap("B", 15, KNOW), gap("C", 10, ORDER), gap("D", 4, KEEP, severity=3))

    assert chosen(*gaps) == ["A", "B", "D"]


def test_it_takes_nobodys_place_when_there_is_room() -> None:
    assert chosen(gap("A", 20, WIN), gap("D", 4, KEEP, severity=3)) == ["A", "D"]


def test_a_light_gap_after_the_purchase_has_no_such_right() -> None:
    gaps = (gap("A", 20, WIN), gap("B", 15, KNOW), gap("C", 10, ORDER), gap("D", 4, KEEP, severity=2))

    assert chosen(*gaps) == ["A", "B", "C"]


def test_another_root_cause_in_a_late_phase_does_not_push_the_first_out() -> None:
    assert chosen(gap("G41", 15, WIN), gap("G15", 12, WIN, phase="retention"), gap("G36", 10, ORDER)) == ["G41", "G36"]


@pytest.mark.parametrize("order", [("A", "B"), ("B", "A")])
def test_equal_priorities_go_by_the_earlier_phase(order: tuple[str, str]) -> None:
    phases = dict(zip(order, ("awareness", "retention"), strict=True))
    gaps = tuple(gap(one, 12, WIN if one == "A" else KNOW, phase=phases[one]) for one in ("A", "B"))

    assert chosen(*gaps) == list(order)
