"""Finds questions that are never asked and rules that can never fire."""

import ast
from collections import Counter
from collections.abc import Iterator

from workshop.content.declared import Declared
from workshop.content.mistake import Mistake
from workshop.content.notebook import Placed
from workshop.content.reading import FolderReading
from workshop.content.satisfiable import World
from workshop.content.vocabulary import Vocabulary, vocabulary_of

_KEYS = {
    "ask when": "unreachable",
    "when": "never_fires",
    "check": "check_never_true",
}


def never_mistakes(reading: FolderReading, faulty: frozenset[tuple[str, int]]) -> Iterator[Mistake]:
    """Give every condition that can never hold; `faulty` are places (file name, line) with a graver mistake."""
    vocabulary = vocabulary_of(reading)
    sound = [one for one in reading.placed if (one.file.name, one.line) not in faulty]
    asked: dict[str, ast.expr] = {}
    for placed in (one for one in sound if one.key == "ask when"):
        if _possible(placed, vocabulary, asked):
            asked[placed.owner] = placed.expression.tree
        else:
            yield _never(placed)
    rules = [one for one in sound if one.key == "when"]
    twice = Counter(one.owner for one in rules)
    fires = {one.owner: one for one in rules if twice[one.owner] == 1}
    dead: set[str] = set()
    for placed in (one for one in sound if one.key in ("when", "check")):
        if not _possible(placed, vocabulary, asked):
            dead.add(placed.owner)
            yield _never(placed)
    for placed in (one for one in sound if _hangs_on_rule(one) and one.owner not in dead):
        rule = fires.get(placed.owner)
        if rule is not None and not _possible(placed, vocabulary, asked, rule):
            yield _never(placed)


def _hangs_on_rule(placed: Placed) -> bool:
    """Tell whether a condition is only looked at once its rule has fired."""
    return (placed.key.endswith(" when") and placed.key != "ask when") or placed.key in ("absorbs", "defers")


def _possible(placed: Placed, vocabulary: Vocabulary, asked: dict[str, ast.expr], rule: Placed | None = None) -> bool:
    world = World(Declared(vocabulary, placed), asked)
    trees = [placed.expression.tree, *([rule.expression.tree] if rule else [])]
    return world.possible(*trees)


def _never(placed: Placed) -> Mistake:
    key = _KEYS.get(placed.key, "never_holds")
    values = {"key": placed.key, "condition": placed.expression.text, "code": placed.owner}
    return Mistake(placed.file, placed.line, key, values)
