"""Pages of the real scan, filled in: sound in both languages and all models, and light enough for a slow phone."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.klantreis import FOLDER, bundle
from tests.web.browser import Visitor, parse
from workshop.bootstrap import Workshop, build
from workshop.domain.questionnaire import Page, QuestionType
from workshop.domain.response import Length, Response
from workshop.domain.route import plan
from workshop.settings import Settings
from workshop.web.app import create_app

MOST_BYTES = 60 * 1024
EXAMPLES = sorted(one.stem for one in FOLDER.glob("examples/*.json"))
MANY_FIELDS = {QuestionType.GROUP, QuestionType.PER_PHASE, QuestionType.MATRIX}
ZIPPED = {"Accept-Encoding": "gzip"}


def a_workshop(data: Path) -> Workshop:
    return build(Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters"))


def visitor_with(shop: Workshop, response: Response) -> Visitor:
    started = shop.intake.keep(response)
    visitor = Visitor(create_app(shop).test_client(), here=f"/d/{started.dossier.id}/")
    visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    return visitor


def example(shop: Workshop, name: str) -> Response:
    response = shop.read_answers((FOLDER / "examples" / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(response, Response)
    return response


def files_of(page: str) -> list[str]:
    """Return the addresses of the styles and scripts of a page."""
    return re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', page)


def visitor_with_the_salon(data: Path) -> tuple[Workshop, Visitor, str]:
    shop = a_workshop(data)
    response = example(shop, "kapsalon-snel")
    started = shop.intake.keep(response)
    visitor = Visitor(create_app(shop).test_client(), here=f"/d/{started.dossier.id}/")
    visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    return shop, visitor, started.token


def question_pages(response: Response) -> tuple[Page, ...]:
    """Return the question pages: what is made in the map editor is not one of them."""
    pages = plan(bundle().questionnaire, response).pages
    return tuple(one for one in pages if not all(question.editor for question in one.questions))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_sound_in_every_model(tmp_path: Path, language: str) -> None:
    shop, visitor, token = visitor_with_the_salon(tmp_path)
    number = visitor.here.split("/")[2]

    for model in bundle().questionnaire.models:
        dossier = shop.intake.choose(number, token, model=model.id, language=language)
        assert dossier is not None
        for page in question_pages(dossier.response):
            answer = visitor.get(f"{visitor.here}vraag/{page.code}")
            parse(answer)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_page_of_every_full_session_is_light_over_the_line(tmp_path: Path, name: str) -> None:
    shop = a_workshop(tmp_path)
    weights: dict[str, int] = {}

    for number, model in enumerate(bundle().questionnaire.models):
        language = ("nl", "en")[(number + EXAMPLES.index(name)) % 2]
        response = replace(example(shop, name), model=model.id, language=language, length=Length.FULL)
        visitor = visitor_with(shop, response)
        for page in question_pages(response):
            if number and not any(one.type in MANY_FIELDS for one in page.questions):
                continue  # these are the same in every model
            answer = visitor.get(f"{visitor.here}vraag/{page.code}", headers=ZIPPED)
            assert answer.headers["Content-Encoding"] == "gzip"
            files = files_of(gzip.decompress(answer.data).decode())
            for one in files:
                if one not in weights:
                    weights[one] = len(visitor.client.get(one, headers=ZIPPED).data)
            total = len(answer.data) + sum(weights[one] for one in files)
            assert len(files) >= 4, "the styles and scripts were not counted"
            assert total <= MOST_BYTES, (page.code, model.id, language, total)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_without_cards_is_light_even_for_a_browser_that_cannot_unzip(tmp_path: Path, language: str) -> None:
    shop = a_workshop(tmp_path)
    response = replace(example(shop, "kapsalon"), language=language, length=Length.FULL)
    visitor = visitor_with(shop, response)
    plain = [one for one in question_pages(response) if not any(q.type in MANY_FIELDS for q in one.questions)]

    for page in plain:
        answer = visitor.get(f"{visitor.here}vraag/{page.code}")
        total = len(answer.data) + sum(len(visitor.client.get(one).data) for one in files_of(answer.text))
        assert "Content-Encoding" not in answer.headers
        assert total <= MOST_BYTES, (page.code, total)


def test_an_untouched_page_saves_the_same_answers_in_every_model(tmp_path: Path) -> None:
    shop, visitor, token = visitor_with_the_salon(tmp_path)
    number = visitor.here.split("/")[2]
    visitor.fill("latest_customers", {})  # once: blank rows of a count become zeros
    before = shop.intake.open(number, token)
    assert before is not None

    for model in bundle().questionnaire.models:
        shop.intake.choose(number, token, model=model.id)
        for page in question_pages(before.response):
            assert visitor.fill(page.code, {}).status_code == 303, page.code

    after = shop.intake.open(number, token)
    assert after is not None
    assert after.response.answers == before.response.answers
