"""Deleting for good: asked first, gone from every file of the database, and nothing lost when it fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.web.browser import Visitor, find_id, links, text_of
from tests.web.pressing import follow, press, shown
from workshop.bootstrap import Workshop
from workshop.domain.dossier import Trouble
from workshop.domain.note import Note, NoteKind
from workshop.services.intake import hash_token, utc_now
from workshop.storage.engine import StorageError
from workshop.storage.sqlite import SqliteDossiers

NewVisitor = Callable[[], Visitor]
CANARY = "kanarie-9f3a7c"
BUTTON, SURE = "Voorgoed verwijderen", {"zeker": "ja"}


def removal(visitor: Visitor) -> Any:
    return visitor.open(f"{visitor.here}verwijder")


def test_the_page_says_what_is_lost_and_offers_the_file_first(visitor: Visitor) -> None:
    visitor.fill("people", {"staff": "yes"})

    page = removal(visitor)

    assert "alles van Bakkerij Bloem, voorgoed" in text_of(page)
    assert "1 antwoord de geschiedenis" in text_of(page)
    assert f"{visitor.here}dossier.json" in links(page)


def test_without_the_tick_nothing_is_deleted(visitor: Visitor) -> None:
    page = shown(press(visitor, removal(visitor), BUTTON), 422)

    assert find_id(page, "zeker").get("aria-invalid") == "true"
    assert visitor.get(visitor.here).status_code == 200


def test_a_deleted_dossier_is_gone_with_its_cookie_link_and_code(visitor: Visitor, newcomer: NewVisitor) -> None:
    token = visitor.token()
    page = follow(visitor, press(visitor, removal(visitor), BUTTON, SURE))

    assert "Je dossier is verwijderd" in text_of(page)
    assert visitor.client.get_cookie(f"dossier_{visitor.here.split('/')[2]}") is None
    assert visitor.get(visitor.here).status_code == 404
    assert newcomer().get(f"/hervat/{token}").status_code == 404
    assert visitor.here not in links(visitor.open("/"))


def test_deleting_twice_is_no_fault(visitor: Visitor) -> None:
    page = removal(visitor)
    press(visitor, page, BUTTON, SURE)

    assert press(visitor, page, BUTTON, SURE).status_code == 404


def test_after_deleting_nothing_of_it_is_left_in_any_file_of_the_database(
    visitor: Visitor, newcomer: NewVisitor, workshop: Workshop, tmp_path: Path
) -> None:
    other = newcomer()
    other.start(f"blijft-{CANARY[:4]}")
    number, token = visitor.here.split("/")[2], visitor.token()
    for text in (f"{CANARY} een", f"{CANARY} twee " * 400, f"{CANARY} drie"):
        visitor.fill("people", {"special": text})
    typed = {"special": (("special", f"{CANARY} half getypt"),)}
    workshop.intake.settle(number, token, lambda _: {}, "people", who=f"{CANARY}-naam", drafts=lambda *_: typed)
    note = Note("n1", NoteKind.QUOTE, f"{CANARY} gezegd", "", "", utc_now())
    workshop.intake.dossiers.change(number, hash_token(token), lambda kept: replace(kept, notes=(note,)))
    workshop.intake.choose(number, token, client=f"{CANARY} bv")
    assert found_in(tmp_path) > 0

    follow(visitor, press(visitor, removal(visitor), BUTTON, SURE))

    assert found_in(tmp_path) == 0
    assert other.get(other.here).status_code == 200


def found_in(folder: Path) -> int:
    return sum(one.read_bytes().count(CANARY.encode()) for one in folder.rglob("*") if one.is_file())


@contextmanager
def failing(workshop: Workshop, trouble: Trouble) -> Iterator[None]:
    """Let deleting fail as a full disk or a busy file does."""

    class Failing(SqliteDossiers):
        def remove(self, dossier_id: str, token_hash: bytes) -> bool:
            raise StorageError(trouble, "no")

    kept = workshop.intake
    workshop.__dict__["intake"] = replace(kept, dossiers=Failing(workshop.settings.database))
    yield
    workshop.__dict__["intake"] = kept


@pytest.mark.parametrize(("trouble", "status"), [(Trouble.BUSY, 503), (Trouble.FULL, 507), (Trouble.DAMAGED, 500)])
def test_when_deleting_fails_nothing_is_lost_and_the_page_says_why(
    workshop: Workshop, visitor: Visitor, trouble: Trouble, status: int
) -> None:
    visitor.fill("people", {"staff": "yes"})
    page = removal(visitor)

    with failing(workshop, trouble):
        answer = press(visitor, page, BUTTON, SURE)

    assert workshop.words("nl")(f"trouble.{trouble}") in text_of(shown(answer, status))
    assert "1 van " in text_of(visitor.open(visitor.here))


def test_another_visitor_deletes_nothing(visitor: Visitor, newcomer: NewVisitor) -> None:
    other = newcomer()
    other.start()
    token = next(one.get("value", "") for one in removal(other).iter() if one.get("name") == "csrf_token")

    answer = other.client.post(f"{visitor.here}verwijder", data={"csrf_token": token, **SURE})

    assert answer.status_code == 404
    assert visitor.get(visitor.here).status_code == 200


def test_deleting_is_complete_in_english(newcomer: NewVisitor) -> None:
    visitor = newcomer()
    visitor.start(language="en")

    page = follow(visitor, press(visitor, removal(visitor), "Delete for good", SURE))

    assert page.get("lang") == "en"
    assert "Your dossier has been deleted" in text_of(page)
