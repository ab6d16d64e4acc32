"""Answers as the JSON that is stored: self-describing, exact, and readable without the questionnaire.

Every value names its kind. Money is whole cents (4200 is € 42,00); other numbers are decimal strings ("0.5"),
never JSON numbers, so that they stay exact whoever reads them. A value does not know that it is money: whoever
encodes says which codes are ("first_order", "channels.eur_per_month").
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, assert_never

from workshop.domain.answer import Answer, Counts, Evidence, Item, Phased, Status, Value
from workshop.domain.journey import Block, Division, Matrix

Json = dict[str, Any]
"""What json.loads gives; looked into in this file only."""

_STATUSES: Final = {str(status): status for status in Status}


class BrokenRecord(Exception):
    """A stored answer is not what this version writes."""


def encode(answers: Mapping[str, Answer], money: frozenset[str] = frozenset()) -> str:
    """Write answers as one JSON document; `money` are the codes of amounts in euros, a field as "group.field"."""
    return json.dumps({code: _answer(one, code, money) for code, one in answers.items()}, separators=(",", ":"))


def decode(text: str) -> dict[str, Answer]:
    """Read them back; raises BrokenRecord when the document is not one that `encode` wrote."""
    try:
        return {code: _read_answer(raw) for code, raw in json.loads(text).items()}
    except (KeyError, ValueError, TypeError, AttributeError, InvalidOperation) as error:
        raise BrokenRecord(f"{type(error).__name__}: {error}") from error


def _answer(answer: Answer, code: str, money: frozenset[str]) -> Json:
    raw: Json = {} if answer.status is Status.ANSWERED else {"status": str(answer.status)}
    if answer.value is not None:
        raw |= _value(answer.value, code, money)
    if answer.evidence is not None:
        raw["evidence"] = int(answer.evidence)
    return raw


def _value(value: Value, code: str, money: frozenset[str]) -> Json:
    match value:
        case bool():
            return {"yes_no": value}
        case int():
            return {"scale": value}
        case str():
            return {"text": value}
        case Decimal():
            return {"cents": _cents(value)} if code in money else {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return _tuple(value, code, money)
        case Phased():
            return {"per_phase": {str(block): _item(item, code, money) for block, item in value.items.items()}}
        case _:
            return _cells(value, code in money)


def _cents(euros: Decimal) -> int:
    """Turn euros into whole cents; raises ValueError for a part of a cent, which no answer may hold."""
    cents = euros * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"{euros} euros are not whole cents")
    return int(cents)


def _tuple(value: tuple[str, ...] | tuple[Item, ...], code: str, money: frozenset[str]) -> Json:
    """Write codes or items; choices without a code do not exist, so nothing at all is a group without items."""
    codes = [one for one in value if isinstance(one, str)]
    if codes:
        return {"codes": codes}
    items = [one for one in value if isinstance(one, Item)]
    return {"items": [_item(item, code, money) for item in items]}


def _item(item: Item, code: str, money: frozenset[str]) -> Json:
    return {one: _answer(answer, f"{code}.{one}", money) for one, answer in item.answers.items()}


def _cells(value: Division | Matrix | Counts, in_cents: bool) -> Json:
    match value:
        case Division():
            split = sorted(str(block) for block in value.split)
            if in_cents:
                return {"division_cents": {str(b): _cents(n) for b, n in value.parts.items()}, "split": split}
            return {"division": {str(b): str(n) for b, n in value.parts.items()}, "split": split}
        case Matrix():
            rows = value.levels.items()
            return {"matrix": {row: {str(block): level for block, level in cells.items()} for row, cells in rows}}
        case Counts():
            return {"counts": dict(value.counts)}
        case _:
            assert_never(value)


def _read_answer(raw: Json) -> Answer:
    evidence = Evidence(raw["evidence"]) if "evidence" in raw else None
    return Answer(_STATUSES[raw.get("status", "answered")], _read_value(raw), evidence)


def _read_value(raw: Json) -> Value | None:
    for kind, read in _READERS.items():
        if kind in raw:
            return read(raw)
    if "status" not in raw:
        raise BrokenRecord(f"no known kind of value in {sorted(raw)}")
    return None


def _read_items(raw: Json) -> Value:
    return tuple(map(_read_item, raw["items"]))


def _read_item(raw: Json) -> Item:
    return Item({code: _read_answer(one) for code, one in raw.items()})


def _read_phased(raw: Json) -> Value:
    return Phased({Block(block): _read_item(item) for block, item in raw["per_phase"].items()})


def _read_division(raw: Json) -> Value:
    parts = {Block(block): Decimal(part) for block, part in raw["division"].items()}
    return Division(parts, frozenset(Block(block) for block in raw["split"]))


def _read_division_cents(raw: Json) -> Value:
    parts = {Block(block): _euros(part) for block, part in raw["division_cents"].items()}
    return Division(parts, frozenset(Block(block) for block in raw["split"]))


def _euros(cents: int) -> Decimal:
    return Decimal(int(cents)) / 100


def _read_matrix(raw: Json) -> Value:
    rows = raw["matrix"].items()
    return Matrix({row: {Block(b): int(level) for b, level in cells.items()} for row, cells in rows})


_READERS: Final[Mapping[str, Callable[[Json], Value]]] = {
    "yes_no": lambda raw: bool(raw["yes_no"]),
    "scale": lambda raw: int(raw["scale"]),
    "text": lambda raw: str(raw["text"]),
    "decimal": lambda raw: Decimal(raw["decimal"]),
    "cents": lambda raw: _euros(raw["cents"]),
    "date": lambda raw: date.fromisoformat(raw["date"]),
    "codes": lambda raw: tuple(raw["codes"]),
    "items": _read_items,
    "per_phase": _read_phased,
    "division": _read_division,
    "division_cents": _read_division_cents,
    "matrix": _read_matrix,
    "counts": lambda raw: Counts(dict(raw["counts"])),
}
