"""A session and its notes as they are stored: what is written is read back, and a session of an older version too."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.note import NO_SESSION, Note, NoteKind, Session
from workshop.storage.records import BrokenRecord
from workshop.storage.session_records import decode_notes, decode_session, encode_notes, encode_session

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TIMES = st.datetimes(timezones=st.just(UTC))
NOTES = st.builds(Note, TEXTS, st.sampled_from(NoteKind), TEXTS, TEXTS, TEXTS, TIMES, st.booleans())


@given(st.builds(Session, st.integers(0, 999), TEXTS, st.none() | TIMES, st.none() | TIMES, st.booleans()))
def test_a_session_is_read_back_as_it_was(session: Session) -> None:
    assert decode_session(encode_session(session)) == session


@given(st.lists(NOTES, max_size=5))
def test_notes_are_read_back_in_their_order(notes: list[Note]) -> None:
    assert decode_notes(encode_notes(notes)) == tuple(notes)


def test_a_session_from_before_answers_could_be_hidden_shows_them() -> None:
    old = '{"minutes":90,"shown":"reach","began":"2026-11-22T12:00:00+00:00","shown_since":null}'

    assert decode_session(old) == Session(90, "reach", datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    assert decode_session("{}") == NO_SESSION


@pytest.mark.parametrize("text", ["[]", "x", '{"began":"gisteren"}', '{"minutes":"veel"}'])
def test_what_is_no_session_is_told(text: str) -> None:
    with pytest.raises(BrokenRecord):
        decode_session(text)
