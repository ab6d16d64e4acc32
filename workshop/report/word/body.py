"""Where the report goes in the body of a template: at its anchors, else at the end; what stands there stays."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from workshop.report.document import Block, Contents, Cover, Document, Heading, PageBreak, Paragraph
from workshop.report.spans import text
from workshop.report.word import placeholders
from workshop.report.word.loose import unlink
from workshop.report.word.sections import lay_out
from workshop.report.word.splice import Elements, sign, spliced
from workshop.report.word.xml import W

REPORT: Final = "report"
CONTENTS: Final = "contents"
_MARK: Final = "\ue4b4"
"""The paragraph that parts the blocks of one place from those of the next, while they are written."""
_MARKED: Final = re.compile(rf"<w:p><w:pPr>(?:(?!</w:pPr>).)*</w:pPr><w:r><w:t[^>]*>{_MARK}</w:t></w:r></w:p>")
_SEEN: Final = (f"{W}drawing", f"{W}pict", f"{W}tbl", f"{W}object")


@dataclass(frozen=True, slots=True)
class Place:
    """A place for blocks: the element of the body that they replace (None: the end), and what comes there."""

    key: str
    at: etree._Element | None = None


def places(body: etree._Element) -> tuple[Place, ...]:
    """The places of a template in order; without an anchor for the report or a chapter it goes to the end."""
    found: dict[str, Place] = {}
    for child in body:
        if _is_contents(child):
            found.setdefault(CONTENTS, Place(CONTENTS, child))
        for paragraph in placeholders.braced(child):
            key = placeholders.anchor(paragraph)
            if key:
                found.setdefault(key, Place(key, child))
    if not found.keys() - {CONTENTS}:
        found[REPORT] = Place(REPORT)
    return tuple(found.values())


def arranged(document: Document, spots: Sequence[Place], body: etree._Element) -> Document:
    """The document in the order of the places, each begun by a mark; the front page only where there is none yet."""
    own_front = has_front(body, spots[0])
    blocks = [one for one in document.blocks if not (own_front and isinstance(one, Cover))]
    taken: dict[str, list[Block]] = {}
    for spot in spots:
        if spot.key != REPORT:
            taken[spot.key], blocks = _taken(blocks, spot.key)
    ordered: list[Block] = []
    for at, spot in enumerate(spots):
        ordered += [Paragraph(text(_MARK))] if at else []
        ordered += [PageBreak()] if at == 0 and own_front and not _turned(body, spot) else []
        ordered += _without_turns(taken.get(spot.key, blocks), opens=own_front and at == 0)
    return replace(document, blocks=tuple(ordered))


def has_front(body: etree._Element, first: Place) -> bool:
    """Tell whether something stands before the first place: then the template brings a front page of its own."""
    return any(_shows(one) for one in _before(body, first))


def put(document: etree._Element, xml: str, spots: Sequence[Place]) -> tuple[etree._Element, Elements]:
    """The document with the written blocks in their places, and the new elements of its body."""
    for number, spot in enumerate(spots):
        _mark_place(document, spot, number)
    whole, parts = spliced(document, _parted(xml, len(spots)))
    if all(spot.key != REPORT for spot in spots):
        unlink(whole)  # links into chapters that this template leaves out
    return whole, [one for part in parts for one in lay_out(part, _governing(part))]


def _mark_place(document: etree._Element, spot: Place, number: int) -> None:
    """Put the sign of a place where the blocks go."""
    body = next(document.iterchildren(f"{W}body"))
    if spot.at is not None:
        spot.at.addprevious(sign(number))
        _clear(spot.at)
        return
    _drop_blank_end(body)
    last = body.find(f"{W}sectPr")
    body.append(sign(number)) if last is None else last.addprevious(sign(number))


def _taken(blocks: Sequence[Block], key: str) -> tuple[list[Block], list[Block]]:
    """Part the blocks in what belongs to a place and the rest."""
    mine: list[Block] = []
    rest: list[Block] = []
    inside = False
    for one in blocks:
        if isinstance(one, Heading) and one.level == 1:
            inside = one.id == key
        wanted = isinstance(one, Contents) if key == CONTENTS else inside
        (mine if wanted else rest).append(one)
    return mine, rest


def _without_turns(blocks: Sequence[Block], *, opens: bool) -> list[Block]:
    """The blocks without page breaks before the first or after the last: the template decides there."""
    kept = list(blocks)
    while kept and isinstance(kept[-1], PageBreak):
        kept.pop()
    while opens and kept and isinstance(kept[0], PageBreak):
        kept.pop(0)
    return kept


def _parted(xml: str, count: int) -> list[str]:
    """The written blocks of each place."""
    return _MARKED.split(xml) if count > 1 else [xml]


def _before(body: etree._Element, place: Place) -> Iterator[etree._Element]:
    for one in body:
        if one is place.at:
            return
        if one.tag != f"{W}sectPr":
            yield one


def _shows(one: etree._Element) -> bool:
    words = any((node.text or "").strip() for node in one.iter(f"{W}t"))
    return words or one.tag == f"{W}tbl" or next(one.iter(*_SEEN), None) is not None


def _turned(body: etree._Element, place: Place) -> bool:
    """Tell whether the template itself starts a new page at this place."""
    last = None
    for one in _before(body, place):
        last = one if _shows(one) or _breaks(one) else last
    here = place.at is not None and (_breaks(place.at) or place.at.find(f"{W}pPr/{W}pageBreakBefore") is not None)
    return here or (last is not None and _breaks(last))


def _breaks(one: etree._Element) -> bool:
    return bool(one.findall(f".//{W}br[@{W}type='page']")) or next(one.iter(f"{W}sectPr"), None) is not None


def _governing(part: Elements) -> etree._Element | None:
    """The section that these elements lie in: the first one that ends after them."""
    for after in part[-1].itersiblings() if part else ():
        found = next(after.iter(f"{W}sectPr"), None)
        if found is not None:
            return found
    return None


def _drop_blank_end(body: etree._Element) -> None:
    """Take away the empty paragraphs at the end: the report starts there."""
    for one in reversed([child for child in body if child.tag != f"{W}sectPr"]):
        if one.tag != f"{W}p" or _shows(one) or _breaks(one):
            return
        body.remove(one)


def _is_contents(one: etree._Element) -> bool:
    """Tell whether this is the list of contents that Word puts in: ours comes in its place."""
    return any(kind.get(f"{W}val") == "Table of Contents" for kind in one.iter(f"{W}docPartGallery"))


def _clear(at: etree._Element) -> None:
    """Take away an anchor, unless something else stands in its paragraph or a section ends there."""
    words = "".join(node.text or "" for node in at.iter(f"{W}t"))
    alone = at.tag == f"{W}p" and placeholders.is_anchor(words) and next(at.iter(*_SEEN), None) is None
    parent = at.getparent()
    if (alone or _is_contents(at)) and parent is not None and next(at.iter(f"{W}sectPr"), None) is None:
        parent.remove(at)
