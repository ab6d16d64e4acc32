"""Who has no key finds nothing, learns nothing, and changes nothing: every route, with every wrong key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.proof.site import QUICK, Kept, Site, make_site
from tests.web.browser import Visitor, fields, find_id
from tests.web.test_routes import KEY, TABLE, filled_in
from workshop.storage.engine import Engine

LOCKED = sorted(route for route, access in TABLE.items() if access == KEY)
CHANGING = [address for method, address in LOCKED if method == "POST"]
TOKEN = re.compile(r'(name="csrf_token" value=")[^"]+')


@dataclass(frozen=True, slots=True)
class Two:
    """A site with the dossiers of two people who do not know each other."""

    site: Site
    mine: Kept
    theirs: Kept


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    site = make_site(tmp_path_factory.mktemp("strangers"))
    return Two(site, site.keep(QUICK), site.keep(QUICK))


def wrong_keys(two: Two) -> Iterator[Visitor]:
    """Give visitors of the other one's dossier: without a key, with their own, with a made-up one."""
    for token in ("", two.mine.token, "x" * 43):
        visitor = two.site.visitor(two.mine)
        visitor.here = two.theirs.here
        if token:
            visitor.client.set_cookie(two.theirs.cookie, token)
        yield visitor


@pytest.mark.parametrize(("method", "address"), LOCKED)
def test_every_wrong_key_gets_the_same_answer(two: Two, method: str, address: str) -> None:
    answers = set()
    for visitor in wrong_keys(two):
        form = {"csrf_token": token_of(visitor)} if method == "POST" else None
        answer = visitor.client.open(filled_in(address, visitor), method=method, data=form)
        answers.add((answer.status_code, TOKEN.sub(r"\1", answer.text)))

    assert len(answers) == 1
    assert answers.pop()[0] == 404


@pytest.mark.parametrize("address", CHANGING)
def test_without_the_right_key_and_token_nothing_changes(two: Two, address: str) -> None:
    before = stored(two.site.shop.settings.data)

    for visitor in wrong_keys(two):
        visitor.client.post(filled_in(address, visitor), data=form_for(visitor, token_of(visitor)))
    owner = two.site.visitor(two.theirs)
    for token in ("", "made.up.token"):
        answer = owner.client.post(filled_in(address, owner), data=form_for(owner, token))
        assert answer.status_code in (400, 404)

    assert stored(two.site.shop.settings.data) == before


def token_of(visitor: Visitor) -> str:
    """Return a token for forms that is right for this browser."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get("/").text)
    assert found
    return found[1]


def form_for(visitor: Visitor, token: str) -> dict[str, str]:
    """Fill in much of what the forms of a dossier ask."""
    said = {"klant": "Gekaapt", "model": "gilev", "taal": "en", "naar": "overzicht", "naam": "x", "zeker": "ja"}
    return {"csrf_token": token, "gevraagd": "first_order", "first_order": "1", "actie": "verder", "tot": "1", **said}


def stored(folder: Path) -> dict[str, list[object]]:
    """Return everything that the database holds, by table."""
    connection = Engine(folder / "dossiers.sqlite3").connection()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def test_the_form_would_have_changed_something(two: Two) -> None:
    owner = two.site.visitor(two.mine)
    before = stored(two.site.shop.settings.data)
    address = f"{two.mine.here}vraag/customer_spending"
    token = fields(find_id(owner.open(address), "answers"))["csrf_token"]

    assert owner.client.post(address, data=form_for(owner, token)).status_code == 303
    assert stored(two.site.shop.settings.data) != before
