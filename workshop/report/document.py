"""The neutral blocks of a report: what stands there, in what order; a writer decides only how it looks.

A writer matches on `Block` and ends with `assert_never`, so a new block fails type checking in every writer.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workshop.report.charts.chart import Chart
from workshop.report.pages import Drawing, PageTurn
from workshop.report.pages import PageBreak as PageBreak
from workshop.report.simple import BulletList as BulletList
from workshop.report.simple import FormField as FormField
from workshop.report.simple import FormFields as FormFields
from workshop.report.simple import ListItem as ListItem
from workshop.report.simple import NumberedList as NumberedList
from workshop.report.simple import Paragraph as Paragraph
from workshop.report.simple import ParagraphStyle as ParagraphStyle
from workshop.report.simple import Passage as Passage
from workshop.report.simple import Simple as Simple
from workshop.report.spans import Spans


class Tone(StrEnum):
    """How a value feels; a writer shows it as a colour, always beside the words."""

    NONE = "none"
    FRAGILE = "fragile"
    BUILDING = "building"
    GOOD = "good"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; `annex` numbers it "Bijlage A"."""

    level: int
    text: str
    id: str
    annex: bool = False


class ColumnKind(StrEnum):
    """What a column holds: running text, a number (right aligned), or a few words (with a tone)."""

    TEXT = "text"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading and its share of the width."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `fill_in` names what the reader writes there himself, such as the owner.

    With an `id` (as of a passage) that is read back from a Word file; its spans are what was filled in before.
    """

    spans: Spans = ()
    tone: Tone = Tone.NONE
    fill_in: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A data table with a caption; `summary` says in one sentence what it shows (the alternative text).

    `narrow` asks for a table that does not fill the page, so that a number stays near its name; `tall` for rows with
    room to write in by hand.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    summary: str
    narrow: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure to remember: the value large, what it is below it."""

    value: str
    label: str
    tone: Tone = Tone.NONE


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Two to four key figures side by side."""

    figures: tuple[KeyFigure, ...]
    summary: str


class CalloutKind(StrEnum):
    """What a box is for."""

    NOTE = "note"
    GOOD = "good"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of someone else, with where they come from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculated figure: its name and value, the formula in words, the sum filled in, and what to know."""

    name: str
    value: str
    formula: str
    sum: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calculations:
    """Calculated figures under one another, with the headings of name, sum and value."""

    titles: tuple[str, str, str]
    items: tuple[Calculation, ...]
    caption: str
    summary: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A box with a title and simple blocks."""

    kind: CalloutKind
    title: str
    blocks: tuple[Simple, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A priority: a number, a title and what to do; kept together on one page."""

    number: str
    title: str
    blocks: tuple[Simple, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The front page: title, for whom, and facts as (what, value)."""

    title: str
    subtitle: str
    client: str
    facts: tuple[tuple[str, str], ...]
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents down to this heading level."""

    title: str
    depth: int = 1


Block = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | Table
    | KeyFigures
    | Callout
    | Card
    | Calculations
    | FormFields
    | Quote
    | Cover
    | Contents
    | PageBreak
    | PageTurn
    | Drawing
    | Passage
    | Chart
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The few words a writer needs itself, in the language of the document."""

    table: str
    figure: str
    annex: str
    page: str
    of: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made from, so that a version read back can be told from another; nothing personal."""

    program: str = ""
    questionnaire: str = ""
    version: str = ""
    model: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report; `numbered` asks for chapter numbers; `made_on` is the only date in its properties."""

    title: str
    language: str
    client: str
    subject: str
    made_on: date
    author: str
    labels: Labels
    blocks: tuple[Block, ...]
    numbered: bool = True
    keywords: tuple[str, ...] = field(default=())
    origin: Origin = Origin()
    details: tuple[tuple[str, str], ...] = ()
    """What a template may name besides: questionnaire, model, version, adviser and office, as (name, value)."""
