"""The notes in an answers file: read whole or not at all, every mistake named in both languages."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from tests.strategies import notes
from workshop import resources
from workshop.content.notes_file import plain_notes, read_notes
from workshop.domain.note import LONGEST_NOTE, MOST_NOTES, Note, NoteKind
from workshop.language.messages import Words
from workshop.language.tongue import Language

NOON = "2026-11-22T12:00:00+00:00"
WORDS = tuple(Words.from_tables(one, resources.word_tables(one)) for one in Language)


def note(**changed: object) -> dict[str, object]:
    return {"code": "n1", "kind": "quote", "text": "Ik bel liever.", "at": NOON, **changed}


def wrong(*raw: object) -> list[tuple[str, str]]:
    found, problems = read_notes(list(raw))
    assert len(found) < len(raw)
    for words in WORDS:
        for problem in problems:
            assert words(problem.key, **problem.values)
    return [(problem.where, problem.key) for problem in problems]


@given(notes())
def test_what_is_written_is_read_back_the_same(kept: tuple[Note, ...]) -> None:
    assert read_notes(plain_notes(kept)) == (kept, ())


def test_a_note_may_leave_out_what_is_usual() -> None:
    quote = Note("n1", NoteKind.QUOTE, "Ik bel liever.", "", "", datetime(2026, 11, 22, 12, tzinfo=UTC))

    assert read_notes([note(text=" Ik bel liever.\x00 \n")]) == ((quote,), ())


def test_a_time_elsewhere_is_the_same_moment_in_utc() -> None:
    found, _ = read_notes([note(at="2026-11-22T13:00:00+01:00")])

    assert (found[0].at.isoformat(), found[0].at.utcoffset()) == (NOON, timedelta(0))


@pytest.mark.parametrize(
    ("changed", "where", "key"),
    [
        ({"code": "m1"}, "code", "code"),
        ({"code": "n0"}, "code", "code"),
        ({"code": 1}, "code", "code"),
        ({"kind": "joke"}, "kind", "kind"),
        ({"kind": []}, "kind", "kind"),
        ({"text": " "}, "text", "text"),
        ({"text": 3}, "text", "text"),
        ({"text": "x" * (LONGEST_NOTE + 1)}, "text", "too_long"),
        ({"said_by": "x" * 101}, "said_by", "too_long"),
        ({"said_by": None}, "said_by", "text"),
        ({"about": "Niet hier!"}, "about", "about"),
        ({"at": "vandaag"}, "at", "at"),
        ({"at": "2026-11-22T12:00:00"}, "at", "at"),
        ({"at": "0001-01-01T00:00:00+10:00"}, "at", "at"),
        ({"at": 3}, "at", "at"),
        ({"done": "ja"}, "done", "done"),
        ({"colour": "red"}, "colour", "unknown"),
    ],
)
def test_a_mistake_says_which_note_and_what_of_it(changed: dict[str, object], where: str, key: str) -> None:
    good = note(code="n9")

    assert wrong(good, note(**changed)) == [(f"notes.2.{where}", f"note_file.{key}")]


def test_every_mistake_is_named_at_once() -> None:
    assert wrong("text", note(code="x", kind="x"), note(code="n2"), note(code="n2")) == [
        ("notes.1", "note_file.note"),
        ("notes.2.code", "note_file.code"),
        ("notes.2.kind", "note_file.kind"),
        ("notes.4.code", "note_file.code"),
    ]


def test_more_notes_than_a_dossier_takes_are_refused() -> None:
    many = [note(code=f"n{number}") for number in range(1, MOST_NOTES + 2)]

    assert wrong(*many) == [("notes", "note_file.room")]
    assert len(read_notes(many[:-1])[0]) == MOST_NOTES


def test_what_is_no_list_is_refused() -> None:
    assert [one.key for one in read_notes({"n1": note()})[1]] == ["note_file.list"]
