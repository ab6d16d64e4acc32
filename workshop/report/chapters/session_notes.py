"""Wat er gezegd is: what was said in the session, by whom and about which part, and the points left for later."""

from collections.abc import Iterator

from workshop.domain.note import Note, NoteKind
from workshop.report.chapters.parts import bullets, paragraph
from workshop.report.document import Block, Heading, Quote
from workshop.report.material import Material
from workshop.report.spans import Spans, bold, text


def session_notes(material: Material) -> tuple[Block, ...]:
    """The quotes in the order of the questionnaire, and the parked points that are still open; nothing without any."""
    words = material.words
    quotes = tuple(_quotes(material))
    parked = [one for one in material.hand.notes if one.kind is NoteKind.PARKED and not one.done]
    if not (quotes or parked):
        return ()
    said = (paragraph(words("chapter.session_notes.introduction")), *quotes) if quotes else ()
    left = (
        Heading(2, words("chapter.session_notes.parked"), "parked"),
        paragraph(words("chapter.session_notes.parked_text")),
        bullets(_point(material, one) for one in parked),
    )
    return (Heading(1, words("chapter.session_notes.title"), "session-notes"), *said, *(left if parked else ()))


def _quotes(material: Material) -> Iterator[Quote]:
    order = {one.code: place for place, one in enumerate(material.questionnaire.sections)}
    found = [one for one in material.hand.notes if one.kind is NoteKind.QUOTE]
    for note in sorted(found, key=lambda one: order.get(one.about, len(order))):
        source = ", ".join(part for part in (note.said_by, _about(material, note)) if part)
        yield Quote(_line(note), source)


def _point(material: Material, note: Note) -> Spans:
    about = _about(material, note)
    return (*(bold(f"{about}: ") if about else ()), *text(_line(note)))


def _about(material: Material, note: Note) -> str:
    return next((one.title for one in material.questionnaire.sections if one.code == note.about), "")


def _line(note: Note) -> str:
    """A note on one line: a quote is one saying, however it was typed."""
    return " ".join(note.text.split())
