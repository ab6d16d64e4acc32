"""Filling in: start a dossier, open it again, save a page of answers."""

import hashlib
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from workshop.domain.answer import Answer
from workshop.domain.dossier import MOST_CLIENT, NO_TRAIL, Draft, Trail, clean_client, clean_who
from workshop.domain.hand import Change
from workshop.domain.limit import Limit
from workshop.domain.note import Note
from workshop.domain.questionnaire import Questionnaire
from workshop.domain.response import Length, Response
from workshop.language.tongue import Address
from workshop.services.ports import Dossier, Dossiers

_ID_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH: Final = 10
MOST_NEW: Final = 60
"""The most dossiers that visitors of a server may start in a minute, all together."""
Drafting = Callable[[Mapping[str, Draft], Collection[str]], Mapping[str, Draft]]
"""From the drafts that are kept and the questions whose answer changes to the drafts to keep."""


@dataclass(frozen=True, slots=True)
class Started:
    """A new dossier and the token that opens it; the token is shown once and kept nowhere."""

    dossier: Dossier
    token: str


def utc_now() -> datetime:
    """Return the time on this computer, in UTC."""
    return datetime.now(UTC)


def new_token() -> str:
    """Make a token of 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def new_id() -> str:
    """Make a public id of ten characters without letters that look alike (50 bits)."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))


def hash_token(token: str) -> bytes:
    """Return what is kept of a token: enough to recognise it, too little to use it."""
    return hashlib.sha256(token.encode(errors="replace")).digest()


def without_answered(drafts: Mapping[str, Draft], changed: Collection[str]) -> Mapping[str, Draft]:
    """Keep the drafts of the questions whose answer does not change."""
    return {code: draft for code, draft in drafts.items() if code not in changed}


@dataclass(frozen=True, slots=True)
class Intake:
    """The service that the wizard calls; a wrong token and an unknown id both give None.

    Every method raises DossierError when the store cannot do its work; then nothing has changed.
    """

    dossiers: Dossiers
    clock: Callable[[], datetime] = utc_now
    new_token: Callable[[], str] = new_token
    new_id: Callable[[], str] = new_id

    def start(
        self,
        questionnaire: Questionnaire,
        language: str,
        client: str = "",
        model: str = "",
        length: Length = Length.QUICK,
        address: Address = Address.JE,
        limited: bool = False,
    ) -> Started:
        """Start an empty dossier pinned to this questionnaire's version; without `model` its default one.

        Raises ValueError when the name of the client has more than 200 characters, and OverLimit as `keep` does.
        """
        chosen = model or questionnaire.default_model
        pinned = (questionnaire.id, questionnaire.version, chosen, language, _named(client))
        response = Response(*pinned, length=length, address=address)
        return self.keep(response, limited=limited)

    def keep(
        self,
        response: Response,
        changes: tuple[Change, ...] = (),
        notes: tuple[Note, ...] = (),
        trail: Trail = NO_TRAIL,
        *,
        limited: bool = False,
    ) -> Started:
        """Start a dossier from a whole response, such as one read from a file, with what goes along.

        Its history goes on where that of `trail` ends. With `limited` raises OverLimit when all visitors together
        started too many in a minute.
        """
        now, token = self.clock(), self.new_token()
        revision = trail.edits[-1].number if trail.edits else 0
        held = (changes, trail.drafts, notes, trail.session)
        dossier = Dossier(self.new_id(), response, revision, trail.page, now, now, *held)
        limit = Limit(MOST_NEW, now) if limited else None
        self.dossiers.add(dossier, hash_token(token), trail.edits, limit)
        return Started(dossier, token)

    def open(self, dossier_id: str, token: str) -> Dossier | None:
        """Return the dossier as it stands now."""
        return self.dossiers.get(dossier_id, hash_token(token))

    def newest_first(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return which of these dossiers there are, the one changed last first; opening one still takes its token."""
        return self.dossiers.newest_first(ids)

    def resume(self, token: str) -> Dossier | None:
        """Return the dossier that this token opens."""
        return self.dossiers.find(hash_token(token))

    def save(self, dossier_id: str, token: str, changes: Mapping[str, Answer | None], page: str) -> Dossier | None:
        """Merge these answers into what is kept now; None takes an answer away. Returns after the commit."""
        return self.settle(dossier_id, token, lambda _: changes, page)

    def settle(
        self,
        dossier_id: str,
        token: str,
        settle: Callable[[Response], Mapping[str, Answer | None]],
        page: str,
        *,
        who: str = "",
        drafts: Drafting = without_answered,
        seen: Dossier | None = None,
    ) -> Dossier | None:
        """Save the answers that `settle` gives for what is kept now, in one transaction with looking at it.

        `drafts` gives what was typed but is no answer yet, from the drafts kept now and the answers that change. `seen`
        is the dossier as it was just opened with this token (see Dossiers.change). What `settle` raises passes
        through, and then nothing has changed.
        """

        def merge(kept: Dossier) -> Dossier:
            changes = settle(kept.response)
            response, typed = kept.response.with_answers(changes), drafts(kept.drafts, frozenset(changes))
            return replace(kept, response=response, page=page, updated=self.clock(), drafts=typed)

        return self.dossiers.change(dossier_id, hash_token(token), merge, who=clean_who(who), seen=seen)

    def remove(self, dossier_id: str, token: str) -> bool:
        """Delete a dossier for good; tells whether it was there for this token."""
        return self.dossiers.remove(dossier_id, hash_token(token))

    def choose(
        self,
        dossier_id: str,
        token: str,
        *,
        model: str | None = None,
        language: str | None = None,
        client: str | None = None,
        length: Length | None = None,
        address: Address | None = None,
    ) -> Dossier | None:
        """Change how the dossier is shown, or for whom it is; None leaves that as it was."""
        named = None if client is None else _named(client)

        def turn(kept: Dossier) -> Dossier:
            was = kept.response
            now = replace(
                was,
                model=was.model if model is None else model,
                language=was.language if language is None else language,
                client=was.client if named is None else named,
                length=was.length if length is None else length,
                address=was.address if address is None else address,
            )
            return replace(kept, response=now, updated=self.clock())

        return self.dossiers.change(dossier_id, hash_token(token), turn)


def _named(client: str) -> str:
    name = clean_client(client)
    if len(name) > MOST_CLIENT:
        raise ValueError(f"The name of a client has at most {MOST_CLIENT} characters.")
    return name
