"""Sharing and coming back: the private link, its QR code, a short code for another device, and who types."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.web.browser import Visitor, X, find_id, links, parse, text_of
from tests.web.conftest import make_workshop
from tests.web.filled import filled
from tests.web.pressing import buttons, follow, press, shown
from workshop.bootstrap import Workshop
from workshop.services.intake import utc_now
from workshop.services.sharing import MOST_TRIES, Sharing
from workshop.web.app import create_app
from workshop.web.map.keeping import editor_page

NewVisitor = Callable[[], Visitor]
MAKE, AGAIN, WITHDRAW = "Maak een korte code", "Maak een nieuwe code", "Code intrekken"
SVG = "{http://www.w3.org/2000/svg}"


def sharing(visitor: Visitor) -> Element:
    return visitor.open(f"{visitor.here}delen")


def code_on(root: Element) -> str:
    found = [text_of(one) for one in root.iter(f"{X}p") if one.get("class") == "code"]
    return found[0] if found else ""


def make_code(visitor: Visitor) -> str:
    return code_on(follow(visitor, press(visitor, sharing(visitor), MAKE)))


def type_in(visitor: Visitor, typed: str) -> "int | str":
    """Type something at /hervat; gives the place it leads to, or the status of the refusal."""
    answer = press(visitor, visitor.open("/hervat?taal=nl"), "Openen", {"link": typed})
    return answer.headers["Location"] if answer.status_code == 303 else answer.status_code


def test_the_link_stands_there_whole_to_copy_and_to_print(visitor: Visitor) -> None:
    page = sharing(visitor)

    link = find_id(page, "hervat").get("value", "")
    assert link == f"http://localhost/hervat/{visitor.token()}"
    assert link in [text_of(one) for one in page.iter(f"{X}p")]


def test_the_qr_code_is_black_on_white_in_svg_without_styles_and_has_a_name(visitor: Visitor) -> None:
    page = sharing(visitor)

    picture = next(one for one in page.iter() if one.get("role") == "img")
    ground, modules = (one for one in picture.iter(f"{SVG}path"))
    assert picture.get("aria-label") == "QR-code van je privé-link"
    assert (ground.get("fill"), modules.get("stroke")) == ("#fff", "#000")
    assert {one.get("style") for one in picture.iter()} == {None}


def test_a_link_to_this_computer_says_so(visitor: Visitor, tmp_path: Path) -> None:
    assert "Deze link werkt alleen op deze computer" in text_of(sharing(visitor))

    client = create_app(make_workshop(tmp_path / "server", https=True)).test_client()
    base = "https://klantreis.example"
    token = re.search(r'csrf_token" value="([^"]+)', client.get("/", base_url=base).text)
    assert token is not None
    here = client.post("/start", data={"csrf_token": token[1]}, base_url=base).headers["Location"]
    page = text_of(parse(client.get(f"{here}delen", base_url=base)))
    assert "alleen op deze computer" not in page
    assert "Richt de camera van je telefoon" in page


def test_a_short_code_lets_another_device_in_at_the_last_page(visitor: Visitor, newcomer: NewVisitor) -> None:
    visitor.fill("people", {"staff": "yes"})
    code, other = make_code(visitor), newcomer()

    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    assert type_in(other, code.lower().replace("-", " ")) == f"{visitor.here}vraag/people"

    other.here = visitor.here
    assert other.token() != visitor.token()
    assert other.get(visitor.here).status_code == 200


def test_a_code_is_shown_once(visitor: Visitor) -> None:
    code = make_code(visitor)

    page = sharing(visitor)

    assert code not in text_of(page)
    assert "Er is een code geldig tot" in text_of(page)
    assert AGAIN in buttons(page)


def test_a_new_code_takes_the_place_of_the_old_one(visitor: Visitor, newcomer: NewVisitor) -> None:
    old = make_code(visitor)
    new = code_on(follow(visitor, press(visitor, sharing(visitor), AGAIN)))

    assert type_in(newcomer(), old) == 422
    assert type_in(newcomer(), new) == visitor.here


def test_a_withdrawn_code_opens_nothing_while_who_was_in_stays_in(visitor: Visitor, newcomer: NewVisitor) -> None:
    code, other = make_code(visitor), newcomer()
    type_in(other, code)

    page = follow(visitor, press(visitor, sharing(visitor), WITHDRAW))

    assert "De code werkt niet meer" in text_of(page)
    assert WITHDRAW not in buttons(page)
    assert type_in(newcomer(), code) == 422
    assert other.get(visitor.here).status_code == 200


def test_an_expired_and_an_unknown_code_get_the_same_answer(
    visitor: Visitor, newcomer: NewVisitor, workshop: Workshop
) -> None:
    made_before = Sharing(workshop.sharing.dossiers, lambda: utc_now() - timedelta(days=15), lambda: "KX4M7PQ2")
    made_before.make_code(visitor.here.split("/")[2], visitor.token())

    pages = [
        press(one, one.open("/hervat?taal=nl"), "Openen", {"link": typed})
        for one, typed in ((newcomer(), "KX4M-7PQ2"), (newcomer(), "KX4M-7PQ3"))
    ]

    texts = [text_of(shown(one, 422)) for one in pages]
    assert texts[0] == texts[1]
    assert "Maak een korte code" in buttons(sharing(visitor))


def test_a_wrong_code_is_told_at_the_field_with_what_was_typed(newcomer: NewVisitor) -> None:
    visitor = newcomer()

    page = shown(press(visitor, visitor.open("/hervat?taal=nl"), "Openen", {"link": " kx4m "}), 422)

    field = find_id(page, "link")
    assert (field.get("aria-invalid"), field.get("value")) == ("true", "kx4m")
    assert "#link" in links(page)


def test_after_twenty_wrong_codes_everyone_waits_but_the_link_works(visitor: Visitor, newcomer: NewVisitor) -> None:
    code = make_code(visitor)
    for _ in range(MOST_TRIES):
        assert type_in(newcomer(), "AAAA-AAAA") == 422
    other = newcomer()

    refused = press(other, other.open("/hervat?taal=nl"), "Openen", {"link": code})

    assert "Wacht een minuut" in text_of(shown(refused, 429))
    assert refused.headers["Retry-After"] == "60"
    assert type_in(other, f"http://localhost/hervat/{visitor.token()}") == visitor.here


def test_who_types_the_code_in_his_own_browser_keeps_his_own_key(visitor: Visitor) -> None:
    code, token = make_code(visitor), visitor.token()

    type_in(visitor, code)

    assert visitor.token() == token


def test_the_code_of_another_dossier_is_not_shown_here(visitor: Visitor) -> None:
    first = visitor.here
    press(visitor, sharing(visitor), MAKE)
    visitor.start("Kapsalon Knip")
    visitor.here, second = first, visitor.here
    made = code_on(sharing(visitor))
    press(visitor, sharing(visitor), AGAIN)

    visitor.here = second
    assert (made != "", code_on(sharing(visitor))) == (True, "")


def test_the_name_of_who_types_stays_in_this_browser(visitor: Visitor, newcomer: NewVisitor) -> None:
    follow(visitor, press(visitor, sharing(visitor), "Naam bewaren", {"wie": "  Sanne\x00 de\tVries " + "x" * 200}))

    other = newcomer()
    other.get(f"/hervat/{visitor.token()}")
    other.here = visitor.here
    names = [find_id(one, "wie").get("value", "") for one in (sharing(visitor), visitor.open(visitor.here))]
    assert names == ["Sanne de Vries " + "x" * 85] * 2
    assert find_id(sharing(other), "wie").get("value") == ""


def test_the_settings_keep_the_name_too(visitor: Visitor) -> None:
    press(visitor, visitor.open(visitor.here), "Instellingen opslaan", {"wie": "Joost"})

    assert find_id(sharing(visitor), "wie").get("value") == "Joost"


def test_someone_who_left_off_at_the_map_comes_back_to_the_map(tmp_path: Path) -> None:
    salon = filled(tmp_path)
    token, number = salon.visitor.token(), salon.here.split("/")[2]
    page = editor_page(salon.shop.bundle("klantreis", "nl").questionnaire)
    assert page is not None
    salon.shop.intake.save(number, token, {"maps": None}, page.code)

    answer = salon.visitor.get(f"/hervat/{token}")

    assert salon.visitor.get(answer.headers["Location"]).headers["Location"] == f"{salon.here}kaart"


def test_what_no_button_sends_is_refused(visitor: Visitor) -> None:
    token = next(one.get("value", "") for one in sharing(visitor).iter() if one.get("name") == "csrf_token")

    answer = visitor.client.post(f"{visitor.here}delen", data={"csrf_token": token, "actie": "alles"})

    assert answer.status_code == 422


@pytest.mark.parametrize("deed", ["", "code", "intrekken", "naam"])
def test_a_contradicting_token_opens_and_makes_nothing(
    visitor: Visitor, newcomer: NewVisitor, workshop: Workshop, deed: str
) -> None:
    other = newcomer()
    other.start("Kapsalon Knip")
    number = visitor.here.split("/")[2]
    other.client.set_cookie(f"dossier_{number}", other.token())
    token = next(one.get("value", "") for one in sharing(other).iter() if one.get("name") == "csrf_token")

    if deed:
        answer = other.client.post(f"{visitor.here}delen", data={"csrf_token": token, "actie": deed})
    else:
        answer = other.get(f"{visitor.here}delen")

    assert answer.status_code == 404
    assert workshop.sharing.code_until(number, visitor.token()) is None


def test_sharing_is_complete_in_english(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    visitor.start(language="en")

    page = text_of(follow(visitor, press(visitor, sharing(visitor), "Make a short code")))

    assert "You see this code only once" in page
    assert "Keep as a file" in page
