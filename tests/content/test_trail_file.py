"""Where somebody was in a dossier, in an answers file: all of it comes back, and every mistake is named."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import EVERY_TYPE
from workshop import resources
from workshop.content.trail_file import (
    MOST_MINUTES,
    MOST_PAIRS,
    plain_drafts,
    plain_session,
    read_drafts,
    read_page,
    read_session,
)
from workshop.domain.answer import Problem
from workshop.domain.dossier import Draft
from workshop.domain.note import Session
from workshop.language.messages import Words
from workshop.language.tongue import Language

NOON = "2026-11-22T12:00:00+00:00"
WORDS = tuple(Words.from_tables(one, resources.word_tables(one)) for one in Language)
CODES = tuple(one.code for one in EVERY_TYPE.questions)

moments = st.none() | st.datetimes(datetime(2000, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC))
typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
drafts = st.dictionaries(
    st.sampled_from((*CODES, "personas.p1.name")), st.lists(st.tuples(typed, typed), max_size=4).map(tuple), max_size=4
)


def named(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    for words in WORDS:
        for problem in problems:
            assert words(problem.key, **problem.values)
    return [(problem.where, problem.key) for problem in problems]


@given(drafts)
def test_what_was_typed_comes_back_to_the_letter(kept: dict[str, Draft]) -> None:
    assert read_drafts(plain_drafts(kept), CODES) == (kept, ())


@given(st.builds(Session, st.integers(0, MOST_MINUTES), st.just("business"), moments, moments, st.booleans()))
def test_a_session_comes_back_as_it_ran(session: Session) -> None:
    assert read_session(plain_session(session)) == (session, ())


def test_half_a_character_falls_away_for_no_page_can_show_it() -> None:
    assert read_drafts({"story": [["story", "a\ud800b"]]}, CODES) == ({"story": (("story", "ab"),)}, ())


@pytest.mark.parametrize(
    ("raw", "where", "key"),
    [
        ([], "drafts", "drafts"),
        ({"hours": "4 of 5"}, "drafts.hours", "draft"),
        ({"hours": [["hours"]]}, "drafts.hours", "draft"),
        ({"hours": [["hours", 4]]}, "drafts.hours", "draft"),
        ({"hours": [["hours", "4", "5"]]}, "drafts.hours", "draft"),
        ({"hours.<b>": []}, "drafts.hours.<b>", "draft"),
        ({"hours": [["hours", ""]] * (MOST_PAIRS + 1)}, "drafts.hours", "draft_room"),
    ],
)
def test_a_mistake_in_what_was_typed_is_named_with_its_place(raw: object, where: str, key: str) -> None:
    found, problems = read_drafts(raw, CODES)

    assert (found, named(problems)) == ({}, [(where, f"trail_file.{key}")])


def test_what_was_typed_for_a_question_that_is_not_there_is_named() -> None:
    _, problems = read_drafts({"hoursss": [["hours", "4"]]}, CODES)

    assert named(problems) == [("drafts.hoursss", "answer.unknown_meant")]


@pytest.mark.parametrize(
    ("raw", "where", "key"),
    [
        ("90", "session", "trail_file.session"),
        ({"minutes": "90"}, "session.minutes", "trail_file.minutes"),
        ({"minutes": True}, "session.minutes", "trail_file.minutes"),
        ({"minutes": -1}, "session.minutes", "trail_file.minutes"),
        ({"minutes": MOST_MINUTES + 1}, "session.minutes", "trail_file.minutes"),
        ({"shown": 3}, "session.shown", "trail_file.page"),
        ({"shown": "../x"}, "session.shown", "trail_file.page"),
        ({"covered": "ja"}, "session.covered", "note_file.done"),
        ({"began": "vanmorgen"}, "session.began", "note_file.at"),
        ({"began": "2026-11-22T12:00:00"}, "session.began", "note_file.at"),
        ({"shown_since": None}, "session.shown_since", "note_file.at"),
        ({"shown_since": "9999-12-31T23:59:59+00:00"}, "session.shown_since", "note_file.at"),
        ({"speed": 2}, "session.speed", "trail_file.unknown"),
    ],
)
def test_a_mistake_in_a_session_is_named_with_its_place(raw: object, where: str, key: str) -> None:
    _, problems = read_session(raw)

    assert named(problems) == [(where, key)]


@pytest.mark.parametrize("raw", [3, "vraag/offer", "x" * 81, None])
def test_what_can_be_no_page_is_named(raw: object) -> None:
    assert named(read_page(raw)[1]) == [("page", "trail_file.page")]


def test_a_page_is_read() -> None:
    assert read_page("offer_1") == ("offer_1", ())
