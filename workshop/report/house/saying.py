"""A verdict in words: what is refused, mended, added and worth a look, for the one who can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.report.house.verdict import Remark, Verdict
from workshop.report.word.looks import BUILT_IN

_ANCHORS: Final = {Language.NL: "{{rapport}}", Language.EN: "{{report}}"}
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict as sentences; `refused` is "" for a file that can be used, `lacking` is "" when nothing is added."""

    refused: str
    mended: tuple[str, ...]
    lacking: str
    warnings: tuple[str, ...]


def told(verdict: Verdict, words: Words) -> Told:
    """Say a verdict in this language."""
    refused = "" if verdict.refused is None else say(verdict.refused, "refused", words)
    mended = tuple(say(one, "mended", words) for one in verdict.mended)
    warnings = tuple(say(one, "warned", words) for one in verdict.warnings)
    return Told(refused, mended, _lacking(verdict.missing, words), warnings)


def say(remark: Remark, kind: str, words: Words) -> str:
    """Say one remark; `kind` is "refused", "mended" or "warned"."""
    return words(f"house.{kind}.{remark.code}", **{"anchor": anchor(words), **remark.values})


def anchor(words: Words) -> str:
    """What a consultant types where the report must begin, in this language."""
    return _ANCHORS[words.language]


def _lacking(missing: Iterable[str], words: Words) -> str:
    """Name the styles that Word itself knows first: those a consultant can look up."""
    names = sorted(missing, key=lambda one: one not in BUILT_IN)
    shown, more = [style_name(one, words) for one in names[:_MOST]], len(names) - _MOST
    if more > 0:
        shown = [*shown, words("house.say.and_more", n=str(more))]
    return words.plural("house.missing", len(names), names=", ".join(shown)) if names else ""


def style_name(name: str, words: Words) -> str:
    """Give the name of a style as Word shows it in this language; our own styles have one name."""
    key = f"house.style.{name.lower().replace(' ', '_')}"
    return words(key) if words.has(key) else name
