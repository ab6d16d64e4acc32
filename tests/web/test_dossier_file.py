"""A dossier as one file: taken along whole, and read in as a new dossier or refused with every mistake named."""

import io
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.hands import hidden
from tests.klantreis import FOLDER
from tests.web.browser import Visitor, fields, find_id, parse, text_of
from tests.web.conftest import make_workshop
from tests.web.filled import filled
from tests.web.pressing import follow, press, shown
from workshop.bootstrap import Workshop
from workshop.domain.answer import Answer
from workshop.domain.dossier import Dossier
from workshop.domain.edit import Edit
from workshop.domain.note import Note, NoteKind
from workshop.domain.response import Length, Response
from workshop.language.tongue import Address
from workshop.services.intake import MOST_NEW
from workshop.web.app import create_app
from workshop.web.owner.file import MOST_BYTES, MOST_MISTAKES

NewVisitor = Callable[[], Visitor]
NOTE = Note("n1", NoteKind.QUOTE, "Ik bel liever.", "Mevrouw Van Dijk", "business", datetime(2026, 11, 22, tzinfo=UTC))


def read_in(visitor: Visitor, content: bytes, name: str = "dossier.json") -> TestResponse:
    page = visitor.open("/inlezen?taal=nl")
    return press(visitor, page, "Inlezen", {"bestand": (io.BytesIO(content), name)})


def dossier_at(shop: Workshop, here: str) -> Dossier:
    return next(one for one in shop.kept() if one.id == here.split("/")[2])


def tiny(**answers: object) -> dict[str, object]:
    return {"questionnaire": "tiny", "version": "1", "client": {"name": "Bakkerij Bloem"}, "answers": answers}


def test_what_is_taken_along_comes_back_the_same_in_a_new_dossier(tmp_path: Path) -> None:
    salon = filled(tmp_path)
    response = Response(**{one: getattr(salon.response, one) for one in salon.response.__slots__})
    started = salon.shop.intake.keep(response, (hidden("gap-G01-retention"),), (NOTE,))
    salon.visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    file = salon.visitor.get(f"/d/{started.dossier.id}/dossier.json")

    page = follow(salon.visitor, read_in(salon.visitor, file.data))

    came = dossier_at(salon.shop, salon.visitor.address)
    assert (came.response, came.changes, came.notes) == (response, started.dossier.changes, (NOTE,))
    assert came.id != started.dossier.id
    assert dossier_at(salon.shop, f"/d/{started.dossier.id}/") == started.dossier
    said = text_of(page)
    assert f"{len(response.answers)} antwoorden" in said
    assert "1 wijziging in het rapport" in said
    assert "1 notitie uit een sessie" in said


def test_the_file_says_for_whom_it_is_and_from_when(visitor: Visitor) -> None:
    answer = visitor.get(f"{visitor.here}dossier.json")

    assert (
        answer.headers["Content-Disposition"]
        == 'attachment; filename="klantreis-dossier-bakkerij-bloem-2026-11-22.json"'
    )
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_older_address_of_the_file_leads_to_it_for_whom_has_the_key_only(
    visitor: Visitor, newcomer: NewVisitor
) -> None:
    answer = visitor.get(f"{visitor.here}antwoorden.json")

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{visitor.here}dossier.json")
    assert newcomer().get(f"{visitor.here}antwoorden.json").status_code == 404


def test_language_length_and_form_of_address_come_along(newcomer: NewVisitor, workshop: Workshop) -> None:
    visitor = newcomer()
    whole = {**tiny(), "language": "en", "length": "full", "address": "u"}

    page = follow(visitor, read_in(visitor, json.dumps(whole).encode()))

    came = dossier_at(workshop, visitor.address).response
    assert (came.language, came.length, came.address) == ("en", Length.FULL, Address.U)
    assert "Your dossier has been read in" in text_of(page)


