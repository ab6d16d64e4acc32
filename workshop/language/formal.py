"""Formal Dutch: a sentence written with "je" becomes the same sentence with "u".

Rules decide with the words beside it whether "je" owns ("je klant"), does ("dan kies je") or undergoes ("bij je");
what no rule can decide stands in `formal_words.SAID_OTHERWISE`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final

from workshop.language.formal_words import (
    ALWAYS_DOER,
    BESIDE,
    EITHER,
    GIVING,
    LEADING,
    MATTER,
    NOUNS,
    OPENING,
    OTHER_DOERS,
    PLURAL_DOERS,
    PLURALS,
    PREFIXES,
    SAID_OTHERWISE,
    SAME,
    SINGLE,
    STEMS,
    TITLES,
    TURNED,
)

_FAMILIAR: Final = re.compile(r"\b(?:je|jij|jou|jouwe?|jezelf|jijzelf|jullie)\b", re.IGNORECASE)
_PIECE: Final = re.compile(
    r"""
    "[^"]*" | “[^”]*”                       # what somebody says stays as it was said
    | \{[^{}]*\} | `[^`]*` | <[^<>]*>       # names of the program
    | \]\([^()]*\) | https?://\S+           # where a link goes
    | [^\W\d_]+(?:['’-][^\W\d_]+)*          # a word
    | \s+ | .
    """,
    re.VERBOSE | re.DOTALL,
)
_FIXED: Final = {"jouw": "uw", "jouwe": "uwe", "jou": "u", "jezelf": "uzelf", "jijzelf": "uzelf"}
_SENTENCE_ENDS: Final = ".?!;\n"
_PART_ENDS: Final = OPENING | LEADING | {",", ":", "die"}
_WITHIN: Final = (",", "–", "'", "’")
_NAMED: Final = "{"
_OTHERWISE: Final = tuple(
    (re.compile(r"(?<!\w)" + re.escape(said).replace(r"\ ", r"\s+") + r"(?!\w)"), instead)
    for said, instead in SAID_OTHERWISE.items()
)


@dataclass(frozen=True, slots=True)
class _Place:
    """The two words before a word and the one after it, in lower case; "" where the sentence or part of it ends.

    `_NAMED` stands for a quotation or a name of the program. `last` is the last word of this part of the sentence.
    `opens` tells that the word before opens the sentence, `asked` that this is a question, `divided` that a
    comma follows.
    """

    earlier: str
    before: str
    after: str
    last: str
    opens: bool
    asked: bool
    divided: bool


@lru_cache(maxsize=8192)
def formal(text: str) -> str:
    """Return a Dutch text with "u" for "je"; quotations in double quotes, {names}, `code` and links stay."""
    if text in TITLES or not _FAMILIAR.search(text):
        return text
    for said, instead in _OTHERWISE:
        text = said.sub(instead, text)
    pieces = _PIECE.findall(text)
    for at, piece in enumerate(pieces):
        if _FAMILIAR.fullmatch(piece):
            _turn(pieces, at)
    return "".join(pieces)


def _turn(pieces: list[str], at: int) -> None:
    """Turn one familiar word, and its verb when that has another form with "u"."""
    word, place = pieces[at].lower(), _place(pieces, at)
    if word == "jullie":
        _turn_several(pieces, at, place)
    elif word in _FIXED:
        _put(pieces, at, _FIXED[word])
    elif word == "je" and _owns(place):
        _put(pieces, at, "uw")
    elif word == "je" and _is_the_same(place):
        _put(pieces, at, "zich")
    else:
        _put(pieces, at, "u")
        if _does(place):
            _put(pieces, at - 2, _with_u(place.before))
        elif place.after in TURNED:
            _put(pieces, at + 2, TURNED[place.after])


def _turn_several(pieces: list[str], at: int, place: _Place) -> None:
    """Turn "jullie", and the plural verb before or after it."""
    for there, verb in ((at - 2, place.before), (at + 2, place.after)):
        if verb in PLURAL_DOERS:
            _put(pieces, at, "u")
            _put(pieces, there, PLURAL_DOERS[verb])
            return
    _put(pieces, at, "uw" if _owns(place) else "u")


def _owns(place: _Place) -> bool:
    """Tell whether "je" says whose the next word is: a noun, or a word that goes with one."""
    if not place.after or place.after in BESIDE or _is_verb(place.after):
        return False
    if place.after == _NAMED:
        return not (place.before in STEMS or _is_verb(place.before))
    if place.after in MATTER and place.before in GIVING:
        return False
    return not (_must_do(place) or _does_at_the_end(place))


def _must_do(place: _Place) -> bool:
    """Tell whether the verb before "je" makes it the one who does, whatever comes next: "Verkoop je tijd?"."""
    if place.before in ALWAYS_DOER:
        return True
    if place.before not in STEMS or place.after == "eigen":
        return False
    also_its = place.before in EITHER or place.before.endswith("t")
    if also_its and not _is_plural(place.after):
        return False
    return place.earlier in LEADING or (place.asked and place.opens)


def _does_at_the_end(place: _Place) -> bool:
    """Tell whether a verb at the end goes with "je" and not with the noun after it: "als je klanten verliest"."""
    other = _is_plural(place.after) or place.after in MATTER
    return other and place.before in OPENING and _goes_with_je(_bare(place.last))


def _is_plural(noun: str) -> bool:
    return noun.endswith(("en", "ers", "els", "tes", "'s", "’s")) and noun not in SINGLE


def _is_the_same(place: _Place) -> bool:
    """Tell whether "u" both does and undergoes: "u voelt zich thuis", "herinnert u zich"."""
    return place.before == "u" or (place.earlier == "u" and _is_verb(place.before))


def _does(place: _Place) -> bool:
    """Tell whether the word before "je" is its verb: "dan kies je", and not "hij wil je" or "dat je"."""
    if not place.opens or place.before in ALWAYS_DOER:
        return place.before in STEMS and place.earlier not in OTHER_DOERS
    a_verb = place.before in STEMS or place.before not in BESIDE | SAME | {"", _NAMED}
    return a_verb and (place.asked or place.divided)


def _with_u(verb: str) -> str:
    """Return the form of a verb that goes with "u": "kies" gives "kiest"."""
    if verb in TURNED:
        return TURNED[verb]
    return verb if verb in SAME or verb.endswith("t") else f"{verb}t"


def _is_verb(word: str) -> bool:
    """Tell whether a word after "je" is a form of a verb, also of one with a prefix: "aanbiedt"."""
    if word in NOUNS:
        return False
    return any(one in SAME or one in PLURALS or _goes_with_je(one) for one in (word, _bare(word)))


def _bare(verb: str) -> str:
    """Return a verb without the part that can stand loose: "aanbiedt" gives "biedt"."""
    return next((verb.removeprefix(one) for one in PREFIXES if verb.startswith(one)), verb)


def _goes_with_je(word: str) -> bool:
    if word in TURNED or word in TURNED.values():
        return True
    return word.endswith("t") and (word in STEMS or word[:-1] in STEMS)


def _place(pieces: list[str], at: int) -> _Place:
    before = _beside(pieces, at, -1)
    earlier = _beside(pieces, at - 2, -1) if before else ""
    opens = bool(before) and not earlier and "".join(pieces[: at - 2]).rstrip()[-1:] not in _WITHIN
    rest = list(takewhile(lambda piece: piece not in _SENTENCE_ENDS, pieces[at:]))
    end = "".join(pieces[at + len(rest) : at + len(rest) + 1])
    part = [piece.lower() for piece in takewhile(lambda piece: piece not in _PART_ENDS, rest) if piece.isalpha()]
    return _Place(earlier, before, _beside(pieces, at, 1), part[-1], opens, end == "?", "," in rest)


def _beside(pieces: list[str], at: int, step: int) -> str:
    """Return the word beside another with only a blank between them."""
    gap, there = at + step, at + 2 * step
    if not 0 <= there < len(pieces) or not pieces[gap].isspace():
        return ""
    first = pieces[there][0]
    if first in '{"“`<':
        return _NAMED
    return pieces[there].lower() if first.isalpha() else ""


def _put(pieces: list[str], at: int, word: str) -> None:
    """Put a word in the place of another, with its capital."""
    pieces[at] = word[0].upper() + word[1:] if pieces[at][0].isupper() else word
