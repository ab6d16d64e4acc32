"""The door: start page, a new dossier, and coming back."""

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.browser import Visitor, fields, find_id, heading_of, links, parse, text_of
from tests.web.conftest import make_workshop
from workshop.bootstrap import Workshop
from workshop.domain.response import Response
from workshop.services.intake import MOST_NEW
from workshop.web.app import create_app
from workshop.web.door.start import MOST_SHOWN
from workshop.web.visit import HALF_A_YEAR

NewVisitor = Callable[[], Visitor]


def test_the_start_page_tells_what_is_needed_and_how_many_steps_it_takes(newcomer: NewVisitor) -> None:
    page = text_of(newcomer().open("/?taal=nl"))

    assert "Je agenda" in page
    assert "3 stappen" in page


def test_the_start_page_is_dutch_first_whatever_the_browser_prefers(newcomer: NewVisitor) -> None:
    page = parse(newcomer().get("/", headers={"Accept-Language": "en-GB,en;q=0.9"}))

    assert page.get("lang") == "nl"
    assert "Je agenda" in text_of(page)


def test_english_is_one_link_away(newcomer: NewVisitor) -> None:
    page = newcomer().open("/?taal=en")

    assert page.get("lang") == "en"
    assert "Your diary" in text_of(page)


def test_the_other_language_stands_in_its_own_name_at_the_top(newcomer: NewVisitor) -> None:
    page = newcomer().open("/?taal=nl")

    switch = next(one for one in page.iter() if one.get("hreflang") == "en")
    assert (text_of(switch), switch.get("href")) == ("English", "/?taal=en")


def test_starting_makes_a_dossier_and_hands_its_key_in_a_cookie_of_its_own(newcomer: NewVisitor) -> None:
    visitor = newcomer()

    page = visitor.start("Bakkerij Bloem")

    cookie = visitor.client.get_cookie(f"dossier_{visitor.here.split('/')[2]}")
    assert heading_of(page) == "Overzicht"
    assert cookie is not None
    assert (cookie.http_only, cookie.same_site, cookie.secure) == (True, "Lax", False)


def test_over_https_the_cookie_is_locked_to_the_host(tmp_path: Path) -> None:
    client = create_app(make_workshop(tmp_path, https=True)).test_client()
    visitor = Visitor(client)
    page = parse(client.get("/?taal=nl", base_url="https://klantreis.example"))
    token = next(one.get("value", "") for one in page.iter() if one.get("name") == "csrf_token")

    answer = client.post("/start", data={"csrf_token": token}, base_url="https://klantreis.example")

    cookies = [one for one in answer.headers.getlist("Set-Cookie") if "dossier_" in one]
    assert visitor.here == ""
    assert len(cookies) == 1
    assert cookies[0].startswith("__Host-dossier_")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookies[0].split("; "))


def test_the_private_link_opens_the_page_that_was_saved_last(visitor: Visitor, newcomer: NewVisitor) -> None:
    visitor.fill("people", {"staff": "yes"})
    other = newcomer()

    answer = other.client.get(f"/hervat/{visitor.token()}")

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{visitor.here}vraag/people"
    assert other.get(f"{visitor.here}vraag/people").status_code == 200


def test_the_private_link_of_an_untouched_dossier_opens_the_overview(visitor: Visitor, newcomer: NewVisitor) -> None:
    answer = newcomer().client.get(f"/hervat/{visitor.token()}")

    assert answer.headers["Location"] == visitor.here


def test_a_pasted_link_opens_the_dossier(visitor: Visitor, newcomer: NewVisitor) -> None:
    other = newcomer()
    form = next(one for one in other.open("/hervat").iter() if one.get("name") == "csrf_token")
    sent = {"csrf_token": form.get("value", ""), "link": f" http://localhost/hervat/{visitor.token()} "}

    answer = other.client.post("/hervat", data=sent)

    assert answer.headers["Location"] == visitor.here


