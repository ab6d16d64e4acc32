"""Leading a session: notes are kept within their limits, and the session itself is no change of the dossier."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from tests.services.memory import MemoryDossiers
from tests.strategies import EVERY_TYPE
from workshop.domain.dossier import LONGEST_WHO, Dossier
from workshop.domain.note import LONGEST_NOTE, MOST_NOTES, Note, NoteKind
from workshop.services.intake import Intake
from workshop.services.session import NoteChanged, NoteGone, RefusedNote, Sessions

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEY = ("dossier-1", "token")
QUOTE, PARKED = NoteKind.QUOTE, NoteKind.PARKED


@pytest.fixture
def sessions() -> Sessions:
    """A service with one dossier, whose clock moves a minute at each look."""
    dossiers, minutes = MemoryDossiers(), count(1)
    Intake(dossiers, clock=lambda: NOON, new_token=lambda: KEY[1], new_id=lambda: KEY[0]).start(EVERY_TYPE, "nl")
    return Sessions(dossiers, clock=lambda: NOON + timedelta(minutes=next(minutes)))


def kept(dossier: Dossier | None) -> Dossier:
    assert dossier is not None
    return dossier


def quoted(sessions: Sessions, text: str = "Het is druk") -> Note:
    return kept(sessions.add(*KEY, QUOTE, text, "Anja", "business")).notes[-1]


def test_what_the_session_does_is_kept_but_does_not_count_as_a_change_of_the_dossier(sessions: Sessions) -> None:
    sessions.choose(*KEY, 90)
    sessions.begin(*KEY)
    sessions.cover(*KEY, True)
    dossier = kept(sessions.show(*KEY, "business"))

    assert (dossier.session.minutes, dossier.session.shown, dossier.session.covered) == (90, "business", True)
    assert dossier.session.began == NOON + timedelta(minutes=2)
    assert dossier.session.shown_since == NOON + timedelta(minutes=3)
    assert dossier.updated == NOON


def test_choosing_another_run_sheet_leaves_the_clock_running_and_stopping_takes_it_away(sessions: Sessions) -> None:
    sessions.choose(*KEY, 90)
    began = kept(sessions.begin(*KEY)).session.began

    assert kept(sessions.choose(*KEY, 120)).session.began == began
    assert kept(sessions.stop(*KEY)).session.began is None


def test_a_clock_whose_time_is_over_does_not_run_on_in_the_next_session(sessions: Sessions) -> None:
    sessions.choose(*KEY, 1)
    sessions.begin(*KEY)

    assert kept(sessions.choose(*KEY, 90)).session.began is None


def test_a_note_is_kept_as_it_was_said_with_who_and_where(sessions: Sessions) -> None:
    dossier = kept(sessions.add(*KEY, QUOTE, " Eén\r\nregel\x00 ", " Anja  de\nVries ", "business"))

    assert dossier.notes == (Note("n1", QUOTE, "Eén\nregel", "Anja de Vries", "business", NOON + timedelta(minutes=1)),)
    assert dossier.updated == NOON + timedelta(minutes=2)


def test_pressing_twice_keeps_a_note_once_but_saying_it_again_later_counts(sessions: Sessions) -> None:
    quoted(sessions)
    quoted(sessions)
    sessions.add(*KEY, PARKED, "App?", "", "business")
    quoted(sessions)

    last = kept(sessions.show(*KEY, ""))
    assert [one.text for one in last.notes] == ["Het is druk", "App?", "Het is druk"]


@pytest.mark.parametrize(
    ("text", "said_by", "where", "key"),
    [
        (" \n\x00", "Anja", "text", "web.session.wrong.empty"),
        ("x" * (LONGEST_NOTE + 1), "", "text", "web.session.wrong.long_text"),
        ("x", "y" * (LONGEST_WHO + 1), "said_by", "web.session.wrong.long_said_by"),
    ],
)
def test_what_does_not_fit_is_refused_and_never_cut(
    sessions: Sessions, text: str, said_by: str, where: str, key: str
) -> None:
    with pytest.raises(RefusedNote) as caught:
        sessions.add(*KEY, QUOTE, text, said_by, "business")

    assert (caught.value.problem.where, caught.value.problem.key) == (where, key)
    assert kept(sessions.show(*KEY, "")).notes == ()


def test_the_longest_note_fits(sessions: Sessions) -> None:
    assert quoted(sessions, "x" * LONGEST_NOTE).text == "x" * LONGEST_NOTE


def test_a_full_dossier_takes_no_more_notes_until_one_goes(sessions: Sessions) -> None:
    for number in range(MOST_NOTES):
        quoted(sessions, f"Zin {number}")

    with pytest.raises(RefusedNote):
        quoted(sessions, "Te veel")
    sessions.remove(*KEY, "n7")

    assert quoted(sessions, "Past weer").code == f"n{MOST_NOTES + 1}"


def test_a_note_is_changed_where_it_stands(sessions: Sessions) -> None:
    first = quoted(sessions)
    quoted(sessions, "Later")

    notes = kept(sessions.rewrite(*KEY, first, "Het was druk", "")).notes

    assert notes[0] == replace(first, text="Het was druk", said_by="")
    assert notes[1].text == "Later"


def test_a_note_that_somebody_else_changed_is_not_overwritten_unseen(sessions: Sessions) -> None:
    seen = quoted(sessions)
    theirs = kept(sessions.rewrite(*KEY, seen, "Van hen", "Anja")).notes[0]

    with pytest.raises(NoteChanged) as caught:
        sessions.rewrite(*KEY, seen, "Van mij", "Anja")

    assert caught.value.now == theirs
    assert kept(sessions.rewrite(*KEY, theirs, "Van mij", "Anja")).notes[0].text == "Van mij"


def test_a_change_that_was_sent_twice_is_no_clash(sessions: Sessions) -> None:
    seen = quoted(sessions)

    sessions.rewrite(*KEY, seen, "Anders", "Anja")

    assert kept(sessions.rewrite(*KEY, seen, "Anders", "Anja")).notes[0].text == "Anders"


def test_what_is_gone_cannot_be_changed_or_finished(sessions: Sessions) -> None:
    note = quoted(sessions)
    sessions.remove(*KEY, note.code)

    with pytest.raises(NoteGone):
        sessions.rewrite(*KEY, note, "Toch", "")
    with pytest.raises(NoteGone):
        sessions.finish(*KEY, note.code, True)
    assert kept(sessions.remove(*KEY, note.code)).notes == ()


def test_a_parked_point_is_dealt_with_and_opened_again(sessions: Sessions) -> None:
    sessions.add(*KEY, PARKED, "App?", "", "")

    assert kept(sessions.finish(*KEY, "n1", True)).notes[0].done
    assert not kept(sessions.finish(*KEY, "n1", False)).notes[0].done


def test_a_removed_note_comes_back_where_it_stood_once(sessions: Sessions) -> None:
    notes = [quoted(sessions, text) for text in ("Een", "Twee", "Drie")]
    sessions.remove(*KEY, notes[1].code)

    sessions.put_back(*KEY, notes[1])
    again = kept(sessions.put_back(*KEY, notes[1]))

    assert list(again.notes) == notes


def test_a_note_that_comes_back_gives_way_to_a_newer_one_with_its_code(sessions: Sessions) -> None:
    old = quoted(sessions, "Oud")
    sessions.remove(*KEY, old.code)
    new = quoted(sessions, "Nieuw")

    notes = kept(sessions.put_back(*KEY, old)).notes

    assert [(one.code, one.text) for one in notes] == [("n2", "Oud"), (new.code, "Nieuw")]


def test_without_the_token_nothing_happens(sessions: Sessions) -> None:
    wrong = (KEY[0], "other")

    assert sessions.show(*wrong, "business") is None
    assert sessions.add(*wrong, QUOTE, "x", "", "") is None
