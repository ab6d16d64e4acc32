"""The words of one language, looked up by key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from string import Formatter
from types import MappingProxyType
from typing import Self

from workshop.language.errors import LanguageError
from workshop.language.formal import formal
from workshop.language.numbers import format_number
from workshop.language.tongue import Address, Language


class UnknownWord(LanguageError):
    """The words file holds no text under this key."""

    def __init__(self, key: str, language: Language) -> None:
        super().__init__(f"No text for '{key}' in the words of '{language}': add it, or mend the key.")
        self.key = key


class UnfilledWord(LanguageError):
    """The text under this key asks for a value that was not given."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__(f"The text '{key}' asks for '{{{name}}}': give a value for it, or mend the text.")
        self.key = key
        self.name = name


class MalformedWord(LanguageError):
    """The words file holds something else than a text with plain {names}."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"The text '{key}' {problem}.")
        self.key = key


@dataclass(frozen=True, slots=True)
class Words:
    """All texts of one language under dotted keys, such as "report.cover.title"."""

    language: Language
    texts: Mapping[str, str]

    @classmethod
    def from_tables(cls, language: Language, tables: Mapping[str, object]) -> Self:
        """Take the nested tables of a words file; refuse a text that could not be filled in later."""
        texts: dict[str, str] = {}
        for key, text in _flattened(tables):
            if key in texts:
                raise MalformedWord(key, "stands there twice")
            _placeholders(key, text)
            texts[key] = text
        return cls(language, MappingProxyType(texts))

    def addressed(self, address: Address) -> Self:
        """Return these words as they speak to the reader: Dutch has "je" and "u", other languages one form."""
        if address is Address.JE or self.language is not Language.NL:
            return self
        return replace(self, texts=MappingProxyType({key: formal(text) for key, text in self.texts.items()}))

    def __call__(self, key: str, /, **values: str) -> str:
        """Give the text under this key with values, already formatted, in the place of {names}."""
        try:
            text = self.texts[key]
        except KeyError:
            raise UnknownWord(key, self.language) from None
        try:
            return text.format_map(values)
        except KeyError as missing:
            raise UnfilledWord(key, str(missing.args[0])) from None

    def has(self, key: str) -> bool:
        """Say whether there is a text under this key."""
        return key in self.texts

    def plural(self, key: str, n: int, /, **values: str) -> str:
        """Give `key.one` or `key.other`, with the number in the place of {n}."""
        form = "one" if n == 1 else "other"
        return self(f"{key}.{form}", n=format_number(Decimal(n), self.language), **values)

    def join(self, items: Sequence[str]) -> str:
        """Sum up items as a sentence does: "a, b en c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('list.and')} {items[-1]}"


def missing_keys(nl: Words, en: Words) -> tuple[str, ...]:
    """List the keys that one language lacks, or whose {names} differ between the two."""
    return tuple(sorted(key for key in nl.texts.keys() | en.texts.keys() if _differs(key, nl, en)))


def _differs(key: str, nl: Words, en: Words) -> bool:
    if not (nl.has(key) and en.has(key)):
        return True
    return _placeholders(key, nl.texts[key]) != _placeholders(key, en.texts[key])


def _flattened(tables: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    for name, entry in tables.items():
        key = f"{above}{name}"
        match entry:
            case str():
                yield key, entry
            case Mapping():
                yield from _flattened(entry, f"{key}.")
            case _:
                raise MalformedWord(key, "is no text: put it between quotes")


def _placeholders(key: str, text: str) -> frozenset[str]:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise MalformedWord(key, "has a loose brace: write {{ or }} for a brace itself") from None
    asked = [(name, spec or conversion) for _, name, spec, conversion in parts if name is not None]
    if any(extra or not name.isidentifier() for name, extra in asked):
        raise MalformedWord(key, "may hold only plain {names}: no dots, indexes or formats")
    return frozenset(name for name, _ in asked)
