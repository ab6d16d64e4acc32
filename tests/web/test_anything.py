"""Whatever is sent, a page answers: saved and on, or shown again with what is wrong. Never a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.browser import Visitor, fields, find_id, parse
from tests.web.conftest import make_workshop
from workshop.web.app import create_app

STRANGE = (
    "sNaN",
    "1e999",
    "-0",
    "١٢",
    "1_000",
    "\x00",
    "\ud800",
    "€ 1.250,50",
    "-unknown",
    "yes",
    "3",
    "a" * 300,
    "<b>",
    "=1+1",
    "\r\n",
)
ACTIONS = (
    "verder",
    "overzicht",
    "meer-groups",
    "meer-",
    "weg-groups-1",
    "weg-groups-99999",
    "weg-x-1",
    "taal-en",
    "taal-nl",
    "taal-xx",
    "",
)


PAGES = ("offer", "people", "groups_page", "channels_page", "ten_page", "use_page", "hours_page", "count_page")
NAMES = (
    *("model", "gevraagd", "sells", "sells-status", "started_on", "started_on-status", "staff", "special", "places"),
    *("groups-1-name", "groups-1-part", "groups-1-fear-evidence", "groups-2-fear", "groups-999-name", "groups-status"),
    *("channels-1-channel", "channels-1-euros", "channels-3-channel", "last_ten-website", "last_ten-evidence"),
    *("use-website-before_sale", "use-flyer-after_sale", "use-nergens-nooit", "hours-before_sale", "hours-status"),
    *("now", "new", "hour_cost", "hour_cost-evidence", "going", "going-status", "---", ""),
)
TEXTS = st.one_of(st.sampled_from(STRANGE), st.text(max_size=20)).map(lambda text: text.encode("utf-8", "replace"))


@pytest.fixture(scope="module")
def seat(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    visitor = Visitor(create_app(make_workshop(tmp_path_factory.mktemp("anything"))).test_client())
    visitor.start()
    visitor.fill("channels_page", {"channels-1-channel": "website", "channels-2-channel": "flyer"})
    return visitor


@settings(max_examples=150, deadline=None)
@given(
    page=st.sampled_from(PAGES),
    changes=st.dictionaries(st.sampled_from(NAMES), st.lists(TEXTS, max_size=3), max_size=8),
    action=st.sampled_from(ACTIONS),
)
def test_no_form_makes_a_page_crash(seat: Visitor, page: str, changes: dict[str, list[bytes]], action: str) -> None:
    form = find_id(seat.open(f"{seat.here}vraag/{page}"), "answers")
    sent = fields(form)
    for name, values in changes.items():
        sent.setlist(name, [value.decode() for value in values])
    sent["actie"] = action

    answer = seat.client.post(form.get("action", ""), data=sent)

    assert answer.status_code in (303, 422)
    if answer.status_code == 422:
        parse(answer)


@settings(max_examples=80, deadline=None)
@given(path=st.text(max_size=30), cookie=st.text(st.characters(codec="ascii", categories=("L", "N")), max_size=60))
def test_no_address_and_no_cookie_makes_a_crash(seat: Visitor, path: str, cookie: str) -> None:
    client = seat.client.application.test_client()
    client.set_cookie("dossier_0123456789", cookie)
    client.set_cookie("form", cookie)

    for address in (f"/{path}", f"/d/0123456789/{path}", f"/hervat/{path}", f"{seat.here}vraag/{path}"):
        assert client.get(address.replace("\r", "").replace("\n", "")).status_code < 500
