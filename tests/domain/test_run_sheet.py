"""Run sheets: where a session should be at each moment, and that no moment belongs to two parts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.run_sheet import NO_GUIDE, Guide, Moment, Part, RunSheet, SectionHelp, moment, retold

BEGAN = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
SHEET = RunSheet(
    10,
    "Proeven",
    "Kort.",
    (
        Part("aim", "Doel", 2, ("business",)),
        Part("week", "De week", 5, ("attention", "reach"), ("hours_per_phase",), purpose="Tellen."),
        Part("look", "Kijken", 3),
    ),
)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, Moment(0, 2)),
        (1, Moment(0, 2)),
        (60, Moment(0, 1)),
        (119, Moment(0, 1)),
        (120, Moment(1, 5)),
        (419, Moment(1, 1)),
        (420, Moment(2, 3)),
        (600, Moment(3, 0)),
        (90_000, Moment(3, 0)),
        (-5, Moment(0, 2)),
    ],
)
def test_the_clock_tells_the_part_and_the_minutes_left_of_it(seconds: int, expected: Moment) -> None:
    assert moment(SHEET, BEGAN, BEGAN + timedelta(seconds=seconds)) == expected


@given(st.lists(st.integers(1, 240), min_size=1, max_size=12), st.integers(0, 3000))
def test_every_minute_belongs_to_one_part_until_the_time_is_over(lengths: list[int], minute: int) -> None:
    parts = tuple(Part(f"p{n}", "", minutes) for n, minutes in enumerate(lengths))
    sheet = RunSheet(sum(lengths), "", "", parts)

    now = moment(sheet, BEGAN, BEGAN + timedelta(minutes=minute))

    if minute >= sum(lengths):
        assert now == Moment(len(parts), 0)
    else:
        assert sheet.starts(now.part) <= minute < sheet.starts(now.part) + parts[now.part].minutes
        assert now.left == sheet.starts(now.part) + parts[now.part].minutes - minute


def test_a_section_is_found_in_the_first_part_that_is_about_it() -> None:
    assert (SHEET.of("business"), SHEET.of("reach"), SHEET.of("map")) == (0, 1, None)


def test_a_section_without_help_has_empty_help() -> None:
    assert NO_GUIDE.help("business") == SectionHelp("business")
    assert Guide(sheets=(SHEET,)).sheet(90) is None


def test_retelling_reaches_every_text_and_leaves_the_codes() -> None:
    guide = Guide((SectionHelp("business", ("vraag",), ("luister",), ("pas op",)),), (SHEET,))

    loud = retold(guide, str.upper)

    assert loud.help("business") == SectionHelp("business", ("VRAAG",), ("LUISTER",), ("PAS OP",))
    assert (loud.sheets[0].title, loud.sheets[0].about) == ("PROEVEN", "KORT.")
    assert loud.sheets[0].parts[1] == Part(
        "week", "DE WEEK", 5, ("attention", "reach"), ("hours_per_phase",), purpose="TELLEN."
    )