@pytest.mark.parametrize("example", sorted(one.stem for one in (FOLDER / "examples").glob("*.json")))
def test_every_worked_example_can_be_read_in(tmp_path: Path, example: str) -> None:
    salon = filled(tmp_path, blank=True)

    follow(salon.visitor, read_in(salon.visitor, (FOLDER / "examples" / f"{example}.json").read_bytes()))

    assert salon.visitor.get(salon.visitor.address.replace("ingelezen", "")).status_code == 200


def test_every_mistake_is_named_and_nothing_is_kept(newcomer: NewVisitor, workshop: Workshop) -> None:
    visitor = newcomer()
    wrong = {**tiny(hour_cozt=3, now=-4), "notes": [{"code": "x"}]}

    page = shown(read_in(visitor, json.dumps(wrong).encode()), 422)

    said = text_of(page)
    assert "6 dingen kloppen niet" in said
    assert "answers.hour_cozt: We kennen 'hour_cozt' hier niet. Bedoel je 'hour_cost'?" in said
    assert "answers.now:" in said
    assert "notes.1.text:" in said
    assert list(workshop.kept()) == []


def test_of_very_many_mistakes_some_are_named_and_the_rest_counted(newcomer: NewVisitor) -> None:
    wrong = tiny(**{f"geen_vraag_{number}": 1 for number in range(MOST_MISTAKES + 5)})

    said = text_of(shown(read_in(newcomer(), json.dumps(wrong).encode()), 422))

    assert "45 dingen kloppen niet" in said
    assert "En nog 5 fouten." in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Kies eerst een bestand."),
        (b"\xff\xfe\x00", "Dit bestand kunnen we niet lezen."),
        (b"PK\x03\x04 docx", "Dit bestand is geen geldig JSON."),
        (b'"tekst"', "Dit"),
        (b"[" * 100_000, "Dit"),
        (json.dumps({"questionnaire": "<script>", "answers": {}}).encode(), "<script>"),
        (json.dumps({**tiny(), "version": "9"}).encode(), "version:"),
    ],
)
def test_a_file_that_is_no_dossier_is_refused_in_plain_words(
    newcomer: NewVisitor, workshop: Workshop, content: bytes, said: str
) -> None:
    page = shown(read_in(newcomer(), content), 422)

    assert said in text_of(page)
    assert find_id(page, "bestand").get("aria-invalid") == "true"
    assert list(workshop.kept()) == []


@pytest.mark.parametrize(("size", "status"), [(MOST_BYTES + 1, 422), (MOST_BYTES + 200_000, 413)])
def test_a_file_that_is_too_large_is_refused_on_the_same_page(newcomer: NewVisitor, size: int, status: int) -> None:
    page = shown(read_in(newcomer(), b" " * size), status)

    assert "Dit bestand is groter dan 4 MB." in text_of(page)


def test_a_form_without_a_file_is_told_so(newcomer: NewVisitor) -> None:
    visitor = newcomer()

    page = shown(press(visitor, visitor.open("/inlezen?taal=nl"), "Inlezen"), 422)

    assert "Kies eerst een bestand." in text_of(page)


def test_reading_in_twice_makes_two_dossiers(newcomer: NewVisitor, workshop: Workshop) -> None:
    visitor, content = newcomer(), json.dumps(tiny(staff=True)).encode()

    places = {read_in(visitor, content).headers["Location"] for _ in range(2)}

    assert len(places) == 2
    assert len(list(workshop.kept())) == 2


