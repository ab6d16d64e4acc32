"""The languages the workshop speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language in which questions are asked and reports are written."""

    NL = "nl"
    EN = "en"
