"""What the line above a page of questions says of saving: only what is true now."""

from dataclasses import dataclass
from typing import Final

from workshop.web.clock import clock
from workshop.web.visit import Visit

_MISTAKE: Final = 422
_CLASH: Final = 409


@dataclass(frozen=True, slots=True)
class SavedLine:
    """The line, and what it looks like: "" for saved, or "draft", "clash" or "trouble"."""

    text: str
    state: str = ""


def saved_line(visit: Visit, status: int, *, unread: bool, held: bool) -> SavedLine:
    """Say how a page stands that is shown with this status.

    `unread` tells that something on it is no answer yet; `held` that all that was typed is kept as a draft.
    """
    time = clock(visit.dossier.updated)
    if status in (_MISTAKE, _CLASH) and held:
        state = "clash" if status == _CLASH else "draft"
        return SavedLine(visit.words(f"web.not_saved.{state}"), state)
    if status != 200:
        return SavedLine(visit.words("web.not_saved.trouble"), "trouble")
    if unread:
        return SavedLine(visit.words("web.autosave.kept", time=time), "draft")
    return SavedLine(visit.words("web.saved_at", time=time))
