"""Sentences with the client's own values in them: "{hours_to_win}" becomes "3,5 uur"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, assert_never

from workshop.domain.finding import Shown
from workshop.report.document import BulletList, ListItem, NumberedList, Paragraph
from workshop.report.errors import UnknownPlaceholder
from workshop.report.spans import Spans
from workshop.report.voice import Voice

Prose = Paragraph | BulletList | NumberedList
_PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Filler:
    """Puts the values of one finding into its sentences.

    An unknown placeholder raises when `strict`; otherwise it becomes the word for "not known", so that a slip in
    a rule file never costs a client his report.
    """

    voice: Voice
    shown: Mapping[str, Shown]
    strict: bool = False

    def fill(self, sentence: str) -> str:
        """Fill in one sentence."""
        return _PLACEHOLDER.sub(lambda match: self._value(match[1], sentence), sentence)

    def spans(self, spans: Spans) -> Spans:
        """Fill in formatted text; a value is text as typed, never markup."""
        return tuple(replace(span, text=self.fill(span.text)) for span in spans)

    def blocks(self, blocks: tuple[Prose, ...]) -> tuple[Prose, ...]:
        """Fill in paragraphs and lists."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Prose) -> Prose:
        match block:
            case Paragraph():
                return replace(block, spans=self.spans(block.spans))
            case BulletList():
                return BulletList(tuple(self._item(item) for item in block.items))
            case NumberedList():
                return NumberedList(tuple(self._item(item) for item in block.items))
            case _:
                assert_never(block)

    def _item(self, item: ListItem) -> ListItem:
        inside = tuple(one for one in map(self._block, item.inside) if not isinstance(one, Paragraph))
        return ListItem(self.spans(item.spans), inside)

    def _value(self, name: str, sentence: str) -> str:
        shown = self.shown.get(name)
        if shown is not None:
            return say(shown, self.voice)
        if self.strict:
            raise UnknownPlaceholder(name, sentence)
        return self.voice.words("report.unknown_value")


def fill(sentence: str, shown: Mapping[str, Shown], voice: Voice, *, strict: bool = True) -> str:
    """Fill in one sentence; raises on a placeholder that is not in `shown` unless told otherwise."""
    return Filler(voice, shown, strict).fill(sentence)


def say(shown: Shown, voice: Voice) -> str:
    """Say one value as a sentence does."""
    match shown.value:
        case None:
            return voice.words("report.unknown_value")
        case Decimal() as value:
            return _number(value, shown, voice)
        case str() as value:
            return _named(value, shown.kind, voice)
        case tuple() as values:
            return voice.join(_named(value, shown.kind, voice) for value in values)
        case _:
            assert_never(shown.value)


def _number(value: Decimal, shown: Shown, voice: Voice) -> str:
    if shown.kind == "percent" or shown.unit == "percent":
        return voice.percent(value)
    if shown.kind == "money" and not shown.unit:
        return voice.money(value)
    return voice.quantity(value, shown.unit)


def _named(value: str, kind: str, voice: Voice) -> str:
    match kind:
        case "phase" | "phases":
            return voice.phase(value)
        case "channel" | "channels":
            return voice.channel(value)
        case _:
            return value
