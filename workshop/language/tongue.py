"""The languages the workshop speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language in which questions are asked and reports are written."""

    NL = "nl"
    EN = "en"


def language_named(code: str) -> Language | None:
    """Return the language with this code, such as "nl"; None for any other text."""
    return Language(code) if code in tuple(Language) else None


class Address(StrEnum):
    """How Dutch texts speak to the reader: "je" among acquaintances, "u" to be formal. English has one form."""

    JE = "je"
    U = "u"
