"""The golden values of a phase on whole sessions: what the answers say, through assess(), to the number."""

from decimal import Decimal

import pytest

from tests.klantreis import bundle
from tests.rules.builders import Plain, five, judged, mapped, moment, session, use
from workshop.domain.assessment import Assessment, assess
from workshop.domain.scoring import PhaseScore, Score

GOOD = {"need": "wishes", "five_seconds": 5, "call_to_action": True, "last_change": "under_year"}
LEVEL = {"expected_functional": 4, "experienced_functional": 4, "expected_emotional": 4, "experienced_emotional": 4}
NAMED = {"channels": [{"channel": "newsletter", "owner": "Sem"}]}


def retention(**answers: object) -> PhaseScore:
    """Score the phase that covers the most blocks."""
    return _phase(judged(**answers), "retention")


def _phase(found: Assessment, id_: str) -> PhaseScore:
    return next(one for one in found.phases if one.phase == id_)


def indicator(score: PhaseScore, id_: str) -> Decimal | None:
    return next(one.value for one in score.indicators if one.id == id_)


@pytest.mark.parametrize(
    ("hours", "balance"),
    [
        ((20, 20, 20, 20, 20), "100"),
        ((100, 0, 0, 0, 0), "0"),
        ((45, 30, 15, 7, 3), "56.25"),
        ((50, 30, 20, 0, 0), "50"),
    ],
)
def test_the_balance_of_a_working_week(hours: tuple[int, ...], balance: str) -> None:
    assert judged(hours_per_phase=five(*hours)).attention.balance == Decimal(balance)


def test_the_attention_of_every_phase() -> None:
    found = judged(hours_per_phase=five(45, 30, 15, 7, 3))

    assert [indicator(one, "attention") for one in found.phases] == [100, 100, 75, 35, 15]


def test_hours_and_euros_weigh_as_much_and_hours_alone_when_the_euros_are_unknown() -> None:
    hours, euros = five(20, 20, 20, 20, 20), five(60, 10, 10, 0, 20)

    both = judged(hours_per_phase=hours, eur_per_phase=euros)

    assert [both.attention.shares[one] for one in hours] == [
        Decimal(one) for one in ("0.4", "0.15", "0.15", "0.1", "0.2")
    ]
    unknown = judged(hours_per_phase=hours, eur_per_phase={"status": "unknown"})
    assert set(unknown.attention.shares.values()) == {Decimal("0.2")}


@pytest.mark.parametrize(
    ("experienced", "expected", "score"),
    [(5, 5, "100"), (4, 4, "75"), (3, 4, "37.5"), (2, 4, "0"), (3, 3, "50"), (5, 3, "100"), (1, 5, "0")],
)
def test_the_experience_of_a_contact_moment(experienced: int, expected: int, score: str) -> None:
    said = {"experienced_functional": experienced, "expected_functional": expected}

    assert indicator(retention(**mapped(moment("b6", **said))), "experience") == Decimal(score)


def test_both_sides_of_every_moment_weigh_as_much() -> None:
    first = moment("b6", experienced_functional=5, expected_functional=5, experienced_emotional=3, expected_emotional=4)
    second = moment("b7", experienced_emotional=4, expected_emotional=4, experienced_functional=5)

    assert indicator(retention(**mapped(first, second)), "experience") == (100 + Decimal("37.5") + 75) / 3


def test_three_strong_two_fair_and_one_weak_give_a_fit_of_73() -> None:
    rows = use(newsletter=(0, 0, 0, 3, 0), google_profile=(0, 0, 0, 2, 0), print_ads=(0, 0, 0, 0, 0), radio_tv=(0,) * 5)
    weak = next(one.id for one in bundle().questionnaire.channels if fit_of(one.id) == "weak")

    found = retention(channel_use={**rows["channel_use"], weak: five(0, 0, 0, 1, 0)})  # type: ignore[dict-item]

    value = indicator(found, "fit")
    assert value is not None
    assert round(value) == 73


def fit_of(channel: str) -> str:
    reading = judged().reading
    phase = reading.model.phase("retention")
    assert phase is not None
    return reading.fit(channel, phase)


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ({}, 100),
        ({"need": "none"}, 60),
        ({"five_seconds": 3}, 88),
        ({"call_to_action": False}, 85),
        ({"last_change": "longer"}, 85),
        ({"last_change": "never", "call_to_action": False, "five_seconds": 0, "need": "none"}, 0),
    ],
)
def test_a_message_is_worth_what_its_four_parts_are(change: Plain, score: int) -> None:
    found = judged(messages={"awareness": {**GOOD, **change}})

    assert indicator(_phase(found, "awareness"), "message") == score


def test_half_of_a_message_has_to_be_known() -> None:
    known = judged(messages={"awareness": {"need": "wishes", "call_to_action": False}})
    little = judged(messages={"awareness": {"need": "wishes"}})

    assert indicator(_phase(known, "awareness"), "message") == Decimal(4000) / 55
    assert indicator(_phase(little, "awareness"), "message") is None


