"""Putting a page together: the words, links and frame that every template gets."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from flask import Response, g, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from workshop.domain.limit import OverLimit
from workshop.language.messages import Words
from workshop.language.tongue import Language, language_named
from workshop.web.visit import workshop
from workshop.web.wire.assets import told_ahead

NAMES: Final = {Language.NL: "Nederlands", Language.EN: "English"}
"""Each language in its own name."""
STAYS: Final = "X-Page-Stays"
"""The header of a form that `unsent.js` sends."""
THIS_COMPUTER: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Switch:
    """The button or link at the top right that changes the language and keeps the page.

    `link` for a page without answers, `form` for the id of a form on this page that is saved along (with `action`: that
    is sent there), `action` alone for a small form of its own, which comes back to the page called `back`.
    """

    code: str
    name: str
    link: str = ""
    form: str = ""
    action: str = ""
    back: str = ""

    @classmethod
    def away_from(
        cls, language: Language, *, link: str = "", form: str = "", action: str = "", back: str = ""
    ) -> "Switch":
        """Return the switch to the other language."""
        other = Language.EN if language is Language.NL else Language.NL
        return cls(other.value, NAMES[other], link.format(other.value), form, action.format(other.value), back)


def show(template: str, words: Words, *, status: int = 200, switch: Switch | None = None, **values: object) -> Response:
    """Render a template with the words of this language."""

    def t(key: str, /, **filled: str) -> str:
        return words(f"web.{key}", **filled)

    def plural(key: str, n: int, /, **filled: str) -> str:
        return words.plural(f"web.{key}", n, **filled)

    own = is_own_computer()
    privacy = t("privacy" if own else "privacy_server")
    frame = {
        "t": t,
        "privacy": privacy,
        "helper": _helper(words),
        "plural": plural,
        "language": words.language.value,
        "switch": switch,
        "root": request.script_root,
        "house_styles": own or workshop().settings.house_styles,
    }
    response = make_response(render_template(template, **frame, **values), status)
    response.headers["Link"] = told_ahead()
    return response


def _helper(words: Words) -> str:
    """Tell who can be asked, and how; "" when this installation names nobody."""
    settings = workshop().settings
    who = ", ".join(filter(None, (settings.adviser, settings.office, settings.contact)))
    return words("web.helper", who=who) if who else ""


def wait(page: Response, refused: OverLimit) -> Response:
    """Tell a browser when it makes sense to try again."""
    page.headers["Retry-After"] = str(refused.seconds)
    return page


def is_own_computer() -> bool:
    """Tell whether people reach us on their own computer, and not on a server."""
    return urlsplit(workshop().settings.base_url).hostname in THIS_COMPUTER


def see_other(address: str) -> BaseResponse:
    """Send the browser on with a GET, so that reloading never sends a form twice.

    A page that sent its form by script, to stay there when that fails, is told where to go on.
    """
    if STAYS in request.headers:
        return Response(status=204, headers={"Location": address})
    return redirect(address, code=303)


def visitor_words() -> Words:
    """Return the words of the dossier, else those for a visitor without one."""
    return workshop().words(visitor_language(), g.get("address"))


def visitor_language() -> Language:
    """Return the language of the dossier, else as asked in the address, else that of this installation.

    Not that of the browser: on a Dutch shop's computer it is often English by default, not by choice.
    """
    asked = g.get("language") or request.args.get("taal", "") or workshop().settings.language
    return language_named(asked) or Language.NL
