"""Checks the arguments of facts: how many there are, and whether the groups, channels and questions exist."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workshop.content.mistake import nearest
from workshop.content.notebook import Placed
from workshop.content.vocabulary import Vocabulary
from workshop.domain.facts import FACTS
from workshop.domain.reading import ASPECTS


class Note(Protocol):
    """Writes down a mistake at the column of a part."""

    def __call__(self, node: ast.expr, key: str, /, **values: str) -> None:
        """Write down a mistake."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Looks at what facts are given in one expression."""

    placed: Placed
    vocabulary: Vocabulary
    note: Note

    def check(self, node: ast.expr, fact: str, arguments: Sequence[ast.expr]) -> None:
        """Note every mistake in the arguments of a fact that exists."""
        signature = FACTS[fact]
        kinds: list[str] = list(signature.arguments)
        if signature.variadic:
            kinds += kinds[-1:] * (len(arguments) - len(kinds))
        if len(kinds) != len(arguments):
            expected = ", ".join(signature.arguments) + (", …" if signature.variadic else "")
            self.note(node, "argument_count", name=fact, found=str(len(arguments)), expected=f"{fact}({expected})")
            return
        for kind, argument in zip(kinds, arguments, strict=True):
            self._argument(fact, kind, argument)

    def _argument(self, fact: str, kind: str, node: ast.expr) -> None:
        match kind, node:
            case "number", ast.Constant(value=int() | float()):
                return
            case "number", ast.Name(id=name) if name in self.vocabulary.thresholds:
                return
            case "number", ast.Name(id=name) if name not in self.vocabulary.names(self.placed):
                self.note(node, "unknown_name", name=name, **nearest(name, self.vocabulary.thresholds))
            case "codes", ast.Tuple(elts=[_, *_] as parts) | ast.List(elts=[_, *_] as parts):
                for part in parts:
                    self._argument(fact, "codes", part)
            case (
                ("group" | "phase" | "channel" | "touchpoint" | "aspect" | "code" | "codes"),
                ast.Name(id=name) | ast.Constant(value=str() as name),
            ):
                self._named_argument(fact, kind, node, name)
            case _:
                self.note(node, "wrong_argument", name=fact, given=ast.unparse(node), kind=kind)

    def _named_argument(self, fact: str, kind: str, node: ast.expr, name: str) -> None:
        words = self.vocabulary
        names = words.focus_names(self.placed)
        known: Sequence[str]
        match kind:
            case "group" | "phase":
                what, known, sure = "group", words.groups(self.placed), bool(words.phases)
            case "channel":
                what, known, sure = "channel", (*words.channels, *(names & {"channel"})), bool(words.channels)
            case "touchpoint":
                what, known, sure = "touchpoint", tuple(names & {"touchpoint"}), True
            case "aspect":
                what, known, sure = "aspect", ASPECTS, True
            case _:
                what, known, sure = "question", tuple(words.questions), True
        if name in known:
            return
        if name in ("phase", "channel", "touchpoint"):
            self.note(node, "focus_missing", name=name)
        elif sure:
            self.note(node, f"unknown_argument.{what}", name=name, fact=fact, **nearest(name, known))
