"""The keys under a heading, read by kind; whatever is not what it should be becomes a mistake on its line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.scanner import Entry, Piece
from workshop.domain.expression import Expression

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", re.ASCII)
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
_LIST_MARKS = re.compile(r"[,\s]+")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that may stand under a heading: plain ones, repeatable ones, and ones with a name in them.

    A key with a name is written with capitals for the name: `severity N when`, `show NAME as KIND`.
    """

    plain: frozenset[str]
    repeatable: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every key as an author should write it."""
        return self.plain | self.repeatable | self.named

    def knows(self, key: str) -> bool:
        """Tell whether a key may stand here."""
        return key in self.plain or key in self.repeatable or any(_named(one, key) for one in self.named)


def _named(pattern: str, key: str) -> tuple[str, ...] | None:
    """Match a key with a name in it; give what stands in place of the capitals."""
    words, given = pattern.split(" "), key.split(" ")
    if len(words) != len(given):
        return None
    pairs = list(zip(words, given, strict=True))
    fits = all(word == one for word, one in pairs if not word.isupper())
    return tuple(one for word, one in pairs if word.isupper()) if fits else None


@dataclass(frozen=True, slots=True)
class Header:
    """Typed access to the keys of one piece; `owner` is the name that its expressions go by."""

    piece: Piece
    notebook: Notebook
    owner: str = ""

    def check(self, keys: Keys) -> None:
        """Report unknown and doubled keys, and lines that are neither key nor choice."""
        first: dict[str, int] = {}
        for entry in self.piece.entries:
            if not keys.knows(entry.key):
                self._note(entry, "unknown_key", **nearest(entry.key, keys.all))
            elif entry.key in first and entry.key not in keys.repeatable:
                self._note(entry, "duplicate_key", first=str(first[entry.key]))
            elif not entry.value:
                self._note(entry, "empty_value")
            first.setdefault(entry.key, entry.line)
        for stray in self.piece.strays:
            self.notebook.note(stray.number, "stray_line", text=shorten(stray.text.strip()))

    def refuse_options(self) -> None:
        """Report choices where none may stand."""
        for option in self.piece.options[:1]:
            self.notebook.note(option.line, "choices_here", text=shorten(option.text))

    def text(self, key: str) -> str:
        """Return the text at a key, or an empty one."""
        entry = self.piece.entry(key)
        return entry.value if entry else ""

    def all(self, key: str) -> tuple[Entry, ...]:
        """Return every line with this key, in order."""
        return tuple(entry for entry in self.piece.entries if entry.key == key)

    def named(self, pattern: str) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
        """Return every line whose key fits a pattern such as `severity N when`, with the names."""
        found = ((entry, _named(pattern, entry.key)) for entry in self.piece.entries)
        return tuple((entry, names) for entry, names in found if names)

    def list(self, key: str) -> tuple[str, ...]:
        """Return the words at a key, split at commas and blanks."""
        return split_list(self.text(key))

    def yes(self, key: str, otherwise: bool = False) -> bool:
        """Read `yes` or `no`."""
        entry = self.piece.entry(key)
        if entry is None or not entry.value:
            return otherwise
        if entry.value not in ("yes", "no"):
            self._note(entry, "not_yes_or_no")
            return otherwise
        return entry.value == "yes"

    def number(self, entry: Entry, text: str) -> Decimal | None:
        """Read a number as authors write it: digits, and a point before decimals."""
        if not _NUMBER.fullmatch(text):
            self._note(entry, "bad_number", number=shorten(text))
            return None
        if _GROUPED.fullmatch(text):
            self._note(entry, "grouped_number", number=text, plain=text.replace(".", ""))
            return None
        return Decimal(text)

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Read a whole number within bounds."""
        entry = self.piece.entry(key)
        if entry is None or not entry.value:
            return None
        number = self.number(entry, entry.value)
        if number is None:
            return None
        if number != int(number) or not low <= number <= high:
            self._note(entry, "out_of_range", number=entry.value, low=str(low), high=str(high))
            return None
        return int(number)

    def word(self, key: str, words: type[Word]) -> Word | None:
        """Read one word of a fixed list."""
        entry = self.piece.entry(key)
        if entry is None or not entry.value:
            return None
        return self.member(entry, entry.value, words)

    def member(self, entry: Entry, text: str, words: type[Word]) -> Word | None:
        """Read a text as a member of a fixed list; an unknown one is reported with the list."""
        known = {member.value: member for member in words}
        if text not in known:
            self._note(entry, "unknown_word", name=shorten(text), known=", ".join(known), **nearest(text, known))
        return known.get(text)

    def expression(self, entry: Entry | None, text: str | None = None) -> Expression | None:
        """Read the expression at a key, or the part `text` at the end of it."""
        if entry is None or not entry.value:
            return None
        part = entry.value if text is None else text
        column = entry.column + len(entry.value) - len(part)
        return self.notebook.place(entry.line, column, part, entry.key, self.owner or self.piece.code or "")

    def _note(self, entry: Entry, key: str, **values: str) -> None:
        self.notebook.note(entry.line, key, key=entry.key, **values)


def split_list(text: str) -> tuple[str, ...]:
    """Split a list at commas and blanks."""
    return tuple(part for part in _LIST_MARKS.split(text) if part)


def split_phrases(text: str) -> tuple[str, ...]:
    """Split a list of phrases at commas only."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def missing_key(piece: Piece, keys: Iterable[str], what: str, notebook: Notebook) -> None:
    """Report keys that a heading cannot do without."""
    for key in keys:
        if piece.entry(key) is None:
            notebook.note(piece.line, "missing_key", key=key, what=what, code=piece.code or piece.title)
