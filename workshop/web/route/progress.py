"""How far a dossier is: worked out from the answers each time, never kept as ticks."""

from dataclasses import dataclass

from flask import url_for

from workshop.domain.questionnaire import Page, Section
from workshop.domain.route import SectionStatus
from workshop.web.route.line import RouteLine, draw
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the task list; `look` is done, busy, goal or blank."""

    title: str
    link: str
    state: str
    look: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to."""

    link: str
    title: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the visible questions have an answer; "weet ik niet" is one too."""

    answered: int
    total: int

    @property
    def open(self) -> int:
        """How many are left."""
        return self.total - self.answered

    @property
    def share(self) -> float:
        """The answered part, 0 to 1."""
        return self.answered / self.total if self.total else 1.0


def count(visit: Visit, section: Section | None = None) -> Count:
    """Count the answers of a section, or of the whole questionnaire."""
    return Count(*visit.route.count(section))


def tasks(visit: Visit) -> tuple[Task, ...]:
    """List the sections as tasks with their status, and what follows."""
    done = [_task(visit, section, visit.route.status(section)) for section in visit.route.sections]
    return (*done, *_after_answering(visit))


def _after_answering(visit: Visit) -> tuple[Task, ...]:
    """List what follows the sections: it is always there, and says what is still open."""
    words, left = visit.words, count(visit).open
    still = words.plural("web.overview.open", left) if left else ""
    return (
        _last(visit, "controle", "check.show", "web.check.title", still or words("web.overview.all_answered")),
        _last(visit, "resultaat", "result.show", "web.result.task", words("web.overview.to_see")),
        _last(
            visit, "rapport", "report_room.show", "web.overview.rapport_titel", still or words("web.overview.all_in")
        ),
    )


def section_of(visit: Visit, page: Page) -> Section:
    """Return the section in which a page stands."""
    return next(one for one in visit.questionnaire.sections if any(p.code == page.code for p in one.pages))


def line(visit: Visit, section: Section) -> RouteLine:
    """Draw the journey line as it stands now, with this section as the place where we are."""
    sections = visit.route.sections
    return draw([count(visit, one).share for one in sections], sections.index(section))


def step(visit: Visit, page: Page) -> str:
    """Say "Stap 2 van 7"."""
    number, total = visit.route.step(page.code)
    return visit.words("web.step", n=str(number), total=str(total))


def ends_section(visit: Visit, page: Page) -> bool:
    """Tell whether nothing more is asked in the section of this page."""
    after = visit.route.after(page.code)
    return after is None or section_of(visit, after).code != section_of(visit, page).code


def after_page(visit: Visit, page: Page) -> str:
    """Return where to go on after a page: the next one, or what its section brought when it was the last."""
    after = visit.route.after(page.code)
    if after is None or ends_section(visit, page):
        return url_for("section_result.show", dossier_id=visit.id, section=section_of(visit, page).code)
    return url_for("questions.page", dossier_id=visit.id, page=after.code)


def first_open(visit: Visit) -> Page | None:
    """Return the first page with an open question."""
    answers = visit.response

    def is_open(page: Page) -> bool:
        return any(answers.get(one.code) is None and not one.optional for one in page.questions)

    return next((page for page in visit.route.pages if is_open(page)), None)


def last_place(visit: Visit) -> str:
    """Return where someone left off: the page saved last, as long as it asks something."""
    saved = visit.dossier.page
    if saved and visit.route.page(saved):
        return url_for("questions.page", dossier_id=visit.id, page=saved)
    return url_for("overview.show", dossier_id=visit.id)


def _task(visit: Visit, section: Section, status: SectionStatus) -> Task:
    own = {page.code for page in section.pages}
    page = next(one for one in visit.route.pages if one.code in own)
    looks = {SectionStatus.DONE: "done", SectionStatus.BUSY: "busy", SectionStatus.NOT_STARTED: ""}
    there = url_for("questions.page", dossier_id=visit.id, page=page.code)
    return Task(section.title, there, visit.words(f"web.section.{status.value}"), looks[status])


def _last(visit: Visit, word: str, endpoint: str, title: str, state: str) -> Task:
    look = "goal" if word == "rapport" else ""
    more = visit.words(f"web.overview.{word}")
    return Task(visit.words(title), url_for(endpoint, dossier_id=visit.id), state, look, more)
