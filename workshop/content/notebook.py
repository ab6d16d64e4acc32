"""What a reader writes down while reading one file: its mistakes and where each expression stands."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from workshop.content.mistake import Mistake
from workshop.domain.expression import Expression, ExpressionMistake, parse_expression

SHORT = 60
"""Most characters of an author's own line that a message repeats."""
_DECIMAL_COMMA = re.compile(r"(?<![\w.])([0-9]+),\s?([0-9]+)(?![\w.])", re.ASCII)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


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

    `unsure` are codes of questions, and of rules, that could not be read whole, so that little else is said of them.
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
            if mistake.key == "syntax" and (comma := decimal_comma(text)):
                values = {"given": comma[0], "number": with_point(comma), "key": key}
                self.note(line, "condition.decimal_comma", **values, column=str(column + comma.start()))
                return None
            values = {**mistake.values, "text": shorten(mistake.values.get("text", text)), "key": key, "column": at}
            self.note(line, f"expression.{mistake.key}", **values)
            return None
        except RecursionError:
            self.note(line, "expression.syntax", text=shorten(text), key=key, column=str(column))
            return None
        self.placed.append(Placed(found, self.file, line, column, key, owner))
        return found


def decimal_comma(text: str) -> re.Match[str] | None:
    """Find the first number with a comma before its decimals; what stands between quotation marks does not count."""
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    return _DECIMAL_COMMA.search(bare)


def with_point(found: re.Match[str]) -> str:
    """Write a number that was found by `decimal_comma` with a point."""
    return f"{found[1]}.{found[2]}"


def shorten(text: str) -> str:
    """Cut an author's line to what fits in a message."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
