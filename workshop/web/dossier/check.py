"""The check page: every answer in words, with a way to change it and back."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.answer import Answer, Counts, Item, Problem
from workshop.domain.contradictions import contradictions
from workshop.domain.journey import Division, Matrix
from workshop.domain.questionnaire import Question
from workshop.report.answers import answer_words, division_words, row_words
from workshop.report.voice import Voice
from workshop.web.dossier.overview import here, switch
from workshop.web.drawing.views import Mistake
from workshop.web.pages import show
from workshop.web.visit import Visit, enter

blueprint: Final = Blueprint("check", __name__, url_prefix="/d/<dossier_id>")
_SHORT: Final = 24


@dataclass(frozen=True, slots=True)
class Line:
    """An answer in words; `basis` tells what it rests on."""

    title: str
    said: str
    basis: str
    open: bool
    link: str


@dataclass(frozen=True, slots=True)
class Part:
    """The answers of a section."""

    title: str
    lines: tuple[Line, ...]


@blueprint.get("/controle", endpoint="show")
def show_check(dossier_id: str) -> ResponseReturnValue:
    """Show all answers per section, what is open and what contradicts."""
    visit = enter(dossier_id)
    return show(
        "check.html",
        visit.words,
        switch=switch(visit, "controle"),
        updated=visit.dossier.updated,
        overview=here(visit),
        result=url_for("result.show", dossier_id=visit.id),
        parts=_parts(visit),
        contradictions=[_doubt(visit, one) for one in contradictions(visit.questionnaire, visit.response)],
    )


def _parts(visit: Visit) -> tuple[Part, ...]:
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    shown = {page.code: page for page in visit.route.pages}
    return tuple(
        Part(
            section.title,
            tuple(
                _line(visit, voice, question, page.code)
                for page in section.pages
                if page.code in shown
                for question in shown[page.code].questions
            ),
        )
        for section in visit.route.sections
    )


def _line(visit: Visit, voice: Voice, question: Question, page: str) -> Line:
    answer = visit.response.get(question.code)
    basis = voice.evidence(answer.evidence) if answer else ""
    change = _change(visit, page, question.code)
    typed = answer is None and question.code in visit.dossier.drafts
    told = visit.words("web.autosave.typed") if typed else said(question, answer, voice)
    return Line(question.title, told, basis, answer is None, change)


def said(question: Question, answer: Answer | None, voice: Voice) -> str:
    """Say an answer in words; what has parts in full, one line a part."""
    match answer.value if answer else None:
        case tuple((Item(), *_)) as items if question.editor:
            told = [_name(question, item, voice) for item in items if isinstance(item, Item)]
        case tuple((Item(), *_)) as items:
            told = [_item(question, item, voice) for item in items if isinstance(item, Item)]
        case Matrix() as matrix:
            told = [_use(matrix, row, voice) for row in matrix.levels]
        case Division() as division:
            told = [
                f"{voice.phase(one)}: {amount}" for one, amount in division_words(question, division, voice).items()
            ]
        case Counts() as counts:
            told = [f"{row_words(question, row, voice)}: {n}" for row, n in counts.counts.items() if n]
        case _:
            return answer_words(question, answer, voice)
    return "\n".join(told)


def _item(question: Question, item: Item, voice: Voice) -> str:
    """Say one entry of a group: on one line when it is short, else with the questions before the answers."""
    fields = [field for field in question.fields if item.get(field.code)]
    told = [answer_words(field, item.get(field.code), voice) for field in fields]
    first, rest = "".join(told[:1]), told[1:]
    if all(len(one) <= _SHORT for one in rest):
        return f"{first}: {' · '.join(rest)}" if rest else first
    lines = (f"– {field.title} {one}" for field, one in zip(fields[1:], rest, strict=True))
    return "\n".join((first, *lines, ""))


def _name(question: Question, item: Item, voice: Voice) -> str:
    """Say only the name of an entry that is made in an editor: everything else of it stands there."""
    field = question.field("name") or question.fields[0]
    return answer_words(field, item.get(field.code), voice)


def _use(matrix: Matrix, row: str, voice: Voice) -> str:
    levels = [(phase.name, matrix.level(row, phase.blocks)) for phase in voice.model.phases]
    used = ", ".join(f"{name} {level}" for name, level in levels if level)
    return f"{voice.channel(row)}: {used or '0'}"


def _doubt(visit: Visit, problem: Problem) -> Mistake:
    code = problem.where.partition(".")[0]
    page = next((page.code for page in visit.questionnaire.pages for q in page.questions if q.code == code), "")
    return Mistake(_change(visit, page, code), visit.words(problem.key, **problem.values))


def _change(visit: Visit, page: str, code: str) -> str:
    there = url_for("questions.page", dossier_id=visit.id, page=page, terug="controle")
    return f"{there}#{code}-vraag"
