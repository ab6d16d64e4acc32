"""Makes the folder of a new questionnaire out of the example that ships."""

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from workshop.content.codes import Shape

EXAMPLE = "voorbeeld"
"""The id that the example folder has, and that its files name."""
MOST_CHARACTERS = 40
_ID = re.compile(rf'^(id: |\s*"questionnaire": "){EXAMPLE}\b', re.MULTILINE)


class Refusal(StrEnum):
    """Why a questionnaire cannot be made; the words stand in [cli.new]."""

    NAME = "name"
    TAKEN = "taken"
    EXISTS = "exists"


def refusal(name: str, target: Path, taken: Iterable[str]) -> Refusal | None:
    """Tell why no questionnaire with this name can be made at this place; None when it can."""
    if len(name) > MOST_CHARACTERS or not Shape.MODEL.fits(name):
        return Refusal.NAME
    if target.exists():
        return Refusal.EXISTS
    return Refusal.TAKEN if name in taken else None


def make(example: Path, target: Path) -> tuple[Path, ...]:
    """Write the example as a questionnaire of its own, named after its folder; raises OSError."""
    target.mkdir(parents=True)
    written = []
    for file in sorted(path for path in example.rglob("*") if path.is_file()):
        copy = target / file.relative_to(example)
        copy.parent.mkdir(exist_ok=True)
        text = _ID.sub(rf"\g<1>{target.name}", file.read_text(encoding="utf-8"))
        copy.write_text(text, encoding="utf-8", newline="\n")
        written.append(copy)
    return tuple(written)
