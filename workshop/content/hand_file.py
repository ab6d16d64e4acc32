"""What a consultant changed, as it stands in an answers file: read whole or not at all, every mistake named."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workshop.domain.answer import Problem
from workshop.domain.hand import Change
from workshop.domain.hand_plain import (
    MOST_CHANGES,
    MOST_CHARACTERS,
    NotAChange,
    cleaned,
    from_plain,
    judged,
    room,
    to_plain,
)

Problems = tuple[Problem, ...]


def plain_changes(changes: Iterable[Change]) -> list[dict[str, object]]:
    """Return changes as `read_changes` reads them back."""
    return [to_plain(one) for one in changes]


def read_changes(raw: object) -> tuple[tuple[Change, ...], Problems]:
    """Read the list under "hand"; a problem points into it: "hand.2.reason" is the reason of the second change."""
    if not isinstance(raw, list):
        return (), (Problem("hand", "hand.wrong.list", {}),)
    read = [_read(one, number) for number, one in enumerate(raw, start=1)]
    changes = tuple(one for one in read if isinstance(one, Change))
    problems = tuple(problem for one in read if isinstance(one, tuple) for problem in one)
    if not room(changes):
        most = {"most": str(MOST_CHANGES), "letters": str(MOST_CHARACTERS)}
        problems = (*problems, Problem("hand", "hand.wrong.room", most))
    return changes, problems


def _read(raw: object, number: int) -> Change | Problems:
    try:
        change = cleaned(from_plain(raw))
    except NotAChange as error:
        where = f"hand.{number}"
        return (Problem(where, "hand.wrong.change", {"part": error.where or where}),)
    return tuple(_placed(judged(change), number)) or change


def _placed(problems: Problems, number: int) -> Iterator[Problem]:
    for one in problems:
        yield replace(one, where=f"hand.{number}.{one.where}")
