"""A dossier: one business's response as it is kept, and what goes wrong when it cannot be kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from workshop.domain.hand import Change
from workshop.domain.response import Response
from workshop.language.text import clean_text

MOST_CLIENT: Final = 200
"""The most characters in the name of a client."""


def clean_client(name: str) -> str:
    """Give the name of a client as we keep it: one line. Whoever takes it in refuses one that is too long."""
    return " ".join(clean_text(name).split())


@dataclass(frozen=True, slots=True)
class Dossier:
    """A kept response; `id` is public (it opens nothing without its token).

    `revision` counts the changes since the start (0); `page` is the code of the page saved last, or "";
    `created` and `updated` are aware UTC times; `changes` is what a person changed in the report, the oldest first.
    """

    id: str
    response: Response
    revision: int
    page: str
    created: datetime
    updated: datetime
    changes: tuple[Change, ...] = ()


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
