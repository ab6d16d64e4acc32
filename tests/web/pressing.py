"""Pressing a button on a page, as a browser without scripts does: its form is sent with all that stands in it."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.web.browser import Visitor, X, fields, parse, text_of


def buttons(root: Element) -> list[str]:
    """Return the names of all buttons, as a screen reader says them."""
    return [text_of(one) for one in root.iter(f"{X}button")]


def press(
    visitor: Visitor, root: Element, label: str, changes: Mapping[str, object] | None = None, nth: int = 0
) -> TestResponse:
    """Press the nth button whose name begins so; `changes` are fields filled in first (a file as a pair)."""
    found = [(form, one) for form in root.iter(f"{X}form") for one in form.iter(f"{X}button")]
    form, button = [(form, one) for form, one in found if text_of(one).startswith(label)][nth]
    sent: dict[str, object] = {**fields(form), **(changes or {})}
    if button.get("name"):
        sent[button.get("name", "")] = button.get("value", "")
    return visitor.client.open(form.get("action", ""), method="POST", data=sent)


def follow(visitor: Visitor, answer: TestResponse) -> Element:
    """Follow the redirect after a button."""
    assert answer.status_code == 303, answer.status_code
    return visitor.open(answer.headers["Location"])


def shown(answer: TestResponse, status: int) -> Element:
    """Read a page that was given instead of a redirect."""
    assert answer.status_code == status
    return parse(answer)
