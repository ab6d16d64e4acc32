"""Churn that falls: the published case of Fader and Hardie (2007), borders, and what can never be."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sums import HIGH_END, points, sums
from workshop.domain.answer import Answer, Item, Status
from workshop.domain.survival import FallingChurn, Point, fit, log_likelihood, mistake

PUBLISHED = tuple((year, Decimal(str(share)) / 100) for year, share in enumerate(HIGH_END, start=1))


def fitted(*found: Point) -> FallingChurn:
    model = fit(found)
    assert model is not None
    return model


def test_the_published_case_gives_the_published_parameters() -> None:
    model = fitted(*PUBLISHED)

    assert (round(model.alpha, 4), round(model.beta, 4)) == (Decimal("0.6681"), Decimal("3.8061"))
    assert (round(model.alpha, 3), round(model.beta, 3)) == (Decimal("0.668"), Decimal("3.806"))
    assert round(model.log_likelihood, 4) == -1.6112


def test_the_likelihood_of_parameters_that_do_not_fit_is_lower() -> None:
    assert round(log_likelihood(PUBLISHED, 1, 1), 4) == -2.1155


def test_the_published_case_gives_the_survival_of_twelve_years() -> None:
    model = fitted(*PUBLISHED)

    shares = [round(model.survival(year) * 100, 1) for year in range(1, 13)]

    expected = "85.1 74.7 67.0 61.0 56.2 52.2 48.9 46.0 43.6 41.4 39.5 37.8"
    assert shares == [Decimal(one) for one in expected.split()]
    assert model.survival(0) == 1


def test_the_model_is_its_published_recursion() -> None:
    """P(1) = α/(α+β); P(t) = (β+t−2)/(α+β+t−1) · P(t−1); r(t) = (β+t−1)/(α+β+t−1)."""
    model = fitted(*PUBLISHED)
    alpha, beta = model.alpha, model.beta
    leaving, left = alpha / (alpha + beta), Decimal(1)

    for year in range(1, 13):
        leaving *= (beta + year - 2) / (alpha + beta + year - 1) if year > 1 else 1
        left -= leaving
        assert abs(model.survival(year) - left) < Decimal("1e-20")
        assert model.retention(year) == (beta + year - 1) / (alpha + beta + year - 1)


def test_two_years_are_followed_exactly() -> None:
    model = fitted((1, Decimal("0.8")), (2, Decimal("0.65")))

    assert (round(model.alpha, 3), round(model.beta, 3)) == (Decimal(3), Decimal(12))


def test_years_may_be_missing_in_between() -> None:
    model = fitted(*(one for one in PUBLISHED if one[0] in (1, 3, 7)))

    assert abs(model.survival(5) - Decimal("0.551")) < Decimal("0.02")


def test_the_order_in_which_years_are_given_does_not_matter() -> None:
    there, back = (sums(survival=points(*found)) for found in (((1, 80), (2, 70)), ((2, 70), (1, 80))))

    assert there.falling_churn == back.falling_churn is not None


@pytest.mark.parametrize(
    ("found", "note"),
    [
        ((), "survival_too_few"),
        (((1, "0.8"),), "survival_too_few"),
        (((1, "0.8"), (1, "0.8")), "survival_wrong"),
        (((1, "0.8"), (2, "0.81")), "survival_wrong"),
        (((0, "1"), (1, "0.8")), "survival_wrong"),
        (((1, "1.2"), (2, "0.8")), "survival_wrong"),
        (((1, "0.8"), (2, "-0.1")), "survival_wrong"),
        (((1, "1"), (2, "1")), "nobody_left"),
        (((1, "0.8"), (2, "0.8")), ""),
        (((2, "0.8"), (5, "0.7")), ""),
    ],
)
def test_shares_that_make_no_curve_say_so(found: tuple[tuple[int, str], ...], note: str) -> None:
    assert mistake(tuple((year, Decimal(share)) for year, share in found)) == note


@pytest.mark.parametrize("shares", [("0.8", "0.64", "0.512"), ("0.9", "0.6", "0.1"), ("1", "0.9", "0.8"), ("0.5", "0")])
def test_churn_that_does_not_fall_has_no_model(shares: tuple[str, ...]) -> None:
    assert fit(tuple((year, Decimal(share)) for year, share in enumerate(shares, start=1))) is None


def test_a_year_that_was_left_open_does_not_count() -> None:
    half = Item({"year": Answer(value=Decimal(3)), "share": Answer(Status.UNKNOWN)})
    found = points((1, 80), (2, 70)).value
    assert isinstance(found, tuple)

    model = sums(survival=Answer(value=(*(one for one in found if isinstance(one, Item)), half))).falling_churn

    assert model == fit(((1, Decimal("0.8")), (2, Decimal("0.7"))))


def test_fitting_takes_a_few_milliseconds() -> None:
    start = time.perf_counter()

    for _ in range(20):
        fit.__wrapped__(PUBLISHED)

    assert (time.perf_counter() - start) / 20 < 0.02


curves = st.lists(st.integers(0, 1000), min_size=2, max_size=12).map(
    lambda shares: tuple(
        (year, Decimal(share) / 1000) for year, share in enumerate(sorted(shares, reverse=True), start=1)
    )
)


@given(curves)
def test_a_fitted_curve_always_falls_ever_more_slowly(found: tuple[Point, ...]) -> None:
    model = fit(found) if not mistake(found) else None
    if model is None:
        return

    shares = [model.survival(year) for year in range(13)]
    stays = [model.retention(year) for year in range(1, 13)]
    assert all(0 <= later <= earlier <= 1 for earlier, later in pairwise(shares))
    assert all(earlier <= later for earlier, later in pairwise(stays))


@given(curves)
def test_nothing_near_the_fit_fits_better(found: tuple[Point, ...]) -> None:
    model = fit(found) if found[0][1] > 0 and not mistake(found) else None
    if model is None or not Decimal("0.05") < model.alpha + model.beta < 500:
        return
    alpha, beta = float(model.alpha), float(model.beta)

    near = [(alpha * one, beta * other) for one in (0.98, 1, 1.02) for other in (0.98, 1, 1.02)]

    assert all(log_likelihood(found, *one) <= model.log_likelihood + 1e-9 for one in near)
