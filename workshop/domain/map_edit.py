"""Drawing a journey map: maps and touchpoints added, changed, moved, copied, removed and put back."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from workshop.domain.answer import Answer, Item
from workshop.domain.journey import Block
from workshop.domain.journey_map import PLACES, Cycle

MAPS: Final = "maps"
"""Code of the question whose items are the maps."""
TOUCHPOINTS: Final = "touchpoints"
"""Code of the question whose items are the touchpoints."""
SEPARATOR: Final = ";"
"""What stands between the names of customer groups on one map."""
_CODE: Final = re.compile(r"(?=.*[0-9])[a-z0-9_-]{1,40}")
_MAP_LETTER: Final = "m"
_POINT_LETTER: Final = "t"

Changes = Mapping[str, Answer | None]
"""New answers by field code; None takes an answer away."""


class Gone(LookupError):
    """The map or touchpoint is not there, or not any more."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away, each with the place where it stood: enough to put it back."""

    maps: tuple[tuple[int, Item], ...] = ()
    points: tuple[tuple[int, Item], ...] = ()


@dataclass(frozen=True, slots=True)
class Atlas:
    """All maps and touchpoints as items of the answers, each with a code of its own and each point on a map."""

    maps: tuple[Item, ...] = ()
    points: tuple[Item, ...] = ()

    def map(self, code: str) -> Item:
        """Return this map; raises Gone."""
        return self.maps[_place(self.maps, code)]

    def point(self, code: str) -> Item:
        """Return this touchpoint; raises Gone."""
        return self.points[_place(self.points, code)]

    def points_on(self, code: str) -> tuple[Item, ...]:
        """Return the touchpoints of one map, in the order in which they are kept."""
        return tuple(one for one in self.points if text_of(one, "map") == code)


def text_of(item: Item, code: str) -> str:
    """Return a text or choice code of an item, "" when there is none."""
    answer = item.get(code)
    return answer.value if answer is not None and isinstance(answer.value, str) else ""


def block_of(item: Item) -> Block:
    """Return the block in which a touchpoint lies; one that names none lies at the start."""
    said = text_of(item, "block")
    return Block(said) if said in set(Block) else Block.ATTENTION


def cycle_of(item: Item) -> Cycle:
    """Return the cycle of a touchpoint; one that names none is of the first."""
    return Cycle.REPEAT if text_of(item, "cycle") == Cycle.REPEAT else Cycle.FIRST


def changed(item: Item, changes: Changes) -> Item:
    """Return an item with these answers."""
    merged = {**item.answers, **changes}
    return Item({code: answer for code, answer in merged.items() if answer is not None})


def read_atlas(maps: Sequence[Item], points: Sequence[Item]) -> Atlas:
    """Read items that may come from a file: give each a code, and a touchpoint without a map one that is there.

    The same items always get the same codes, so that a page and what it sends back speak of the same ones.
    """
    if points and not maps:
        maps = (Item({}),)
    coded = tuple(_coded(maps, _MAP_LETTER))
    now = {text_of(one, "code"): text_of(one, "code") for one in coded}
    for was, one in zip(maps, coded, strict=True):
        now.setdefault(text_of(was, "code"), text_of(one, "code"))
    home = now[""] = text_of(coded[0], "code") if coded else ""
    return Atlas(coded, tuple(_on(one, now.get(text_of(one, "map"), home)) for one in _coded(points, _POINT_LETTER)))


def add_map(atlas: Atlas, answers: Changes) -> tuple[Atlas, str]:
    """Add a map at the end; returns its code too."""
    code = _free(atlas.maps, _MAP_LETTER)
    item = changed(Item({}), {**answers, "code": Answer(value=code)})
    return replace(atlas, maps=(*atlas.maps, item)), code


def copy_map(atlas: Atlas, code: str, changes: Changes) -> tuple[Atlas, str]:
    """Copy a map with all its touchpoints, and change the copy."""
    source = atlas.map(code)
    atlas, new = add_map(atlas, {**source.answers, **changes})
    for point in atlas.points_on(code):
        atlas, _ = add_touchpoint(atlas, new, point.answers)
    return atlas, new


