"""What a section brought: told straight after its last page, worked out from the answers."""

from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.klantreis import bundle
from tests.proof.site import Site, make_site
from tests.web.browser import Visitor, X, fields, find_id, heading_of, links, parse, text_of
from workshop.domain.answer import Answer, Status
from workshop.domain.changed import without
from workshop.domain.response import Response
from workshop.language.numbers import format_number
from workshop.language.tongue import Language

SECTIONS = [one.code for one in bundle().questionnaire.sections]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path)


@pytest.fixture
def salon(site: Site) -> Visitor:
    """Someone with the quick scan of the hair salon."""
    return site.visitor(site.keep("kapsalon-snel"))


def now(site: Site, visitor: Visitor) -> Response:
    number = visitor.here.strip("/").rpartition("/")[2]
    return next(one.response for one in site.shop.kept() if one.id == number)


def rows(page: Element) -> dict[str, list[str]]:
    """Return the table of scores: what they were and are by phase or question."""
    found = [row for table in page.iter(f"{X}table") for row in table.iter(f"{X}tr")]
    return {text_of(row[0]): [text_of(one) for one in row[1:]] for row in found if len(row) > 1}


def test_scores_stand_there_as_they_were_without_the_section_and_as_they_are(site: Site, salon: Visitor) -> None:
    response = now(site, salon)
    section = next(one for one in bundle().questionnaire.sections if one.code == "reach")
    before, after = site.shop.assess(without(response, section)), site.shop.assess(response)

    told = rows(salon.open(f"{salon.here}tussenstand/reach"))

    for old, new in zip(before.phases, after.phases, strict=True):
        name = next(one.name for one in after.model.phases if one.id == new.phase)
        for score, said in zip((old.score, new.score), told[name], strict=True):
            assert score.value is not None
            numbers = (score.value, score.low, score.high)
            value, low, high = (format_number(Decimal(round(one)), Language.NL) for one in numbers)
            assert said.startswith(f"{value} ({low}–{high})")
    assert told["Behoud"][1].endswith("hoger, zekerder")
    assert told["Bewustwording"][1].endswith("lager, zekerder")


def test_what_was_not_known_is_called_unknown_and_never_zero(salon: Visitor) -> None:
    page = salon.open(f"{salon.here}tussenstand/attention")

    told = rows(page)

    assert told["Bewustwording"][0] == "onbekend"
    assert "nu bekend" in told["Bewustwording"][1]


def test_a_gap_that_came_to_light_leads_to_its_place_in_the_result(salon: Visitor) -> None:
    page = salon.open(f"{salon.here}tussenstand/returns")

    link = next(one for one in links(page) if "/resultaat" in one and "#" in one)
    result = salon.open(link.partition("#")[0])

    assert find_id(result, link.partition("#")[2]) is not None


def test_sums_that_can_be_made_now_are_told(salon: Visitor) -> None:
    page = text_of(salon.open(f"{salon.here}tussenstand/returns"))

    assert "Klantwaarde over vijf jaar (met eerste marge) € 371,42 nu bekend" in page.replace("\u00a0", " ")


def test_a_section_that_scores_nothing_says_what_it_is_good_for(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes"})

    page = text_of(visitor.open(f"{visitor.here}tussenstand/business"))

    assert "Deze stap geeft nog geen score." in page


def test_a_section_without_answers_says_so(site: Site) -> None:
    visitor = site.visitor(site.keep("starter"))

    page = visitor.open(f"{visitor.here}tussenstand/returns")

    assert "Je hebt hier nog niets ingevuld." in text_of(page)
    assert rows(page) == {}


def test_what_is_unknown_becomes_homework_and_filling_it_in_leads_back(site: Site, salon: Visitor) -> None:
    response = now(site, salon).with_answers({"hour_cost": Answer(Status.UNKNOWN)})
    visitor = site.visitor(site.keep_response(response))
    page = visitor.open(f"{visitor.here}tussenstand/effort")
    question = next(one for one in links(page) if "winning_costs" in one)

    asked = visitor.open(question.partition("#")[0])
    answer = visitor.send(asked, {"hour_cost": "30", "hour_cost-status": ()})

    assert "(weet ik niet)" in text_of(page)
    assert question.endswith("terug=tussenstand#hour_cost-vraag")
    assert answer.headers["Location"] == f"{visitor.here}tussenstand/effort"


def test_each_section_leads_to_the_next_and_the_last_to_checking(site: Site, salon: Visitor) -> None:
    address = f"{salon.here}tussenstand/business"
    passed = []

    while "/tussenstand/" in address:
        page = salon.open(address)
        passed.append(address.rpartition("/")[2])
        actions = next(one for one in page.iter(f"{X}div") if one.get("class") == "actions")
        onward = links(actions)[0]
        code = onward.rpartition("/")[2]
        holding = [one.code for one in bundle().questionnaire.sections if any(p.code == code for p in one.pages)]
        address = f"{salon.here}tussenstand/{holding[0]}" if holding else onward

    assert passed == [one for one in SECTIONS if one in passed]
    assert address == f"{salon.here}controle"


@pytest.mark.parametrize("section", ["message", "nergens"])
def test_a_section_that_asks_nothing_is_not_there(salon: Visitor, section: str) -> None:
    assert salon.get(f"{salon.here}tussenstand/{section}").status_code == 404


def test_the_language_changes_and_the_page_stays(salon: Visitor) -> None:
    address = f"{salon.here}tussenstand/reach"
    form = next(one for one in salon.open(address).iter(f"{X}form") if one.get("action") == address)

    answer = salon.client.post(address, data={**fields(form), "taal": "en"})

    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    assert heading_of(salon.open(address)) == "Where you stand after ‘Your channels’"


def test_a_language_that_we_do_not_speak_is_refused(salon: Visitor) -> None:
    address = f"{salon.here}tussenstand/reach"
    form = next(one for one in salon.open(address).iter(f"{X}form") if one.get("action") == address)

    answer = salon.client.post(address, data={**fields(form), "taal": "xx"})

    assert answer.status_code == 422
    parse(answer)


@pytest.mark.parametrize("name", ["kapsalon", "starter", "webshop"])
def test_every_section_of_every_kind_of_business_is_sound(site: Site, name: str) -> None:
    visitor = site.visitor(site.keep(name))

    for section in SECTIONS:
        answer = visitor.get(f"{visitor.here}tussenstand/{section}")
        assert answer.status_code in (200, 404)
        parse(answer)
