"""One page of questions for one visit: the form, and the page that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from flask import Response, url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from workshop.domain.answer import Problem
from workshop.domain.contradictions import contradictions
from workshop.domain.questionnaire import Page, Section
from workshop.report.voice import Voice
from workshop.web.dossier.check import said
from workshop.web.drawing.context import Drawing
from workshop.web.drawing.questions import draw, mistakes
from workshop.web.drawing.views import Mistake, QuestionView
from workshop.web.fields.cards import Undo, press
from workshop.web.fields.drafts import drafts_in, language_of, marks_on
from workshop.web.fields.forms import PageForm, Setting
from workshop.web.fields.stamps import stamps_on
from workshop.web.pages import Switch, show
from workshop.web.question.elsewhere import elsewhere
from workshop.web.question.saved_line import SavedLine, saved_line
from workshop.web.route.model import TURNED, buttons_on
from workshop.web.route.progress import Link, ends_section, line, section_of, step
from workshop.web.route.way_back import WayBack
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Turn:
    """What a page shows besides its answers: the group with one more card, and what can be undone.

    While someone is `typing` no mistakes are told.
    """

    one_more: str = ""
    undo: Undo | None = None
    typing: bool = False


NO_TURN: Final = Turn()
TYPING: Final = Turn(typing=True)


@dataclass(frozen=True, slots=True)
class Both:
    """Two answers to one question: the mark of a page that shows them, and what differs in an answer that has parts."""

    mark: str
    lines: tuple[str, ...] = ()


NOTHING_TWICE: Final[Mapping[str, Both]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Asked:
    """A page as it is asked now; `sent` is what came back, None when it is only shown."""

    visit: Visit
    page: Page
    form: PageForm
    back: WayBack
    sent: MultiDict[str, str] | None = None
    both: Mapping[str, Both] = field(default_factory=lambda: NOTHING_TWICE)
    """Questions of which this page shows two answers, its own and that of another window."""

    @property
    def action(self) -> str:
        """Which button was pressed."""
        return self.sent.get("actie", "verder") if self.sent is not None else ""

    @property
    def stamps(self) -> Mapping[str, str]:
        """Return the mark of each answer as it stood when the page was first made (see `stamps_on`)."""
        sent: Mapping[str, str] = self.sent if self.sent is not None else {}
        both = {code: one.mark for code, one in self.both.items()}
        return stamps_on(self.page.questions, sent, both, self.visit.response)

    @property
    def draft_marks(self) -> Mapping[str, str]:
        """Return the mark of each draft that stands on this page."""
        codes = self.form.drafted if self.sent is None else self.form.entries
        return marks_on(self.visit.dossier.drafts, self.sent, codes)

    def link(self, one_more: str | None = None, *, turned: bool = False, **more: str) -> str:
        """Return the address of this page; the way back goes along."""
        deed = TURNED if turned else None
        return self.back.question(self.visit, self.page.code, nog=one_more, deed=deed, **more)


def page_of(visit: Visit, code: str) -> Page:
    """Return a page of this dossier; raises NotFound when it has none of this code."""
    page = visit.route.page(code)
    if page is None:
        raise NotFound
    return page


def page_sent(visit: Visit, code: str, sent: MultiDict[str, str]) -> Page:
    """Return a page that came back, with the questions that stood on it: another answer may have hidden some since.

    Raises NotFound when the questionnaire has no page of this code.
    """
    stood = frozenset(sent.getlist("gevraagd"))
    if not stood:
        return page_of(visit, code)
    whole = whole_page(visit, code)
    return replace(whole, questions=tuple(one for one in whole.questions if one.code in stood))


def whole_page(visit: Visit, code: str) -> Page:
    """Return a page with all its questions, those that are not asked too; raises NotFound when there is none."""
    found = next((page for page in visit.questionnaire.pages if page.code == code), None)
    if found is None:
        raise NotFound
    return found


def ask(visit: Visit, page: Page, *, back: WayBack, sent: MultiDict[str, str] | None = None) -> Asked:
    """Make the form of a page.

    What was sent is read in the phase model and the language that the page was made in: a tab from before a change
    misreads nothing.
    """
    made_with = visit.questionnaire.model(sent.get("model", "")) if sent is not None else None
    questions = [one for one in page.questions if not one.editor]
    language = visit.language if sent is None else language_of(sent, visit.language)
    setting = Setting(visit.questionnaire, made_with or visit.model, language)
    drafts = drafts_in(visit.dossier.drafts, questions, setting.model)
    form = PageForm(questions, setting, visit.response.answers, sent, drafts)
    asked = Asked(visit, page, form, back, sent)
    press(visit, form, asked.action)
    return asked


def judge(asked: Asked) -> bool:
    """Tell whether the page can be kept: every answer can be read, and none denies another one on this page."""
    asked.form.validate()
    if not asked.form.problems:
        refuse_contradictions(asked)
    return not asked.form.problems


def refuse_contradictions(asked: Asked) -> None:
    """Refuse the answers that were read but that deny another one of them."""
    visit, answers = asked.visit, asked.form.readable
    merged = visit.response.with_answers(answers)
    asked.form.refuse(contradictions(visit.questionnaire, merged, within=frozenset(answers)))


def draw_questions(asked: Asked, turn: Turn = NO_TURN) -> tuple[Drawing, Mapping[str, QuestionView]]:
    """Draw the questions of a page as they stand in its form, by code; and what they were drawn with."""
    drawing, entries = _drawing(asked, turn), asked.form.entries
    shown = [one for one in asked.page.questions if one.code in entries]
    drawn = {one.code: draw(drawing, one, entries[one.code]) for one in shown}
    both = {code: replace(drawn[code], differs=one.lines) for code, one in asked.both.items() if code in drawn}
    return drawing, drawn | both


def draw_page(asked: Asked, *, status: int = 200, turn: Turn = NO_TURN, trouble: str = "") -> Response:
    """Show a page, with what was typed and what is wrong with it."""
    visit, page = asked.visit, asked.page
    section = section_of(visit, page)
    drawing, drawn = draw_questions(asked, turn)
    told = [] if asked.form.problems or trouble else doubts(asked, drawing)
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
        saved=_saved(asked, status),
        questions=list(drawn.values()),
        mistakes=[Mistake("main", trouble)] if trouble else mistakes(drawing, drawn),
        doubts=told,
        seen=_seen(asked, told),
        model=asked.form.setting.model.id,
        made_in=asked.form.setting.language.value,
        models=buttons_on(visit, page),
        stamps=asked.stamps,
        draft_marks=asked.draft_marks,
        wide=any(view.compact or view.rows for view in drawn.values()),
        back=_back(asked),
        onward=_onward(asked),
        checking=bool(asked.back),
        here=asked.link(),
        undo=turn.undo,
        save=url_for("autosave.save", dossier_id=visit.id, page=page.code),
    )


def _saved(asked: Asked, status: int) -> SavedLine:
    broken = {problem.where.partition(".")[0] for problem in asked.form.problems}
    held = broken <= asked.draft_marks.keys()
    return saved_line(asked.visit, status, unread=bool(asked.form.drafted), held=held)


def doubts(asked: Asked, drawing: Drawing) -> list[Mistake]:
    """List the saved answers on this page that contradict others: a question, never a refusal."""
    return [Mistake(f"{doubt.where.partition('.')[0]}-vraag", drawing.say(doubt)) for doubt in doubts_on(asked)]


def _seen(asked: Asked, told: list[Mistake]) -> list[str]:
    """Return the questions whose contradictions were told on this page: saving it again passes them over."""
    before = asked.sent.getlist("gezien") if asked.sent is not None else []
    return sorted({*before, *(doubt.target.removesuffix("-vraag") for doubt in told)})


def doubts_on(asked: Asked) -> tuple[Problem, ...]:
    """Return the contradictions that are told at a question of this page."""
    codes = {question.code for question in asked.page.questions}
    found = contradictions(asked.visit.questionnaire, asked.visit.response)
    return tuple(problem for problem in found if problem.where.partition(".")[0] in codes)


def _drawing(asked: Asked, turn: Turn) -> Drawing:
    visit, drafted = asked.visit, asked.form.drafted
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    kept = [one for one in asked.page.questions if one.code in drafted and visit.response.get(one.code)]
    return Drawing(
        visit.words,
        visit.questionnaire,
        asked.form.setting.model,
        visit.response,
        visit.workshop.render_markdown,
        lambda code: url_for("questions.page", dossier_id=visit.id, page=code),
        () if turn.typing else asked.form.problems,
        turn.one_more,
        drafted,
        {one.code: said(one, visit.response.get(one.code), voice) for one in kept},
        frozenset(asked.both),
        elsewhere(visit, asked.page),
        asked.form.setting.language,
    )


def _intro(visit: Visit, section: Section, page: Page) -> Markup:
    first = section.pages[0].code == page.code and section.help
    return Markup(visit.workshop.render_markdown(section.help) if first else "")  # noqa: S704 - cleaned by nh3


def _back(asked: Asked) -> Link:
    visit = asked.visit
    if asked.back:
        return asked.back.link(visit, asked.page)
    before = visit.route.before(asked.page.code)
    if before is None:
        return Link(url_for("overview.show", dossier_id=visit.id), visit.words("web.overview.title"))
    return Link(url_for("questions.page", dossier_id=visit.id, page=before.code), before.title)


def _onward(asked: Asked) -> str:
    visit = asked.visit
    if asked.back:
        return asked.back.button(visit)
    after = visit.route.after(asked.page.code)
    if after is None or ends_section(visit, asked.page):
        return visit.words("web.section_result.save_on")
    return visit.words("web.question.save_next", page=after.title)
