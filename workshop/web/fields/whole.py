"""Whole numbers in addresses and in what buttons send."""


def number(text: str, digits: int) -> int | None:
    """Read a whole number of at most so many digits, from 0; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None
