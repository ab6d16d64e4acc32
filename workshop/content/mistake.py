"""A mistake in a questionnaire folder, as a value: which file, which line, which words explain it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from workshop.language.messages import Words

_SPOKEN: Mapping[str, str] = {
    "what": "check.what.",
    "kind": "check.kind.",
    "expected_status": "check.status.",
    "found_status": "check.status.",
    "reason": "",
}
"""Values that are themselves keys of words → the section they stand in."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; `key` names its words in section [check], `values` fill them.

    The value `near` adds "did you mean"; `what`, `kind`, `expected_status`, `found_status` and `reason` are keys of
    words themselves.
    """

    file: Path
    line: int
    key: str
    values: Mapping[str, str] = field(default_factory=dict)


class ContentError(Exception):
    """A questionnaire folder cannot be used; `mistakes` says where, what, and what to do."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        first = "; ".join(f"{one.file.name}:{one.line}: {one.key}" for one in mistakes[:3])
        super().__init__(f"{len(mistakes)} mistakes ({first}); run `workshop check`.")
        self.mistakes = mistakes


def render(mistake: Mistake, words: Words, base: Path | None = None) -> str:
    """Write a mistake as `file:line: message`, the file as seen from `base`."""
    file = mistake.file
    if base is not None and file.is_relative_to(base):
        file = file.relative_to(base)
    values = dict(mistake.values)
    for name, section in _SPOKEN.items():
        if name in values:
            values[name] = words(f"{section}{values[name]}", **mistake.values)
    message = words(f"check.{mistake.key}", **values)
    if near := values.get("near"):
        message = f"{message} {words('check.did_you_mean', near=near)}"
    return f"{file}:{mistake.line}: {message}"


def nearest(name: str, known: Iterable[str]) -> dict[str, str]:
    """Return the known name that looks most like this one as {"near": …}, or nothing."""
    by_folded = {one.casefold(): one for one in known}
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.7)
    return {"near": by_folded[found[0]]} if found else {}
