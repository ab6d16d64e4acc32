"""De zes vragen: each question of the self-test verbatim, with the answers, the score and what it means."""

from collections.abc import Mapping
from typing import Final

from workshop.domain.answer import Status
from workshop.domain.questionnaire import Question, SelfTest
from workshop.domain.scoring import SelfTestScore
from workshop.report.certainty import FED_BY, not_asked
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.document import Block, Column, Heading, Paragraph, Table, Tone
from workshop.report.material import Material
from workshop.report.spans import bold, text
from workshop.report.voice import provisional

ANSWERS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "knowledge": ("last_interview", "interviews_count", "personas"),
    "reach": ("channels", "last_ten"),
    "time": ("hours_per_phase", "hours_to_win", "hours_to_deliver", "hours_care"),
    "revenue": (
        *("first_order", "order_value", "orders_per_year", "margin"),
        *("customers_start", "customers_end", "customers_new", "repeat_rate"),
    ),
    "channel_fit": ("channel_use",),
}
"""Which answers stand under a question of the self-test, by the name of its score (docs/reference/scoring.md, 3)."""


def six_questions(material: Material) -> tuple[Block, ...]:
    """One piece per question of the self-test."""
    tests = {one.id: one for one in material.questionnaire.selftests}
    pieces = [_piece(material, tests[score.id], score) for score in material.assessment.selftests if score.id in tests]
    if not pieces:
        return ()
    words = material.words
    return (
        Heading(1, words("report.six.title"), "six-questions"),
        paragraph(words("report.six.introduction")),
        *(block for piece in pieces for block in piece),
    )


def questions_of(material: Material, selftest: SelfTest) -> tuple[Question, ...]:
    """The questions whose answers tell something about a question of the self-test."""
    return material.questions(ANSWERS_OF.get(selftest.score, ()))


def _piece(material: Material, selftest: SelfTest, score: SelfTestScore) -> tuple[Block, ...]:
    words, voice = material.words, material.voice
    shown, (verdict, tone) = voice.score(score.score), voice.verdict(score.score)
    if score.score.value is None:
        said = words("report.six.score_unknown", score=shown)
    else:
        said = words("report.six.score", score=shown, verdict=verdict)
    line = Paragraph((*bold(said), *text(f" {_meaning(material, selftest, score, tone)}")))
    return (Heading(2, selftest.text, f"six-{selftest.id}"), line, *_answers(material, selftest))


def _meaning(material: Material, selftest: SelfTest, score: SelfTestScore, tone: Tone) -> str:
    """What the score means, and what this questionnaire does not ask about it."""
    words = material.words
    if score.score.value is None and not questions_of(material, selftest):
        return words("report.six.not_asked_at_all")
    kind = "says_provisional" if provisional(score.score) else "says"
    said = words(f"report.six.{kind}.{tone}")
    topics = [words(f"report.indicator.{one}") for one in not_asked(material, score.parts) if one in FED_BY]
    return f"{said} {words('report.six.not_asked', topics=words.join(topics))}" if topics else said


def _answers(material: Material, selftest: SelfTest) -> tuple[Block, ...]:
    """The answers in a table, one answer in a sentence, and how many are not known."""
    words, response = material.words, material.assessment.response
    questions = questions_of(material, selftest)
    if not questions:
        return ()
    known = [one for one in questions if response.known(one.code)]
    unknown = sum(1 for one in questions if (given := response.get(one.code)) and given.status is Status.UNKNOWN)
    if not (known or unknown):
        return (note(words("report.six.no_answers")),)
    said = [note(words.plural("report.six.unknown", unknown))] if unknown else []
    if len(known) < 2:
        lines = (Paragraph((*text(f"{one.title} "), *bold(material.answer(one)))) for one in known)
        return (*lines, *said)
    rows = tuple((cell(one.title), cell(material.answer(one))) for one in known)
    columns = (Column(words("report.column.question"), width=3), Column(words("report.column.answer"), width=2))
    caption = words("report.six.caption", number=selftest.id)
    return (Table(columns, rows, caption, words("report.six.summary", question=selftest.text)), *said)