def test_a_wrong_link_is_told_at_the_field(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    form = next(one for one in visitor.open("/hervat?taal=nl").iter() if one.get("name") == "csrf_token")

    answer = visitor.client.post(
        "/hervat?taal=nl", data={"csrf_token": form.get("value", ""), "link": "http://localhost/hervat/" + "a" * 43}
    )

    assert answer.status_code == 422
    assert find_id(parse(answer), "link").get("aria-invalid") == "true"


def test_the_start_page_offers_the_dossiers_of_this_browser(visitor: Visitor) -> None:
    page = visitor.open("/?taal=nl")

    assert visitor.here in links(page)
    assert "Bakkerij Bloem" in text_of(page)


def test_two_dossiers_in_one_browser_never_mix(visitor: Visitor) -> None:
    first = visitor.here
    visitor.start("Kapsalon Knip")

    assert "Bakkerij Bloem" in text_of(visitor.open(first))
    assert "Kapsalon Knip" in text_of(visitor.open(visitor.here))


def test_links_follow_the_settings_and_never_the_host_header(visitor: Visitor) -> None:
    page = visitor.get(visitor.here, base_url="http://klantreis.example")

    assert page.status_code == 404  # no cookie there
    assert "http://localhost/hervat/" in visitor.get(visitor.here).text


def test_a_very_long_or_strange_name_never_stops_the_start(newcomer: NewVisitor) -> None:
    for name in ("\ufb2c" * 500, "\x00\x1b[31m", "<b>Bakker</b>"):
        assert heading_of(newcomer().start(name)) == "Overzicht"


def test_of_more_dossiers_than_fit_the_newest_stand_on_the_start_page_and_the_rest_is_one_link_away(
    newcomer: NewVisitor,
) -> None:
    visitor, places = newcomer(), []
    for number in range(MOST_SHOWN + 2):
        visitor.start(f"Bakkerij {number}")
        places.append(visitor.here)

    page = visitor.open("/?taal=nl")

    assert [one for one in links(page) if one in places] == places[:1:-1]
    more = next(
        one for one in page.iter() if one.tag.endswith("}a") and "Toon ook de 2 oudere dossiers" in text_of(one)
    )
    assert [one for one in links(visitor.open(more.get("href", ""))) if one in places] == places[::-1]


def test_a_key_to_a_dossier_that_is_gone_takes_no_place(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    for number in range(MOST_SHOWN):
        visitor.client.set_cookie(f"dossier_{number:010}", "x" * 43)

    visitor.start()

    assert visitor.here in links(visitor.open("/?taal=nl"))


def cookies_set(answer: TestResponse) -> list[str]:
    return [one for one in answer.headers.getlist("Set-Cookie") if one.startswith("dossier_")]


def test_the_key_of_a_dossier_lasts_half_a_year_after_it_was_last_opened(visitor: Visitor) -> None:
    opened = cookies_set(visitor.get(f"{visitor.here}vraag/people"))

    assert len(opened) == 1
    assert {f"Max-Age={HALF_A_YEAR}", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(opened[0].split("; "))
    assert opened[0].startswith(f"dossier_{visitor.here.split('/')[2]}={visitor.token()};")


def test_only_pages_that_were_opened_renew_a_key(visitor: Visitor, newcomer: NewVisitor) -> None:
    style = next(one.get("href", "") for one in visitor.open(visitor.here).iter() if one.get("rel") == "stylesheet")
    others = [visitor.get(one) for one in (style, f"{visitor.here}dossier.json", f"{visitor.here}nergens", "/")]

    assert [cookies_set(one) for one in others] == [[]] * 4
    assert cookies_set(newcomer().get(visitor.here)) == []


def full_server(folder: Path) -> FlaskClient:
    """A server on which as many dossiers were started in this minute as may be."""
    shop = make_workshop(folder, https=True)
    for _ in range(MOST_NEW):
        shop.intake.keep(Response("tiny", "1", "two-phase"))
    return create_app(shop).test_client()


def test_on_a_server_no_end_of_dossiers_can_be_started_and_what_was_typed_stays(tmp_path: Path) -> None:
    client, base = full_server(tmp_path), "https://klantreis.example"
    form = next(one for one in parse(client.get("/?taal=en", base_url=base)).iter() if one.get("action") == "/start")

    answer = client.post("/start", data={**fields(form), "klant": "Bakker & Zn", "omvang": "full"}, base_url=base)

    page = parse(answer)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert page.get("lang") == "en"
    assert "Wait a minute and press the button again." in text_of(page)
    assert find_id(page, "klant").get("value") == "Bakker & Zn"
    assert [one.get("value") for one in page.iter() if one.get("checked") is not None] == ["full"]
    assert cookies_set(answer) == []


def test_on_ones_own_computer_there_is_no_limit(workshop: Workshop, newcomer: NewVisitor) -> None:
    for _ in range(MOST_NEW):
        workshop.intake.keep(Response("tiny", "1", "two-phase"))

    assert heading_of(newcomer().start()) == "Overzicht"
