"""What a question looks like on the page, as plain data: the templates decide nothing but looks."""

from dataclasses import dataclass, field
from typing import Final, Literal

from markupsafe import Markup

_NOTHING: Final = Markup("")
Kind = Literal["box", "pick", "amounts", "grid", "cards"]
Size = Literal["s", "m", "l"]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick or choose."""

    id: str
    name: str
    value: str
    label: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A field to type in, or a list to choose from when there are `options`; `lines` above 0 is a text area.

    `title` is the visible label of a box in a list of amounts; `described` are the ids that explain it; `echo` says
    how a number was read.
    """

    id: str
    name: str
    value: str = ""
    title: str = ""
    note: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    size: Size = "l"
    mode: str = ""
    lines: int = 0
    options: tuple[Option, ...] = ()
    described: str = ""
    errors: tuple[str, ...] = ()
    echo: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """What is to be divided: `whole` as a plain number, what is `left` in words, and the words to count along with."""

    whole: str
    left: str
    less: str
    even: str
    more: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How heavily one channel is used in one phase."""

    id: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One channel of a grid, with a cell per phase."""

    id: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CardButton:
    """A button of a card: what it sends and what stands on it; the focus may come back to its `id`."""

    action: str
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a repeated group; `called` is its title with its name ("Kanaal 2: Instagram").

    A card with a `state` ("3 van 5 ingevuld") folds away under its title; `open` shows it unfolded.
    """

    id: str
    title: str
    fields: tuple["QuestionView", ...]
    called: str = ""
    buttons: tuple[CardButton, ...] = ()
    state: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with everything that stands in it; `target` is the field that an error message leads to.

    `draft` tells that what stands in it is no answer yet; with `clash` another window answered it too. A `small`
    question stands in a card, where there are many.
    """

    code: str
    id: str
    name: str
    title: str
    kind: Kind
    help: Markup = _NOTHING
    why: Markup = _NOTHING
    example: Markup = _NOTHING
    find: Markup = _NOTHING
    described: str = ""
    target: str = ""
    errors: tuple[str, ...] = ()
    draft: str = ""
    clash: bool = False
    differs: tuple[str, ...] = ()
    """What both windows changed in an answer of many parts, a line each."""
    small: bool = False
    note: str = ""
    status: tuple[Option, ...] = ()
    evidence: Box | None = None
    # box
    box: Box = field(default_factory=lambda: Box("", ""))
    # pick
    input: Literal["radio", "checkbox"] = "radio"
    look: str = ""
    options: tuple[Option, ...] = ()
    others: tuple[Option, ...] = ()
    fold: str = ""
    """What stands above a long list that folds away: "Kies (2 gekozen)"; "" shows the list."""
    # amounts
    boxes: tuple[Box, ...] = ()
    total: str = ""
    before_total: str = ""
    after_total: str = ""
    share: "Share | None" = None
    # grid
    levels: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    rows_link: str = ""
    # cards
    cards: tuple[Card, ...] = ()
    compact: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line of the error summary: where to go, what to mend, and of which question when a page has more."""

    target: str
    message: str
    title: str = ""
