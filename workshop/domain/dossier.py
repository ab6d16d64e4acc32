"""A dossier: one business's response as it is kept, and what goes wrong when it cannot be kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from workshop.domain.edit import Edit
from workshop.domain.hand import Change
from workshop.domain.note import NO_SESSION, Note, Session
from workshop.domain.response import Response
from workshop.language.text import clean_text

MOST_CLIENT: Final = 200
"""The most characters in the name of a client."""
LONGEST_WHO: Final = 100
"""The most characters in the name of whoever changes something."""
Draft = tuple[tuple[str, str], ...]
"""What was typed for a question, as a form sends it: names and values."""


def clean_client(name: str) -> str:
    """Give the name of a client as we keep it: one line. Whoever takes it in refuses one that is too long."""
    return " ".join(clean_text(name).split())


def clean_who(name: str) -> str:
    """Give the name of whoever changes something as we keep it: one line of at most 100 characters."""
    return " ".join(clean_text(name).split())[:LONGEST_WHO]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A kept response; `id` is public (it opens nothing without its token).

    `revision` counts the changes since the start (0); `page` is the code of the page saved last, or "";
    `created` and `updated` are aware UTC times; `changes` is what a person changed in the report, the oldest first;
    `drafts` is what was typed for a question but cannot be read as an answer yet; `notes` were made in a session, the
    oldest first, and `session` is that session as it runs.
    """

    id: str
    response: Response
    revision: int
    page: str
    created: datetime
    updated: datetime
    changes: tuple[Change, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    session: Session = NO_SESSION


@dataclass(frozen=True, slots=True)
class Trail:
    """How a dossier came to where it is, as it travels along with its answers; all but `edits` as in Dossier.

    `edits` is the history, the oldest first.
    """

    page: str = ""
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    session: Session = NO_SESSION
    edits: tuple[Edit, ...] = ()


NO_TRAIL: Final = Trail()


class Trouble(StrEnum):
    """Why a dossier could not be read or kept; its words stand in templates/words, section [trouble]."""

    BUSY = "busy"
    FULL = "full"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNUSABLE = "unusable"


class DossierError(Exception):
    """A dossier could not be read or kept: nothing of the change was kept, and nothing older was lost."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble
