"""SQLite dossiers: one commit a step, nobody overwrites another, and a broken row is noticed."""

import sqlite3
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from workshop.domain.answer import Answer
from workshop.domain.dossier import Dossier, Trouble
from workshop.domain.response import Response
from workshop.services.intake import Intake, Started, hash_token
from workshop.storage.engine import StorageError
from workshop.storage.sqlite import SqliteDossiers

EMPTY = Response("klantreis", "1", "five-phase")
TURNS = 100


def start(path: Path) -> tuple[Intake, Started]:
    intake = Intake(SqliteDossiers(path))
    return intake, intake.keep(EMPTY)


def test_a_step_takes_one_commit_and_at_most_six_statements(tmp_path: Path) -> None:
    dossiers = SqliteDossiers(tmp_path / "dossiers.sqlite3")
    intake = Intake(dossiers)
    started = intake.keep(EMPTY)
    said: list[str] = []
    dossiers._engine.connection().set_trace_callback(said.append)

    number, token = started.dossier.id, started.token
    seen = intake.open(number, token)  # the POST reads what it validates against
    intake.settle(number, token, lambda _: {"hours": Answer(value="4")}, "page", seen=seen)
    intake.open(number, token)  # the GET that follows

    assert said.count("COMMIT") == 1
    assert len(said) <= 6


def test_two_threads_on_different_questions_keep_both(tmp_path: Path) -> None:
    intake, started = start(tmp_path / "dossiers.sqlite3")
    together = threading.Barrier(2)

    def answer(code: str) -> None:
        for turn in range(TURNS):
            together.wait()
            intake.save(started.dossier.id, started.token, {f"{code}{turn}": Answer(value=code)}, code)

    threads = [threading.Thread(target=answer, args=(code,)) for code in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kept = intake.open(started.dossier.id, started.token)
    assert kept is not None
    assert set(kept.response.answers) == {f"{code}{turn}" for code in "ab" for turn in range(TURNS)}
    assert kept.revision == 2 * TURNS


def _count_up(path: Path, dossier_id: str, token: str) -> None:
    """Read, add one, write: the sum is right only when nobody slips in between."""

    def one_more(kept: Dossier) -> Dossier:
        answer = kept.response.get("count")
        count = int(str(answer.value)) + 1 if answer else 1
        return replace(kept, response=kept.response.with_answers({"count": Answer(value=count)}))

    dossiers = SqliteDossiers(path)
    for _ in range(TURNS):
        assert dossiers.change(dossier_id, hash_token(token), one_more) is not None


@pytest.mark.slow
def test_four_processes_that_read_change_and_write_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    intake, started = start(path)

    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        turns = [pool.submit(_count_up, path, started.dossier.id, started.token) for _ in range(4)]
        for turn in turns:
            turn.result()

    kept = intake.open(started.dossier.id, started.token)
    assert kept is not None
    assert kept.response.answers["count"].value == 4 * TURNS


def test_the_token_itself_is_nowhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "dossiers.sqlite3"
    intake, started = start(path)
    intake.save(started.dossier.id, started.token, {"a": Answer(value="x")}, "page")

    written = b"".join(one.read_bytes() for one in tmp_path.iterdir())

    assert started.token.encode() not in written
    assert hash_token(started.token) in written


@pytest.mark.parametrize("column", ["answers", "created"])
def test_a_row_that_cannot_be_read_is_damage_and_not_a_crash(tmp_path: Path, column: str) -> None:
    path = tmp_path / "dossiers.sqlite3"
    intake, started = start(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE dossiers SET {column} = ?", ('{"a": {"colour": 1}}',))
    connection.close()

    with pytest.raises(StorageError, match=started.dossier.id) as refused:
        intake.open(started.dossier.id, started.token)

    assert refused.value.trouble is Trouble.DAMAGED


def test_times_come_back_as_aware_utc(tmp_path: Path) -> None:
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    intake = Intake(SqliteDossiers(tmp_path / "dossiers.sqlite3"), clock=lambda: noon)

    started = intake.keep(EMPTY)

    kept = intake.open(started.dossier.id, started.token)
    assert kept is not None
    assert kept.created == noon
    assert kept.created.tzinfo is UTC
