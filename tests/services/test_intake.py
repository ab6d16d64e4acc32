"""Intake: start, open, resume, save and choose, each for whoever holds the token and nobody else."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from tests.services.memory import MemoryDossiers
from tests.strategies import EVERY_TYPE
from workshop.domain.answer import UNKNOWN_ANSWER, Answer
from workshop.domain.response import Response
from workshop.services.intake import Intake, Started, hash_token, new_id, new_token

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def an_intake() -> Intake:
    """An intake whose clock moves a minute at each look, with tokens and ids that can be told apart."""
    minutes, tokens, ids = count(), count(1), count(1)
    return Intake(
        MemoryDossiers(),
        clock=lambda: NOON + timedelta(minutes=next(minutes)),
        new_token=lambda: f"token-{next(tokens)}",
        new_id=lambda: f"dossier-{next(ids)}",
    )


def started() -> tuple[Intake, Started]:
    intake = an_intake()
    return intake, intake.start(EVERY_TYPE, "nl", "Jansen")


def test_a_start_is_pinned_to_the_version_and_the_default_model() -> None:
    _, begun = started()

    assert begun.token == "token-1"
    assert begun.dossier.id == "dossier-1"
    assert begun.dossier.response == Response("klantreis", "1", "five-phase", "nl", "Jansen")
    assert (begun.dossier.revision, begun.dossier.page, begun.dossier.created) == (0, "", NOON)


def test_a_start_may_choose_another_model() -> None:
    begun = an_intake().start(EVERY_TYPE, "en", "", "three-phase")

    assert (begun.dossier.response.model, begun.dossier.response.language) == ("three-phase", "en")


def test_the_name_of_a_client_is_kept_on_one_clean_line() -> None:
    begun = an_intake().start(EVERY_TYPE, "nl", "  Fietsen\x00maker\n Jansen ")

    assert begun.dossier.response.client == "Fietsenmaker Jansen"


def test_a_name_above_two_hundred_characters_is_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="at most 200"):
        an_intake().start(EVERY_TYPE, "nl", "x" * 201)


def test_the_token_opens_and_resumes_the_dossier() -> None:
    intake, begun = started()

    assert intake.open(begun.dossier.id, begun.token) == begun.dossier
    assert intake.resume(begun.token) == begun.dossier


@pytest.mark.parametrize("token", ["", "token-2", "token-1 ", "\ud800"])
def test_any_other_token_opens_nothing(token: str) -> None:
    intake, begun = started()

    assert intake.open(begun.dossier.id, token) is None
    assert intake.resume(token) is None
    assert intake.save(begun.dossier.id, token, {"hours": UNKNOWN_ANSWER}, "page") is None
    assert intake.choose(begun.dossier.id, token, language="en") is None
    assert intake.open(begun.dossier.id, begun.token) == begun.dossier


def test_the_token_of_another_dossier_does_not_fit() -> None:
    intake, begun = started()
    other = intake.start(EVERY_TYPE, "nl", "De Vries")

    assert intake.open(begun.dossier.id, other.token) is None


def test_saving_merges_into_what_is_kept_and_remembers_the_page() -> None:
    intake, begun = started()
    intake.save(begun.dossier.id, begun.token, {"hours": Answer(value=1), "order": UNKNOWN_ANSWER}, "one")

    saved = intake.save(begun.dossier.id, begun.token, {"care": Answer(value=2), "order": None}, "two")

    assert saved is not None
    assert saved.response.answers == {"hours": Answer(value=1), "care": Answer(value=2)}
    assert (saved.page, saved.revision, saved.updated) == ("two", 2, NOON + timedelta(minutes=2))
    assert intake.open(begun.dossier.id, begun.token) == saved


def test_choosing_changes_only_what_is_named() -> None:
    intake, begun = started()

    chosen = intake.choose(begun.dossier.id, begun.token, model="three-phase")

    assert chosen is not None
    assert chosen.response == Response("klantreis", "1", "three-phase", "nl", "Jansen")
    assert (chosen.page, chosen.revision) == ("", 1)


def test_choosing_language_and_client_keeps_the_answers() -> None:
    intake, begun = started()
    intake.save(begun.dossier.id, begun.token, {"hours": Answer(value=1)}, "one")

    chosen = intake.choose(begun.dossier.id, begun.token, language="en", client=" De  Vries ")

    assert chosen is not None
    assert (chosen.response.language, chosen.response.client) == ("en", "De Vries")
    assert chosen.response.answers == {"hours": Answer(value=1)}


def test_tokens_hold_256_bits_and_are_kept_as_a_hash() -> None:
    token = new_token()

    assert len(token) == 43
    assert len(hash_token(token)) == 32
    assert token != new_token()


def test_ids_are_ten_characters_that_cannot_be_misread() -> None:
    ids = {new_id() for _ in range(200)}

    assert len(ids) == 200
    assert all(len(one) == 10 and not set(one) & set("ilou") for one in ids)
