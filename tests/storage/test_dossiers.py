"""The port Dossiers: the same behaviour in memory and in SQLite."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.services.memory import MemoryDossiers
from tests.strategies import EVERY_TYPE, responses
from workshop.domain.answer import Answer
from workshop.domain.dossier import Dossier, DossierError
from workshop.domain.response import Response
from workshop.services.ports import Dossiers
from workshop.storage.sqlite import SqliteDossiers

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
HASH, OTHER = b"h" * 32, b"o" * 32


def dossier(id_: str = "abc", **answers: str) -> Dossier:
    said = {code: Answer(value=text) for code, text in answers.items()}
    return Dossier(id_, Response("klantreis", "1", "five-phase", "nl", "Jansen", said), 0, "", NOON, NOON)


@pytest.fixture(params=["memory", "sqlite"])
def dossiers(request: pytest.FixtureRequest, tmp_path: Path) -> Dossiers:
    return MemoryDossiers() if request.param == "memory" else SqliteDossiers(tmp_path / "dossiers.sqlite3")


def answering(code: str, text: str) -> Callable[[Dossier], Dossier]:
    def change(kept: Dossier) -> Dossier:
        return replace(kept, response=kept.response.with_answers({code: Answer(value=text)}), page=code)

    return change


def test_what_is_added_is_found_by_id_and_by_token(dossiers: Dossiers) -> None:
    dossiers.add(dossier(), HASH)

    assert dossiers.get("abc", HASH) == dossier()
    assert dossiers.find(HASH) == dossier()


def test_a_wrong_token_and_an_unknown_id_open_nothing(dossiers: Dossiers) -> None:
    dossiers.add(dossier(), HASH)

    assert dossiers.get("abc", OTHER) is None
    assert dossiers.get("abc", HASH[:5]) is None
    assert dossiers.get("xyz", HASH) is None
    assert dossiers.find(OTHER) is None
    assert dossiers.change("abc", OTHER, answering("a", "1")) is None
    assert dossiers.get("abc", HASH) == dossier()


def test_a_change_is_kept_and_raises_the_revision(dossiers: Dossiers) -> None:
    dossiers.add(dossier(a="1"), HASH)

    changed = dossiers.change("abc", HASH, answering("b", "2"))

    assert changed == replace(dossier(a="1", b="2"), revision=1, page="b")
    assert dossiers.get("abc", HASH) == changed


def test_a_change_cannot_touch_id_creation_or_revision(dossiers: Dossiers) -> None:
    dossiers.add(dossier(), HASH)

    later = NOON + timedelta(days=1)
    dossiers.change("abc", HASH, lambda kept: replace(kept, id="zzz", created=later, revision=99, updated=later))

    assert dossiers.get("abc", HASH) == replace(dossier(), revision=1, updated=later)


def test_a_change_that_fails_leaves_everything_as_it_was(dossiers: Dossiers) -> None:
    dossiers.add(dossier(a="1"), HASH)

    def fail(kept: Dossier) -> Dossier:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        dossiers.change("abc", HASH, fail)

    assert dossiers.get("abc", HASH) == dossier(a="1")


@pytest.mark.parametrize(("id_", "token"), [("abc", OTHER), ("other", HASH)])
def test_an_id_or_token_in_use_is_refused(dossiers: Dossiers, id_: str, token: bytes) -> None:
    dossiers.add(dossier(), HASH)

    with pytest.raises(DossierError):
        dossiers.add(dossier(id_), token)

    assert dossiers.find(OTHER) is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(responses(EVERY_TYPE))
def test_any_response_is_kept_exactly(dossiers: Dossiers, response: Response) -> None:
    if dossiers.find(HASH) is None:
        dossiers.add(dossier(), HASH)

    dossiers.change("abc", HASH, lambda kept: replace(kept, response=response))

    found = dossiers.get("abc", HASH)
    assert found is not None
    assert found.response == response
