"""De zes vragen: each question of the self-test verbatim, with the answers, the score and what it means."""

from collections.abc import Mapping
from typing import Final

from workshop.domain.questionnaire import Question, SelfTest
from workshop.domain.scoring import SelfTestScore
from workshop.report.chapters.parts import cell, note, paragraph
from workshop.report.document import Block, Column, Heading, Paragraph, Table
from workshop.report.material import Material
from workshop.report.spans import bold, text

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
    line = Paragraph((*bold(said), *text(f" {words(f'report.six.says.{tone}')}")))
    return (Heading(2, selftest.text, f"six-{selftest.id}"), line, *_answers(material, selftest))


def _answers(material: Material, selftest: SelfTest) -> tuple[Block, ...]:
    words, response = material.words, material.assessment.response
    given = [one for one in questions_of(material, selftest) if response.get(one.code) is not None]
    if not given:
        return (note(words("report.six.no_answers")),) if questions_of(material, selftest) else ()
    rows = tuple((cell(one.title), cell(material.answer(one))) for one in given)
    columns = (Column(words("report.column.question"), width=3), Column(words("report.column.answer"), width=2))
    caption = words("report.six.caption", number=selftest.id)
    return (Table(columns, rows, caption, words("report.six.summary", question=selftest.text)),)