def change_map(atlas: Atlas, code: str, changes: Changes) -> Atlas:
    """Change what is said of a map; its code stays."""
    return replace(atlas, maps=_change(atlas.maps, code, {**changes, "code": Answer(value=code)}))


def remove_map(atlas: Atlas, code: str) -> tuple[Atlas, Removed]:
    """Take a map away with its touchpoints."""
    place = _place(atlas.maps, code)
    points = tuple((n, one) for n, one in enumerate(atlas.points) if text_of(one, "map") == code)
    kept = tuple(one for one in atlas.points if text_of(one, "map") != code)
    return Atlas(_without(atlas.maps, place), kept), Removed(((place, atlas.maps[place]),), points)


def add_touchpoint(atlas: Atlas, on: str, answers: Changes) -> tuple[Atlas, str]:
    """Add a touchpoint to a map, behind the others; returns its code too."""
    atlas.map(on)
    code = _free(atlas.points, _POINT_LETTER)
    item = changed(Item({}), {**answers, "code": Answer(value=code), "map": Answer(value=on)})
    return replace(atlas, points=(*atlas.points, item)), code


def change_touchpoint(atlas: Atlas, code: str, changes: Changes) -> Atlas:
    """Change a touchpoint; its code and its map stay."""
    fixed = {"code": Answer(value=code), "map": atlas.point(code).get("map")}
    return replace(atlas, points=_change(atlas.points, code, {**changes, **fixed}))


def copy_touchpoint(atlas: Atlas, code: str, changes: Changes) -> tuple[Atlas, str]:
    """Put a copy of a touchpoint right behind it, and change the copy; returns its code too."""
    place, new = _place(atlas.points, code), _free(atlas.points, _POINT_LETTER)
    copy = changed(atlas.points[place], {**changes, "code": Answer(value=new)})
    return replace(atlas, points=(*atlas.points[: place + 1], copy, *atlas.points[place + 1 :])), new


def remove(atlas: Atlas, code: str) -> tuple[Atlas, Removed]:
    """Take one touchpoint away."""
    place = _place(atlas.points, code)
    taken = Removed(points=((place, atlas.points[place]),))
    return replace(atlas, points=_without(atlas.points, place)), taken


def restore(atlas: Atlas, removed: Removed) -> Atlas:
    """Put back what was removed, in its old place; what is there already is not put back twice.

    A code that something else got in the meantime is replaced by a new one. A touchpoint whose map is gone as well
    goes to the first map.
    """
    names: dict[str, str] = {}
    for place, item in removed.maps:
        was = text_of(item, "code")
        if item not in atlas.maps:
            item = _fresh(atlas.maps, item, _MAP_LETTER)
            atlas = replace(atlas, maps=_insert(atlas.maps, place, item))
        names[was] = text_of(item, "code")
    for place, item in removed.points:
        on = text_of(item, "map")
        item = changed(item, {"map": Answer(value=names.get(on, on))})
        if item not in atlas.points:
            back = _fresh(atlas.points, item, _POINT_LETTER)
            atlas = replace(atlas, points=_insert(atlas.points, place, back))
    return read_atlas(atlas.maps, atlas.points)


def lanes(atlas: Atlas, code: str, cycle: Cycle, groups: Sequence[Sequence[Block]]) -> tuple[tuple[Item, ...], ...]:
    """Return the touchpoints of a map in one cycle, a list per group of blocks, as a reader meets them."""
    order = PLACES[cycle]
    here = [one for one in atlas.points_on(code) if cycle_of(one) is cycle]
    ordered = sorted(here, key=lambda one: order[block_of(one)])
    return tuple(tuple(one for one in ordered if block_of(one) in group) for group in groups)


