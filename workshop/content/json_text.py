"""JSON as people write it: numbers stay exact, however large they are, and no doubled key goes unnoticed."""

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from workshop.domain.validity import echo

_LONGEST_INT: Final = 20
_BEYOND: Final = 400
"""A power of ten that no answer comes near."""


class Doubled(dict[str, object]):
    """An object in which a key stands more than once; the last one counts, `pairs` are all."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


def parse(text: str) -> object:
    """Read a JSON text; numbers are int or Decimal, and objects with a doubled key are Doubled.

    Raises json.JSONDecodeError when it is no JSON and RecursionError when it is nested too deeply.
    """
    return json.loads(
        text.removeprefix("\ufeff"),
        parse_float=_decimal,
        parse_int=_int,
        parse_constant=Decimal,
        object_pairs_hook=_object,
    )


def doubled_keys(raw: object) -> tuple[tuple[str, str], ...]:
    """Return the path and the key of whatever stands twice, in the order of the text; rows count from 1."""
    return tuple(dict.fromkeys(_doubled(raw))) if _has_doubled(raw) else ()


def _has_doubled(raw: object) -> bool:
    """Tell whether there is any, without working out where: in nearly every file there is none."""
    ahead = [raw]
    while ahead:
        value = ahead.pop()
        if isinstance(value, Doubled):
            return True
        if isinstance(value, dict):
            ahead.extend(value.values())
        elif isinstance(value, list):
            ahead.extend(value)
    return False


def _doubled(raw: object) -> Iterator[tuple[str, str]]:
    """Walk without recursion: a text may be nested as deeply as the reader of JSON allows."""
    ahead: list[tuple[str, str, object]] = [("", "", raw)]
    while ahead:
        path, twice, value = ahead.pop()
        if twice:
            yield path, twice
        ahead.extend(reversed(list(_inside(f"{path}." if path else "", value))))


def _inside(before: str, value: object) -> Iterator[tuple[str, str, object]]:
    match value:
        case Doubled(pairs=pairs):
            seen: set[str] = set()
            for key, one in pairs:
                yield before + echo(key), echo(key) if key in seen else "", one
                seen.add(key)
        case dict():
            yield from ((before + echo(str(key)), "", one) for key, one in value.items())
        case list():
            yield from ((f"{before}{number}", "", one) for number, one in enumerate(value, start=1))
        case _:
            return


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    whole = dict(pairs)
    return whole if len(whole) == len(pairs) else Doubled(pairs)


def _int(digits: str) -> int | Decimal:
    """Read a whole number; Python refuses to turn thousands of digits into an int."""
    return int(digits) if len(digits) <= _LONGEST_INT else Decimal(digits)


def _decimal(written: str) -> Decimal:
    """Read a number; a power of ten that Decimal cannot hold becomes one that it can, and that is refused later."""
    try:
        return Decimal(written)
    except InvalidOperation:
        digits, _, power = written.lower().partition("e")
        return Decimal(digits).scaleb(-_BEYOND if power.startswith("-") else _BEYOND)
