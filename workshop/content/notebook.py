"""What a reader writes down while reading one file: its mistakes and where each expression stands."""

from dataclasses import dataclass, field
from pathlib import Path

from workshop.content.mistake import Mistake
from workshop.domain.expression import Expression, ExpressionMistake, parse_expression

SHORT = 60
"""Most characters of an author's own line that a message repeats."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with its place: line, column of its first character, key it stands at and owner's code.

    The owner of a field's expression is "group.field".
    """

    expression: Expression
    file: Path
    line: int
    column: int
    key: str
    owner: str

    def column_of(self, offset: int) -> str:
        """Return the column in the file of a place in the expression (`offset` in bytes, as `ast` counts)."""
        before = self.expression.text.encode()[:offset].decode(errors="ignore")
        return str(self.column + len(before))


@dataclass(slots=True)
class Notebook:
    """Collects what is found in one file; the one value here that changes.

    `unsure` are codes whose type could not be read, so that nothing else is said about them.
    """

    file: Path
    mistakes: list[Mistake] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    def note(self, line: int, key: str, /, **values: str) -> None:
        """Write down a mistake on a line."""
        self.mistakes.append(Mistake(self.file, line, key, values))

    def place(self, line: int, column: int, text: str, key: str, owner: str) -> Expression | None:
        """Read an expression; a text outside the language is a mistake on its exact column."""
        try:
            found = parse_expression(text)
        except ExpressionMistake as mistake:
            at = str(column + mistake.column - 1)
            values = {**mistake.values, "text": shorten(mistake.values.get("text", text)), "key": key, "column": at}
            self.note(line, f"expression.{mistake.key}", **values)
            return None
        except RecursionError:
            self.note(line, "expression.syntax", text=shorten(text), key=key, column=str(column))
            return None
        self.placed.append(Placed(found, self.file, line, column, key, owner))
        return found


def shorten(text: str) -> str:
    """Cut an author's line to what fits in a message."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
