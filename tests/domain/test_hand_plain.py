"""Changes as plain data: read back the same, and refused with a reason when they are not sound."""

import json
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

from tests.hands import GAPS, NOON, any_change, change, hidden, moved_to, rewrite
from workshop.domain.hand import Change, Deed
from workshop.domain.hand_plain import (
    MOST_CHANGES,
    MOST_TEXT,
    NotAChange,
    cleaned,
    from_plain,
    judged,
    room,
    to_plain,
)

GAP = GAPS[0]


@given(any_change)
def test_a_change_read_back_is_the_same(one: Change) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(one)))) == one


def plain(**changes: object) -> dict[str, Any]:
    return {**to_plain(moved_to(GAP, 2)), **changes}


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (None, ""),
        ([], ""),
        (plain(more="x"), ""),
        (plain(kind="hidee"), "kind"),
        (plain(kind=["hide"]), "kind"),
        (plain(who=3), "who"),
        (plain(target=None), "target"),
        (plain(when="gisteren"), "when"),
        (plain(when="2026-11-22T12:00:00"), "when"),
        (plain(when=None), "when"),
        (plain(value=[]), "value"),
        (plain(value={}), "value.place"),
        (plain(value={"place": 2}), "value.place"),
        (plain(value={"place": "0"}), "value.place"),
        (plain(value={"place": "²"}), "value.place"),
        (plain(value={"place": "9" * 5000}), "value.place"),
        (plain(value={"place": "1", "owner": "x"}), "value.owner"),
        (plain(kind="assign", value={"on": "1 december"}), "value.on"),
        (plain(kind="assign", value={"on": "20261201"}), "value.on"),
        (plain(kind="action", value={"text": "x", "within": "31"}), "value.within"),
        (plain(kind="rewrite", value={}), "value.text"),
    ],
)
def test_what_is_no_change_says_in_which_part(raw: object, where: str) -> None:
    with pytest.raises(NotAChange) as refused:
        from_plain(raw)

    assert refused.value.where == where


def test_a_moment_anywhere_in_the_world_is_kept_in_utc() -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=5)))

    assert from_plain(plain(when=elsewhere.isoformat())).when.isoformat() == NOON.isoformat()


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (hidden(GAP, ""), [("reason", "hand.wrong.reason")]),
        (hidden("G01"), [("target", "hand.wrong.target")]),
        (hidden("gap-<b>"), [("target", "hand.wrong.target")]),
        (change(Deed.SHOW, GAP, who=""), [("who", "hand.wrong.who")]),
        (change(Deed.SHOW, GAP, who="x" * 101), [("who", "hand.wrong.too_long")]),
        (rewrite("gap-G01.see", "x" * (MOST_TEXT + 1)), [("text", "hand.wrong.too_long")]),
        (rewrite("gap-G01.title", ""), [("text", "hand.wrong.no_text")]),
        (rewrite("gap-G01.title", "x" * 201), [("text", "hand.wrong.too_long")]),
        (rewrite("gap-G01.see", ""), []),
        (change(Deed.FINDING, "f1", {"see": "x"}), [("title", "hand.wrong.no_title")]),
        (change(Deed.FINDING, "f0", {"title": "x"}), [("target", "hand.wrong.target")]),
        (change(Deed.ACTION, "a1", {"text": ""}), [("text", "hand.wrong.no_text")]),
        (change(Deed.ACTION, "a1", {"text": "x", "within": "31"}), [("within", "hand.wrong.value")]),
        (change(Deed.ACTION, "a1", {"text": "x", "price": "3"}), [("price", "hand.wrong.value")]),
        (change(Deed.MOVE, GAP, {"place": "-1"}), [("place", "hand.wrong.value")]),
        (change(Deed.MOVE, GAP), [("place", "hand.wrong.no_place")]),
        (change(Deed.FOREWORD, "f1", {"text": "x"}), [("target", "hand.wrong.target")]),
        (change(Deed.FOREWORD), []),
    ],
)
def test_an_unsound_change_says_what_is_wrong(one: Change, expected: list[tuple[str, str]]) -> None:
    assert [(problem.where, problem.key) for problem in judged(one)] == expected


def test_texts_are_kept_clean_and_names_on_one_line() -> None:
    typed = change(Deed.ACTION, "a1", {"text": " Bel\r\nAns\x00 ", "owner": "Ans\nde Vries"}, who=" Marieke \n B. ")

    kept = cleaned(typed)

    assert (kept.value, kept.who) == ({"text": "Bel\nAns", "owner": "Ans de Vries"}, "Marieke B.")


def test_a_report_holds_so_many_changes_and_no_more() -> None:
    one = moved_to(GAP, 1)

    assert room([one] * MOST_CHANGES)
    assert not room([one] * (MOST_CHANGES + 1))
    assert not room([rewrite("glance.1", "x" * MOST_TEXT)] * 101)