def test_a_dossier_from_a_file_begins_its_history_empty(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    follow(visitor, read_in(visitor, json.dumps(tiny(staff=True)).encode()))

    said = text_of(visitor.open(visitor.address.replace("ingelezen", "geschiedenis")))

    assert "Dit dossier is ingelezen uit een bestand" in said


def test_another_visitor_cannot_take_a_dossier_along(visitor: Visitor, newcomer: NewVisitor) -> None:
    other = newcomer()

    assert [other.get(visitor.here + one).status_code for one in ("dossier.json", "ingelezen")] == [404, 404]


def test_reading_in_is_complete_in_english(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    sent: Mapping[str, object] = {"bestand": (io.BytesIO(b"{}"), "x.json")}

    page = shown(press(visitor, visitor.open("/inlezen?taal=en"), "Read in", sent), 422)

    assert page.get("lang") == "en"
    assert "Nothing has been read in." in text_of(page)


def test_answers_to_questions_that_are_gone_are_named_and_not_left_out(visitor: Visitor, workshop: Workshop) -> None:
    gone = {"no_longer_asked": Answer(value="zaterdag")}
    workshop.intake.save(visitor.here.split("/")[2], visitor.token(), gone, "")

    answer = visitor.get(f"{visitor.here}dossier.json")

    assert answer.status_code == 409
    assert "no_longer_asked" in text_of(parse(answer))
    assert "Je antwoorden zijn er nog allemaal" in answer.text


def taken_along(visitor: Visitor) -> Visitor:
    """Read the file of a dossier in, in the same browser, and go to the dossier that came of it."""
    file = visitor.get(f"{visitor.here}dossier.json").data
    follow(visitor, read_in(visitor, file))
    visitor.here = visitor.address.replace("ingelezen", "")
    return visitor


def test_history_what_was_half_typed_the_session_and_the_last_page_come_along(
    visitor: Visitor, workshop: Workshop
) -> None:
    visitor.fill("people", {"staff": "yes"})
    key = visitor.here.split("/")[2], visitor.token()
    half_typed = {"special": (("special", "half <getypt>"),)}
    workshop.intake.settle(*key, lambda _: {}, "people", drafts=lambda *_: half_typed)
    workshop.sessions.choose(*key, 90)
    was, before = dossier_at(workshop, visitor.here), history_of(visitor, workshop)

    taken_along(visitor)

    came = dossier_at(workshop, visitor.here)
    assert (was.drafts, was.page) == (half_typed, "people")
    assert (came.drafts, came.session, came.page) == (was.drafts, was.session, was.page)
    assert history_of(visitor, workshop) == before


def history_of(visitor: Visitor, workshop: Workshop) -> tuple[Edit, ...]:
    return workshop.history.edits(visitor.here.split("/")[2], visitor.token())


def test_a_history_from_a_file_goes_on_and_can_be_taken_back(visitor: Visitor, workshop: Workshop) -> None:
    visitor.fill("people", {"staff": "yes"})
    visitor.fill("people", {"staff": "no"})
    taken_along(visitor)
    visitor.fill("people", {"special": "later bedacht"})

    newest, came, first = history_of(visitor, workshop)
    page = visitor.open(f"{visitor.here}geschiedenis")
    workshop.history.undo(visitor.here.split("/")[2], visitor.token(), came.number)

    assert newest.number > came.number > first.number
    assert text_of(page).count("Terugzetten") >= 1
    answers = dossier_at(workshop, visitor.here).response.answers
    assert (answers["staff"].value, answers["special"].value) == (True, "later bedacht")


def test_what_was_read_in_can_be_taken_along_again_the_same(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes"})
    first = visitor.get(f"{visitor.here}dossier.json").text

    assert taken_along(visitor).get(f"{visitor.here}dossier.json").text == first


def test_the_page_after_reading_in_says_that_the_history_came_along(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes"})

    said = text_of(taken_along(visitor).open(visitor.address))

    assert "1 wijziging in de geschiedenis" in said


def test_on_a_server_no_end_of_dossiers_can_be_read_in(tmp_path: Path) -> None:
    shop = make_workshop(tmp_path, https=True)
    visitor = Visitor(create_app(shop).test_client())
    for _ in range(MOST_NEW):
        shop.intake.keep(Response("tiny", "1", "two-phase"))
    base = "https://klantreis.example"
    form = fields(parse(visitor.client.get("/inlezen?taal=nl", base_url=base)))
    sent = {**form, "bestand": (io.BytesIO(json.dumps(tiny()).encode()), "dossier.json")}

    answer = visitor.client.post("/inlezen?taal=nl", data=sent, base_url=base)

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Wacht een minuut en kies je bestand dan opnieuw." in text_of(parse(answer))
    assert len(list(shop.kept())) == MOST_NEW
