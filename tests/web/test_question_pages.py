"""Every page of the real scan keeps to the rules of a good page: short, one heading, and a way out of each question."""

from xml.etree.ElementTree import Element

import pytest

from tests.klantreis import bundle
from tests.web.browser import X, find_id, heading_of, parse, text_of, title_of
from tests.web.test_weight import a_workshop, example, question_pages, visitor_with
from workshop.domain.questionnaire import Page, Question, QuestionType
from workshop.domain.response import Length, Response

MOST_WORDS = 60
IN_CARDS = (QuestionType.GROUP, QuestionType.PER_PHASE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_introduction_is_longer_than_sixty_words(language: str) -> None:
    sections = bundle(language).questionnaire.sections

    assert [one.code for one in sections if len(one.help.split()) > MOST_WORDS] == []


def test_a_page_asks_one_to_four_questions() -> None:
    asked = {page.code: len(page.questions) for page in bundle().questionnaire.pages}

    assert {code: number for code, number in asked.items() if not 1 <= number <= 4} == {}


def every_page(tmp_path_factory: pytest.TempPathFactory, language: str) -> list[tuple[Page, Element]]:
    """Return each page of an empty full session as it is asked, and as it looks."""
    shop = a_workshop(tmp_path_factory.mktemp("pages"))
    questionnaire = bundle(language).questionnaire
    response = shop.intake.start(questionnaire, language, "Leeg", length=Length.FULL).dossier.response
    visitor = visitor_with(shop, response)
    return [(one, parse(visitor.get(f"{visitor.here}vraag/{one.code}"))) for one in question_pages(response)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_has_one_heading_and_a_title_of_its_own_with_its_step(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    pages = every_page(tmp_path_factory, language)

    titles = [title_of(page) for _, page in pages]
    assert len(set(titles)) == len(titles) > 30
    assert [one for one in titles if not any(step in one for step in ("Stap ", "Step "))] == []
    assert all(heading_of(page) for _, page in pages)


def test_every_question_and_every_field_of_a_card_takes_weet_ik_niet_without_unfolding(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    pages = every_page(tmp_path_factory, "nl")

    asked = [(one, page) for asked, page in pages for one in asked.questions if one.takes_unknown]
    missing = [one.code for one, page in asked if not _ways_out(one, page)]

    assert len(asked) > 80
    assert missing == []


def _ways_out(question: Question, page: Element) -> bool:
    block = find_id(page, f"{question.code}-vraag")
    folded = {box for fold in block.iter(f"{X}details") if "fold" in (fold.get("class") or "") for box in fold.iter()}
    names = {one.get("name") for one in block.iter(f"{X}input") if one.get("value") == "-unknown" and one not in folded}
    fields = [one for one in question.fields if one.takes_unknown] if question.type in IN_CARDS else []
    own = bool(names & {question.code, f"{question.code}-status"})
    return own and all(any(_of(name or "", one.code) for name in names) for one in fields)


def _of(name: str, field: str) -> bool:
    return name.endswith((f"-{field}", f"-{field}-status"))


def test_many_cards_fold_away_under_their_names_and_keep_what_they_hold(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    shop = a_workshop(tmp_path_factory.mktemp("cards"))
    response: Response = example(shop, "keukens")
    visitor = visitor_with(shop, response)

    page = visitor.open(f"{visitor.here}vraag/your_channels")

    card = find_id(page, "channels-1")
    fold = next(card.iter(f"{X}details"))
    assert text_of(next(card.iter(f"{X}legend"))).startswith("Kanaal 1: ")
    assert (fold.get("open"), "ingevuld" in text_of(next(fold.iter(f"{X}summary")))) == (None, True)
    assert visitor.fill("your_channels", {}).status_code == 303
    kept = shop.intake.resume(visitor.token())
    assert kept is not None
    assert kept.response.answers == response.answers


def test_a_card_with_a_mistake_stands_open(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = a_workshop(tmp_path_factory.mktemp("cards"))
    visitor = visitor_with(shop, example(shop, "keukens"))

    page = parse(visitor.fill("your_channels", {"channels-2-eur_per_month": "veel"}))

    opened = [next(find_id(page, f"channels-{n}").iter(f"{X}details")).get("open") is not None for n in (1, 2)]
    assert opened == [False, True]
