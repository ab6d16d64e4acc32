"""A form of the report room: fields that together make one change, read back, judged, and shown again as typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from markupsafe import Markup

from workshop.domain.answer import Problem
from workshop.domain.hand import Deed
from workshop.language.dates import parse_date
from workshop.language.numbers import Misread
from workshop.language.text import clean_text
from workshop.services.editing import Edit, RefusedChange
from workshop.web.drawing.views import Mistake
from workshop.web.visit import WHO, Visit

NEW: Final = "nieuw"
"""What the part is called that makes something with a code of its own."""
CODE: Final = "code"
"""What carries the code that was free when the page was made."""
_NOTHING: Final = Markup("")


@dataclass(frozen=True, slots=True)
class Field:
    """A field to type in, or to choose from when there are `options`; `key` is what it is called in a change."""

    key: str
    id: str
    label: str
    value: str = ""
    lines: int = 0
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that make one change; `stood` marks what is kept now and `seen` what the page shows.

    `original` is what the program wrote and `text` the same as Markdown; `back` is what the button sends that puts it
    back; a `fresh` part makes something new, and is judged even when nothing was typed. `name` is what it is called in
    the form: what is new has no code yet that two windows could not both give.
    """

    kind: Deed
    target: str
    fields: tuple[Field, ...]
    stood: str
    seen: str = ""
    title: str = ""
    text: str = ""
    original: Markup = _NOTHING
    back: str = ""
    note: str = ""
    fresh: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class RoomForm:
    """One page of the room with a form; `subject` is what it is about, `drop` the button that takes that away."""

    visit: Visit
    title: str
    lead: str
    subject: str
    parts: tuple[Part, ...]
    who: str
    who_errors: tuple[str, ...] = ()
    trouble: str = ""
    drop: str = ""
    save: str = ""

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Everything that is wrong, in the order of the page."""
        found = [Mistake(WHO, error) for error in self.who_errors]
        fields = (field for part in self.parts for field in part.fields)
        return (*found, *(Mistake(one.id, error, one.label) for one in fields for error in one.errors))


def digest(*texts: str) -> str:
    """Return a short mark of texts as they are kept."""
    return sha256("\0".join(map(clean_text, texts)).encode()).hexdigest()[:16]


def part(kind: Deed, target: str, stood: str, fields: tuple[Field, ...], *, title: str = "", name: str = "") -> Part:
    """Make a part as it stands now, named after its target unless it has a name of its own."""
    called = name or target or kind.value
    named = tuple(replace(one, id=f"{called}-{one.key}") for one in fields)
    return Part(kind, target, named, stood, digest(*(one.value for one in fields)), title, name=called)


def read(form: RoomForm, sent: Mapping[str, str]) -> RoomForm:
    """Return the form as it was typed, with the marks of when its page was made."""
    parts = tuple(_read(one, sent) for one in form.parts)
    return replace(form, parts=parts, who=" ".join(clean_text(sent.get(WHO, form.who)).split()))


def edits(form: RoomForm, back: str = "") -> tuple[Edit, ...]:
    """Return the changes that a form asks for; `back` is the passage whose own text is put back.

    Raises RefusedChange for a day that cannot be read. What was not touched is no change.
    """
    wanted: list[Edit] = []
    wrong: list[tuple[Edit, Problem]] = []
    for one in form.parts:
        edit = _edit(one, back)
        if edit is None:
            continue
        value, misread = _with_day(form.visit, edit.value)
        wanted.append(replace(edit, value=value))
        wrong += [(edit, Problem("on", found.key, found.values)) for found in misread]
    if wrong:
        raise RefusedChange(tuple(wrong))
    return tuple(wanted)


def refused(form: RoomForm, refusal: RefusedChange) -> RoomForm:
    """Return the form with what is wrong beside each field."""
    words = form.visit.words
    said: dict[str, list[str]] = {}
    names = {one.target: one.name for one in form.parts}
    for edit, problem in refusal.wrong:
        name = WHO if problem.where == "who" else f"{names.get(edit.target)}-{problem.where}"
        said.setdefault(name, []).append(words(problem.key, **problem.values))
    errors = {name: tuple(dict.fromkeys(lines)) for name, lines in said.items()}
    parts = tuple(_with_errors(one, errors) for one in form.parts)
    return replace(form, parts=parts, who_errors=errors.get(WHO, ()))


def show_both(form: RoomForm, fresh: RoomForm, clashing: tuple[Edit, ...]) -> RoomForm:
    """Return the form as typed with what another window made of it beside it; saving again keeps what was typed."""
    targets = {edit.target for edit in clashing}
    now = {one.target: one for one in fresh.parts}
    parts = tuple(_both(form.visit, one, now[one.target]) if one.target in targets else one for one in form.parts)
    return replace(form, parts=parts, visit=fresh.visit)


def _read(one: Part, sent: Mapping[str, str]) -> Part:
    fields = tuple(replace(field, value=clean_text(sent.get(field.id, field.value))) for field in one.fields)
    stood, seen = sent.get(f"stand-{one.name}", one.stood), sent.get(f"toen-{one.name}", one.seen)
    target = sent.get(CODE, one.target) if one.name == NEW else one.target
    return replace(one, target=target, fields=fields, stood=stood, seen=seen)


def _edit(one: Part, back: str) -> Edit | None:
    typed = {field.key: field.value for field in one.fields}
    if one.kind is Deed.REWRITE and (back == one.target or _is_original(one, typed)):
        return Edit(Deed.ORIGINAL, one.target, stood=one.stood)
    if not one.fresh and one.seen == digest(*typed.values()):
        return None
    reason = typed.pop("reason", "")
    more = {"stood": digest(one.text)} if one.kind is Deed.REWRITE else {}
    return Edit(one.kind, one.target, {**typed, **more}, reason, one.stood)


def _is_original(one: Part, typed: Mapping[str, str]) -> bool:
    text = typed.get("text", "")
    return clean_text(one.text) == text and one.seen != digest(text)


def _with_day(visit: Visit, value: Mapping[str, str]) -> tuple[dict[str, str], tuple[Misread, ...]]:
    """Write the day of a task as it is kept."""
    typed = value.get("on", "")
    if not typed:
        return dict(value), ()
    found = parse_date(typed, visit.language)
    return ({**value, "on": ""}, (found,)) if isinstance(found, Misread) else ({**value, "on": found.isoformat()}, ())


def _with_errors(one: Part, errors: Mapping[str, tuple[str, ...]]) -> Part:
    return replace(one, fields=tuple(replace(field, errors=errors.get(field.id, ())) for field in one.fields))


def _both(visit: Visit, one: Part, now: Part) -> Part:
    there = " · ".join(_said(now)) or visit.words("hand.room.nothing")
    said = visit.words("web.question.changed_elsewhere", there=there)
    first, *rest = one.fields
    fields = (replace(first, errors=(said,)), *rest)
    return replace(one, fields=fields, stood=now.stood, seen="")


def _said(one: Part) -> Iterator[str]:
    for field in one.fields:
        named = dict(field.options).get(field.value, field.value)
        if named:
            yield named
