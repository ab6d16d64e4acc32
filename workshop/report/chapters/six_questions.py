"""De zes vragen: each question of the self-test verbatim, with the score, what it means and where to read on."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from workshop.domain.answer import Status
from workshop.domain.questionnaire import Question, SelfTest
from workshop.domain.scoring import SelfTestScore
from workshop.report.certainty import FED_BY, not_asked
from workshop.report.chapters.attention import attention
from workshop.report.chapters.channels import channels
from workshop.report.chapters.customers import customers
from workshop.report.chapters.economics import economics
from workshop.report.chapters.parts import cell, paragraph
from workshop.report.chapters.said import facts
from workshop.report.chapters.words import messages
from workshop.report.document import Block, Cell, Column, ColumnKind, Heading, Table, Tone
from workshop.report.material import Material
from workshop.report.spans import Span, Spans, bold, text
from workshop.report.voice import provisional

ANSWERS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "knowledge": ("last_interview", "interviews_count", "personas"),
    "reach": ("channels", "last_ten", "reply_hours", "consistency", "reachable_share"),
    "message": ("messages", "proof", "times_seen", "action_trigger"),
    "time": ("hours_per_phase", "hours_to_win", "hours_to_deliver", "hours_care", "target_shares"),
    "revenue": (
        *("first_order", "order_value", "orders_per_year", "margin"),
        *("customers_start", "customers_end", "customers_new", "repeat_rate"),
        *("follow_up_share", "largest_customer_share"),
    ),
    "channel_fit": ("channel_use", "phase_checks"),
}
"""Which answers stand under a question of the self-test, by the name of its score (docs/reference/scoring.md, 3)."""


OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "knowledge": ("last_interview", "interviews_count"),
    "reach": ("reply_hours", "reachable_share"),
    "time": ("hours_to_win", "hours_to_deliver", "hours_care"),
}
"""Answers that tell the most about a question; no other chapter prints all of them."""
Chapter = Callable[[Material], tuple[Block, ...]]
CHAPTER_OF: Final[Mapping[str, Chapter]] = {
    "knowledge": customers,
    "reach": channels,
    "message": messages,
    "time": attention,
    "revenue": economics,
    "channel_fit": channels,
}
"""The chapter that tells more about a question."""


def six_questions(material: Material) -> tuple[Block, ...]:
    """One row per question of the self-test."""
    tests = {one.id: one for one in material.questionnaire.selftests}
    rows = tuple(_row(material, tests[score.id], score) for score in material.assessment.selftests if score.id in tests)
    if not rows:
        return ()
    words = material.words
    columns = (
        Column(words("report.column.question"), width=8),
        Column(words("report.column.score"), ColumnKind.WORDS, 3),
        Column(words("report.column.meaning"), width=10),
    )
    return (
        Heading(1, words("report.six.title"), "six-questions"),
        paragraph(words("report.six.introduction")),
        Table(columns, rows, words("report.six.caption"), words("report.six.summary")),
    )


def questions_of(material: Material, selftest: SelfTest) -> tuple[Question, ...]:
    """The questions whose answers tell something about a question of the self-test."""
    asked = material.assessment.visible
    return tuple(one for one in material.questions(ANSWERS_OF.get(selftest.score, ())) if one.code in asked)


def _row(material: Material, selftest: SelfTest, score: SelfTestScore) -> tuple[Cell, ...]:
    words, voice = material.words, material.voice
    shown, (verdict, tone) = voice.score(score.score), voice.verdict(score.score)
    said = shown if score.score.value is None else words("report.six.score", score=shown, verdict=verdict)
    lines = [text(_meaning(material, selftest, score, tone)), *_answers(material, selftest)]
    spans = tuple(span for at, line in enumerate(lines) for span in (*(text("\n") if at else ()), *line))
    return (cell(selftest.text), cell(said, tone), Cell(spans))


def _meaning(material: Material, selftest: SelfTest, score: SelfTestScore, tone: Tone) -> str:
    """What the score means, and what this questionnaire does not ask about it."""
    words = material.words
    if score.score.value is None and not questions_of(material, selftest):
        return words("report.six.not_asked_at_all")
    kind = "says_provisional" if provisional(score.score) else "says"
    said = words(f"report.six.{kind}.{tone}")
    topics = [words(f"report.indicator.{one}") for one in not_asked(material, score.parts) if one in FED_BY]
    return f"{said} {words('report.six.not_asked', topics=words.join(topics))}" if topics else said


def _answers(material: Material, selftest: SelfTest) -> Iterator[Spans]:
    """What was answered that stands nowhere else, how many answers are not known, and where to read on."""
    words, response = material.words, material.assessment.response
    questions = questions_of(material, selftest)
    own = facts(material, *OWN.get(selftest.score, ())) if material.whole else ()
    if own:
        yield tuple(
            span
            for at, (what, how) in enumerate(own)
            for span in (*text(" · " if at else ""), *bold(f"{what}: "), *text(how))
        )
    unknown = sum(1 for one in questions if (given := response.get(one.code)) and given.status is Status.UNKNOWN)
    known = any(response.known(one.code) for one in questions)
    if questions and not (known or unknown):
        yield text(words("report.six.no_answers"))
    if unknown:
        yield text(words.plural("report.six.unknown", unknown))
    chapter = CHAPTER_OF.get(selftest.score) if material.whole else None
    heading = next((one for one in chapter(material) if isinstance(one, Heading)), None) if chapter else None
    if heading is not None:
        yield (*text(f"{words('report.six.more')} "), Span(heading.text, link=f"#{heading.id}"), *text("."))
