"""What a consultant changes, as tests make it: one change in a line, and any list of changes as Hypothesis draws it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from hypothesis import strategies as st

from workshop.domain.hand import Change, Deed, Hand, Horizon, hand
from workshop.domain.hand_plain import cleaned, judged

NOON: Final = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GAPS: Final = ("gap-G01-retention", "gap-G41", "gap-G12", "gap-G99-gone")
PASSAGES: Final = ("gap-G01-retention.advice", "gap-G41.see", "gap-G12.title", "glance.1")


def change(
    kind: Deed, target: str = "", value: Mapping[str, str] | None = None, reason: str = "", who: str = "Marieke"
) -> Change:
    """One change at noon."""
    return Change(kind, target, value or {}, reason, who, NOON)


def handed(*changes: Change) -> Hand:
    """The state after these changes."""
    return hand(changes)


def hidden(target: str, reason: str = "Al opgelost") -> Change:
    """A gap left out."""
    return change(Deed.HIDE, target, reason=reason)


def moved_to(target: str, place: int) -> Change:
    """A gap in another place."""
    return change(Deed.MOVE, target, {"place": str(place)})


def rewrite(target: str, text: str) -> Change:
    """A passage in other words."""
    return change(Deed.REWRITE, target, {"text": text})


_TEXT = st.text(max_size=40)
_LINE = st.text(min_size=1, max_size=20).filter(lambda text: bool(" ".join(text.split())))
_DAY = st.sampled_from(["", "2026-12-01", "2027-02-28"])
_VALUES: Mapping[Deed, st.SearchStrategy[dict[str, str]]] = {
    Deed.MOVE: st.fixed_dictionaries({"place": st.integers(1, 6).map(str)}),
    Deed.REWRITE: st.fixed_dictionaries({"text": _LINE}),
    Deed.FINDING: st.fixed_dictionaries({"title": _LINE}, optional={"see": _TEXT, "advice": _TEXT}),
    Deed.ACTION: st.fixed_dictionaries(
        {"text": _LINE}, optional={"owner": _TEXT, "on": _DAY, "within": st.sampled_from([str(one) for one in Horizon])}
    ),
    Deed.ASSIGN: st.fixed_dictionaries({}, optional={"owner": _TEXT, "on": _DAY}),
    Deed.FOREWORD: st.fixed_dictionaries({"text": _TEXT}),
}
_TARGETS: Mapping[Deed, tuple[str, ...]] = {
    **dict.fromkeys((Deed.HIDE, Deed.SHOW, Deed.MOVE, Deed.ASSIGN), GAPS),
    **dict.fromkeys((Deed.REWRITE, Deed.ORIGINAL), (*PASSAGES, "foreword", "own-f1.see", "own-f2.advice")),
    **dict.fromkeys((Deed.FINDING, Deed.DROP_FINDING), ("f1", "f2")),
    **dict.fromkeys((Deed.ACTION, Deed.DROP_ACTION), ("a1", "a2")),
    Deed.FOREWORD: ("",),
}


@st.composite
def changes_of(draw: st.DrawFn, kind: Deed) -> Change:
    """Any sound change of one kind, at any moment."""
    drawn = Change(
        kind,
        draw(st.sampled_from(_TARGETS[kind])),
        draw(_VALUES.get(kind, st.just({}))),
        draw(_LINE) if kind is Deed.HIDE else "",
        draw(_LINE),
        NOON + timedelta(seconds=draw(st.integers(0, 10**9))),
    )
    return cleaned(drawn)


def sound(one: Change) -> bool:
    """Tell whether a change can be kept: what was drawn may be blank once it is cleaned."""
    return not judged(one)


any_change = st.sampled_from(Deed).flatmap(changes_of).filter(sound)
any_changes = st.lists(any_change, max_size=12).map(tuple)
