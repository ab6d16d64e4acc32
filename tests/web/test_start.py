"""The door: start page, a new dossier, and coming back."""

from collections.abc import Callable
from pathlib import Path

from tests.web.browser import Visitor, find_id, heading_of, links, parse, text_of
from tests.web.conftest import make_workshop
from workshop.web.app import create_app

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
