"""Pages of the real scan, filled in: sound in both languages and all models, and light enough for a slow phone."""

from pathlib import Path

import pytest

from tests.klantreis import FOLDER, bundle
from tests.web.browser import Visitor, parse
from workshop.bootstrap import Workshop, build
from workshop.domain.questionnaire import Page
from workshop.domain.response import Response
from workshop.domain.route import plan
from workshop.settings import Settings
from workshop.web.app import create_app

MOST_BYTES = 60 * 1024


def visitor_with_the_salon(data: Path) -> tuple[Workshop, Visitor, str]:
    settings = Settings(data=data, exports=data, secret_key=b"a secret of thirty-two characters")
    shop = build(settings)
    response = shop.read_answers((FOLDER / "examples" / "kapsalon-snel.json").read_text(encoding="utf-8"))
    assert isinstance(response, Response)
    started = shop.intake.keep(response)
    visitor = Visitor(create_app(shop).test_client(), here=f"/d/{started.dossier.id}/")
    visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    return shop, visitor, started.token


def question_pages(response: Response) -> tuple[Page, ...]:
    """Return the question pages: what is made in the map editor is not one of them."""
    pages = plan(bundle().questionnaire, response).pages
    return tuple(one for one in pages if not all(question.editor for question in one.questions))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_sound_and_light_in_every_model(tmp_path: Path, language: str) -> None:
    shop, visitor, token = visitor_with_the_salon(tmp_path)
    number = visitor.here.split("/")[2]

    for model in bundle().questionnaire.models:
        dossier = shop.intake.choose(number, token, model=model.id, language=language)
        assert dossier is not None
        for page in question_pages(dossier.response):
            answer = visitor.get(f"{visitor.here}vraag/{page.code}")
            parse(answer)
            assert len(answer.data) <= MOST_BYTES, (page.code, model.id, len(answer.data))


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
