"""What was said in a session, in the report: quotes with who and where, and only the points that are still open."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.report.builders import TEMPLATE, material
from workshop.domain.hand import hand
from workshop.domain.note import Note, NoteKind
from workshop.report.chapters.session_notes import session_notes
from workshop.report.document import BulletList, Document, Heading, Quote
from workshop.report.hand import with_hand
from workshop.report.html import to_page
from workshop.report.lint.check import check
from workshop.report.outline import outline
from workshop.report.plain import to_markdown
from workshop.report.sheet import sheet
from workshop.report.word.writer import to_docx

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOSTILE = '<script>x</script> & {price} {{ 7*7 }} ]]> =1+1 **vet** \u2028 "y"'


def quote(text: str, said_by: str = "Fatma", about: str = "customers", minute: int = 0) -> Note:
    return Note(f"n{minute}", NoteKind.QUOTE, text, said_by, about, NOON + timedelta(minutes=minute))


def parked(text: str, about: str = "customers", *, done: bool = False) -> Note:
    return Note("p1", NoteKind.PARKED, text, "", about, NOON, done)


def reported(*notes: Note, name: str = "kapsalon", language: str = "nl", annexes: bool = True) -> Document:
    return outline(with_hand(material(name, language), hand((), notes)), annexes=annexes)


def told(*notes: Note, language: str = "nl") -> str:
    return to_markdown(reported(*notes, language=language))


@pytest.mark.parametrize("name", ["kapsalon", "few", "none"])
@pytest.mark.parametrize("annexes", [True, False])
def test_without_notes_there_is_no_chapter(name: str, annexes: bool) -> None:
    headings = [one.id for one in reported(name=name, annexes=annexes).blocks if isinstance(one, Heading)]

    assert "session-notes" not in headings


def test_quotes_name_who_said_it_and_which_part_it_is_about() -> None:
    shown = told(quote("Op zaterdag is het vol."), quote("Niemand belt terug.", "", ""))

    assert "> “Op zaterdag is het vol.” (Fatma, Je klanten)" in shown
    assert "> “Niemand belt terug.”\n" in shown


def test_quotes_stand_in_the_order_of_the_questionnaire() -> None:
    notes = (quote("Los", about=""), quote("Later", about="returns"), quote("Eerst", about="business"))

    blocks = session_notes(with_hand(material(), hand((), notes)))

    assert [one.text for one in blocks if isinstance(one, Quote)] == ["Eerst", "Later", "Los"]


def test_only_points_that_are_still_open_are_told() -> None:
    shown = told(parked("Komt er een app?"), parked("Is de folder af?", done=True))

    assert "Nog te bespreken" in shown
    assert "- **Je klanten:** Komt er een app?" in shown
    assert "Is de folder af?" not in shown


def test_points_that_are_all_dealt_with_make_no_chapter() -> None:
    assert "Wat er gezegd is" not in told(parked("Is de folder af?", done=True))


@pytest.mark.parametrize(("language", "title"), [("nl", "Wat er gezegd is"), ("en", "What was said")])
@pytest.mark.parametrize("annexes", [True, False])
def test_the_chapter_stands_before_the_closing_in_every_length(language: str, title: str, annexes: bool) -> None:
    made = reported(quote("Ja."), language=language, annexes=annexes)

    chapters = [one for one in made.blocks if isinstance(one, Heading) and one.level == 1]
    at = next(n for n, one in enumerate(chapters) if one.id == "session-notes")
    assert chapters[at].text == title
    assert chapters[at + 1].id == "closing"


@pytest.mark.parametrize("pictures", [True, False])
def test_a_word_file_with_notes_is_sound(pictures: bool) -> None:
    notes = (
        quote(HOSTILE, HOSTILE[:80]),
        quote("x" * 1000, minute=1),
        parked(HOSTILE),
        parked("Een\n\n- lijst\n# kop"),
    )

    assert check(to_docx(reported(*notes), TEMPLATE, pictures=pictures)) == ()


def test_hostile_words_are_only_words_in_every_form() -> None:
    made = reported(quote(HOSTILE), parked(HOSTILE))

    assert "<script" not in to_page(made)
    assert "&lt;script&gt;x&lt;/script&gt; &amp; {price} {{ 7*7 }}" in to_page(made)
    assert "<script" not in to_markdown(made)
    assert "\\*\\*vet\\*\\*" in to_markdown(made)


def test_a_note_of_more_lines_is_one_line() -> None:
    blocks = session_notes(with_hand(material(), hand((), (quote("Een\n\ntwee"), parked("Drie\nvier")))))

    assert [one.text for one in blocks if isinstance(one, Quote)] == ["Een twee"]
    items = [item for one in blocks if isinstance(one, BulletList) for item in one.items]
    assert ["".join(span.text for span in item.spans) for item in items] == ["Je klanten: Drie vier"]


def test_the_points_can_be_rewritten_in_the_report_room_as_any_passage() -> None:
    made = material()

    names = [one.id for one in sheet(made, hand((), (parked("Komt er een app?"),))).passages]

    assert "parked.1" in names
