"""Saying what comes along from an edited report and what does not: titles, each with its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from workshop.domain.hand_plain import MOST_TEXT
from workshop.language.messages import Words
from workshop.language.numbers import format_number
from workshop.report.keep.deeds import Deeds
from workshop.report.keep.merge import Homeless, Merged


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to say, and what it is about, line by line."""

    title: str
    lines: tuple[str, ...] = ()


def kept(deeds: Deeds, words: Words) -> Told:
    """What comes along."""
    lines = [
        words("keep.say.took_away", title=one.title) if one.value.get("text") == "" else one.title
        for one in deeds.wanted
    ]
    if not lines:
        return Told(words("keep.say.nothing"))
    return Told(words.plural("keep.say.kept", len(lines)), tuple(lines))


def conflicts(merged: Merged, words: Words) -> Iterator[Told]:
    """Where the report changed too, with its new text."""
    yield from _counted(words, "conflicts", (f"{one.title}: {one.fresh}" for one in merged.conflicts))


def left_behind(merged: Merged, deeds: Deeds, words: Words) -> Iterator[Told]:
    """What does not come along, each with the text itself: nothing is lost unseen."""
    if merged.stripped:
        yield Told(words("keep.say.stripped"))
    yield from _counted(words, "homeless", map(_line, merged.homeless))
    most = format_number(Decimal(MOST_TEXT), words.language)
    yield from _counted(words, "left", map(_line, deeds.left), most=most)
    yield from _counted(words, "outside", merged.outside)
    said = ((title, words(f"keep.lost.{what}")) for title, what in merged.lost)
    yield from _counted(words, "lost", (words("keep.say.lost_in", title=title, what=what) for title, what in said))
    if merged.missing is None:
        yield Told(words("keep.say.no_manifest"))
    elif merged.missing:
        yield Told(words.plural("keep.say.missing", merged.missing))
    if merged.moved:
        yield Told(words("keep.say.moved"))


def _counted(words: Words, key: str, lines: Iterable[str], **values: str) -> Iterator[Told]:
    held = tuple(lines)
    if held:
        yield Told(words.plural(f"keep.say.{key}", len(held), **values), held)


def _line(one: Homeless) -> str:
    return f"{one.title}: {one.text}"
