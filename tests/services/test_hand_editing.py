"""Editing a report: changes are added with who and when, all or none, and nobody overwrites another unseen."""

from datetime import timedelta
from itertools import count

import pytest

from tests.hands import NOON
from tests.services.memory import MemoryDossiers
from tests.strategies import EVERY_TYPE
from workshop.domain.hand import NO_HAND, Change, Deed, hand
from workshop.domain.hand_plain import MOST_CHANGES
from workshop.services.editing import ChangedElsewhere, Edit, Editing, NoRoom, RefusedChange, mark
from workshop.services.intake import Intake

GAP = "gap-G01-retention"
SEE = f"{GAP}.see"


class Desk:
    """One dossier with someone who edits its report; his clock moves a minute at each look."""

    def __init__(self) -> None:
        dossiers, minutes = MemoryDossiers(), count()
        started = Intake(dossiers).start(EVERY_TYPE, "nl", "Jansen")
        self.id, self.token = started.dossier.id, started.token
        self.editing = Editing(dossiers, lambda: NOON + timedelta(minutes=next(minutes)))

    def edit(self, *edits: Edit, who: str = "Marieke") -> tuple[Change, ...]:
        kept = self.editing.edit(self.id, self.token, who, edits)
        assert kept is not None
        return kept.changes

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.edit()


def hide(reason: str = "Opgelost", stood: str | None = None) -> Edit:
    return Edit(Deed.HIDE, GAP, reason=reason, stood=stood)


def write(text: str, stood: str | None = None) -> Edit:
    return Edit(Deed.REWRITE, SEE, {"text": text}, stood=stood)


def finding(title: str, target: str = "", stood: str | None = None) -> Edit:
    return Edit(Deed.FINDING, target, {"title": title}, stood=stood)


def test_a_change_is_kept_with_who_and_when() -> None:
    changes = Desk().edit(hide(), who=" Marieke\nde Vries ")

    assert changes == (Change(Deed.HIDE, GAP, {}, "Opgelost", "Marieke de Vries", NOON),)


def test_later_changes_stand_behind_earlier_ones_which_stay() -> None:
    desk = Desk()
    first = desk.edit(write("een"))

    assert desk.edit(write("twee"))[:1] == first


@pytest.mark.parametrize("token", ["", "other"])
def test_without_the_key_nothing_is_changed(token: str) -> None:
    desk = Desk()

    assert desk.editing.edit(desk.id, token, "Marieke", (hide(),)) is None
    assert desk.changes == ()


def test_what_changes_nothing_is_not_noted() -> None:
    desk = Desk()
    changes = desk.edit(hide(), write("een"))

    again = desk.edit(hide(), write("een"), Edit(Deed.SHOW, "gap-G41"), Edit(Deed.DROP_FINDING, "f1"))

    assert again == changes


def test_one_unsound_wish_keeps_all_from_being_made_and_all_that_is_wrong_is_told() -> None:
    desk = Desk()
    bad = (hide(""), Edit(Deed.REWRITE, f"{GAP}.title", {"text": ""}))

    with pytest.raises(RefusedChange) as refused:
        desk.edit(write("een"), *bad)

    assert [(edit.kind, problem.where) for edit, problem in refused.value.wrong] == [
        (Deed.HIDE, "reason"),
        (Deed.REWRITE, "text"),
    ]
    assert desk.changes == ()


def test_nobody_changes_a_report_without_a_name() -> None:
    with pytest.raises(RefusedChange, match="hide who"):
        Desk().edit(hide(), who=" ")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Deed.MOVE, {"place": "veel"}),
        (Deed.ACTION, {"text": "x", "within": "ooit"}),
        (Deed.ASSIGN, {"on": "31-31-2026"}),
        (Deed.ASSIGN, {"money": "3"}),
    ],
)
def test_a_value_that_no_page_of_ours_sends_is_refused(kind: Deed, value: dict[str, str]) -> None:
    with pytest.raises(RefusedChange):
        Desk().edit(Edit(kind, "" if kind is Deed.ACTION else GAP, value))


