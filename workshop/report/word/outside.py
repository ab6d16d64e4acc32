"""The text of a Word report outside its passages and fields: what cannot be kept in a next version."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from workshop.report.lines import text_mark, tidy_text
from workshop.report.word.controls import tag_of
from workshop.report.word.reading import AROUND, SIGNS
from workshop.report.word.xml import W

MARK_LENGTH: Final = 8
_DOTS: Final = re.compile("[….]{4,}")
"""A field to fill in, where a program forgot that it was one."""
_P, _RUN, _TEXT, _FIELD, _SDT = (f"{W}{name}" for name in ("p", "r", "t", "fldChar", "sdt"))
_INSIDE: Final = AROUND | {f"{W}tbl", f"{W}tr", f"{W}tc"}
_AROUND_RUNS: Final = AROUND - {f"{W}fldSimple"} | {f"{W}hyperlink"}


def outside(body: etree._Element) -> tuple[str, ...]:
    """The paragraphs outside our controls, without the contents and without what fields fill in by themselves."""
    texts = (said(paragraph) for paragraph in _paragraphs(body))
    return tuple(text for text in texts if text)


def outside_mark(text: str) -> str:
    """The mark of a paragraph outside: 8 hexadecimal digits."""
    return text_mark(text)[:MARK_LENGTH]


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == _P:
            yield child
        elif child.tag in _INSIDE and not (child.tag == _SDT and (tag_of(child) or _is_contents(child))):
            yield from _paragraphs(child)


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def said(paragraph: etree._Element) -> str:
    """What a paragraph says by itself, on one line."""
    open_fields = 0
    found: list[str] = []
    for run in _runs(paragraph):
        for child in run:
            if child.tag == _FIELD:
                kind = child.get(f"{W}fldCharType")
                open_fields += (kind == "begin") - (kind == "end")
            elif open_fields <= 0:
                found.append(child.text or "" if child.tag == _TEXT else SIGNS.get(str(child.tag), ""))
    return tidy_text(_DOTS.sub("", "".join(found)))


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == _RUN:
            yield child
        elif child.tag in _AROUND_RUNS and not (child.tag == _SDT and tag_of(child)):
            yield from _runs(child)
