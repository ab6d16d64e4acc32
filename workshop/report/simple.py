"""The simple blocks of a report: running text, lists and fields, and the passages that a consultant may rewrite."""

from dataclasses import dataclass
from enum import StrEnum

from workshop.report.spans import Spans


class ParagraphStyle(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    LABEL = "label"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; a line end in a span is a line break."""

    spans: Spans
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, with the lists inside it."""

    spans: Spans
    inside: tuple["BulletList | NumberedList", ...] = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list that counts from 1."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class FormField:
    """Something the reader fills in by hand or on screen; `name` says where it belongs (for screen readers).

    A field with an `id` (as of a passage) is read back from a Word file; `value` is what was filled in before.
    """

    label: str
    name: str
    is_date: bool = False
    id: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class FormFields:
    """Fields to fill in, on one line."""

    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Simple blocks that a consultant may rewrite, before export or in Word.

    `id` names the passage for good ("gap-G01-loyalty.advice"): letters, digits, ".", "_" and "-", 40 at most, unique
    in a document. `title` says to a person what it is. `source` names question, answer and rule: the working copy
    shows it as a comment.
    """

    id: str
    title: str
    blocks: tuple["Simple", ...]
    source: str = ""


Simple = Paragraph | BulletList | NumberedList | FormFields | Passage
