"""House styles on the page: uploaded, judged in plain Dutch, looked at, tried out and taken away."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.report.house.dutch import dutch_dotx, dutch_template
from tests.report.house.hostile import HOSTILE
from tests.report.word_reader import find, part, text
from tests.web.browser import Visitor, fields, find_id, heading_of, links, parse, text_of
from tests.web.conftest import TinyWorkshop, make_workshop
from workshop.report.house.judge import judge
from workshop.settings import read_settings
from workshop.web.app import create_app
from workshop.web.wire.security import POLICY

NewVisitor = Callable[[], Visitor]
PAGES = ("/huisstijl", "/huisstijl/groen", "/huisstijl/groen/stijl.css", "/huisstijl/groen/voorbeeld.docx")


def upload(visitor: Visitor, data: bytes, name: str = "Groen", language: str = "nl") -> TestResponse:
    """Send a file as the form on the page does."""
    page = visitor.open(f"/huisstijl?taal={language}")
    form = next(one for one in page.iter() if one.get("enctype") == "multipart/form-data")
    sent = {**fields(form), "naam": name, "bestand": (io.BytesIO(data), "huisstijl.dotx")}
    return visitor.client.post(form.get("action", ""), data=sent, content_type="multipart/form-data")


@pytest.fixture
def owner(newcomer: NewVisitor) -> Visitor:
    """Someone who has one house style."""
    visitor = newcomer()
    assert upload(visitor, dutch_dotx()).status_code == 303
    return visitor


def test_without_a_house_style_the_page_says_so_and_what_to_do(newcomer: NewVisitor) -> None:
    page = text_of(newcomer().open("/huisstijl?taal=nl"))

    assert "Je hebt nog geen huisstijl." in page
    assert "Zet {{rapport}} waar het rapport moet beginnen." in page


def test_an_upload_shows_the_verdict_in_dutch(newcomer: NewVisitor) -> None:
    visitor = newcomer()

    answer = upload(visitor, dutch_dotx(), "Groen Advies")

    page = visitor.open(answer.headers["Location"])
    said = text_of(page)
    assert heading_of(page) == "groen-advies"
    assert "Het was een sjabloon (.dotx)." in said
    assert "stijlen ontbreken" in said
    assert "Vorige Adviseur" in said


def test_the_verdict_is_in_english_for_who_reads_english(newcomer: NewVisitor) -> None:
    visitor = newcomer()

    answer = upload(visitor, dutch_dotx(), language="en")

    assert "It was a template (.dotx)." in text_of(visitor.open(answer.headers["Location"]))


@pytest.mark.parametrize("name", ["plain text", "macros by part", "a linked template", "DDE", "a bomb"])
def test_a_hostile_file_is_refused_with_the_reason_and_not_kept(newcomer: NewVisitor, name: str) -> None:
    visitor = newcomer()

    answer = upload(visitor, HOSTILE[name][1]())

    page = parse(answer)
    assert answer.status_code == 422
    assert "We kunnen dit bestand niet gebruiken" in text_of(page)
    assert find_id(page, "bestand").get("aria-invalid") == "true"
    assert "Je hebt nog geen huisstijl." in text_of(visitor.open("/huisstijl"))


def test_nothing_chosen_is_told(newcomer: NewVisitor) -> None:
    answer = upload(newcomer(), b"")

    assert answer.status_code == 422
    assert "Kies eerst een Word-bestand." in text_of(parse(answer))


def test_a_template_larger_than_other_forms_is_let_in_and_a_much_larger_one_is_not(newcomer: NewVisitor) -> None:
    big = upload(newcomer(), b"x" * 3_000_000)
    too_big = upload(newcomer(), b"x" * 12_000_000)

    assert (big.status_code, too_big.status_code) == (422, 413)


def test_the_preview_has_the_colours_letters_and_words_of_the_template(owner: Visitor) -> None:
    page = owner.open("/huisstijl/groen")
    style = owner.get("/huisstijl/groen/stijl.css")

    assert "#2E7D32" in text_of(page)
    assert "{{titel}} voor {{klant}}" in text_of(page)
    assert 'font-family: "Georgia", sans-serif; color: #2E7D32' in style.text
    assert style.headers["Content-Type"].startswith("text/css")
    assert "style=" not in owner.get("/huisstijl/groen").text


def test_the_logo_is_a_picture_and_nothing_else(owner: Visitor) -> None:
    answer = owner.get("/huisstijl/groen/logo")

    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.data.startswith(b"\x89PNG")


def test_the_sample_report_is_in_the_house_style(owner: Visitor) -> None:
    answer = owner.get("/huisstijl/groen/voorbeeld.docx")

    first = text(find(part(answer.data), "//w:body/w:p")[0])
    assert first.startswith("Advies voor ")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_report_of_a_dossier_can_be_asked_for_in_the_house_style(owner: Visitor) -> None:
    owner.start()

    answer = owner.get(f"{owner.here}rapport.docx?huisstijl=groen")

    assert find(part(answer.data, "word/styles.xml"), "//w:style[@w:styleId='Kop1']")


def test_a_house_style_can_be_taken_away(owner: Visitor) -> None:
    page = owner.open("/huisstijl/groen")
    form = next(one for one in page.iter() if one.get("action", "").startswith("/huisstijl/groen/weg"))

    answer = owner.client.post(form.get("action", ""), data=fields(form))

    assert answer.status_code == 303
    assert "/huisstijl/groen" not in "".join(links(owner.open("/huisstijl")))


def test_an_unknown_house_style_is_a_page_that_says_which_there_are(owner: Visitor) -> None:
    answer = owner.get("/huisstijl/rood")

    assert answer.status_code == 404
    assert "De huisstijl rood is er niet. Kies uit: groen." in text_of(parse(answer))


def test_a_kept_file_that_was_tampered_with_is_refused_when_it_is_used(owner: Visitor, tmp_path: Path) -> None:
    (tmp_path / "huisstijl" / "groen.docx").write_bytes(HOSTILE["macros by part"][1]())

    answer = owner.get("/huisstijl/groen")

    assert answer.status_code == 422
    assert "macro's" in text_of(parse(answer))


def test_the_starter_template_can_be_downloaded_in_both_languages(newcomer: NewVisitor) -> None:
    for language, name in (("nl", "sjabloon-klantreis.docx"), ("en", "template-customer-journey.docx")):
        answer = newcomer().get(f"/huisstijl/sjabloon.docx?taal={language}")

        assert name in answer.headers["Content-Disposition"]
        assert judge(answer.data).warnings == ()


@pytest.mark.parametrize(("allowed", "status"), [(False, 404), (True, 200)])
def test_on_a_server_the_pages_are_there_only_when_the_installation_allows_it(
    tmp_path: Path, allowed: bool, status: int
) -> None:
    settings = replace(make_workshop(tmp_path, https=True).settings, house_styles=allowed)
    shop = TinyWorkshop(settings)
    shop.houses.styles.add("groen", dutch_template())
    client = create_app(shop).test_client()

    assert {client.get(page, base_url="https://klantreis.example").status_code for page in PAGES} == {status}


def test_the_installation_allows_it_by_a_setting() -> None:
    assert [read_settings(one).house_styles for one in ({}, {"WORKSHOP_HOUSE_STYLES": "1"})] == [False, True]


def test_the_start_page_leads_there(newcomer: NewVisitor) -> None:
    assert "/huisstijl?taal=nl" in links(newcomer().open("/?taal=nl"))


def test_an_upload_without_a_form_token_is_refused(newcomer: NewVisitor) -> None:
    sent = {"naam": "x", "bestand": (io.BytesIO(dutch_dotx()), "x.docx")}

    assert newcomer().client.post("/huisstijl", data=sent).status_code == 400
