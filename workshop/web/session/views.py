"""What the windows of a session show: the questions of a section with what was said, and the parts of a run sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from flask import url_for
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from workshop.domain.answer import Item
from workshop.domain.questionnaire import Page, Question, QuestionType, Section
from workshop.domain.route import items_of
from workshop.domain.run_sheet import Guide, Moment, Part, Place, RunSheet, moment
from workshop.report.answers import item_title
from workshop.report.voice import Voice
from workshop.web.clock import clock
from workshop.web.dossier.check import said
from workshop.web.route.progress import Link, count
from workshop.web.route.way_back import WayBack
from workshop.web.visit import Visit

AT_A_GLANCE: Final = 160
"""The most characters of an answer in short."""
PAGES: Final = {Place.CHECK: "check.show", Place.RESULT: "result.show", Place.REPORT: "report_room.show"}


@dataclass(frozen=True, slots=True)
class Line:
    """A question with its answer in words, in full and in short; `prompt` is what to ask on."""

    title: str
    said: str
    short: str
    open: bool
    prompt: Markup
    link: str


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one page; `code` puts the page on the big screen."""

    code: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to go to in a session: a section on the cheat sheet, or a page to look at; "" for one not asked now."""

    title: str
    link: str
    section: str = ""
    answered: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a run sheet; `when` tells its minutes, or clock times while the clock runs; `state` now, past or ""."""

    title: str
    purpose: Markup
    minutes: int
    when: str
    state: str
    stops: tuple[Stop, ...]


def guide_of(visit: Visit) -> Guide:
    """Return what the questionnaire gives to whoever leads a session."""
    response = visit.response
    return visit.workshop.bundle(response.questionnaire, visit.language, response.address).guide


def sheet_of(visit: Visit) -> RunSheet | None:
    """Return the run sheet that was chosen, None when there is none."""
    return guide_of(visit).sheet(visit.dossier.session.minutes)


def section_called(visit: Visit, code: str) -> Section:
    """Return a section that is asked; raises NotFound for any other code."""
    found = next((one for one in visit.route.sections if one.code == code), None)
    if found is None:
        raise NotFound
    return found


def staged(visit: Visit, code: str) -> tuple[Section, tuple[Page, ...]] | None:
    """Return the section with this code and its pages, or the one page with its section; None when nothing asks it."""
    for section in visit.route.sections:
        own = [page.code for page in section.pages]
        pages = tuple(page for page in visit.route.pages if page.code in own)
        if section.code == code:
            return section, pages
        alone = tuple(page for page in pages if page.code == code)
        if alone:
            return section, alone
    return None


def groups(visit: Visit, pages: tuple[Page, ...], back: str) -> tuple[Group, ...]:
    """Return the questions of these pages with what was said; `back` is where filling in leads back to."""
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    return tuple(
        Group(page.code, page.title, tuple(_line(visit, voice, one, page, back) for one in page.questions))
        for page in pages
    )


def now_in(visit: Visit, sheet: RunSheet | None) -> Moment | None:
    """Return where the session should be; None without a run sheet or a clock that runs."""
    began = visit.dossier.session.began
    return moment(sheet, began, visit.workshop.sessions.clock()) if sheet and began else None


def rows(visit: Visit, sheet: RunSheet) -> tuple[Row, ...]:
    """Return the parts of a run sheet with their time."""
    now = now_in(visit, sheet)
    return tuple(_row(visit, sheet, number, now) for number in range(len(sheet.parts)))


def stops(visit: Visit, part: Part) -> Iterator[Stop]:
    """Give the places where a part happens."""
    for code in part.sections:
        yield section_stop(visit, next(one for one in visit.questionnaire.sections if one.code == code))
    if part.look is not None:
        yield Stop(visit.words(f"web.session.look.{part.look}"), url_for(PAGES[part.look], dossier_id=visit.id))


def section_stop(visit: Visit, section: Section) -> Stop:
    """Return the cheat sheet of a section as a place to go to."""
    if section not in visit.route.sections:
        return Stop(section.title, "", section.code)
    answers = count(visit, section)
    link = url_for("session_sheet.show", dossier_id=visit.id, deel=section.code)
    return Stop(section.title, link, section.code, answers.answered, answers.total)


def neighbours(visit: Visit, section: Section) -> tuple[Link | None, Link | None]:
    """Return what comes before and after a section: in the run sheet when that has it, else in the questionnaire."""
    sheet = sheet_of(visit)
    parts = sheet.parts if sheet and sheet.of(section.code) is not None else ()
    planned = [(stop, part) for part in parts for stop in stops(visit, part) if stop.link]
    unplanned = [(section_stop(visit, one), None) for one in visit.route.sections]
    line: Sequence[tuple[Stop, Part | None]] = planned or unplanned
    at = next(n for n, (stop, _) in enumerate(line) if stop.section == section.code)
    own = line[at][1]
    before = line[at - 1] if at else None
    after = line[at + 1] if at + 1 < len(line) else None
    return _link(visit, before, own), _link(visit, after, own)


def _link(visit: Visit, found: tuple[Stop, Part | None] | None, own: Part | None) -> Link | None:
    """Return a place to go to; one in another part says how long that part takes."""
    if found is None:
        return None
    stop, part = found
    if part is None or part is own:
        return Link(stop.link, stop.title)
    return Link(stop.link, f"{stop.title} ({visit.words('web.session.minutes', n=str(part.minutes))})")


def _line(visit: Visit, voice: Voice, question: Question, page: Page, back: str) -> Line:
    answer = visit.response.get(question.code)
    there = f"{WayBack(back).question(visit, page.code)}#{question.code}-vraag"
    prompt = Markup(visit.workshop.render_markdown(question.prompt))  # noqa: S704 - cleaned by nh3
    full = said(question, answer, voice).strip()
    short = _in_short(question, items_of(answer), voice) or " · ".join(full.splitlines())
    return Line(question.title, full, shortened(short), answer is None, prompt, there)


def shortened(text: str) -> str:
    """Cut a text between words to what is read at a glance."""
    return text if len(text) <= AT_A_GLANCE else f"{text[:AT_A_GLANCE].rpartition(' ')[0] or text[:AT_A_GLANCE]} …"


def _in_short(question: Question, items: tuple[Item, ...], voice: Voice) -> str:
    """Name the entries of a group, and no more."""
    named = question.type is QuestionType.GROUP
    return ", ".join(item_title(question, one, voice) for one in items) if named else ""


def _row(visit: Visit, sheet: RunSheet, number: int, now: Moment | None) -> Row:
    part, state = sheet.parts[number], ""
    if now is not None:
        state = "now" if now.part == number else "past" if number < now.part else ""
    purpose = Markup(visit.workshop.render_markdown(part.purpose))  # noqa: S704 - cleaned by nh3
    when = _when(visit.dossier.session.began, sheet.starts(number), part.minutes)
    said_when = when or visit.words(
        "web.session.minutes_from", start=str(sheet.starts(number)), end=str(sheet.starts(number) + part.minutes)
    )
    return Row(part.title, purpose, part.minutes, said_when, state, tuple(stops(visit, part)))


def _when(began: datetime | None, start: int, minutes: int) -> str:
    """Return the clock times of a part, "" while no clock runs."""
    if began is None:
        return ""
    first = began + timedelta(minutes=start)
    return f"{clock(first)}–{clock(first + timedelta(minutes=minutes))}"
