"""What the services ask of the outside world."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from workshop.domain.assessment import Assessment
from workshop.domain.dossier import Dossier
from workshop.domain.edit import Edit
from workshop.domain.hand import Hand
from workshop.domain.key import Key
from workshop.domain.limit import Limit

__all__ = ["Dossier", "Dossiers", "Edit", "Reports"]


class Dossiers(Protocol):
    """The kept dossiers; every method raises DossierError when it cannot do its work.

    A token hash is the SHA-256 of the token (32 bytes); implementations compare it in constant time.
    """

    def add(self, dossier: Dossier, token_hash: bytes, edits: Iterable[Edit] = (), limit: Limit | None = None) -> None:
        """Keep a new dossier with the history it comes with; returns only when all of it is safely on disk.

        Raises OverLimit, and keeps nothing, when as many dossiers were started as `limit` allows.
        """

    def get(self, dossier_id: str, token_hash: bytes) -> Dossier | None:
        """Return the dossier; None when it is not there or the token is not its own."""

    def newest_first(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return which of these dossiers there are, the one changed last first."""

    def find(self, token_hash: bytes) -> Dossier | None:
        """Return the one dossier that this token opens, or None."""

    def change(
        self,
        dossier_id: str,
        token_hash: bytes,
        change: Callable[[Dossier], Dossier],
        *,
        who: str = "",
        undoes: int = 0,
        seen: Dossier | None = None,
    ) -> Dossier | None:
        """Change what is kept NOW in one transaction and return it once it is safely on disk.

        The store raises `revision` by one and keeps `id` and `created`; None as for `get`. Answers that changed are
        noted as an edit by `who` in the same transaction. `seen` is the dossier as this visitor just opened it with
        the same token: it saves a look when nobody changed it since. `change` may be called twice, and may not write
        to the store itself.
        """

    def edits(self, dossier_id: str, token_hash: bytes, most: int = 200, before: int | None = None) -> tuple[Edit, ...]:
        """Return at most so many edits with a number below `before`, the newest first; none as for `get`."""

    def remove(self, dossier_id: str, token_hash: bytes) -> bool:
        """Delete a dossier for good, with its history and keys; tells whether it was there for this token."""

    def add_key(self, dossier_id: str, token_hash: bytes, key: Key) -> bool:
        """Keep a further key (a new code takes the place of an older one); tells whether the token was right."""

    def code(self, dossier_id: str, token_hash: bytes) -> Key | None:
        """Return the short code made last, which may be past its time; None when there is none, or as for `get`."""

    def drop_codes(self, dossier_id: str, token_hash: bytes) -> bool:
        """Take the short code out of force; devices that came in by it stay in."""

    def redeem(self, code_hash: bytes, key: Key, limit: Limit | None = None) -> Dossier | None:
        """Let a device in by a short code that is in force at `key.made`, and keep its key; None for any other code.

        With `limit` other codes are counted, of all visitors together; raises OverLimit when there were that many.
        """


class Form(StrEnum):
    """A face of the same report."""

    WORD = "docx"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a report is asked for.

    `work` adds comments with the source of each advice (Word); `pictures` draws charts as pictures (Word); `annexes`
    adds all annexes; `house` is the name of an uploaded house style (Word), "" for our own;
    `template` is such a file itself, not yet kept (Word).
    """

    form: Form = Form.WORD
    work: bool = False
    pictures: bool = False
    annexes: bool = False
    house: str = ""
    template: bytes = b""


class Reports(Protocol):
    """The writers of a report; each takes an assessment, the date on its cover and what a consultant changed."""

    def word(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> bytes:
        """Write a Word file."""

    def pdf(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> bytes:
        """Write the Word file as PDF."""

    def page(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> str:
        """Write a web page that stands alone and prints."""

    def markdown(self, assessment: Assessment, made_on: date, wish: Wish, hand: Hand) -> str:
        """Write Markdown."""

    def result(self, assessment: Assessment, made_on: date, hand: Hand) -> str:
        """Write the result as HTML for inside a page of the wizard."""
