"""What a consultant changed in a report, as the JSON that is stored."""

import json
from collections.abc import Iterable

from workshop.domain.hand import Change
from workshop.domain.hand_plain import NotAChange, from_plain, to_plain
from workshop.storage.records import BrokenRecord


def encode_changes(changes: Iterable[Change]) -> str:
    """Write changes as one JSON list, in their order."""
    return json.dumps([to_plain(one) for one in changes], separators=(",", ":"))


def decode_changes(text: str) -> tuple[Change, ...]:
    """Read them back; raises BrokenRecord when the list is not one that `encode_changes` wrote."""
    raw = json.loads(text)
    if not isinstance(raw, list):
        raise BrokenRecord("the changes of a report are no list")
    try:
        return tuple(map(from_plain, raw))
    except NotAChange as error:
        raise BrokenRecord(str(error)) from error
