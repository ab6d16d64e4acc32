"""A change of an answer in words: only what differs is told, part by part."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.web.filled import Filled, filled
from workshop.domain.answer import UNKNOWN_ANSWER, Answer, Evidence, Item
from workshop.domain.journey import Block, Division, Matrix
from workshop.report.voice import Voice
from workshop.web.history.turns import Turn, turns


@pytest.fixture
def salon(tmp_path: Path) -> Filled:
    return filled(tmp_path)


@pytest.fixture
def voice(salon: Filled) -> Voice:
    bundle = salon.shop.bundle("klantreis", "nl")
    model = bundle.questionnaire.model("five-phase")
    assert model is not None
    return Voice(salon.shop.words("nl"), bundle.questionnaire, model)


def changed(salon: Filled, voice: Voice, code: str, became: Answer | None) -> tuple[Turn, ...]:
    question = voice.questionnaire.question(code)
    assert question is not None
    return turns(question, salon.response.get(code), became, voice)


def items_of(salon: Filled, code: str) -> list[Item]:
    value = salon.response.answers[code].value
    assert isinstance(value, tuple)
    return [one for one in value if isinstance(one, Item)]


def test_a_division_shows_only_the_phases_that_changed(salon: Filled, voice: Voice) -> None:
    was = salon.response.answers["hours_per_phase"]
    assert isinstance(was.value, Division)
    parts = {**was.value.parts, Block.BUYING: was.value.parts[Block.BUYING] + 2}

    found = changed(salon, voice, "hours_per_phase", Answer(value=Division(parts), evidence=was.evidence))

    assert [one.label for one in found] == [voice.phase("purchase")]


def test_what_an_answer_rests_on_is_a_change_too(salon: Filled, voice: Voice) -> None:
    was = salon.response.answers["hour_cost"]
    other = Evidence.HEARD if was.evidence is not Evidence.HEARD else Evidence.MEASURED

    found = changed(salon, voice, "hour_cost", Answer(value=was.value, evidence=other))

    assert len(found) == 1
    assert found[0].became.endswith(f"({voice.evidence(other)})")


def test_an_unknown_answer_is_said_in_words(salon: Filled, voice: Voice) -> None:
    assert changed(salon, voice, "hour_cost", UNKNOWN_ANSWER)[0].became == "weet ik niet"
    assert changed(salon, voice, "hour_cost", None)[0].became == "nog niet beantwoord"


def test_a_channel_that_is_used_otherwise_is_named(salon: Filled, voice: Voice) -> None:
    was = salon.response.answers["channel_use"]
    assert isinstance(was.value, Matrix)
    row = next(iter(was.value.levels))
    levels = {**was.value.levels, row: dict.fromkeys(Block, 3)}

    found = changed(salon, voice, "channel_use", Answer(value=Matrix(levels), evidence=was.evidence))

    assert [one.label for one in found] == [voice.channel(row)]
    assert " 3, " in found[0].became


def test_a_group_that_got_another_name_and_one_that_went_are_told_apart(salon: Filled, voice: Voice) -> None:
    first, *rest = items_of(salon, "personas")
    renamed = Item({**first.answers, "name": Answer(value="Drukke moeders")})

    found = changed(salon, voice, "personas", Answer(value=(renamed,)))

    assert found[0].label.startswith("Drukke moeders – ")
    assert (found[0].was, found[0].became) == (first.answers["name"].value, "Drukke moeders")
    assert [one.became for one in found[1:]] == [""] * len(rest)
    assert len(rest) > 0


def test_an_added_entry_is_told_in_full(salon: Filled, voice: Voice) -> None:
    more = Item({"name": Answer(value="Studenten")})
    everyone = (*items_of(salon, "personas"), more)

    assert changed(salon, voice, "personas", Answer(value=everyone)) == (Turn("", "", "Studenten"),)


def test_entries_in_another_order_are_told_as_that(salon: Filled, voice: Voice) -> None:
    turned = tuple(reversed(items_of(salon, "personas")))

    assert changed(salon, voice, "personas", Answer(value=turned)) == (Turn("De volgorde is veranderd.", "", ""),)


def test_a_moment_on_the_map_is_told_by_its_name_and_what_changed_of_it(salon: Filled, voice: Voice) -> None:
    first, second, *rest = items_of(salon, "touchpoints")
    duller = Item({**first.answers, "experienced_emotional": Answer(value=0)})

    found = changed(salon, voice, "touchpoints", Answer(value=(duller, *rest)))

    assert [one.label.partition(" – ")[0] for one in found] == [first.answers["name"].value, ""]
    assert (found[1].was, found[1].became) == (second.answers["name"].value, "")


def test_a_map_that_is_drawn_for_the_first_time_lists_its_moments(salon: Filled, voice: Voice) -> None:
    question = voice.questionnaire.question("touchpoints")
    assert question is not None

    found = turns(question, None, salon.response.get("touchpoints"), voice)

    assert len(found) == len(items_of(salon, "touchpoints"))
    assert {one.was for one in found} == {""}


def test_what_this_set_of_phases_does_not_show_is_still_a_change(salon: Filled, voice: Voice) -> None:
    was = salon.response.answers["hours_per_phase"]
    assert isinstance(was.value, Division)
    moved = {**was.value.parts}
    one, other = voice.model.phases[3].blocks[:2]
    moved[one], moved[other] = moved.get(other, Decimal(0)) + 1, moved.get(one, Decimal(0)) - 1

    found = changed(salon, voice, "hours_per_phase", Answer(value=Division(moved), evidence=was.evidence))

    assert [turn.label for turn in found] == ["Er is iets veranderd dat je in deze indeling niet ziet."]
