"""Reading an edited report: which passages and fields a person changed, and what stands outside them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from workshop.report.keep.opened import Opened, Refused, opened
from workshop.report.lines import mark, text_mark, tidy, tidy_text
from workshop.report.markdown import markdown
from workshop.report.word.controls import content_of, controls, is_empty, title_of
from workshop.report.word.manifest import Manifest, Written
from workshop.report.word.outside import outside, outside_mark
from workshop.report.word.reading import Lost, Reader
from workshop.report.word.tags import FIELD, PASSAGE, Tag, untouched


@dataclass(frozen=True, slots=True)
class EditedPassage:
    """A passage as it stands in the file: its Markdown, its mark when it was made and now, and what cannot be kept."""

    title: str
    markdown: str
    base: str
    now: str
    lost: frozenset[Lost] = frozenset()

    @property
    def changed(self) -> bool:
        """Tell whether a person changed the text."""
        return self.base != self.now


@dataclass(frozen=True, slots=True)
class EditedField:
    """A field whose value was changed; `name` says to a person which."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What stands in an edited report.

    `gone` are the passages that were taken away, with the mark they had; `outside` new or changed paragraphs outside
    passages, and `missing` how many of ours are not there any more (None: the file no longer says what stood there).
    `moved` tells that passages stand in another order; `stripped` that a program took most of our controls away, so
    that nothing counts as taken away by a person.
    """

    passages: Mapping[str, EditedPassage]
    fields: Mapping[str, EditedField]
    gone: Mapping[str, str]
    outside: tuple[str, ...]
    missing: int | None
    moved: bool
    stripped: bool
    about: Manifest | None

    @property
    def whole(self) -> bool:
        """Tell whether the report was made with all annexes."""
        return self.about is not None and self.about.origin.detail == "whole"


def read(file: bytes) -> Edited:
    """Read an edited report; raises Refused for what is unsafe, broken, or no report of ours."""
    found = opened(file)
    passages, doubles = _passages(found)
    fields, others = _fields(found)
    if found.manifest is None and not passages:
        raise Refused("not_ours")
    texts = outside(found.body)
    if found.manifest is None:
        return Edited(passages, fields, {}, (*doubles, *others), None, moved=False, stripped=False, about=None)
    about = found.manifest
    new, missing = _compared(texts, about.outside)
    gone, left = _gone(about.passages, passages, new)
    order = [one for one in about.passages if one in passages]
    moved = [one for one in passages if one in about.passages] != order
    stripped = 2 * len(order) < len(about.passages)
    return Edited(
        passages, fields, {} if stripped else gone, (*doubles, *others, *left), missing, moved, stripped, about
    )


def _passages(found: Opened) -> tuple[dict[str, EditedPassage], list[str]]:
    """All passages by id; of a copied one the text that was changed counts, a second changed copy is given apart."""
    passages: dict[str, EditedPassage] = {}
    doubles: list[str] = []
    for tag, element in controls(found.body, PASSAGE):
        one = _passage(tag, element, found.reader)
        there = passages.get(tag.id)
        if there is None or not there.changed:
            passages[tag.id] = one
        elif one.changed and one.now != there.now:
            doubles.append(one.markdown)
    return passages, doubles


def _passage(tag: Tag, element: etree._Element, reader: Reader) -> EditedPassage:
    if is_empty(element):
        return EditedPassage(title_of(element), "", tag.mark, mark(()))
    text = reader.text(content_of(element))
    lines = tidy(text.lines)
    now = mark(lines)
    return EditedPassage(title_of(element), markdown(lines) if now != tag.mark else "", tag.mark, now, text.lost)


def _fields(found: Opened) -> tuple[dict[str, EditedField], list[str]]:
    """The changed fields by id; a second, other value for the same is given apart."""
    fields: dict[str, EditedField] = {}
    others: list[str] = []
    for tag, element in controls(found.body, FIELD):
        text = "" if is_empty(element) else tidy_text(found.reader.inside(content_of(element)))
        value = "" if untouched(text) else text
        if (text_mark(value) if value else "") == tag.mark:
            continue
        name = title_of(element)
        first = fields.setdefault(tag.id, EditedField(name, value))
        others += [f"{name}: {value}"] if first.value != value else []
    return fields, others


def _compared(texts: Iterable[str], marks: Iterable[str]) -> tuple[list[str], int]:
    """The paragraphs that were not there when the file was made, and how many of then are not there now."""
    left = Counter(marks)
    new = []
    for text in texts:
        key = outside_mark(text)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(text)
    return new, max(0, left.total() - len(new))


def _gone(
    written: Mapping[str, Written], passages: Mapping[str, EditedPassage], new: list[str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The passages that were taken away, text and all; one that only lost its control is none, nor is its text new."""
    gone: dict[str, str] = {}
    marks = {outside_mark(text) for text in new}
    freed: set[str] = set()
    for id_, one in written.items():
        if id_ in passages:
            continue
        if marks.isdisjoint(one.paragraphs):
            gone[id_] = one.mark
        freed.update(one.paragraphs)
    return gone, tuple(text for text in new if outside_mark(text) not in freed)
