"""The form of address: a dossier that says "u" says it on every page and in every report."""

import html
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.klantreis import FOLDER, bundle
from tests.web.browser import Visitor, X, fields, links, parse, text_of
from tests.web.test_full_session import kept, pages_of, visitor_with
from workshop.bootstrap import Workshop, build
from workshop.domain.response import Length, Response
from workshop.domain.route import plan
from workshop.language.tongue import Address
from workshop.settings import Settings
from workshop.web.app import create_app

FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouwe?|jezelf|jullie)\b", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


def shop_of(data: Path, address: Address = Address.JE) -> Workshop:
    key = b"a secret of thirty-two characters"
    return build(Settings(data=data, exports=data, secret_key=key, address=address))


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return shop_of(tmp_path)


def empty_session(address: Address = Address.U, language: str = "nl") -> Response:
    questionnaire = bundle().questionnaire
    pinned = (questionnaire.id, questionnaire.version, "five-phase", language)
    return Response(*pinned, client="Bakkerij Bloem", length=Length.FULL, address=address)


def filled_session(shop: Workshop) -> Response:
    """Return the session of an adviser in whose own answers nobody is called "je"."""
    found = shop.read_answers((FOLDER / "examples" / "adviseur.json").read_text(encoding="utf-8"))
    assert isinstance(found, Response), found
    return replace(found, address=Address.U)


@cache
def of_others() -> "re.Pattern[str]":
    """Find what stays as it was said: example answers, the title of a source, and the self-test, cut or whole."""
    questionnaire = bundle().questionnaire
    parts = [part for one in questionnaire.questions for part in (one, *one.fields)]
    whole = [one.example for one in parts if FAMILIAR.search(one.example)]
    pieces = [piece for one in questionnaire.selftests for piece in re.findall(r"\w+(?: (?:jij|je))+ \w+", one.text)]
    said = map(re.escape, (*whole, *pieces, "hoe helpt het jou?"))
    return re.compile("|".join(one.replace(r"\ ", r"\s*") for one in said))


def familiar(text: str) -> list[str]:
    """Return where a text still says "je", but for what others said."""
    own = QUOTED.sub("", of_others().sub("", text))
    return [own[max(0, found.start() - 40) : found.end() + 40] for found in FAMILIAR.finditer(own)]


def familiar_words(page: Element) -> list[str]:
    return familiar(text_of(page))


def pages_within(visitor: Visitor) -> dict[str, Element]:
    """Return every page of the dossier that links lead to, from its task list on, without what is downloaded."""
    found: dict[str, Element] = {}
    waiting = [visitor.here]
    while waiting:
        address = re.split(r"[?#]", waiting.pop())[0]
        if address in found or not address.startswith(visitor.here) or "." in address.rpartition("/")[2]:
            continue
        answer = visitor.get(address, follow_redirects=True)
        if answer.mimetype == "text/html":
            found[address] = parse(answer)
            waiting += links(found[address])
    return found


def test_no_page_of_an_empty_dossier_in_u_says_je(shop: Workshop) -> None:
    visitor = visitor_with(shop, empty_session())

    pages = pages_within(visitor)

    asked = pages_of(plan(bundle().questionnaire, empty_session()))
    assert {f"{visitor.here}vraag/{one.code}" for one in asked} <= set(pages)
    assert {one: said for one, page in pages.items() if (said := familiar_words(page))} == {}


def test_no_page_of_a_filled_dossier_in_u_says_je(shop: Workshop) -> None:
    visitor = visitor_with(shop, filled_session(shop))

    pages = pages_within(visitor)

    assert {f"{visitor.here}{one}" for one in ("controle", "resultaat", "rapport", "kaart")} <= set(pages)
    assert {one: said for one, page in pages.items() if (said := familiar_words(page))} == {}


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_report_in_u_does_not_say_je(shop: Workshop, form: str) -> None:
    visitor = visitor_with(shop, filled_session(shop))

    text = html.unescape(re.sub(r"<[^<>]*>", "", visitor.get(f"{visitor.here}rapport.{form}").text))

    assert "Uw " in text
    assert familiar(text) == []


def test_a_trouble_in_a_dossier_in_u_is_told_in_u(shop: Workshop) -> None:
    visitor = visitor_with(shop, empty_session())

    missing = visitor.get(f"{visitor.here}vraag/bestaat-niet")

    assert missing.status_code == 404
    assert familiar_words(parse(missing)) == []


def settings_of(visitor: Visitor) -> dict[str, str]:
    form = next(one for one in visitor.open(visitor.here).iter(f"{X}form") if "gegevens" in one.get("action", ""))
    return fields(form).to_dict()


def test_the_form_of_address_is_a_setting_of_a_dutch_dossier(shop: Workshop) -> None:
    visitor = visitor_with(shop, empty_session(Address.JE))
    before = settings_of(visitor)

    visitor.client.post(f"{visitor.here}gegevens", data={**before, "aanspreekvorm": "u"})

    assert before["aanspreekvorm"] == "je"
    assert settings_of(visitor)["aanspreekvorm"] == "u"
    assert kept(shop, visitor).address is Address.U


@pytest.mark.parametrize("sent", [{}, {"aanspreekvorm": "gij"}])
def test_settings_without_a_form_of_address_leave_it_as_it_was(shop: Workshop, sent: dict[str, str]) -> None:
    visitor = visitor_with(shop, empty_session())
    others = {name: value for name, value in settings_of(visitor).items() if name != "aanspreekvorm"}

    answer = visitor.client.post(f"{visitor.here}gegevens", data={**others, **sent})

    assert answer.status_code == 303
    assert kept(shop, visitor).address is Address.U


def test_an_english_dossier_is_not_asked_and_reads_the_same_in_both_forms(shop: Workshop) -> None:
    visitor = visitor_with(shop, empty_session(language="en"))
    other = visitor_with(shop, empty_session(Address.JE, "en"))

    assert "aanspreekvorm" not in settings_of(visitor)
    pages = [text_of(one.open(f"{one.here}controle")) for one in (visitor, other)]
    assert pages[0] == pages[1]


def test_an_installation_in_u_says_u_before_there_is_a_dossier_and_in_a_new_one(tmp_path: Path) -> None:
    shop = shop_of(tmp_path, Address.U)
    visitor = Visitor(create_app(shop).test_client())

    assert familiar_words(visitor.open("/")) == []
    visitor.start()

    assert kept(shop, visitor).address is Address.U
    assert familiar_words(visitor.open(visitor.here)) == []


def test_a_dossier_that_says_je_keeps_it_in_an_installation_in_u(tmp_path: Path) -> None:
    visitor = visitor_with(shop_of(tmp_path, Address.U), replace(empty_session(), address=Address.JE))

    assert "De klantreis van je bedrijf" not in text_of(visitor.open(visitor.here))
    assert "je" in text_of(visitor.open(f"{visitor.here}controle")).split()
