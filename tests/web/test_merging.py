"""Two windows in one group, one matrix or one answer per phase: what each changed is kept, cell by cell."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from workshop.domain.answer import Answer, Item, Phased
from workshop.domain.journey import Block, Matrix
from workshop.domain.questionnaire import Choice as Offered
from workshop.domain.questionnaire import Question, QuestionType
from workshop.web.fields.marks import read_stood
from workshop.web.fields.merging import Choice, asking, merge, stood_as

NAME, PART = Question("name", "Naam?", QuestionType.TEXT), Question("part", "Aandeel?", QuestionType.NUMBER)
GROUPS = Question("groups", "Welke groepen?", QuestionType.GROUP, fields=(NAME, PART))
TWO = ({"name": "Ouders"}, {"name": "Opa's", "part": 20})


def groups(*cards: Mapping[str, object]) -> Answer:
    """Write a group as people see it: a name, and a number for its part."""
    return Answer(value=tuple(Item({code: say(one) for code, one in card.items()}) for card in cards))


def say(value: object) -> Answer:
    assert isinstance(value, int | str)
    return Answer(value=Decimal(value) if isinstance(value, int) else value)


def merged(stood: Answer | None, mine: Answer | None, theirs: Answer | None) -> Answer | None | set[tuple[str, str]]:
    """Return what comes of it, or the places where both changed something."""
    found = merge(GROUPS, read_stood(str(stood_as(GROUPS, stood))), mine, theirs)
    return set(found.clashes) or found.answer


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (
            (TWO[0], {"name": "Oma's", "part": 20}),
            ({"name": "Papa's"}, TWO[1]),
            ({"name": "Papa's"}, {"name": "Oma's", "part": 20}),
        ),
        (
            ({"name": "Ouders", "part": 5}, TWO[1]),
            ({"name": "Papa's"}, TWO[1]),
            ({"name": "Papa's", "part": 5}, TWO[1]),
        ),
        ((TWO[0], {"name": "Opa's"}), ({"name": "Papa's"}, TWO[1]), ({"name": "Papa's"}, {"name": "Opa's"})),
        ((*TWO, {"name": "Buren"}), ({"name": "Papa's"}, TWO[1]), ({"name": "Papa's"}, TWO[1], {"name": "Buren"})),
        ((TWO[0],), ({"name": "Papa's"}, TWO[1]), ({"name": "Papa's"},)),
        (TWO, TWO[::-1], TWO[::-1]),
    ],
    ids=["two cards", "two fields of a card", "emptied", "added", "taken away", "moved there, untouched here"],
)
def test_what_each_window_changed_in_another_place_is_kept(
    mine: tuple[Mapping[str, object], ...],
    theirs: tuple[Mapping[str, object], ...],
    expected: tuple[Mapping[str, object], ...],
) -> None:
    assert merged(groups(*TWO), groups(*mine), groups(*theirs)) == groups(*expected)
    assert merged(groups(*TWO), groups(*theirs), groups(*mine)) == groups(*expected)


def test_a_field_that_both_changed_is_a_clash_and_only_that_field() -> None:
    mine = groups({"name": "Ouders", "part": 5}, {"name": "Oma's", "part": 20})
    theirs = groups({"name": "Papa's"}, {"name": "Buren", "part": 20})

    assert merged(groups(*TWO), mine, theirs) == {("2", "name")}


def test_the_same_change_in_both_windows_is_no_clash() -> None:
    both = groups({"name": "Papa's"}, TWO[1])

    assert merged(groups(*TWO), both, groups({"name": "Papa's"}, {"name": "Opa's", "part": 30})) == groups(
        {"name": "Papa's"}, {"name": "Opa's", "part": 30}
    )


@pytest.mark.parametrize(
    "theirs",
    [TWO[::-1], ({"name": "Opa's", "part": 30}, {"name": "Ouders", "part": 5}), TWO[1:]],
    ids=["moved", "moved and changed", "first one taken away"],
)
def test_cards_that_were_moved_are_never_mixed_with_what_was_typed_here(
    theirs: tuple[Mapping[str, object], ...],
) -> None:
    mine = groups({"name": "Ouders", "part": 7}, TWO[1])

    assert merged(groups(*TWO), mine, groups(*theirs)) == {("", "")}


def test_a_card_that_both_added_is_a_clash() -> None:
    mine, theirs = groups(*TWO, {"name": "Buren"}), groups(*TWO, {"name": "Scholen", "part": 5})

    assert merged(groups(*TWO), mine, theirs) == {("3", "name"), ("3", "part")}


def test_a_card_that_one_took_away_and_the_other_changed_is_a_clash() -> None:
    theirs = groups(TWO[0], {"name": "Opa's", "part": 30})

    assert merged(groups(*TWO), groups(TWO[0]), theirs) == {("2", "name"), ("2", "part")}


def test_one_choice_that_both_gave_to_another_card_is_a_clash() -> None:
    shops = tuple(Offered(one, one) for one in ("web", "shop", "flyer", "fair"))
    first = Question("channel", "Kanaal?", QuestionType.CHOICE, choices=shops)
    question = Question("channels", "Welke?", QuestionType.GROUP, fields=(first,))
    stood, mine, theirs = (
        groups(*({"channel": one} for one in pair)) for pair in (("web", "shop"), ("flyer", "shop"), ("web", "flyer"))
    )

    assert merge(question, stood_as(question, stood), mine, theirs).clashes == {("", "")}


def test_nothing_that_stood_there_before_is_merged_into_a_choice() -> None:
    stood, mine, theirs = (
        groups(*TWO),
        groups({"name": "A"}, {"name": "Opa's", "part": 9}),
        groups({"name": "B"}, TWO[1]),
    )
    first = read_stood(str(stood_as(GROUPS, stood)))
    shown = asking(GROUPS, first, merge(GROUPS, first, mine, theirs).clashes, theirs)
    again = read_stood(str(shown))

    found = {choice: merge(GROUPS, again, mine, theirs, choice) for choice in (None, *Choice)}

    assert found[None].clashes == {("1", "name")}
    assert found[Choice.MINE].answer == mine
    assert found[Choice.THEIRS].answer == groups({"name": "B"}, {"name": "Opa's", "part": 9})


def test_levels_of_a_matrix_are_merged_per_channel_and_block() -> None:
    question = Question("use", "Inzet?", QuestionType.MATRIX)
    stood, mine, theirs = (
        Answer(value=Matrix({"web": {Block.INTEREST: 1, Block.USE: one}, "shop": {Block.USE: other}}))
        for one, other in ((1, 1), (3, 1), (1, 2))
    )

    answer = merge(question, read_stood(str(stood_as(question, stood))), mine, theirs).answer

    assert answer == Answer(value=Matrix({"web": {Block.INTEREST: 1, Block.USE: 3}, "shop": {Block.USE: 2}}))


def test_answers_per_phase_are_merged_per_block_and_field() -> None:
    question = Question("needs", "Wat?", QuestionType.PER_PHASE, fields=(NAME, PART))
    block = Block.INTEREST
    stood, mine, theirs = (
        Answer(value=Phased({block: Item({"name": say(name), "part": say(part)})}))
        for name, part in (("a", 1), ("b", 1), ("a", 2))
    )

    answer = merge(question, read_stood(str(stood_as(question, stood))), mine, theirs).answer

    assert answer == Answer(value=Phased({block: Item({"name": say("b"), "part": say(2)})}))
