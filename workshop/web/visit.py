"""One visit to a dossier: who asks is proven by a cookie, and everything a page needs comes from here."""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, cast

from flask import Flask, Response, current_app, g, request, session, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as WebResponse

from workshop.domain.dossier import clean_who
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response as Answers
from workshop.domain.route import Route, plan
from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.services.ports import Dossier
from workshop.web.needs import Workshop

HALF_A_YEAR: Final = 60 * 60 * 24 * 182
MOST_KEYS: Final = 200
"""How many cookies of dossiers are looked at; browsers keep some 180 of one site."""
_COOKIE: Final = "dossier_"
WHO: Final = "wie"
"""Under which name the form session holds who types in this browser."""


class NoDossier(NotFound):
    """There is no such dossier, or the visitor may not see it: nobody can tell which of the two."""


@dataclass(frozen=True)
class Visit:
    """An opened dossier with its questionnaire and words in the language of the dossier."""

    workshop: Workshop
    dossier: Dossier
    token: str

    @property
    def id(self) -> str:
        """The public id, as it stands in the address."""
        return self.dossier.id

    @property
    def response(self) -> Answers:
        """The answers so far."""
        return self.dossier.response

    @property
    def language(self) -> Language:
        """The language of this dossier."""
        return Language(self.response.language)

    @cached_property
    def words(self) -> Words:
        """The sentences of the program in that language."""
        return self.workshop.words(self.language, self.response.address)

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The questions in that language."""
        response = self.response
        return self.workshop.bundle(response.questionnaire, self.language, response.address).questionnaire

    @cached_property
    def route(self) -> Route:
        """The way through the questionnaire for the answers so far."""
        return plan(self.questionnaire, self.response)

    @cached_property
    def model(self) -> PhaseModel:
        """The phase model being shown."""
        chosen = self.questionnaire.model(self.response.model)
        default = self.questionnaire.model(self.questionnaire.default_model)
        return chosen or default or self.questionnaire.models[0]


def workshop() -> Workshop:
    """Return the workshop that this app was made for."""
    return cast("Workshop", current_app.extensions["workshop"])


def enter(dossier_id: str) -> Visit:
    """Open the dossier of this address with the token of its own cookie, or refuse as if it were not there."""
    token = request.cookies.get(cookie_name(dossier_id), "")
    dossier = workshop().intake.open(dossier_id, token) if token else None
    if dossier is None:
        raise NoDossier
    g.language = dossier.response.language  # an error page further on speaks it too
    g.address = dossier.response.address
    g.key = dossier_id, token
    return Visit(workshop(), dossier, token)


def renew_keys(app: Flask) -> None:
    """Let the cookie of a dossier last another half a year whenever one of its pages is opened."""

    @app.after_request
    def _renew(answer: Response) -> Response:
        if "key" in g and request.method == "GET" and answer.status_code == 200 and answer.mimetype == "text/html":
            hand_key(answer, *g.key)
        return answer


def visited(most: int) -> tuple[tuple[Visit, ...], int]:
    """Return the dossiers this browser holds a cookie for, the last saved first, and how many there are beyond `most`.

    Those that are gone are left out.
    """
    prefix = cookie_name("")
    keys = {name.removeprefix(prefix): token for name, token in request.cookies.items() if name.startswith(prefix)}
    held = workshop().intake.newest_first(islice(keys, MOST_KEYS))
    opened = ((workshop().intake.open(one, keys[one]), keys[one]) for one in held)
    found = islice(((dossier, token) for dossier, token in opened if dossier is not None), most)
    return tuple(Visit(workshop(), dossier, token) for dossier, token in found), max(0, len(held) - most)


def who_types() -> str:
    """Return the name that whoever types here gave, "" when nobody did."""
    return str(session.get(WHO, ""))


def site() -> str:
    """Return the address under which people reach us, without a slash at its end."""
    return workshop().settings.base_url.rstrip("/")


def private_link(visit: Visit) -> str:
    """Return the link that opens this dossier on any device."""
    return site() + url_for("start.resume", token=visit.token)


def remember_who() -> None:
    """Remember the name of whoever types, when the form that was sent has a field for it."""
    if WHO in request.form:
        session[WHO] = clean_who(request.form[WHO])


def hand_key(answer: WebResponse, dossier_id: str, token: str) -> WebResponse:
    """Put the token of a dossier in its own cookie, so that two tabs with two clients never mix."""
    https = workshop().settings.https
    answer.set_cookie(
        cookie_name(dossier_id), token, max_age=HALF_A_YEAR, secure=https, httponly=True, samesite="Lax", path="/"
    )
    return answer


def cookie_name(dossier_id: str) -> str:
    """Return the name of the cookie that opens this dossier."""
    return f"{'__Host-' if workshop().settings.https else ''}{_COOKIE}{dossier_id}"
