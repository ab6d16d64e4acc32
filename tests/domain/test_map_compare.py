"""Two maps side by side: the same moments meet, the others stand alone, and only what differs is named."""

from workshop.domain.answer import Answer, Item
from workshop.domain.journey_map import JourneyMap, read_journey
from workshop.domain.map_compare import count_of, differing, pairs


def maps(left: list[dict[str, str]], right: list[dict[str, str]]) -> tuple[JourneyMap, JourneyMap]:
    points = [{**one, "map": code} for code, side in (("m1", left), ("m2", right)) for one in side]
    items = [Item({code: Answer(value=text) for code, text in one.items()}) for one in points]
    both = [Item({"code": Answer(value=code)}) for code in ("m1", "m2")]
    journey = read_journey(tuple(both), tuple(items), frozenset())
    return journey.maps[0], journey.maps[1]


def test_the_same_name_is_the_same_moment() -> None:
    left, right = maps([{"name": "Bellen", "block": "b2"}], [{"name": " bellen", "block": "b2", "want": "Hulp"}])

    (pair,) = pairs(left, right)

    assert differing(pair, ["code", "name", "want"]) == ("name", "want")
    assert count_of([pair], ["block"]) == 0


def test_what_only_one_map_has_stands_alone_in_its_place() -> None:
    left, right = maps([{"name": "Kopen", "block": "b4"}], [{"name": "Zien", "block": "b1"}])

    found = pairs(left, right)

    assert [(one.left is None, one.right is None) for one in found] == [(True, False), (False, True)]
    assert [one.one.name for one in found] == ["Zien", "Kopen"]
    assert count_of(found, []) == 2


def test_of_moments_with_one_name_those_in_the_same_cycle_meet() -> None:
    twice = [{"name": "Kopen", "block": "b4", "cycle": "repeat"}, {"name": "Kopen", "block": "b4", "cycle": "first"}]

    left, right = maps(twice, twice[::-1])

    assert all(one.left and one.right and one.left.cycle is one.right.cycle for one in pairs(left, right))
