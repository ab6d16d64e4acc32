"""The languages the workshop speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language in which questions are asked and reports are written."""

    NL = "nl"
    EN = "en"


class Address(StrEnum):
    """How Dutch texts speak to the reader: "je" among acquaintances, "u" to be formal. English has one form."""

    JE = "je"
    U = "u"
