"""Every page that says something is wrong: made by sending what cannot be kept, or what another window changed."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.proof.site import FULL, Kept, Site
from tests.web.browser import Visitor, X, fields, find_id
from workshop.domain.questionnaire import Page

UNREADABLE: Final = "heel veel"
TOO_LONG: Final = "x" * 20_001
Changes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that was answered instead of the one that was asked for; `kept` opens what it is about."""

    name: str
    kept: Kept
    answer: TestResponse
    page: str = ""
    """The code of the page of questions, "" for another page."""


def of_questions(site: Site, kept: Kept) -> Iterator[Trouble]:
    """Give each page of questions that has a mistake on it; a page where nothing can be mistyped is left out."""
    visitor = site.visitor(kept)
    for page in site.pages(kept):
        for answer in _mistyped(visitor, kept, page):
            if answer.status_code != 303:
                yield Trouble(f"{page.code}: mistyped", kept, answer, page.code)
                break


def _mistyped(visitor: Visitor, kept: Kept, page: Page) -> Iterator[TestResponse]:
    """Send something that is no number or day, and then something that is too long."""
    root = visitor.open(f"{kept.here}vraag/{page.code}")
    own = [one for one in find_id(root, "answers").iter(f"{X}input") if one.get("type", "text") == "text"]
    yield visitor.send(root, {one.get("name", ""): UNREADABLE for one in own})
    long = [*find_id(root, "answers").iter(f"{X}textarea"), *own]
    yield visitor.send(root, {one.get("name", ""): TOO_LONG for one in long[:1]})


def of_two_windows(site: Site) -> Iterator[Trouble]:
    """Give each page of questions of which both windows changed an answer."""
    for page in site.pages(site.keep(FULL)):
        kept = site.keep(FULL)
        visitor = site.visitor(kept)
        mine, theirs = (visitor.open(f"{kept.here}vraag/{page.code}") for _ in range(2))
        visitor.send(theirs, _otherwise(theirs, unknown=False))
        answer = visitor.send(mine, _otherwise(mine, unknown=True))
        if answer.status_code != 303:
            yield Trouble(f"{page.code}: two windows", kept, answer, page.code)


def _otherwise(root: Element, *, unknown: bool) -> Changes:
    """Return another answer to everything on a page: chosen otherwise and emptied, or all of it unknown."""
    changes: dict[str, str] = {}
    for one in find_id(root, "answers").iter():
        name, kind, value = one.get("name", ""), one.get("type", "text"), one.get("value", "")
        if kind in ("radio", "checkbox"):
            if one.get("checked") is None and (value == "-unknown" if unknown else value[:1] not in ("", "-")):
                changes[name] = value
        elif one.tag == f"{X}textarea" or (one.tag == f"{X}input" and kind == "text"):
            changes[name] = ""
    return changes


def of_other_forms(site: Site) -> Iterator[Trouble]:
    """Give every other page with something wrong on it, each in a dossier of its own."""
    for name, make in OTHERS.items():
        kept = site.keep(FULL)
        yield Trouble(name, kept, make(site.visitor(kept)))


def sent(visitor: Visitor, page: str, to: str = "", **typed: object) -> TestResponse:
    """Open a page, and send these fields to it, or to another address, with the token of its form."""
    root = visitor.open(page)
    token = next(one.get("value", "") for one in root.iter() if one.get("name") == "csrf_token")
    return visitor.client.post(to or page, data={"csrf_token": token, **typed})


def filled_in(visitor: Visitor, page: str, **changes: str) -> TestResponse:
    """Open a page with a form of answers, and send it with these fields changed."""
    return again(visitor, visitor.open(page), **changes)


def again(visitor: Visitor, root: Element, **changes: str) -> TestResponse:
    """Send a form of answers that is open."""
    form = find_id(root, "answers")
    typed: MultiDict[str, str] = fields(form)
    for name, text in changes.items():
        typed[name] = text
    return visitor.client.post(form.get("action", ""), data=typed)


def _moment(visitor: Visitor) -> str:
    return f"{visitor.here}kaart/m1/moment/k3"


def _moment_in_two_windows(visitor: Visitor) -> TestResponse:
    mine = visitor.open(_moment(visitor))
    filled_in(visitor, _moment(visitor), want="Van de ander")
    return again(visitor, mine, want="Van mij")


def _moment_that_is_gone(visitor: Visitor) -> TestResponse:
    mine = visitor.open(_moment(visitor))
    sent(visitor, f"{visitor.here}kaart/m1", actie="weg-k3")
    return again(visitor, mine, want="Van mij")


def _map_in_two_windows(visitor: Visitor) -> TestResponse:
    page = f"{visitor.here}kaart/m1/gegevens"
    mine = visitor.open(page)
    filled_in(visitor, page, subject="Van de ander")
    return again(visitor, mine, subject="Van mij")


def _note_in_two_windows(visitor: Visitor) -> TestResponse:
    page = f"{visitor.here}spiekbriefje?deel=customers"
    _note(visitor, visitor.open(page), actie="citaat", tekst="Eerst")
    mine, theirs = (visitor.open(f"{page}&notitie=n1") for _ in range(2))
    _note(visitor, theirs, actie="bewaar", tekst="Van de ander")
    return _note(visitor, mine, actie="bewaar", tekst="Van mij")