def test_measuring_is_the_share_of_moments_measured_within_twelve_months() -> None:
    old = {"measured": True, "measured_on": "2025-11-21"}
    fresh = {"measured": True, "measured_on": "2025-11-22"}
    moments = (moment("b6", **old), moment("b6", **fresh), moment("b7", measured=True), moment("b7", measured=False))

    assert indicator(retention(**mapped(*moments, moment("b8"))), "measuring") == 50


def test_a_handoff_without_a_receiver_is_half_an_owner() -> None:
    owned, nobody = moment("b6", owner="Sem"), moment("b6", owner="niemand")
    half = moment("b7", owner="Sem", handoff_how="Per mail")
    whole = moment("b7", owner="Sem", handoff_how="Per mail", handoff_to="Ali")

    assert indicator(retention(**mapped(owned, half)), "ownership") == 75
    assert indicator(retention(**mapped(owned, whole, nobody, moment("b8"))), "ownership") == Decimal(200) / 3


def test_a_phase_with_one_open_part_is_68_between_61_and_71_at_90_percent() -> None:
    use_of = {"newsletter": five(0, 0, 0, 3, 0), "google_profile": five(0, 0, 0, 2, 0), "flyer": five(0, 0, 0, 1, 0)}
    point = moment("b6", **LEVEL, measured=False, owner="Sem")

    score = retention(channel_use=use_of, hours_per_phase=five(45, 30, 15, 7, 3), **mapped(point)).score

    assert score.value is not None
    assert [round(one) for one in (score.value, score.low, score.high, score.certainty)] == [68, 61, 71, 90]


def test_a_phase_of_which_all_is_known_is_88_without_a_range() -> None:
    middling = {"expected_functional": 3, "experienced_functional": 3}
    seen = {**GOOD, "five_seconds": 0}
    texts = {"b5": GOOD, "b6": seen, "b7": {**seen, "last_change": "never"}}
    point = moment("b6", **middling, measured=True, owner="Sem")
    hours = {"hours_per_phase": five(20, 20, 20, 20, 20)}

    found = retention(**use(newsletter=(0, 0, 0, 3, 0)), **hours, **mapped(point), messages=texts)

    assert indicator(found, "message") == 75
    assert found.score.value == found.score.low == found.score.high == Decimal("87.5")
    assert found.score.certainty == 100


def test_a_phase_of_which_little_is_known_shows_only_its_range() -> None:
    found = _phase(judged(hours_per_phase=five(50, 50, 0, 0, 0), **mapped(moment("b6", channel="flyer"))), "retention")

    assert found.score == Score(None, Decimal(10), Decimal(75), Decimal(35))


def test_a_phase_that_is_passed_over_is_0_for_certain_and_the_lowest() -> None:
    found = judged(hours_per_phase=five(50, 50, 0, 0, 0), **use(website=(2, 2, 2, 0, 1)))

    phase = _phase(found, "retention")
    assert phase.skipped
    assert phase.score == Score(Decimal(0), Decimal(0), Decimal(0), Decimal(100))
    assert found.lowest == "retention"
    assert [one.id for one in phase.indicators if one.applies] == ["coverage"]


def test_coming_back_leaves_the_total_where_customers_buy_once() -> None:
    found = judged(model="bonsing-mann", purchase_rhythm="once")

    assert [one.phase for one in found.phases if not one.applies] == ["in_between", "repeat_purchase"]


def test_a_client_may_set_the_shares_himself() -> None:
    own = five(10, 20, 10, 40, 20)

    found = judged(hours_per_phase=five(20, 20, 20, 20, 20), target_shares=own)

    assert {one: share * 100 for one, share in found.attention.targets.items()} == own
    assert [indicator(one, "attention") for one in found.phases] == [100, 100, 100, 50, 100]
    assert judged(hours_per_phase=own, target_shares=own).attention.balance == 100


def test_where_customers_buy_once_the_share_of_coming_back_goes_to_recommending() -> None:
    targets = judged(purchase_rhythm="once").attention.targets

    assert {one: share * 100 for one, share in targets.items()} == five(20, 20, 20, 12, 28)


def test_the_quick_scan_keeps_what_the_full_session_asked_and_counts_it() -> None:
    said = {"messages": {"awareness": GOOD}, "reply_hours": 3}

    quick = judged(length="quick", **said)

    assert indicator(_phase(quick, "awareness"), "message") == 100
    assert {"messages", "reply_hours"} <= set(quick.visible)
    assert "S17" in {one.id for one in quick.strengths}
    assert not {"messages", "reply_hours"} & set(judged(length="quick", goal="other").visible)


def test_a_hidden_answer_never_counts_however_long_the_session() -> None:
    for length in ("quick", "full"):
        found = assess(bundle().questionnaire, bundle().rules, session(length=length, market="b2c", contract_months=12))
        assert "contract_months" not in {*found.visible, *found.response.answers, *found.values}
