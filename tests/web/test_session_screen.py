"""The big screen: it shows what the consultant shows, and nothing of his own."""

from pathlib import Path

import pytest

from tests.web.browser import find_id, heading_of, links, text_of
from tests.web.filled import Filled, filled
from tests.web.leading import SECTION, dossier_of, press, screen, sheet
from workshop.domain.response import Length


@pytest.fixture
def salon(tmp_path: Path) -> Filled:
    return filled(tmp_path)


def test_the_screen_waits_and_then_shows_what_the_consultant_shows(salon: Filled) -> None:
    assert "Zo meteen verschijnt hier het eerste deel." in text_of(screen(salon))

    press(salon, sheet(salon), "toon-reach")
    root = screen(salon)

    assert heading_of(root) == "Je kanalen"
    assert "Hoeveel reviews heb je? 38 reviews" in text_of(root).replace("\u00a0", " ")
    assert "Bewustwording (dit deel)" in text_of(find_id(root, "beeld"))


def test_the_screen_can_show_one_page_of_a_section(salon: Filled) -> None:
    press(salon, sheet(salon), "toon-customer_talks")

    root = screen(salon)

    assert heading_of(root) == "Gesprekken met klanten"
    assert "Welke klantgroepen heb je?" not in text_of(root)


def test_another_section_can_be_looked_at_and_left_again(salon: Filled) -> None:
    press(salon, sheet(salon), "toon-reach")

    root = screen(salon, "?deel=map")

    assert heading_of(root) == "De klantreis in beeld"
    assert f"{salon.here}scherm" in links(root)
    assert heading_of(screen(salon)) == "Je kanalen"


def test_nothing_of_the_consultant_is_on_the_screen(salon: Filled) -> None:
    press(salon, sheet(salon), "citaat", tekst="Geheim citaat", wie_zei_het="Fatma")
    press(salon, sheet(salon), f"toon-{SECTION}")

    said = text_of(screen(salon))

    helped = salon.shop.bundle("klantreis", "nl").guide.help(SECTION)
    assert "Geheim citaat" not in said
    assert not [one for one in (*helped.prompts, *helped.pitfalls) if one in said]
    assert "Vraag door" not in said


def test_answers_are_hidden_until_the_consultant_shows_them(salon: Filled) -> None:
    press(salon, sheet(salon), f"toon-{SECTION}")
    press(salon, sheet(salon), "bedek")
    covered = text_of(screen(salon))

    press(salon, sheet(salon), "onthul")

    assert "Drukke ouders" not in covered
    assert "Welke klantgroepen heb je? Beantwoord" in covered
    assert "Drukke ouders" in text_of(screen(salon))


def test_the_mark_of_the_screen_changes_with_what_it_shows_and_with_nothing_else(salon: Filled) -> None:
    def mark() -> str:
        return salon.visitor.get(f"{salon.here}scherm/stand").headers["ETag"]

    marks = [mark()]
    for action in (f"toon-{SECTION}", "toon-customer_talks", "bedek"):
        press(salon, sheet(salon), action)
        marks.append(mark())
    salon.visitor.fill("customer_talks", {"interviews_count": "9"})
    marks.append(mark())

    assert len(set(marks)) == len(marks)
    press(salon, sheet(salon), "citaat", tekst="Een notitie")
    assert mark() == marks[-1]
    again = salon.visitor.get(f"{salon.here}scherm/stand", headers={"If-None-Match": marks[-1]})
    assert (again.status_code, again.data) == (304, b"")


def test_what_was_shown_and_is_not_asked_any_more_leaves_an_empty_screen(tmp_path: Path) -> None:
    salon = filled(tmp_path, blank=True, length=Length.FULL)
    press(salon, sheet(salon, "message"), "toon-message_per_phase")
    assert heading_of(screen(salon)) == "Je boodschap per fase"

    salon.shop.intake.choose(dossier_of(salon).id, salon.visitor.token(), length=Length.QUICK)

    assert heading_of(screen(salon)) == "De reis van je klant"
