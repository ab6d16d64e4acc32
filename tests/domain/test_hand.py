"""The consultant's hand: any list of changes adds up to a state, and what is undone is as it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hands import GAPS, NOON, any_change, any_changes, change, handed, hidden, moved_to, rewrite
from workshop.domain.hand import (
    NO_HAND,
    Change,
    Deed,
    Hidden,
    Horizon,
    OwnAction,
    OwnFinding,
    Task,
    after,
    hand,
    moved,
    next_code,
)

GAP = GAPS[0]
FINDING = change(Deed.FINDING, "f1", {"title": "De telefoon", "see": "Niemand nam op."})
UNDO = {
    Deed.HIDE: Deed.SHOW,
    Deed.REWRITE: Deed.ORIGINAL,
    Deed.FINDING: Deed.DROP_FINDING,
    Deed.ACTION: Deed.DROP_ACTION,
}


def test_no_changes_leave_the_report_as_the_program_makes_it() -> None:
    assert hand(()) == NO_HAND


@given(any_changes)
def test_any_list_of_changes_adds_up_step_by_step(changes: tuple[Change, ...]) -> None:
    state = hand(changes)

    assert hand(changes[:-1]) == state if not changes else after(hand(changes[:-1]), changes[-1]) == state
    assert len({one.code for one in state.findings}) == len(state.findings)
    assert set(state.hidden) <= {one.target for one in changes if one.kind is Deed.HIDE}


@given(any_changes, any_change)
def test_the_same_change_twice_is_the_same_as_once(changes: tuple[Change, ...], one: Change) -> None:
    once = after(hand(changes), one)

    assert after(once, one) == once


@given(any_changes, st.sampled_from(sorted(UNDO)))
def test_what_is_undone_is_as_if_it_had_never_been_done(changes: tuple[Change, ...], kind: Deed) -> None:
    target = {Deed.FINDING: "f9", Deed.ACTION: "a9", Deed.HIDE: "gap-G98", Deed.REWRITE: "gap-G98.see"}[kind]
    value = {Deed.FINDING: {"title": "x"}, Deed.ACTION: {"text": "x"}, Deed.REWRITE: {"text": "x"}}.get(kind, {})
    before = hand(changes)

    done = after(before, change(kind, target, value, "reden"))

    assert done != before
    assert after(done, change(UNDO[kind], target)) == before


@given(any_changes)
def test_changes_of_different_things_may_be_made_in_any_order(changes: tuple[Change, ...]) -> None:
    hides = tuple(one for one in changes if one.kind in {Deed.HIDE, Deed.SHOW})
    rewrites = tuple(one for one in changes if one.kind in {Deed.REWRITE, Deed.ORIGINAL, Deed.ASSIGN})

    assert hand((*hides, *rewrites)) == hand((*rewrites, *hides))


def test_a_hidden_gap_keeps_its_reason_with_who_and_when() -> None:
    assert handed(hidden(GAP)).hidden == {GAP: Hidden("Al opgelost", "Marieke", NOON)}


def test_the_last_text_counts_and_the_title_of_a_gap_is_a_text_too() -> None:
    state = handed(rewrite(f"{GAP}.advice", "Bel."), rewrite(f"{GAP}.advice", "App."), rewrite(f"{GAP}.title", "Stil"))

    assert state.texts == {f"{GAP}.advice": "App.", f"{GAP}.title": "Stil"}


def test_a_text_of_an_own_finding_changes_the_finding_itself() -> None:
    state = handed(FINDING, rewrite("own-f1.see", "Drie keer niet."), rewrite("own-f7.see", "Weg"))

    assert state.finding("f1") == OwnFinding("f1", "De telefoon", "Drie keer niet.")
    assert state.texts == {}


def test_the_foreword_is_one_text_wherever_it_was_written() -> None:
    state = handed(change(Deed.FOREWORD, "", {"text": "Beste Anja"}), rewrite("foreword", "Beste Ans"))

    assert (state.foreword, state.text("foreword"), state.texts) == ("Beste Ans", "Beste Ans", {})


def test_an_own_finding_keeps_its_place_when_it_changes() -> None:
    second = change(Deed.FINDING, "f2", {"title": "De etalage"})

    state = handed(FINDING, second, change(Deed.FINDING, "f1", {"title": "De lijn"}))

    assert [one.title for one in state.findings] == ["De lijn", "De etalage"]


def test_an_own_action_has_an_owner_a_day_and_a_horizon() -> None:
    state = handed(change(Deed.ACTION, "a1", {"text": "Bel", "owner": "Ans", "on": "2026-12-01", "within": "today"}))

    assert state.action("a1") == OwnAction("a1", "Bel", Task("Ans", date(2026, 12, 1)), Horizon.TODAY)


def test_an_empty_task_takes_the_owner_and_the_day_back() -> None:
    state = handed(change(Deed.ASSIGN, GAP, {"owner": "Ans"}), change(Deed.ASSIGN, GAP, {"owner": "", "on": ""}))

    assert state == NO_HAND


def test_what_is_not_there_is_not_taken_away() -> None:
    gone = (Deed.SHOW, Deed.ORIGINAL, Deed.DROP_FINDING, Deed.DROP_ACTION)

    assert handed(*(change(kind, "f5") for kind in gone)) == NO_HAND


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ([("c", 1)], "cabd"),
        ([("a", 3)], "bcad"),
        ([("d", 2), ("b", 1)], "badc"),
        ([("a", 99)], "bcda"),
        ([("x", 1)], "abcd"),
        ([("b", 2)], "abcd"),
    ],
)
def test_moves_are_made_one_after_another(moves: list[tuple[str, int]], expected: str) -> None:
    assert "".join(moved(tuple("abcd"), moves)) == expected


@given(st.lists(st.tuples(st.sampled_from("abcdex"), st.integers(1, 9))))
def test_a_move_loses_nothing(moves: list[tuple[str, int]]) -> None:
    assert sorted(moved(tuple("abcde"), moves)) == list("abcde")


def test_a_code_that_was_in_use_is_never_given_again() -> None:
    changes = (FINDING, change(Deed.FINDING, "f4", {"title": "x"}), change(Deed.DROP_FINDING, "f4"))

    assert (next_code(changes, Deed.FINDING), next_code(changes, Deed.ACTION)) == ("f5", "a1")


def test_what_stands_tells_states_apart_by_what_a_change_would_replace() -> None:
    state = handed(hidden(GAP), moved_to(GAP, 2), rewrite(f"{GAP}.see", "Stil"), FINDING)

    assert state.stands(Deed.HIDE, GAP) == "Al opgelost"
    assert state.stands(Deed.MOVE, GAPS[1]) == ((GAP, 2),)
    assert state.stands(Deed.REWRITE, f"{GAP}.see") == "Stil"
    assert state.stands(Deed.DROP_FINDING, "f1") == OwnFinding("f1", "De telefoon", "Niemand nam op.")
    assert (state.stands(Deed.ASSIGN, GAP), state.stands(Deed.ACTION, "a1")) == (Task(), None)
