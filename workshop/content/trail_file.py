"""Where somebody was in a dossier, as it stands in an answers file: the page, what was typed, and the session."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Final

from workshop.content.moment import read_moment
from workshop.domain.answer import Problem
from workshop.domain.dossier import Draft
from workshop.domain.note import NO_SESSION, Session
from workshop.domain.validity import echo, refuse_unknown

MOST_PAIRS: Final = 2000
"""The most fields of a form in a draft."""
MOST_NAMED: Final = 500
"""After so many mistakes no more are looked for: nobody reads them, and looking for what was meant takes time."""
MOST_MINUTES: Final = 24 * 60
_CODE: Final = re.compile(r"[a-z0-9_]{0,80}")
_KEY: Final = re.compile(r"[a-z0-9_.]{1,120}")
_HALVES: Final = re.compile(r"[\ud800-\udfff]")
_SESSION: Final = frozenset({"minutes", "shown", "began", "shown_since", "covered"})

Problems = tuple[Problem, ...]


def is_code(raw: object) -> bool:
    """Tell whether this can be the code of a page or section; "" is none."""
    return isinstance(raw, str) and _CODE.fullmatch(raw) is not None


def read_page(raw: object) -> tuple[str, Problems]:
    """Read the code of the page that was saved last; one that is no longer there does no harm."""
    return (str(raw), ()) if is_code(raw) else ("", (Problem("page", "trail_file.page", {}),))


def plain_drafts(drafts: Mapping[str, Draft]) -> dict[str, object]:
    """Return drafts as `read_drafts` reads them back."""
    return {key: [list(pair) for pair in draft] for key, draft in drafts.items()}


def read_drafts(raw: object, questions: Collection[str]) -> tuple[dict[str, Draft], Problems]:
    """Read what was typed and is no answer yet, by question or by field of an item: "touchpoints.m1.name".

    A problem points into it: "drafts.hours".
    """
    if not isinstance(raw, Mapping):
        return {}, (Problem("drafts", "trail_file.drafts", {}),)
    wrong = (problem for key, draft in raw.items() for problem in _wrong_draft(str(key), draft, questions))
    problems = tuple(islice(wrong, MOST_NAMED))
    return ({} if problems else {key: tuple(map(_pair, draft)) for key, draft in raw.items()}), problems


def _wrong_draft(key: str, draft: object, questions: Collection[str]) -> Iterator[Problem]:
    where, question = f"drafts.{echo(key)}", key.partition(".")[0]
    if question not in questions:
        yield from refuse_unknown(where, question, questions).problems
    elif not _KEY.fullmatch(key) or not isinstance(draft, list) or not all(map(_is_pair, draft)):
        yield Problem(where, "trail_file.draft", {})
    elif len(draft) > MOST_PAIRS:
        yield Problem(where, "trail_file.draft_room", {"most": str(MOST_PAIRS)})


def _is_pair(raw: object) -> bool:
    match raw:
        case [str(), str()]:
            return True
    return False


def _pair(raw: list[str]) -> tuple[str, str]:
    """Take what was typed as it is, but for halves of a character, which no page can show."""
    name, value = (_HALVES.sub("", one) for one in raw)
    return name, value


def plain_session(session: Session) -> dict[str, object]:
    """Return a session as `read_session` reads it back."""
    times = {"began": session.began, "shown_since": session.shown_since}
    return {
        "minutes": session.minutes,
        "shown": session.shown,
        "covered": session.covered,
        **{name: moment.isoformat() for name, moment in times.items() if moment is not None},
    }


def read_session(raw: object) -> tuple[Session, Problems]:
    """Read a session as it ran; a problem points into it: "session.minutes"."""
    if not isinstance(raw, Mapping):
        return NO_SESSION, (Problem("session", "trail_file.session", {}),)
    problems = tuple(_wrong_session(raw))
    if problems:
        return NO_SESSION, problems
    began, since = (read_moment(raw[name]) if name in raw else None for name in ("began", "shown_since"))
    minutes, shown, covered = int(raw.get("minutes", 0)), str(raw.get("shown", "")), raw.get("covered") is True
    return Session(minutes, shown, began, since, covered), ()


def _wrong_session(raw: Mapping[str, object]) -> Iterator[Problem]:
    yield from (Problem(f"session.{echo(str(key))}", "trail_file.unknown", {}) for key in raw if key not in _SESSION)
    minutes = raw.get("minutes", 0)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 0 <= minutes <= MOST_MINUTES:
        yield Problem("session.minutes", "trail_file.minutes", {"most": str(MOST_MINUTES)})
    if not is_code(raw.get("shown", "")):
        yield Problem("session.shown", "trail_file.page", {})
    if not isinstance(raw.get("covered", False), bool):
        yield Problem("session.covered", "note_file.done", {})
    wrong = (name for name in ("began", "shown_since") if name in raw and read_moment(raw[name]) is None)
    yield from (Problem(f"session.{name}", "note_file.at", {}) for name in wrong)