def move(atlas: Atlas, code: str, step: int, groups: Sequence[Sequence[Block]]) -> Atlas:
    """Move a touchpoint one place up (step -1) or down (+1) among what a reader sees.

    Within a phase it changes places with its neighbour; past the edge it goes to the next phase, empty or not.
    `groups` are the blocks of each phase in the order shown. What cannot move stays where it is.
    """
    point = atlas.point(code)
    own = lanes(atlas, text_of(point, "map"), cycle_of(point), groups)
    group = next((n for n, lane in enumerate(own) if point in lane), None)
    if group is None:
        return atlas
    place = own[group].index(point) + step
    if 0 <= place < len(own[group]):
        other = own[group][place]
        return _put(atlas, point, block_of(other), beside=other, after=step > 0)
    if not 0 <= group + step < len(groups) or not groups[group + step]:
        return atlas
    return _put(atlas, point, groups[group + step][0 if step > 0 else -1], beside=None, after=step < 0)


def follow_personas(maps: Sequence[Item], before: Sequence[Item], after: Sequence[Item]) -> tuple[Item, ...]:
    """Let maps follow a customer group that got another name: the one in the same place, with no other like it."""
    old, new = [text_of(one, "name") for one in before], [text_of(one, "name") for one in after]
    if len(old) != len(new):
        return tuple(maps)
    renamed = {a: b for a, b in zip(old, new, strict=True) if a != b and a and b and a not in new and b not in old}
    return tuple(_renamed(one, renamed) for one in maps)


def names_of(item: Item) -> tuple[str, ...]:
    """Return the customer groups of a map."""
    return split_names(text_of(item, "personas"))


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a text with a separator between them."""
    return tuple(name.strip() for name in text.split(SEPARATOR) if name.strip())


def _renamed(item: Item, renamed: Mapping[str, str]) -> Item:
    names = names_of(item)
    if not any(name in renamed for name in names):
        return item
    joined = f"{SEPARATOR} ".join(renamed.get(name, name) for name in names)
    return changed(item, {"personas": Answer(value=joined)})


def _put(atlas: Atlas, point: Item, block: Block, beside: Item | None, *, after: bool) -> Atlas:
    """Put a point in this block, before or after another one, or before or after all."""
    rest = [one for one in atlas.points if one is not point]
    place = (len(rest) if after else 0) if beside is None else rest.index(beside) + after
    moved = changed(point, {"block": Answer(value=block.value)})
    return replace(atlas, points=_insert(tuple(rest), place, moved))


def _on(point: Item, code: str) -> Item:
    return point if text_of(point, "map") == code else changed(point, {"map": Answer(value=code)})


def _coded(items: Iterable[Item], letter: str) -> Iterator[Item]:
    """Give every item a code: its own when it is a proper one that nobody had, else one from its place."""
    items = tuple(items)
    own = {text_of(one, "code") for one in items}
    given: set[str] = set()
    for number, item in enumerate(items, start=1):
        code = text_of(item, "code")
        if not _CODE.fullmatch(code) or code in given:
            tries = (f"{letter}{n}" for n in count(number))
            code = next(one for one in tries if one not in own and one not in given)
        given.add(code)
        yield item if text_of(item, "code") == code else changed(item, {"code": Answer(value=code)})


def _fresh(items: tuple[Item, ...], item: Item, letter: str) -> Item:
    taken = {text_of(one, "code") for one in items}
    return changed(item, {"code": Answer(value=_free(items, letter))}) if text_of(item, "code") in taken else item


def _free(items: Iterable[Item], letter: str) -> str:
    """Return a code above every number in use, so that a code is not soon used again."""
    codes = (text_of(one, "code") for one in items)
    numbers = [int(code[1:]) for code in codes if code[:1] == letter and code[1:].isascii() and code[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _place(items: Sequence[Item], code: str) -> int:
    place = next((n for n, one in enumerate(items) if text_of(one, "code") == code), None)
    if place is None:
        raise Gone(code)
    return place


def _change(items: tuple[Item, ...], code: str, changes: Changes) -> tuple[Item, ...]:
    place = _place(items, code)
    return (*items[:place], changed(items[place], changes), *items[place + 1 :])


def _insert(items: tuple[Item, ...], place: int, item: Item) -> tuple[Item, ...]:
    return (*items[:place], item, *items[place:])


def _without(items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    return (*items[:place], *items[place + 1 :])
