"""The history as it is read: per day, and what one person saved on one page within ten minutes as one line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Final

from flask import url_for

from workshop.domain.answer import Answer
from workshop.domain.edit import Answers, Edit, together
from workshop.language.dates import format_date
from workshop.report.voice import Voice
from workshop.web.clock import clock, local
from workshop.web.dossier.undoing import question_title
from workshop.web.history.turns import Turn, turns
from workshop.web.visit import Visit

TOGETHER: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Changed:
    """One question whose answer changed; `link` is "" when it is not asked now."""

    title: str
    link: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """One or more saves; `first` and `last` are the numbers of its edits, `parts` the saves when there are more.

    `stands` tells whether taking it back changes anything.
    """

    first: int
    last: int
    title: str
    time: str
    who: str
    changes: tuple[Changed, ...]
    stands: bool
    saves: str = ""
    parts: tuple["Saved", ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """What was saved on one day, the newest first."""

    title: str
    saved: tuple[Saved, ...]


def runs(edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], ...]:
    """Group edits, the newest first: one page, one person, within ten minutes; an undo stands by itself."""
    found: list[list[Edit]] = []
    for edit in edits:
        if found and _belongs(found[-1], edit):
            found[-1].append(edit)
        else:
            found.append([edit])
    return tuple(map(tuple, found))


def days(visit: Visit, grouped: Sequence[tuple[Edit, ...]]) -> tuple[Day, ...]:
    """Say what was saved on each day."""
    by_day = groupby(grouped, lambda run: day_title(visit, run[0]))
    return tuple(Day(day, tuple(saved(visit, run) for run in held)) for day, held in by_day)


def saved(visit: Visit, run: tuple[Edit, ...]) -> Saved:
    """Say what one run of edits changed."""
    whole, words = together(run), visit.words
    from_, to = clock(run[-1].at), clock(run[0].at)
    return Saved(
        *(run[-1].number, run[0].number),
        title=page_title(visit, run[0]),
        time=to if from_ == to else words("web.history.between", **{"from": from_, "to": to}),
        who=whole.who or words("web.history.someone"),
        changes=tuple(changes(visit, whole.before, whole.after)),
        stands=whole.would_change(visit.response),
        saves=words.plural("web.history.saves", len(run)) if len(run) > 1 else "",
        parts=tuple(saved(visit, (one,)) for one in run) if len(run) > 1 else (),
    )


def changes(visit: Visit, before: Answers, after: Answers) -> Iterator[Changed]:
    """Say how each answer changed."""
    voice = Voice(visit.words, visit.questionnaire, visit.model)
    for code, answer in after.items():
        yield Changed(question_title(visit, code), _link(visit, code), _turns(voice, code, before.get(code), answer))


def page_title(visit: Visit, edit: Edit) -> str:
    """Return the title of the page on which an edit was made, or that it was an undo."""
    page = next((one for one in visit.questionnaire.pages if one.code == edit.page), None)
    title = page.title if page else ""
    if edit.undoes:
        return visit.words("web.history.put_back_title", title=title) if title else visit.words("web.history.put_back")
    return title or visit.words("web.history.elsewhere")


def _belongs(run: list[Edit], edit: Edit) -> bool:
    newest = run[0]
    same = (newest.page, newest.who) == (edit.page, edit.who) and not (newest.undoes or edit.undoes)
    day = local(newest.at).date() == local(edit.at).date()
    return same and day and newest.at - edit.at <= TOGETHER


def _turns(voice: Voice, code: str, was: Answer | None, became: Answer | None) -> tuple[Turn, ...]:
    question = voice.questionnaire.question(code)
    return turns(question, was, became, voice) if question else ()


def _link(visit: Visit, code: str) -> str:
    asked = (page.code for page in visit.route.pages if any(one.code == code for one in page.questions))
    page = next(asked, "")
    return f"{url_for('questions.page', dossier_id=visit.id, page=page)}#{code}-vraag" if page else ""


def day_title(visit: Visit, edit: Edit) -> str:
    """Return what the day of an edit is called: today, yesterday, or its date."""
    day = local(edit.at).date()
    ago = (visit.workshop.today() - day).days
    named = {0: "web.history.today", 1: "web.history.yesterday"}
    return visit.words(named[ago]) if ago in named else format_date(day, visit.language)
