"""Headers, tokens, hosts and sizes: on every answer, errors and static files included."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.browser import Visitor, X, fields, find_id, heading_of, parse
from tests.web.conftest import make_workshop
from workshop.domain.dossier import DossierError, Trouble
from workshop.web.app import create_app

NewVisitor = Callable[[], Visitor]
PAGES = ("", "vraag/offer", "controle", "resultaat", "dossier.json", "rapport.md", "vraag/nergens", "nergens")


def answers_of_all_kinds(visitor: Visitor) -> list[TestResponse]:
    addresses = ["/", "/hervat", "/hervat/" + "x" * 43, "/nergens", "/static/app.css", "/d/0000000000/"]
    found = [visitor.get(address) for address in [*addresses, *(visitor.here + page for page in PAGES)]]
    return [*found, visitor.client.post("/start"), visitor.client.put("/")]


def test_every_answer_carries_the_headers(visitor: Visitor) -> None:
    for answer in answers_of_all_kinds(visitor):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Strict-Transport-Security" not in answer.headers


def test_pages_are_never_kept_by_a_browser_or_a_proxy(visitor: Visitor) -> None:
    for answer in answers_of_all_kinds(visitor):
        expected = "no-cache" if (answer.request.path or "").startswith("/static/") else "no-store"
        assert answer.headers["Cache-Control"] == expected


def test_a_style_sheet_asked_by_its_hash_may_be_kept_for_good(visitor: Visitor) -> None:
    page = visitor.open("/")
    address = next(one.get("href", "") for one in page.iter(f"{X}link") if one.get("rel") == "stylesheet")

    answer = visitor.get(address)

    assert "?v=" in address
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_over_https_browsers_are_told_to_stay_there(tmp_path: Path) -> None:
    client = create_app(make_workshop(tmp_path, https=True)).test_client()

    answer = client.get("/", base_url="https://klantreis.example")

    assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]


def test_a_page_brings_nothing_from_elsewhere_and_nothing_inline(visitor: Visitor) -> None:
    for address in ("/", visitor.here, f"{visitor.here}vraag/use_page", f"{visitor.here}controle"):
        for one in visitor.open(address).iter():
            assert one.get("style") is None
            assert not [name for name in one.keys() if str(name).startswith("on")]  # noqa: SIM118
            for name in ("src", "href", "action"):
                assert not (one.get(name) or "").startswith(("http", "//")), one.get(name)
            if one.tag in (f"{X}script", f"{X}style"):
                assert not (one.text or "").strip()


def test_a_change_without_token_is_refused_and_saves_nothing(visitor: Visitor) -> None:
    before = visitor.get(f"{visitor.here}dossier.json").text
    form = {"gevraagd": ["staff", "special"], "staff": "yes", "special": "Mijn verhaal", "csrf_token": "oud"}

    answer = visitor.client.post(f"{visitor.here}vraag/people", data=form)

    kept = fields(find_id(parse(answer), "answers"))
    assert answer.status_code == 400
    assert (kept["staff"], kept["special"]) == ("yes", "Mijn verhaal")
    assert visitor.get(f"{visitor.here}dossier.json").text == before


def test_settings_without_token_are_refused_with_a_page(visitor: Visitor) -> None:
    answer = visitor.client.post(f"{visitor.here}gegevens", data={"klant": "Ander"}, headers={"Accept-Language": "nl"})

    assert answer.status_code == 400
    assert heading_of(parse(answer)) == "We hebben dit niet opgeslagen"
    assert "Ander" not in visitor.get(visitor.here).text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_change_from_another_site_is_refused_and_saves_nothing(visitor: Visitor, site: str) -> None:
    before = visitor.get(f"{visitor.here}dossier.json").text
    form = find_id(visitor.open(f"{visitor.here}vraag/people"), "answers")
    sent = {**fields(form).to_dict(), "staff": "yes"}

    answer = visitor.client.post(form.get("action", ""), data=sent, headers={"Sec-Fetch-Site": site})

    assert answer.status_code == 403
    assert visitor.get(f"{visitor.here}dossier.json").text == before


@pytest.mark.parametrize(
    "host", ["kwaad.example", "localhost.kwaad.example", "kwaad.example:80", "localhost@kwaad.example"]
)
def test_a_strange_host_is_refused(newcomer: NewVisitor, host: str) -> None:
    answer = newcomer().get("/", headers={"Host": host})

    assert answer.status_code == 400
    assert host not in answer.text


def test_a_post_that_is_too_large_is_refused_with_a_page(visitor: Visitor) -> None:
    page = visitor.open(f"{visitor.here}vraag/people")

    answer = visitor.send(page, {"special": "a" * 1_100_000})

    assert answer.status_code == 413
    parse(answer)


def test_a_form_with_thousands_of_parts_is_refused(visitor: Visitor) -> None:
    parts = {f"deel-{number}": "x" for number in range(2_100)}

    answer = visitor.client.post("/start", data=parts, content_type="multipart/form-data")

    assert answer.status_code == 413


def test_a_wrong_cookie_sees_what_a_stranger_sees(visitor: Visitor, newcomer: NewVisitor) -> None:
    stranger, liar = newcomer(), newcomer()
    liar.client.set_cookie(f"dossier_{visitor.here.split('/')[2]}", "y" * 43)

    seen = [one.get(visitor.here) for one in (stranger, liar)] + [stranger.get("/d/0000000000/")]

    assert [one.status_code for one in seen] == [404, 404, 404]
    assert len({one.text for one in seen}) == 1


def test_the_cookie_of_one_dossier_opens_no_other(visitor: Visitor, newcomer: NewVisitor) -> None:
    other = newcomer()
    other.start()
    other.client.set_cookie(f"dossier_{visitor.here.split('/')[2]}", other.token())

    assert other.get(visitor.here).status_code == 404


def test_a_get_changes_nothing(visitor: Visitor) -> None:
    before = visitor.get(f"{visitor.here}dossier.json").text

    for page in (*PAGES, "vraag/people?staff=yes&actie=verder", "gegevens?klant=X", "taal?taal=en"):
        visitor.get(visitor.here + page)

    assert visitor.get(f"{visitor.here}dossier.json").text == before


def test_a_crash_shows_a_friendly_page_and_logs_nothing_that_was_typed(
    app: Flask, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(*_: object) -> str:
        raise ValueError("Geheim van de bakker")

    app.extensions["workshop"].__dict__["result_html"] = crash

    with caplog.at_level(logging.DEBUG):
        answer = visitor.get(f"{visitor.here}resultaat")

    assert answer.status_code == 500
    assert heading_of(parse(answer)) == "Er ging iets mis bij ons"
    assert "ValueError" in caplog.text
    assert "Geheim" not in caplog.text + answer.text


@pytest.mark.parametrize(("trouble", "code"), [(Trouble.BUSY, 503), (Trouble.FULL, 507), (Trouble.DAMAGED, 500)])
def test_text_stays_in_the_form_when_it_cannot_be_saved(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, code: int
) -> None:
    page = visitor.open(f"{visitor.here}vraag/people")
    intake = app.extensions["workshop"].intake

    def fail(*_: object, **__: object) -> None:
        raise DossierError(trouble, "vol")

    monkeypatch.setattr(type(intake.dossiers), "change", fail)

    answer = visitor.send(page, {"special": "Mijn lange verhaal"})

    assert answer.status_code == code
    assert find_id(parse(answer), "special").text == "\nMijn lange verhaal" or "Mijn lange verhaal" in answer.text


def test_a_dossier_that_cannot_be_read_now_gives_a_page_that_says_so(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake = app.extensions["workshop"].intake

    def fail(*_: object) -> None:
        raise DossierError(Trouble.BUSY, "bezet")

    monkeypatch.setattr(type(intake.dossiers), "get", fail)

    answer = visitor.get(visitor.here)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    parse(answer)
