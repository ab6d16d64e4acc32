"""Reading an edited report back in the browser: first shown, then kept, and nobody overwrites another unseen."""

import io
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from werkzeug.test import TestResponse

from tests.report.keep.edits import add_outside, edited, fill, retype
from tests.web.browser import X, fields, find_id, links, parse, text_of
from tests.web.report_desk import NAME, Desk, desk_at, says
from workshop.domain.hand import Deed
from workshop.services.editing import Edit


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path)


def report_of(desk: Desk) -> bytes:
    """The report as it is handed over now."""
    return bytes(desk.visitor.get(f"{desk.visitor.here}rapport.docx").data)


def send(desk: Desk, file: bytes) -> TestResponse:
    """Choose a file and press the button."""
    page = desk.open("/terug")
    form = next(one for one in page.iter(f"{X}form") if one.get("enctype"))
    data = {"csrf_token": fields(form)["csrf_token"], "bestand": (io.BytesIO(file), "rapport.docx")}
    return desk.visitor.client.post(form.get("action", ""), data=data)


def confirm(desk: Desk, shown: Element, who: str = NAME, **changes: list[str]) -> TestResponse:
    """Press the button that keeps the pieces."""
    form = find_id(shown, "stukken")
    sent = fields(form)
    sent["wie"] = who
    for name, values in changes.items():
        sent.setlist(name, values)
    return desk.visitor.client.post(form.get("action", ""), data=sent)


def some_passage(desk: Desk) -> str:
    """The advice of the first gap."""
    return f"{desk.gaps()[0]}.advice"


def test_the_room_leads_to_it_and_nothing_changed_is_said(desk: Desk) -> None:
    answer = send(desk, report_of(desk))

    assert f"{desk.visitor.here}rapport/terug" in links(desk.open())
    assert answer.status_code == 200
    assert "Er is niets veranderd" in says(answer)


def test_a_changed_text_and_a_filled_field_are_shown_and_then_kept(desk: Desk) -> None:
    passage = some_passage(desk)
    gap = passage.removesuffix(".advice")
    file = edited(
        report_of(desk),
        retype(passage, "Bel ze zelf."),
        fill(f"{gap.replace('gap', 'card')}.owner", "Els"),
        add_outside("Los."),
    )

    shown = send(desk, file)

    assert shown.status_code == 200
    assert not desk.dossier.changes
    assert "Bel ze zelf." in text_of(parse(shown))
    assert "Los." in text_of(parse(shown))

    answer = confirm(desk, parse(shown))

    assert answer.status_code == 303
    assert desk.hand.texts == {passage: "Bel ze zelf."}
    assert desk.hand.tasks[gap].owner == "Els"
    assert {one.who for one in desk.dossier.changes} == {NAME}
    assert "Bel ze zelf." in desk.visitor.get(f"{desk.visitor.here}rapport.md").text
    assert "Er is niets veranderd" in says(send(desk, report_of(desk)))


def test_what_is_not_ticked_is_not_kept(desk: Desk) -> None:
    shown = send(desk, edited(report_of(desk), retype(some_passage(desk), "Bel ze zelf.")))

    assert confirm(desk, parse(shown), neem=[]).status_code == 303
    assert not desk.dossier.changes


def test_without_a_name_the_pieces_are_shown_again_as_they_were(desk: Desk) -> None:
    shown = send(desk, edited(report_of(desk), retype(some_passage(desk), "Bel ze zelf."), add_outside("Los.")))

    answer = confirm(desk, parse(shown), who=" ")

    assert answer.status_code == 422
    assert "Bel ze zelf." in text_of(parse(answer))
    assert "Los." in text_of(parse(answer))
    assert find_id(parse(answer), "wie").get("aria-invalid") == "true"
    assert confirm(desk, parse(answer)).status_code == 303


def test_both_texts_stand_there_when_the_report_changed_too(desk: Desk) -> None:
    passage = some_passage(desk)
    file = edited(report_of(desk), retype(passage, "Uit Word."))
    desk.shop.editing.edit(desk.number, desk.token, NAME, [Edit(Deed.REWRITE, passage, {"text": "Uit de browser."})])

    shown = send(desk, file)

    assert "Hier is ook het rapport zelf veranderd" in says(shown)
    assert "Uit Word." in text_of(parse(shown))
    assert "Uit de browser." in text_of(parse(shown))


def test_what_another_window_kept_in_the_meantime_is_shown_before_it_is_overwritten(desk: Desk) -> None:
    passage = some_passage(desk)
    shown = parse(send(desk, edited(report_of(desk), retype(passage, "Uit Word."))))
    desk.shop.editing.edit(desk.number, desk.token, NAME, [Edit(Deed.REWRITE, passage, {"text": "Intussen."})])

    answer = confirm(desk, shown)

    assert answer.status_code == 409
    assert "Intussen." in text_of(parse(answer))
    assert desk.hand.texts == {passage: "Intussen."}
    assert confirm(desk, parse(answer)).status_code == 303
    assert desk.hand.texts == {passage: "Uit Word."}


@pytest.mark.parametrize(
    ("file", "said"), [(b"", "Kies eerst een bestand"), (b"geen zip", "Dit is geen Word-bestand"), (b"PK" * 99, "")]
)
def test_a_file_that_is_no_report_gets_a_clear_answer(desk: Desk, file: bytes, said: str) -> None:
    answer = send(desk, file)

    assert answer.status_code == 422
    assert said in says(answer)


@pytest.mark.parametrize("typed", ["", "{", '[{"kind": "brand"}]', "[1]", '[{"kind": "rewrite", "target": "x"}]'])
def test_pieces_that_are_none_are_refused(desk: Desk, typed: str) -> None:
    shown = parse(send(desk, edited(report_of(desk), retype(some_passage(desk), "Bel."))))

    assert confirm(desk, shown, stukken=[typed]).status_code == 400
    assert not desk.dossier.changes


def test_an_old_page_asks_for_the_file_again(desk: Desk) -> None:
    answer = desk.visitor.client.post(f"{desk.visitor.here}rapport/terug", data={"csrf_token": "oud"})

    assert answer.status_code == 400
    assert "te oud" in says(answer)


@pytest.mark.parametrize(
    "pieces",
    [
        "[" * 100_000,
        '[{"kind": "assign", "target": "gap-G01", "title": "", "value": {"on": "ooit"}, "fresh": "", "stood": ""}]',
    ],
    ids=["nested too deep", "no day"],
)
def test_pieces_that_we_did_not_send_are_refused(desk: Desk, pieces: str) -> None:
    shown = parse(send(desk, edited(report_of(desk), retype(some_passage(desk), "Bel ze zelf."))))

    answer = confirm(desk, shown, stukken=[pieces])

    assert answer.status_code == 400
    assert desk.dossier.changes == ()


def test_a_rest_that_is_nested_too_deep_is_refused(desk: Desk) -> None:
    shown = parse(send(desk, edited(report_of(desk), retype(some_passage(desk), "Bel ze zelf."))))

    assert confirm(desk, shown, rest=["[" * 100_000]).status_code == 400
