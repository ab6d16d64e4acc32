"""Which texts of a report a consultant may rewrite: the passages that chapters name, and all other running text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from workshop.report.document import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    ParagraphStyle,
    Passage,
)

Running = Paragraph | BulletList | NumberedList


def editable(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, with each run of text that is no passage yet made one; named after the heading above it."""
    heading, numbers = Heading(1, "", "front"), count(1)
    for plain, group in groupby(blocks, key=_is_running):
        run = list(group)
        if plain:
            yield Passage(f"{heading.id}.{next(numbers)}", heading.text, tuple(_running(run)))
            continue
        for block in run:
            yield block
            if isinstance(block, Heading):
                heading, numbers = block, count(1)


def _is_running(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.style in (ParagraphStyle.BODY, ParagraphStyle.LEAD, ParagraphStyle.ADVICE)
    return isinstance(block, BulletList | NumberedList)


def _running(blocks: Sequence[Block]) -> Iterator[Running]:
    yield from (block for block in blocks if isinstance(block, Running))
