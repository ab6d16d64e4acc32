"""Ten building blocks, many phase models: switching loses nothing and every sum stays equal."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.journey import (
    Block,
    Division,
    Matrix,
    Phase,
    PhaseModel,
    gather,
    split_evenly,
    spread,
    spread_levels,
)

CENT = Decimal("0.01")
amounts = st.integers(0, 10**9).map(lambda one: Decimal(one) / 100)


def model(*sizes: int) -> PhaseModel:
    blocks = iter(Block)
    phases = tuple(
        Phase(f"p{index}", f"P{index}", "", tuple(next(blocks) for _ in range(size)), ())
        for index, size in enumerate(sizes)
    )
    return PhaseModel("m" + "-".join(map(str, sizes)), "", "", "", phases)


FIVE, FOUR, SIX, THREE = model(1, 2, 1, 5, 1), model(2, 1, 2, 5), model(2, 1, 1, 2, 1, 1), model(3, 2, 3, 2)
models = st.sampled_from([FIVE, FOUR, SIX, THREE])


@st.composite
def divided(draw: st.DrawFn) -> tuple[PhaseModel, Mapping[str, Decimal]]:
    chosen = draw(models)
    return chosen, {phase.id: draw(amounts) for phase in chosen.phases}


@given(amounts, st.integers(1, 10))
def test_a_split_is_even_and_sums_exactly(amount: Decimal, count: int) -> None:
    parts = split_evenly(amount, count, CENT)

    assert sum(parts) == amount
    assert max(parts) - min(parts) <= CENT


def test_a_finer_amount_is_split_in_its_own_unit() -> None:
    assert split_evenly(Decimal("1.005"), 2, CENT) == (Decimal("0.503"), Decimal("0.502"))


@given(divided(), models)
def test_switching_the_model_preserves_every_sum(
    entered: tuple[PhaseModel, Mapping[str, Decimal]], other: PhaseModel
) -> None:
    own, per_phase = entered
    division = spread(own, per_phase)

    shown = gather(other, division)

    inside = sum((value for value in shown.values() if value is not None), Decimal(0))
    outside = sum((division.parts.get(block, Decimal(0)) for block in other.outside), Decimal(0))
    assert gather(own, division) == per_phase
    assert division.total == sum(per_phase.values())
    assert None in shown.values() or inside + outside == division.total


@given(divided(), models)
def test_saving_an_unchanged_page_in_another_model_changes_nothing(
    entered: tuple[PhaseModel, Mapping[str, Decimal]], other: PhaseModel
) -> None:
    division = spread(*entered)
    shown = {phase: value for phase, value in gather(other, division).items() if value is not None}

    saved = spread(other, shown, before=division)

    kept = {block: division.parts[block] for block in saved.parts}
    assert saved.parts == kept


def test_a_part_that_was_split_out_of_a_phase_is_marked() -> None:
    division = spread(FIVE, {"p0": Decimal(1), "p1": Decimal(3)})

    assert division.split == {Block.INTEREST, Block.DESIRE}


def test_a_phase_that_was_left_open_stays_unknown() -> None:
    division = spread(FIVE, {"p0": Decimal(1)})

    assert gather(FIVE, division) == {"p0": Decimal(1), "p1": None, "p2": None, "p3": None, "p4": None}


@pytest.mark.parametrize("shown", [FIVE, FOUR, SIX, THREE])
def test_a_level_holds_for_every_block_of_its_phase(shown: PhaseModel) -> None:
    matrix = spread_levels(FIVE, {"website": {"p0": 3, "p1": 1, "p2": 0, "p3": 2, "p4": 0}})

    again = {phase.id: level for phase in shown.phases if (level := matrix.level("website", phase.blocks)) is not None}

    assert spread_levels(shown, {"website": again}, before=matrix) == matrix


def test_an_open_cell_is_unknown_not_zero() -> None:
    matrix = spread_levels(FIVE, {"website": {"p0": 3}})

    assert matrix.level("website", (Block.RECOMMENDING,)) is None
    assert Matrix({}).level("website", tuple(Block)) is None


@given(models)
def test_each_block_has_one_place_or_none(chosen: PhaseModel) -> None:
    places = {block: [phase for phase in chosen.phases if block in phase.blocks] for block in Block}

    assert all(len(found) <= 1 for found in places.values())
    assert {block for block, found in places.items() if not found} == set(chosen.outside)


@given(models)
def test_targets_are_equal_per_phase_and_sum_to_one(chosen: PhaseModel) -> None:
    targets = chosen.targets()

    assert abs(sum(targets.values(), Decimal(0)) - 1) < Decimal("1e-20")
    assert {round(sum((targets[block] for block in phase.blocks), Decimal(0)), 20) for phase in chosen.phases} == {
        round(Decimal(1) / len(chosen.phases), 20)
    }


def test_an_empty_division_is_nothing_but_not_known() -> None:
    assert Division({}).over((Block.USE,)) is None
