"""The server dies and the browser closes after every single question: the same page comes back with the same data.

The whole quick scan, the whole full session and every question that those do not ask are typed over from worked
examples, one question at a time. Every answer that was acknowledged is followed at once by SIGKILL, a fresh server on
the same folder, and a fresh browser that comes in by the private link. A server that acknowledges before it has written
must be caught by the same walk. What is drawn in the map editor follows in test_kill_on_the_map.py.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from tests.http_visitor import HttpVisitor, of_question
from tests.proof.journey import filled
from tests.proof.killed import Form, Session
from tests.proof.site import FULL, QUICK, Site, example, make_site
from tests.stories.lives import Server, lives
from workshop.domain.answer import Answer
from workshop.domain.response import Response

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and process groups"),
]
ENOUGH_SEEDED: Final = 12
"""After how many questions the server that writes too late may be given up on."""
OTHER: Final = "restaurant"
"""A worked example that asks almost all that the full one does not ask."""
OWN_QUESTION: Final = {"goal": Answer(value="other"), "goal_other": Answer(value="Is een tweede zaak verstandig?")}


@dataclass(frozen=True, slots=True)
class Step:
    """A question to type over: its page, its code, and its answer as the page and as the export have it."""

    page: str
    code: str
    wanted: Form
    plain: object


@dataclass(frozen=True, slots=True)
class Example:
    """A dossier that is typed over from the first of these questions to the last; all others it has already."""

    response: Response
    codes: frozenset[str]


def examples(site: Site) -> dict[str, Example]:
    """Return what is typed over: together every question that stands on a page."""
    quick, full = example(site.shop, QUICK), example(site.shop, FULL)
    other = example(site.shop, OTHER).with_answers(OWN_QUESTION)
    rest = frozenset(other.answers) - frozenset(full.answers)
    return {
        "quick": Example(quick, frozenset(quick.answers)),
        "full": Example(full, frozenset(full.answers)),
        "rest": Example(other, rest),
    }


@pytest.mark.parametrize(("name", "least"), [("quick", 30), ("full", 90), ("rest", 4)])
def test_after_every_question_the_same_page_and_data_come_back(tmp_path: Path, name: str, least: int) -> None:
    with lives(tmp_path, "honest") as server:
        session, steps, shown = begin(server, tmp_path, name)
        for step in steps:
            session.answer(step.page, step.code, step.wanted, step.plain)

        assert session.lost == []
        assert session.kills == len(steps) > least
        assert {page: filled(session.visitor.form(f"{session.typed.here}vraag/{page}")) for page in shown} == shown


def test_a_server_that_writes_too_late_is_caught(tmp_path: Path) -> None:
    with lives(tmp_path, "late") as server:
        session, steps, _ = begin(server, tmp_path, "quick")
        for step in steps[:ENOUGH_SEEDED]:
            session.answer(step.page, step.code, step.wanted, step.plain)

    assert len(set(session.lost) & {one.code for one in steps}) > ENOUGH_SEEDED // 2


def test_every_question_of_the_questionnaire_is_typed_over_by_one_of_these(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    typed = set[str]()

    for one in examples(site).values():
        kept = site.keep_response(one.response)
        typed |= {question.code for page in site.pages(kept) for question in page.questions} & one.codes

    questions = site.shop.bundle("klantreis", "nl").questionnaire.questions
    assert {one.code for one in questions} - typed == {one.code for one in questions if one.editor}


def begin(server: Server, folder: Path, name: str) -> tuple[Session, list[Step], dict[str, set[tuple[str, str]]]]:
    """Start the first life; return each question to type over, and what stands on each page at the end."""
    site = make_site(folder)
    one = examples(site)[name]
    before = {code: answer for code, answer in one.response.answers.items() if code not in one.codes}
    shown, typed = site.keep_response(one.response), site.keep_response(replace(one.response, answers=before))
    server.start()
    reader, own = (HttpVisitor(server.port, {kept.cookie: kept.token}) for kept in (shown, typed))
    answers = reader.answers(shown.here)
    worked = {page.code: reader.form(f"{shown.here}vraag/{page.code}") for page in site.pages(shown)}
    steps = [
        Step(page.code, question.code, of_question(worked[page.code], question.code), answers[question.code])
        for page in site.pages(shown)
        for question in page.questions
        if question.code in one.codes
    ]
    session = Session(server, typed, own, own.answers(typed.here))
    return session, steps, {code: filled(form) for code, form in worked.items()}
