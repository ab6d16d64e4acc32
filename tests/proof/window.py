"""A page of questions that stands open in a window, and what sending it must do by the plain model."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from werkzeug.datastructures import MultiDict

from tests.proof.typings import Plain, Typed
from tests.web.browser import X, fields, find_id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What sending a page must do; `touched` is all that was typed on it and that is no answer yet."""

    changes: Mapping[str, Plain]
    clashes: Mapping[str, Typed]
    unreadable: Mapping[str, Typed]
    touched: Mapping[str, Typed]


@dataclass(frozen=True, slots=True)
class Window:
    """A page as it was opened: its form, the language it is in, and the answers and drafts that stood on it.

    `drafts` are as the page shows them, `held` the same as they were kept: what a saved page takes away. Of
    the questions in `open` it shows two answers, and nobody has chosen yet.
    """

    root: Element
    language: str
    stood: Mapping[str, Plain]
    drafts: Mapping[str, Typed]
    held: Mapping[str, Typed] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    form: "MultiDict[str, str]" = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", fields(find_id(self.root, "answers")))

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that stand on the page."""
        return tuple(self.form.getlist("gevraagd"))

    @property
    def action(self) -> str:
        """The address that the form goes to."""
        return find_id(self.root, "answers").get("action", "")

    def cards(self, code: str) -> tuple[str, ...]:
        """Return the ids of the cards of a group."""
        cards = (one.get("id", "") for one in self.root.iter(f"{X}fieldset") if "card" in one.get("class", ""))
        return tuple(one for one in cards if one.startswith(f"{code}-"))

    def cells(self, code: str) -> tuple[str, ...]:
        """Return the names of the fields of a table."""
        names = (one.get("name", "") for one in find_id(self.root, "answers").iter(f"{X}input"))
        own = dict.fromkeys(name for name in names if name.startswith(f"{code}-"))
        return tuple(name for name in own if not name.endswith(("-status", "-evidence")))

    def filled_in(self, typed: Iterable[Typed], action: str, only: Collection[str]) -> "MultiDict[str, str]":
        """Return what is sent when this was typed; of the questions only these."""
        sent = MultiDict(
            [(name, text) for name, text in self.form.items(multi=True) if self._belongs(name, text, only)]
        )
        for one in typed:
            for name, texts in one.fields.items():
                sent.setlist(name, list(texts))
        sent["actie"] = action
        return sent

    def _belongs(self, name: str, text: str, only: Collection[str]) -> bool:
        code = text if name == "gevraagd" else name.removeprefix("stand-").removeprefix("concept-").partition("-")[0]
        return code not in self.asked or code in only

    def outcome(self, typed: Iterable[Typed], answers: Mapping[str, Plain], only: Collection[str]) -> Outcome:
        """Say what sending it must do, given the answers as they are now."""
        here = (*(one for code, one in self.drafts.items() if code in only), *typed)
        on_it = {one.code: replace(one, made_in=self.language) for one in here}
        unreadable = {code: one for code, one in on_it.items() if not one.readable}
        changes: dict[str, Plain] = {}
        clashes: dict[str, Typed] = {}
        for code, one in on_it.items():
            plain, now, stood = one.plain(self.language), answers.get(code), self.stood.get(code)
            if not one.readable or (plain in (now, stood) and (plain == now or stood != now)):
                continue
            if stood == now and code not in self.open:
                changes[code] = plain
            else:
                clashes[code] = one
        return Outcome(changes, clashes, unreadable, {code: on_it[code] for code in (*unreadable, *changes, *clashes)})


def links_in(element: Element) -> Iterator[str]:
    """Give the addresses of the links in it, without what they point at on the page."""
    return (one.get("href", "").partition("#")[0] for one in element.iter(f"{X}a"))
