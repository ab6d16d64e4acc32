"""Lays a translation over a scanned text: the same codes, other words; what is missing keeps the base text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop.content.codes import check_unique
from workshop.content.header import Keys
from workshop.content.mistake import nearest
from workshop.content.notebook import Notebook, shorten
from workshop.content.rules_reader import role
from workshop.content.scanner import Entry, Option, Piece, Scan, read_option

TEXT_KEYS = Keys(
    plain=frozenset(
        {"title", "why", "example", "prompt", "find", "nobody", "page", "functional need", "emotional need"}
    ),
    repeatable=frozenset({"needs", "check says", "do", "do not", "listen", "pitfall"}),
    named=frozenset({"selftest N"}),
)
_HEAD_KEYS = ("id", "version", "language")


@dataclass(frozen=True, slots=True)
class Overlay:
    """A translation being laid over its base; `base_name` is the file that the messages point back to."""

    language: str
    base_name: str
    notebook: Notebook

    def lay(self, base: Scan, translation: Scan) -> Scan:
        """Return the base with the translation's words; what is missing or stale goes into the notebook."""
        self._check_head(base.head, translation)
        unread = translation.head_missing or translation.head_open
        head = base.head if unread else self._piece(base.head, translation.head)
        pieces = self._children(base.pieces, translation.pieces, 1)
        return replace(base, head=head, pieces=pieces)

    def _check_head(self, base: Piece, translation: Scan) -> None:
        if translation.head_missing or translation.head_open:
            self.notebook.note(1, "head_missing" if translation.head_missing else "head_open")
            return
        for key in _HEAD_KEYS:
            here, there = translation.head.entry(key), base.entry(key)
            expected = self.language if key == "language" else (there.value if there else "")
            if here is None:
                self.notebook.note(1, "head_key_missing", key=key)
            elif here.value != expected:
                self.notebook.note(
                    here.line, "head_differs", key=key, here=here.value, there=expected, base=self.base_name
                )

    def _piece(self, base: Piece, words: Piece) -> Piece:
        """Put the words of one heading over its base."""
        owner = _name(base)
        if base.title and not words.title:
            self._missing("heading", words.line, base.line, code=owner)
        for stray in words.strays:
            self.notebook.note(stray.number, "stray_line", text=shorten(stray.text.strip()))
        has_prose, wants_prose = bool(words.prose), bool(base.prose)
        if wants_prose and not has_prose:
            self._missing("prose", words.line, base.prose_line, code=owner)
        if has_prose and not wants_prose:
            self.notebook.note(words.prose_line, "stale_translation.prose", code=owner, base=self.base_name)
        return replace(
            base,
            title=words.title or base.title,
            entries=self._entries(base, words),
            options=self._options(base, words),
            lines=words.lines if has_prose and wants_prose else base.lines,
            children=self._children(base.children, words.children, words.line),
        )

    def _entries(self, base: Piece, words: Piece) -> tuple[Entry, ...]:
        """Translate the keys that hold text, each repeated key in its own order."""
        waiting: dict[str, list[Entry]] = defaultdict(list)
        for entry in words.entries:
            if TEXT_KEYS.knows(entry.key):
                waiting[entry.key].append(entry)
            elif base.level > 0 or entry.key not in _HEAD_KEYS:
                self.notebook.note(entry.line, "translation_key", key=entry.key, **self._near(entry.key, base))
        misspelt = self._misspelt(base, words)
        merged = tuple(
            entry if entry.key in misspelt and not waiting.get(entry.key) else self._entry(entry, waiting, base, words)
            for entry in base.entries
        )
        for left in (entry for entries in waiting.values() for entry in entries):
            self.notebook.note(left.line, "stale_translation.key", key=left.key, code=_name(base), base=self.base_name)
        return merged

    def _misspelt(self, base: Piece, words: Piece) -> frozenset[str]:
        """Return the keys that are probably there under another name: whose words must not be missed as well."""
        if words.strays:
            return TEXT_KEYS.plain | TEXT_KEYS.repeatable
        strange = (entry.key for entry in words.entries if not TEXT_KEYS.knows(entry.key))
        return frozenset(near for key in strange for near in self._near(key, base).values())

    def _near(self, key: str, base: Piece) -> Mapping[str, str]:
        """Suggest a text key, unless the key is a good one that only does not belong in a translation."""
        return {} if base.entry(key) else nearest(key, TEXT_KEYS.all)

    def _entry(self, entry: Entry, waiting: Mapping[str, list[Entry]], base: Piece, words: Piece) -> Entry:
        if not TEXT_KEYS.knows(entry.key):
            return entry
        found = waiting.get(entry.key)
        if not found or not found[0].value:
            line = found.pop(0).line if found else words.line
            self._missing("key", line, entry.line, key=entry.key, code=_name(base))
            return entry
        translated = found.pop(0)
        return self._page(entry, translated) if entry.key == "page" else replace(entry, value=translated.value)

    def _page(self, entry: Entry, translated: Entry) -> Entry:
        """Translate the title of a page; its code must be that of the base."""
        base, words = read_option(entry.value, entry.line), read_option(translated.value, translated.line)
        if words.code != base.code:
            values = {"code": words.code or "", "there": base.code or "", "base": self.base_name}
            self.notebook.note(translated.line, "page_code_differs", **values)
        return replace(entry, value=f"{words.text or base.text} {{{base.code or ''}}}")

    def _options(self, base: Piece, words: Piece) -> tuple[Option, ...]:
        known = [option.code for option in base.options if option.code]
        coded = [(option.code, option.line) for option in words.options if option.code]
        check_unique(coded, "choice", self.notebook)
        for option in words.options:
            if option.code not in known:
                values = {"code": option.code or option.text, "owner": _name(base), "base": self.base_name}
                near = nearest(option.code or "", known)
                self.notebook.note(option.line, "stale_translation.choice", **values, **near)
            elif option.score is not None:
                self.notebook.note(option.line, "translation_score", code=option.code or "")
        return tuple(self._option(option, base, words) for option in base.options)

    def _option(self, option: Option, base: Piece, words: Piece) -> Option:
        found = words.option(option.code) if option.code else None
        if option.code and (found is None or not found.text):
            line = found.line if found else words.line
            self._missing("choice", line, option.line, code=option.code, owner=_name(base))
        return replace(option, text=found.text) if found and found.text else option

    def _children(self, base: Sequence[Piece], words: Sequence[Piece], line: int) -> tuple[Piece, ...]:
        """Match headings by their code, or subheadings of a rule by what they hold."""
        known = dict(_identified(base))
        given = list(_identified(words))
        check_unique(((name, piece.line) for name, piece in given), "heading", self.notebook)
        by_name = dict(reversed(given))
        renamed = set()
        for piece in words:
            name = _identity(piece)
            if name is None or name not in known:
                near = nearest(name or "", known)
                renamed |= set(near.values())
                values = {"code": name or shorten(piece.title), "base": self.base_name, **near}
                self.notebook.note(piece.line, "stale_translation.heading", **values)
        return tuple(
            piece if _identity(piece) in renamed - by_name.keys() else self._child(piece, by_name, line)
            for piece in base
        )

    def _child(self, base: Piece, by_name: Mapping[str, Piece], line: int) -> Piece:
        name = _identity(base)
        if name is None:
            return base
        if name not in by_name:
            self._missing("heading", line, base.line, code=_name(base))
            return base
        return self._piece(base, by_name[name])

    def _missing(self, what: str, line: int, base_line: int, **values: str) -> None:
        at = f"{self.base_name}:{base_line}"
        self.notebook.note(line, f"missing_translation.{what}", at=at, **values)


def _identity(piece: Piece) -> str | None:
    return piece.code or role(piece)


def _identified(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    for piece in pieces:
        name = _identity(piece)
        if name is not None:
            yield name, piece


def _name(piece: Piece) -> str:
    return piece.code or shorten(piece.title) or "---"
