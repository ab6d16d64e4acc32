"""What someone sees before he answers anything: the start page and the sample report."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from tests.klantreis import bundle
from tests.web.browser import Visitor, X, find_id, links, text_of
from workshop.bootstrap import Workshop, build
from workshop.domain.response import Response
from workshop.settings import Settings
from workshop.web.app import create_app

NewVisitor = Callable[[], Visitor]


def shop_at(data: Path) -> Workshop:
    return build(Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters"))


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return shop_at(tmp_path_factory.mktemp("front"))


@pytest.fixture
def guest(shop: Workshop) -> Visitor:
    """Someone who comes to the real scan for the first time."""
    return Visitor(create_app(shop).test_client())


def answers_of(shop: Workshop, language: str = "nl") -> Response:
    found = shop.sample(language)
    assert found is not None
    return found


def test_everything_that_is_needed_stands_on_the_start_page_with_a_list_to_print(guest: Visitor) -> None:
    page = guest.open("/?taal=nl")

    told = text_of(page)
    assert bundle().questionnaire.needs
    assert [need for need in bundle().questionnaire.needs if need not in told] == []
    assert "/papier/nodig?taal=nl" in links(page)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_minutes_are_promised_but_steps_and_questions(guest: Visitor, language: str) -> None:
    told = text_of(guest.open(f"/?taal={language}"))

    assert "minut" not in told
    assert "7 " + {"nl": "stappen", "en": "steps"}[language] in told


def test_the_start_page_shows_the_first_three_gaps_and_the_scores_of_the_sample(shop: Workshop, guest: Visitor) -> None:
    material = shop.material(answers_of(shop))
    peek = next(one for one in guest.open("/?taal=nl").iter(f"{X}figure"))

    told = text_of(peek)
    assert [gap.title for gap in material.top if gap.title not in told] == []
    scores = [material.voice.score(one.score).replace("\u00a0", " ") for one in material.assessment.phases]
    assert [score for score in scores if score not in told] == []
    assert len(list(peek.iter("{http://www.w3.org/2000/svg}svg"))) == len(scores)


def test_the_road_carries_the_phases_in_order(guest: Visitor) -> None:
    page = guest.open("/?taal=nl")

    model = bundle().questionnaire.model("five-phase")
    assert model is not None
    trip = next(one for one in page.iter(f"{X}div") if one.get("class") == "trip")
    told = [text_of(one) for one in trip.iter(f"{X}li")]
    assert told == [f"{number}{phase.name}" for number, phase in enumerate(model.phases, start=1)]


def test_someone_starts_without_an_account_in_one_step(guest: Visitor) -> None:
    form = find_id(guest.open("/?taal=nl"), "beginnen")

    asked = {one.get("name", "") for one in form.iter() if one.get("type") != "hidden"}
    assert asked == {"", "klant", "omvang"}
    assert "Geen account nodig" in text_of(guest.open("/?taal=nl"))


def test_a_questionnaire_without_a_sample_shows_none(newcomer: NewVisitor) -> None:
    visitor = newcomer()

    page = visitor.open("/?taal=nl")

    assert [one for one in links(page) if "/voorbeeld" in one] == []
    assert visitor.get("/voorbeeld").status_code == 404
    assert visitor.get("/voorbeeld/rapport.docx").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_is_the_live_result_of_an_invented_business(shop: Workshop, guest: Visitor, language: str) -> None:
    page = guest.open(f"/voorbeeld?taal={language}")

    response = answers_of(shop, language)
    told = text_of(page)
    assert (page.get("lang"), response.language) == (language, language)
    assert {"nl": "verzonnen", "en": "invented"}[language] in told
    assert [gap.title for gap in shop.material(response).top if gap.title not in told] == []


def test_the_sample_report_comes_in_word_and_as_a_page_of_its_own(guest: Visitor) -> None:
    word = guest.get("/voorbeeld/rapport.docx?taal=nl")
    page = guest.get("/voorbeeld/rapport.html?taal=nl")

    text = "\n".join(one.text for one in Document(io.BytesIO(word.data)).paragraphs)
    assert 'filename="klantreis-adviesrapport-voorbeeld.docx"' in word.headers["Content-Disposition"]
    assert "Kapsalon Knip & Co" in text
    assert "'sha256-" in page.headers["Content-Security-Policy"]
    assert "Kapsalon Knip &amp; Co" in page.text


def test_other_forms_of_the_sample_are_not_there(guest: Visitor) -> None:
    assert guest.get("/voorbeeld/rapport.pdf").status_code == 404


def test_the_sample_is_made_once_a_day(tmp_path: Path) -> None:
    made: list[str] = []
    days = [date(2026, 11, 22)]

    class Counting(Workshop):
        def sample(self, language: str) -> Response | None:
            made.append(language)
            return super().sample(language)

        def today(self) -> date:
            return days[-1]

    guest = Visitor(create_app(Counting(shop_at(tmp_path).settings)).test_client())
    for _ in range(2):
        guest.open("/?taal=nl")
    assert made == ["nl"]

    days.append(date(2026, 11, 23))
    guest.open("/?taal=nl")

    assert made == ["nl", "nl"]


def test_every_page_says_whom_to_ask_where_that_is_known(tmp_path: Path) -> None:
    nobody = shop_at(tmp_path).settings
    named = replace(nobody, adviser="Mira de Boer", office="Bureau Boer", contact="06-12345678")

    feet = [create_app(build(one)).test_client().get("/hervat").text for one in (named, nobody)]

    assert "Je adviseur helpt je: Mira de Boer, Bureau Boer, 06-12345678." in feet[0]
    assert "adviseur" not in feet[1]
