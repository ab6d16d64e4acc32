"""Wat je vertelt: each message beside what the customer feels, and why he would choose this business."""

from collections.abc import Iterator
from typing import Final

from workshop.domain.answer import Item
from workshop.domain.questionnaire import Question
from workshop.domain.reading import ASPECTS
from workshop.report.answers import in_line
from workshop.report.chapters.customers import main_group
from workshop.report.chapters.parts import bullets, cell, note, paragraph
from workshop.report.chapters.said import (
    PerPhase,
    fact_line,
    facts,
    named,
    per_phase,
    phase_names,
    said,
    silent_phases,
    told,
)
from workshop.report.document import Block, Cell, Column, Heading, Paragraph, Table
from workshop.report.material import Material
from workshop.report.spans import Spans, bold, text

BRAND: Final = ("brand_who", "brand_stands_for", "brand_drive")
CHOICE: Final = (
    "price_position",
    "competitors",
    "proof",
    "consistency",
    "selection_help",
    "times_seen",
    "action_trigger",
)


def messages(material: Material) -> tuple[Block, ...]:
    """Who you are, what you say in each phase, why a customer would choose you, and what stays with him."""
    parts = (*_brand(material), *_per_phase(material), *_choice(material))
    if not parts:
        return ()
    words = material.words
    introduction = paragraph(words("chapter.messages.introduction"))
    return (Heading(1, words("chapter.messages.title"), "messages"), introduction, *parts)


def _brand(material: Material) -> tuple[Block, ...]:
    words = material.words
    lines = [(words(f"chapter.label.{code}"), said(material, code)) for code in BRAND]
    shown = _shown_on(material)
    if not (shown or any(given for _, given in lines)):
        return ()
    known = [(*bold(f"{what}: "), *text(given)) for what, given in lines if given]
    return (*((bullets(known),) if known else ()), *shown)


def _shown_on(material: Material) -> tuple[Block, ...]:
    """On which channels the three lines can be seen, and on which not yet."""
    words, voice = material.words, material.voice
    answers = [
        (one.get("channel"), one.get("brand_visible")) for one in material.assessment.reading.items("channels") or ()
    ]
    known = [(str(name.value), shows.value) for name, shows in answers if name and shows and name.known and shows.known]
    on, off = ([voice.channel(name) for name, shows in known if shows is side] for side in (True, False))
    sentences = [words("chapter.messages.brand.on", channels=words.join(on))] if on else []
    sentences += [words("chapter.messages.brand.off", channels=words.join(off))] if off else []
    return (paragraph(" ".join(sentences)),) if sentences else ()


def _per_phase(material: Material) -> tuple[Block, ...]:
    words, question = material.words, material.questionnaire.question("messages")
    shown = tuple(one for one in per_phase(material, "messages") if _tells(one.item))
    if question is None or not shown:
        return ()
    rows = tuple(_row(material, question, one) for one in shown)
    columns = (
        Column(words("report.column.phase"), width=4),
        Column(words("chapter.column.message"), width=7),
        Column(words("chapter.column.need"), width=6),
        Column(words("chapter.column.works"), width=5),
    )
    caption, summary = words("chapter.messages.caption"), words("chapter.messages.summary")
    rest = silent_phases(material, shown)
    without = (note(words("chapter.messages.without", phases=rest)),) if rest else ()
    return (Table(columns, rows, caption, summary), *without)


def _tells(item: Item) -> bool:
    """A phase with neither a message nor a need has none: how clear or old it is says nothing then."""
    return any(answer is not None and answer.known for answer in (item.get("message"), item.get("need")))


def _row(material: Material, question: Question, one: PerPhase) -> tuple[Cell, ...]:
    message, need = told(material, question, one.item, "message"), _need(material, one.item)
    works = "\n".join(_works(material, question, one.item))
    return cell(phase_names(material, one)), cell(message), Cell(need or text("–")), cell(works)


def _need(material: Material, item: Item) -> Spans:
    """The part of the customer picture that a message plays on, with what the main group says about it."""
    answer, words = item.get("need"), material.words
    if answer is None or not answer.known:
        return ()
    if answer.value not in ASPECTS:
        return text(words("chapter.messages.no_need"))
    group, personas = main_group(material), material.questionnaire.question("personas")
    own = told(material, personas, group, str(answer.value)) if personas and group else ""
    name = words(f"chapter.aspect.{answer.value}")
    if not own or personas is None or group is None:
        return (*bold(f"{name}: "), *text(words("chapter.messages.need_unknown")))
    return (*bold(f"{name}: "), *text(f"{own} ({named(material, personas, group)})"))


def _works(material: Material, question: Question, item: Item) -> Iterator[str]:
    """What was tested, whether the next step is clear, and when it was last changed."""
    words, tested, step = material.words, item.get("five_seconds"), item.get("call_to_action")
    if tested is not None and tested.known:
        yield words("chapter.messages.five_seconds", count=str(tested.value))
    if step is not None and step.known:
        yield words(f"chapter.messages.step.{'yes' if step.value else 'no'}")
    if changed := told(material, question, item, "last_change"):
        yield words("chapter.messages.changed", when=in_line(changed))


def _choice(material: Material) -> tuple[Block, ...]:
    """Why a customer chooses this business, and what stays with him: the highest rung, in the client's own words."""
    words, found, change = material.words, facts(material, *CHOICE), said(material, "lasting_change")
    if not (found or change):
        return ()
    title = Heading(2, words("chapter.messages.choice.title"), "messages-choice")
    if not change:
        return (title, *fact_line(found))
    rungs = words("chapter.messages.ladder")
    return (title, *fact_line(found), Paragraph((*text(f"{rungs} "), *bold(change.rstrip(".")), *text("."))))
