"""A calculated figure: a number with what it rests on, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from workshop.domain.answer import Status
from workshop.domain.reading import Reading


@dataclass(frozen=True, slots=True)
class Figure:
    """A calculated figure: None when it cannot be known; `codes` are the answers it rests on.

    `missing` are answers that would be needed; `note` a words key (section [report.note]) that explains a missing or
    special value; `inputs` the numbers of the sum, by the names of the formula.
    """

    value: Decimal | None
    codes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    note: str = ""
    inputs: Mapping[str, Decimal] = field(default_factory=dict)


ONE_OFF = Figure(None, ("purchase_rhythm",), (), "one_off")
"""A figure about buying again, for a business whose customers buy once (a kitchen, a funeral)."""


def product(reading: Reading, *codes: str) -> Figure:
    """Multiply answers; unknown as soon as one is."""
    inputs = {code: value for code in codes if (value := reading.number(code)) is not None}
    missing = tuple(code for code in codes if code not in inputs)
    if missing:
        return Figure(None, tuple(inputs), missing, why(reading, missing), inputs)
    value = Decimal(1)
    for factor in inputs.values():
        value *= factor
    return Figure(value, codes, inputs=inputs)


def why(reading: Reading, missing: tuple[str, ...]) -> str:
    """Tell whether missing answers do not apply or are simply not known."""
    dropped = all(reading.status(code) is Status.NOT_APPLICABLE for code in missing)
    return "not_applicable" if dropped else "missing"


def said_not_to_apply(reading: Reading, code: str) -> bool:
    """Tell whether someone answered "n.v.t.", which is more than a question that was never asked."""
    answer = reading.answer(code)
    return answer is not None and answer.status is Status.NOT_APPLICABLE


def lacking(*figures: Figure) -> Figure:
    """Make an unknown figure out of figures it would need, passing on what is missing and why."""
    if ONE_OFF in figures:
        return ONE_OFF
    missing = tuple(dict.fromkeys(code for one in figures for code in one.missing))
    notes = (one.note for one in figures if one.value is None and one.note not in ("", "missing"))
    return Figure(None, _codes(figures), missing, next(notes, "missing"))


def made_from(value: Decimal | None, note: str = "", /, **parts: Figure | Decimal) -> Figure:
    """Make a figure out of others, keeping what it rests on and the numbers of its sum."""
    figures = tuple(one for one in parts.values() if isinstance(one, Figure))
    numbers = {name: one.value if isinstance(one, Figure) else one for name, one in parts.items()}
    return Figure(value, _codes(figures), (), note, {name: one for name, one in numbers.items() if one is not None})


def also_from(value: Decimal, first: Figure, second: Figure, **inputs: Decimal) -> Figure:
    """Make a figure whose sum shows the numbers behind two others instead of their results."""
    return Figure(value, _codes((first, second)), inputs={**first.inputs, **second.inputs, **inputs})


def _codes(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for one in figures for code in one.codes))
