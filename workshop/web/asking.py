"""One page of questions for one visit: the form, and the page that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response, url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from workshop.domain.answer import Problem
from workshop.domain.contradictions import contradictions
from workshop.domain.questionnaire import Page, Section
from workshop.web.draw_questions import draw, mistakes
from workshop.web.drawing import Drawing
from workshop.web.forms import PageForm, Setting
from workshop.web.model_switch import TURNED, buttons_on
from workshop.web.pages import Switch, show
from workshop.web.progress import Link, line, section_of, step
from workshop.web.stamps import stamp
from workshop.web.views import Mistake
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Asked:
    """A page as it is asked now; `sent` is what came back, None when it is only shown."""

    visit: Visit
    page: Page
    form: PageForm
    checking: bool
    sent: MultiDict[str, str] | None = None
    renewed: frozenset[str] = frozenset()
    """Questions of which the other window's answer is shown on this page: saving again is meant."""

    @property
    def action(self) -> str:
        """Which button was pressed."""
        return self.sent.get("actie", "verder") if self.sent is not None else ""

    @property
    def stamps(self) -> Mapping[str, str]:
        """Return the mark of each answer as it stood when the page was first made: an error does not renew it.

        Only where both answers were shown is the mark that of now.
        """
        sent: Mapping[str, str] = self.sent if self.sent is not None else {}
        now = {one.code: stamp(one, self.visit.response.get(one.code)) for one in self.page.questions}
        return {code: mark if code in self.renewed else sent.get(f"stand-{code}", mark) for code, mark in now.items()}

    def link(self, one_more: str | None = None, *, turned: bool = False) -> str:
        """Return the address of this page; the wish to go back to the check page goes along."""
        back, deed = "controle" if self.checking else None, TURNED if turned else None
        here = self.visit.id
        return url_for("questions.page", dossier_id=here, page=self.page.code, terug=back, nog=one_more, deed=deed)


def ask(visit: Visit, page: Page, *, checking: bool, sent: MultiDict[str, str] | None = None) -> Asked:
    """Make the form of a page.

    A page that was sent answers only the questions that stood on it (all of the page when it does not say), in the
    phase model it was made with: a tab from before a change wipes nothing.
    """
    made_with = visit.questionnaire.model(sent.get("model", "")) if sent is not None else None
    stood = frozenset(sent.getlist("gevraagd")) if sent is not None and "gevraagd" in sent else None
    questions = [one for one in page.questions if not one.editor and (stood is None or one.code in stood)]
    setting = Setting(visit.questionnaire, made_with or visit.model, visit.language)
    form = PageForm(questions, setting, visit.response.answers, sent)
    asked = Asked(visit, page, form, checking, sent)
    match asked.action.split("-"):
        case ["weg", code, number] if number.isdecimal():
            form.remove(code, int(number))
    return asked


def judge(asked: Asked) -> bool:
    """Tell whether the page can be kept: every answer can be read, and none denies another one on this page."""
    if not asked.form.validate():
        return False
    visit, answers = asked.visit, asked.form.answers
    merged = visit.response.with_answers(answers)
    asked.form.refuse(contradictions(visit.questionnaire, merged, within=frozenset(answers)))
    return not asked.form.problems


def draw_page(asked: Asked, *, status: int = 200, one_more: str = "", trouble: str = "") -> Response:
    """Show a page, with what was typed and what is wrong with it."""
    visit, page = asked.visit, asked.page
    section = section_of(visit, page)
    drawing = _drawing(asked, one_more)
    entries = asked.form.entries
    drawn = {one.code: draw(drawing, one, entries[one.code]) for one in page.questions if one.code in entries}
    return show(
        "question.html",
        visit.words,
        status=status,
        switch=Switch.away_from(visit.language, form="answers"),
        page=page,
        section=section,
        step=step(visit, page),
        line=line(visit, section),
        intro=_intro(visit, section, page),
        updated=visit.dossier.updated,
        questions=list(drawn.values()),
        mistakes=[Mistake("main", trouble)] if trouble else mistakes(drawing, drawn),
        doubts=[] if asked.form.problems or trouble else doubts(asked, drawing),
        model=asked.form.setting.model.id,
        models=buttons_on(visit, page),
        stamps=asked.stamps,
        wide=any(view.compact or view.rows for view in drawn.values()),
        back=_back(asked),
        onward=_onward(asked),
        checking=asked.checking,
        here=asked.link(),
    )


def doubts(asked: Asked, drawing: Drawing) -> list[Mistake]:
    """List the saved answers on this page that contradict others: a question, never a refusal."""
    return [Mistake(f"{doubt.where.partition('.')[0]}-vraag", drawing.say(doubt)) for doubt in doubts_on(asked)]


def doubts_on(asked: Asked) -> tuple[Problem, ...]:
    """Return the contradictions that are told at a question of this page."""
    codes = {question.code for question in asked.page.questions}
    found = contradictions(asked.visit.questionnaire, asked.visit.response)
    return tuple(problem for problem in found if problem.where.partition(".")[0] in codes)


def _drawing(asked: Asked, one_more: str) -> Drawing:
    visit = asked.visit
    return Drawing(
        visit.words,
        visit.questionnaire,
        asked.form.setting.model,
        visit.response,
        visit.workshop.render_markdown,
        lambda code: url_for("questions.page", dossier_id=visit.id, page=code),
        asked.form.problems,
        one_more,
    )


def _intro(visit: Visit, section: Section, page: Page) -> Markup:
    first = section.pages[0].code == page.code and section.help
    return Markup(visit.workshop.render_markdown(section.help) if first else "")  # noqa: S704 - cleaned by nh3


def _back(asked: Asked) -> Link:
    visit = asked.visit
    if asked.checking:
        return Link(url_for("check.show", dossier_id=visit.id), visit.words("web.check.title"))
    before = visit.route.before(asked.page.code)
    if before is None:
        return Link(url_for("overview.show", dossier_id=visit.id), visit.words("web.overview.title"))
    return Link(url_for("questions.page", dossier_id=visit.id, page=before.code), before.title)


def _onward(asked: Asked) -> str:
    visit = asked.visit
    after = None if asked.checking else visit.route.after(asked.page.code)
    if after is not None:
        return visit.words("web.question.save_next", page=after.title)
    return visit.words("web.question.save_back_check" if asked.checking else "web.question.save_check")
