"""What a consultant adds: a foreword, own findings, own actions, and for the working copy the gaps left out."""

from dataclasses import replace

from workshop.domain.hand import FOREWORD, OWN, Horizon, OwnFinding, Task
from workshop.language.dates import format_date
from workshop.report import prose
from workshop.report.chapters.parts import cell, label, labelled, note, paragraph
from workshop.report.document import (
    Block,
    Cell,
    Column,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Passage,
    Table,
)
from workshop.report.material import Material
from workshop.report.phrases import Prose
from workshop.report.retold import without_label
from workshop.report.spans import text


def foreword(material: Material) -> tuple[Block, ...]:
    """The foreword on a page of its own, right after the cover."""
    written = prose.blocks(material.hand.foreword)
    if not written:
        return ()
    title = material.words("hand.report.foreword")
    return (label(title), Passage(FOREWORD, title, written), PageBreak())


def own_findings(material: Material) -> tuple[Block, ...]:
    """What the consultant found himself, told as the gaps of the rules are, and marked as his."""
    return tuple(block for one in material.hand.findings for block in _finding(material, one))


def own_actions(material: Material, within: Horizon, when: tuple[str, str]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the plan for the own actions of one horizon; `when` is what its first row says, and the others."""
    words = material.words
    return tuple(
        (
            cell(when[number > 0]),
            Cell(text(one.text)),
            *task_cells(material, one.task, words("hand.report.action", action=one.text), f"{OWN}{one.code}"),
            cell(""),
        )
        for number, one in enumerate(one for one in material.hand.actions if one.within is within)
    )


def task_cells(material: Material, task: Task, about: str, target: str = "") -> tuple[Cell, Cell]:
    """Owner and date: as they were filled in, else to fill in; `about` says of what, `target` names the fields."""
    owner, when = (material.words(f"report.form.{key}") for key in ("owner", "date"))
    ids = (f"{target}.owner", f"{target}.date") if target else ("", "")
    return (
        Cell(text(task.owner), fill_in=f"{owner}, {about}", id=ids[0]),
        Cell(text(said_day(material, task)), fill_in=f"{when}, {about}", id=ids[1]),
    )


def task_fields(material: Material, task: Task, about: str, target: str = "") -> FormFields:
    """Owner and date as fields on one line, filled in as far as is known."""
    owner, when = (material.words(f"report.form.{key}") for key in ("owner", "date"))
    ids = (f"{target}.owner", f"{target}.date") if target else ("", "")
    return FormFields(
        (
            FormField(owner, f"{owner}, {about}", id=ids[0], value=task.owner),
            FormField(when, f"{when}, {about}", is_date=True, id=ids[1], value=said_day(material, task)),
        )
    )


def said_day(material: Material, task: Task) -> str:
    """The day of a task in words, "" when there is none."""
    return format_date(task.on, material.words.language) if task.on else ""


def left_out(material: Material) -> tuple[Block, ...]:
    """For the working copy: which gaps were hidden, why, by whom and when."""
    if not material.left_out:
        return ()
    words = material.words
    columns = tuple(
        Column(words(f"hand.report.column.{key}"), width=width)
        for key, width in (("gap", 6), ("reason", 8), ("who", 4), ("when", 4))
    )
    rows = tuple(
        (
            cell(f"{gap.finding.id} {gap.title}"),
            cell(hidden.reason),
            cell(hidden.who),
            cell(format_date(hidden.when.date(), words.language)),
        )
        for gap in material.left_out
        for hidden in (material.hand.hidden[gap.anchor],)
    )
    return (
        Heading(1, words("hand.report.hidden"), "hidden", annex=True),
        paragraph(words("hand.report.hidden_text")),
        Table(columns, rows, words("hand.report.hidden"), words("hand.report.hidden_summary")),
    )


def _finding(material: Material, one: OwnFinding) -> tuple[Block, ...]:
    words, name = material.words, f"{OWN}{one.code}"
    parts = (("see", ""), ("advice", "report.gaps.advice"), ("first_step", "report.gaps.first_step"))
    told = ((part, _labelled(words(key) if key else "", prose.blocks(getattr(one, part)))) for part, key in parts)
    passages = (
        Passage(f"{name}.{part}", words(f"hand.report.{part}", title=one.title), blocks)
        for part, blocks in told
        if blocks
    )
    return (Heading(2, one.title, name), note(words("hand.report.own")), *passages)


def _labelled(words: str, blocks: tuple[Prose, ...]) -> tuple[Prose, ...]:
    """Put a bold word before the first paragraph, unless it stands there already, and let all stand out as advice."""
    if not words:
        return blocks
    look = ParagraphStyle.ADVICE
    beside = tuple(replace(one, style=look) if isinstance(one, Paragraph) else one for one in blocks)
    first, rest = beside[:1], beside[1:]
    if not first or not isinstance(first[0], Paragraph):
        return beside
    return (replace(labelled(words, without_label(first[0].spans, words)), style=look), *rest)
