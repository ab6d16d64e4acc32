"""Drawing a journey map: codes stay, nothing is lost, and what was removed comes back where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.answer import Answer, Item
from workshop.domain.journey import Block
from workshop.domain.journey_map import Cycle, read_journey
from workshop.domain.map_edit import (
    Atlas,
    Gone,
    Removed,
    add_map,
    add_touchpoint,
    block_of,
    change_map,
    change_touchpoint,
    copy_map,
    copy_touchpoint,
    cycle_of,
    follow_personas,
    lanes,
    move,
    names_of,
    read_atlas,
    remove,
    remove_map,
    restore,
    text_of,
)

FIVE = ((Block.ATTENTION,), (Block.INTEREST, Block.DESIRE), (Block.BUYING,), (), ())


def item(**texts: str) -> Item:
    return Item({code: Answer(value=text) for code, text in texts.items() if text})


def codes(items: tuple[Item, ...]) -> list[str]:
    return [text_of(one, "code") for one in items]


raw_points = st.builds(
    item,
    code=st.sampled_from(["", "t1", "t2", "t2", "moment-3", "Niet goed", "vergelijk"]),
    map=st.sampled_from(["", "m1", "m2", "weg"]),
    name=st.text("abc", min_size=1, max_size=3),
    block=st.sampled_from([*Block, "", "b99"]),
    cycle=st.sampled_from(["", "first", "repeat"]),
)
raw_maps = st.builds(item, code=st.sampled_from(["", "m1", "m2", "kaart-1"]), name=st.text("xyz", max_size=3))
atlases = st.builds(read_atlas, st.lists(raw_maps, max_size=3), st.lists(raw_points, max_size=8))
splits = st.lists(st.integers(1, 9), max_size=5, unique=True).map(
    lambda cuts: tuple(tuple(list(Block)[a:b]) for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 10], strict=True))
)


@given(atlases)
def test_every_item_has_its_own_code_and_every_point_a_map(atlas: Atlas) -> None:
    assert len(set(codes(atlas.maps))) == len(atlas.maps)
    assert len(set(codes(atlas.points))) == len(atlas.points)
    assert {text_of(one, "map") for one in atlas.points} <= set(codes(atlas.maps))


@given(atlases)
def test_reading_what_was_read_changes_nothing(atlas: Atlas) -> None:
    assert read_atlas(atlas.maps, atlas.points) == atlas


@given(atlases)
def test_the_rest_of_the_domain_reads_the_same_maps(atlas: Atlas) -> None:
    journey = read_journey(atlas.maps, atlas.points, frozenset())

    assert [one.code for one in journey.maps] == codes(atlas.maps)
    for one in journey.maps:
        shown = [text_of(p, "code") for c in Cycle for lane in lanes(atlas, one.code, c, (tuple(Block),)) for p in lane]
        assert [point.code for point in one.touchpoints] == shown


@given(atlases, st.data())
def test_removing_and_putting_back_gives_the_same(atlas: Atlas, data: st.DataObject) -> None:
    if not atlas.points:
        return
    code = data.draw(st.sampled_from(codes(atlas.points)))

    without, removed = remove(atlas, code)

    assert code not in codes(without.points)
    assert restore(without, removed) == atlas
    assert restore(atlas, removed) == atlas


@given(atlases, st.data())
def test_a_map_comes_back_with_all_its_touchpoints(atlas: Atlas, data: st.DataObject) -> None:
    if not atlas.maps:
        return
    code = data.draw(st.sampled_from(codes(atlas.maps)))

    without, removed = remove_map(atlas, code)

    assert not without.points_on(code)
    assert restore(without, removed) == atlas


@given(atlases, splits, st.data(), st.sampled_from([-1, 1]))
def test_moving_changes_one_block_at_most_and_loses_nothing(
    atlas: Atlas, groups: tuple[tuple[Block, ...], ...], data: st.DataObject, step: int
) -> None:
    if not atlas.points:
        return
    code = data.draw(st.sampled_from(codes(atlas.points)))

    moved = move(atlas, code, step, groups)

    assert sorted(codes(moved.points)) == sorted(codes(atlas.points))
    others = {text_of(one, "code"): one for one in atlas.points if text_of(one, "code") != code}
    assert {text_of(one, "code"): one for one in moved.points if text_of(one, "code") != code} == others


@given(atlases, splits, st.data(), st.sampled_from([-1, 1]))
def test_a_move_is_seen_unless_the_point_stands_at_the_end(
    atlas: Atlas, groups: tuple[tuple[Block, ...], ...], data: st.DataObject, step: int
) -> None:
    if not atlas.points:
        return
    point = data.draw(st.sampled_from(atlas.points))
    code, on, cycle = text_of(point, "code"), text_of(point, "map"), cycle_of(point)
    before = [codes(lane) for lane in lanes(atlas, on, cycle, groups)]
    edge = before[0][:1] if step < 0 else before[-1][-1:]

    after = [codes(lane) for lane in lanes(move(atlas, code, step, groups), on, cycle, groups)]

    assert (before == after) == (code in edge)


def test_a_map_of_a_file_with_another_code_keeps_its_own_touchpoints() -> None:
    maps = [item(code="nu"), item(code="straks"), item()]
    points = [item(code="t1", map="straks"), item(code="t2", map="nu"), item(code="t3"), item(code="t4", map="weg")]

    atlas = read_atlas(maps, points)

    assert codes(atlas.maps) == ["m1", "m2", "m3"]
    assert [text_of(one, "map") for one in atlas.points] == ["m2", "m1", "m1", "m1"]


def test_within_a_phase_a_point_changes_places_with_its_neighbour() -> None:
    atlas = read_atlas([item(code="m1")], [item(code="t1", block="b2"), item(code="t2", block="b3")])

    moved = move(atlas, "t2", -1, FIVE)

    assert codes(lanes(moved, "m1", Cycle.FIRST, FIVE)[1]) == ["t2", "t1"]


def test_past_the_edge_a_point_goes_to_the_next_phase_even_an_empty_one() -> None:
    atlas = read_atlas([item(code="m1")], [item(code="t1", block="b1")])

    moved = move(atlas, "t1", 1, FIVE)

    assert block_of(moved.point("t1")) is Block.INTEREST
    assert move(moved, "t1", -1, FIVE).points == atlas.points


def test_a_point_outside_the_model_does_not_leave_its_place() -> None:
    atlas = read_atlas([item(code="m1")], [item(code="t1", block="b10")])

    assert move(atlas, "t1", -1, FIVE) == atlas


@given(atlases)
def test_a_new_touchpoint_gets_a_code_nobody_had(atlas: Atlas) -> None:
    atlas, on = add_map(atlas, {"name": Answer(value="Nieuw")})

    added, code = add_touchpoint(atlas, on, {"name": Answer(value="Bellen")})

    assert code not in codes(atlas.points)
    assert text_of(added.point(code), "map") == on
    assert added.points[:-1] == atlas.points


def test_a_copy_stands_right_behind_the_first() -> None:
    atlas = read_atlas([item(code="m1")], [item(code="t1", name="Bellen"), item(code="t2")])

    copied, code = copy_touchpoint(atlas, "t1", {"name": Answer(value="Bellen (kopie)")})

    assert codes(copied.points) == ["t1", code, "t2"]
    assert text_of(copied.point(code), "name") == "Bellen (kopie)"


@given(atlases, st.data())
def test_a_copied_map_has_the_same_moments_and_leaves_the_first_alone(atlas: Atlas, data: st.DataObject) -> None:
    if not atlas.maps:
        return
    code = data.draw(st.sampled_from(codes(atlas.maps)))

    copied, new = copy_map(atlas, code, {"kind": Answer(value="design")})

    names = [[text_of(one, "name") for one in copied.points_on(on)] for on in (code, new)]
    assert names[0] == names[1]
    assert copied.map(code) == atlas.map(code)
    assert text_of(copied.map(new), "kind") == "design"


def test_a_change_keeps_code_and_map() -> None:
    atlas = read_atlas([item(code="m1"), item(code="m2")], [item(code="t1", map="m2", name="Bellen")])
    wrong = {"code": Answer(value="x9"), "map": Answer(value="m1"), "name": None, "want": Answer(value="Hulp")}

    changed = change_touchpoint(atlas, "t1", wrong)

    assert changed.point("t1") == item(code="t1", map="m2", want="Hulp")
    assert change_map(atlas, "m1", {"code": None, "name": Answer(value="Nieuw")}).map("m1") == item(
        code="m1", name="Nieuw"
    )


def test_a_code_that_was_given_out_again_is_renewed_when_putting_back() -> None:
    atlas = read_atlas([item(code="m1")], [item(code="t1", name="Bellen")])
    without, removed = remove(atlas, "t1")
    again, code = add_touchpoint(without, "m1", {"name": Answer(value="Mailen")})

    back = restore(again, removed)

    assert code == "t1"
    assert sorted(text_of(one, "name") for one in back.points) == ["Bellen", "Mailen"]
    assert len(set(codes(back.points))) == 2


def test_a_map_that_comes_back_under_another_code_takes_its_moments_along() -> None:
    atlas = read_atlas([item(code="m1", name="Oud")], [item(code="t1", name="Bellen")])
    without, removed = remove_map(atlas, "m1")
    again, _ = add_map(without, {"name": Answer(value="Nieuw")})

    back = restore(again, removed)

    home = next(text_of(one, "code") for one in back.maps if text_of(one, "name") == "Oud")
    assert [text_of(one, "name") for one in back.points_on(home)] == ["Bellen"]


def test_a_moment_whose_map_is_gone_too_goes_to_the_first() -> None:
    back = restore(read_atlas([item(code="m1")], []), Removed(points=((0, item(code="t1", map="m9")),)))

    assert codes(back.points_on("m1")) == ["t1"]


@pytest.mark.parametrize("operation", [remove, remove_map])
def test_what_is_not_there_is_gone(operation: object) -> None:
    with pytest.raises(Gone):
        operation(Atlas(), "t1")  # type: ignore[operator]


def test_maps_follow_a_customer_group_with_a_new_name() -> None:
    maps = [item(code="m1", personas="Ouders; Dames"), item(code="m2", personas="Dames")]

    followed = follow_personas(maps, [item(name="Ouders"), item(name="Dames")], [item(name="Jong"), item(name="Dames")])

    assert [names_of(one) for one in followed] == [("Jong", "Dames"), ("Dames",)]


def test_maps_follow_no_group_that_was_removed_or_moved() -> None:
    maps = (item(code="m1", personas="Ouders"),)
    two = [item(name="Ouders"), item(name="Dames")]

    assert follow_personas(maps, two, [item(name="Dames")]) == maps
    assert follow_personas(maps, two, two[::-1]) == maps
