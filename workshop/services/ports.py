"""What the services ask of the outside world."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from workshop.domain.assessment import Assessment
from workshop.domain.dossier import Dossier
from workshop.domain.hand import Hand

__all__ = ["Dossier", "Dossiers", "Reports"]


class Dossiers(Protocol):
    """The kept dossiers; every method raises DossierError when it cannot do its work.

    A token hash is the SHA-256 of the token (32 bytes); implementations compare it in constant time.
    """

    def add(self, dossier: Dossier, token_hash: bytes) -> None:
        """Keep a new dossier; returns only when it is safely on disk."""

    def get(self, dossier_id: str, token_hash: bytes) -> Dossier | None:
        """Return the dossier; None when it is not there or the token is not its own."""

    def find(self, token_hash: bytes) -> Dossier | None:
        """Return the one dossier that this token opens, or None."""

    def change(self, dossier_id: str, token_hash: bytes, change: Callable[[Dossier], Dossier]) -> Dossier | None:
        """Change what is kept NOW in one transaction and return it once it is safely on disk.

        The store raises `revision` by one and keeps `id` and `created`; None as for `get`.
        `change` may not write to the store itself.
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
