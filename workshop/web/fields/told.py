"""What the server tells a page that saves while someone types."""

from collections.abc import Collection
from enum import StrEnum

from flask import Response, jsonify
from flask_wtf.csrf import generate_csrf


class State(StrEnum):
    """What became of what was typed; none of these is an error, so that a browser reports none."""

    SAVED = "saved"
    DRAFT = "draft"
    """Something is no answer yet, and is kept as it was typed."""
    CLASH = "clash"
    """Another window changed an answer too: the person chooses."""
    LOST = "lost"
    """What it belonged to was removed in another window."""

    @property
    def line(self) -> str:
        """The words that say so."""
        kept = {State.SAVED: "web.saved_at", State.DRAFT: "web.autosave.kept", State.CLASH: "web.autosave.clash"}
        return kept.get(self, "map_editor.gone.typing")


def state_of(drafts: Collection[str], clashing: Collection[str]) -> State:
    """Return what became of what was typed, given the questions that are drafts now and those that clash."""
    return State.CLASH if clashing else State.DRAFT if drafts else State.SAVED


def told(status: int, **values: object) -> Response:
    """Answer the script of a page."""
    answer = jsonify(values)
    answer.status_code = status
    return answer


def new_token() -> Response:
    """Give the page a new form token in the place of one that is too old; nothing is saved, and the page asks again."""
    return told(400, token=generate_csrf())
