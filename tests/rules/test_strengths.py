"""What goes well: every strong point is named when it is there, at its border, and not below it."""

import pytest

from tests.rules.builders import UNKNOWN, Plain, five, judged, mapped, moment, person, praises, use, worth
from tests.rules.test_figures import BOUGHT

TWO_OF_TEN = {"word_of_mouth": 4, "website": 3, "flyer": 3}
KEEPING = {"hours_per_phase": five(25, 20, 20, 20, 15), "contacts_between": 1, **use(newsletter=(0, 0, 0, 1, 0))}
FIGURES = {"hours_to_win": 1, "first_order": 1, "order_value": 1, "margin": 1, "customers_new": 1}
OWNED = moment("b4", decision=True, owner="Sem")
SURPRISE = {"surprise": True, "surprise_since": "2024-11-23"}


def measured(*said: bool) -> Plain:
    return mapped(*(moment("b1", measured=one) for one in said))


STRENGTHS: dict[str, tuple[Plain, Plain]] = {
    "S01": (worth(300, 100), worth(299, 100)),
    "S02": ({"referral_share": 30}, {"referral_share": 29}),
    "S03": ({"asks_referral": 2}, {"asks_referral": 1}),
    "S04": ({"contacts_between": 2}, {"contacts_between": 1}),
    "S05": ({"hours_per_phase": five(36, 20, 20, 20, 4)}, {"hours_per_phase": five(37, 20, 20, 20, 3)}),
    "S06": (person(1, 2), person(1, 1, 2)),
    "S07": ({"last_interview": "under_3_months"}, {"last_interview": "under_year"}),
    "S08": ({**BOUGHT, "acquisition_spend": 5000}, {**BOUGHT, "acquisition_spend": 5001}),
    "S09": (KEEPING, {**KEEPING, "hours_per_phase": five(25, 20, 20, 19, 16)}),
    "S10": ({"last_ten": TWO_OF_TEN}, {"last_ten": {"word_of_mouth": 5, "website": 5}}),
    "S11": ({"hours_to_win": 4, "hours_to_deliver": 8}, {"hours_to_win": 4.1, "hours_to_deliver": 8}),
    "S12": ({"goal": "other"}, {"goal": UNKNOWN}),
    "S13": (FIGURES, {**FIGURES, "margin": UNKNOWN}),
    "S14": (mapped(moment("b1"), OWNED), mapped(OWNED, moment("b3", decision=True))),
    "S15": (measured(True, True, True, False), measured(True, True, False)),
    "S16": (
        {"on_time_share": 95, "promised_days": 5, "real_days": 5},
        {"on_time_share": 94, "promised_days": 5, "real_days": 5},
    ),
    "S17": ({"reply_hours": 4}, {"reply_hours": 5}),
    "S18": ({"solved_first_time": 90, "complaint_hours": 24}, {"solved_first_time": 89, "complaint_hours": 24}),
    "S19": ({"reachable_share": 80}, {"reachable_share": 79}),
    "S20": (
        mapped(moment("b6", **SURPRISE)),
        mapped(moment("b6", **{**SURPRISE, "surprise_since": "2024-11-20"})),
    ),
    "S21": (
        {"walked": True, "walked_on": "2025-11-22"},
        {"walked": True, "walked_on": "2025-11-21"},
    ),
    "S22": ({"follows_up": 2}, {"follows_up": 1}),
    "S23": (
        {**use(google_profile=(3, 0, 0, 0, 0)), "hours_per_phase": five(7, 31, 31, 31, 0)},
        {**use(google_profile=(3, 0, 0, 0, 0)), "hours_per_phase": five(6, 32, 31, 31, 0)},
    ),
    "S24": (person(3, 1), person(3, 1, 1)),
}
"""Strong point → answers at its border, and answers just below it."""
ALSO_NEEDED: dict[str, tuple[Plain, ...]] = {
    "S01": (worth(300, 0),),
    "S07": ({"last_interview": "never"},),
    "S09": ({"contacts_between": 0}, use(newsletter=(1, 0, 0, 0, 0)), {"hours_per_phase": five(40, 20, 15, 25, 0)}),
    "S10": ({"last_ten": {"word_of_mouth": 3, "website": 3, "flyer": 3}},),
    "S11": ({"hours_to_win": 0},),
    "S14": (mapped(moment("b1")),),
    "S16": ({"real_days": 6},),
    "S18": ({"complaint_hours": 25},),
    "S20": (mapped(moment("b6", surprise=False)), mapped(moment("b5"), moment("b6", **SURPRISE, status="to_design"))),
    "S21": ({"walked": False, "walked_on": UNKNOWN},),
}
"""Strong point → changes after which another part of its condition fails."""


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_strong_point_is_named_at_its_border(strength: str) -> None:
    assert praises(strength, **STRENGTHS[strength][0])


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_strong_point_is_not_named_just_below_it(strength: str) -> None:
    assert not praises(strength, **STRENGTHS[strength][1])


@pytest.mark.parametrize("strength", ALSO_NEEDED)
def test_a_strong_point_is_not_named_when_another_part_of_it_fails(strength: str) -> None:
    for change in ALSO_NEEDED[strength]:
        assert not praises(strength, **{**STRENGTHS[strength][0], **change}), change


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_strong_point_is_not_named_when_nothing_is_known(strength: str) -> None:
    assert not praises(strength)


def test_this_month_counts_as_a_recent_talk() -> None:
    assert praises("S07", last_interview="this_month")


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_strong_point_names_the_answers_that_show_it(strength: str) -> None:
    answers = STRENGTHS[strength][0]

    (found,) = (one for one in judged(**answers).strengths if one.id == strength)

    assert set(found.evidence) & set(answers)
