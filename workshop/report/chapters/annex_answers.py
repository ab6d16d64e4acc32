"""Alle antwoorden: what was answered to every question; what a chapter prints in full is only referred to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from workshop.domain.answer import Answer, Counts, Item, Phased, Status
from workshop.domain.journey import Division, Matrix
from workshop.domain.questionnaire import Question, Section
from workshop.report.answers import amount_words, answer_words, division_words, item_title
from workshop.report.chapters.channels import channels
from workshop.report.chapters.customers import customers
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.chapters.said import per_phase, phase_names
from workshop.report.chapters.unknowns import not_known
from workshop.report.chapters.words import messages
from workshop.report.document import Block, Cell, Column, Heading, Table
from workshop.report.material import Material
from workshop.report.spans import Span, text

MOST_COLUMNS: Final = 5
"""A group with more fields than this gets a table per entry."""
FEW_FIELDS: Final = 2
"""A group with no more fields than this fits on a line."""
TOLD_BY: Final[Mapping[str, Callable[[Material], tuple[Block, ...]]]] = {
    "personas": customers,
    "phase_checks": customers,
    "channels": channels,
    "last_ten": channels,
    "channel_use": channels,
    "messages": messages,
}
"""Questions whose answers stand in a chapter, field by field."""
MAP: Final = "map-tables"
EVENLY: Final = "\u00a0*"


def all_answers(material: Material) -> tuple[Block, ...]:
    """A table per section; groups that no chapter prints as tables of their own."""
    if not material.assessment.response.answers:
        return ()
    words = material.words
    sections = [block for section in material.questionnaire for block in _section(material, section)]
    title = Heading(1, words("report.answers.title"), "answers", annex=True)
    told = words("report.answers.introduction")
    told += f" {words('report.answers.open')}" if not_known(material) else ""
    return (title, paragraph(told), *sections)


def _section(material: Material, section: Section) -> Iterator[Block]:
    """The answers of a section, then what does not apply; open questions stand in a chapter of their own."""
    words, answers = material.words, material.assessment.response
    visible = [one for one in section.questions if one.code in material.assessment.visible]
    given = [one for one in visible if answers.known(one.code)]
    if given:
        columns = (
            Column(words("report.column.question"), width=5),
            Column(words("report.column.answer"), width=6),
        )
        rows = tuple((cell(one.title), _answer(material, one)) for one in given)
        summary = words("report.answers.summary", section=section.title)
        yield Table(columns, rows, words("report.answers.caption", section=section.title), summary)
    if _is_split(material, given):
        yield note(words("report.answers.split"))
    outside = [one for one in visible if _status(material, one) is Status.NOT_APPLICABLE]
    if outside:
        yield note(words("report.answers.outside", questions=" · ".join(one.title for one in outside)))
    yield from (block for one in given for block in _details(material, one))


def _status(material: Material, question: Question) -> Status | None:
    answer = material.assessment.response.get(question.code)
    return answer.status if answer else None


def _answer(material: Material, question: Question) -> Cell:
    """The answer with what it rests on, or the chapter where it stands."""
    words, answer = material.words, material.assessment.response.get(question.code)
    if question.editor and words.has(f"chapter.answers.{question.code}.other") and isinstance(_value(answer), tuple):
        count = words.plural(f"chapter.answers.{question.code}", len(_items(answer)) or 0)
        drawn = any(one.touchpoints for one in material.assessment.reading.journey.maps)
        return Cell((*text(f"{count} "), Span(words("map.annex.title"), link=f"#{MAP}"))) if drawn else cell(count)
    heading = _told(material, question)
    if heading is not None:
        return Cell((*text(f"{words('report.answers.see')} "), Span(heading.text, link=f"#{heading.id}")))
    evidence = material.voice.evidence(answer.evidence if answer else None)
    said = _said(material, question, answer)
    return cell(f"{said} ({evidence})" if evidence else said)


def _value(answer: Answer | None) -> object:
    return answer.value if answer else None


def _items(answer: Answer | None) -> list[Item]:
    value = _value(answer)
    return [one for one in value if isinstance(one, Item)] if isinstance(value, tuple) else []


def _told(material: Material, question: Question) -> Heading | None:
    """The heading of the chapter that prints the whole answer; None when none does."""
    chapter = TOLD_BY.get(question.code)
    return next((one for one in chapter(material) if isinstance(one, Heading)), None) if chapter else None


def _said(material: Material, question: Question, answer: Answer | None) -> str:
    match _value(answer):
        case Division() as division:
            return _division(material, question, division)
        case Matrix() | Counts() | Phased():
            return material.answer(question)
        case tuple() if _items(answer) and len(_told_fields(question, _items(answer))) > FEW_FIELDS:
            return material.words("report.answers.see_below")
        case tuple() if _items(answer):
            return "; ".join(_in_line(material, question, item) for item in _items(answer))
        case _:
            return material.answer(question)


def _in_line(material: Material, question: Question, item: Item) -> str:
    """A small entry of a group: "1 jaar: 70 %"."""
    return ": ".join(
        answer_words(one, item.get(one.code), material.voice) for one in question.fields if item.get(one.code)
    )


def _division(material: Material, question: Question, division: Division) -> str:
    """Each phase with its part, then the whole; a star where a part was divided evenly over building blocks."""
    voice = material.voice
    split = {one.id for one in voice.model.phases if set(one.blocks) & division.split}
    parts = [
        f"{voice.phase(phase)} {amount}{EVENLY if phase in split else ''}"
        for phase, amount in division_words(question, division, voice).items()
    ]
    total = amount_words(question, division.total, voice)
    return f"{', '.join(parts)}. {material.words('report.answers.total')}: {total}"


def _is_split(material: Material, questions: Sequence[Question]) -> bool:
    values = (_value(material.assessment.response.get(one.code)) for one in questions)
    return any(isinstance(one, Division) and bool(one.split) for one in values)


def _details(material: Material, question: Question) -> Iterator[Block]:
    """The tables of a group or of answers per phase that no chapter prints."""
    answer = material.assessment.response.get(question.code)
    if question.editor or _told(material, question) is not None:
        return
    if isinstance(_value(answer), Phased):
        for one in per_phase(material, question.code):
            yield from _entry(material, question, one.item, f"{phase_names(material, one)}: {question.title}")
    elif items := _items(answer):
        yield from _group(material, question, items)


def _group(material: Material, question: Question, items: list[Item]) -> Iterator[Block]:
    """A small group as one table with a row per entry, a wide one as a table per entry; what is open is left out."""
    fields = _told_fields(question, items)
    if len(fields) <= FEW_FIELDS:
        return
    if len(fields) > MOST_COLUMNS:
        for item in items:
            yield from _entry(material, question, item, item_title(question, item, material.voice))
        return
    columns = tuple(Column(one.title) for one in fields)
    rows = tuple(tuple(_field(material, one, item) for one in fields) for item in items)
    yield Table(columns, rows, question.title, material.words("report.answers.detail_summary", question=question.title))


def _entry(material: Material, question: Question, item: Item, title: str) -> Iterator[Block]:
    words, fields = material.words, _told_fields(question, [item])
    if not fields:
        return
    columns = (Column(words("report.column.question"), width=3), Column(words("report.column.answer"), width=5))
    rows = tuple((cell(one.title), _field(material, one, item)) for one in fields)
    summary = words("report.answers.item_summary", item=title, question=question.title)
    yield Table(columns, rows, title, summary)


def _told_fields(question: Question, items: list[Item]) -> list[Question]:
    """The fields that at least one of these entries answers."""
    return [one for one in question.fields if any(item.get(one.code) is not None for item in items)]


def _field(material: Material, question: Question, item: Item) -> Cell:
    answer = item.get(question.code)
    if answer is None:
        return cell("")
    evidence = material.voice.evidence(answer.evidence)
    given = answer_words(question, answer, material.voice)
    return cell(f"{given} ({evidence})" if evidence else given)
