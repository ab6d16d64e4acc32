"""The table of all routes: who may open what. A new route without a row here fails."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.web.browser import Visitor, parse

NewVisitor = Callable[[], Visitor]

ANYONE, KEY = "anyone", "key"
TABLE = {
    ("GET", "/"): ANYONE,
    ("POST", "/start"): ANYONE,
    ("GET", "/hervat"): ANYONE,
    ("POST", "/hervat"): ANYONE,
    ("GET", "/hervat/<token>"): ANYONE,
    ("GET", "/static/<path:filename>"): ANYONE,
    ("GET", "/static/report.css"): ANYONE,
    ("GET", "/static/wizard.css"): ANYONE,
    ("GET", "/voorbeeld"): ANYONE,
    ("GET", "/voorbeeld/rapport.<format>"): ANYONE,
    ("GET", "/huisstijl"): ANYONE,
    ("POST", "/huisstijl"): ANYONE,
    ("GET", "/huisstijl/sjabloon.docx"): ANYONE,
    ("GET", "/huisstijl/<name>"): ANYONE,
    ("GET", "/huisstijl/<name>/stijl.css"): ANYONE,
    ("GET", "/huisstijl/<name>/logo"): ANYONE,
    ("GET", "/huisstijl/<name>/voorbeeld.docx"): ANYONE,
    ("POST", "/huisstijl/<name>/weg"): ANYONE,
    ("GET", "/d/<dossier_id>/"): KEY,
    ("POST", "/d/<dossier_id>/gegevens"): KEY,
    ("POST", "/d/<dossier_id>/model"): KEY,
    ("POST", "/d/<dossier_id>/taal"): KEY,
    ("GET", "/d/<dossier_id>/vraag/<page>"): KEY,
    ("POST", "/d/<dossier_id>/vraag/<page>"): KEY,
    ("POST", "/d/<dossier_id>/vraag/<page>/bewaar"): KEY,
    ("GET", "/kaart/blanco"): ANYONE,
    ("GET", "/d/<dossier_id>/kaart"): KEY,
    ("POST", "/d/<dossier_id>/kaart"): KEY,
    ("POST", "/d/<dossier_id>/kaart/terug"): KEY,
    ("POST", "/d/<dossier_id>/kaart/beeld"): KEY,
    ("GET", "/d/<dossier_id>/kaart/vergelijk"): KEY,
    ("GET", "/d/<dossier_id>/kaart/blanco"): KEY,
    ("GET", "/d/<dossier_id>/kaart/<code>"): KEY,
    ("POST", "/d/<dossier_id>/kaart/<code>"): KEY,
    ("GET", "/d/<dossier_id>/kaart/<code>/gegevens"): KEY,
    ("POST", "/d/<dossier_id>/kaart/<code>/gegevens"): KEY,
    ("GET", "/d/<dossier_id>/kaart/<code>/moment/<point>"): KEY,
    ("POST", "/d/<dossier_id>/kaart/<code>/moment/<point>"): KEY,
    ("POST", "/d/<dossier_id>/kaart/<code>/gegevens/bewaar"): KEY,
    ("POST", "/d/<dossier_id>/kaart/<code>/moment/<point>/bewaar"): KEY,
    ("GET", "/papier/nodig"): ANYONE,
    ("GET", "/papier/vragen"): ANYONE,
    ("GET", "/d/<dossier_id>/papier"): KEY,
    ("GET", "/d/<dossier_id>/huiswerk"): KEY,
    ("GET", "/d/<dossier_id>/wat-als"): KEY,
    ("POST", "/d/<dossier_id>/wat-als"): KEY,
    ("GET", "/d/<dossier_id>/controle"): KEY,
    ("GET", "/d/<dossier_id>/resultaat"): KEY,
    ("GET", "/d/<dossier_id>/tussenstand/<section>"): KEY,
    ("POST", "/d/<dossier_id>/tussenstand/<section>"): KEY,
    ("GET", "/d/<dossier_id>/rapport.<format>"): KEY,
    ("GET", "/d/<dossier_id>/rapport"): KEY,
    ("POST", "/d/<dossier_id>/rapport"): KEY,
    ("GET", "/d/<dossier_id>/rapport/terug"): KEY,
    ("POST", "/d/<dossier_id>/rapport/terug"): KEY,
    ("POST", "/d/<dossier_id>/rapport/terug/bewaar"): KEY,
    ("GET", "/d/<dossier_id>/rapport/<any(verberg, tekst, eigen):page>/<name>"): KEY,
    ("POST", "/d/<dossier_id>/rapport/<any(verberg, tekst, eigen):page>/<name>"): KEY,
    ("GET", "/d/<dossier_id>/sessie"): KEY,
    ("POST", "/d/<dossier_id>/sessie"): KEY,
    ("GET", "/d/<dossier_id>/scherm"): KEY,
    ("GET", "/d/<dossier_id>/scherm/stand"): KEY,
    ("GET", "/d/<dossier_id>/spiekbriefje"): KEY,
    ("POST", "/d/<dossier_id>/spiekbriefje"): KEY,
    ("GET", "/d/<dossier_id>/antwoorden.json"): KEY,
    ("GET", "/d/<dossier_id>/geschiedenis"): KEY,
    ("POST", "/d/<dossier_id>/geschiedenis"): KEY,
    ("GET", "/d/<dossier_id>/delen"): KEY,
    ("POST", "/d/<dossier_id>/delen"): KEY,
    ("GET", "/d/<dossier_id>/dossier.json"): KEY,
    ("GET", "/d/<dossier_id>/ingelezen"): KEY,
    ("GET", "/d/<dossier_id>/verwijder"): KEY,
    ("POST", "/d/<dossier_id>/verwijder"): KEY,
    ("GET", "/inlezen"): ANYONE,
    ("POST", "/inlezen"): ANYONE,
    ("GET", "/verwijderd"): ANYONE,
}
LOCKED = [route for route, access in TABLE.items() if access == KEY]
MOVED = "/d/<dossier_id>/antwoorden.json"
"""An older address, which only sends on."""
READABLE = [address for method, address in TABLE if method == "GET" and address != MOVED]


def filled_in(address: str, visitor: Visitor) -> str:
    values = {"<dossier_id>": visitor.here.split("/")[2], "<page>": "people", "<format>": "md", "<token>": "x" * 43}
    values |= {"<code>": "m1", "<point>": "t1", "<any(verberg, tekst, eigen):page>": "eigen", "<name>": "bevinding"}
    values |= {"<section>": "business"}
    for name, value in {**values, "<path:filename>": "app.css"}.items():
        address = address.replace(name, value)
    return address


def test_every_route_stands_in_the_table(app: Flask) -> None:
    there = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert there == set(TABLE)


@pytest.mark.parametrize(("method", "address"), LOCKED)
def test_without_the_key_a_dossier_is_not_there(
    visitor: Visitor, newcomer: NewVisitor, method: str, address: str
) -> None:
    stranger = newcomer()
    form = next(one for one in stranger.open("/").iter() if one.get("name") == "csrf_token")
    data = {"csrf_token": form.get("value", "")} if method == "POST" else None

    answer = stranger.client.open(filled_in(address, visitor), method=method, data=data)

    assert answer.status_code == 404


@pytest.mark.parametrize("address", READABLE)
def test_every_page_is_strict_html_and_wrong_methods_get_a_page_too(visitor: Visitor, address: str) -> None:
    there = filled_in(address, visitor)

    answers = [visitor.get(there), visitor.client.delete(there), visitor.client.head(there)]

    assert answers[0].status_code in (200, 404)
    assert answers[1].status_code == 405
    assert "GET" in answers[1].headers["Allow"]
    for answer in answers[:2]:
        if answer.mimetype == "text/html":
            parse(answer)


def test_english_pages_are_complete(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    visitor.start(language="en")

    for page in (
        "",
        "vraag/offer",
        "vraag/people",
        "vraag/groups_page",
        "vraag/channels_page",
        "controle",
        "resultaat",
    ):
        assert visitor.open(visitor.here + page).get("lang") == "en"
