"""Sentences with the client's own values in them: "{hours_to_win}" becomes "3,5 uur".

A sentence that asks for a value which is not known, or for an empty list, falls away as a whole: no advice ever says
"onbekend" halfway, and no quotation marks stand around nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, assert_never

from workshop.domain.facts import FIGURES
from workshop.domain.finding import TRUTH, Shown
from workshop.report.document import BulletList, ListItem, NumberedList, Paragraph
from workshop.report.errors import UnknownPlaceholder
from workshop.report.spans import Span, Spans
from workshop.report.voice import Voice

Prose = Paragraph | BulletList | NumberedList
PLACES: Final = frozenset({"phase", "channel", "strong_channels", "better_phase", "best_phase", "top_channel", "also"})
"""Placeholders for what a rule looks at; each is there only for some rules."""
_PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SENTENCE_END: Final = re.compile(r"[.!?]+[\"'”’)]*(?:\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9{])|\s*$)")


@dataclass(frozen=True, slots=True)
class Filler:
    """Puts the values of one finding into its sentences.

    A placeholder that exists nowhere raises when `strict`; otherwise its sentence falls away, so that a slip in a
    rule file never costs a client his report.
    """

    voice: Voice
    shown: Mapping[str, Shown]
    strict: bool = False

    def fill(self, sentence: str) -> str:
        """Fill in a sentence or a few; "" when nothing is left of them."""
        return "".join(span.text for span in self.spans((Span(sentence),)))

    def title(self, sentence: str) -> str:
        """Fill in a title, which never falls away: "…" stands where a value is not known."""
        return self.fill(
            _PLACEHOLDER.sub(lambda match: match[0] if self._has_value(match[1], sentence) else "…", sentence)
        )

    def spans(self, spans: Spans) -> Spans:
        """Fill in formatted text; a value is text as typed, never markup."""
        kept = self.kept(spans)
        cents = any(self._wants_cents(match[1]) for match in _placeholders(kept))
        return tuple(replace(span, text=self._filled(span.text, cents)) for span in kept)

    def kept(self, spans: Spans) -> Spans:
        """Formatted text without the sentences that ask for something we do not know; not filled in yet."""
        whole = "".join(span.text for span in spans)
        ends = list(_ends(whole))
        sentences = list(zip([0, *ends], ends, strict=False))
        told = [
            (start, end)
            for start, end in sentences
            if all([self._has_value(match[1], whole) for match in _PLACEHOLDER.finditer(whole, start, end)])
        ]
        if told == sentences:
            return spans
        return _joined(piece for start, end in told for piece in _cut(spans, start, end))

    def blocks(self, blocks: tuple[Prose, ...]) -> tuple[Prose, ...]:
        """Fill in paragraphs and lists; what has nothing left to say falls away."""
        return tuple(filled for block in blocks for filled in self._block(block))

    def _block(self, block: Prose) -> Iterator[Prose]:
        match block:
            case Paragraph():
                if spans := self.spans(block.spans):
                    yield replace(block, spans=spans)
            case BulletList() | NumberedList():
                if items := tuple(filled for item in block.items for filled in self._item(item)):
                    yield type(block)(items)
            case _:
                assert_never(block)

    def _item(self, item: ListItem) -> Iterator[ListItem]:
        if spans := self.spans(item.spans):
            filled = (one for inner in item.inside for one in self._block(inner))
            yield ListItem(spans, tuple(one for one in filled if not isinstance(one, Paragraph)))

    def _has_value(self, name: str, sentence: str) -> bool:
        shown = self.shown.get(name)
        if shown is not None:
            return shown.value is not None and (shown.kind == TRUTH or shown.value not in ("", ()))
        if self.strict and not self._exists(name):
            raise UnknownPlaceholder(name, sentence)
        return False

    def _exists(self, name: str) -> bool:
        return name in FIGURES or name in PLACES or self.voice.questionnaire.question(name) is not None

    def _wants_cents(self, name: str) -> bool:
        """A calculated amount is said with cents, and so is every amount beside it."""
        shown = self.shown[name]
        if shown.kind != "money" or not isinstance(shown.value, Decimal):
            return False
        return not shown.unit or shown.value % 1 != 0

    def _filled(self, words: str, cents: bool) -> str:
        return _PLACEHOLDER.sub(lambda match: say(self.shown[match[1]], self.voice, cents=cents), words)


def fill(sentence: str, shown: Mapping[str, Shown], voice: Voice, *, strict: bool = True) -> str:
    """Fill in one sentence; raises on a placeholder that exists nowhere unless told otherwise."""
    return Filler(voice, shown, strict).fill(sentence)


def say(shown: Shown, voice: Voice, *, cents: bool = False) -> str:
    """Say one value as a sentence does."""
    match shown.value:
        case None:
            return voice.words("report.unknown_value")
        case Decimal() as value:
            return _number(value, shown, voice, cents)
        case str() as value:
            return _named(value, shown.kind, voice)
        case tuple() as values:
            return voice.join(_named(value, shown.kind, voice) for value in values)
        case _:
            assert_never(shown.value)


def _number(value: Decimal, shown: Shown, voice: Voice, cents: bool) -> str:
    """Say a number; a share that is not exact to a tenth of a percent is said in whole percents."""
    if shown.kind == "percent" or shown.unit == "percent":
        return voice.percent(value, 0 if value * 1000 % 1 else 1)
    if shown.kind == "money" and not shown.unit:
        return voice.money(value, 2 if cents else None)
    return voice.quantity(value, shown.unit, cents=cents)


def _named(value: str, kind: str, voice: Voice) -> str:
    match kind:
        case "phase" | "phases":
            return voice.phase(value)
        case "channel" | "channels":
            return voice.channel(value)
        case _:
            return value


def _placeholders(spans: Spans) -> Iterator[re.Match[str]]:
    for span in spans:
        yield from _PLACEHOLDER.finditer(span.text)


def _ends(whole: str) -> Iterator[int]:
    """Where each sentence ends, with the blanks after it."""
    last = 0
    for match in _SENTENCE_END.finditer(whole):
        last = match.end()
        yield last
    if last < len(whole):
        yield len(whole)


def _cut(spans: Spans, start: int, end: int) -> Iterator[Span]:
    """The part of a formatted text between two places."""
    at = 0
    for span in spans:
        words = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if words:
            yield replace(span, text=words)


def _joined(pieces: Iterable[Span]) -> Spans:
    """Join neighbours that look alike again and take the blanks off the end."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and replace(joined[-1], text="") == replace(piece, text=""):
            joined[-1] = replace(piece, text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)
