"""The one error base of this floor."""


class LanguageError(Exception):
    """The program, not the person who types, used numbers, dates or words wrongly."""
