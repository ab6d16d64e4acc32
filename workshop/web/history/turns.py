"""A change of an answer in words: what it was and what it became, part by part where an answer has parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workshop.domain.answer import Answer, Counts, Item, Phased
from workshop.domain.journey import Division, Matrix
from workshop.domain.phased import cards
from workshop.domain.questionnaire import Question
from workshop.report.answers import answer_words, division_words, item_title, row_words
from workshop.report.voice import Voice
from workshop.web.dossier.check import said

_CODE = "code"
"""The field by which the map editor knows an entry; nobody reads it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of a change; `label` names the part ("" for the whole), an empty side means that it was not there."""

    label: str
    was: str
    became: str


def turns(question: Question, was: Answer | None, became: Answer | None, voice: Voice) -> tuple[Turn, ...]:
    """Say how an answer changed."""
    if not (_has_parts(was) and _has_parts(became)):
        whole = Turn("", _whole(question, was, voice), _whole(question, became, voice))
        return (whole,) if whole.was != whole.became else (_unseen(voice),)
    if _items(was) or _items(became):
        found = tuple(_entries(question, _items(was), _items(became), voice))
    else:
        found = tuple(_lines(_parts(question, was, voice), _parts(question, became, voice)))
    basis = voice.evidence(was.evidence if was else None), voice.evidence(became.evidence if became else None)
    told = (*found, *([Turn(voice.words("web.question.evidence"), *basis)] if basis[0] != basis[1] else []))
    return told or (_unseen(voice),)


def _has_parts(answer: Answer | None) -> bool:
    """Tell whether an answer is said part by part; nothing at all has no parts, and so no part that stays."""
    match answer.value if answer else ():
        case Division() | Matrix() | Counts() | Phased() | ():
            return True
        case tuple((Item(), *_)):
            return True
    return False


def _whole(question: Question, answer: Answer | None, voice: Voice) -> str:
    text = said(question, answer, voice)
    basis = voice.evidence(answer.evidence) if answer else ""
    return f"{text} ({basis})" if basis else text


def _items(answer: Answer | None) -> tuple[Item, ...]:
    value = answer.value if answer else ()
    return tuple(one for one in value if isinstance(one, Item)) if isinstance(value, tuple) else ()


def _parts(question: Question, answer: Answer | None, voice: Voice) -> Mapping[str, str]:
    """Return the parts of an answer by their name."""
    match answer.value if answer else None:
        case Division() as division:
            return {voice.phase(one): amount for one, amount in division_words(question, division, voice).items()}
        case Counts() as counts:
            return {row_words(question, row, voice): str(count) for row, count in counts.counts.items() if count}
        case Matrix() as matrix:
            names = {row: voice.channel(row) for row in matrix.levels}
            lines = {row: Answer(value=Matrix({row: levels})) for row, levels in matrix.levels.items()}
            return {
                names[row]: said(question, one, voice).removeprefix(f"{names[row]}: ") for row, one in lines.items()
            }
        case Phased() as phased:
            known = [card for card in cards(voice.model, phased) if card.item is not None]
            return {voice.phase(card.phase): _entry(question, card.item, voice) for card in known}
    return {}


def _lines(was: Mapping[str, str], became: Mapping[str, str]) -> Iterator[Turn]:
    for name in dict.fromkeys((*was, *became)):
        turn = Turn(name, was.get(name, ""), became.get(name, ""))
        if turn.was != turn.became:
            yield turn


def _entries(question: Question, was: tuple[Item, ...], became: tuple[Item, ...], voice: Voice) -> Iterator[Turn]:
    """Say which entries of a group came, went and changed; an entry is known by its code or by its first field."""
    old, new = _named(question, was, voice), _named(question, became, voice)
    renamed = dict(_renamed(old, new))
    for name, item in old.items():
        other = new.get(renamed.get(name, name))
        if other is None:
            yield Turn("", _entry(question, item, voice), "")
        else:
            yield from _fields(question, item, other, voice)
    come = [name for name in new if name not in old and name not in renamed.values()]
    yield from (Turn("", "", _entry(question, new[name], voice)) for name in come)
    if old.keys() == new.keys() and list(old) != list(new):
        yield Turn(voice.words("web.history.order"), "", "")


def _renamed(old: Mapping[str, Item], new: Mapping[str, Item]) -> Iterator[tuple[str, str]]:
    """Pair entries that got another name with what they are called now: they still say mostly the same."""
    free = [name for name in new if name not in old]
    for name in (one for one in old if one not in new):
        alike = {other: _alike(old[name], new[other]) for other in free}
        best = max(alike, key=lambda other: alike[other], default="")
        if alike.get(best, 0) * 2 >= len(old[name].answers):
            free.remove(best)
            yield name, best


def _alike(one: Item, other: Item) -> int:
    return sum(other.get(code) == answer for code, answer in one.answers.items())


def _named(question: Question, items: tuple[Item, ...], voice: Voice) -> dict[str, Item]:
    """Return entries by what they are known by; the second of the same name gets a number."""
    found: dict[str, Item] = {}
    for item in items:
        code = item.get(_CODE) if question.editor else None
        name = str(code.value) if code else item_title(question, item, voice)
        found[name if name not in found else f"{name} {len(found)}"] = item
    return found


def _fields(question: Question, was: Item, became: Item, voice: Voice) -> Iterator[Turn]:
    title = item_title(question, became, voice)
    for field in question.fields:
        old, new = was.get(field.code), became.get(field.code)
        if old != new and field.code != _CODE:
            label = f"{title} – {field.title}"
            yield Turn(label, _field(field, old, voice), _field(field, new, voice))


def _field(field: Question, answer: Answer | None, voice: Voice) -> str:
    text = answer_words(field, answer, voice)
    basis = voice.evidence(answer.evidence) if answer else ""
    return f"{text} ({basis})" if basis else text


def _entry(question: Question, item: Item | None, voice: Voice) -> str:
    """Say one entry of a group: what was made on the map by its name, anything else in full."""
    if item is None:
        return ""
    if question.editor:
        return item_title(question, item, voice)
    return said(replace(question, editor=""), Answer(value=(item,)), voice).strip()


def _unseen(voice: Voice) -> Turn:
    return Turn(voice.words("web.history.unseen"), "", "")
