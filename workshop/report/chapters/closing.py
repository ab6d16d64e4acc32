"""Hoe nu verder: why a good journey matters, when to look again, where to learn more and whom to ask for help."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from workshop.language.dates import format_date
from workshop.report.chapters.annexes import source_names
from workshop.report.chapters.parts import note, paragraph
from workshop.report.chapters.said import said
from workshop.report.document import Block, Callout, CalloutKind, Heading
from workshop.report.material import Material

LOOK_AGAIN: Final = 90
"""Days after which the same questions tell what changed, unless the client chose a day himself."""


def closing(material: Material) -> tuple[Block, ...]:
    """Four short pieces; nothing without any answer."""
    if not material.answered:
        return ()
    words = material.words
    return (
        Heading(1, words("chapter.closing.title"), "closing"),
        paragraph(words("chapter.closing.why")),
        paragraph(" ".join(_again(material))),
        *(_boxes(material) if material.whole else ()),
        *(() if material.whole else _sources(material)),
    )


def _boxes(material: Material) -> tuple[Block, ...]:
    words = material.words
    learn, help_ = paragraph(words("chapter.closing.learn.text")), paragraph(" ".join(_help(material)))
    return (
        Callout(CalloutKind.NOTE, words("chapter.closing.learn.title"), (learn,)),
        Callout(CalloutKind.NOTE, words("chapter.closing.help.title"), (help_,)),
    )


def _sources(material: Material) -> tuple[Block, ...]:
    """The texts that this report rests on, in one line; with all annexes they have an annex of their own."""
    names = source_names(material)
    return (note(f"{material.words('report.sources.title')}: {'; '.join(names)}."),) if names else ()


def _again(material: Material) -> Iterator[str]:
    """The day to look back: the one the client chose, else ninety days after this report."""
    words = material.words
    chosen = said(material, "review_on")
    day = chosen or format_date(material.made_on + timedelta(days=LOOK_AGAIN), words.language)
    yield words(f"chapter.closing.{'chosen' if chosen else 'again'}", date=day)
    yield words("chapter.closing.compare")


def _help(material: Material) -> Iterator[str]:
    """When an adviser saves time, and who made this report where that is known."""
    words = material.words
    yield words("chapter.closing.help.text")
    if material.author:
        yield words("chapter.closing.help.maker", author=material.author)