def test_what_another_changed_in_the_meantime_is_not_overwritten_unseen() -> None:
    desk = Desk()
    seen = mark(NO_HAND, Deed.REWRITE, SEE)
    theirs = desk.edit(write("van hen", seen))

    with pytest.raises(ChangedElsewhere) as clash:
        desk.edit(hide(), write("van mij", seen))

    assert [one.target for one in clash.value.edits] == [SEE]
    assert desk.changes == theirs


def test_who_has_seen_what_the_other_made_of_it_may_change_it() -> None:
    desk = Desk()
    theirs = desk.edit(write("van hen"))

    changes = desk.edit(write("van mij", mark(hand(theirs), Deed.REWRITE, SEE)))

    assert hand(changes).texts == {SEE: "van mij"}


def test_the_same_change_in_two_windows_is_no_clash() -> None:
    desk = Desk()
    seen = mark(NO_HAND, Deed.REWRITE, SEE)

    assert desk.edit(write("een", seen)) == desk.edit(write("een", seen))


def test_changes_of_different_things_in_two_windows_are_both_kept() -> None:
    desk = Desk()
    marks = {kind: mark(NO_HAND, kind, target) for kind, target in ((Deed.REWRITE, SEE), (Deed.HIDE, GAP))}
    desk.edit(write("een", marks[Deed.REWRITE]))

    state = hand(desk.edit(hide(stood=marks[Deed.HIDE])))

    assert (state.texts, list(state.hidden)) == ({SEE: "een"}, [GAP])


def test_the_order_is_one_thing_two_windows_cannot_both_change() -> None:
    desk = Desk()
    seen = mark(NO_HAND, Deed.MOVE, "")
    desk.edit(Edit(Deed.MOVE, GAP, {"place": "2"}, stood=seen))

    with pytest.raises(ChangedElsewhere):
        desk.edit(Edit(Deed.MOVE, "gap-G41", {"place": "1"}, stood=seen))


def test_pressing_up_twice_on_one_page_moves_once() -> None:
    desk = Desk()
    up = Edit(Deed.MOVE, GAP, {"place": "2"}, stood=mark(NO_HAND, Deed.MOVE, ""))

    assert len(desk.edit(up)) == len(desk.edit(up)) == 1


def test_new_findings_and_actions_get_codes_of_their_own() -> None:
    desk = Desk()

    changes = desk.edit(finding("een"), finding("twee"), Edit(Deed.ACTION, value={"text": "bel"}))

    assert [one.target for one in changes] == ["f1", "f2", "a1"]


def test_two_windows_that_each_make_a_finding_make_two() -> None:
    desk = Desk()
    blank = mark(NO_HAND, Deed.FINDING, "f1")
    desk.edit(finding("een", "f1", blank))

    changes = desk.edit(finding("twee", "f1", blank))

    assert [one.title for one in hand(changes).findings] == ["een", "twee"]


def test_sending_the_form_of_a_new_finding_twice_makes_one() -> None:
    desk = Desk()
    blank = mark(NO_HAND, Deed.FINDING, "f1")

    assert desk.edit(finding("een", "f1", blank)) == desk.edit(finding("een", "f1", blank))


def test_a_finding_that_was_taken_away_elsewhere_does_not_come_back_unseen() -> None:
    desk = Desk()
    seen = mark(hand(desk.edit(finding("een"))), Deed.FINDING, "f1")
    desk.edit(Edit(Deed.DROP_FINDING, "f1"))

    with pytest.raises(ChangedElsewhere):
        desk.edit(finding("anders", "f1", seen))


def test_a_report_that_is_full_takes_no_more_and_keeps_what_it_has() -> None:
    desk = Desk()
    for number in range(MOST_CHANGES):
        desk.edit(write(str(number)))

    with pytest.raises(NoRoom):
        desk.edit(write("nog een"))

    assert len(desk.changes) == MOST_CHANGES
