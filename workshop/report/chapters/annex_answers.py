"""Alle antwoorden: every visible question with its answer in words and what the answer rests on."""

from collections.abc import Iterator, Sequence

from workshop.domain.answer import Answer, Counts, Item
from workshop.domain.journey import Division, Matrix
from workshop.domain.questionnaire import Question, Section
from workshop.report.answers import answer_words, division_words, item_title, row_words
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Material


def all_answers(material: Material) -> tuple[Block, ...]:
    """A table per section; divisions, matrices, counts and groups as tables of their own."""
    if not material.assessment.response.answers:
        return ()
    words = material.words
    sections = [block for section in material.questionnaire for block in _section(material, section)]
    title = Heading(1, words("report.answers.title"), "answers", annex=True)
    return (title, paragraph(words("report.answers.introduction")), *sections)


def _section(material: Material, section: Section) -> tuple[Block, ...]:
    visible = [one for one in section.questions if one.code in material.assessment.visible]
    if not visible:
        return ()
    words = material.words
    rows = tuple(_row(material, question) for question in visible)
    evidence = any(row[2].spans for row in rows)
    columns = (
        Column(words("report.column.question"), width=5),
        Column(words("report.column.answer"), width=4),
        Column(words("report.column.evidence"), width=3),
    )
    shown = 3 if evidence else 2
    table = Table(
        columns[:shown],
        tuple((*row[:2], *((row[2] if row[2].spans else cell(""),) if evidence else ())) for row in rows),
        words("report.answers.caption", section=section.title),
        words("report.answers.summary", section=section.title),
    )
    details = (block for question in visible for block in _details(material, question))
    return (Heading(2, section.title, f"answers-{section.code}"), table, *details)


def _row(material: Material, question: Question) -> tuple[Cell, Cell, Cell]:
    answer = material.assessment.response.get(question.code)
    evidence = material.voice.evidence(answer.evidence if answer else None)
    given = material.words("report.answers.see_below") if _is_large(answer) else material.answer(question)
    return cell(question.title), cell(given), cell(evidence) if evidence else Cell()


def _is_large(answer: Answer | None) -> bool:
    if answer is None or not answer.known:
        return False
    value = answer.value
    if isinstance(value, tuple):
        return any(isinstance(one, Item) for one in value)
    return isinstance(value, Division | Matrix) or (isinstance(value, Counts) and bool(value.counts))


def _details(material: Material, question: Question) -> Iterator[Block]:
    answer = material.assessment.response.get(question.code)
    if answer is None or not _is_large(answer):
        return
    match answer.value:
        case Division():
            yield from _division(material, question, answer.value)
        case Matrix():
            yield from _matrix(material, question, answer.value)
        case Counts():
            yield _counts(material, question, answer.value)
        case tuple() as items:
            yield from _group(material, question, [one for one in items if isinstance(one, Item)])
        case _:
            return


def _division(material: Material, question: Question, division: Division) -> Iterator[Block]:
    words, voice = material.words, material.voice
    unit = question.unit.value if question.unit else ""
    split = {one.id for one in voice.model.phases if set(one.blocks) & division.split}
    amounts = division_words(question, division, voice)
    rows = [
        (cell(voice.phase(phase)), cell(f"{amount}{' *' if phase in split else ''}"))
        for phase, amount in amounts.items()
    ]
    rows.append((cell(words("report.answers.total")), cell(voice.quantity(division.total, unit))))
    columns = (
        Column(words("report.column.phase"), width=3),
        Column(words("report.column.amount"), ColumnKind.NUMBER, 2),
    )
    yield _table(material, question, columns, rows)
    if split:
        yield note(words("report.answers.split"))


def _matrix(material: Material, question: Question, matrix: Matrix) -> Iterator[Block]:
    words, voice = material.words, material.voice
    if not matrix.levels:
        return
    phases = voice.model.phases
    columns = (Column(words("report.column.channel"), width=4), *(Column(one.name, width=3) for one in phases))
    rows = []
    for channel in matrix.levels:
        levels = [matrix.level(channel, phase.blocks) for phase in phases]
        said = [words("report.level.unknown") if level is None else words(f"report.level.l{level}") for level in levels]
        rows.append((cell(row_words(question, channel, voice)), *(cell(one) for one in said)))
    yield _table(material, question, columns, rows)


def _counts(material: Material, question: Question, counts: Counts) -> Table:
    words, voice = material.words, material.voice
    rows = [(cell(row_words(question, row, voice)), cell(str(count))) for row, count in counts.counts.items()]
    rows.append((cell(words("report.answers.total")), cell(str(counts.total))))
    columns = (Column(words("report.column.channel"), width=4), Column(words("report.column.count"), ColumnKind.NUMBER))
    return _table(material, question, columns, rows)


def _group(material: Material, question: Question, items: list[Item]) -> Iterator[Block]:
    """A small group as one table with a row per entry, a wide one as a table per entry."""
    words, voice = material.words, material.voice
    if not items:
        return
    if len(question.fields) <= 5:
        columns = tuple(Column(one.title) for one in question.fields)
        rows = [tuple(_field(material, one, item) for one in question.fields) for item in items]
        yield _table(material, question, columns, rows)
        return
    columns = (Column(words("report.column.question"), width=3), Column(words("report.column.answer"), width=5))
    for item in items:
        rows = [(cell(one.title), _field(material, one, item)) for one in question.fields]
        title = item_title(question, item, voice)
        yield Table(
            columns, tuple(rows), title, words("report.answers.item_summary", item=title, question=question.title)
        )


def _field(material: Material, question: Question, item: Item) -> Cell:
    answer = item.get(question.code)
    if answer is None:
        return cell("")
    evidence = material.voice.evidence(answer.evidence)
    given = answer_words(question, answer, material.voice)
    return cell(f"{given} ({evidence})" if evidence else given)


def _table(
    material: Material, question: Question, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]
) -> Table:
    summary = material.words("report.answers.detail_summary", question=question.title)
    return Table(columns, tuple(rows), question.title, summary, narrow=len(columns) == 2)
