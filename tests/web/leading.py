"""Whoever leads a session with the salon: opens the windows, presses buttons, and sees what is kept."""

from datetime import timedelta
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.web.browser import X, fields, find_id, parse, text_of
from tests.web.filled import Filled
from workshop.domain.dossier import Dossier
from workshop.services.session import Sessions

SECTION = "customers"


def dossier_of(salon: Filled) -> Dossier:
    return next(iter(salon.shop.kept()))


def sheet(salon: Filled, section: str = SECTION, more: str = "") -> Element:
    return salon.visitor.open(f"{salon.here}spiekbriefje?deel={section}{more}")


def press(salon: Filled, root: Element, action: str, **typed: str) -> TestResponse:
    """Press a button of a cheat sheet that is open, after typing into its form."""
    form = find_id(root, "briefje")
    sent = fields(form)
    outside = [one for one in root.iter(f"{X}input") if one.get("form") == "briefje"]
    for one in outside:
        sent.add(one.get("name", ""), one.get("value", ""))
    for name, value in typed.items():
        sent[name] = value
    sent["actie"] = action
    return salon.visitor.client.post(form.get("action", ""), data=sent)


def buttons(root: Element) -> list[str]:
    return [one.get("value", "") for one in root.iter(f"{X}button") if one.get("name") == "actie"]


def run(salon: Filled, action: str) -> TestResponse:
    root = salon.visitor.open(f"{salon.here}sessie")
    form = next(one for one in root.iter(f"{X}form") if one.get("action", "").endswith("/sessie"))
    return salon.visitor.client.post(form.get("action", ""), data={**fields(form), "actie": action})


def started_ago(salon: Filled, minutes: int) -> None:
    """Start the clock so many minutes ago."""
    token = salon.visitor.token()
    ago = Sessions(salon.shop.sessions.dossiers, lambda: salon.shop.sessions.clock() - timedelta(minutes=minutes))
    assert ago.begin(dossier_of(salon).id, token)


def says(answer: TestResponse) -> str:
    return text_of(find_id(parse(answer), "main"))


def screen(salon: Filled, more: str = "") -> Element:
    return salon.visitor.open(f"{salon.here}scherm{more}")
