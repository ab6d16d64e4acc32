"""The history and the further keys of a dossier: the same behaviour in memory and in SQLite."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.services.memory import MemoryDossiers
from tests.storage.test_dossiers import HASH, NOON, OTHER, answering, dossier
from tests.strategies import EVERY_TYPE, responses
from workshop.domain.answer import Answer
from workshop.domain.dossier import Dossier
from workshop.domain.edit import Edit
from workshop.domain.key import Key, KeyKind
from workshop.domain.limit import Limit, OverLimit
from workshop.domain.response import Response
from workshop.services.ports import Dossiers
from workshop.storage.sqlite import SqliteDossiers

CODE, NEWER_CODE, DEVICE = b"c" * 32, b"n" * 32, b"d" * 32
FORTNIGHT = timedelta(days=14)
IN_FORCE = Key(CODE, KeyKind.CODE, NOON, NOON + FORTNIGHT)


@pytest.fixture(params=["memory", "sqlite"])
def dossiers(request: pytest.FixtureRequest, tmp_path: Path) -> Dossiers:
    """A store with one dossier of which question "a" was answered when it was made."""
    empty = MemoryDossiers() if request.param == "memory" else SqliteDossiers(tmp_path / "dossiers.sqlite3")
    empty.add(dossier(a="1"), HASH)
    return empty


def at(minutes: int, change: Callable[[Dossier], Dossier]) -> Callable[[Dossier], Dossier]:
    return lambda kept: replace(change(kept), updated=NOON + timedelta(minutes=minutes))


def device(minutes: int = 0, token: bytes = DEVICE) -> Key:
    return Key(token, KeyKind.DEVICE, NOON + timedelta(minutes=minutes))


def numbers(edits: tuple[Edit, ...]) -> list[int]:
    return [one.number for one in edits]


def test_a_save_is_noted_with_what_stood_there_and_what_came(dossiers: Dossiers) -> None:
    dossiers.change("abc", HASH, at(5, answering("a", "2")), who="Sanne", undoes=7)

    was, became = {"a": Answer(value="1")}, {"a": Answer(value="2")}
    assert dossiers.edits("abc", HASH) == (Edit(1, NOON + timedelta(minutes=5), "Sanne", "a", was, became, 7),)


def test_a_new_and_a_removed_answer_have_nothing_on_the_other_side(dossiers: Dossiers) -> None:
    dossiers.change("abc", HASH, answering("b", "2"))
    dossiers.change("abc", HASH, lambda kept: replace(kept, response=kept.response.with_answers({"a": None})))

    removed, new = dossiers.edits("abc", HASH)
    assert (new.before, new.after) == ({"b": None}, {"b": Answer(value="2")})
    assert (removed.before, removed.after) == ({"a": Answer(value="1")}, {"a": None})


def test_what_changes_no_answer_is_no_edit_but_takes_a_number(dossiers: Dossiers) -> None:
    dossiers.change("abc", HASH, lambda kept: replace(kept, page="other"))
    dossiers.change("abc", HASH, answering("a", "1"))
    dossiers.change("abc", HASH, answering("a", "2"))

    assert numbers(dossiers.edits("abc", HASH)) == [3]


def test_edits_come_newest_first_and_in_pages(dossiers: Dossiers) -> None:
    for number in range(5):
        dossiers.change("abc", HASH, answering("b", str(number)))

    assert numbers(dossiers.edits("abc", HASH)) == [5, 4, 3, 2, 1]
    assert numbers(dossiers.edits("abc", HASH, 2)) == [5, 4]
    assert numbers(dossiers.edits("abc", HASH, 2, 4)) == [3, 2]
    assert numbers(dossiers.edits("abc", HASH, 2, 1)) == []


def test_a_wrong_token_and_an_unknown_id_have_no_history(dossiers: Dossiers) -> None:
    dossiers.change("abc", HASH, answering("b", "2"))

    assert dossiers.edits("abc", OTHER) == ()
    assert dossiers.edits("xyz", HASH) == ()


def test_histories_of_two_dossiers_never_mix(dossiers: Dossiers) -> None:
    dossiers.add(dossier("second"), OTHER)

    dossiers.change("second", OTHER, answering("b", "2"))

    assert dossiers.edits("abc", HASH) == ()
    assert numbers(dossiers.edits("second", OTHER)) == [1]


def test_a_change_that_fails_leaves_no_edit(dossiers: Dossiers) -> None:
    def fail(kept: Dossier) -> Dossier:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        dossiers.change("abc", HASH, fail)

    assert dossiers.edits("abc", HASH) == ()


def test_an_outdated_look_never_overwrites_what_another_kept(dossiers: Dossiers) -> None:
    seen = dossiers.get("abc", HASH)
    dossiers.change("abc", HASH, answering("b", "of another"))

    kept = dossiers.change("abc", HASH, answering("c", "mine"), seen=seen)

    assert kept is not None
    assert set(kept.response.answers) == {"a", "b", "c"}
    assert [tuple(one.after) for one in dossiers.edits("abc", HASH)] == [("c",), ("b",)]


def test_what_was_refused_for_an_outdated_look_is_asked_again_for_what_is_kept(dossiers: Dossiers) -> None:
    seen = dossiers.get("abc", HASH)
    dossiers.change("abc", HASH, answering("b", "2"))

    def only_with_b(kept: Dossier) -> Dossier:
        if kept.response.get("b") is None:
            raise RuntimeError("too early")
        return answering("c", "3")(kept)

    kept = dossiers.change("abc", HASH, only_with_b, seen=seen)

    assert kept is not None
    assert kept.response.get("c") == Answer(value="3")


def test_a_look_at_another_dossier_opens_nothing(dossiers: Dossiers) -> None:
    dossiers.add(dossier("second"), OTHER)
    seen = dossiers.get("second", OTHER)

    assert dossiers.change("abc", OTHER, answering("b", "2"), seen=seen) is None
    assert dossiers.edits("abc", HASH) == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(responses(EVERY_TYPE), responses(EVERY_TYPE))
def test_the_history_leads_back_from_any_answers_to_any_others(
    dossiers: Dossiers, first: Response, then: Response
) -> None:
    before = dossiers.change("abc", HASH, lambda kept: replace(kept, response=first))

    after = dossiers.change("abc", HASH, lambda kept: replace(kept, response=then))

    assert before is not None
    assert after is not None
    noted = next((one for one in dossiers.edits("abc", HASH, 1) if one.number == after.revision), None)
    led_back = after.response.with_answers(noted.before if noted else {})
    assert led_back.answers == before.response.answers
    assert (noted is None) == (first.answers == then.answers)


def test_removing_takes_the_history_and_every_key_along(dossiers: Dossiers) -> None:
    dossiers.change("abc", HASH, answering("b", "2"))
    dossiers.add_key("abc", HASH, IN_FORCE)
    dossiers.add_key("abc", HASH, device())

    assert dossiers.remove("abc", HASH)

    assert dossiers.find(HASH) is None
    assert dossiers.find(DEVICE) is None
    assert dossiers.redeem(CODE, device(1, NEWER_CODE)) is None
    dossiers.add(dossier(), OTHER)
    assert dossiers.edits("abc", OTHER) == ()


def test_only_the_right_token_removes(dossiers: Dossiers) -> None:
    assert not dossiers.remove("abc", OTHER)
    assert not dossiers.remove("xyz", HASH)

    assert dossiers.get("abc", HASH) == dossier(a="1")


def test_a_key_of_a_device_opens_finds_changes_and_shows_the_history(dossiers: Dossiers) -> None:
    assert dossiers.add_key("abc", HASH, device())

    assert dossiers.get("abc", DEVICE) == dossier(a="1")
    assert dossiers.find(DEVICE) == dossier(a="1")
    assert dossiers.change("abc", DEVICE, answering("b", "2")) is not None
    assert numbers(dossiers.edits("abc", DEVICE)) == [1]
    assert dossiers.remove("abc", DEVICE)


def test_a_key_of_a_device_opens_no_other_dossier(dossiers: Dossiers) -> None:
    dossiers.add(dossier("second"), OTHER)
    dossiers.add_key("abc", HASH, device())

    assert dossiers.get("second", DEVICE) is None
    assert not dossiers.remove("second", DEVICE)


def test_a_key_with_an_end_does_not_open_by_itself(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, Key(DEVICE, KeyKind.DEVICE, NOON, NOON + FORTNIGHT))

    assert dossiers.get("abc", DEVICE) is None
    assert dossiers.find(DEVICE) is None


def test_without_the_token_no_key_is_made_seen_or_dropped(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, IN_FORCE)

    assert not dossiers.add_key("abc", OTHER, Key(NEWER_CODE, KeyKind.CODE, NOON, NOON + FORTNIGHT))
    assert dossiers.code("abc", OTHER) is None
    assert not dossiers.drop_codes("abc", OTHER)

    assert dossiers.code("abc", HASH) == IN_FORCE


def test_a_code_lets_a_device_in_but_is_no_key_itself(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, IN_FORCE)

    let_in = dossiers.redeem(CODE, device(1))

    assert let_in == dossier(a="1")
    assert dossiers.find(DEVICE) == dossier(a="1")
    assert dossiers.get("abc", CODE) is None
    assert dossiers.find(CODE) is None


def test_a_code_works_for_every_device_until_its_time_is_over(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, IN_FORCE)
    last_minute = FORTNIGHT - timedelta(minutes=1)

    in_time = [dossiers.redeem(CODE, Key(hash_, KeyKind.DEVICE, NOON + last_minute)) for hash_ in (DEVICE, OTHER)]
    too_late = dossiers.redeem(CODE, Key(NEWER_CODE, KeyKind.DEVICE, NOON + FORTNIGHT))

    assert in_time == [dossier(a="1")] * 2
    assert too_late is None
    assert dossiers.find(NEWER_CODE) is None
    assert dossiers.code("abc", HASH) == IN_FORCE


def test_a_new_code_takes_the_place_of_the_old_one(dossiers: Dossiers) -> None:
    newer = Key(NEWER_CODE, KeyKind.CODE, NOON + timedelta(days=1), NOON + timedelta(days=15))
    dossiers.add_key("abc", HASH, IN_FORCE)
    dossiers.add_key("abc", HASH, newer)

    assert dossiers.code("abc", HASH) == newer
    assert dossiers.redeem(CODE, device(1)) is None
    assert dossiers.redeem(NEWER_CODE, device(1)) is not None


def test_dropping_the_code_leaves_the_devices_in(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, IN_FORCE)
    dossiers.redeem(CODE, device(1))

    assert dossiers.drop_codes("abc", HASH)

    assert dossiers.code("abc", HASH) is None
    assert dossiers.redeem(CODE, device(2, NEWER_CODE)) is None
    assert dossiers.find(DEVICE) is not None


def test_a_device_is_no_code(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, device())

    assert dossiers.redeem(DEVICE, device(1, NEWER_CODE)) is None
    assert dossiers.code("abc", HASH) is None


def test_wrong_codes_are_counted_until_they_are_too_long_ago(dossiers: Dossiers) -> None:
    dossiers.add_key("abc", HASH, IN_FORCE)
    for seconds in (0, 30):
        assert dossiers.redeem(OTHER, device(1), Limit(2, NOON + timedelta(seconds=seconds))) is None

    with pytest.raises(OverLimit):
        dossiers.redeem(CODE, device(1), Limit(2, NOON + timedelta(seconds=59)))
    assert dossiers.redeem(CODE, device(1), Limit(2, NOON + timedelta(seconds=61))) is not None


def test_no_more_dossiers_are_started_in_a_minute_than_the_limit(dossiers: Dossiers) -> None:
    def begin(number: int, seconds: int) -> None:
        now = NOON + timedelta(seconds=seconds)
        made = replace(dossier(), id=f"n{number}", created=now)
        dossiers.add(made, bytes([number]) * 32, limit=Limit(3, now))

    begin(101, 5)  # one began at noon already
    begin(102, 10)
    with pytest.raises(OverLimit):
        begin(103, 59)
    assert dossiers.get("n103", bytes([103]) * 32) is None

    begin(103, 66)


def test_the_dossier_that_was_changed_last_comes_first(dossiers: Dossiers) -> None:
    for number, minutes in ((1, 5), (2, 9), (3, 7)):
        made = replace(dossier(), id=f"n{number}", updated=NOON + timedelta(minutes=minutes))
        dossiers.add(made, bytes([number]) * 32)

    assert dossiers.newest_first(["n1", "gone", "n2", "' OR 1", "n3"]) == ("n2", "n3", "n1")
    assert dossiers.newest_first([]) == ()
