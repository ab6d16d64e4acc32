"""One visit to a dossier: who asks is proven by a cookie, and everything a page needs comes from here."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from flask import current_app, g, request, session
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as WebResponse

from workshop.domain.dossier import clean_who
from workshop.domain.journey import PhaseModel
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Response
from workshop.domain.route import Route, plan
from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.services.ports import Dossier
from workshop.web.needs import Workshop

HALF_A_YEAR: Final = 60 * 60 * 24 * 182
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
    def response(self) -> Response:
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
    return Visit(workshop(), dossier, token)


def visited() -> tuple[Visit, ...]:
    """Return the dossiers this browser holds a cookie for, the last saved first."""
    prefix = cookie_name("")
    held = [(name.removeprefix(prefix), token) for name, token in request.cookies.items() if name.startswith(prefix)]
    found = [(workshop().intake.open(dossier_id, token), token) for dossier_id, token in held[:20]]
    visits = [Visit(workshop(), dossier, token) for dossier, token in found if dossier is not None]
    return tuple(sorted(visits, key=lambda visit: visit.dossier.updated, reverse=True))


def who_types() -> str:
    """Return the name that whoever types here gave, "" when nobody did."""
    return str(session.get(WHO, ""))


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
