"""The consultant's hand in a report: gaps left out and moved, passages rewritten, and what stood there before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workshop.domain.finding import FindingStatus
from workshop.domain.hand import Hand
from workshop.domain.hand_order import handled, target_of
from workshop.report import prose
from workshop.report.document import Block, Callout, Card, Document, Paragraph, ParagraphStyle, Passage, Simple
from workshop.report.markdown import markdown_of
from workshop.report.material import Material
from workshop.report.room import Original


def with_hand(material: Material, hand: Hand) -> Material:
    """Return the material as a consultant changed it; scores and sums stay as they are."""
    fired = (one for one in material.assessment.findings if one.status is FindingStatus.FIRED)
    hidden = tuple(one for one in fired if target_of(one) in hand.hidden)
    return replace(material, assessment=handled(material.assessment, hand), hand=hand, hidden=hidden)


def rewritten(document: Document, texts: Mapping[str, str]) -> Document:
    """Return the document with these texts (Markdown) in the place of the passages with these ids.

    An empty text takes a passage away; an id that no passage has does nothing.
    """
    if not texts:
        return document
    return replace(document, blocks=tuple(_blocks(document.blocks, texts)))


def passages(document: Document) -> tuple[Original, ...]:
    """List all passages of a document in order, those inside a card or a box too."""
    return tuple(Original(one.id, one.title, markdown_of(one.blocks)) for one in _walk(document.blocks))


def _walk(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        if isinstance(block, Passage | Card | Callout):
            yield from _walk(block.blocks)


def _blocks(blocks: Iterable[Block], texts: Mapping[str, str]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Card():
                yield replace(block, blocks=tuple(_simples(block.blocks, texts)))
            case Callout():
                inside = tuple(_simples(block.blocks, texts))
                yield from (replace(block, blocks=inside),) if inside else ()
            case Passage():
                yield from _simples((block,), texts)
            case _:
                yield block


def _simples(blocks: Iterable[Simple], texts: Mapping[str, str]) -> Iterator[Simple]:
    for block in blocks:
        if not isinstance(block, Passage):
            yield block
            continue
        new = _retold(block, texts[block.id]) if block.id in texts else tuple(_simples(block.blocks, texts))
        yield from (replace(block, blocks=new),) if new else ()


def _retold(passage: Passage, text: str) -> tuple[Simple, ...]:
    """Read a text as blocks that look as the passage did."""
    looks = (one.style for one in passage.blocks if isinstance(one, Paragraph))
    look = next(looks, ParagraphStyle.BODY)
    return tuple(replace(one, style=look) if isinstance(one, Paragraph) else one for one in prose.blocks(text))
