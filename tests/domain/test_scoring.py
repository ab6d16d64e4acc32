"""Scores against the golden values of docs/reference/scoring.md, and the promise that unknown is never zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.scoring import (
    Indicator,
    Score,
    attention_score,
    balance_index,
    channel_fit_score,
    experience,
    mean_score,
    weigh,
)

WEIGHTS = {"D": 20, "P": 15, "A": 15, "B": 20, "C": 10, "M": 10, "E": 10}
points = st.integers(0, 100).map(Decimal)
shares = st.lists(st.integers(0, 1000), min_size=2, max_size=8).filter(lambda found: sum(found) > 0)


def phase(**values: int | str | None) -> tuple[Indicator, ...]:
    def value(name: str) -> Decimal | None:
        given_value = values.get(name)
        return None if given_value is None else Decimal(given_value)

    return tuple(Indicator(name, Decimal(weight), value(name)) for name, weight in WEIGHTS.items())


@pytest.mark.parametrize(
    ("hours", "index"),
    [
        ((20, 20, 20, 20, 20), "100"),
        ((100, 0, 0, 0, 0), "0"),
        ((45, 30, 15, 7, 3), "56.25"),
        ((50, 30, 20, 0, 0), "50"),
    ],
)
def test_the_balance_index_has_its_golden_values(hours: tuple[int, ...], index: str) -> None:
    targets = [Decimal("0.2")] * 5

    assert balance_index([Decimal(one) / 100 for one in hours], targets) == Decimal(index)


def test_attention_is_scored_against_the_target_share() -> None:
    found = [attention_score(Decimal(one) / 100, Decimal("0.2")) for one in (45, 30, 15, 7, 3)]

    assert found == [100, 100, 75, 35, 15]


@pytest.mark.parametrize(
    ("experienced", "expected", "score"),
    [(5, 5, "100"), (4, 4, "75"), (3, 4, "37.5"), (2, 4, "0"), (3, 3, "50"), (5, 3, "100"), (1, 5, "0")],
)
def test_an_experience_is_scored_with_its_expectation(experienced: int, expected: int, score: str) -> None:
    assert experience(Decimal(experienced), Decimal(expected)) == Decimal(score)


def test_use_times_fit_has_its_golden_value() -> None:
    found = channel_fit_score([(3, Decimal(1)), (2, Decimal("0.6")), (1, Decimal("0.2"))])

    assert found is not None
    assert round(found) == 73


def test_a_phase_with_one_open_indicator_shows_a_range() -> None:
    score = weigh(phase(D=100, P=73, A=35, B=75, C=None, M=0, E=100))

    assert score.value is not None
    assert [round(one) for one in (score.value, score.low, score.high, score.certainty)] == [68, 61, 71, 90]


def test_a_phase_with_every_indicator_has_no_range() -> None:
    score = weigh(phase(D=100, P=100, A=100, B=50, C=75, M=100, E=100))

    assert score == Score(Decimal("87.5"), Decimal("87.5"), Decimal("87.5"), Decimal(100))


def test_a_phase_of_which_little_is_known_shows_no_number() -> None:
    score = weigh(phase(D=0, A=0))

    assert score == Score(None, Decimal(0), Decimal(65), Decimal(35))


def test_an_indicator_that_does_not_apply_leaves_the_denominator() -> None:
    parts = (Indicator("D", Decimal(20), Decimal(100)), Indicator("M", Decimal(80), None, applies=False))

    assert weigh(parts) == Score(Decimal(100), Decimal(100), Decimal(100), Decimal(100))


def test_without_indicators_nothing_is_known() -> None:
    assert weigh(()).value is None
    assert mean_score([]).value is None


@given(st.lists(st.one_of(st.none(), points), min_size=7, max_size=7))
def test_a_score_always_lies_in_its_range(values: list[Decimal | None]) -> None:
    parts = [Indicator(name, Decimal(w), v) for (name, w), v in zip(WEIGHTS.items(), values, strict=True)]

    score = weigh(parts)

    assert 0 <= score.low <= score.high <= 100
    assert score.value is None or score.low <= round(score.value, 20) <= score.high or score.certainty < 100


@given(st.lists(st.one_of(st.none(), points), min_size=7, max_size=7), st.integers(0, 6), points)
def test_a_better_answer_never_lowers_a_score(values: list[Decimal | None], place: int, better: Decimal) -> None:
    worse = values[place]
    if worse is None or better < worse:
        return
    improved = [better if index == place else one for index, one in enumerate(values)]

    before, after = (weigh(_parts(one)) for one in (values, improved))

    assert after.low >= before.low
    assert after.high >= before.high
    assert (after.value or 0) >= (before.value or 0)


@given(st.lists(st.one_of(st.none(), points), min_size=7, max_size=7), st.integers(0, 6), points)
def test_learning_something_only_narrows_the_range(values: list[Decimal | None], place: int, learned: Decimal) -> None:
    if values[place] is not None:
        return
    known = [learned if index == place else one for index, one in enumerate(values)]

    before, after = (weigh(_parts(one)) for one in (values, known))

    assert before.low <= after.low <= after.high <= before.high
    assert after.certainty > before.certainty


@given(shares)
def test_the_balance_index_stays_between_0_and_100(hours: list[int]) -> None:
    total = sum(hours)

    index = balance_index([Decimal(one) / total for one in hours], [Decimal(1) / len(hours)] * len(hours))

    assert 0 <= index <= Decimal("100.0000001")


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=7))
def test_a_total_always_lies_in_its_range(pairs: list[tuple[int, int]]) -> None:
    scores = [weigh(phase(D=a, P=a, A=b, B=b if b > 50 else None)) for a, b in pairs]

    total = mean_score(scores)

    assert total.low <= total.high
    assert total.value is None or total.low <= total.value <= total.high


def _parts(values: list[Decimal | None]) -> list[Indicator]:
    return [Indicator(name, Decimal(w), v) for (name, w), v in zip(WEIGHTS.items(), values, strict=True)]