def _empty_note(visitor: Visitor) -> TestResponse:
    return _note(visitor, visitor.open(f"{visitor.here}spiekbriefje?deel=customers"), actie="citaat", tekst="")


def _note(visitor: Visitor, root: Element, **typed: str) -> TestResponse:
    form = find_id(root, "briefje")
    outside = [one for one in root.iter(f"{X}input") if one.get("form") == "briefje"]
    more = {one.get("name", ""): one.get("value", "") for one in outside}
    return visitor.client.post(form.get("action", ""), data={**fields(form).to_dict(), **more, **typed})


def _undone_too_late(visitor: Visitor) -> TestResponse:
    """Undo a change whose answer was changed again: the form of the second entry of the history."""
    for number in ("41", "42"):
        visitor.fill("customer_spending", {"first_order": number})
        visitor.fill("winning_costs", {"acquisition_spend": number})
    page = visitor.open(f"{visitor.here}geschiedenis")
    forms = [one for one in page.iter(f"{X}form") if one.get("action", "").endswith("/geschiedenis")]
    answers = (visitor.client.post(one.get("action", ""), data=fields(one)) for one in forms[2:])
    return next(one for one in answers if one.status_code == 409)


def _room(visitor: Visitor, page: str, **typed: str) -> TestResponse:
    form = find_id(visitor.open(f"{visitor.here}rapport{page}"), "kamer")
    return visitor.client.post(form.get("action", ""), data={**fields(form).to_dict(), **typed})


def _text(visitor: Visitor, gap: str, text: str, who: str, root: Element | None = None) -> TestResponse:
    root = root if root is not None else visitor.open(f"{visitor.here}rapport/tekst/{gap}")
    form = find_id(root, "kamer")
    typed = {**fields(form).to_dict(), f"{gap}.advice-text": text, "wie": who, "actie": "bewaar"}
    return visitor.client.post(form.get("action", ""), data=typed)


def _text_in_two_windows(visitor: Visitor) -> TestResponse:
    gap = _gap(visitor)
    mine = visitor.open(f"{visitor.here}rapport/tekst/{gap}")
    _text(visitor, gap, "Van de ander", "Bo")
    return _text(visitor, gap, "Van mij", "Ans", mine)


def _gap(visitor: Visitor) -> str:
    root = visitor.open(f"{visitor.here}rapport")
    return next(str(one.get("id")) for one in root.iter() if (one.get("id") or "").startswith("gap-"))


def _old_question_page(visitor: Visitor) -> TestResponse:
    return again(visitor, visitor.open(f"{visitor.here}vraag/customer_spending"), csrf_token="oud", first_order="61")


def _file(content: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


OTHERS: Final[Mapping[str, Callable[[Visitor], TestResponse]]] = {
    "a form that is too old": _old_question_page,
    "a touchpoint without a name": lambda one: filled_in(one, _moment(one), name=""),
    "a touchpoint in two windows": _moment_in_two_windows,
    "a touchpoint that is gone": _moment_that_is_gone,
    "a touchpoint added without a name": lambda one: sent(one, f"{one.here}kaart/m1", actie="erbij", name=""),
    "a map without a name": lambda one: filled_in(one, f"{one.here}kaart/m1/gegevens", name=""),
    "a map in two windows": _map_in_two_windows,
    "a map removed": lambda one: sent(one, f"{one.here}kaart", actie="weg-m2"),
    "a map that is gone": lambda one: sent(one, f"{one.here}kaart", actie="weg-m9"),
    "an empty note": _empty_note,
    "a note in two windows": _note_in_two_windows,
    "an undo that came too late": _undone_too_late,
    "hidden without a reason": lambda one: _room(one, f"/verberg/{_gap(one)}", actie="bewaar", wie="Ans"),
    "a text without a name": lambda one: _text(one, _gap(one), "Van mij", ""),
    "a text in two windows": _text_in_two_windows,
    "no file read back": lambda one: sent(one, f"{one.here}rapport/terug", bestand=_file(b"", "")),
    "something else read back": lambda one: sent(one, f"{one.here}rapport/terug", bestand=_file(b"geen zip", "x.docx")),
    "deleted without being sure": lambda one: sent(one, f"{one.here}verwijder"),
    "no dossier to read in": lambda one: sent(one, "/inlezen", bestand=_file(b"", "")),
    "a wrong dossier to read in": lambda one: sent(one, "/inlezen", bestand=_file(b'{"questionnaire": "x"}', "x.json")),
    "no template": lambda one: sent(one, "/huisstijl", bestand=_file(b"", "")),
    "a template that is none": lambda one: sent(one, "/huisstijl", naam="Ans", bestand=_file(b"geen zip", "x.docx")),
    "a private link that is not right": lambda one: sent(one, "/hervat", link="dit is geen link"),
    "a phase model that is not there": lambda one: sent(one, one.here, f"{one.here}gegevens", model="zes"),
    "a page that is not there": lambda one: one.get("/nergens"),
    "a dossier that is not there": lambda one: one.get("/d/0123456789/"),
    "a link to nobody": lambda one: one.get("/hervat/te-kort"),
    "a button that is not there": lambda one: one.client.delete("/"),
}
"""What goes wrong, and how it comes about."""
