"""The page of the cheat sheet, put together."""

from dataclasses import dataclass
from typing import Final

from flask import Response, url_for

from workshop.domain.note import NoteKind
from workshop.domain.questionnaire import Page, Section
from workshop.domain.run_sheet import Part
from workshop.web.pages import Switch, show
from workshop.web.route.way_back import SHEET
from workshop.web.session.notes import Typed, note_rows
from workshop.web.session.views import groups, guide_of, neighbours, now_in, sheet_of, staged
from workshop.web.visit import Visit

TOLD: Final = frozenset(
    {"citaat", "parkeer", "bewaar", "klaar", "open", "weg", "terug", "toon", "leeg", "bedek", "onthul"}
)
"""What an address may say that was just done; its words stand in [web.session.told]."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a button: `told` what was done, `undo` a removed note (sealed), `trouble` why nothing was done."""

    told: str = ""
    undo: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the session is: run sheet, the part that it should be now ("" once its time is over), the minutes left."""

    sheet: str = ""
    runs: bool = False
    part: str = ""
    left: int = 0


def draw(
    visit: Visit, section: Section, typed: Typed, outcome: Outcome | None = None, *, status: int = 200
) -> Response:
    """Show the cheat sheet of a section."""
    done, session = outcome or Outcome(), visit.dossier.session
    before, after = neighbours(visit, section)
    part = _part(visit, section)
    first, rest = _foreground(_pages(visit, section), part)
    return show(
        "session_sheet.html",
        visit.words,
        status=status,
        switch=Switch.away_from(visit.language, form="briefje"),
        updated=visit.dossier.updated,
        action=url_for("session_sheet.change", dossier_id=visit.id, deel=section.code),
        session=url_for("session.show", dossier_id=visit.id),
        screen=url_for("session_screen.show", dossier_id=visit.id),
        section=section,
        step=_step(visit, section),
        help=guide_of(visit).help(section.code),
        part=part,
        groups=groups(visit, first, SHEET),
        others=groups(visit, rest, SHEET),
        before=before,
        after=after,
        clock=_clock(visit),
        shown=_shown(visit),
        covered=session.covered,
        quotes=note_rows(visit, NoteKind.QUOTE, section.code),
        parked=note_rows(visit, NoteKind.PARKED, section.code),
        typed=typed,
        trouble=done.trouble,
        undo=done.undo,
        told=visit.words(f"web.session.told.{done.told}") if done.told in TOLD else "",
    )


def _pages(visit: Visit, section: Section) -> tuple[Page, ...]:
    found = staged(visit, section.code)
    return found[1] if found else ()


def _part(visit: Visit, section: Section) -> Part | None:
    """Return the part of the chosen run sheet that is about this section."""
    sheet = sheet_of(visit)
    number = sheet.of(section.code) if sheet else None
    return sheet.parts[number] if sheet and number is not None else None


def _foreground(pages: tuple[Page, ...], part: Part | None) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Divide pages into those with the questions of this part, and the others; all of them when it names none."""
    wanted = frozenset(part.questions) if part else frozenset()
    first = tuple(page for page in pages if wanted & {one.code for one in page.questions})
    return (first, tuple(page for page in pages if page not in first)) if first else (pages, ())


def _clock(visit: Visit) -> Clock:
    sheet = sheet_of(visit)
    if sheet is None:
        return Clock()
    now = now_in(visit, sheet)
    part = sheet.parts[now.part].title if now and now.part < len(sheet.parts) else ""
    return Clock(sheet.title, now is not None, part, now.left if now else 0)


def _shown(visit: Visit) -> str:
    """Return what stands on the big screen, "" for nothing."""
    found = staged(visit, visit.dossier.session.shown)
    if found is None:
        return ""
    section, pages = found
    return section.title if section.code == visit.dossier.session.shown else pages[0].title


def _step(visit: Visit, section: Section) -> str:
    sections = visit.route.sections
    return visit.words("web.session.step", n=str(sections.index(section) + 1), total=str(len(sections)))
