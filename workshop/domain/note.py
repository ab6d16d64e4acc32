"""Notes of a session with a client: what somebody literally said, and what is parked for later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

MOST_NOTES: Final = 200
"""The most notes in a dossier."""
LONGEST_NOTE: Final = 1000
"""The most characters in the text of a note."""


class NoteKind(StrEnum):
    """What a note is: a quote, or a point on the parking lot."""

    QUOTE = "quote"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `at` is an aware UTC time and `code` is unique in the dossier ("n1").

    `said_by` is who said it ("" unknown); `about` the code of the section it belongs to, or ""; `done` tells that a
    parked point is dealt with.
    """

    code: str
    kind: NoteKind
    text: str
    said_by: str
    about: str
    at: datetime
    done: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it runs: what the big screen shows, and the run sheet that was chosen.

    `minutes` is the length of the run sheet (0: none was chosen); `shown` the code of the section, or of the one page
    of questions, on the screen or ""; `began` and `shown_since` are aware UTC times, None when that has not happened;
    `covered` tells that the screen shows the questions without their answers.
    """

    minutes: int = 0
    shown: str = ""
    began: datetime | None = None
    shown_since: datetime | None = None
    covered: bool = False


NO_SESSION: Final = Session()
