"""Wat we nog niet weten: what is open, where to find it, how long that takes, and what it keeps us from judging."""

from collections.abc import Iterable

from workshop.domain.finding import FindingStatus
from workshop.domain.homework import minutes
from workshop.domain.questionnaire import Question
from workshop.report import prose
from workshop.report.certainty import most, never_asked
from workshop.report.chapters.parts import bullets, cell, paragraph
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table
from workshop.report.material import Gap, Material
from workshop.report.spans import bold, text


def to_check(material: Material) -> tuple[Block, ...]:
    """Rules that could not be judged, with the questions that would decide."""
    waiting = material.with_status(FindingStatus.TO_CHECK)
    if not waiting:
        return ()
    words = material.words
    rows = tuple(
        (Cell((*text(f"{gap.finding.id} "), *text(gap.title))), cell(_needed(material, gap))) for gap in waiting
    )
    columns = (
        Column(words("report.column.possible_gap"), width=4),
        Column(words("report.column.first_answer"), width=6),
    )
    return (
        Heading(2, words("report.to_check.title"), "to-check"),
        paragraph(words.plural("report.to_check.introduction", len(waiting))),
        Table(columns, rows, words("report.to_check.caption"), words("report.to_check.summary")),
    )


def not_known(material: Material) -> tuple[Block, ...]:
    """Questions answered "weet ik niet", questions still open, rules that wait, and what only a full session asks."""
    assessment = material.assessment
    unknown, open_ = material.questions(assessment.unknown), material.questions(assessment.unanswered)
    waiting, session = to_check(material), _session(material)
    if not (unknown or open_ or waiting or session):
        return ()
    words = material.words
    return (
        Heading(1, words("report.not_known.title"), "not-known"),
        *_minutes(material, (*unknown, *open_)),
        *_part(material, "unknown", unknown),
        *_part(material, "open", open_),
        *waiting,
        *session,
    )


def _session(material: Material) -> tuple[Block, ...]:
    """What this questionnaire does not ask and a full session adds."""
    left_out = never_asked(material)
    if not left_out:
        return ()
    words = material.words
    if material.short:
        names = words.join([words(f"report.indicator.{one}") for one in left_out])
        return (paragraph(words("report.session.shortly", topics=names)),)
    topics = ((words(f"report.indicator.{one}"), words(f"report.session.{one}")) for one in left_out)
    return (
        Heading(2, words("report.session.title"), "not-known-session"),
        paragraph(words("report.session.introduction")),
        bullets((*bold(f"{name[0].upper()}{name[1:]}: "), *text(adds)) for name, adds in topics),
        paragraph(words("report.session.share", share=material.voice.percent(1 - most(material), 0))),
    )


def _needed(material: Material, gap: Gap) -> str:
    titles = [question.title for question in material.questions(gap.finding.evidence)]
    if gap.finding.absorbed_by:
        titles.append(material.words("report.to_check.deferred", gap=material.named(gap.finding.absorbed_by)))
    return "\n".join(titles)


def _minutes(material: Material, questions: Iterable[Question]) -> tuple[Block, ...]:
    known = minutes(questions)
    return (paragraph(material.words("report.not_known.minutes", minutes=str(known))),) if known else ()


def _part(material: Material, key: str, questions: tuple[Question, ...]) -> tuple[Block, ...]:
    if not questions:
        return ()
    words = material.words
    columns = (
        Column(words("report.column.question"), width=5),
        Column(words("report.column.find"), width=6),
        Column(words("report.column.minutes"), ColumnKind.NUMBER, 2),
    )
    rows = tuple(_row(material, question) for question in questions)
    return (
        Heading(2, words(f"report.not_known.{key}"), f"not-known-{key}"),
        Table(columns, rows, words(f"report.not_known.{key}_caption"), words(f"report.not_known.{key}_summary")),
    )


def _row(material: Material, question: Question) -> tuple[Cell, ...]:
    find = prose.spans(question.find) or text(material.words("report.not_known.no_hint"))
    return cell(question.title), Cell(find), cell(str(question.minutes or ""))
