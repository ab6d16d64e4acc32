"""What can be typed in the tiny questionnaire, and what must come of it: the plain model that the walk goes by.

An answer is what the export says of it (a plain value). `shown_in` says how a page must show that again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st

Fields = Mapping[str, tuple[str, ...]]
"""The fields of a form and what is filled in; a blank one is ("",)."""
Plain = object
UNKNOWN: Final = {"status": "unknown"}
NOT_FOR_US: Final = {"status": "not_applicable"}
PAGES: Final = {
    "sells": "offer",
    "service_name": "offer",
    "started_on": "offer",
    "staff": "people",
    "special": "people",
    "places": "people",
    "groups": "groups_page",
    "channels": "channels_page",
    "last_ten": "ten_page",
    "use": "use_page",
    "hours": "hours_page",
    "now": "count_page",
    "new": "count_page",
    "hour_cost": "count_page",
    "going": "count_page",
}
PER_PHASE: Final = frozenset({"use", "hours"})
"""Questions that are asked per phase of the model in view."""
BY_CHANNEL: Final = frozenset({"last_ten", "use"})
"""Questions with a row for each channel that was chosen."""
ITEMS: Final = {"groups": ("name", "part", "part-status", "fear", "fear-status", "fear-evidence")}
ITEMS_OF: Final = {**ITEMS, "channels": ("channel", "euros", "euros-status")}
SECTIONS: Final = {
    "business": ("offer", "people"),
    "customers": ("groups_page", "channels_page", "ten_page", "use_page"),
}
PHASES: Final = {"two-phase": ("before_sale", "after_sale"), "three-phase": ("finding", "buying", "staying")}


@dataclass(frozen=True, slots=True)
class Typed:
    """Something to type for a question: what it is in each language, None for no answer; and where it was typed.

    `beside` is what another window typed, when this is kept as it was typed.
    """

    code: str
    fields: Fields
    nl: Plain = None
    en: Plain = None
    readable: bool = True
    made_in: str = ""
    beside: "Typed | None" = None

    def plain(self, language: str) -> Plain:
        """Return the answer that this is in a language."""
        return self.nl if language == "nl" else self.en

    def seen_in(self, language: str) -> "Typed":
        """Return what a page in a language shows of this when it was kept as typed: what can be read is translated."""
        plain = self.plain(self.made_in)
        if not self.readable or plain is None or language == self.made_in:
            return self
        shown: dict[str, tuple[str, ...]] = {}
        for name, text in shown_in(language, self.code, plain):
            shown[name] = (*shown.get(name, ()), text)
        return Typed(self.code, shown, plain, plain, made_in=language)


def one(code: str, text: str, plain: Plain, en: Plain = ..., **more: str) -> Typed:
    """Type one text in one field."""
    named = {f"{code}-{name}": (value,) for name, value in more.items()}
    return Typed(code, {code: (text,), f"{code}-status": (), **named}, plain, plain if en is ... else en)


def state(code: str, plain: Plain) -> Typed:
    """Tick "weet ik niet" or "n.v.t." under a field."""
    mark = "-unknown" if plain == UNKNOWN else "-not_applicable"
    return Typed(code, {code: ("",), f"{code}-status": (mark,)}, plain, plain)


def choice(code: str, value: str, plain: Plain) -> Typed:
    """Choose one of the buttons; "weet ik niet" is one of them."""
    return Typed(code, {code: (value,)}, plain, plain)


def unreadable(code: str, text: str, **more: str) -> Typed:
    """Type what nobody can read."""
    named = {f"{code}-{name}": (value,) for name, value in more.items()}
    return Typed(code, {code: (text,), f"{code}-status": (), **named}, readable=False)


SIMPLE: Final = (
    *(choice("sells", value, plain) for value, plain in (("goods", "goods"), ("services", "services"))),
    choice("sells", "-unknown", UNKNOWN),
    one("service_name", "Knippen", "Knippen"),
    one("service_name", "  Kleuren & <b>wassen</b> ", "Kleuren & <b>wassen</b>"),
    state("service_name", UNKNOWN),
    one("started_on", "5-3-2019", "2019-03-05"),
    one("started_on", "1 April 2020", "2020-04-01"),
    one("started_on", "", None),
    state("started_on", NOT_FOR_US),
    unreadable("started_on", "31-2-2020"),
    *(choice("staff", value, plain) for value, plain in (("yes", True), ("no", False), ("-unknown", UNKNOWN))),
    one("special", 'een\r\ntwee "drie" <script>', 'een\ntwee "drie" <script>'),
    one("special", "", None),
    state("special", UNKNOWN),
    Typed("places", {"places": ("shop",), "places-status": ()}, ["shop"], ["shop"]),
    Typed("places", {"places": ("shop", "online"), "places-status": ()}, ["shop", "online"], ["shop", "online"]),
    Typed("places", {"places": (), "places-status": ("-unknown",)}, UNKNOWN, UNKNOWN),
    Typed("places", {"places": (), "places-status": ()}),
    one("now", "1.000", 1000, 1),
    one("now", " 40 ", 40),
    one("now", "0", 0),
    one("now", "", None),
    state("now", UNKNOWN),
    unreadable("now", "tien"),
    unreadable("now", "3,5"),
    one("new", "0", 0),
    one("new", "", None),
    state("new", NOT_FOR_US),
    one("hour_cost", "€ 42,50", {"value": 42.5, "evidence": 3}, evidence="3"),
    one("hour_cost", "42.5", 42.5, evidence=""),
    one("hour_cost", "30,-", {"value": 30, "evidence": 0}, evidence="0"),
    one("hour_cost", "", None, evidence=""),
    Typed(
        "hour_cost",
        {"hour_cost": ("",), "hour_cost-status": ("-unknown",), "hour_cost-evidence": ("",)},
        UNKNOWN,
        UNKNOWN,
    ),
    unreadable("hour_cost", "1.250,5x", evidence=""),
    unreadable("hour_cost", "later", evidence="2"),
    *(choice("going", value, plain) for value, plain in (("0", 0), ("1", 1), ("-unknown", UNKNOWN))),
)
GROUPS: Final = (
    ({"name": "Ouders"}, {"name": "Ouders"}),
    ({"name": "Zzp'ers", "part": "12,5"}, {"name": "Zzp'ers", "part": 12.5}),
    ({"name": "Buren", "part-status": "-unknown"}, {"name": "Buren", "part": UNKNOWN}),
    (
        {"name": "Scholen", "fear": "duur", "fear-evidence": "2"},
        {"name": "Scholen", "fear": {"value": "duur", "evidence": 2}},
    ),
)
"""What can be typed on a card, and the item that it is."""
CHANNELS: Final = (
    ({"channel": "website", "euros": "12,50"}, {"channel": "website", "euros": 12.5}),
    ({"channel": "flyer"}, {"channel": "flyer"}),
    ({"channel": "shop", "euros-status": "-unknown"}, {"channel": "shop", "euros": UNKNOWN}),
)
CARDS: Final = {"groups": GROUPS, "channels": CHANNELS}


def on_page(page: str) -> st.SearchStrategy[list[Typed]]:
    """Draw what someone types on a page with plain questions: one to three of them."""
    own = [typed for typed in SIMPLE if PAGES[typed.code] == page]
    return st.lists(st.sampled_from(own), min_size=1, max_size=3, unique_by=lambda typed: typed.code)


PLAIN_PAGES: Final = ("offer", "people", "count_page")
simple: Final = st.sampled_from(PLAIN_PAGES).flatmap(on_page)
at_once: Final = st.sampled_from(PLAIN_PAGES).flatmap(lambda page: st.tuples(on_page(page), on_page(page)))
"""What two people type on the same page."""
levels: Final = st.sampled_from(("", "0", "1", "3"))
parts: Final = st.sampled_from(("", "0", "2", "2,5", "10"))


def cards(code: str) -> st.SearchStrategy[list[tuple[Mapping[str, str], Plain]]]:
    """Draw what stands on the cards of a group, at most two and never the same twice."""
    return st.lists(st.sampled_from(CARDS[code]), max_size=2, unique_by=lambda card: str(card[1]))


def on_cards(code: str, items: list[tuple[Mapping[str, str], Plain]], room: int) -> Typed:
    """Type these items on the first cards of a page that has `room` of them, and leave the others blank."""
    blank: Mapping[str, str] = {}
    typed = [item for item, _ in items] + [blank] * (room - len(items))
    fields = {
        f"{code}-{number}-{name}": ((item[name],) if name in item else () if name.endswith("-status") else ("",))
        for number, item in enumerate(typed, start=1)
        for name in ITEMS_OF[code]
    }
    plain = [one for _, one in items] or None
    return Typed(code, fields, plain, plain)


def shown_in(language: str, code: str, plain: Plain) -> Iterator[tuple[str, str]]:
    """Say which fields of a page are filled in with what, for an answer that is not asked per phase or channel."""
    match plain:
        case {"value": value, "evidence": evidence}:
            yield f"{code}-evidence", str(evidence)
            yield from _value(language, code, value)
        case _:
            yield from _value(language, code, plain)


def _value(language: str, code: str, value: Plain) -> Iterator[tuple[str, str]]:
    match value:
        case {"status": status}:
            radio = code in ("sells", "staff", "going")
            yield (code if radio else f"{code}-status"), f"-{status}"
        case bool():
            yield code, "yes" if value else "no"
        case int() | float():
            yield (
                code,
                str(value) if code == "going" else number(language, value, code.endswith(("hour_cost", "euros"))),
            )
        case list():
            for place, one in enumerate(value, start=1):
                yield from _entry(language, f"{code}-{place}", code, one)
        case str():
            yield code, day(language, value) if code == "started_on" else value


def _entry(language: str, card: str, code: str, one: Plain) -> Iterator[tuple[str, str]]:
    if isinstance(one, Mapping):
        for field, plain in one.items():
            yield from shown_in(language, f"{card}-{field}", plain)
    else:
        yield code, str(one)


def number(language: str, value: float, money: bool) -> str:
    """Write a number as people of a language do; money that is not whole has cents."""
    text = f"{value:,.2f}" if money and value % 1 else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def day(language: str, iso: str) -> str:
    """Write one of the days that can be typed."""
    return {
        "2019-03-05": {"nl": "5 maart 2019", "en": "5 March 2019"},
        "2020-04-01": {"nl": "1 april 2020", "en": "1 April 2020"},
    }[iso][language]


def spoken(answers: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """Return answers as people mean them: a blank row of a count says the same as a zero."""
    said = {code: plain for code, plain in answers.items() if plain is not None}
    last_ten = said.get("last_ten")
    if isinstance(last_ten, Mapping) and "status" not in last_ten:
        rows = last_ten.get("value", last_ten)
        said["last_ten"] = {row: count for row, count in rows.items() if count}
    return said
