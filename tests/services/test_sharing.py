"""Sharing by a short code: made on demand, typed in sloppily, limited in tries."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.memory import MemoryDossiers
from workshop.domain.limit import OverLimit
from workshop.domain.response import Response
from workshop.services.intake import Intake, Started
from workshop.services.sharing import (
    CODE_LENGTH,
    MOST_TRIES,
    VALID,
    Sharing,
    ShortCode,
    new_code,
    read_code,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OWN = "t" * 43
WRONG = "AAAA-AAAA"


class Desk:
    """A dossier and its sharing, with a clock that can be turned."""

    def __init__(self) -> None:
        self.now = NOON
        dossiers = MemoryDossiers()
        self.intake = Intake(dossiers, self.clock, lambda: OWN, lambda: "abc")
        self.started = self.intake.keep(Response("klantreis", "1", "five-phase"))
        devices = (f"device {number}" for number in range(1000))
        self.sharing = Sharing(dossiers, self.clock, lambda: "KX4M7PQ2", lambda: next(devices))

    def clock(self) -> datetime:
        return self.now


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_code_lets_a_device_in_with_a_key_of_its_own(desk: Desk) -> None:
    assert desk.sharing.make_code("abc", OWN) == ShortCode("KX4M-7PQ2", NOON + VALID)

    found = desk.sharing.redeem("KX4M-7PQ2")

    assert found == Started(desk.started.dossier, "device 0")
    assert desk.intake.open("abc", "device 0") == desk.started.dossier
    assert desk.intake.resume("KX4M7PQ2") is None


@pytest.mark.parametrize("typed", ["kx4m7pq2", " KX4M 7PQ2\n", "kx4m–7pq2", "KX4M7PQZ"])
def test_a_code_may_be_typed_sloppily(desk: Desk, typed: str) -> None:
    desk.sharing.make_code("abc", OWN)

    assert desk.sharing.redeem(typed) is not None


def test_letters_that_look_like_figures_are_read_as_those() -> None:
    assert read_code("oi1l-SZbU") == "0111528V"


@pytest.mark.parametrize("typed", ["", "KX4M-7PQ", "KX4M-7PQ22", "KX4M-7PQÄ", "KX4M-7PQ?", "x" * 10_000])
def test_what_is_no_code_is_read_as_none_and_is_no_try(desk: Desk, typed: str) -> None:
    for _ in range(MOST_TRIES + 1):
        assert desk.sharing.redeem(typed) is None


@given(
    st.lists(st.sampled_from(("{}", "-{}", " {}", "{}\t")), min_size=CODE_LENGTH, max_size=CODE_LENGTH), st.booleans()
)
def test_every_code_that_is_made_is_read_back_however_it_is_written(written: list[str], small: bool) -> None:
    code = new_code()

    typed = "".join(one.format(letter) for one, letter in zip(written, code, strict=True))

    assert read_code(typed.lower() if small else typed) == code


def test_a_code_is_in_force_for_a_fortnight(desk: Desk) -> None:
    desk.sharing.make_code("abc", OWN)
    assert desk.sharing.code_until("abc", OWN) == NOON + VALID

    desk.now = NOON + VALID
    assert desk.sharing.code_until("abc", OWN) is None
    assert desk.sharing.redeem("KX4M-7PQ2") is None


def test_a_new_code_puts_the_old_one_out_of_force(desk: Desk) -> None:
    desk.sharing.make_code("abc", OWN)
    replace(desk.sharing, new_code=lambda: "99999999").make_code("abc", OWN)

    assert desk.sharing.redeem("KX4M-7PQ2") is None
    assert desk.sharing.redeem("9999-9999") is not None


def test_a_withdrawn_code_opens_nothing_while_devices_stay_in(desk: Desk) -> None:
    desk.sharing.make_code("abc", OWN)
    let_in = desk.sharing.redeem("KX4M-7PQ2")

    assert desk.sharing.withdraw("abc", OWN)

    assert desk.sharing.code_until("abc", OWN) is None
    assert desk.sharing.redeem("KX4M-7PQ2") is None
    assert let_in is not None
    assert desk.intake.open("abc", let_in.token) is not None


def test_without_the_token_no_code_is_made_seen_or_withdrawn(desk: Desk) -> None:
    desk.sharing.make_code("abc", OWN)

    assert desk.sharing.make_code("abc", "other") is None
    assert desk.sharing.code_until("abc", "other") is None
    assert not desk.sharing.withdraw("abc", "other")
    assert desk.sharing.redeem("KX4M-7PQ2") is not None


def test_after_twenty_wrong_codes_in_a_minute_even_the_right_one_waits(desk: Desk) -> None:
    desk.sharing.make_code("abc", OWN)
    for _ in range(MOST_TRIES):
        assert desk.sharing.redeem(WRONG) is None

    with pytest.raises(OverLimit) as refused:
        desk.sharing.redeem("KX4M-7PQ2")

    assert refused.value.seconds == 60
    desk.now = NOON + timedelta(seconds=61)
    assert desk.sharing.redeem("KX4M-7PQ2") is not None


def test_right_codes_are_no_tries(desk: Desk) -> None:
    desk.sharing.make_code("abc", OWN)

    for _ in range(MOST_TRIES + 1):
        assert desk.sharing.redeem("KX4M-7PQ2") is not None
