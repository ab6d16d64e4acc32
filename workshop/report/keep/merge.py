"""Laying an edited report over a fresh one: the consultant's text stays, and where both changed he sees both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from workshop.report.document import Block, Callout, Card, Document, Passage, Table
from workshop.report.keep.read import Edited, EditedPassage
from workshop.report.lines import Lines, mark, tidy
from workshop.report.markdown import markdown
from workshop.report.simple import FormField, FormFields
from workshop.report.word.prose import Simples
from workshop.report.word.reading import Lost, Reader
from workshop.report.word.tables import Counter
from workshop.report.word.tags import short
from workshop.report.word.xml import DECLARATIONS, Inline


@dataclass(frozen=True, slots=True)
class Conflict:
    """A passage that changed on both sides: `kept` is the consultant's text, `fresh` the new one, both Markdown."""

    id: str
    title: str
    kept: str
    fresh: str


@dataclass(frozen=True, slots=True)
class Homeless:
    """Something that was changed and has no place in the fresh report."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes along to the next version, and what does not.

    `texts` are Markdown by passage ("" takes the passage away), `fields` values by field, `titles` names both.
    `lost` says of which passage what could not be kept; the others are as in Edited.
    """

    texts: Mapping[str, str]
    fields: Mapping[str, str]
    titles: Mapping[str, str]
    conflicts: tuple[Conflict, ...] = ()
    homeless: tuple[Homeless, ...] = ()
    lost: tuple[tuple[str, Lost], ...] = ()
    outside: tuple[str, ...] = ()
    missing: int | None = 0
    moved: bool = False
    stripped: bool = False
    whole: bool = False

    @property
    def taken_away(self) -> tuple[str, ...]:
        """The titles of the passages that come along as nothing."""
        return tuple(self.titles[id_] for id_, text in self.texts.items() if not text)


@dataclass(frozen=True, slots=True)
class Fresh:
    """A passage of the fresh report, as it would be read back."""

    passage: Passage
    lines: Lines

    @property
    def mark(self) -> str:
        """The mark it would have."""
        return mark(self.lines)


def merge(edited: Edited, document: Document) -> Merged:
    """Find what of an edited report comes along into a fresh document."""
    fresh = {short(one.id): Fresh(one, _as_read(one)) for one in passages(document.blocks)}
    fields = {short(one.id): one for one in form_fields(document.blocks)}
    changed = {id_: one for id_, one in edited.passages.items() if one.changed}
    wanted = {id_: (one.markdown, one.now, one.base) for id_, one in changed.items()}
    wanted |= {id_: ("", mark(()), base) for id_, base in edited.gone.items()}
    coming = {id_: one for id_, one in wanted.items() if id_ in fresh and fresh[id_].mark != one[1]}
    both = {id_: text for id_, (text, _, base) in coming.items() if fresh[id_].mark != base}
    known = {fields[id_].id: one for id_, one in edited.fields.items() if id_ in fields}
    titles = {fresh[id_].passage.id: fresh[id_].passage.title for id_ in coming}
    return Merged(
        texts={fresh[id_].passage.id: text for id_, (text, _, _) in coming.items()},
        fields={id_: one.value for id_, one in known.items()},
        titles=titles | {id_: one.name for id_, one in known.items()},
        conflicts=tuple(_conflict(fresh[id_], text) for id_, text in both.items()),
        homeless=tuple(_homeless(edited, changed, fresh.keys() | fields.keys())),
        lost=tuple((one.title, lost) for one in changed.values() for lost in sorted(one.lost)),
        outside=edited.outside,
        missing=edited.missing,
        moved=edited.moved,
        stripped=edited.stripped,
        whole=edited.whole,
    )


def passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """All passages, those in cards and boxes too."""
    yield from (one for one in simples(blocks) if isinstance(one, Passage))


def form_fields(blocks: Iterable[Block]) -> Iterator[FormField]:
    """All fields that are read back, those in tables, cards, boxes and passages too."""
    held = tuple(blocks)
    for one in simples(held):
        if isinstance(one, FormFields):
            yield from (field for field in one.fields if field.id)
    for table in held:
        if isinstance(table, Table):
            cells = (cell for row in table.rows for cell in row if cell.id)
            yield from (FormField("", cell.fill_in, id=cell.id) for cell in cells)


def simples(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, and those inside cards, boxes and passages."""
    for block in blocks:
        yield block
        if isinstance(block, Card | Callout | Passage):
            yield from simples(block.blocks)


def _as_read(passage: Passage) -> Lines:
    """What would be read back from a file with this passage in it."""
    links: dict[str, str] = {}

    def link(address: str) -> str:
        return links.setdefault(address, f"rId{len(links)}")

    writer = Simples(Inline(lambda name: name, link), Counter(), 1)
    written = "".join(map(writer.write, passage.blocks))
    tree = etree.fromstring(f"<w:body {DECLARATIONS}>{written}</w:body>")
    return tidy(Reader(links={id_: address for address, id_ in links.items()}).text(tree).lines)


def _conflict(fresh: Fresh, kept: str) -> Conflict:
    return Conflict(fresh.passage.id, fresh.passage.title, kept, markdown(fresh.lines))


def _homeless(edited: Edited, changed: Mapping[str, EditedPassage], known: Iterable[str]) -> Iterator[Homeless]:
    """What was written for a passage or a field that is not in the fresh report."""
    there = frozenset(known)
    for id_, one in changed.items():
        if id_ not in there and one.markdown:
            yield Homeless(one.title, one.markdown)
    for id_, field in edited.fields.items():
        if id_ not in there and field.value:
            yield Homeless(field.name, field.value)
