"""A guide for leading a session: what to ask aloud and listen for per section, and run sheets with time per part."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from workshop.domain.journey import Block


class Place(StrEnum):
    """A page that a part of a session looks at together."""

    CHECK = "check"
    RESULT = "result"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class SectionHelp:
    """Help with one section; texts are plain lines.

    `prompts` are asked aloud, `listen` says what to listen for, `pitfalls` what to keep out of; `blocks` are the
    building blocks of the journey that the section is about, none for the whole journey.
    """

    section: str
    prompts: tuple[str, ...] = ()
    listen: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a run sheet; `minutes` is whole and above 0, `purpose` says what the part is for (Markdown).

    It foregrounds `sections`, or only these `questions` of them, or the page to `look` at together.
    """

    code: str
    title: str
    minutes: int
    sections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    look: Place | None = None
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The parts of a session of so many minutes, in order."""

    minutes: int
    title: str
    about: str
    parts: tuple[Part, ...]

    def starts(self, number: int) -> int:
        """Return the minute, from 0, at which a part (counted from 0) starts."""
        return sum(part.minutes for part in self.parts[:number])

    def of(self, section: str) -> int | None:
        """Return the number of the first part, from 0, that is about a section; None when no part is."""
        return next((n for n, part in enumerate(self.parts) if section in part.sections), None)


@dataclass(frozen=True, slots=True)
class Guide:
    """What a questionnaire gives to whoever leads a session with it."""

    sections: tuple[SectionHelp, ...] = ()
    sheets: tuple[RunSheet, ...] = ()

    def help(self, section: str) -> SectionHelp:
        """Return the help with a section; one without any when nothing was written about it."""
        return next((one for one in self.sections if one.section == section), SectionHelp(section))

    def sheet(self, minutes: int) -> RunSheet | None:
        """Return the run sheet of so many minutes, or None."""
        return next((one for one in self.sheets if one.minutes == minutes), None)


NO_GUIDE: Final = Guide()


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a session should be: the number of the part, from 0, and the whole minutes left of it, rounded up.

    After the last part `part` is the number of parts and `left` is 0.
    """

    part: int
    left: int


def moment(sheet: RunSheet, began: datetime, now: datetime) -> Moment:
    """Return where a session that began then should be now; a start in the future is now."""
    passed = max(0.0, (now - began).total_seconds()) / 60
    for number, part in enumerate(sheet.parts):
        end = sheet.starts(number) + part.minutes
        if passed < end:
            return Moment(number, -int(-(end - passed) // 1))
    return Moment(len(sheet.parts), 0)


def retold(guide: Guide, tell: Callable[[str], str]) -> Guide:
    """Return the guide with every text as `tell` says it."""
    return Guide(tuple(_help(one, tell) for one in guide.sections), tuple(_sheet(one, tell) for one in guide.sheets))


def _help(one: SectionHelp, tell: Callable[[str], str]) -> SectionHelp:
    prompts, listen, pitfalls = (tuple(map(tell, texts)) for texts in (one.prompts, one.listen, one.pitfalls))
    return replace(one, prompts=prompts, listen=listen, pitfalls=pitfalls)


def _sheet(sheet: RunSheet, tell: Callable[[str], str]) -> RunSheet:
    parts = tuple(replace(one, title=tell(one.title), purpose=tell(one.purpose)) for one in sheet.parts)
    return replace(sheet, title=tell(sheet.title), about=tell(sheet.about), parts=parts)
