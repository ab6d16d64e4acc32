"""The full session of the klantreis, page by page: what is typed is what is kept, whatever the model in view."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from werkzeug.datastructures import MultiDict

from tests.klantreis import FOLDER
from tests.web.browser import Visitor, fields, find_id
from workshop.bootstrap import Workshop, build
from workshop.domain.answer import Answer, Counts
from workshop.domain.questionnaire import Page
from workshop.domain.response import Length, Response
from workshop.domain.route import Route, plan
from workshop.settings import Settings
from workshop.web.app import create_app

MODELS = ("four-phase", "five-phase", "aida-plus", "bonsing-mann", "gilev")


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return build(Settings(data=tmp_path, exports=tmp_path, secret_key=b"a secret of thirty-two characters"))


@pytest.fixture
def salon(shop: Workshop) -> Response:
    """Return the hair salon's full session."""
    found = shop.read_answers((FOLDER / "examples" / "kapsalon.json").read_text(encoding="utf-8"))
    assert isinstance(found, Response), found
    return replace(found, on=None)


def visitor_with(shop: Workshop, response: Response) -> Visitor:
    """Return someone who holds a dossier with these answers."""
    started = shop.intake.keep(response)
    visitor = Visitor(create_app(shop).test_client(), f"/d/{started.dossier.id}/")
    visitor.client.set_cookie(f"dossier_{started.dossier.id}", started.token)
    return visitor


def kept(shop: Workshop, visitor: Visitor) -> Response:
    number = visitor.here.strip("/").rpartition("/")[2]
    return next(one.response for one in shop.kept() if one.id == number)


def pages_of(route: Route) -> tuple[Page, ...]:
    """Return the question pages: what is filled in elsewhere is not one of them."""
    return tuple(one for one in route.pages if not all(question.editor for question in one.questions))


def said(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Return answers as people mean them: a row of a count that was left blank says the same as a zero."""
    return {code: _without_zeros(answer) for code, answer in answers.items()}


def _without_zeros(answer: Answer) -> Answer:
    if not isinstance(answer.value, Counts):
        return answer
    return replace(answer, value=Counts({row: count for row, count in answer.value.counts.items() if count}))


def copied(full: Element, blank: Element) -> "MultiDict[str, str]":
    """Return what someone would send who types on a blank page all that stands on a full one."""
    sent, own = fields(find_id(full, "answers")), fields(find_id(blank, "answers"))
    for name in own:
        if name in ("csrf_token", "model") or name.startswith("stand-"):
            sent[name] = own[name]
    sent.setlist("gevraagd", own.getlist("gevraagd"))
    return sent


def test_typing_the_whole_session_over_gives_the_same_answers(shop: Workshop, salon: Response) -> None:
    example = visitor_with(shop, salon)
    newcomer = visitor_with(shop, replace(salon, answers={}, length=Length.FULL))
    questionnaire = shop.bundle("klantreis", "nl").questionnaire

    for page in pages_of(plan(questionnaire, salon)):
        address = f"vraag/{page.code}"
        onward = address
        while address in onward:  # a page comes back when an answer on it asks for more
            sent = copied(example.open(example.here + address), newcomer.open(newcomer.here + address))
            answered = newcomer.client.post(newcomer.here + address, data=sent)
            assert answered.status_code == 303, (page.code, answered.status_code)
            onward = answered.headers["Location"]

    drawn = {one.code for one in questionnaire.questions if one.editor}
    expected = {code: answer for code, answer in salon.answers.items() if code not in drawn}
    assert said(kept(shop, newcomer).answers) == said(expected)


@pytest.mark.parametrize("model", MODELS)
def test_saving_every_page_untouched_changes_nothing(shop: Workshop, salon: Response, model: str) -> None:
    visitor = visitor_with(shop, replace(salon, model=model))
    before = kept(shop, visitor).answers

    for page in pages_of(plan(shop.bundle("klantreis", "nl").questionnaire, salon)):
        answered = visitor.fill(page.code, {})
        assert answered.status_code == 303, (page.code, answered.status_code)

    assert said(kept(shop, visitor).answers) == said(before)


def test_what_the_full_session_holds_stays_in_the_quick_scan(shop: Workshop, salon: Response) -> None:
    questionnaire = shop.bundle("klantreis", "nl").questionnaire
    quick = replace(salon, length=Length.QUICK)

    shown = plan(questionnaire, quick).shown

    assert salon.answers.keys() <= shown
    assert {one.code for one in questionnaire.questions} - salon.answers.keys() >= plan(
        questionnaire, replace(salon, answers={})
    ).shown - shown


def test_the_length_is_chosen_at_the_start_and_changed_later(shop: Workshop, salon: Response) -> None:
    visitor = visitor_with(shop, replace(salon, answers={}, length=Length.QUICK))
    page = visitor.open(visitor.here)
    token = next(one.get("value", "") for one in page.iter() if one.get("name") == "csrf_token")

    assert visitor.get(f"{visitor.here}vraag/message_per_phase").status_code == 303
    visitor.client.post(f"{visitor.here}gegevens", data={"csrf_token": token, "omvang": "full", "klant": "Knip"})

    assert visitor.get(f"{visitor.here}vraag/message_per_phase").status_code == 200
    assert kept(shop, visitor).length is Length.FULL


def test_typing_on_a_page_that_another_window_hid_is_kept(shop: Workshop, salon: Response) -> None:
    visitor = visitor_with(shop, replace(salon, answers={}, length=Length.FULL))
    number = visitor.here.strip("/").rpartition("/")[2]
    page = visitor.open(f"{visitor.here}vraag/message_per_phase")
    form = find_id(page, "answers")
    code = fields(form).getlist("gevraagd")[0]
    name = next(
        one for one in fields(form) if one.startswith(f"{code}-") and not one.endswith(("-status", "-evidence"))
    )
    sent = fields(form)
    sent[name] = "Wij knippen zonder afspraak"
    token = visitor.token()
    shop.intake.choose(number, token, length=Length.QUICK)

    by_itself = visitor.client.post(form.get("data-save", ""), data=sent)
    by_hand = visitor.client.post(form.get("action", ""), data=sent)

    assert (by_itself.status_code, by_hand.status_code) == (200, 303)
    shop.intake.choose(number, token, length=Length.FULL)
    again = visitor.open(f"{visitor.here}vraag/message_per_phase")
    assert fields(find_id(again, "answers"))[name] == "Wij knippen zonder afspraak"
